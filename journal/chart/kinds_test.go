package chart_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// kind is a kind with a mean energy of so many moments.
func kind(id string, n int, mean float64) lean.Kind {
	return lean.Kind{ID: id, Rating: rating(n, mean)}
}

func rating(n int, mean float64) lean.Rating {
	return lean.Rating{N: n, Mean: mean, Low: max(-2, mean-0.2), High: min(2, mean+0.2)}
}

// kindsOf returns the input for a chart of kinds.
func kindsOf(lang words.Language, kinds ...lean.Kind) chart.Input {
	r := sample(26)
	r.Kinds = kinds
	catalog := append(journal.Kinds{}, journal.BuiltInKinds()...)
	for _, id := range []string{"t", "t2", "t3", "both", "p", "p2"} {
		track := map[byte]journal.Track{'t': journal.Technical, 'b': journal.Both, 'p': journal.People}[id[0]]
		catalog = append(catalog, journal.Kind{ID: id, Name: "Own " + id, Track: track})
	}
	return chart.Input{Result: r, Kinds: catalog, Words: words.In(lang)}
}

func TestKindsTitle(t *testing.T) {
	tests := []struct {
		name   string
		kinds  []lean.Kind
		en, fr string
	}{
		{"one ranked", []lean.Kind{kind("coding", 3, 1), kind("planning", 2, -2)},
			"So far coding alone has three moments or more", "Un seul type de travail a trois moments ou plus pour l’instant~: code"},
		{"equal", []lean.Kind{kind("coding", 9, 1.1), kind("planning", 9, 1)},
			"On average every kind of work left about the same energy", "En moyenne, tous les types de travail ont laissé à peu près la même énergie"},
		{"not apart", []lean.Kind{kind("coding", 9, 1), kind("planning", 9, 0.7)},
			"Which kind of work leaves most energy is still open", "Le type de travail qui laisse le plus d’énergie reste à voir"},
		{"both ways", []lean.Kind{kind("debugging", 9, 1.5), kind("planning", 9, -1.5)},
			"Most energy came from debugging, and planning took the most", "A donné le plus d’énergie~: débogage~; en a pris le plus~: planification"},
		{"all up", []lean.Kind{kind("debugging", 9, 1.5), kind("hiring", 9, 0.2)},
			"Most energy came from debugging, and least from hiring", "A donné le plus d’énergie~: débogage~; le moins~: recrutement"},
		{"all down", []lean.Kind{kind("debugging", 9, -1.5), kind("planning", 9, 0.2)},
			"Most energy went into debugging, and least into planning", "A pris le plus d’énergie~: débogage~; le moins~: planification"},
		{"little", []lean.Kind{kind("debugging", 9, 0.24), kind("planning", 9, -0.24)},
			"No kind of work changed energy much", "Aucun type de travail n’a beaucoup changé l’énergie"},
		{"a word of the user's own", []lean.Kind{kind("t", 4, 1), kind("planning", 4, -1)},
			"Most energy came from Own t, and planning took the most", "A donné le plus d’énergie~: Own t~; en a pris le plus~: planification"},
	}
	for _, tt := range tests {
		for lang, want := range map[words.Language]string{words.English: tt.en, words.French: tt.fr} {
			c, _ := byID(kindsOf(lang, tt.kinds...), "kinds")
			if want = strings.ReplaceAll(want, "~", "\u00a0"); c.Title != want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.name, c.Title, want)
			}
		}
	}
	if _, shown := byID(kindsOf(words.English, kind("coding", 2, 1)), "kinds"); shown {
		t.Error("a chart without a kind to compare")
	}
}

// rowMark is a mark in a row, its place on the axis from -2 to 2.
type rowMark struct {
	at     float64
	shape  chart.Shape
	role   chart.Role
	hollow bool
}

// rowMarks returns the marks on the axis of the row of a hit, and the ends of its
// range.
func rowMarks(s chart.Scene, hit chart.Hit) (found []rowMark, ends []float64) {
	var axis chart.Rule
	for _, rule := range every[chart.Rule](s) {
		if rule.From.Y == rule.To.Y && rule.From.Y > hit.Min.Y && rule.From.Y < hit.Max.Y {
			axis = rule
		}
	}
	const inset = 8
	value := func(x float64) float64 {
		return ((x-axis.From.X-inset)/(axis.To.X-axis.From.X-2*inset) - 0.5) * 4
	}
	for _, m := range marks(s) {
		if m.At.Y == axis.From.Y {
			found = append(found, rowMark{value(m.At.X), m.Shape, m.Role, m.Hollow})
		}
	}
	for _, bar := range every[chart.Rect](s) {
		if bar.Min.Y < axis.From.Y && axis.From.Y < bar.Max.Y {
			ends = append(ends, value(bar.Min.X), value(bar.Max.X))
		}
	}
	return found, ends
}

// Kinds stand under their track, ranked ones first, by their energy; a mark
// stands where its energy is, in the shape and the color of its track.
func TestKindsRows(t *testing.T) {
	in := kindsOf(words.English, kind("p2", 2, 2), kind("p", 4, -1), kind("t2", 4, 0.5), kind("both", 5, 0.25), kind("t", 3, -1.5), kind("t3", 1, 2))
	for _, width := range []float64{300, 600} {
		c, _ := byID(in, "kinds")
		s := c.Draw(width, c.Height(width), fonts)
		want := []struct {
			id string
			rowMark
			ranged bool
		}{
			{"t2", rowMark{0.5, chart.Circle, chart.Technical, false}, true},
			{"t", rowMark{-1.5, chart.Circle, chart.Technical, false}, true},
			{"t3", rowMark{2, chart.Circle, chart.Technical, true}, false},
			{"both", rowMark{0.25, chart.Square, chart.Balance, false}, true},
			{"p", rowMark{-1, chart.Diamond, chart.People, false}, true},
			{"p2", rowMark{2, chart.Diamond, chart.People, true}, false},
		}
		if len(s.Hits) != len(want) {
			t.Fatalf("%d rows", len(s.Hits))
		}
		for i, hit := range s.Hits {
			if hit.Behind != (lean.Subject{Figure: lean.KindFigure, Kind: want[i].id, Span: in.Result.Span}) {
				t.Errorf("behind row %d: %+v", i, hit.Behind)
			}
			got, ends := rowMarks(s, hit)
			if fmt.Sprintf("%.6v", got) != fmt.Sprintf("%.6v", []rowMark{want[i].rowMark}) {
				t.Errorf("%g wide: %s\ngot  %.6v\nwant %.6v", width, want[i].id, got, want[i].rowMark)
			}
			if ranged := len(ends) == 2; ranged != want[i].ranged {
				t.Errorf("%s: range %v", want[i].id, ends)
			}
		}
	}
}

// What has no separate line is summed up, and no moment is lost.
func TestKindsSumUp(t *testing.T) {
	for n := 3; n <= 40; n++ {
		var kinds []lean.Kind
		for i := range n {
			kinds = append(kinds, kind(fmt.Sprintf("kind-%d", i), 1+(i+2)*41%n, 0.1*float64(i%7)))
		}
		c, shown := byID(kindsOf(words.English, kinds...), "kinds")
		if !shown {
			continue
		}
		s := c.Draw(700, c.Height(700), fonts)
		got, want := 0, 0
		for _, text := range texts(s) {
			for _, format := range []string{"%d moments", "%d moment", "%f in %d moments", "%f in %d moment"} {
				var mean float64
				var count int
				args := []any{&count}
				if strings.HasPrefix(format, "%f") {
					args = []any{&mean, &count}
				}
				if k, err := fmt.Sscanf(strings.ReplaceAll(text.Text, "−", "-"), format, args...); err == nil && k == len(args) {
					got += count
					break
				}
			}
		}
		for _, k := range kinds {
			want += k.N
			if !strings.Contains(c.Summary, k.ID) {
				t.Errorf("%d kinds: the summary leaves out %s", n, k.ID)
			}
		}
		if got != want {
			t.Errorf("%d kinds: %d moments are shown of %d", n, got, want)
		}
		if lines := len(s.Hits); lines != min(n, 14) {
			t.Errorf("%d kinds: %d lines", n, lines)
		}
	}
}

// However few its moments, the kind that gave or took most has its line, and the
// title names it.
func TestKindsTitleNamesEnds(t *testing.T) {
	kinds := []lean.Kind{kind("hiring", 3, -1.9), kind("research", 3, 1.9)}
	for i := range 20 {
		kinds = append(kinds, kind(fmt.Sprintf("kind-%d", i), 4+i, 0.1))
	}
	c, _ := byID(kindsOf(words.English, kinds...), "kinds")
	if want := "Most energy came from research, and hiring took the most"; c.Title != want {
		t.Errorf("%q, want %q", c.Title, want)
	}
	for _, id := range []string{"research", "hiring"} {
		if !slices.ContainsFunc(c.Draw(700, c.Height(700), fonts).Hits, func(h chart.Hit) bool { return h.Behind.Kind == id }) {
			t.Errorf("%s has no line", id)
		}
	}
}

// Hours are read out only where some were logged.
func TestKindsHours(t *testing.T) {
	said := kind("coding", 9, 1)
	said.Hours = 4.5
	c, _ := byID(kindsOf(words.English, said, kind("debugging", 9, 0.5)), "kinds")
	s := c.Draw(700, c.Height(700), fonts)
	for i, want := range []string{
		"Coding · technical|+1.0 in 9 moments|Very likely between +0.8 and +1.2|Hours logged: 4.5 h",
		"Debugging · technical|+0.5 in 9 moments|Very likely between +0.3 and +0.7",
	} {
		if got := tipOf(s.Hits[i]); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// A track with fewer than six rated moments has no mark, and where all have
// there is no chart.
func TestTracks(t *testing.T) {
	in := kindsOf(words.English)
	in.Result.Energy.Tracks = lean.ByTrack[lean.Rating]{Technical: rating(41, 0.9), Both: rating(5, 1), People: rating(6, -2)}
	c, _ := byID(in, "tracks")
	s := c.Draw(700, c.Height(700), fonts)
	for i, want := range []struct {
		track journal.Track
		note  string
		marks []rowMark
	}{
		{journal.Technical, "+0.9 in 41 moments", []rowMark{{0.9, chart.Circle, chart.Technical, false}}},
		{journal.Both, "too few", nil},
		{journal.People, "−2.0 in 6 moments", []rowMark{{-2, chart.Diamond, chart.People, false}}},
	} {
		hit := s.Hits[i]
		got, ends := rowMarks(s, hit)
		var onAxis []rowMark
		for _, m := range got {
			if m.at >= -2.000001 { // the mark next to the name is left of the axis
				onAxis = append(onAxis, m)
			}
		}
		if fmt.Sprintf("%.6v", onAxis) != fmt.Sprintf("%.6v", want.marks) || len(ends) != 2*len(want.marks) {
			t.Errorf("%s: marks %.6v, range %v", want.track, onAxis, ends)
		}
		if hit.Behind != (lean.Subject{Figure: lean.TracksFigure, Track: want.track, Span: in.Result.Span}) {
			t.Errorf("behind %s: %+v", want.track, hit.Behind)
		}
		if !slices.ContainsFunc(texts(s), func(text chart.Text) bool { return text.Text == want.note }) {
			t.Errorf("%s: no %q", want.track, want.note)
		}
	}
	in.Result.Energy.Tracks = lean.ByTrack[lean.Rating]{Technical: rating(5, 0.9), Both: rating(5, 1)}
	if _, shown := byID(in, "tracks"); shown {
		t.Error("a chart with nothing to compare")
	}
}

func TestRowsGolden(t *testing.T) {
	in := kindsOf(words.French, kind("debugging", 12, 1.2), kind("coaching", 6, 0.5), kind("design", 4, 0.8), kind("pairing", 5, 0.2),
		kind("planning", 9, -0.4), kind("hiring", 2, 1))
	for name, width := range map[string]float64{"kinds": 560, "kinds-narrow": 300, "tracks": 560} {
		c, _ := byID(in, strings.TrimSuffix(name, "-narrow"))
		golden(t, name+".golden", dump(c.Draw(width, c.Height(width), fonts)))
	}
}
