package boltstore

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
)

// TestLadderAtEveryDamage damages a journal in thousands of ways. Whatever was
// done, the ladder offers something, its first step brings back everything but
// for what it says, and the newest backup can always be had.
func TestLadderAtEveryDamage(t *testing.T) {
	path, _, worn := newWorn(t)
	k := newKeeper(t, path)
	newest := backUp(t, k)
	extra := journal.Entry{Week: week("2026-W48"), Reflection: "saved after the backup"}
	save(t, path, extra)
	after := worn.contents.After(journal.Change{PutEntries: []journal.Entry{extra}})
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const seed = 48
	all := damages(whole, rand.New(rand.NewPCG(seed, 0)))
	step := 12
	if testing.Short() {
		step = 120
	}
	var sound, complete, lost, ways, restored int
	for i := 0; i < len(all); i += step {
		d := all[i]
		if err := os.WriteFile(path, d.do(bytes.Clone(whole)), 0o600); err != nil {
			t.Fatal(err)
		}
		ladder := diagnose(t, k)
		if ladder.Problem == nil {
			sound++
			continue
		}
		ways += len(ladder.Steps)
		offered := false
		for _, s := range ladder.Steps {
			offered = offered || s.Way == backup.Copy && s.Backup == newest.Path
		}
		if !offered {
			t.Fatalf("seed %d, %s: the newest backup is not offered (%v)", seed, d.name, ladder.Problem)
		}
		if !ladder.Steps[0].Lacks.None() {
			t.Errorf("seed %d, %s: the first step loses %+v", seed, d.name, ladder.Steps[0].Lacks)
		}
		if i%(4*step) != 0 {
			continue
		}
		restored++
		if _, err := k.Repair(ladder.Steps[0]); err != nil {
			t.Fatalf("seed %d, %s: %v", seed, d.name, err)
		}
		got, err := openAndLoad(path)
		if err != nil {
			t.Fatalf("seed %d, %s: what was repaired is %v", seed, d.name, err)
		}
		if storetest.Diff(after, got) == "" {
			complete++
		} else {
			lost += missing(after, got)
		}
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d sound, %d ways back offered; of %d repaired %d complete, %d weeks lost in the others", sound, ways, restored, complete, lost)
	if complete == 0 || lost > restored {
		t.Error("too much was lost")
	}
}

// TestSalvageFigures zeroes pages of a journal of 400 weeks that has no backup,
// and counts what is lost.
func TestSalvageFigures(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	for i := range 40 {
		var entries []journal.Entry
		for j := range 10 {
			entries = append(entries, journal.Entry{
				Week: week("2015-W01").Add(10*i + j), Reflection: strings.Repeat("What the week was like. ", 20),
			})
		}
		save(t, path, entries...)
	}
	want, err := openAndLoad(path)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	used := int(highWater(whole))
	size := pageSizeOf(whole)
	for _, test := range []struct{ pages, most int }{{1, 16}, {3, 30}, {10, 80}} {
		random := rand.New(rand.NewPCG(uint64(test.pages), 0))
		rounds, lost, worst := 40, 0, 0
		for range rounds {
			file := bytes.Clone(whole)
			for range test.pages {
				at := size * random.IntN(used)
				clear(file[at : at+size])
			}
			found, boxes := salvage(file, nil)
			n := len(want.Entries)
			if w, ok := make(shared).salvageWay(nil, found, boxes); ok {
				c, _, err := w.whole.contents()
				if err != nil {
					t.Fatal(err)
				}
				n = missing(want, c)
			}
			lost, worst = lost+n, max(worst, n)
		}
		t.Logf("%d of %d pages zeroed: %.1f of 400 weeks lost on average, %d at worst", test.pages, used, float64(lost)/float64(rounds), worst)
		if worst > test.most {
			t.Errorf("%d pages zeroed: %d weeks lost", test.pages, worst)
		}
	}
}
