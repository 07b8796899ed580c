//go:build linux

package main

import (
	"slices"
	"strings"
	"syscall"
	"testing"

	"heliotrope/e2e/screen"
	"heliotrope/journal"
)

// The real program in its real window, driven by nothing but keys, as a user
// has it. What a week looks like on screen is tested in package ui; here it is
// tested that all of it is put together rightly and that words reach the disk.
func TestWindow(t *testing.T) {
	d := newDesktop(t)
	t.Run("what was saved survives a kill", d.testKill)
	t.Run("a half-written moment survives", d.testKillDraft)
	t.Run("undo and redo", d.testUndo)
	t.Run("keys after waiting", d.testKeysAfterWaiting)
	t.Run("a signal ends it in order", d.testSignal)
	t.Run("a signal at once", d.testEarlySignal)
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

const today = screen.Today

// desktop is the program on a screen.
type desktop struct{ *screen.Desktop }

// newDesktop builds the program and starts a screen.
func newDesktop(t *testing.T) *desktop {
	t.Helper()
	return &desktop{screen.New(t, screen.Build(t))}
}

// tabsToReflection is how many stops of Tab there are from the empty line, past the
// rows of the moments and the link to another prompt, to the reflection.
const tabsToReflection = 3

// rated ends a line that is logged by Enter at once, as neutral coding.
const rated = " /coding +0"

// writeSomething begins a journal and writes a moment and a reflection.
func writeSomething(w *screen.Window) (moment, reflection string) {
	moment, reflection = "Three reviews before lunch", "More mornings like this one."
	w.Begin()
	w.Write(moment + rated)
	w.Keys("Return")
	w.Keys(repeat("Tab", tabsToReflection)...)
	w.Write(reflection)
	return moment, reflection
}

func (d *desktop) testKill(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h)
	moment, reflection := writeSomething(w)
	screen.Eventually(t, "the reflection on the disk", func() bool {
		c, ok := h.Saved(t)
		return ok && len(c.Entries) == 1 && c.Entries[0].Reflection == reflection
	})
	w.Kill()
	d.holds(t, h, moment, reflection)
}

// What stands in the line that adds a moment is there again after the program
// was cut off, and becomes one moment once it is added.
func (d *desktop) testKillDraft(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h)
	w.Begin()
	w.Write("+2 /coding Half a thou")
	screen.Eventually(t, "the draft on the disk", func() bool {
		draft, ok := h.Draft(t)
		return ok && strings.HasSuffix(draft.Text, "Half a thou")
	})
	w.Kill()
	if c := d.Export(t, h); len(c.Entries) != 0 {
		t.Fatalf("what is half-written is in the journal: %+v", c.Entries)
	}
	w = d.Open(t, h)
	w.Keys("ctrl+n", "End")
	w.Write("ght")
	w.Keys("Return")
	w.Close()
	c := d.Export(t, h)
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
	h := screen.NewHome(t)
	w := d.Open(t, h)
	w.Begin()
	w.Write("First" + rated)
	w.Keys("Return")
	w.Write("Second" + rated)
	w.Keys("Return")
	w.Write("typed")
	w.Keys("ctrl+z", "ctrl+z")       // the typing, then the second moment
	w.Keys("Tab")                    // to the rows, which are no text field
	w.Keys("ctrl+z", "ctrl+shift+z") // the first, and back again
	w.Close()
	c := d.Export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 || c.Entries[0].Moments[0].Text != "First" {
		t.Errorf("the journal holds %+v, want the first moment alone", c.Entries)
	}
}

// The end of a session is a signal. It may come before the last keys have
// reached the window, so these may be missing, but nothing else.
func (d *desktop) testSignal(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h)
	moment, reflection := writeSomething(w)
	screen.Eventually(t, "the reflection on the disk", func() bool {
		c, ok := h.Saved(t)
		return ok && len(c.Entries) == 1 && c.Entries[0].Reflection == reflection
	})
	const more = " And again!"
	w.Write(more)
	w.Process.Signal(syscall.SIGTERM)
	if code, errs := w.Process.Exit(); code != exitDone {
		t.Errorf("exit %d, want %d: %s", code, exitDone, errs)
	}
	c := d.Export(t, h)
	got := c.Entries[0].Reflection
	if !strings.HasPrefix(got, reflection) || !strings.HasPrefix(reflection+more, got) || c.Entries[0].Moments[0].Text != moment {
		t.Errorf("the journal holds %q and %q", c.Entries[0].Moments[0].Text, got)
	}
}

// A session may end as soon as the window is there, before the program listens to it.
func (d *desktop) testEarlySignal(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Find(t, d.Start(t, h), "^Heliotrope$")
	w.Process.Signal(syscall.SIGTERM)
	if code, errs := w.Process.Exit(); code != exitDone || errs != "" {
		t.Errorf("exit %d with %q, want %d and nothing", code, errs, exitDone)
	}
}

// What the program's parts miss on a system that lacks much is nothing that the
// user has to know.
func (d *desktop) testBareSystem(t *testing.T) {
	h := screen.NewHome(t)
	for _, locale := range []string{"de_DE@euro", "xx_YY", "not a locale"} {
		w := d.Open(t, h, "XDG_RUNTIME_DIR=", "LC_ALL="+locale, "LANG="+locale)
		w.Process.Signal(syscall.SIGTERM)
		if code, errs := w.Process.Exit(); code != exitDone || errs != "" {
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
	d.showsNothing(t, screen.Serve(t, "-extension", "GLX"), "doesn’t support OpenGL")
}

// showsNothing starts the program on a screen where it cannot show a window:
// it must say why and end, and leave the journal alone.
func (d *desktop) showsNothing(t *testing.T, display, want string) {
	t.Helper()
	h := screen.NewHome(t)
	nowhere := &screen.Desktop{Binary: d.Binary, Display: display}
	if said, err := nowhere.Command(h, "import", sampleFile).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	check := remains(t, h.In("data"))
	code, errs := nowhere.Start(t, h).Exit()
	if code != exitFailed || !strings.Contains(errs, want) {
		t.Errorf("exit %d with %q, want %d and %q", code, errs, exitFailed, want)
	}
	if strings.Contains(errs, "goroutine") || strings.Contains(errs, "panic") || strings.Contains(errs, "Fyne") || strings.Contains(errs, ".go:") {
		t.Errorf("what comes from inside is no explanation: %s", errs)
	}
	check()
}

// holds fails the test unless the journal holds a moment and a reflection.
func (d *desktop) holds(t *testing.T, h screen.Home, moment, reflection string) {
	t.Helper()
	c := d.Export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 {
		t.Fatalf("the journal holds %v, want a week with a moment", c)
	}
	e := c.Entries[0]
	if e.Moments[0].Text != moment || e.Reflection != reflection {
		t.Errorf("the journal holds %q and %q, want %q and %q", e.Moments[0].Text, e.Reflection, moment, reflection)
	}
}

func repeat(key string, n int) []string { return slices.Repeat([]string{key}, n) }
