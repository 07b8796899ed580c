package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"heliotrope/journal"
)

// firstWeek is where the journals of the tests start, so that they cross a
// year of 53 weeks.
var firstWeek = mustWeek("2026-W30")

func mustWeek(s string) journal.Week {
	w, err := journal.ParseWeek(s)
	if err != nil {
		panic(err)
	}
	return w
}

// spanOfWeeks is the span of n weeks from firstWeek.
func spanOfWeeks(n int) Span { return Span{From: firstWeek, To: firstWeek.Add(n - 1)} }

func moment(track journal.Track, energy journal.Energy, hours float64) journal.Moment {
	kind := map[journal.Track]string{journal.Technical: "coding", journal.People: "coaching", journal.Both: "pairing"}[track]
	return journal.Moment{Kind: kind, Track: track, Energy: energy, Hours: hours}
}

// entry is the n-th week from firstWeek, without a split.
func entry(n int, moments ...journal.Moment) journal.Entry {
	return journal.Entry{Week: firstWeek.Add(n), Moments: moments}
}

// splitEntry is the n-th week with a split.
func splitEntry(n, technical, both, people int, moments ...journal.Moment) journal.Entry {
	e := entry(n, moments...)
	e.Split = &journal.Split{Technical: technical, Both: both, People: people}
	return e
}

// steady is a journal of n weeks, each with the same split and three neutral
// moments, one a track.
func steady(n, technical, both, people int) []journal.Entry {
	var entries []journal.Entry
	for i := range n {
		entries = append(entries, splitEntry(i, technical, both, people,
			moment(journal.Technical, 0, 2), moment(journal.Both, 0, 1), moment(journal.People, 0, 2)))
	}
	return entries
}

// shape is what a random journal is like, as shares of its weeks.
type shape struct {
	weeks                       int
	gaps, away, splits, moments float64
	events                      int
}

// random makes a journal of that shape.
func random(rng *rand.Rand, s shape) ([]journal.Entry, []journal.Event) {
	var entries []journal.Entry
	lean := rng.Float64()
	for i := range s.weeks {
		lean = min(max(lean+0.05*rng.NormFloat64(), 0), 1)
		if rng.Float64() < s.gaps {
			continue
		}
		e := entry(i)
		if rng.Float64() < s.away {
			e.Away = "leave"
		}
		if rng.Float64() < s.splits {
			people := int(100 * min(max(lean+0.1*rng.NormFloat64(), 0), 1))
			both := rng.IntN(101 - people)
			e.Split = &journal.Split{Technical: 100 - people - both, Both: both, People: people}
		}
		for rng.Float64() < s.moments && len(e.Moments) < 12 {
			e.Moments = append(e.Moments, randomMoment(rng))
		}
		e.Answers = randomAnswers(rng)
		entries = append(entries, e)
	}
	var events []journal.Event
	for i := range s.events {
		events = append(events, journal.Event{
			ID: fmt.Sprint(i), Title: "x", Week: firstWeek.Add(rng.IntN(s.weeks)),
			Kind: journal.EventKinds[rng.IntN(len(journal.EventKinds))],
		})
	}
	return entries, events
}

func randomMoment(rng *rand.Rand) journal.Moment {
	kinds := journal.BuiltInKinds()
	return journal.Moment{
		Kind:   kinds[rng.IntN(len(kinds))].ID,
		Track:  journal.Tracks[rng.IntN(3)],
		Energy: journal.Energies[rng.IntN(5)],
		Hours:  []float64{0.5, 1, 1.5, 2, 4, 8}[rng.IntN(6)],
	}
}

func randomAnswers(rng *rand.Rand) []journal.Answer {
	return []journal.Answer{{Question: journal.Questions[rng.IntN(10)], Value: rng.IntN(5) - 2}}
}

// changed returns a copy of entries with change made to each.
func changed(entries []journal.Entry, change func(*journal.Entry)) []journal.Entry {
	copies := make([]journal.Entry, len(entries))
	for i, e := range entries {
		copies[i] = e.Clone()
		change(&copies[i])
	}
	return copies
}

// near fails unless got is within tolerance of want.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %.17g, want %.17g (off by %.3g)", what, got, want, got-want)
	}
}

// nearAll is near for lists.
func nearAll(t *testing.T, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for i := range got {
		near(t, fmt.Sprintf("%s[%d]", what, i), got[i], want[i], tolerance)
	}
}

// leveled returns one figure of every level.
func leveled(levels []Level, figure func(Level) float64) []float64 {
	var xs []float64
	for _, l := range levels {
		xs = append(xs, figure(l))
	}
	return xs
}

// shuffled returns xs in another order.
func shuffled[T any](rng *rand.Rand, xs []T) []T {
	xs = slices.Clone(xs)
	rng.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
	return xs
}
