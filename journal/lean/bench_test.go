package lean

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkOf computes everything for half a year, ten years and fifty years of
// 20 moments a week. The targets are 3, 30 and 150 ms.
func BenchmarkOf(b *testing.B) {
	for _, weeks := range []int{26, 520, 2600} {
		rng := rand.New(rand.NewPCG(1, 1))
		entries, events := randomJournal(rng, weeks, 0)
		for i := range entries {
			for range 20 {
				entries[i].Moments = append(entries[i].Moments, randomMoment(rng))
			}
		}
		b.Run(fmt.Sprintf("weeks=%d", weeks), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Of(entries, events, spanOfWeeks(weeks))
			}
		})
	}
}
