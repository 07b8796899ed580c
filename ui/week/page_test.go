package week

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

func TestAddMomentByKeyboard(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("Found the lock-order inversion #checkout 4h /deb")
	d.Press(fyne.KeyReturn)
	d.Window.Canvas().Focused().TypedRune('5')

	moments := d.Entry().Moments
	if len(moments) != 1 {
		t.Fatalf("the journal has %d moments, want 1", len(moments))
	}
	m := moments[0]
	if m.Text != "Found the lock-order inversion" || m.Kind != "debugging" || m.Track != journal.Technical ||
		m.Energy != journal.Energized || m.Hours != 4 || len(m.Tags) != 1 || !m.Logged.Equal(d.Clock.Now()) {
		t.Errorf("the journal has %+v", m)
	}
	d.Sees("Found the lock-order inversion", "Debugging", "4 h", "All changes saved", "1 week")
	if d.field().Text != "" || d.Field() != d.field() {
		t.Error("the line was not emptied for the next moment")
	}
	d.Press(fyne.KeyReturn, fyne.KeyReturn)
	if moments := d.Entry().Moments; len(moments) != 1 {
		t.Errorf("after Enter in the empty line the journal has %+v", moments)
	}
}

func TestAddNeedsText(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("   #tag +1 /coding")
	d.Press(fyne.KeyReturn)
	d.Sees("Text must not be empty.")
	d.Write(" x")
	d.Press(fyne.KeyReturn)
	d.Misses("must not be empty")
}

// What is private and chosen is that of one moment.
func TestPrivateAndChosen(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("Said no to a fourth meeting /coding +1")
	d.toggle("Private")
	d.toggle("Chosen")
	d.Focus(d.field())
	d.Press(fyne.KeyReturn)
	if m := d.Entry().Moments[0]; !m.Chosen || !m.Private {
		t.Errorf("the journal has %+v", m)
	}
	d.add("Next")
	if m := d.Entry().Moments[1]; m.Private || m.Chosen {
		t.Errorf("the details of one moment went on to the next: %+v", m)
	}
}

// Turning pages keeps nothing.
func TestNothingKeptForLooking(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	page := d.page
	for range 3 {
		page.GoPrev()
	}
	page.GoNext()
	page.GoToday()
	page.Shown()
	d.Clock.Advance(time.Minute)
	if !d.Journal.Empty() || d.Store.Attempts() != 0 {
		t.Error("looking at weeks kept something")
	}
	d.Misses("All changes saved")
}

func TestSplitQuestionAndReflection(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	page := d.page
	page.split.bar.OnChanged(40, 55)
	page.question.scale.OnChanged(3)
	test.Type(page.reflect.text, "Nobody owned the call.")
	d.Sees("Saving…")
	d.Clock.Advance(saving.SavePause)
	e := d.Entry()
	if e.Split == nil || *e.Split != (journal.Split{Technical: 40, Both: 15, People: 45}) {
		t.Errorf("the split is %+v", e.Split)
	}
	if value, ok := e.Answer(journal.QuestionFor(e.Week)); !ok || value != 1 {
		t.Errorf("the answers are %+v", e.Answers)
	}
	if e.Reflection != "Nobody owned the call." || e.Prompt == "" {
		t.Errorf("the reflection is %q under %q", e.Reflection, e.Prompt)
	}
	d.Sees("All changes saved")

	d.TapLink("Another prompt")
	d.Clock.Advance(saving.SavePause)
	if after := d.Entry(); after.Prompt == e.Prompt || after.Reflection != e.Reflection {
		t.Errorf("another question left %q under %q", after.Reflection, after.Prompt)
	}
	d.TapLink("Clear")
	page.question.scale.OnChanged(-1)
	d.Clock.Advance(saving.SavePause)
	if e := d.Entry(); e.Split != nil || len(e.Answers) != 0 {
		t.Errorf("split and answer were taken back, and the journal has %+v %+v", e.Split, e.Answers)
	}
}

// What was typed is saved before another week
// is shown, and is there again on the way back.
func TestWeekChangeSaves(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	page := d.page
	test.Type(page.reflect.text, "Half a thought")
	page.GoPrev()
	if got := d.Entry().Reflection; got != "Half a thought" {
		t.Fatalf("the journal has %q", got)
	}
	if page.reflect.text.Text != "" {
		t.Errorf("the week before shows %q", page.reflect.text.Text)
	}
	page.GoNext()
	if page.reflect.text.Text != "Half a thought" {
		t.Errorf("back again, the week shows %q", page.reflect.text.Text)
	}
}

func TestYearAgo(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.Sees("A year ago", "Week 48, 2025")
	d.TapLink("Hide")
	d.Misses("A year ago")
	if err := d.Preferences.Change(func(p *preferences.Preferences) { p.HideYearAgo = false }); err != nil {
		t.Fatal(err)
	}
	d.page.show()
	d.Sees("A year ago")
}

func TestEditAndDeleteMoment(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.add("First")
	d.add("Second")
	d.page.editMoment(d.Today(), d.Entry().Moments[0])
	d.Press(fyne.KeyHome)
	d.Write("edited ")
	d.TapButton("Save")
	if got := d.Entry().Moments[0].Text; got != "edited First" {
		t.Errorf("the edited moment says %q", got)
	}
	d.page.deleteMoment(d.Today(), d.Entry().Moments[1].ID)
	if n := len(d.Entry().Moments); n != 1 {
		t.Fatalf("after the deletion the journal has %d moments", n)
	}
	if len(d.offered) != 1 || d.offered[0] != "Moment deleted." {
		t.Errorf("it offered to undo %q", d.offered)
	}
}

// Moments that are typed while the save of the one before is under way are all
// saved, in their order.
func TestMomentsAddedWhileASaveIsUnderWay(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.add("First")
	if d.Clock.Pending() == 0 {
		t.Fatal("no save is under way")
	}
	d.add("Second")
	d.Write("half of the third")
	d.Clock.Next()
	if got := d.field().Text; got != "half of the third" {
		t.Errorf("the end of a save left %q in the line", got)
	}
	d.Sees("First", "Second", "All changes saved")
	if m := d.Entry().Moments; len(m) != 2 || m[0].Text != "First" || m[1].Text != "Second" {
		t.Errorf("the journal has %+v", m)
	}
}

func TestOwnKind(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("First round +1 /Mentoring-circle")
	d.Press(fyne.KeyDown, fyne.KeyTab)
	d.Sees("New kind of work")
	d.TapButton("Save")
	d.Press(fyne.KeyReturn)
	if m := d.Entry().Moments[0]; m.Track != journal.Both || m.Text != "First round" {
		t.Errorf("the moment is %+v", m)
	}
	d.Sees("Mentoring circle")
}

// A tag whose name has the letters of another is that one.
func TestTagsWithTheSameLettersAreOne(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	for i, tt := range []struct{ typed, want string }{
		{"#Été #c++", "Été|c++"}, {"#ete #C++", "Été|c++"}, {"#ÉTÉ #ete", "Été"}, {"#étés", "étés"},
	} {
		d.add("Tagged " + tt.typed)
		if got := strings.Join(d.Entry().Moments[i].Tags, "|"); got != tt.want {
			t.Errorf("%q is tagged %q, want %q", tt.typed, got, tt.want)
		}
	}
	m := d.Entry().Moments[1]
	d.edit(m, func() { d.Field().SetText("Tagged #ete #new #C++ /coding +0") })
	if got := strings.Join(d.Entry().Moments[1].Tags, "|"); got != "ete|new|C++" {
		t.Errorf("a corrected spelling became %q", got)
	}
}

// What cannot be seen is no moment.
func TestATextThatCannotBeSeen(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	for _, text := range []string{"\ufe0f", "\u3164", "\u2800 ", "\u200b\u0301"} {
		d.field().SetText(text)
		d.Focus(d.field())
		d.Press(fyne.KeyReturn)
		d.Sees("Text must not be empty.")
	}
	if !d.Journal.Empty() || len(d.page.entry.Moments) > 0 {
		t.Errorf("the journal has %+v", d.page.entry.Moments)
	}
}

// Hours are read in every form in which people write them.
func TestHoursInMinutes(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	for i, tt := range []struct {
		typed, shown string
		hours        float64
	}{{"1h30", "1.5 h", 1.5}, {"20 min", "20 min", 20. / 60}, {"2 heures 40 minutes", "2 h 40", 160. / 60}} {
		d.add("Counted the minutes " + tt.typed)
		if m := d.Entry().Moments[i]; m.Hours != tt.hours {
			t.Errorf("%q: %v hours, want %v", tt.typed, m.Hours, tt.hours)
		}
		d.Sees(tt.shown)
	}
}
