package week

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// fakeLooker finds what a test gave it, and counts the looks.
type fakeLooker struct {
	found  source.Found
	looked []source.Span
	own    []string
}

func (f *fakeLooker) Look(ctx context.Context, places evidence.Places, s source.Span) (source.Found, error) {
	f.looked, f.own = append(f.looked, s), places.Own
	return f.found, ctx.Err()
}

// at returns a time of the week of the tests, on a day from 0 for Monday.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, 16+day, hour, minute, 0, 0, time.UTC)
}

// meeting returns a meeting of some minutes.
func meeting(title string, from time.Time, minutes int) source.Item {
	return source.Item{What: source.Meeting, Key: title + from.String(), Title: title, Start: from, End: from.Add(time.Duration(minutes) * time.Minute)}
}

// commit returns a commit.
func commit(repository string, when time.Time) source.Item {
	return source.Item{What: source.Commit, Key: repository + when.String(), Title: repository, Start: when, End: when}
}

// worked is what a week held: five standups, a planning, and commits.
func worked() source.Found {
	var items []source.Item
	for d := range 5 {
		items = append(items, meeting("Standup", at(d, 9, 30), 15), commit("shop", at(d, 15, 0)))
	}
	items = append(items, meeting("Sprint planning", at(0, 10, 0), 120), commit("tools", at(1, 11, 0)))
	slices.SortStableFunc(items, func(a, b source.Item) int { return a.Start.Compare(b.Start) })
	return source.Found{Items: items}
}

// heldDesk shows week 47, which has ended, with sources chosen and looked at.
func heldDesk(t testing.TB, found source.Found, change ...func(*preferences.Evidence)) (*desk, *fakeLooker) {
	t.Helper()
	on := uitest.NewDesk(t, journal.Contents{})
	prefer(t, on, func(e *preferences.Evidence) {
		e.Places, e.Own = map[string][]string{"git": {"/src/shop"}}, []string{"me@example.org"}
		for _, each := range change {
			each(e)
		}
	})
	looker := &fakeLooker{found: found}
	d := openWith(t, on, func(*session.Session) {}, looker)
	d.page.Open(week47)
	d.Clock.Finish()
	return d, looker
}

var week47 = journal.WeekOf(at(0, 12, 0))

// prefer changes what is chosen about sources.
func prefer(t testing.TB, on *uitest.Desk, change func(*preferences.Evidence)) {
	t.Helper()
	if err := on.Preferences.Change(func(p *preferences.Preferences) { p.ChangeEvidence("test", change) }); err != nil {
		t.Fatal(err)
	}
}

// shows reports whether a text is on screen now.
func (d *desk) shows(text string) bool { return strings.Contains(d.TextsNow(), text) }

// moments returns the moments of week 47 in the journal.
func (d *desk) moments() []journal.Moment {
	d.Clock.Finish()
	return d.Journal.Entry(week47).Moments
}

// Without sources, one quiet line leads to where they are chosen. It is hidden for
// good, and not there in a sample or where there are no kinds of sources.
func TestHeldInvites(t *testing.T) {
	on := uitest.NewDesk(t, journal.Contents{})
	looker := &fakeLooker{}
	d := openWith(t, on, func(*session.Session) {}, looker)
	d.TapLink("See what this week held")
	if d.sources != 1 || len(looker.looked) != 0 {
		t.Errorf("the sources were opened %d times, and looked at %d times", d.sources, len(looker.looked))
	}
	d.TapLink("Don’t show this")
	d.Misses("See what this week held")
	if !d.Preferences.Get().Evidence["test"].Hidden || d.done == "" {
		t.Error("that is not stored, or not said")
	}
	for name, d := range map[string]*desk{
		"without kinds": newDesk(t, journal.Contents{}),
		"in a sample":   openWith(t, uitest.NewDesk(t, journal.Contents{}), func(s *session.Session) { s.Sample = true }, looker),
	} {
		if d.shows("See what this week held") {
			t.Errorf("%s it is there", name)
		}
	}
}

// Two keys make a moment of each line: Enter, and one from 1 to 5. The focus goes on to
// the next line; what is logged is marked, and not asked about again.
func TestHeldIsLoggedByTwoKeys(t *testing.T) {
	d, _ := heldDesk(t, worked())
	d.Sees("What that week held", "Sprint planning", "Standup", "5 times", "shop", "5 commits")
	lines := len(d.page.held.held.Lines)
	if lines != 4 {
		t.Fatalf("there are %d lines", lines)
	}
	d.Focus(d.page.held.rows)
	var keys int
	for range lines {
		d.Press(fyne.KeyReturn)
		if keys++; d.page.held.writing == nil {
			t.Fatal("no line is written")
		}
		if d.Field() == d.page.held.writing.line.Text() { // its kind is asked: nothing was logged to guess by
			d.Press(fyne.KeyDown, fyne.KeyReturn)
		}
		d.Window.Canvas().Focused().TypedRune('4')
		keys++
		if d.Window.Canvas().Focused() != fyne.Focusable(d.page.held.rows) {
			t.Fatalf("%T has the focus then", d.Window.Canvas().Focused())
		}
	}
	moments := d.moments()
	if len(moments) != lines || keys != 2*lines {
		t.Fatalf("%d moments by %d keys", len(moments), keys)
	}
	for i, l := range d.page.held.held.Lines {
		m := moments[i]
		if !l.Logged || m.Source != l.Source || m.Energy != journal.Energy(1) || m.Hours != l.Hours || !strings.Contains(m.Text, l.Title) {
			t.Errorf("of %+v is %+v", l, m)
		}
		if l.What == source.Commit && m.Kind != "coding" {
			t.Errorf("a commit is %s", m.Kind)
		}
	}
	d.Press(fyne.KeyHome, fyne.KeyReturn)
	if d.page.held.writing != nil || d.Window.Canvas().Focused() != fyne.Focusable(d.page.moments.rows) {
		t.Error("Enter on a line that is logged does not lead to its moment")
	}
	if len(d.moments()) != lines {
		t.Error("it is logged again")
	}
}

// What a line is asked is in view, also in the smallest window.
func TestHeldIsInView(t *testing.T) {
	d, _ := heldDesk(t, worked())
	d.Window.Resize(fyne.NewSize(900-140, 600))
	d.Settle()
	d.Focus(d.page.held.rows)
	for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd} { // whose kind is asked, and its energy
		d.Press(key, fyne.KeyReturn)
		root := d.page.held.writing.root
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(root).Y
		if bottom := top + root.Size().Height; top < 60 || bottom > 600 {
			t.Errorf("it is from %.0f to %.0f", top, bottom)
		}
		d.page.held.writing.leave()
	}
}

// Nothing that is half-written in the line is touched, and a line that was changed and
// left is as it was when it is opened again.
func TestHeldLeavesWhatIsWritten(t *testing.T) {
	d, _ := heldDesk(t, worked())
	d.Focus(d.field())
	d.Write("half a thought #tag")
	d.Focus(d.page.held.rows)
	d.Press(fyne.KeyEnd, fyne.KeyReturn) // of commits
	editor := d.page.held.writing.line
	if editor.Text().Text != "Work on tools /coding" {
		t.Errorf("proposed is %q", editor.Text().Text)
	}
	d.Press(fyne.KeyEscape) // back from the question
	d.Write(" at last")
	d.Press(fyne.KeyEscape)
	if d.page.held.writing != nil || d.Window.Canvas().Focused() != fyne.Focusable(d.page.held.rows) || len(d.moments()) != 0 {
		t.Fatal("Escape does not leave the line")
	}
	d.Press(fyne.KeyReturn)
	if got := d.page.held.writing.line.Text().Text; !strings.Contains(got, " at last") {
		t.Errorf("it is %q again", got)
	}
	d.Press(fyne.KeyReturn)
	d.Window.Canvas().Focused().TypedRune('1')
	if got := d.moments(); len(got) != 1 || !strings.Contains(got[0].Text, " at last") || got[0].Source == "" {
		t.Errorf("logged is %+v", got)
	}
	if d.field().Text != "half a thought #tag" {
		t.Errorf("the line is %q", d.field().Text)
	}
}

// What is half-written of a line of what the week held is there again after a crash, next
// to what is half-written in the line.
func TestHeldSurvivesACrash(t *testing.T) {
	for _, line := range []string{"", "half a thought"} {
		d, looker := heldDesk(t, worked())
		d.Focus(d.field())
		d.Write(line)
		d.Focus(d.page.held.rows)
		d.Press(fyne.KeyEnd, fyne.KeyReturn, fyne.KeyEscape)
		d.Write(" at last")
		d.Clock.Advance(time.Minute)
		on := uitest.NewDeskOn(t, uitest.NewClock(), d.Memory.Reopen())
		prefer(t, on, func(e *preferences.Evidence) { e.Places = map[string][]string{"git": {"/src/shop"}} })
		d = openWith(t, on, func(*session.Session) {}, looker)
		d.page.Open(week47)
		d.Clock.Finish()
		if d.field().Text != line {
			t.Errorf("the line is %q, want %q", d.field().Text, line)
		}
		d.Focus(d.page.held.rows)
		d.Press(fyne.KeyEnd, fyne.KeyReturn)
		if got := d.page.held.writing.line.Text().Text; !strings.HasSuffix(got, " at last") {
			t.Errorf("it is %q", got)
		}
	}
}

// Titles that have the form of tokens, or of nothing, are texts all the same.
func TestHeldTitlesStayTexts(t *testing.T) {
	titles := []string{"Sync #team /review +2", "2h review", "3 h", "", `\`, "Demo 12", "a, b,", strings.Repeat("long ", 400)}
	for _, title := range titles {
		d, _ := heldDesk(t, source.Found{Items: []source.Item{meeting(title, at(1, 10, 0), 75)}})
		d.Focus(d.page.held.rows)
		d.Press(fyne.KeyReturn)
		for _, keys := range [][]fyne.KeyName{{fyne.KeyReturn}, {fyne.KeyDown, fyne.KeyReturn}} {
			if w := d.page.held.writing; w != nil && d.Field() == w.line.Text() { // its kind is asked
				d.Press(keys...)
			}
		}
		d.Window.Canvas().Focused().TypedRune('3')
		got := d.moments()
		want := d.page.Words.EvidenceText(d.page.held.held.Lines[0])
		if len(got) != 1 || len(got[0].Tags) > 0 || strings.TrimRight(got[0].Text, ",") != strings.TrimRight(strings.TrimSpace(want), ",") {
			t.Errorf("of %q is logged %+v", title, got)
		} else if got[0].Hours != 1.25 && got[0].Hours != 0 {
			t.Errorf("of %q are logged %v hours", title, got[0].Hours)
		}
	}
}

// Of many lines the first are shown, and all once one asks for them or goes on beyond them.
func TestHeldShowsTheFirst(t *testing.T) {
	var found source.Found
	for i := range 20 {
		found.Items = append(found.Items, commit(fmt.Sprintf("repository %02d", i), at(1, 10, i)))
	}
	d, _ := heldDesk(t, found)
	d.Sees("repository 09", "Show all 20")
	d.Misses("repository 10")
	d.TapLink("Show all 20")
	d.Sees("repository 19")
	d.Misses("Show all 20")
	if d.Window.Canvas().Focused() != fyne.Focusable(d.page.held.rows) {
		t.Error("the focus is not on the list")
	}

	d.page.Open(week47.Prev())
	d.page.Open(week47)
	d.Clock.Finish()
	d.Misses("repository 10")
	d.Focus(d.page.held.rows)
	d.Press(fyne.KeyEnd, fyne.KeyReturn)
	d.Window.Canvas().Focused().TypedRune('4')
	d.Press(fyne.KeyReturn)
	if w := d.page.held.writing; w == nil || w.of.Title != "repository 10" {
		t.Error("it does not go on beyond those that are shown")
	}

	few, _ := heldDesk(t, source.Found{Items: found.Items[:12]})
	few.Sees("repository 11")
}

// What is dismissed is never shown again, in no week, until that is undone.
func TestHeldIsDismissed(t *testing.T) {
	d, _ := heldDesk(t, worked())
	d.Focus(d.page.held.rows)
	d.Press(fyne.KeyHome, fyne.KeyDelete)
	d.Misses("Sprint planning")
	if len(d.Journal.Dismissed()) != 1 || len(d.offered) != 1 {
		t.Errorf("%d are dismissed, and %q is offered to undo", len(d.Journal.Dismissed()), d.offered)
	}
	if _, err := d.Journal.Undo(); err != nil {
		t.Fatal(err)
	}
	d.page.Reload()
	d.Sees("Sprint planning")
	d.Focus(d.page.held.rows)
	d.Press(fyne.KeyHome, desktop.KeyMenu)
	d.ChooseItem("Never show this (Delete)")
	d.Misses("Sprint planning")
}

// Only the week on screen is looked at, and no longer once it or the page is left. That
// a look goes on is said once it takes longer, and no save waits for it.
func TestHeldLooksAtTheWeekOnScreen(t *testing.T) {
	d, looker := heldDesk(t, worked())
	looker.looked = nil
	d.page.Open(week47.Prev())
	if d.Clock.Looking() != 1 || d.shows("Standup") || d.shows("Looking…") {
		t.Error("another week is not looked at, or shows what this one held")
	}
	d.Clock.Pass(lookingAfter)
	if !d.shows("Looking…") {
		t.Error("that it takes longer is not said")
	}
	d.page.Open(week47.Add(-2))
	if d.Clock.Looking() != 1 || d.shows("Looking…") {
		t.Errorf("%d weeks are looked at", d.Clock.Looking())
	}
	d.page.Left()
	if d.Clock.Looking() != 0 {
		t.Error("the look goes on")
	}
	d.Clock.Finish()
	if len(looker.looked) != 0 {
		t.Errorf("looked at %v", looker.looked)
	}
	d.page.Shown()
	d.Clock.Finish()
	if len(looker.looked) != 1 || !looker.looked[0].Contains(week47.Add(-2).Monday().Add(12*time.Hour)) || looker.own[0] != "me@example.org" {
		t.Errorf("looked at %v", looker.looked)
	}
	d.page.Open(d.Today().Next().Next())
	d.Clock.Finish()
	if len(looker.looked) != 1 || d.page.held.root.Visible() {
		t.Error("a week that has not begun is looked at")
	}
}

// What could not be read is told next to what could be.
func TestHeldTellsTroubles(t *testing.T) {
	found := worked()
	for i := range 5 {
		found.Troubles = append(found.Troubles, source.Trouble{Path: fmt.Sprintf("/cal/%d.ics", i), Line: 7, Err: fmt.Errorf("read: %w", source.ErrRule)})
	}
	found.Troubles[1].Err = errors.New("of no kind")
	d, _ := heldDesk(t, found)
	d.Sees("Standup", "/cal/0.ics, line 7: ", "/cal/2.ics", "2 more problems.")
	d.Misses("/cal/3.ics")
}

// A week off as a whole is offered to be marked as one.
func TestHeldOffersAWeekOff(t *testing.T) {
	d, _ := heldDesk(t, source.Found{Items: []source.Item{{What: source.Off, Key: "off", Start: at(0, 0, 0), End: at(5, 0, 0)}}})
	d.Sees("Your calendar shows the whole week off.")
	d.TapButton("Mark as a week off…")
	d.TapButton("Vacation or leave")
	d.Clock.Finish()
	if d.Journal.Entry(week47).Away == "" || d.page.held.root.Visible() {
		t.Errorf("the week is %+v", d.Journal.Entry(week47))
	}
}

// What was measured is shown only once the split is set, and never changes it. It is kept
// if the user wants that, and goes with the split.
func TestMeasuredIsComparedAfterTheSplit(t *testing.T) {
	d, _ := heldDesk(t, worked())
	if !d.page.held.held.Enough() {
		t.Fatalf("%.2f of the week is covered", d.page.held.held.Covered)
	}
	d.add("Fixed the flaky test") // a week with nothing but figures is an empty one
	const said = "Your calendar says"
	d.Misses(said)
	split := journal.Split{Technical: 60, Both: 10, People: 30}
	d.Focus(d.page.split.fields[0])
	d.Write("60")
	if d.shows(said) {
		t.Error("it is shown before the split is set")
	}
	d.Focus(d.page.split.fields[1])
	d.Write("10")
	d.Sees(said)
	entry := func() journal.Entry {
		d.Clock.Advance(time.Minute)
		return d.Journal.Entry(week47)
	}
	if e := entry(); *e.Split != split || e.Evidence != nil {
		t.Errorf("the week is %+v", e)
	}
	d.TapLink("Keep it next to mine")
	e := entry()
	if *e.Split != split || e.Evidence == nil || *e.Evidence != d.page.held.held.Hours || !d.Preferences.Get().Evidence["test"].Figures {
		t.Errorf("kept, the week is %+v", e)
	}
	d.Sees(said)
	d.Misses("Keep it next to mine")
	d.TapLink("Clear")
	if e := entry(); e.Evidence != nil || e.Split != nil {
		t.Errorf("without a split, the week is %+v", e)
	}
	d.Misses(said)
	d.page.setSplit(&split)
	if e := entry(); e.Evidence == nil {
		t.Error("later it is not kept with the split")
	}
}

// Where too little of the week is covered, nothing is compared.
func TestMeasuredTooLittle(t *testing.T) {
	d, _ := heldDesk(t, source.Found{Items: []source.Item{meeting("Standup", at(0, 9, 0), 15)}}, func(e *preferences.Evidence) { e.Figures = true })
	d.page.setSplit(&journal.Split{Technical: 60, Both: 10, People: 30})
	d.Clock.Advance(time.Minute)
	d.Misses("Your calendar says")
	if d.Journal.Entry(week47).Evidence != nil {
		t.Error("it is kept")
	}
}

// The card fits, in both languages and all sizes.
func TestHeldFits(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		for _, size := range uitest.Sweep(preferences.MinText, preferences.MaxText) {
			found := worked()
			found.Items = append(found.Items, meeting(strings.Repeat("A long title ", 20), at(2, 13, 0), 600), meeting(strings.Repeat("x", 500), at(3, 13, 0), 30))
			found.Troubles = []source.Trouble{{Path: "/home/me/" + strings.Repeat("folder/", 9) + "work.ics", Line: 123, Err: source.ErrZone}}
			on := uitest.NewDesk(t, journal.Contents{})
			prefer(t, on, func(e *preferences.Evidence) { e.Places = map[string][]string{"git": {"/src"}} })
			if err := on.Preferences.Change(func(p *preferences.Preferences) { p.TextSize = size }); err != nil {
				t.Fatal(err)
			}
			on.App.Settings().SetTheme(look.New(on.Preferences.Get()))
			d := openWith(t, on, func(s *session.Session) { *s = on.Session(lang) }, &fakeLooker{found: found})
			d.page.Open(week47)
			d.page.setSplit(&journal.Split{Technical: 60, Both: 10, People: 30})
			d.Clock.Finish()
			for _, window := range uitest.Sweep(fyne.NewSize(900-176, 600), fyne.NewSize(1600, 1000)) {
				d.Window.Resize(window)
				d.Settle()
				for _, wrong := range slices.Concat(d.CutTexts(), d.Overlaps(), d.LowTargets()) {
					if !strings.Contains(wrong, "xxx") {
						t.Errorf("%s, %d %%, %v: %s", lang, size, window, wrong)
					}
				}
			}
			d.Focus(d.page.held.rows)
			d.Press(fyne.KeyReturn)
			d.Settle()
			if cut := d.CutTexts(); len(cut) > 0 && !strings.Contains(cut[0], "xxx") {
				t.Errorf("%s, %d %%, while a line is written: %s", lang, size, cut)
			}
		}
	}
}
