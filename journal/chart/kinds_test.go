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

// kind is a kind with the given energies in its halves, and as many moments.
func kind(id string, n int, first, second float64) lean.Kind {
	k := lean.Kind{ID: id, N: n, Hours: float64(10 * n), Mean: (first + second) / 2, HasBand: n >= 3}
	k.Low, k.High = max(-2, k.Mean-0.2), min(2, k.Mean+0.2)
	k.First = lean.KindHalf{N: n / 2, Hours: 5 * float64(n), Mean: first}
	k.Second = lean.KindHalf{N: n - n/2, Hours: 5 * float64(n), Mean: second}
	return k
}

// once is a kind with moments in one half only.
func once(id string, n int, mean float64, second bool) lean.Kind {
	k := kind(id, n, mean, mean)
	k.First, k.Second = lean.KindHalf{N: n, Hours: k.Hours, Mean: mean}, lean.KindHalf{}
	if second {
		k.First, k.Second = k.Second, k.First
	}
	return k
}

// kindsOf returns the input for a chart of kinds.
func kindsOf(lang words.Language, kinds ...lean.Kind) chart.Input {
	r := sample(26)
	r.Kinds = kinds
	return chart.Input{Result: r, Kinds: journal.BuiltInKinds(), Words: words.In(lang)}
}

func TestKindsTitle(t *testing.T) {
	own := kindsOf(words.English, kind("mine", 4, 1, 1), kind("planning", 4, -1, -1))
	own.Kinds = append(own.Kinds, journal.Kind{ID: "mine", Name: "OKRs", Track: journal.People})
	tests := []struct {
		name   string
		kinds  []lean.Kind
		en, fr string
	}{
		{"none ranked", []lean.Kind{kind("coding", 2, 1, 1)},
			"No kind of work has three moments yet", "Aucun type de travail n’a encore trois moments"},
		{"one ranked", []lean.Kind{kind("coding", 3, 1, 1), kind("planning", 2, -2, -2)},
			"Only coding has three moments or more so far", "Un seul type de travail a trois moments ou plus pour l’instant~: code"},
		{"equal", []lean.Kind{kind("coding", 9, 1.1, 1.1), kind("planning", 9, 1, 1)},
			"Lately every kind of work gave you about the same energy", "Ces derniers temps, tous les types de travail vous ont donné à peu près la même énergie"},
		{"not apart", []lean.Kind{kind("coding", 9, 1, 1), kind("planning", 9, 0.7, 0.7)},
			"Which kind of work gives you most energy is still open", "Le type de travail qui vous donne le plus d’énergie reste à voir"},
		{"both ways, by the second half", []lean.Kind{kind("coding", 9, 2, -1.5), kind("planning", 9, 0, 1.5)},
			"Lately planning gave you the most energy and coding took the most",
			"Ces derniers temps, le plus d’énergie~: planification~; le moins~: code"},
		{"the other way over all", []lean.Kind{kind("coding", 9, 2, -1.5), kind("planning", 9, -2, 1.5)},
			"Which kind of work gives you most energy is still open", "Le type de travail qui vous donne le plus d’énergie reste à voir"},
		{"both ways", []lean.Kind{kind("debugging", 9, 0, 1.5), kind("planning", 9, 0, -1.5)},
			"Lately debugging gave you the most energy and planning took the most",
			"Ces derniers temps, le plus d’énergie~: débogage~; le moins~: planification"},
		{"all up", []lean.Kind{kind("debugging", 9, 1, 1.5), kind("tech-lead", 9, 0, 0.2)},
			"Lately debugging gave you the most energy and leading a project the least",
			"Ces derniers temps, le plus d’énergie~: débogage~; le moins~: conduite de projet"},
		{"all down", []lean.Kind{kind("debugging", 9, -1, -1.5), kind("planning", 9, 0, 0.2)},
			"Lately debugging took the most energy and planning the least",
			"Ces derniers temps, le moins d’énergie~: débogage~; le plus~: planification"},
		{"little", []lean.Kind{kind("debugging", 9, 0.24, 0.24), kind("planning", 9, -0.24, -0.24)},
			"Lately no kind of work changed your energy much", "Ces derniers temps, aucun type de travail n’a beaucoup changé votre énergie"},
	}
	for _, tt := range tests {
		for lang, want := range map[words.Language]string{words.English: tt.en, words.French: tt.fr} {
			c, _ := chartOf(kindsOf(lang, tt.kinds...), "kinds")
			if want = strings.ReplaceAll(want, "~", "\u00a0"); c.Title != want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.name, c.Title, want)
			}
		}
	}
	if c, _ := chartOf(own, "kinds"); c.Title != "Lately OKRs gave you the most energy and planning took the most" {
		t.Errorf("the user's own word became another: %s", c.Title)
	}
}

// Ranked kinds come first, by their latest energy; a mark stands where its
// energy is, in the shape and the color of its track.
func TestKindsMarks(t *testing.T) {
	in := kindsOf(words.English,
		kind("hiring", 2, 2, 2), kind("planning", 4, 1, -1), kind("coding", 4, 0, 0.5), once("pairing", 5, 0.25, false), once("review", 3, -2, true))
	c, _ := chartOf(in, "kinds")
	s := c.Draw(600, c.Height(600), fonts)
	var rows []string
	for _, hit := range s.Hits {
		rows = append(rows, hit.Behind.Kind)
	}
	if want := []string{"coding", "pairing", "planning", "review", "hiring"}; !slices.Equal(rows, want) {
		t.Fatalf("rows %v, want %v", rows, want)
	}
	var axis []float64
	for _, item := range s.Items {
		if rule, ok := item.(chart.Rule); ok && len(axis) < 5 {
			axis = append(axis, rule.From.X)
		}
	}
	x := func(energy float64) float64 { return axis[2] + energy/4*(axis[4]-axis[0]) }
	type mark struct {
		x      float64
		shape  chart.Shape
		role   chart.Role
		hollow bool
	}
	want := map[string][]mark{
		"coding":   {{x(0), chart.Circle, chart.Technical, true}, {x(0.5), chart.Circle, chart.Technical, false}},
		"pairing":  {{x(0.25), chart.Square, chart.Balance, true}},
		"planning": {{x(1), chart.Square, chart.Balance, true}, {x(-1), chart.Square, chart.Balance, false}},
		"review":   {{x(-2), chart.Circle, chart.Technical, false}},
		"hiring":   {{x(2), chart.Diamond, chart.Muted, true}, {x(2), chart.Diamond, chart.Muted, false}},
	}
	for _, hit := range s.Hits {
		var got []mark
		for _, item := range s.Items {
			if m, ok := item.(chart.Mark); ok && m.At.Y > hit.Min.Y && m.At.Y < hit.Max.Y {
				got = append(got, mark{m.At.X, m.Shape, m.Role, m.Hollow})
			}
		}
		if fmt.Sprintf("%.6v", got) != fmt.Sprintf("%.6v", want[hit.Behind.Kind]) {
			t.Errorf("%s\ngot  %.6v\nwant %.6v", hit.Behind.Kind, got, want[hit.Behind.Kind])
		}
		if hit.Behind.Span != in.Result.Span || hit.Behind.Figure != lean.KindFigure {
			t.Errorf("behind %s: %+v", hit.Behind.Kind, hit.Behind)
		}
	}
}

// What has no separate line is summed up, and no hour is lost.
func TestKindsSumUp(t *testing.T) {
	for n := 1; n <= 40; n++ {
		var kinds []lean.Kind
		for i := range n {
			k := kind(fmt.Sprintf("kind-%d", i), 1+i%5, 0.1*float64(i%7), 1)
			k.Hours = float64(1 + i*41%n)
			kinds = append(kinds, k)
		}
		c, _ := chartOf(kindsOf(words.English, kinds...), "kinds")
		s := c.Draw(700, c.Height(700), fonts)
		hours := 0
		for _, text := range texts(s) {
			var h int
			if _, err := fmt.Sscanf(text.Text, "%d\u00a0h", &h); err == nil {
				hours += h
			}
		}
		if want := n * (n + 1) / 2; hours != want {
			t.Errorf("%d kinds: %d h are shown of %d", n, hours, want)
		}
		if lines := len(s.Hits); lines != min(n, 14) {
			t.Errorf("%d kinds: %d lines", n, lines)
		}
		for _, k := range kinds {
			if !strings.Contains(c.Summary, k.ID) {
				t.Errorf("%d kinds: the summary leaves out %s", n, k.ID)
			}
		}
	}
}

// However few its hours, the kind that energized or drained most has its line,
// and the title names it.
func TestKindsTitleNamesEnds(t *testing.T) {
	kinds := []lean.Kind{kind("hiring", 3, -1.8, -1.9), kind("research", 3, 1.8, 1.9)}
	for i := range 20 {
		kinds = append(kinds, kind(fmt.Sprintf("kind-%d", i), 4+i, 0.1, 0.1))
	}
	c, _ := chartOf(kindsOf(words.English, kinds...), "kinds")
	if want := "Lately research gave you the most energy and hiring took the most"; c.Title != want {
		t.Errorf("%q, want %q", c.Title, want)
	}
	s := c.Draw(700, c.Height(700), fonts)
	if first, last := s.Hits[0].Behind.Kind, s.Hits[len(s.Hits)-2].Behind.Kind; first != "research" || last != "hiring" {
		t.Errorf("lines go from %s to %s", first, last)
	}
}

func TestKindsGolden(t *testing.T) {
	in := kindsOf(words.French,
		kind("debugging", 12, 1.2, 1.6), kind("coaching", 6, 0.5, 1.1), once("design", 4, 0.8, false), kind("pairing", 5, 0.2, 0.1),
		kind("planning", 9, -0.4, -1.2), kind("hiring", 2, 1, 1))
	for name, width := range map[string]float64{"kinds": 560, "kinds-narrow": 300} {
		c, _ := chartOf(in, "kinds")
		golden(t, name+".golden", dump(c.Draw(width, c.Height(width), fonts)))
	}
}
