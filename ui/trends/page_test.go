package trends

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
	"heliotrope/ui/uitest"
)

// lean returns the card of the lean over time.
func (p *Page) lean() *chartCard { return p.cards[leanChartID] }

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
	d.Sees("Your work leans technical", "weeks logged of 26", "Changes at work", "Staff track, platform")
	d.Sees("More findings", "Of the hours you rated")
	if n := len(weeksOf(page.lean())); n != 26 {
		t.Errorf("the chart stands for %d weeks, want 26", n)
	}

	// Reading out with the keyboard, and Enter opens the week.
	view := page.lean().view
	d.Window.Canvas().Focus(view)
	d.Press(fyne.KeyHome)
	if tip := view.Reading(); len(tip) == 0 || !strings.Contains(tip[0], "Week 23, 2026") {
		t.Errorf("the first week reads %q", tip)
	}
	d.Press(fyne.KeyReturn)
	d.wentTo("2026-W23")
}

func TestTrendsTooEarly(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	page := d.page
	d.Sees("Nothing to read yet", "Log a week to begin.")
	d.Misses("technical.", "people.", "More findings")
	page.explain(lean.Subject{Figure: lean.LevelFigure})
	d.Sees("No entries yet.")
}

// TestEvidence opens the panel of each line, and follows an entry to its week.
func TestEvidence(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	page := d.page
	c := d.Window.Canvas()
	c.Focus(page.facts.link)
	d.Press(fyne.KeyReturn)
	d.Sees("Where the time went", "What this figure rests on", "21 weeks, 112 moments.")
	list := d.List()
	if c.Focused() != list {
		t.Errorf("the focus is on %T, want on the list", c.Focused())
	}
	d.Press(fyne.KeyEscape)
	d.Misses("What this figure rests on")
	if c.Focused() != page.facts.link {
		t.Errorf("after Escape the focus is on %T, want on the link", c.Focused())
	}
	if !strings.Contains(page.facts.link.AccessibilityLabel(), "Where the time went") {
		t.Errorf("the link says %q", page.facts.link.AccessibilityLabel())
	}

	d.Press(fyne.KeySpace)
	d.Press(fyne.KeyDown, fyne.KeyReturn)
	d.wentTo("2026-W47")
	d.Misses("What this figure rests on")

	// Each remark tells how it is computed.
	d.page.Shown()
	if len(page.remarks.Objects) < 3 {
		t.Fatalf("%d remarks", len(page.remarks.Objects))
	}
	for _, o := range page.remarks.Objects {
		var link *controls.Link
		uitest.Walk(o, func(o fyne.CanvasObject) {
			if l, ok := o.(*controls.Link); ok {
				link = l
			}
		})
		test.Tap(link)
		d.Sees("What this figure rests on", "Method: ")
		d.TapButton("Close")
	}
}

// Each sort of figure can be explained.
func TestEvidenceOfEveryFigure(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.French)
	page := d.page
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
	hits := page.lean().view.Scene().Hits
	if hits[0].Event == "" {
		t.Fatal("the events have no regions")
	}
	page.openHit(hits[0])
	d.Sees("What changed?", "Week, such as 2026-W18")
	d.Window.Canvas().Focused().(*controls.TextField).SetText("Walking in the Cévennes")
	d.TapButton("Save")
	d.Sees("Walking in the Cévennes")

	// The letter E on a week declares a change in it.
	before := len(d.Journal.Events())
	d.Window.Canvas().Focus(page.lean().view)
	d.Press(fyne.KeyHome)
	page.lean().view.TypedRune('e')
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
	weeks := weeksOf(d.page.lean())
	if len(weeks) != 12 || weeks[0].String() != "2026-W37" || weeks[11] != d.Today() {
		t.Errorf("the chart is of %v", weeks)
	}
}
