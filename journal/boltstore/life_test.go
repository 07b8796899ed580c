package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
)

const (
	momentsAWeek = 20

	// What the check of everything may allocate at every start, however long
	// the journal is: so its work grows as the file does, and no faster.
	maxAllocations = 40 // for a week
	maxAllocated   = 4  // times the length of the file
)

// lifeWeek returns the i-th week of a long life.
func lifeWeek(i int) journal.Entry {
	e := journal.Entry{Week: week("1976-W01").Add(i), Reflection: strings.Repeat("What the week was like. ", 20)}
	for j := range momentsAWeek {
		e.Moments = append(e.Moments, journal.Moment{
			ID: fmt.Sprintf("m%d-%d", i, j), Text: strings.Repeat(fmt.Sprintf("Moment %d of week %d. ", j, i), 4), Kind: "coding",
			Track: journal.Technical, Hours: 1, Tags: []string{"checkout"}, Logged: time.Date(2026, 11, 24, 9, j, 0, 0, time.UTC),
		})
	}
	return e
}

// lifeFigure keeps a long life, week after week, and measures what a user waits
// for.
func lifeFigure(t *testing.T, f form, _ *rand.Rand) row {
	path := filepath.Join(t.TempDir(), "journal.db")
	took := liveLong(t, path, f.weeks)
	start := func() {
		if s, err := Open(path); err != nil {
			t.Error(err)
		} else if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	check := best(start)
	allocations, allocated := allocationsOf(start)
	var c journal.Contents
	memory := heapOf(func() any {
		s, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		c, err = s.Load()
		if err := errors.Join(err, s.Close()); err != nil {
			t.Fatal(err)
		}
		return c.Entries
	})
	s := mustOpen(t, path)
	for i, e := range c.Entries {
		if !e.Equal(lifeWeek(i)) {
			t.Fatalf("week %v is not what was saved", e.Week)
		}
	}
	if len(c.Entries) != f.weeks {
		t.Fatalf("there are %d weeks", len(c.Entries))
	}
	copies := 0
	copying := best(func() {
		copies++
		if err := s.CopyTo(filepath.Join(t.TempDir(), fmt.Sprint(copies))); err != nil {
			t.Error(err)
		}
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if allocations > maxAllocations*f.weeks || allocated > maxAllocated*len(whole) {
		t.Errorf("the check of %d weeks in %d bytes made %d allocations of %d bytes", f.weeks, len(whole), allocations, allocated)
	}
	tries := 50
	seen := flipped(t, whole, f.weeks, tries)
	if seen < tries {
		t.Errorf("control: %d of %d flipped bits went unseen", tries-seen, tries)
	}
	ms := func(d time.Duration) string { return fmt.Sprintf("%.3g ms", float64(d.Microseconds())/1_000) }
	return row{
		done:  fmt.Sprintf("A long life: %s weeks of %d moments, saved week by week; best of five, but for the saves", thousands(f.weeks), momentsAWeek),
		count: fmt.Sprintf("%s moments", thousands(f.weeks*momentsAWeek)),
		result: fmt.Sprintf("**all checked and read at the start in %s**, a save %s (99 of 100 within %s), a checked copy %s; the file has %.1f MB, in memory %.1f MB",
			ms(check), ms(took[len(took)/2]), ms(took[len(took)*99/100]), ms(copying), float64(len(whole))/1e6, float64(memory)/1e6),
		control: fmt.Sprintf("one bit flipped in a moment anywhere: refused %d of %d times", seen, tries),
	}
}

// liveLong makes the journal, and returns how long each save of its last fifth
// took, sorted.
func liveLong(t *testing.T, path string, weeks int) (took []time.Duration) {
	t.Helper()
	s := mustOpen(t, path)
	for i := range weeks {
		begin := time.Now()
		mustApply(t, s, journal.Change{At: begin, PutEntries: []journal.Entry{lifeWeek(i)}})
		if i >= weeks*4/5 {
			took = append(took, time.Since(begin))
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(took)
	return took
}

// best returns how long f takes, at best.
func best(f func()) time.Duration {
	shortest := time.Duration(-1)
	for range 5 {
		begin := time.Now()
		f()
		if took := time.Since(begin); shortest < 0 || took < shortest {
			shortest = took
		}
	}
	return shortest
}

// allocationsOf returns how often f allocates, and how many bytes.
func allocationsOf(f func()) (times, bytes int) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.Mallocs - before.Mallocs), int(after.TotalAlloc - before.TotalAlloc)
}

// heapOf returns how many bytes what f returns takes.
func heapOf(f func() any) int {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	kept := f()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(kept)
	return max(0, int(after.HeapAlloc)-int(before.HeapAlloc))
}

// flipped flips one bit in the text of a moment, in turn in moments all over
// the file, and returns how often that was refused.
func flipped(t *testing.T, whole []byte, weeks, tries int) (seen int) {
	t.Helper()
	path := newScratch(t)
	for i := range tries {
		// What lies in free pages does no harm: so flip it in every place.
		text := fmt.Appendf(nil, "Moment %d of week %d. Moment", i%momentsAWeek, i*weeks/tries)
		image := bytes.ReplaceAll(whole, text, append([]byte("m"), text[1:]...)) // M and m differ by a bit
		if bytes.Equal(image, whole) {
			t.Fatalf("%q is not in the file", text)
		}
		if _, err := Open(path.put(t, image)); errors.Is(err, journal.ErrDamaged) {
			seen++
		}
	}
	return seen
}
