package chart_test

import (
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// drainOf returns the input for a drain chart without entries.
func drainOf(lang words.Language, e lean.Energies) chart.Input {
	r := sample(26)
	r.Energy = e
	return chart.Input{Result: r, Kinds: journal.BuiltInKinds(), Words: words.In(lang)}
}

func TestDrainTitle(t *testing.T) {
	both := func(technical, people float64) lean.Energies {
		return lean.Energies{HasTechnical: true, HasPeople: true, TechnicalDrain: technical, PeopleDrain: people}
	}
	for _, tt := range []struct {
		energy lean.Energies
		en, fr string
	}{
		{both(0, 0), "Nothing you rated took energy", "Rien de ce que vous avez évalué ne vous a pris de l’énergie"},
		{both(0.12, 0.3), "30% of your people work took energy, 12% of your technical work",
			"30~% de l’encadrement vous a pris de l’énergie, 12~% de la technique"},
		{both(0.3, 0), "30% of your technical work took energy, 0% of your people work",
			"30~% de la technique vous a pris de l’énergie, 0~% de l’encadrement"},
		{both(0.301, 0.299), "30% of your hours took energy, on either side", "30~% de vos heures vous ont pris de l’énergie, d’un côté comme de l’autre"},
		{lean.Energies{HasTechnical: true, TechnicalDrain: 0.5}, "50% of your technical work took energy", "50~% de la technique vous a pris de l’énergie"},
		{lean.Energies{HasPeople: true, PeopleDrain: 0.5}, "50% of your people work took energy", "50~% de l’encadrement vous a pris de l’énergie"},
	} {
		for lang, want := range map[words.Language]string{words.English: tt.en, words.French: tt.fr} {
			c, _ := chartOf(drainOf(lang, tt.energy), "drain")
			if want = strings.ReplaceAll(want, "~", "\u00a0"); c.Title != want {
				t.Errorf("got  %s\nwant %s", c.Title, want)
			}
		}
	}
	if _, shown := chartOf(drainOf(words.English, lean.Energies{}), "drain"); shown {
		t.Error("a chart without rated hours")
	}
}

// A bar is as long as its share of the whole bar behind it.
func TestDrainBars(t *testing.T) {
	in := drainOf(words.English, lean.Energies{HasTechnical: true, HasPeople: true, TechnicalDrain: 0.25, PeopleDrain: 0.8})
	c, _ := chartOf(in, "drain")
	s := c.Draw(400, c.Height(400), fonts)
	var bars []chart.Rect
	for _, item := range s.Items {
		if bar, ok := item.(chart.Rect); ok {
			bars = append(bars, bar)
		}
	}
	long := func(r chart.Rect) float64 { return r.Max.X - r.Min.X }
	if len(bars) != 4 || bars[1].Role != chart.Technical || bars[3].Role != chart.People ||
		long(bars[1]) != 0.25*long(bars[0]) || long(bars[3]) != 0.8*long(bars[2]) || long(bars[0]) != long(bars[2]) {
		t.Errorf("bars %+v", bars)
	}
	for i, track := range []journal.Track{journal.Technical, journal.People} {
		want := lean.Subject{Figure: lean.DrainFigure, Track: track, Span: in.Result.Span}
		if got := s.Hits[i].Behind; got != want {
			t.Errorf("behind bar %d: %+v", i, got)
		}
	}
}

// A track without rated hours has no bar, as nothing is known of it.
func TestDrainUnknownTrackHasNoBar(t *testing.T) {
	c, _ := chartOf(drainOf(words.English, lean.Energies{HasPeople: true, PeopleDrain: 0.8}), "drain")
	if bars := every[chart.Rect](c.Draw(400, c.Height(400), fonts)); len(bars) != 2 || bars[1].Role != chart.People {
		t.Errorf("bars %+v", bars)
	}
}

// What is quoted is of the span, has a text, and drained; a report without
// texts has none in its chart either.
func TestDrainQuotes(t *testing.T) {
	in := drainOf(words.English, lean.Energies{HasPeople: true, PeopleDrain: 0.8})
	told := func(week journal.Week, energy journal.Energy, texts ...string) journal.Entry {
		e := journal.Entry{Week: week}
		for _, text := range texts {
			e.Moments = append(e.Moments, journal.Moment{ID: text, Text: text, Kind: "planning", Track: journal.People, Energy: energy, Hours: 2})
		}
		return e
	}
	in.Entries = []journal.Entry{
		told(start.Add(-1), journal.Drained, "before"),
		told(start, journal.Drained, "hard", " \n"),
		told(start.Add(2), journal.BitDrained, "a bit hard"),
		told(start.Add(3), journal.Energized, "easy"),
		told(start.Add(26), journal.Drained, "after"),
	}
	quoted := func(in chart.Input) (all []string, s chart.Scene, c chart.Chart) {
		c, _ = chartOf(in, "drain")
		s = c.Draw(400, c.Height(400), fonts)
		for _, text := range texts(s) {
			if strings.HasPrefix(text.Text, "“") {
				all = append(all, text.Text)
			}
		}
		return all, s, c
	}
	got, s, _ := quoted(in)
	if want := []string{"“hard”", "“a bit hard”"}; !slices.Equal(got, want) {
		t.Errorf("quoted %q, want %q", got, want)
	}
	for i, week := range []journal.Week{start, start.Add(2)} {
		if b := s.Hits[2+i].Behind; b != (lean.Subject{Figure: lean.WeekFigure, Span: lean.Span{From: week, To: week}}) {
			t.Errorf("behind quote %d: %+v", i, b)
		}
	}
	for i := range in.Entries {
		for k := range in.Entries[i].Moments {
			in.Entries[i].Moments[k].Text = ""
		}
	}
	got, s, c := quoted(in)
	if len(got) > 0 || len(s.Hits) != 2 || strings.Contains(c.Caption+c.Summary, "oments") {
		t.Errorf("without texts: quoted %q, %d hits, %s %s", got, len(s.Hits), c.Caption, c.Summary)
	}
}

// Where there is less height than it wants, texts get fewer lines.
func TestDrainIsSqueezed(t *testing.T) {
	for _, j := range anyJournals() {
		if j.name != "40 hostile kinds" {
			continue
		}
		c, _ := chartOf(j.in, "drain")
		for _, width := range []float64{300, 560, 800} {
			wanted := c.Height(width)
			if got := c.Draw(width, wanted-10, fonts).Height; got != wanted-10 {
				t.Errorf("%g wide: %g high, asked for %g", width, got, wanted-10)
			}
		}
	}
}

func TestDrainGolden(t *testing.T) {
	in := anyJournals()[3].in
	c, _ := chartOf(in, "drain")
	golden(t, "drain.golden", dump(c.Draw(800, c.Height(800), fonts)))
}
