package boltstore

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"heliotrope/journal"
)

// lifetime makes a journal of fifty years, each week with versions from before,
// and returns its path.
func lifetime(b *testing.B, versions int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "journal.db")
	s, err := Open(path)
	if err != nil {
		b.Fatal(err)
	}
	var all []journal.Entry
	for i := range 50 * 52 {
		all = append(all, lifeWeek(i))
	}
	for v := range 1 + versions {
		for i := range all {
			all[i].Reflection += fmt.Sprint(v)
		}
		if err := s.Apply(journal.Change{At: time.Now(), PutEntries: all}); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkOpen is what stands between the start of the program and the first
// frame that shows something: the whole check, with reading everything.
func BenchmarkOpen(b *testing.B) {
	for _, versions := range []int{0, 5} {
		path := lifetime(b, versions)
		name := fmt.Sprintf("versions=%d/", versions)
		b.Run(name+"check", func(b *testing.B) {
			for b.Loop() {
				s, err := Open(path)
				if err != nil {
					b.Fatal(err)
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
		s, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name+"load again", func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Load(); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"save", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				e := journal.Entry{Week: week("2026-W47"), Reflection: fmt.Sprint("words ", i)}
				if err := s.Apply(journal.Change{At: time.Now(), PutEntries: []journal.Entry{e}, Fold: []journal.Week{e.Week}}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"copy", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if err := s.CopyTo(filepath.Join(b.TempDir(), fmt.Sprint(i))); err != nil {
					b.Fatal(err)
				}
			}
		})
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
