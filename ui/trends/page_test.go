package trends

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/uitest"
)

// weeksOf returns the weeks that a chart has regions for.
func weeksOf(c *chartCard) (weeks []journal.Week) {
	for _, h := range c.view.Scene().Hits {
		if h.Event == "" {
			weeks = append(weeks, h.Behind.Span.From)
		}
	}
	return weeks
}

func TestTrends(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	page := d.page
	r := lean.Of(d.Journal.Entries(), d.Journal.Events(), page.dials.span)
	w := words.In(words.English)
	time, energy := w.TimeNow(r), w.EnergyNow(r)
	for _, text := range []string{
		w.Finding(r), time.Figure + " " + time.Certainty, energy.Figure + " " + energy.Certainty, w.WeeksCovered(r, d.Today()),
	} {
		d.Sees(strings.ReplaceAll(text, "\u00a0", " "))
	}
	if len(w.FindingSides(r)) == 0 {
		t.Errorf("%q names no side", w.Finding(r))
	}
	if n := len(weeksOf(page.dials)); n != 26 {
		t.Errorf("the chart stands for %d weeks, want 26", n)
	}

	// Reading out with the keyboard, and Enter opens the week.
	view := page.dials.view
	d.Window.Canvas().Focus(view)
	d.Press(fyne.KeyHome)
	if tip := view.Reading(); len(tip) == 0 || !strings.Contains(tip[0], "Week 23, 2026") {
		t.Errorf("the first week reads %q", tip)
	}
	d.Press(fyne.KeyReturn)
	d.wentTo("2026-W23")
}

// A journal without a week leads to what fills it, and shows no empty chart.
func TestTrendsOfAnEmptyJournal(t *testing.T) {
	for _, lang := range words.Languages {
		d := newDesk(t, journal.Contents{}, lang)
		d.Misses("26", "technical", "technique")
		d.TapButton(d.page.Words.Say("trends.start.log"))
		d.TapButton(d.page.Words.Say("trends.start.sample"))
		if want := []string{"log this week", "open the sample"}; !slices.Equal(d.acts, want) {
			t.Errorf("%s: it asked the window for %q, want %q", lang, d.acts, want)
		}
		d.page.AddChange()
		d.Write("A new team")
		d.Press(fyne.KeyReturn)
		d.Sees(d.page.Words.Say("events.title") + "   1")
		d.Window.Close()
	}
}

// Weeks that were chosen and in which nothing is logged are not taken for an empty
// journal.
func TestTrendsOfEmptyWeeks(t *testing.T) {
	c := uitest.Weeks(1)
	c.Entries[0].Week = journal.WeekOf(time.Date(2024, time.May, 6, 0, 0, 0, 0, time.UTC))
	d := newDesk(t, c, words.English)
	d.Sees("26 weeks to week 48 of 2026 · 0 logged, 25 missing · 0 moments", "Nothing to read in these weeks")
	d.Misses("Add a change…", "Log this week", "Time")
}

// In the first weeks each line tells what it waits for, and only what there is
// something to show for has a place.
func TestTrendsOfFirstWeeks(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.Sees("until a first reading", "3 weeks and 3 moments so far.", "Add a change…", "Energy by kind of work")
	d.Misses("Average energy on each track", "More findings", "Quarter by quarter")
}

// TestFindingColors: each side that the finding names is in its color, also where
// both are alike.
func TestFindingColors(t *testing.T) {
	colored := func(people journal.Energy) (texts []string) {
		var entries []journal.Entry
		last := journal.WeekOf(time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC))
		for i := range 26 {
			e := journal.Entry{Week: last.Add(-i), Split: &journal.Split{Technical: 20, Both: 10, People: 70}}
			for m := range 4 {
				lower := journal.Energy(m % 2)
				e.Moments = append(e.Moments,
					journal.Moment{ID: fmt.Sprint("t", m), Kind: "coding", Track: journal.Technical, Energy: 2 - lower},
					journal.Moment{ID: fmt.Sprint("p", m), Kind: "hiring", Track: journal.People, Energy: people - lower})
			}
			entries = append(entries, e)
		}
		r := lean.Of(entries, nil, lean.SpanOf(entries, last))
		for _, s := range findingSegments(words.In(words.English), r) {
			if s := s.(*widget.TextSegment); s.Style.ColorName != theme.ColorNameForeground {
				texts = append(texts, fmt.Sprintf("%s %s", s.Text, s.Style.ColorName))
			}
		}
		return texts
	}
	people, technical := "people work "+string(look.TrackText(journal.People)), "technical work "+string(look.TrackText(journal.Technical))
	if got, want := colored(1), []string{people, technical}; !slices.Equal(got, want) {
		t.Errorf("technical work gives more: %q, want %q", got, want)
	}
	if got, want := colored(2), []string{people, technical, people}; !slices.Equal(got, want) {
		t.Errorf("both give alike: %q, want %q", got, want)
	}
}

// TestExplanation opens the panel of each line, and follows an entry to its week.
func TestExplanation(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	page := d.page
	c := d.Window.Canvas()
	c.Focus(page.head.time.mark)
	d.Press(fyne.KeyReturn)
	d.Sees("Where your time goes", "What this figure rests on", "22 weeks, 109 moments.")
	list := d.List()
	if c.Focused() != list {
		t.Errorf("the focus is on %T, want on the list", c.Focused())
	}
	d.Press(fyne.KeyEscape)
	d.Misses("What this figure rests on")
	if c.Focused() != page.head.time.mark {
		t.Errorf("after Escape the focus is on %T, want on the link", c.Focused())
	}
	if !strings.Contains(page.head.time.mark.AccessibilityLabel(), "Where your time goes") {
		t.Errorf("the link says %q", page.head.time.mark.AccessibilityLabel())
	}

	d.Press(fyne.KeySpace)
	d.Press(fyne.KeyDown, fyne.KeyReturn)
	d.wentTo("2026-W47")
	d.Misses("What this figure rests on")

	// The manual is one click away.
	c.Focus(page.head.time.mark)
	d.Press(fyne.KeySpace)
	d.TapLink("Why do I see this?")
	d.Misses("What this figure rests on")
	if want := []string{"help figures#from-weeks-to-a-line"}; !slices.Equal(d.acts, want) {
		t.Errorf("it asked the window for %q, want %q", d.acts, want)
	}
}

// Each place of the manual that a figure leads to is a heading there.
func TestManualPlaces(t *testing.T) {
	manual, err := fs.ReadFile(assets.Manual, "manual/en/figures.md")
	if err != nil {
		t.Fatal(err)
	}
	headings := strings.ReplaceAll(strings.ToLower(string(manual)), " ", "-")
	for _, f := range lean.Figures {
		file, heading, _ := strings.Cut(manualPlace(f), "#")
		if file != "figures" || !strings.Contains(headings, "\n##-"+heading+"\n") {
			t.Errorf("%s leads to %q", f, manualPlace(f))
		}
	}
}

// Each sort of figure can be explained.
func TestExplanationOfEveryFigure(t *testing.T) {
	d := newDesk(t, measured(uitest.Sample(t), 12), words.French)
	page := d.page
	for _, f := range lean.Figures {
		s := lean.Subject{Figure: f, Span: page.dials.span}
		switch f {
		case lean.KindFigure:
			s.Kind = "debugging"
		case lean.DrainFigure:
			s.Track = journal.People
		case lean.StatedFigure:
			s.Question = journal.Questions[0]
		}
		page.explain(s)
		d.Sees(words.In(words.French).Explain(f).Title, "Ce sur quoi repose ce chiffre", "Méthode")
		if n := d.List().Length(); n == 0 && f != lean.ChosenFigure {
			t.Errorf("nothing is behind %s", f)
		}
		d.TapButton("Fermer")
	}
}

// A click on each sort of region leads somewhere.
func TestHits(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	page := d.page
	week := d.Today().Add(-20)
	page.openHit(chart.Hit{Behind: lean.Subject{Figure: lean.WeekFigure, Span: lean.Span{From: week, To: week}}})
	d.wentTo(week.String())
	d.page.Shown()
	page.openHit(chart.Hit{Behind: lean.Subject{Figure: lean.KindFigure, Kind: "coding"}})
	d.Sees("What this figure rests on", "Coding · week 23 of 2026")
	d.TapButton("Close")

	// An event on the chart is edited there.
	hits := page.dials.view.Scene().Hits
	if hits[0].Event == "" {
		t.Fatal("the events have no regions")
	}
	page.openHit(hits[0])
	d.Sees("What changed?", "Week")
	d.Window.Canvas().Focused().(*controls.TextField).SetText("Walking in the Cévennes")
	d.TapButton("Save")
	page.changes.fold.Toggle()
	d.Sees("Walking in the Cévennes")

	// The letter E on a week declares a change in it.
	before := len(d.Journal.Events())
	d.Window.Canvas().Focus(page.dials.view)
	d.Press(fyne.KeyHome)
	page.dials.view.TypedRune('e')
	d.Write("A new tool")
	d.TapButton("Save")
	events := d.Journal.Events()
	if len(events) != before+1 {
		t.Fatalf("%d events, want %d", len(events), before+1)
	}
	found := false
	for _, e := range events {
		found = found || e.Title == "A new tool" && e.Week.String() == "2026-W23"
	}
	if !found {
		t.Errorf("the change is not in the first week of the chart: %+v", events)
	}
	d.Sees("A new tool")
}

func TestOtherWeeksMakeOtherCharts(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.Focus(d.page.spans.Pills)
	d.page.spans.Pills.TypedRune('1') // 12 weeks
	d.Clock.Finish()
	weeks := weeksOf(d.page.dials)
	if len(weeks) != 12 || weeks[0].String() != "2026-W37" || weeks[11] != d.Today() {
		t.Errorf("the chart is of %v", weeks)
	}
}

// closed are the sections of the sample, in the order in which they are read.
var closed = []string{
	"More findings", "Energy by kind of work", "What you say, next to what you log", "Week by week", "Time against energy",
	"Quarter by quarter", "What took energy", "Changes at work",
}

// folds returns the headers of the sections on screen.
func (d *desk) folds() (folds []*controls.Fold) {
	d.Each(func(o fyne.CanvasObject) {
		if f, ok := o.(*controls.Fold); ok {
			folds = append(folds, f)
		}
	})
	return folds
}

// What is behind the two first charts is closed: it is drawn once it is opened, by a
// click, Enter or Space, and follows what is computed later.
func TestSections(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	folds := d.folds()
	for i, f := range folds {
		if i >= len(closed) || !strings.HasPrefix(f.AccessibilityLabel(), closed[i]+", ") || !strings.HasSuffix(f.AccessibilityLabel(), ", closed") {
			t.Errorf("section %d says %q", i, f.AccessibilityLabel())
		}
	}
	for _, c := range d.page.charts {
		if c.card != nil {
			t.Errorf("%s was drawn while it was closed", c.id)
		}
	}
	kinds := d.page.charts[0]
	d.Focus(kinds.fold)
	d.Press(fyne.KeyReturn)
	d.Sees("Average energy of the moments of each kind of work, by track.")
	if hits := kinds.card.view.Scene().Hits; len(hits) == 0 || !strings.HasSuffix(kinds.fold.AccessibilityLabel(), ", open") {
		t.Errorf("%d kinds are drawn in %q", len(hits), kinds.fold.AccessibilityLabel())
	}
	d.Press(fyne.KeySpace)
	d.Misses("Average energy of the moments of each kind of work, by track.")
	test.Tap(kinds.fold)
	before := kinds.card.span
	d.Focus(d.page.spans.Pills)
	d.page.spans.Pills.TypedRune('1') // 12 weeks
	d.Clock.Finish()
	if kinds.card.span == before {
		t.Error("what is open is of the weeks before")
	}
}

// Each finding has one question mark, and so has each chart but the one of the dials,
// whose figures are in the lines above.
func TestOneQuestionMarkAFigure(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	marks := func() (marks []*controls.QuestionMark) {
		d.Each(func(o fyne.CanvasObject) {
			if m, ok := o.(*controls.QuestionMark); ok {
				marks = append(marks, m)
			}
		})
		return marks
	}
	if got := marks(); len(got) != 3 {
		t.Errorf("%d question marks, want those of time, energy and the tracks", len(got))
	}
	for _, f := range d.folds() {
		f.Toggle()
	}
	want := 3 + len(d.page.findings.remarks) + len(d.page.charts)
	got := marks()
	if len(got) != want {
		t.Errorf("%d question marks, want %d", len(got), want)
	}
	spoken := map[string]bool{}
	for _, m := range got {
		test.Tap(m)
		d.Sees("What this figure rests on", "Method: ", "Why do I see this?")
		d.TapButton("Close")
		spoken[m.AccessibilityLabel()] = true
	}
	if len(spoken) < want-2 { // two findings may be of one sort
		t.Errorf("they say only %v", spoken)
	}
}

// Nothing is computed again when the page is shown and nothing changed.
func TestNothingIsComputedTwice(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.page.Shown()
	d.page.Changed(d.Today())
	if d.page.asked != 1 {
		t.Errorf("it was computed %d times", d.page.asked)
	}
	e := journal.Entry{Week: d.Today(), Split: &journal.Split{Technical: 100}}
	if err := d.Journal.Save(e); err != nil {
		t.Fatal(err)
	}
	d.page.Changed(e.Week)
	d.Clock.Finish()
	if d.page.asked != 2 {
		t.Errorf("after a change it was computed %d times", d.page.asked)
	}
	d.Clock.Advance(7 * 24 * time.Hour)
	d.page.Shown()
	if d.page.asked != 3 {
		t.Errorf("in another week it was computed %d times", d.page.asked)
	}
}

// The menu of a week and of a change on the chart has what a click does, and what the
// letter E does; that of the chart gives it away.
func TestMenuOfTheChart(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	view := d.page.dials.view
	d.Focus(view)
	d.Press(fyne.KeyHome, fyne.KeyRight, desktop.KeyMenu)
	d.ChooseItem("Open week 24 of 2026")
	d.wentTo("2026-W24")
	d.Focus(view)
	if tip := view.Reading(); len(tip) == 0 || !strings.Contains(tip[0], "Week 24") {
		t.Errorf("back in the chart it reads %q", tip)
	}
	d.Press(desktop.KeyMenu)
	d.ChooseItem("Add a change in week 24 of 2026…")
	d.Sees("What changed?")
	if p := uitest.Find[*choices.WeekPicker](&d.Screen, nil); p.Text != "Week 24, 2026" {
		t.Errorf("the change is in %s", p.Text)
	}
	d.TapButton("Cancel")
	hits := view.Scene().Hits
	var texts []string
	for _, item := range d.page.dials.menuAt(&hits[0]) {
		texts = append(texts, item.Label)
	}
	if want := []string{"Edit this change…", "", "Save as SVG…", "Save as PNG…", "", "Read as text"}; !slices.Equal(texts, want) {
		t.Errorf("the menu of a change is %q, want %q", texts, want)
	}
}

// The line for energy opens all that it rests on: the comparison and the states, each
// with its entries.
func TestEnergyIsExplained(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	w := words.In(words.English)
	c := d.Window.Canvas()
	c.Focus(d.page.head.energy.mark)
	d.Press(fyne.KeySpace)
	pills := uitest.Find(&d.Screen, func(c *controls.Choice) bool { return c != d.page.spans.Pills })
	for i, f := range []lean.Figure{lean.EnergyFigure, lean.StateFigure} {
		if i > 0 {
			c.Focus(pills)
			d.Press(fyne.KeyRight)
		}
		x := w.Explain(f)
		plain := strings.NewReplacer("\u00a0", " ").Replace
		d.Sees(x.Title, plain(x.How), plain(x.Inputs), plain(x.Source), "What this figure rests on")
		if d.List().Length() == 0 {
			t.Errorf("no entries are behind %s", f)
		}
	}
}

// TestChangedWeek checks that a week that is saved while the page is shown changes
// what it shows: the week that was left for this page is not on the disk at once.
func TestChangedWeek(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.Sees("3 weeks and 3 moments so far.")
	e := journal.Entry{Week: d.Today().Add(-5), Split: &journal.Split{Technical: 100}}
	if err := d.Journal.Save(e); err != nil {
		t.Fatal(err)
	}
	d.page.Changed(e.Week)
	d.Clock.Finish()
	d.Sees("4 weeks and 3 moments so far.")
}
