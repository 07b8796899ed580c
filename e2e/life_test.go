//go:build linux

package e2e

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
)

// logYears begins a journal with so many weeks, up to that of today, and so many moments
// in each, always the same.
func logYears(t testing.TB, path string, weeks, moments int) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	last, err := journal.ParseWeek("2026-W48")
	if err != nil {
		t.Fatal(err)
	}
	store, err := boltstore.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewSource(1))
	words := strings.Fields("the search of billing leaks in a flaky queue that was reviewed paired argued migrated with Sam and Ines on design latency roadmap incident proposal")
	kinds := []struct {
		id    string
		track journal.Track
	}{{"coding", journal.Technical}, {"debugging", journal.Technical}, {"one-on-one", journal.People}, {"planning", journal.Both}}
	var change journal.Change
	for i := range weeks {
		e := journal.Entry{
			Week: last.Add(i + 1 - weeks), Reflection: strings.Repeat("What the week was like, and why. ", 12),
			Split: &journal.Split{Technical: 40 + i%30, Both: 10, People: 50 - i%30},
		}
		for j := range moments {
			text := make([]string, 6+chance.Intn(10))
			for k := range text {
				text[k] = words[chance.Intn(len(words))]
			}
			kind := kinds[chance.Intn(len(kinds))]
			e.Moments = append(e.Moments, journal.Moment{
				ID: fmt.Sprintf("m%d-%d", i, j), Text: strings.Join(text, " "), Kind: kind.id, Track: kind.track,
				Hours: float64(1 + chance.Intn(4)), Energy: journal.Energy(chance.Intn(5) - 2), Tags: []string{words[chance.Intn(len(words))]},
				Logged: e.Week.Monday().Add(time.Duration(9*60+j) * time.Minute),
			})
		}
		change.PutEntries = append(change.PutEntries, e)
	}
	if err := errors.Join(store.Apply(change), store.Close()); err != nil {
		t.Fatal(err)
	}
}

// contents reads what a journal holds that no program has open.
func contents(t *testing.T, path string) journal.Contents {
	t.Helper()
	store, err := boltstore.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := store.Load()
	if err := errors.Join(err, store.Close()); err != nil {
		t.Fatal(err)
	}
	return c
}
