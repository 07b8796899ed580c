package lean

import (
	"math"
	"math/rand/v2"
	"testing"

	"heliotrope/journal"
)

// TestEnergyNoise is computed by hand: 2, 1 and ½ hours of people work make
// n_eff = 3.5²/5.25 = 7/3, and ½ and 3 hours of technical work 3.5²/9.25.
func TestEnergyNoise(t *testing.T) {
	got := energyNoise([]journal.Moment{
		moment(journal.People, 2, 2), moment(journal.People, -2, 1),
		moment(journal.Both, 0, 1), moment(journal.Technical, -2, 3),
	})
	near(t, "1/n_eff,P + 1/n_eff,T", got, 3.0/7+9.25/12.25, 1e-15)

	rated := []Week{{Noise: 1}, {Noise: 2}, {Noise: 0.2}, {Noise: 9}, {Noise: 1.5}}
	setEnergyNoise(rated)
	for i, want := range []float64{1 / 1.5, 2 / 1.5, 0.25, 4, 1} {
		near(t, "c", rated[i].Noise, want, 1e-15)
	}
}

// TestEnergyNowOneWeek is computed by hand: of one week with D = ½ and a split
// the level is a Student t with 4 degrees of freedom and the scale
// √(0.25² + 0.05²) around ½.
func TestEnergyNowOneWeek(t *testing.T) {
	r := Of([]journal.Entry{splitEntry(0, 50, 0, 50, moment(journal.People, 1, 1), moment(journal.Technical, -1, 1))}, nil, spanOfWeeks(1))
	e, scale := r.EnergyNow, math.Sqrt(0.065)
	nearAll(t, "energy now", []float64{e.Low90, e.Low50, e.Mid, e.High50, e.High90},
		[]float64{0.5 - 2.1318467863266495*scale, 0.5 - 0.7406970841*scale, 0.5, 0.5 + 0.7406970841*scale, 1}, 1e-9)
	if e.Weeks != 1 || e.Week != firstWeek {
		t.Errorf("%+v", e)
	}
}

func TestEnergyNow(t *testing.T) {
	drained := func(technical, people journal.Energy) func(i int) journal.Entry {
		return func(i int) journal.Entry {
			return splitEntry(i, 70, 0, 30, moment(journal.Technical, technical, 2), moment(journal.People, people, 2), moment(journal.Technical, technical, 1))
		}
	}
	turned := repeat(30, drained(2, -1))
	for i := 18; i < 30; i++ {
		turned[i] = drained(-1, 2)(i)
	}
	oneTrack := repeat(20, func(i int) journal.Entry { return splitEntry(i, 70, 0, 30, moment(journal.Technical, 1, 2)) })
	for _, test := range []struct {
		name      string
		entries   []journal.Entry
		events    []journal.Event
		weeks     int
		rated     int // 0 for none
		low, high float64
	}{
		{"nothing", nil, nil, 10, 0, 0, 0},
		{"one track", oneTrack, nil, 20, 0, 0, 0},
		{"technical", repeat(20, drained(1, 0)), nil, 20, 20, -0.27, -0.23},
		{"people", repeat(20, drained(-2, 2)), nil, 20, 20, 0.97, 1},
		{"alike", repeat(20, drained(1, 1)), nil, 20, 20, -0.01, 0.01},
		{"some weeks of both tracks", append(oneTrack, repeat(4, func(i int) journal.Entry { return drained(0, 1)(20 + i) })...), nil, 24, 4, 0.2, 0.3},
		{"an event lets it turn", turned, []journal.Event{event("a", 18, journal.RoleEvent)}, 30, 30, 0.7, 0.8},
	} {
		t.Run(test.name, func(t *testing.T) {
			now := Of(test.entries, test.events, spanOfWeeks(test.weeks)).EnergyNow
			if now == nil || test.rated == 0 {
				if now != nil || test.rated > 0 {
					t.Fatalf("%+v", now)
				}
				return
			}
			if now.Weeks != test.rated || !(now.Mid >= test.low && now.Mid <= test.high) {
				t.Errorf("%+v, want %d weeks, %g to %g", now, test.rated, test.low, test.high)
			}
			later := Of(test.entries, test.events, spanOfWeeks(test.weeks+10)).EnergyNow
			if now.Low90 > -1 && later.Low90 >= now.Low90 {
				t.Errorf("ten weeks without a word leave %+v at %+v", now, later)
			}
		})
	}
}

func TestEnergyNowProperties(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		a, b := Of(entries, events, span).EnergyNow, Of(swapped(entries), events, span).EnergyNow
		scaled := Of(shuffled(rng, changed(entries, func(e *journal.Entry) {
			e.Moments = shuffled(rng, e.Moments)
			for i := range e.Moments {
				e.Moments[i].Hours *= 3
			}
		})), events, span).EnergyNow
		if a == nil {
			if b != nil || scaled != nil {
				t.Errorf("nothing became %+v and %+v", b, scaled)
			}
			return
		}
		figures := []float64{a.Mid, a.Low50, a.High50, a.Low90, a.High90, a.ProbabilityPeople}
		nearAll(t, "swapped", []float64{-b.Mid, -b.High50, -b.Low50, -b.High90, -b.Low90, 1 - b.ProbabilityPeople}, figures, 1e-9)
		nearAll(t, "scaled and shuffled", []float64{scaled.Mid, scaled.Low50, scaled.High50, scaled.Low90, scaled.High90, scaled.ProbabilityPeople}, figures, 1e-9)
	})
}
