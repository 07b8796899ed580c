package lean

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"heliotrope/journal"
)

// BenchmarkOf computes everything for half a year, ten years and fifty years.
// The targets are 5, 50 and 250 ms.
func BenchmarkOf(b *testing.B) {
	for _, size := range []struct{ weeks, moments int }{{26, 5}, {520, 5}, {2600, 20}} {
		rng := rand.New(rand.NewPCG(1, 1))
		entries, events := random(rng, shape{weeks: size.weeks, splits: 0.9, events: size.weeks / 50})
		for i := range entries {
			for range size.moments {
				entries[i].Moments = append(entries[i].Moments, randomMoment(rng))
			}
		}
		span := spanOfWeeks(size.weeks)
		b.Run(fmt.Sprintf("weeks=%d", size.weeks), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Of(entries, events, span)
			}
		})
	}
}

// The parts of which a long journal's time is made.
func BenchmarkParts(b *testing.B) {
	const n = 2600
	rng := rand.New(rand.NewPCG(1, 2))
	var weeks []Week
	for i := range n {
		weeks = append(weeks, Week{Week: firstWeek.Add(i), Observed: true, L: rng.Float64() - 0.5, Noise: 1, NEff: 5})
	}
	to := firstWeek.Add(n - 1)
	b.Run("posterior", func(b *testing.B) {
		for b.Loop() {
			newPosterior(seriesOf(weeks, nil, to), priorFromMoments)
		}
	})
	p := newPosterior(seriesOf(weeks, nil, to), priorFromMoments)
	b.Run("levels", func(b *testing.B) {
		for b.Loop() {
			p.levels(firstWeek, n)
		}
	})
	b.Run("trend", func(b *testing.B) {
		for b.Loop() {
			trendOf(weeks)
		}
	})
	b.Run("change", func(b *testing.B) {
		for b.Loop() {
			changePointOf(weeks)
		}
	})
	b.Run("weekly", func(b *testing.B) {
		var entries []*journal.Entry
		for i := range n {
			e := entry(i, randomMoment(rng), randomMoment(rng), randomMoment(rng), randomMoment(rng))
			entries = append(entries, &e)
		}
		for b.Loop() {
			weekly(entries, tallyOf(entries).means())
		}
	})
}
