package chart_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// drainOf returns the input for a drain chart without entries, of tracks with
// so many moments that drained of so many.
func drainOf(lang words.Language, technical, both, people [2]int) chart.Input {
	r := sample(26)
	of := func(n [2]int) lean.Rating { return lean.Rating{Drained: n[0], N: n[1]} }
	r.Energy.Tracks = lean.ByTrack[lean.Rating]{Technical: of(technical), Both: of(both), People: of(people)}
	return chart.Input{Result: r, Kinds: journal.BuiltInKinds(), Words: words.In(lang)}
}

func TestDrainTitle(t *testing.T) {
	type n = [2]int
	for _, tt := range []struct {
		technical, both, people n
		en, fr                  string
	}{
		{n{0, 10}, n{}, n{0, 3}, "No rated moment took energy", "Aucun moment évalué n’a pris d’énergie"},
		{n{3, 25}, n{4, 20}, n{3, 10}, "Moments that took energy: people 30%, tech lead 20%, technical 12%",
			"Moments qui ont pris de l’énergie~: encadrement 30~%, tech lead 20~%, technique 12~%"},
		{n{5, 10}, n{}, n{}, "Moments that took energy: technical 50%", "Moments qui ont pris de l’énergie~: technique 50~%"},
	} {
		for lang, want := range map[words.Language]string{words.English: tt.en, words.French: tt.fr} {
			c, _ := byID(drainOf(lang, tt.technical, tt.both, tt.people), "drain")
			if want = strings.ReplaceAll(want, "~", "\u00a0"); c.Title != want {
				t.Errorf("got  %s\nwant %s", c.Title, want)
			}
		}
	}
	if _, shown := byID(drainOf(words.English, n{}, n{}, n{}), "drain"); shown {
		t.Error("a chart without rated moments")
	}
}

// A bar is as long as its share of the whole bar behind it, first of the tracks,
// then of the kinds that drained most often; a track without moments has none.
func TestDrainBars(t *testing.T) {
	in := drainOf(words.English, [2]int{5, 20}, [2]int{}, [2]int{8, 10})
	for i, drained := range []int{1, 4, 3, 6, 9} {
		in.Result.Kinds = append(in.Result.Kinds, lean.Kind{ID: journal.BuiltInKinds()[i].ID, Rating: lean.Rating{N: 10, Drained: drained}})
	}
	in.Result.Kinds = append(in.Result.Kinds, lean.Kind{ID: "few", Rating: lean.Rating{N: 5, Drained: 5}})
	c, _ := byID(in, "drain")
	s := c.Draw(400, c.Height(400), fonts)
	bars := every[chart.Rect](s)
	want := []float64{0.25, 0.8, 0.9, 0.6, 0.4}
	if len(bars) != 2*len(want) {
		t.Fatalf("bars %+v", bars)
	}
	for i, share := range want {
		whole, part := bars[2*i], bars[2*i+1]
		if got := (part.Max.X - part.Min.X) / (whole.Max.X - whole.Min.X); math.Abs(got-share) > 1e-9 {
			t.Errorf("bar %d is %g of its whole, want %g", i, got, share)
		}
	}
	for i, track := range journal.Tracks {
		if got := s.Hits[i].Behind; got != (lean.Subject{Figure: lean.DrainFigure, Track: track, Span: in.Result.Span}) {
			t.Errorf("behind bar %d: %+v", i, got)
		}
	}
	if got := s.Hits[3]; got.Behind.Kind != journal.BuiltInKinds()[4].ID || !strings.Contains(tipOf(got), "9 of 10 moments took energy") {
		t.Errorf("the first kind is %+v, %s", got.Behind, tipOf(got))
	}
}

// What is quoted is of the span, has a text, and drained; a report without
// texts has none in its chart either.
func TestDrainQuotes(t *testing.T) {
	in := drainOf(words.English, [2]int{}, [2]int{}, [2]int{8, 10})
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
		c, _ = byID(in, "drain")
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
		if b := s.Hits[3+i].Behind; b != (lean.Subject{Figure: lean.WeekFigure, Span: lean.Span{From: week, To: week}}) {
			t.Errorf("behind quote %d: %+v", i, b)
		}
	}
	for i := range in.Entries {
		for k := range in.Entries[i].Moments {
			in.Entries[i].Moments[k].Text = ""
		}
	}
	got, s, c := quoted(in)
	if len(got) > 0 || len(s.Hits) != 3 || strings.Contains(c.Caption+c.Summary, "hardest") || strings.Contains(c.Caption, "quotes") {
		t.Errorf("without texts: quoted %q, %d hits, %s %s", got, len(s.Hits), c.Caption, c.Summary)
	}
}

// Where there is less height than it wants, texts get fewer lines.
func TestDrainIsSqueezed(t *testing.T) {
	for _, j := range anyJournals() {
		if j.name != "40 hostile kinds" {
			continue
		}
		c, _ := byID(j.in, "drain")
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
	c, _ := byID(in, "drain")
	golden(t, "drain.golden", dump(c.Draw(800, c.Height(800), fonts)))
}
