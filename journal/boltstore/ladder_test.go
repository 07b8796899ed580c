package boltstore

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
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

// wreck is something that happens to a journal, and what is then offered first.
type wreck struct {
	name    string
	do      func(t *testing.T, path string, file []byte)
	problem error
	first   backup.Way // of the best step
	lost    int        // weeks that it does not bring back
}

func write(change func(file []byte) []byte) func(*testing.T, string, []byte) {
	return func(t *testing.T, path string, file []byte) {
		t.Helper()
		if err := os.WriteFile(path, change(bytes.Clone(file)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// spoilRecord turns a bit of the last record that holds text.
func spoilRecord(file []byte, text string) []byte {
	file[bytes.LastIndex(file, []byte(text))] ^= 1
	return file
}

var wrecks = []wreck{
	{"0 bytes", write(func([]byte) []byte { return nil }), journal.ErrEmptyFile, backup.Copy, 1},
	{"a text", write(func([]byte) []byte { return []byte("Dear diary, nothing today.") }), journal.ErrNotJournal, backup.Copy, 1},
	{"zeros", write(func(f []byte) []byte { return make([]byte, len(f)) }), journal.ErrNotJournal, backup.Copy, 1},
	{"random bytes", write(func(f []byte) []byte {
		random := rand.New(rand.NewPCG(9, 0))
		for i := range f {
			f[i] = byte(random.Uint32())
		}
		return f
	}), journal.ErrNotJournal, backup.Copy, 1},
	{"gone", func(t *testing.T, path string, _ []byte) {
		t.Helper()
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}, journal.ErrMissing, backup.Copy, 1},
	{"the last save damaged", write(func(f []byte) []byte { return spoilRecord(f, "saved after the backup") }),
		journal.ErrDamaged, backup.Previous, 1},
	{"an old record damaged", write(func(f []byte) []byte { return spoilRecord(f, strings.Repeat("x", 4_000)) }),
		journal.ErrDamaged, backup.Salvage, 0},
	{"both meta pages zeroed", write(func(f []byte) []byte { clear(f[:2*pageSizeOf(f)]); return f }),
		journal.ErrNotJournal, backup.Salvage, 0},
	{"both meta pages bad", write(func(f []byte) []byte {
		f[pageHeaderSize+metaTxidAt] ^= 1
		f[pageSizeOf(f)+pageHeaderSize+metaTxidAt] ^= 1
		return f
	}), journal.ErrDamaged, backup.Salvage, 0},
	{"newest meta page bad", write(func(f []byte) []byte { f[newestAt(f)+metaTxidAt] ^= 1; return f }),
		nil, backup.Salvage, 0},
	{"two pages swapped", write(func(f []byte) []byte {
		size := pageSizeOf(f)
		a, b := f[8*size:9*size], f[9*size:10*size]
		for i := range a {
			a[i], b[i] = b[i], a[i]
		}
		return f
	}), journal.ErrDamaged, "", 0},
	{"cut in half", write(func(f []byte) []byte { return f[:len(f)/2] }), journal.ErrDamaged, "", 1},
}

// TestLadder wrecks a journal that was saved once after its backup. In each case
// the first step brings back what it says, the damaged file is kept, and the
// journal goes on from there.
func TestLadder(t *testing.T) {
	for _, test := range wrecks {
		t.Run(test.name, func(t *testing.T) {
			path, _, after, _ := newWorn(t)
			k := newKeeper(t, path)
			copied := backUp(t, k)
			last := journal.Entry{Week: week("2026-W48"), Reflection: "saved after the backup"}
			save(t, path, last)
			after = after.After(journal.Change{PutEntries: []journal.Entry{last}})
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			test.do(t, path, file)
			wrecked, _ := os.ReadFile(path)
			ladder := diagnose(t, k)
			if !errors.Is(ladder.Problem, test.problem) || (test.problem == nil) != (ladder.Problem == nil) {
				t.Errorf("the problem is %v, want %v", ladder.Problem, test.problem)
			}
			if now, _ := os.ReadFile(path); !bytes.Equal(now, wrecked) || len(ladder.Steps) == 0 {
				t.Fatalf("%d steps; the file changed: %v", len(ladder.Steps), !bytes.Equal(now, wrecked))
			}
			first := ladder.Steps[0]
			if test.first != "" && first.Way != test.first {
				t.Errorf("first comes %+v, want %s", first, test.first)
			}
			restored, err := k.Repair(first)
			if err != nil {
				t.Fatal(err)
			}
			if kept, err := os.ReadFile(restored.Aside); test.problem != journal.ErrMissing && (err != nil || !bytes.Equal(kept, wrecked)) {
				t.Errorf("the file was not kept as it was: %q, %v", restored.Aside, err)
			}
			s := mustOpen(t, path)
			if s.Opening().Rollback != nil {
				t.Errorf("what was brought back is taken for an older copy: %+v", s.Opening().Rollback)
			}
			got, err := s.Load()
			if err != nil {
				t.Fatal(err)
			}
			if n := missing(after, got); n > test.lost || len(got.Entries) != first.Summary.Weeks {
				t.Errorf("%d weeks are lost, want at most %d; %d of %d are there", n, test.lost, len(got.Entries), first.Summary.Weeks)
			}
			if s.last.txid <= copied.Transaction {
				t.Errorf("it is at transaction %d, its backup at %d", s.last.txid, copied.Transaction)
			}
			mustApply(t, s, journal.Change{PutEntries: []journal.Entry{numbered(1)}})
		})
	}
}

// TestLadderTakesTheNextBackup: when the newest backup is damaged too the one
// before is offered, and it is said which was left out.
func TestLadderTakesTheNextBackup(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	save(t, path, numbered(1))
	older := backUp(t, k)
	save(t, path, numbered(2))
	newest := backUp(t, k)
	content, err := os.ReadFile(newest.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(newest.Path, spoilRecord(content, "words of 2"), 0o600), os.WriteFile(path, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	ladder := diagnose(t, k)
	if len(ladder.Steps) != 1 || ladder.Steps[0].Backup != older.Path || len(ladder.Bad) != 1 || ladder.Bad[0].Path != newest.Path {
		t.Fatalf("the ladder is %+v", ladder)
	}
	if _, err := k.Repair(ladder.Steps[0]); err != nil {
		t.Fatal(err)
	}
	want := storetest.Sample()
	mustHold(t, mustOpen(t, path), want.After(journal.Change{PutEntries: []journal.Entry{numbered(1)}}))
}

// TestLadderCompares says what each way has and another has not.
func TestLadderCompares(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	save(t, path, numbered(1), numbered(2))
	backUp(t, k)
	changed := numbered(1)
	changed.Reflection = "rewritten"
	save(t, path, changed, numbered(3))
	backUp(t, k)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	ladder := diagnose(t, k)
	if len(ladder.Steps) != 2 {
		t.Fatalf("%d steps, want 2", len(ladder.Steps))
	}
	newest, older := ladder.Steps[0], ladder.Steps[1]
	if len(newest.Missing)+len(newest.Older) > 0 || len(older.Missing) != 1 || older.Missing[0] != numbered(3).Week ||
		len(older.Older) != 1 || older.Older[0] != changed.Week {
		t.Errorf("newest lacks %v %v, older lacks %v %v", newest.Missing, newest.Older, older.Missing, older.Older)
	}
}

// TestRepairRefuses a step of files that have changed since, and one for a
// journal that is sound or open.
func TestRepairRefuses(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	backUp(t, k)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	step := diagnose(t, k).Steps[0]
	stale := step
	stale.ID = "other"
	if _, err := k.Repair(stale); !errors.Is(err, journal.ErrReplaced) {
		t.Errorf("a step that is no more: %v", err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Repair(step); !errors.Is(err, journal.ErrReplaced) {
		t.Errorf("a journal that is sound: %v", err)
	}
	s := mustOpen(t, path)
	if _, err := k.Repair(step); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("a journal that is open: %v", err)
	}
	if _, err := k.Diagnose(); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("to look at one that is open: %v", err)
	}
	mustHold(t, s, storetest.Sample())
}

// TestLadderOfFormat1: a file from before codes is salvaged too.
func TestLadderOfFormat1(t *testing.T) {
	path := golden(t, 1)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(file[:2*pageSizeOf(file)])
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	k := newKeeper(t, path)
	ladder := diagnose(t, k)
	if len(ladder.Steps) != 1 || ladder.Steps[0].Way != backup.Salvage {
		t.Fatalf("the ladder is %+v", ladder)
	}
	if _, err := k.Repair(ladder.Steps[0]); err != nil {
		t.Fatal(err)
	}
	mustHold(t, mustOpen(t, path), storetest.Sample())
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
			if w, ok := salvageWay(nil, found, boxes); ok {
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
