package trends

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/uitest"
)

// dialsCard returns the card of both dials over time.
func (p *Page) dialsCard() *chartCard { return p.cards[dialsChartID] }

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
	r := lean.Of(d.Journal.Entries(), d.Journal.Events(), page.dialsCard().span)
	w := words.In(words.English)
	for _, text := range []string{w.Finding(r), w.TimeLine(r), w.EnergyLine(r), w.Basis(r)} {
		d.Sees(strings.ReplaceAll(text, "\u00a0", " "))
	}
	d.Sees("Changes at work", "Staff track, platform")
	if len(w.FindingSides(r)) == 0 {
		t.Errorf("%q names no side", w.Finding(r))
	}
	if n := len(weeksOf(page.dialsCard())); n != 26 {
		t.Errorf("the chart stands for %d weeks, want 26", n)
	}

	// Reading out with the keyboard, and Enter opens the week.
	view := page.dialsCard().view
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
	d.Misses("technical side", "people side", "More findings")
	if page.dials.Objects[0].(*fyne.Container).Objects[0].Visible() {
		t.Error("what to do first stands under the name of a dial")
	}
	if page.basis.Content().Visible() {
		t.Error("there is room for what nothing rests on")
	}
	page.explain(lean.Subject{Figure: lean.TimeFigure})
	d.Sees("No entries yet.")
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
	people, technical := "people work "+string(look.ColorPeople), "technical work "+string(look.ColorTechnical)
	if got, want := colored(1), []string{people, technical}; !slices.Equal(got, want) {
		t.Errorf("technical work gives more: %q, want %q", got, want)
	}
	if got, want := colored(2), []string{people, technical, people}; !slices.Equal(got, want) {
		t.Errorf("both give alike: %q, want %q", got, want)
	}
}

// TestEvidence opens the panel of each line, and follows an entry to its week.
func TestEvidence(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	page := d.page
	c := d.Window.Canvas()
	c.Focus(page.time.link)
	d.Press(fyne.KeyReturn)
	d.Sees("Where your time goes", "What this figure rests on", "21 weeks, 112 moments.")
	list := d.List()
	if c.Focused() != list {
		t.Errorf("the focus is on %T, want on the list", c.Focused())
	}
	d.Press(fyne.KeyEscape)
	d.Misses("What this figure rests on")
	if c.Focused() != page.time.link {
		t.Errorf("after Escape the focus is on %T, want on the link", c.Focused())
	}
	if !strings.Contains(page.time.link.AccessibilityLabel(), "Where your time goes") {
		t.Errorf("the link says %q", page.time.link.AccessibilityLabel())
	}

	d.Press(fyne.KeySpace)
	d.Press(fyne.KeyDown, fyne.KeyReturn)
	d.wentTo("2026-W47")
	d.Misses("What this figure rests on")

	// Each remark tells how it is computed.
	d.page.Shown()
	if page.remarks.fold.Visible() {
		test.Tap(page.remarks.fold)
	}
	for _, o := range page.remarks.rows.Objects {
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
		s := lean.Subject{Figure: f, Span: page.dialsCard().span}
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
	hits := page.dialsCard().view.Scene().Hits
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
	d.Window.Canvas().Focus(page.dialsCard().view)
	d.Press(fyne.KeyHome)
	page.dialsCard().view.TypedRune('e')
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
	weeks := weeksOf(d.page.dialsCard())
	if len(weeks) != 12 || weeks[0].String() != "2026-W37" || weeks[11] != d.Today() {
		t.Errorf("the chart is of %v", weeks)
	}
}

// remarksOf returns n remarks.
func remarksOf(n int) (remarks []words.Remark) {
	for i := range n {
		remarks = append(remarks, words.Remark{Subject: lean.Subject{Figure: lean.TrendFigure}, Text: fmt.Sprintf("Remark %d.", i+1)})
	}
	return remarks
}

// TestRemarksFold checks that all but the first remarks are folded until they are
// asked for, and that the keyboard unfolds them and reaches each explanation.
func TestRemarksFold(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	list, c := d.page.remarks, d.Window.Canvas()
	list.show(remarksOf(3))
	d.Sees("More findings", "Remark 3.")
	if list.fold.Visible() {
		t.Error("one remark can be folded")
	}
	list.show(remarksOf(4))
	d.Sees("More findings", "Remark 2.", "Show 2 more")
	d.Misses("Remark 3.")

	for range 500 { // Tab comes by
		if c.Focused() == list.fold {
			break
		}
		c.FocusNext()
	}
	d.Press(fyne.KeyReturn)
	d.Sees("Remark 1.", "Remark 4.", "Show fewer")
	if c.Focused() != list.fold {
		t.Fatalf("the focus is on %T, want on the fold", c.Focused())
	}
	if label := list.fold.AccessibilityLabel(); label != "More findings. Show fewer" {
		t.Errorf("the fold says %q", label)
	}
	c.FocusNext()
	d.Press(fyne.KeyReturn)
	d.Sees("Movement", "What this figure rests on")
	d.Press(fyne.KeyEscape)

	c.Focus(list.fold)
	d.Press(fyne.KeySpace)
	d.Misses("Remark 3.")
	list.show(nil)
	if list.root.Visible() {
		t.Error("a card of nothing is shown")
	}
}

// TestOrder checks in which order the cards are read.
func TestOrder(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	p := d.page
	ids := map[fyne.CanvasObject]string{p.remarks.root: "remarks", p.events.root: "changes"}
	for id, card := range p.cards {
		ids[card.root] = id
	}
	var order []string
	for _, o := range p.board.Objects {
		order = append(order, ids[o])
	}
	const want = "dials tracks kinds remarks quadrant quarters year drain stated changes"
	if got := strings.Join(order, " "); got != want {
		t.Errorf("the cards are %s, want %s", got, want)
	}
}

// TestEnergyIsExplained checks that the line for energy opens all that it rests on:
// the comparison, the states and the averages, each with its entries.
func TestEnergyIsExplained(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	w := words.In(words.English)
	c := d.Window.Canvas()
	c.Focus(d.page.energy.link)
	d.Press(fyne.KeySpace)
	pills := uitest.Find(&d.Screen, func(c *controls.Choice) bool { return c != d.page.spans.Pills })
	for i, f := range []lean.Figure{lean.EnergyFigure, lean.StateFigure, lean.TracksFigure} {
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
