package ui

import (
	"errors"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

func TestFirstStart(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.Sees("Staff engineer or engineering manager?", "Log this week", "Explore a sample journal")

	for _, option := range []string{"Senior engineer", "51–250 people"} {
		uitest.Find(&d.Screen, func(s *controls.Select) bool { return slices.Contains(s.Options, option) }).SetSelected(option)
	}
	d.TapButton("Log this week")
	d.Clock.Finish()

	events := d.Journal.Events()
	if len(events) != 1 || events[0].Role != journal.RoleSenior || events[0].CompanySize != "51-250" || events[0].Week != d.Today() {
		t.Fatalf("the journal has the events %+v", events)
	}
	d.Sees("What gave or took energy this week?")
	if got := d.Window.Canvas().Focused(); got != d.line() {
		t.Errorf("the focus is on %T, want the text of the quick add", got)
	}
}

// Nothing is kept if nothing was said.
func TestFirstStartWithoutRole(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.TapButton("Log this week")
	if !d.Journal.Empty() || d.Store.Attempts() != 0 {
		t.Error("something was kept although nothing was said")
	}
}

func TestSampleAndBack(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.TapButton("Explore a sample journal")
	d.Sees("This is a sample journal", "67 weeks logged, 5 off")
	d.TapLink("Back to my journal")
	d.Misses("This is a sample journal")
	d.Sees("Log this week")
	if !d.Journal.Empty() {
		t.Error("the sample reached the journal")
	}
}

// From the menu the sample opens on Trends, with what is half-written saved, and
// leaving it leads back to where the user was. It speaks the language of the window.
func TestSampleFromAPage(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.French)
	d.shell.space.OpenWeek(in2026(46))
	d.Focus(d.line())
	d.Write("à moitié")
	d.choose("sample")
	d.shows(pageTrends)
	if got := d.draft(); got != "à moitié" {
		t.Errorf("the draft is %q", got)
	}
	reads := func(lang words.Language, want string) {
		t.Helper()
		d.shell.ChangeLanguage(lang)
		d.Clock.Finish()
		_, sample := openSample(t, lang)
		if got, want := d.shell.space.Journal.Entries()[0].Reflection, sample.Entries()[0].Reflection; got != want {
			t.Errorf("in %s the sample says %q, want %q", lang, got, want)
		}
		if d.shell.space.Words.Language != lang || d.shell.sample == nil {
			t.Errorf("the window speaks %s", d.shell.space.Words.Language)
		}
		d.Sees(want)
	}
	reads(words.English, "This is a sample journal")
	reads(words.French, "Ceci est un journal")
	d.choose("sample")
	d.showsWeek(in2026(46))
	if d.line().Text != "à moitié" || len(d.Journal.Entries()) != 3 {
		t.Errorf("the line says %q", d.line().Text)
	}
}

// openSample returns the sample in a language.
func openSample(t *testing.T, lang words.Language) (*vault.Vault, *journal.Journal) {
	t.Helper()
	v, err := vault.Sample(string(lang), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	j, err := v.Open()
	if err != nil {
		t.Fatal(err)
	}
	return v, j
}

// A program that was started with the sample shows it in the language that is chosen.
func TestStartedWithTheSample(t *testing.T) {
	v, j := openSample(t, words.English)
	d := newDeskWith(t, journal.Contents{}, words.English, func(c *Config) { c.Vault, c.Journal = v, j })
	d.shows(pageTrends)
	english := j.Entries()[0].Reflection
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	d.shows(pageSettings)
	if got := d.shell.space.Journal.Entries()[0].Reflection; got == english {
		t.Errorf("in French the sample says %q", got)
	}
}

func TestLanguageChange(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.open(pageSettings)
	d.Sees("Settings", "67 weeks logged, 5 off", "/somewhere/journal.db", "Heliotrope 1.2.3")
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	d.Sees("Réglages", "67 semaines remplies, 5 d’absence")
	d.Misses("Settings")
	if lang := os.Getenv("LANGUAGE"); lang != "fr" {
		t.Errorf("Fyne is told to speak %q", lang)
	}
}

// A field of the week that is not on screen would swallow the keys of the window.
func TestLanguageChangeLeavesNoFocusBehind(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.open(pageSettings)
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	if got := d.Window.Canvas().Focused(); got != d.shell.space.nav {
		t.Errorf("the focus is on %T", got)
	}
}

// The title tells nothing.
func TestWindowTitle(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	for _, name := range pageNames {
		d.open(name)
		if title := d.Window.Title(); title != "Heliotrope" {
			t.Errorf("on page %s the title is %q", name, title)
		}
	}
}

// A disk that says no loses nothing: the text stays,
// the window says so, and it is tried again.
func TestFailingDiskLosesNothing(t *testing.T) {
	d := newWeekDesk(t)
	d.Store.Fail(syscall.ENOSPC)
	d.Write("Kept in mind /coding +0")
	d.Press(fyne.KeyReturn)
	test.Type(d.reflection(), "And this")
	d.Clock.Advance(saving.SavePause)
	d.Sees("Kept in mind", "Not saved yet. Trying again…", "the disk is full")
	d.Misses("All changes saved")

	d.shell.space.week.GoPrev()
	d.Misses("Kept in mind")
	d.shell.space.week.GoNext()
	d.Sees("Kept in mind", "Not saved yet")
	if d.reflection().Text != "And this" {
		t.Errorf("the reflection shows %q", d.reflection().Text)
	}
	if !d.Entry().Empty() {
		t.Fatal("the store fails and yet something is in it")
	}

	d.Store.Fail(nil)
	d.Clock.Advance(saving.RetryPause)
	if e := d.Entry(); len(e.Moments) != 1 || e.Reflection != "And this" {
		t.Errorf("after the disk came back the journal has %+v", e)
	}
	d.Sees("All changes saved")
	d.Misses("Not saved yet")
}

// The window does not close over text that
// the disk does not have.
func TestCloseWithFailingDisk(t *testing.T) {
	d := newWeekDesk(t)
	d.Store.Fail(errors.New("gone"))
	d.Write("Not to be lost /coding +0")
	d.Press(fyne.KeyReturn)
	d.shell.tryClose()
	d.Clock.Finish()
	if d.Closed {
		t.Fatal("the window closed over unsaved text")
	}
	d.TapButton("Copy text")
	if got := d.shell.app.Clipboard().Content(); !strings.Contains(got, "Not to be lost") {
		t.Errorf("the clipboard has %q", got)
	}
	d.TapButton("Keep window open")
	d.Store.Fail(nil)
	d.shell.tryClose()
	d.Clock.Finish()
	if !d.Closed || len(d.Entry().Moments) != 1 {
		t.Errorf("closed %v, moments %d", d.Closed, len(d.Entry().Moments))
	}
}

// What was typed and not added is in the line again after closing, and no moment,
// whether the window closes or a signal ends it.
func TestCloseLeavesADraft(t *testing.T) {
	for _, signal := range []bool{false, true} {
		d := newWeekDesk(t)
		d.Write("Not yet added")
		if !signal {
			d.shell.tryClose()
			d.Clock.Finish()
			if !d.Closed {
				t.Error("it is still open")
			}
		}
		if err := d.shell.close(); err != nil {
			t.Error(err)
		}
		again := d.afterCrash()
		if m := again.Entry().Moments; len(m) != 0 || again.line().Text != "Not yet added" {
			t.Errorf("the journal has %+v, and the line %q", m, again.line().Text)
		}
	}
}

// The rest of the line stays over an ordinary end too, and over a change of
// language.
func TestDraftOnClose(t *testing.T) {
	d := newWeekDesk(t)
	d.Write("Hours to come 1h /hiring")
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	d.open(pageWeek)
	if got := d.line().Text; got != "Hours to come 1h /recrutement" {
		t.Errorf("in another language the line says %q", got)
	}
	d.shell.tryClose()
	d.Clock.Finish()
	again := d.afterCrash()
	if got := again.line().Text; got != "Hours to come 1h /hiring" {
		t.Errorf("the line says %q", got)
	}
}

// Text stays when the journal's file is gone, with
// words about it, and is saved once it is back.
func TestReplacedFile(t *testing.T) {
	d := newWeekDesk(t)
	d.Store.Fail(journal.ErrReplaced)
	d.Write("Written on a stick /coding +0")
	d.Press(fyne.KeyReturn)
	d.Clock.Advance(saving.SavePause)
	d.Sees("Written on a stick", "Not saved yet", "moved or replaced")
	d.Store.Fail(nil)
	d.Clock.Advance(saving.RetryPause)
	if moments := d.Entry().Moments; len(moments) != 1 {
		t.Errorf("the journal has %+v", moments)
	}
	d.Sees("All changes saved")
}
