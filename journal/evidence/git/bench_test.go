package git

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// BenchmarkLook looks at a week of ten repositories of 50,000 commits in ten years, all
// at once: at the last week, and at one of five years ago.
func BenchmarkLook(b *testing.B) {
	r := newRepo(b, filepath.Join(b.TempDir(), "r"), "--bare")
	r.with(b, history(50_000, at(-24*365*10), at(160)), nil, "fast-import", "--quiet")
	k := kind{limit: time.Hour, belongs: belongs}
	for years := range 6 {
		span := week
		span.From, span.To = span.From.AddDate(-years, 0, 0), span.To.AddDate(-years, 0, 0)
		b.Run(fmt.Sprintf("years=%d", years), func(b *testing.B) {
			for b.Loop() {
				var all sync.WaitGroup
				for range 10 {
					all.Go(func() {
						if found := k.Open(string(r), []string{me}).Look(b.Context(), span); len(found.Items) == 0 || len(found.Troubles) > 0 {
							b.Errorf("%d, %v", len(found.Items), found.Troubles)
						}
					})
				}
				all.Wait()
			}
		})
	}
	b.Run("stamp", func(b *testing.B) {
		s := k.Open(string(r), []string{me})
		for b.Loop() {
			for range 10 {
				s.Stamp()
			}
		}
	})
}
