//go:build linux

package main

import (
	"os/exec"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// The real program in its real window, driven by nothing but keys, as a user
// has it. What a week looks like on screen is tested in package ui; here it is
// tested that all of it is put together rightly and that words reach the disk.
func TestWindow(t *testing.T) {
	d := newDesktop(t)
	t.Run("a week is written and read again", d.testWeek)
	t.Run("what was saved survives a kill", d.testKill)
	t.Run("a half-written moment survives", d.testKillDraft)
	t.Run("undo and redo", d.testUndo)
	t.Run("keys after waiting", d.testKeysAfterWaiting)
	t.Run("a signal ends it in order", d.testSignal)
	t.Run("a second start", d.testSecondStart)
	t.Run("commands beside it", d.testCommandsBeside)
	t.Run("twenty hand-overs at once", d.testHandOvers)
	t.Run("kills during hand-over", d.testHandOverKills)
	t.Run("strangers at its socket", d.testStrangers)
	t.Run("nothing on a network", d.testNoNetwork)
	t.Run("a Friday by keyboard", d.testFriday)
	t.Run("a moment mid-week", d.testMidWeek)
	t.Run("a moment in the small window", d.testCapture)
	t.Run("a draft of the small window", d.testCaptureDraft)
	t.Run("both windows of one program", d.testBothWindows)
	t.Run("the place of the window", d.testPlace)
	t.Run("keys and menus", d.testMenuKeys)
	t.Run("a bare system", d.testBareSystem)
	t.Run("no screen", d.testNoScreen)
	t.Run("a screen out of reach", d.testScreenOutOfReach)
	t.Run("a screen without OpenGL", d.testNoOpenGL)
	t.Run("a dialog of the system", d.testAlerts)
}

// today is a Monday, in week 48 of 2026.
const today = "2026-11-23"

// tabsToReflection is how many stops of Tab there are from the empty line, past the
// rows of the moments and the link to another prompt, to the reflection.
const tabsToReflection = 3

// rated ends a line that is logged by Enter at once, as neutral coding.
const rated = " /coding +0"

func (d *desktop) testWeek(t *testing.T) {
	const (
		moment     = "Found the lock-order inversion, at last"
		reflection = "The planning meeting wore me out. Nobody owned the call."
		second     = "Paired with Ana on the rollback"
	)
	h := newHome(t)
	w := d.open(t, h)
	w.bringing(aPage, func() { w.keys("space") }) // on the button that begins
	w.write(moment + " 4h /deb")
	w.keys("Return", "5")
	w.keys(repeat("Tab", tabsToReflection)...)
	w.write(reflection)
	w.close()

	first := d.export(t, h)
	if found := backups(t, h.journal()); len(found) == 0 || !reflect.DeepEqual(contents(t, found[len(found)-1]), first) {
		t.Errorf("closing left the backups %q, want one of everything as the last", found)
	}
	if len(first.Entries) != 1 || len(first.Entries[0].Moments) != 1 || len(first.Events) != 0 || len(first.Kinds) != 0 {
		t.Fatalf("the journal holds %+v, want a week with a moment", first.Entries)
	}
	e := first.Entries[0]
	m := e.Moments[0]
	wantMoment := journal.Moment{
		ID: m.ID, Text: moment, Kind: "debugging", Track: journal.Technical, Energy: journal.Energized, Hours: 4, Logged: m.Logged,
	}
	if !reflect.DeepEqual(m, wantMoment) || m.Logged.Format(time.DateOnly) != today {
		t.Errorf("the moment is %+v, want %+v of %s", m, wantMoment, today)
	}
	if e.Week.String() != "2026-W48" || e.Reflection != reflection || e.Split != nil || e.Away != "" || len(e.Answers) != 0 {
		t.Errorf("the week is %+v", e)
	}
	if !slices.Contains(words.In(words.English).Prompts(), e.Prompt) {
		t.Errorf("the reflection is under %q, which is no prompt", e.Prompt)
	}

	w = d.open(t, h) // a journal that holds something opens on its week
	w.write(second + rated)
	w.keys("Return")
	w.keys(repeat("Tab", tabsToReflection)...)
	w.keys("ctrl+a", "ctrl+c") // what the window shows of the reflection
	w.keys("ctrl+n", "ctrl+v")
	w.write(rated)
	w.keys("Return")
	w.close()

	after := d.export(t, h).Entries[0]
	if len(after.Moments) != 3 {
		t.Fatalf("the week has %d moments, want 3", len(after.Moments))
	}
	if got := after.Moments[1]; got.Text != second || got.Energy != journal.Neutral || got.Hours != 0 {
		t.Errorf("the second moment is %+v", got)
	}
	if got := after.Moments[2].Text; got != reflection {
		t.Errorf("the window showed %q as reflection, want %q", got, reflection)
	}
	after.Moments, after.Updated = after.Moments[:1], e.Updated
	if !reflect.DeepEqual(after, e) {
		t.Errorf("the week was %+v, and is now %+v", e, after)
	}
}

// begin goes from the first page to the week.
func (w *window) begin() {
	w.t.Helper()
	w.bringing(aPage, func() { w.keys("ctrl+n") })
}

// writeSomething begins a journal and writes a moment and a reflection.
func writeSomething(w *window) (moment, reflection string) {
	w.t.Helper()
	moment, reflection = "Three reviews before lunch", "More mornings like this one."
	w.begin()
	w.write(moment + rated)
	w.keys("Return")
	w.keys(repeat("Tab", tabsToReflection)...)
	w.write(reflection)
	return moment, reflection
}

func (d *desktop) testKill(t *testing.T) {
	h := newHome(t)
	w := d.open(t, h)
	moment, reflection := writeSomething(w)
	eventually(t, "the reflection on the disk", func() bool {
		c, ok := h.saved(t)
		return ok && len(c.Entries) == 1 && c.Entries[0].Reflection == reflection
	})
	w.kill()
	d.holds(t, h, moment, reflection)
}

// What stands in the line that adds a moment is there again after the program
// was cut off, and becomes one moment once it is added.
func (d *desktop) testKillDraft(t *testing.T) {
	h := newHome(t)
	w := d.open(t, h)
	w.begin()
	w.write("+2 /coding Half a thou")
	eventually(t, "the draft on the disk", func() bool {
		draft, ok := h.draft(t)
		return ok && strings.HasSuffix(draft.Text, "Half a thou")
	})
	w.kill()
	if c := d.export(t, h); len(c.Entries) != 0 {
		t.Fatalf("what is half-written is in the journal: %+v", c.Entries)
	}
	w = d.open(t, h)
	w.keys("ctrl+n", "End")
	w.write("ght")
	w.keys("Return")
	w.close()
	c := d.export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 {
		t.Fatalf("the journal holds %+v, want a week with a moment", c.Entries)
	}
	if m := c.Entries[0].Moments[0]; m.Text != "Half a thought" || m.Energy != journal.Energized {
		t.Errorf("the moment is %+v", m)
	}
}

// The keys reach the window from a text field and from elsewhere. In the field
// they first take back what was typed there.
func (d *desktop) testUndo(t *testing.T) {
	h := newHome(t)
	w := d.open(t, h)
	w.begin()
	w.write("First" + rated)
	w.keys("Return")
	w.write("Second" + rated)
	w.keys("Return")
	w.write("typed")
	w.keys("ctrl+z", "ctrl+z")       // the typing, then the second moment
	w.keys("Tab")                    // to the rows, which are no text field
	w.keys("ctrl+z", "ctrl+shift+z") // the first, and back again
	w.close()
	c := d.export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 || c.Entries[0].Moments[0].Text != "First" {
		t.Errorf("the journal holds %+v, want the first moment alone", c.Entries)
	}
}

// The end of a session is a signal. It may come before the last keys have
// reached the window, so these may be missing, but nothing else.
func (d *desktop) testSignal(t *testing.T) {
	h := newHome(t)
	w := d.open(t, h)
	moment, reflection := writeSomething(w)
	eventually(t, "the reflection on the disk", func() bool {
		c, ok := h.saved(t)
		return ok && len(c.Entries) == 1 && c.Entries[0].Reflection == reflection
	})
	const more = " And again!"
	w.write(more)
	if err := w.process.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if code, errs := w.process.exit(t); code != exitDone {
		t.Errorf("exit %d, want %d: %s", code, exitDone, errs)
	}
	c := d.export(t, h)
	got := c.Entries[0].Reflection
	if !strings.HasPrefix(got, reflection) || !strings.HasPrefix(reflection+more, got) || c.Entries[0].Moments[0].Text != moment {
		t.Errorf("the journal holds %q and %q", c.Entries[0].Moments[0].Text, got)
	}
}

// What the program's parts miss on a system that lacks much is nothing that the
// user has to know.
func (d *desktop) testBareSystem(t *testing.T) {
	h := newHome(t)
	for _, locale := range []string{"de_DE@euro", "xx_YY", "not a locale"} {
		w := d.open(t, h, "XDG_RUNTIME_DIR=", "LC_ALL="+locale, "LANG="+locale)
		if err := w.process.cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if code, errs := w.process.exit(t); code != exitDone || errs != "" {
			t.Errorf("%s: exit %d with %q, want %d and nothing", locale, code, errs, exitDone)
		}
	}
}

func (d *desktop) testNoScreen(t *testing.T) {
	d.showsNothing(t, "", "There is no display")
}

func (d *desktop) testScreenOutOfReach(t *testing.T) {
	d.showsNothing(t, ":987", "There is no display")
}

func (d *desktop) testNoOpenGL(t *testing.T) {
	d.showsNothing(t, startScreen(t, "-extension", "GLX"), "doesn’t support OpenGL")
}

// showsNothing starts the program on a screen where it cannot show a window:
// it must say why and end, and leave the journal alone.
func (d *desktop) showsNothing(t *testing.T, display, want string) {
	t.Helper()
	h := newHome(t)
	nowhere := &desktop{binary: d.binary, display: display}
	if said, err := nowhere.command(h, "import", sampleFile).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	check := remains(t, h.in("data"))
	code, errs := nowhere.start(t, h).exit(t)
	if code != exitFailed || !strings.Contains(errs, want) {
		t.Errorf("exit %d with %q, want %d and %q", code, errs, exitFailed, want)
	}
	if strings.Contains(errs, "goroutine") || strings.Contains(errs, "panic") || strings.Contains(errs, "Fyne") || strings.Contains(errs, ".go:") {
		t.Errorf("what comes from inside is no explanation: %s", errs)
	}
	check()
}

// holds fails the test unless the journal holds a moment and a reflection.
func (d *desktop) holds(t *testing.T, h home, moment, reflection string) {
	t.Helper()
	c := d.export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 {
		t.Fatalf("the journal holds %v, want a week with a moment", c)
	}
	e := c.Entries[0]
	if e.Moments[0].Text != moment || e.Reflection != reflection {
		t.Errorf("the journal holds %q and %q, want %q and %q", e.Moments[0].Text, e.Reflection, moment, reflection)
	}
}

// command returns a command of the program, to be run where no window is
// needed.
func (d *desktop) command(h home, args ...string) *exec.Cmd {
	c := exec.Command(d.binary, args...)
	c.Env = h.environ()
	return c
}

// export returns what the program says that the journal holds.
func (d *desktop) export(t *testing.T, h home) journal.Contents {
	t.Helper()
	c := d.command(h, "export")
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("export: %v: %s", err, errs.String())
	}
	return exported(t, string(out))
}

// start starts the program on the user's journal, with a window to come, and
// with more in its environment.
func (d *desktop) start(t *testing.T, h home, more ...string) *process {
	t.Helper()
	env := append(h.environ(), more...)
	if d.display != "" {
		env = append(env, "DISPLAY="+d.display)
	}
	return start(t, env, d.binary, []string{"--today", today})
}

// window is the program's window, drawn and with the focus.
type window struct {
	t       *testing.T
	d       *desktop
	process *process
	id      string
}

// open starts the program and waits until its window is drawn and has the focus.
func (d *desktop) open(t *testing.T, h home, more ...string) *window {
	t.Helper()
	w := d.find(t, d.start(t, h, more...), "^Heliotrope$")
	w.must("xdotool", "windowactivate", "--sync", w.id)
	w.hasFocus()
	w.drawn()
	return w
}

// find waits until a program shows a window with a title.
func (d *desktop) find(t *testing.T, p *process, title string) *window {
	t.Helper()
	w := &window{t: t, d: d, process: p}
	eventually(t, "a window", func() bool {
		if w.process.hasEnded() {
			t.Fatalf("the program ended before it showed a window: %s", w.process.errs)
		}
		found, err := d.tool("xdotool", "search", "--all", "--onlyvisible",
			"--pid", strconv.Itoa(w.process.cmd.Process.Pid), "--name", title)
		w.id = found
		return err == nil && found != ""
	})
	return w
}

// hasFocus waits until the window has the focus.
func (w *window) hasFocus() {
	w.t.Helper()
	eventually(w.t, "the focus", func() bool {
		focus, err := w.d.tool("xdotool", "getwindowfocus")
		return err == nil && focus == w.id
	})
}

// keys presses keys one after the other.
func (w *window) keys(names ...string) {
	w.t.Helper()
	w.must("xdotool", append([]string{"key", "--delay", "25"}, names...)...)
}

// write types text of one line.
func (w *window) write(text string) {
	w.t.Helper()
	w.must("xdotool", "type", "--delay", "12", "--", text)
}

// pressClose closes the window as its button does.
func (w *window) pressClose() {
	w.t.Helper()
	w.must("wmctrl", "-i", "-c", w.id)
}

// kill ends the program without a warning.
func (w *window) kill() {
	w.t.Helper()
	if err := w.process.cmd.Process.Kill(); err != nil {
		w.t.Fatal(err)
	}
	if code, errs := w.process.exit(w.t); code != -1 {
		w.t.Errorf("exit %d, want the end by a signal: %s", code, errs)
	}
}

// close closes the window as its button does and waits for the program's end.
func (w *window) close() {
	w.t.Helper()
	w.pressClose()
	if code, errs := w.process.exit(w.t); code != exitDone {
		w.t.Errorf("exit %d, want %d: %s", code, exitDone, errs)
	}
}

// must runs one of the programs that drive windows.
func (w *window) must(name string, args ...string) {
	w.t.Helper()
	if _, err := w.d.tool(name, args...); err != nil {
		w.t.Fatal(err)
	}
}

func repeat(key string, n int) []string { return slices.Repeat([]string{key}, n) }
