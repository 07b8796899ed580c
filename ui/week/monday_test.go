package week

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// in2026 returns a week of 2026; the one of today is 48.
func in2026(number int) journal.Week {
	w, _ := journal.ParseWeek("2026-W01")
	return w.Add(number - 1)
}

// unfinishedWeek returns a journal that usually has splits, with what is logged for 47.
func unfinishedWeek(last ...journal.Entry) journal.Contents {
	var c journal.Contents
	for n := 40; n <= 46; n++ {
		c.Entries = append(c.Entries, journal.Entry{Week: in2026(n), Split: &journal.Split{Technical: 100},
			Moments: []journal.Moment{moment("Fed the quokka", n, time.Monday)}})
	}
	c.Entries = append(c.Entries, last...)
	return c
}

func moment(text string, week int, day time.Weekday) journal.Moment {
	return journal.Moment{ID: "m" + text[:1], Text: text, Kind: "coding", Track: journal.Technical,
		Logged: in2026(week).Monday().AddDate(0, 0, int(day)-1)}
}

func TestMondayAsksToFinishTheLastWeek(t *testing.T) {
	for want, last := range map[string]journal.Entry{
		"Nothing is logged for it.":                                      {},
		"It has no moments yet.":                                         {Reflection: "So it went."},
		"It has 1 moment from Friday, and no split yet.":                 {Moments: []journal.Moment{moment("a", 47, time.Friday)}},
		"It has 2 moments from Tuesday and Wednesday, and no split yet.": {Moments: []journal.Moment{moment("a", 47, time.Wednesday), moment("b", 47, time.Tuesday)}},
		"It has 1 moment, and no split yet.":                             {Moments: []journal.Moment{moment("a", 46, time.Friday)}},
		"It has 3 moments from Monday and Sunday, and no split yet.":     {Moments: []journal.Moment{moment("a", 47, 7), moment("b", 47, time.Monday), moment("c", 47, time.Monday)}},
		"It has 3 moments, and no split yet.":                            {Moments: []journal.Moment{moment("a", 47, 1), moment("b", 47, 2), moment("c", 47, 3)}},
	} {
		var rest []journal.Entry
		if last.Week = in2026(47); !last.Empty() {
			rest = []journal.Entry{last}
		}
		d := newDesk(t, unfinishedWeek(rest...))
		d.Sees("Finish week 47?", want)
		d.TapButton("Open week 47")
		if got := d.page.Week(); got != in2026(47) {
			t.Errorf("the button opened %v", got)
		}
		d.Misses("Finish week 47?")
		d.page.Open(d.Today())
		d.Sees("Finish week 47?")
	}
}

// What was said stays said, for that week.
func TestMondayAsksOnce(t *testing.T) {
	on := uitest.NewDesk(t, unfinishedWeek())
	d := open(t, on, func(*session.Session) {})
	d.TapLink("Not now")
	d.Misses("Finish week")
	if d.Field() != d.field() {
		t.Error("the focus is not in the line")
	}
	d = open(t, on, func(*session.Session) {})
	d.Misses("Finish week")
	d.Clock.Pass(7 * 24 * time.Hour)
	d = open(t, on, func(*session.Session) {})
	d.Sees("Finish week 48?")
	d.TapLink("Not now")
	d.Misses("Finish week")
	if weeks := on.Preferences.Get().SkippedWeeks["test"]; len(weeks) != 2 {
		t.Errorf("the preferences have %q", weeks)
	}
}

func TestMondayMarksAWeekOff(t *testing.T) {
	d := newDesk(t, unfinishedWeek())
	d.Choose(uitest.Find(&d.Screen, func(b *controls.MenuButton) bool { return b.Text == "It was a week off" }), "Sick")
	d.Misses("Finish week")
	if got := d.Journal.Entry(in2026(47)).Away; got != "sick" {
		t.Errorf("week 47 is away for %q", got)
	}
	if e := d.Entry(); !e.Empty() || d.page.Week() != d.Today() {
		t.Errorf("the running week has %+v", e)
	}
	if len(d.offered) != 1 {
		t.Errorf("the page offered to undo %q", d.offered)
	}
	if _, err := d.Journal.Undo(); err != nil {
		t.Fatal(err)
	}
	d.page.Shown()
	d.Sees("Finish week 47?")
}

// Finishing the week ends the question.
func TestMondayIsGoneOnceFinished(t *testing.T) {
	d := newDesk(t, unfinishedWeek())
	d.TapButton("Open week 47")
	d.Focus(d.field())
	d.add("Late, but logged")
	d.page.setSplit(&journal.Split{People: 100})
	d.page.Open(d.Today())
	d.Misses("Finish week")
}

func TestMondayDoesNotAsk(t *testing.T) {
	for name, tt := range map[string]struct {
		contents journal.Contents
		change   func(*session.Session)
	}{
		"an empty journal": {journal.Contents{}, func(*session.Session) {}},
		"the sample":       {unfinishedWeek(), func(s *session.Session) { s.Sample = true }},
		"read only":        {unfinishedWeek(), func(s *session.Session) { s.ReadOnly = true }},
		"a week off":       {unfinishedWeek(journal.Entry{Week: in2026(47), Away: "leave"}), func(*session.Session) {}},
		"a doubtful clock": {unfinishedWeek(), func(s *session.Session) {
			s.Now = func() time.Time { return in2026(48).Add(60).Monday() }
		}},
	} {
		d := open(t, uitest.NewDesk(t, tt.contents), tt.change)
		if screen := d.Texts(); len(screen) == 0 || d.page.monday.root.Visible() {
			t.Errorf("in %s the page asks about a week before", name)
		}
	}
}

// The card of an empty week is no moment, and gives way to the first one.
func TestEmptyWeek(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Sees("A new week", "For example", "Untangled the retry queue with Noor 2h +2")
	d.page.Open(d.Today().Prev())
	d.Misses("For example")
	d.page.Open(d.Today())
	d.page.setAway(d.Today(), "leave")
	d.Misses("For example")
	d.page.countAsWorked()
	d.add("Fed the quokka")
	d.Misses("For example", "An empty week")
	d.Clock.Pass(8 * 24 * time.Hour) // a Tuesday
	french := open(t, d.Desk, func(s *session.Session) { s.Words = words.In(words.French) })
	french.Sees("Une semaine encore vide", "Démêlé la file")
	if french.Window.Canvas().Focused() != fyne.Focusable(french.field()) {
		t.Error("the focus is not in the line")
	}
}

// Space presses what has the focus and is typed nowhere, wherever that leads to.
func TestSpaceIsNotTypedIntoTheLine(t *testing.T) {
	d := newDesk(t, unfinishedWeek())
	d.Focus(uitest.Find(&d.Screen, func(l *controls.Link) bool { return l.Text() == "Not now" }))
	d.Press(fyne.KeySpace)
	d.Misses("Finish week")
	if text := d.field().Text; text != "" {
		t.Errorf("the line has %q", text)
	}
}
