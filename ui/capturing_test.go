package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope"
	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/memory"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/capture"
	"heliotrope/ui/controls"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

// openCapture opens the small window alone on what is in memory.
func openCapture(t testing.TB, stored *memory.Store, lang words.Language, change func(*Config)) *desk {
	t.Helper()
	d := &desk{Desk: uitest.OpenDesk(t, uitest.NewClock(), stored)}
	cfg := Config{
		Journal: d.Journal, Vault: nowhere(t), Preferences: d.Preferences,
		Language: lang, Now: d.Clock.Now, Build: heliotrope.Build{Version: "1.2.3"}, Icon: assets.Icon,
	}
	change(&cfg)
	d.windows = newWindows(cfg, d.App, d.Clock, d.Clock)
	d.windows.OpenCapture()
	d.Window = d.windows.capture.window
	d.CloseAtEnd()
	d.Window.SetOnClosed(func() { d.Closed = true; d.windows.captureClosed() })
	return d
}

func newCapture(t testing.TB, contents journal.Contents) *desk {
	t.Helper()
	d := openCapture(t, uitest.NewMemory(contents), words.English, func(*Config) {})
	d.windows.start()
	d.Clock.Finish()
	return d
}

// mainAfter returns the main window as it opens on what the disk has.
func (d *desk) mainAfter() *desk {
	d.T.Helper()
	if !d.Closed {
		d.Window.Close()
	}
	return openDesk(d.T, uitest.NewClock(), d.Memory.Reopen(), words.English, func(*Config) {})
}

func TestCaptureLogsAMoment(t *testing.T) {
	d := newCapture(t, journal.Contents{})
	if d.Field() == nil || d.Field() != d.line() {
		t.Fatal("the line does not have the focus")
	}
	d.Write("Paired with Noor #checkout 2h /coding")
	d.Press(fyne.KeyReturn)
	d.Window.Canvas().Focused().TypedRune('4')
	d.Clock.Finish()
	d.Sees("Logged in week 48")
	want := journal.Moment{Text: "Paired with Noor", Kind: "coding", Track: journal.Technical, Energy: journal.BitEnergized, Hours: 2, Tags: []string{"checkout"}}
	moments := d.Journal.Entry(d.Today()).Moments
	if len(moments) != 1 {
		t.Fatalf("%d moments were logged", len(moments))
	}
	want.ID, want.Logged = moments[0].ID, d.Clock.Now().Truncate(time.Second)
	if !moments[0].Equal(want) {
		t.Errorf("the moment is %+v, want %+v", moments[0], want)
	}
	if d.Closed {
		t.Error("it closed before one could see that it was logged")
	}
	d.Clock.Advance(capture.LoggedPause)
	if _, half := d.Journal.Draft(); !d.Closed || half {
		t.Errorf("it is closed: %v, and there is a draft: %v", d.Closed, half)
	}
}

// Who types on after a moment was logged writes the next one.
func TestCaptureStaysForTheNextMoment(t *testing.T) {
	d := newCapture(t, journal.Contents{})
	for i := range 3 {
		d.Write(fmt.Sprintf("Moment %d /coding +0", i))
		d.Press(fyne.KeyReturn)
		d.Clock.Finish()
	}
	if n := len(d.Journal.Entry(d.Today()).Moments); n != 3 || d.Closed {
		t.Errorf("%d moments were logged, and the window is closed: %v", n, d.Closed)
	}
}

func TestCaptureLeavesADraft(t *testing.T) {
	for name, leave := range map[string]func(*desk){
		"by Escape":         func(d *desk) { d.Press(fyne.KeyEscape); d.Clock.Finish() },
		"by its button":     func(d *desk) { d.windows.capture.page.Escape(); d.Clock.Finish() },
		"by a signal":       func(d *desk) { d.windows.closeAll(); must(t, d.windows.close()) },
		"by a kill, soon":   func(d *desk) { d.Clock.Advance(saving.SavePause); d.Clock.Finish() },
		"by another window": func(d *desk) { d.windows.capture.leave(func() {}); d.Clock.Finish() },
	} {
		t.Run(name, func(t *testing.T) {
			d := newCapture(t, uitest.Weeks(3))
			d.Write("Half a thou")
			leave(d)
			main := d.mainAfter()
			if got := main.line().Text; got != "Half a thou" {
				t.Errorf("the main window shows %q", got)
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// What was left half-written survives, whatever is done in the small window: a line of
// another week, and an edit that is half done.
func TestCaptureLeavesWhatItDoesNotShow(t *testing.T) {
	c := uitest.Weeks(3)
	last := c.Entries[2]
	edit := journal.Draft{ID: last.Moments[0].ID, Week: last.Week, Text: "Fed the quokka twice"}
	for name, left := range map[string]journal.Draft{
		"a line of another week": {ID: "half", Week: last.Week, Text: "On Friday"},
		"an edit":                edit,
		"both":                   {ID: "half", Week: last.Week, Text: "On Friday", Edit: &edit},
	} {
		t.Run(name, func(t *testing.T) {
			stored := uitest.NewMemory(c)
			d := uitest.OpenDesk(t, uitest.NewClock(), stored)
			must(t, d.Journal.SaveDraft(left))
			open := func() *desk {
				d := openCapture(t, stored.Reopen(), words.English, func(*Config) {})
				d.windows.start()
				d.Clock.Finish()
				return d
			}
			first := open()
			line, half := first.Journal.HalfWritten()
			if got := first.line().Text; got != line.Text {
				t.Errorf("the line is %q, want %q", got, line.Text)
			}
			if !line.Empty() {
				first.Sees("This moment is for week 47 of 2026.")
			}
			first.Press(fyne.KeyEscape)
			first.Clock.Finish()
			if now, _ := first.Journal.Draft(); !now.Equal(left) || !first.Closed {
				t.Fatalf("untouched, it is %+v, want %+v", now, left)
			}
			second := open()
			second.Write(" more")
			second.Press(fyne.KeyEscape)
			second.Clock.Finish()
			after, halfAfter := second.Journal.HalfWritten()
			if after.Text != line.Text+" more" || !line.Empty() && after.Week != line.Week {
				t.Errorf("the line is %+v", after)
			}
			if (half == nil) != (halfAfter == nil) || half != nil && !half.Equal(*halfAfter) {
				t.Errorf("the edit is %+v, want %+v", halfAfter, half)
			}
		})
	}
}

// A disk that refuses loses nothing, and the moment is logged once.
func TestCaptureOnAFullDisk(t *testing.T) {
	d := newCapture(t, journal.Contents{})
	d.Write("Half a thought /coding +0")
	d.Store.Fail(syscall.ENOSPC)
	d.Press(fyne.KeyReturn)
	d.Clock.Finish()
	d.Sees("Your text is still on screen, but not yet on the disk.")
	d.Press(fyne.KeyEscape)
	d.Clock.Finish()
	if d.Closed || !strings.HasPrefix(d.line().Text, "Half a thought") {
		t.Fatalf("the window is closed: %v, and the line is %q", d.Closed, d.line().Text)
	}
	d.TapLink("Copy text")
	if got := d.App.Clipboard().Content(); !strings.HasPrefix(got, "Half a thought") {
		t.Errorf("%q was copied", got)
	}
	d.Store.Fail(nil)
	d.Focus(d.line())
	d.Press(fyne.KeyReturn)
	d.Clock.Finish()
	if n := len(d.Journal.Entry(d.Today()).Moments); n != 1 {
		t.Errorf("%d moments were logged", n)
	}
	d.Misses("Your text is still on screen")
}

// A signal that comes while a moment is logged neither loses nor doubles it.
func TestCaptureEndsWhileItLogs(t *testing.T) {
	d := newCapture(t, journal.Contents{})
	d.Write("Half a thought /coding +0")
	d.Press(fyne.KeyReturn) // the work is pending
	d.windows.closeAll()
	must(t, d.windows.close())
	_, half := d.Journal.Draft()
	if n := len(d.Journal.Entry(d.Today()).Moments); n != 1 || half {
		t.Errorf("%d moments were logged, and there is a draft: %v", n, half)
	}
}

// A journal that cannot be opened or written is shown with why, and with the way to
// the main window.
func TestCaptureWithoutAJournal(t *testing.T) {
	for want, problem := range map[string]error{"damaged": journal.ErrDamaged, "open": journal.ErrInUse} {
		d := openCapture(t, uitest.NewMemory(journal.Contents{}), words.English, func(c *Config) { c.Journal, c.Problem = nil, problem })
		d.windows.start()
		d.Sees(want)
		d.Sees("Open Heliotrope")
		d.TapLink("Close")
		if err := d.windows.close(); !d.Closed || !errors.Is(err, problem) {
			t.Errorf("%v: closed %v, with %v", problem, d.Closed, err)
		}
	}
}

// While both windows are open, each shows what is half-written in the other, and both
// show what is logged.
func TestBothWindowsHaveOneLine(t *testing.T) {
	d, _, in := bothWindows(t)
	same := func(want string) {
		t.Helper()
		if got := d.line().Text; got != want || in.Text != want {
			t.Errorf("the line is %q and %q, want %q", got, in.Text, want)
		}
	}
	for _, r := range "From the small one" {
		in.TypedRune(r)
	}
	same("From the small one")
	for _, r := range " and back /coding +0" {
		d.line().TypedRune(r)
	}
	same("From the small one and back /coding +0")
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.Clock.Finish()
	same("")
	d.Sees("From the small one and back")
	for _, r := range "Next /coding +0" {
		in.TypedRune(r)
	}
	d.line().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.Clock.Finish()
	same("")
	_, half := d.Journal.Draft()
	if n := len(d.Journal.Entry(d.Today()).Moments); n != 2 || half {
		t.Errorf("%d moments were logged, and there is a draft: %v", n, half)
	}
}

// Until something is written in the small window, nothing is done but to read the
// journal once: no guess is trained, nothing is backed up, no timer runs.
func TestNothingDelaysTheSmallWindow(t *testing.T) {
	d := openCapture(t, uitest.NewMemory(uitest.Weeks(3)), words.English, func(*Config) {})
	if n := d.Clock.Pending(); n != 0 || d.windows.main != nil {
		t.Errorf("%d jobs are pending, and the main window is %v", n, d.windows.main)
	}
	d.windows.start()
	if n := d.Clock.Pending(); n != 0 {
		t.Errorf("%d jobs are pending once it is on screen", n)
	}
	d.Write("Paired with Noor on the retry test")
	d.Sees("Pairing?") // guessed now
}

// The small window shows all of its words in any size of text and in both languages,
// and is as large as it needs to be.
func TestCaptureIsSeenInFull(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		for name, text := range map[string]string{
			"an empty line":       "",
			"a line":              "Some unheard-of thing",
			"many chips":          "Some unheard-of thing #checkout 3h +2 #on-call #pool",
			"a list":              "Some unheard-of thing /",
			"a line in trouble":   "Read the whole incident archive 999h +7 /nothing ",
			"a line with a guess": "Paired with Noor on the retry test",
		} {
			d := openCapture(t, uitest.NewMemory(uitest.Sample(t)), lang, func(*Config) {})
			d.windows.start()
			for _, size := range uitest.Sweep(100, 145, 200) {
				must(t, d.Preferences.Change(func(p *preferences.Preferences) { p.TextSize = size }))
				d.windows.applyLook()
				d.Focus(d.line())
				d.line().SetText("")
				d.Write(text)
				d.Clock.Advance(time.Second)
				d.Clock.Finish()
				d.Window.Resize(d.Window.Content().MinSize())
				d.Settle()
				d.Window.Resize(d.Window.Content().MinSize())
				for _, fault := range slices.Concat(d.CutTexts(), d.Overlaps(), d.LowTargets()) {
					t.Errorf("%s, %s, %d %%: %s", lang, name, size, fault)
				}
				if got := d.Window.Canvas().Size(); name == "a line" && size == 100 && got.Height > 151 {
					t.Errorf("%s: it is %v for a usual line", lang, got)
				}
			}
			d.Window.Close()
		}
	}
}

// Tab leads through all of the small window and back, and Escape from the energy back
// to the line.
func TestKeysInTheSmallWindow(t *testing.T) {
	d := newCapture(t, uitest.Weeks(3))
	d.Write("Something new")
	d.Press(fyne.KeyReturn)
	for d.Field() != nil { // the kind is asked for
		d.Press(fyne.KeyDown, fyne.KeyReturn)
		d.Clock.Finish()
	}
	if _, ok := d.Window.Canvas().Focused().(*controls.Answers); !ok {
		t.Fatalf("the focus is on %T", d.Window.Canvas().Focused())
	}
	d.Press(fyne.KeyEscape)
	if d.Field() != d.line() || d.Closed {
		t.Errorf("Escape leads to %T, and the window is closed: %v", d.Window.Canvas().Focused(), d.Closed)
	}
	stops := 0
	for range 20 {
		d.Window.Canvas().FocusNext()
		if stops++; d.Field() == d.line() {
			break
		}
		if o := d.Window.Canvas().Focused(); !d.sees(o) {
			t.Errorf("Tab leads to %T, which is not on screen", o)
		}
	}
	if stops < 4 || stops == 20 {
		t.Errorf("Tab comes back to the line after %d stops", stops)
	}
	d.Press(fyne.KeyEscape)
	d.Clock.Finish()
	if !d.Closed {
		t.Error("Escape leaves the window open")
	}
}

// bothWindows opens the main window on a few weeks, and the small one with it.
func bothWindows(t *testing.T) (d *desk, small *capturing, in *controls.TextField) {
	t.Helper()
	d = newDesk(t, uitest.Weeks(3), words.English)
	d.windows.running = true
	d.windows.OpenCapture()
	small = d.windows.capture
	t.Cleanup(func() {
		if d.windows.capture != nil {
			small.window.Close()
		}
	})
	return d, small, small.page.First().(*controls.TextField)
}

// While the main window shows the sample, a moment goes to the user's journal all the
// same, and is there once the sample is left.
func TestCaptureWhileTheSampleIsShown(t *testing.T) {
	d, small, _ := bothWindows(t)
	d.shell.openSample()
	d.Clock.Finish()
	in := small.page.First().(*controls.TextField)
	for _, r := range "Mine /coding +0" {
		in.TypedRune(r)
	}
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.Clock.Finish()
	if n := len(d.Journal.Entry(d.Today()).Moments); n != 1 {
		t.Fatalf("%d moments were logged", n)
	}
	d.shell.leaveSample()
	d.Clock.Finish()
	d.open(pageWeek)
	d.Sees("Mine")
}

// What is half-written stays when the main window speaks another language, and the
// small one speaks it too.
func TestCaptureSpeaksTheLanguageOfTheMainWindow(t *testing.T) {
	d, small, in := bothWindows(t)
	for _, r := range "Half a thought" {
		in.TypedRune(r)
	}
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	if got := small.page.First().(*controls.TextField).Text; got != "Half a thought" {
		t.Errorf("the line is %q", got)
	}
	if got := small.session.Words.Language; got != words.French {
		t.Errorf("it speaks %s", got)
	}
}

// The small window that waits for another program shows the line once the journal is
// open, or goes if the other one shows it.
func TestCaptureThatWaits(t *testing.T) {
	wait := func() *desk {
		d := openCapture(t, uitest.NewMemory(journal.Contents{}), words.English, func(c *Config) { c.Journal, c.Problem = nil, journal.ErrInUse })
		d.windows.start()
		d.Sees("already open")
		return d
	}
	d := wait()
	d.windows.opened(d.Journal, nil)
	d.Clock.Finish()
	d.Misses("already open")
	d.Write("Some thing /coding +0")
	d.Press(fyne.KeyReturn)
	d.Clock.Finish()
	if n := len(d.Journal.Entry(d.Today()).Moments); n != 1 {
		t.Errorf("%d moments were logged", n)
	}
	d = wait()
	d.windows.opened(nil, ErrElsewhere)
	if err := d.windows.close(); !d.Closed || err != nil {
		t.Errorf("it is closed: %v, with %v", d.Closed, err)
	}
}
