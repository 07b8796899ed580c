package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// trends opens the Trends page of a desk.
func (d *desk) trends() *trendsPage {
	d.t.Helper()
	d.shell.space.open(pageTrends)
	return d.shell.space.pages[pageTrends].(*trendsPage)
}

// lean returns the card of the lean over time.
func (p *trendsPage) lean() *chartCard { return p.cards[leanChartID] }

// tap chooses one of the ways to say which weeks are meant.
func (s *spanChoice) tap(d *desk, kind spanKind) {
	for i, k := range s.offered {
		if k == kind {
			d.shell.window.Canvas().Focus(s.pills)
			s.pills.TypedRune(rune('1' + i))
			return
		}
	}
	d.t.Fatalf("%d is not offered, only %v", kind, s.offered)
}

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
	d := newDesk(t, sampleContents(t), words.English)
	page := d.trends()
	d.sees("Your work leans technical", "weeks logged of 26", "What changed about your work", "Staff track, platform")
	d.sees("What else the weeks say", "Of the hours you rated")
	if n := len(weeksOf(page.lean())); n != 26 {
		t.Errorf("the chart stands for %d weeks, want 26", n)
	}

	// Reading out with the keyboard, and Enter opens the week.
	view := page.lean().view
	d.shell.window.Canvas().Focus(view)
	d.press(fyne.KeyHome)
	if tip := view.Reading(); len(tip) == 0 || !strings.Contains(tip[0], "Week 23, 2026") {
		t.Errorf("the first week reads %q", tip)
	}
	d.press(fyne.KeyReturn)
	if d.shell.space.current != pageWeek || d.week().entry.Week.String() != "2026-W23" {
		t.Errorf("Enter opened %v on page %s", d.week().entry.Week, d.shell.space.current)
	}
}

func TestTrendsTooEarly(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	page := d.trends()
	d.sees("Nothing to read yet", "Log a week to begin.")
	d.misses("technical.", "people.", "What else the weeks say")
	for _, kind := range page.spans.offered {
		if kind == spanRole {
			t.Error("a journal without a role offers the weeks since it began")
		}
	}
	page.explain(lean.Subject{Figure: lean.LevelFigure})
	d.sees("Nothing is logged behind it yet.")
}

func TestSpans(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	page := d.trends()
	for _, tt := range []struct {
		kind  spanKind
		first string
		weeks int
	}{
		{12, "2026-W37", 12}, {52, "2025-W49", 52}, {spanRole, "2026-W34", 15}, {26, "2026-W23", 26},
	} {
		page.spans.tap(d, tt.kind)
		weeks := weeksOf(page.lean())
		if len(weeks) != tt.weeks || weeks[0].String() != tt.first || weeks[len(weeks)-1] != d.today() {
			t.Errorf("%d: %d weeks from %v, want %d from %s", tt.kind, len(weeks), weeks[0], tt.weeks, tt.first)
		}
	}
	page.spans.tap(d, spanAll)
	if n := len(weeksOf(page.lean())); n < 70 {
		t.Errorf("all weeks are %d", n)
	}
}

// TestOwnDates types weeks and days, good ones and bad ones.
func TestOwnDates(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	page := d.trends()
	d.misses("2026-W12 or")
	page.spans.tap(d, spanOwn)
	d.sees("From", "To")
	typeInto := func(f *weekField, text string) {
		d.shell.window.Canvas().Focus(f.text)
		f.text.SetText("")
		d.write(text)
		d.press(fyne.KeyReturn)
	}
	ends := func() string {
		weeks := weeksOf(page.lean())
		return weeks[0].String() + " " + weeks[len(weeks)-1].String()
	}
	if got := ends(); got != "2026-W23 2026-W48" {
		t.Errorf("own dates begin with %s", got)
	}
	typeInto(page.spans.from, "2026-w30")
	typeInto(page.spans.to, "2026-09-30")
	if got := ends(); got != "2026-W30 2026-W40" {
		t.Errorf("the chart is of %s", got)
	}
	typeInto(page.spans.from, "soon")
	d.sees("Write a week such as 2026-W12")
	typeInto(page.spans.from, "2026-W50")
	d.sees("The last week is before the first one.")
	d.misses("Write a week")
	if got := ends(); got != "2026-W30 2026-W40" {
		t.Errorf("a wrong date changed the chart to %s", got)
	}
	typeInto(page.spans.from, "2026-W31")
	d.misses("The last week is before")
	if got := ends(); got != "2026-W31 2026-W40" {
		t.Errorf("the chart is of %s", got)
	}
	page.spans.tap(d, 12)
	d.misses("From\n")
}

func TestWeekFrom(t *testing.T) {
	for _, tt := range []struct {
		text string
		lang words.Language
		want string
	}{
		{"2026-W12", words.English, "2026-W12"}, {" 2026-w12 ", words.English, "2026-W12"},
		{"2026-03-17", words.English, "2026-W12"}, {"2026-3-17", words.French, "2026-W12"},
		{"17.3.2026", words.English, "2026-W12"}, {"17/03/2026", words.French, "2026-W12"},
		{"17/03/2026", words.English, ""}, {"2026-W54", words.English, ""}, {"2026-02-30", words.English, ""},
		{"1666-09-02", words.English, ""}, {"", words.English, ""}, {"2026", words.English, ""},
		{"2021-01-03", words.English, "2020-W53"},
	} {
		got := weekFrom(tt.text, tt.lang)
		if tt.want == "" && got.Valid() || tt.want != "" && got.String() != tt.want {
			t.Errorf("%q in %s is %v, want %q", tt.text, tt.lang, got, tt.want)
		}
	}
}

// TestEvidence opens the panel of each line, and follows an entry to its week.
func TestEvidence(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	page := d.trends()
	c := d.shell.window.Canvas()
	c.Focus(page.facts.link)
	d.press(fyne.KeyReturn)
	d.sees("Where the time went", "What is behind it", "21 weeks, 112 moments.")
	list := d.list()
	if c.Focused() != list {
		t.Errorf("the focus is on %T, want on the list", c.Focused())
	}
	d.press(fyne.KeyEscape)
	d.misses("What is behind it")
	if c.Focused() != page.facts.link {
		t.Errorf("after Escape the focus is on %T, want on the link", c.Focused())
	}
	if !strings.Contains(page.facts.link.AccessibilityLabel(), "Where the time went") {
		t.Errorf("the link says %q", page.facts.link.AccessibilityLabel())
	}

	d.press(fyne.KeySpace)
	d.press(fyne.KeyDown, fyne.KeyReturn)
	if d.shell.space.current != pageWeek || d.week().entry.Week.String() != "2026-W47" {
		t.Errorf("the line opened %v on page %s", d.week().entry.Week, d.shell.space.current)
	}
	d.misses("What is behind it")

	// Each remark tells how it is computed.
	d.trends()
	if len(page.remarks.Objects) < 3 {
		t.Fatalf("%d remarks", len(page.remarks.Objects))
	}
	for _, o := range page.remarks.Objects {
		var link *controls.Link
		walk(o, func(o fyne.CanvasObject) {
			if l, ok := o.(*controls.Link); ok {
				link = l
			}
		})
		test.Tap(link)
		d.sees("What is behind it", "Method: ")
		d.tapButton("Close")
	}
}

// list returns the list on screen.
func (d *desk) list() (list *controls.List) {
	d.t.Helper()
	d.each(func(o fyne.CanvasObject) {
		if l, ok := o.(*controls.List); ok && list == nil {
			list = l
		}
	})
	if list == nil {
		d.t.Fatal("there is no list")
	}
	return list
}

// TestEvidenceOfEveryFigure holds that each sort of figure can be explained.
func TestEvidenceOfEveryFigure(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.French)
	page := d.trends()
	for _, f := range lean.Figures {
		s := lean.Subject{Figure: f, Span: page.lean().span}
		switch f {
		case lean.KindFigure:
			s.Kind = "debugging"
		case lean.DrainFigure:
			s.Track = journal.People
		case lean.StatedFigure:
			s.Question = journal.Questions[0]
		}
		page.explain(s)
		d.sees(words.In(words.French).Explain(f).Title, "Ce qu’il y a derrière", "Méthode")
		if n := d.list().Length(); n == 0 && f != lean.ChosenFigure {
			t.Errorf("nothing is behind %s", f)
		}
		d.tapButton("Fermer")
	}
}

// TestHits holds where a click on each sort of region leads.
func TestHits(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	page := d.trends()
	week := d.today().Add(-20)
	page.openHit(chart.Hit{Behind: lean.Subject{Figure: lean.WeekFigure, Span: lean.Span{From: week, To: week}}})
	if d.shell.space.current != pageWeek || d.week().entry.Week != week {
		t.Errorf("a week opened %v", d.week().entry.Week)
	}
	d.trends()
	page.openHit(chart.Hit{Behind: lean.Subject{Figure: lean.KindFigure, Kind: "coding"}})
	d.sees("What is behind it", "Coding · Week 23, 2026")
	d.tapButton("Close")

	// An event on the chart is edited there.
	hits := page.lean().view.Scene().Hits
	if hits[0].Event == "" {
		t.Fatal("the events have no regions")
	}
	page.openHit(hits[0])
	d.sees("What changed?", "Week, such as 2026-W18")
	d.shell.window.Canvas().Focused().(*controls.TextField).SetText("Walking in the Cévennes")
	d.tapButton("Save")
	d.sees("Walking in the Cévennes")

	// The letter E on a week declares a change in it.
	before := len(d.mine.Events())
	d.shell.window.Canvas().Focus(page.lean().view)
	d.press(fyne.KeyHome)
	page.lean().view.TypedRune('e')
	d.write("A new tool")
	d.tapButton("Save")
	events := d.mine.Events()
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
	d.sees("A new tool")
}
