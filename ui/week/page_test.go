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
	d.Write("Found the lock-order inversion")
	d.Press(fyne.KeyTab, fyne.KeyRight)                // kind: debugging
	d.Press(fyne.KeyTab, fyne.KeyRight, fyne.KeyRight) // energy: energized
	d.Press(fyne.KeyTab)                               // hours
	d.Write("4")                                       // the fourth: 4 hours
	d.Press(fyne.KeyReturn)

	moments := d.Entry().Moments
	if len(moments) != 1 {
		t.Fatalf("the journal has %d moments, want 1", len(moments))
	}
	m := moments[0]
	if m.Text != "Found the lock-order inversion" || m.Kind != "debugging" || m.Track != journal.Technical ||
		m.Energy != journal.Energized || m.Hours != 4 || !m.Logged.Equal(d.Clock.Now()) {
		t.Errorf("the journal has %+v", m)
	}
	d.Sees("Found the lock-order inversion", "Debugging", "4 h", "All changes saved", "1 week")

	if d.page.quick.form.text.Text != "" {
		t.Error("the line was not emptied for the next moment")
	}
	d.Write("Second")
	d.Press(fyne.KeyReturn)
	if moments := d.Entry().Moments; len(moments) != 2 || moments[1].Kind != "debugging" || moments[1].Energy != journal.Neutral || moments[1].Hours != 0 {
		t.Errorf("after a second Enter the journal has %+v", moments)
	}
}

func TestAddNeedsText(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("   ")
	d.TapButton("Add")
	d.Sees("Text must not be empty.")
	d.Write("x")
	d.TapButton("Add")
	d.Misses("must not be empty")
}

func TestAddDetails(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("Said no to a fourth meeting")
	d.TapLink("More details")
	form := d.page.quick.form
	test.Type(form.tags, "#calendar, focus ,calendar")
	form.exact.SetText("1,75")
	form.track.SetChosen(2)
	form.chosen.SetChecked(true)
	form.private.SetChecked(true)
	d.TapButton("Add")
	m := d.Entry().Moments[0]
	if m.Hours != 1.75 || m.Track != journal.People || !m.Chosen || !m.Private || len(m.Tags) != 2 || m.Tags[0] != "calendar" || m.Tags[1] != "focus" {
		t.Errorf("the journal has %+v", m)
	}
	d.Sees("#calendar #focus · chosen · private", "Design · people", "1.75 h")
	d.Write("Next")
	d.TapButton("Add")
	if m := d.Entry().Moments[1]; m.Private || m.Chosen || len(m.Tags) != 0 || m.Track != journal.Technical {
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
	d.Write("edited")
	d.TapButton("Save")
	if got := d.Entry().Moments[0].Text; got != "editedFirst" {
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
	if got := d.page.quick.form.text.Text; got != "half of the third" {
		t.Errorf("the end of a save left %q in the line", got)
	}
	d.Sees("First", "Second", "All changes saved")
	if m := d.Entry().Moments; len(m) != 2 || m[0].Text != "First" || m[1].Text != "Second" {
		t.Errorf("the journal has %+v", m)
	}
}

func TestOwnKind(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.page.newKind()
	d.Write("Mentoring circle")
	d.TapButton("Save")
	form := d.page.quick.form
	if got := form.kind.Selected; got != "Mentoring circle · tech lead" {
		t.Errorf("the kind chosen is %q", got)
	}
	d.Window.Canvas().Focus(form.text)
	d.Write("First round")
	d.Press(fyne.KeyReturn)
	if m := d.Entry().Moments[0]; m.Track != journal.Both {
		t.Errorf("the moment is %+v", m)
	}
	d.Sees("Mentoring circle")
}

// A kind whose name has the letters of another is that one, and so is a tag.
func TestNamesWithTheSameLettersAreOne(t *testing.T) {
	d := newDesk(t, journal.Contents{Kinds: []journal.Kind{{ID: "own", Name: "Gérance d’été", Track: journal.People}}})
	for typed, want := range map[string]string{"gerance d'ETE": "own", " CODING": "coding", "１:１": "", "Code\u00a0review": "review"} {
		before := len(d.Journal.Kinds())
		d.page.newKind()
		d.Write(typed)
		d.TapButton("Save")
		if got := d.page.quick.form.kindID(); want != "" && (got != want || len(d.Journal.Kinds()) != before) {
			t.Errorf("%q is %q, and there are %d kinds", typed, got, len(d.Journal.Kinds()))
		} else if want == "" && len(d.Journal.Kinds()) != before+1 {
			t.Errorf("%q is no kind of its own", typed)
		}
	}
	for i, tt := range []struct{ typed, want string }{
		{"Été, c++", "Été|c++"}, {"ete, #C++", "Été|c++"}, {"ÉTÉ,ete", "Été"}, {"étés", "étés"}, {"\u200b, \u3164,#\ufe0f,\u2800,\U0001d159,\u0301", ""},
	} {
		d.Focus(d.page.quick.form.text)
		d.Write("Tagged")
		d.page.quick.form.tags.SetText(tt.typed)
		d.TapButton("Add")
		if got := strings.Join(d.Entry().Moments[i].Tags, "|"); got != tt.want {
			t.Errorf("%q is tagged %q, want %q", tt.typed, got, tt.want)
		}
	}
	m := d.Entry().Moments[1]
	d.edit(m, func(f *momentForm) { f.tags.SetText("ete, new, C++") })
	if got := strings.Join(d.Entry().Moments[1].Tags, "|"); got != "ete|new|C++" {
		t.Errorf("a corrected spelling became %q", got)
	}
}

// What cannot be seen is no moment.
func TestATextThatCannotBeSeen(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	for _, text := range []string{"\ufe0f", "\u3164", "\u2800 ", "\u200b\u0301"} {
		d.page.quick.form.text.SetText(text)
		d.TapButton("Add")
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
		d.Write("Counted the minutes")
		d.page.quick.form.exact.SetText(tt.typed)
		d.TapButton("Add")
		if m := d.Entry().Moments[i]; m.Hours != tt.hours {
			t.Errorf("%q: %v hours, want %v", tt.typed, m.Hours, tt.hours)
		}
		d.Sees(tt.shown)
	}
	d.Write("Counted nothing")
	d.page.quick.form.exact.SetText("a while")
	d.TapButton("Add")
	d.Sees("such as 1h30 or 90m")
}

// A form that shows hours and tags in a shorter form than the journal has leaves
// them alone.
func TestUntouchedHoursAndTags(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	form := d.page.quick.form
	for _, hours := range []float64{1. / 3, 4. / 3, 0.3333, 1. / 7, 0.001, 1e-9, 167.9999} {
		before := newMoment(journal.NewID(), d.page.Now())
		before.Text, before.Kind, before.Track, before.Hours = "Counted", "coding", journal.Technical, hours
		before.Tags = []string{"one, two", "#three", "a  b", "Go", "go"}
		form.set(before)
		after, err := form.read(before)
		if err != nil || !sameMoment(after, before) {
			t.Errorf("%+v became %+v, %v", before, after, err)
		}
	}
}
