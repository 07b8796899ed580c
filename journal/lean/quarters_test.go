package lean

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"heliotrope/journal"
)

func TestQuarterOf(t *testing.T) {
	for _, test := range []struct {
		week         string
		year, number int
	}{
		{"2026-W01", 2026, 1}, // from 29 December 2025
		{"2026-W13", 2026, 1},
		{"2026-W14", 2026, 2},
		{"2026-W26", 2026, 2},
		{"2026-W27", 2026, 3},
		{"2026-W39", 2026, 3},
		{"2026-W40", 2026, 4},
		{"2026-W52", 2026, 4},
		{"2026-W53", 2026, 4}, // to 3 January 2027
		{"2027-W01", 2027, 1},
		{"2027-W52", 2027, 4},
	} {
		if year, number := quarterOf(mustWeek(test.week)); year != test.year || number != test.number {
			t.Errorf("%s is in Q%d of %d, want Q%d of %d", test.week, number, year, test.number, test.year)
		}
	}
}

// TestQuarters is computed by hand. In Q1 the weeks weigh 2, 6 and, as its
// hours are unknown, (2+6)/2 = 4; in Q2 no hours are known, so both weigh 1.
func TestQuarters(t *testing.T) {
	at := func(week string, w Week) Week {
		w.Week, w.Observed = mustWeek(week), true
		return w
	}
	got := quartersOf([]Week{
		at("2026-W02", Week{T: 0.5, L: 0.2, D: -0.4, HasD: true, Hours: 2}),
		at("2026-W05", Week{T: -0.5, L: -0.4, D: 0.2, HasD: true, Hours: 6}),
		at("2026-W13", Week{T: 0.1, L: 0.1}),
		at("2026-W14", Week{T: 0.4, L: 0.6}),
		at("2026-W20", Week{T: 0.2, L: 0.1}),
		at("2028-W20", Week{T: -1, L: -1, Hours: 3}),
	})
	want := []Quarter{
		{Year: 2026, Number: 1, T: -1.6 / 12, L: -1.6 / 12, D: 0.4 / 8, HasD: true, Weeks: 3, WeeksD: 2, Hours: 8},
		{Year: 2026, Number: 2, T: 0.3, L: 0.35, Pull: 0.05, Weeks: 2},
		{Year: 2028, Number: 2, T: -1, L: -1, Weeks: 1, Hours: 3},
	}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i, q := range got {
		nearAll(t, "quarter", []float64{q.T, q.L, q.Pull, q.D, q.Hours},
			[]float64{want[i].T, want[i].L, want[i].Pull, want[i].D, want[i].Hours}, 1e-15)
		q.T, q.L, q.Pull, q.D, q.Hours = want[i].T, want[i].L, want[i].Pull, want[i].D, want[i].Hours
		if q != want[i] {
			t.Errorf("quarter %d is %+v, want %+v", i, q, want[i])
		}
	}
}

// TestQuarterTime: T of a quarter is 2s - 1 of its own shares of time.
func TestQuarterTime(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		weeks, hours := 0, 0.0
		r := Of(entries, events, span)
		for _, q := range r.Quarters {
			weeks, hours = weeks+q.Weeks, hours+q.Hours
			var own []*journal.Entry
			for i := range entries {
				if year, number := quarterOf(entries[i].Week); entries[i].Away == "" && year == q.Year && number == q.Number {
					own = append(own, &entries[i])
				}
			}
			near(t, "T", q.T, 2*timeShares(own).People-1, 1e-12)
			near(t, "pull", q.Pull, q.L-q.T, 0)
		}
		for _, w := range r.Weeks {
			hours -= w.Hours
		}
		near(t, "hours left out", hours, 0, 1e-9)
		if weeks != r.WeeksLogged {
			t.Errorf("%d weeks in quarters, want %d", weeks, r.WeeksLogged)
		}
	})
}

func TestQuartersSwap(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		a := Of(entries, events, span).Quarters
		b := Of(swapped(shuffled(rng, entries)), events, span).Quarters
		for i, q := range a {
			nearAll(t, "quarter", []float64{b[i].T, b[i].L, b[i].Pull, b[i].D}, []float64{-q.T, -q.L, -q.Pull, -q.D}, 1e-12)
		}
		same := Of(changed(entries, func(e *journal.Entry) { e.Moments = shuffled(rng, e.Moments) }), events, span).Quarters
		if len(same) != len(a) {
			t.Errorf("%+v became %+v", a, same)
		}
		for i, q := range a {
			nearAll(t, "quarter", []float64{same[i].T, same[i].L, same[i].D}, []float64{q.T, q.L, q.D}, 1e-12)
		}
	})
}

// TestQuartersAfar: weeks of one quarter in different years stay apart.
func TestQuartersAfar(t *testing.T) {
	entries := steady(120, 30, 0, 70)
	var got [][2]int
	for _, q := range Of(entries, nil, spanOfWeeks(120)).Quarters {
		got = append(got, [2]int{q.Number, q.Weeks})
	}
	want := [][2]int{{3, 10}, {4, 14}, {1, 13}, {2, 13}, {3, 13}, {4, 13}, {1, 13}, {2, 13}, {3, 13}, {4, 5}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
