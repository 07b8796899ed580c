package boltstore

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
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
	k, err := NewKeeper(path)
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
		journal.ErrBehind, backup.Salvage, 0},
	{"newest meta page points far out", write(func(f []byte) []byte { return remade(f, metaHighAt, 1<<60) }),
		journal.ErrDamaged, backup.Salvage, 0},
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
			path, _, worn := newWorn(t)
			k := newKeeper(t, path)
			copied := backUp(t, k)
			last := journal.Entry{Week: week("2026-W48"), Reflection: "saved after the backup"}
			save(t, path, last)
			after := worn.contents.After(journal.Change{PutEntries: []journal.Entry{last}})
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
			if kept, err := os.ReadFile(restored.Aside); !errors.Is(test.problem, journal.ErrMissing) && (err != nil || !bytes.Equal(kept, wrecked)) {
				t.Errorf("the file was not kept as it was: %q, %v", restored.Aside, err)
			}
			s := mustOpen(t, path)
			if s.Opening().Behind != nil {
				t.Errorf("what was brought back is taken for an older copy: %+v", s.Opening().Behind)
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
	if !newest.Lacks.None() {
		t.Errorf("the newest lacks %+v", newest.Lacks)
	}
	moments := len(numbered(3).Moments) // only the reflection of the changed week differs
	want := backup.Lacks{Missing: []journal.Week{numbered(3).Week}, Differing: []journal.Week{changed.Week}, Moments: moments}
	if !reflect.DeepEqual(older.Lacks, want) {
		t.Errorf("the older one lacks %+v, want %+v", older.Lacks, want)
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

// TestSalvageLeavesWhatWasDeleted: what was deleted still lies in free pages. A
// draft, an event and what was thrown out of the trash stay away, also if its page
// comes right after those of the damaged record, whose text is no page.
func TestSalvageLeavesWhatWasDeleted(t *testing.T) {
	path := newSample(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, journal.Change{PutEntries: []journal.Entry{numbered(499)}}) // longer than a page, so that its damage is nobody else's
	aside := storetest.SampleAside()
	gone := storetest.Sample().Events[0]
	gone.ID = "gone"
	mustApply(t, s, journal.Change{PutTrash: aside.Trash, Draft: aside.Draft, PutEvents: []journal.Event{gone}})
	change := journal.Change{Draft: &journal.Draft{}, DropEvents: []string{gone.ID}}
	for _, thrown := range aside.Trash {
		change.DropTrash = append(change.DropTrash, thrown.ID)
	}
	mustApply(t, s, change)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, spoilRecord(file, "words of 499"), 0o600); err != nil {
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
	s = mustOpen(t, path)
	mustHold(t, s, storetest.Sample())
	if left, err := s.Aside(); err != nil || left.Draft != nil || len(left.Trash) > 0 {
		t.Errorf("what was deleted came back: %+v (%v)", left, err)
	}
}

// TestBackupsThatCannotBeListed: it is not said that there are none.
func TestBackupsThatCannotBeListed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file in place of a folder passes for no folder there")
	}
	path := newSample(t)
	k := newKeeper(t, path)
	backUp(t, k)
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	if err := k.FolderProblem(); err != nil {
		t.Errorf("the folder of backups has a problem: %v", err)
	}
	if err := errors.Join(os.RemoveAll(k.folder), os.WriteFile(k.folder, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if found, err := k.Diagnose(); err == nil || isUnreadable(err) || k.FolderProblem() == nil {
		t.Errorf("found %+v, %v", found, err)
	}
}

// TestWaysShareRecords: what is the same in two backups is in memory once.
func TestWaysShareRecords(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	save(t, path, numbered(1))
	backUp(t, k)
	changed := numbered(1)
	changed.Reflection = "rewritten"
	save(t, path, changed)
	backUp(t, k)
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	found, err := k.ways()
	if err != nil || len(found.ways) != 2 {
		t.Fatalf("there are %d ways (%v)", len(found.ways), err)
	}
	a, b := found.ways[0], found.ways[1]
	for _, e := range a.contents.Entries {
		p := place{entriesBucket, e.Week.String()}
		mine, theirs := a.whole.records[p], b.whole.records[p]
		if e.Week == changed.Week {
			if bytes.Equal(mine, theirs) || a.marks[e.Week].entry.Equal(b.marks[e.Week].entry) {
				t.Error("the week that was changed is the same")
			}
			continue
		}
		if &mine[0] != &theirs[0] {
			t.Errorf("the record of %v is in memory twice", e.Week)
		}
		if other := b.marks[e.Week].entry; len(e.Moments) > 0 && &e.Moments[0] != &other.Moments[0] {
			t.Errorf("the moments of %v are in memory twice", e.Week)
		}
	}
}
