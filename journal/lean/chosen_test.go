package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"heliotrope/journal"
)

// chosenMoment is a moment that the writer chose.
func chosenMoment(track journal.Track, energy journal.Energy, hours float64) journal.Moment {
	m := moment(track, energy, hours)
	m.Chosen = true
	return m
}

// TestChosenParts is the example of METHOD.md, section 1, chosen, next to one assigned
// moment a week.
func TestChosenParts(t *testing.T) {
	r := Of([]journal.Entry{
		splitEntry(0, 100, 0, 0, // the split counts for nothing here
			chosenMoment(journal.Technical, 1, 20), chosenMoment(journal.Technical, -1, 8),
			moment(journal.People, 2, 3)),
		entry(1, chosenMoment(journal.People, 2, 6), chosenMoment(journal.Both, 1, 4), chosenMoment(journal.People, -1, 2)),
	}, nil, spanOfWeeks(2))
	c, a := r.Chosen.Chosen, r.Chosen.Assigned
	nearAll(t, "chosen", []float64{c.Hours, c.T, c.L, c.D}, []float64{40, -0.5, -21.0 / 53, 11.0 / 60}, 1e-15)
	nearAll(t, "assigned", []float64{a.Hours, a.T, a.L, a.D}, []float64{3, 1, 1, 0}, 1e-15)
	if c.N != 5 || c.Weeks != 2 || !c.HasL || !c.HasD || c.HasBand || a.N != 1 || a.Weeks != 1 || !a.HasL || a.HasD {
		t.Errorf("chosen %+v, assigned %+v", c, a)
	}
}

// TestChosenBand is computed by hand: five weeks of an hour each, at +2, of
// which four are technical and one is people work. L = -3/5; without a technical
// week it is -1/2, without the other -1; the mean is -3/5, so that the variance
// is 4/5 (4 · 0.1² + 0.4²) = 0.16.
func TestChosenBand(t *testing.T) {
	var entries []journal.Entry
	for i := range 5 {
		track := journal.Technical
		if i == 2 {
			track = journal.People
		}
		entries = append(entries, entry(i, chosenMoment(track, 2, 1)))
	}
	c := Of(entries, nil, spanOfWeeks(5)).Chosen.Chosen
	half := 2.1318467863266495 * math.Sqrt(0.17) // t(.95; 4)
	near(t, "L", c.L, -0.6, 1e-15)
	near(t, "low", c.Low, -1, 0)
	near(t, "high", c.High, -0.6+half, 1e-9)
}

// choosing is a journal of n weeks of technical work that was assigned, each
// with moments of the writer's choice added.
func choosing(n int, chosen ...journal.Moment) []journal.Entry {
	return repeat(n, func(i int) journal.Entry {
		return splitEntry(i, 80, 0, 20, append(slices.Clone(chosen),
			moment(journal.Technical, 1, 4), moment(journal.Technical, 1, 4), moment(journal.People, 0, 1))...)
	})
}

func TestChosenAnswer(t *testing.T) {
	technical, people := chosenMoment(journal.Technical, 1, 2), chosenMoment(journal.People, 1, 2)
	allChosen := changed(choosing(16, technical), func(e *journal.Entry) {
		for i := range e.Moments {
			e.Moments[i].Chosen = true
		}
	})
	for _, test := range []struct {
		name    string
		entries []journal.Entry
		want    ChosenAnswer
	}{
		{"none chosen", choosing(16), ChosenUntold},
		{"all chosen", allChosen, ChosenUntold},
		{"eleven chosen", choosing(11, technical), ChosenUntold},
		{"twelve chosen", choosing(12, technical), ChosenHolds},
		{"holds", choosing(16, technical, technical, people), ChosenHolds},
		{"reverses", choosing(16, people), ChosenReverses},
		{"unsure", choosing(16, people, technical), ChosenUnsure},
		{"in three weeks only", append(choosing(3, technical, technical, technical, technical), changed(choosing(16), func(e *journal.Entry) {
			e.Week = e.Week.Add(3)
		})...), ChosenUntold},
		{"no side", repeat(20, func(i int) journal.Entry {
			return splitEntry(i, 50, 0, 50, technical, technical, moment(journal.People, 1, 4))
		}), ChosenUntold},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Of(test.entries, nil, spanOfWeeks(20))
			if r.Chosen.Answer != test.want {
				t.Errorf("%q of %+v beside %+v, want %q", r.Chosen.Answer, r.Chosen, r.Verdict, test.want)
			}
		})
	}
}

func TestChosenProperties(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		entries = changed(entries, func(e *journal.Entry) {
			for i := range e.Moments {
				e.Moments[i].Chosen = rng.IntN(2) == 0
			}
		})
		a := Of(entries, events, span).Chosen
		b := Of(swapped(entries), events, span).Chosen
		c := Of(shuffled(rng, changed(entries, func(e *journal.Entry) { e.Moments = shuffled(rng, e.Moments) })), events, span).Chosen
		d := Of(changed(entries, func(e *journal.Entry) { // the other way round
			for i := range e.Moments {
				e.Moments[i].Chosen = !e.Moments[i].Chosen
			}
		}), events, span).Chosen
		figures := func(p ChosenPart) []float64 {
			return []float64{float64(p.N), float64(p.Weeks), p.Hours, p.T, p.L, p.Low, p.High, p.D}
		}
		for i, p := range []ChosenPart{a.Chosen, a.Assigned} {
			name := fmt.Sprint("part ", i)
			swap := []ChosenPart{b.Chosen, b.Assigned}[i]
			nearAll(t, name+" swapped", figures(swap),
				[]float64{float64(p.N), float64(p.Weeks), p.Hours, -p.T, -p.L, -p.High, -p.Low, -p.D}, 1e-12)
			nearAll(t, name+" in another order", figures([]ChosenPart{c.Chosen, c.Assigned}[i]), figures(p), 1e-12)
			nearAll(t, name+" the other way round", figures([]ChosenPart{d.Assigned, d.Chosen}[i]), figures(p), 1e-12)
		}
		if a.Answer != b.Answer || a.Answer != c.Answer {
			t.Errorf("%q became %q and %q", a.Answer, b.Answer, c.Answer)
		}
	})
}
