package boltstore

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
)

// newKeeper returns the keeper of the journal at path, by a clock of its own
// that goes on an hour at each look.
func newKeeper(t testing.TB, path string) *Keeper {
	t.Helper()
	k, err := NewKeeper(path, "")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 23, 7, 0, 0, 0, time.Local)
	k.now = func() time.Time { now = now.Add(time.Hour); return now }
	return k
}

// backUp backs up the journal at path, which is not open, and returns where.
func backUp(t testing.TB, k *Keeper) backup.Backup {
	t.Helper()
	s, err := Open(k.path)
	if err != nil {
		t.Fatal(err)
	}
	made, err := k.BackUp(s)
	if err := errors.Join(err, made.RotateProblem, made.SecondProblem, s.Close()); err != nil {
		t.Fatal(err)
	}
	return made.Backup
}

// save makes one change to the journal at path.
func save(t testing.TB, path string, entries ...journal.Entry) {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = s.Apply(journal.Change{At: time.Now(), PutEntries: entries})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
}

func diagnose(t testing.TB, k *Keeper) backup.Ladder {
	t.Helper()
	ladder, err := k.Diagnose()
	if err != nil {
		t.Fatal(err)
	}
	return ladder
}

// TestLadderAtEveryDamage damages a journal in thousands of ways. Whatever was
// done, the ladder offers something, its first step brings back everything but
// for what it says, and the newest backup can always be had.
func TestLadderAtEveryDamage(t *testing.T) {
	path, _, after, _ := newWorn(t)
	k := newKeeper(t, path)
	newest := backUp(t, k)
	extra := journal.Entry{Week: week("2026-W48"), Reflection: "saved after the backup"}
	save(t, path, extra)
	after = after.After(journal.Change{PutEntries: []journal.Entry{extra}})
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
		if len(ladder.Steps[0].Missing)+len(ladder.Steps[0].Older) > 0 {
			t.Errorf("seed %d, %s: the first step loses %v %v", seed, d.name, ladder.Steps[0].Missing, ladder.Steps[0].Older)
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

// missing counts the weeks that got does not hold as want does.
func missing(want, got journal.Contents) (n int) {
	held := make(map[journal.Week]journal.Entry)
	for _, e := range got.Entries {
		held[e.Week] = e
	}
	for _, e := range want.Entries {
		if !held[e.Week].Equal(e) {
			n++
		}
	}
	return n
}
