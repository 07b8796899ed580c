package boltstore

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
)

// mustBackUp backs up the journal of k, which is not open, as do says, and
// returns what became of it.
func mustBackUp(t *testing.T, k *Keeper, do func(*Store) (backup.Made, error)) backup.Made {
	t.Helper()
	s, err := Open(k.path)
	if err != nil {
		t.Fatal(err)
	}
	made, err := do(s)
	if err := errors.Join(err, made.RotateProblem, made.SecondProblem, s.Close()); err != nil {
		t.Fatal(err)
	}
	return made
}

// TestBackUpOfAnotherState: a backup counts only if it is of the very state of
// the journal. A copy that went another way has as many saves.
func TestBackUpOfAnotherState(t *testing.T) {
	path := newSample(t)
	other := copyOf(t, path)
	k := newKeeper(t, path)
	save(t, path, numbered(1))
	first := backUp(t, k)
	save(t, other, numbered(2))
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	made := mustBackUp(t, k, k.BackUp)
	if !made.New || made.Backup.Path == first.Path || made.Backup.Transaction != first.Transaction {
		t.Errorf("after %+v it made %+v", first, made)
	}
}

// TestBackUpDaily: a backup is made once a day has passed since the last, and
// one that a wrong clock dated in the future does not count.
func TestBackUpDaily(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	now := time.Date(2026, 11, 23, 7, 0, 0, 0, time.Local)
	k.now = func() time.Time { return now }
	for i, step := range []struct {
		pass time.Duration
		want bool
	}{{0, true}, {time.Hour, false}, {22 * time.Hour, false}, {2 * time.Hour, true}, {-72 * time.Hour, true}} {
		now = now.Add(step.pass)
		save(t, path, numbered(i))
		if made := mustBackUp(t, k, k.BackUpDaily); made.New != step.want {
			t.Errorf("step %d, at %v: made %v, want %v", i, now, made.New, step.want)
		}
	}
}

// TestBackupIsReadAgain: a backup that was sound and is damaged now is seen to
// be: by its time in the list, and in any case where it matters.
func TestBackupIsReadAgain(t *testing.T) {
	for _, test := range []struct {
		name string
		same bool // the time of the file stays as it was
		bad  func(t *testing.T, k *Keeper) int
	}{
		{"the list", false, func(_ *testing.T, k *Keeper) int { return countBad(k.List("")) }},
		{"the check of all", true, func(_ *testing.T, k *Keeper) int { return countBad(k.CheckAll("")) }},
		{"the diagnosis", true, func(t *testing.T, k *Keeper) int {
			if err := os.Truncate(k.path, 0); err != nil {
				t.Fatal(err)
			}
			return len(diagnose(t, k).Bad)
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := newSample(t)
			save(t, path, numbered(1))
			k := newKeeper(t, path)
			b := backUp(t, k)
			k.List("")
			info, err := os.Stat(b.Path)
			if err != nil {
				t.Fatal(err)
			}
			content, err := os.ReadFile(b.Path)
			if err != nil {
				t.Fatal(err)
			}
			modified := info.ModTime().Add(time.Second)
			if test.same {
				modified = info.ModTime()
			}
			err = os.WriteFile(b.Path, spoilRecord(content, "words of 1"), 0o600)
			if err := errors.Join(err, os.Chtimes(b.Path, modified, modified)); err != nil {
				t.Fatal(err)
			}
			if n := test.bad(t, k); n != 1 {
				t.Errorf("%d damaged backups were seen, want 1", n)
			}
		})
	}
}

func countBad(all []backup.Backup) (n int) {
	for _, b := range all {
		if !b.Verified {
			n++
		}
	}
	return n
}

// TestSecondFolder: the second folder is rotated as the first is, and its
// backups are offered, those of the same state once.
func TestSecondFolder(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	k.second.Folder = t.TempDir()
	now := time.Date(2026, 11, 23, 7, 0, 0, 0, time.Local)
	k.now = func() time.Time { now = now.Add(time.Second); return now }
	for i := range backup.KeptNewest + 3 {
		save(t, path, numbered(i))
		mustBackUp(t, k, k.BackUp)
	}
	if n := len(k.list(k.second.Folder, "")); n != backup.KeptNewest {
		t.Errorf("the second folder contains %d backups, want %d", n, backup.KeptNewest)
	}
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	ids := make(map[string]bool)
	for _, step := range diagnose(t, k).Steps {
		if ids[step.ID] {
			t.Errorf("%s of %s is offered twice", step.Way, filepath.Base(step.Backup))
		}
		ids[step.ID] = true
	}
	if len(ids) != maxCopies {
		t.Errorf("%d ways are offered, want %d", len(ids), maxCopies)
	}
	if err := os.RemoveAll(k.folder); err != nil {
		t.Fatal(err)
	}
	steps := diagnose(t, k).Steps
	if len(steps) != maxCopies || filepath.Dir(steps[0].Backup) != k.second.Folder {
		t.Errorf("without the first folder are offered %+v", steps)
	}
}

// TestVerifyInDoubtAnotherJournal: after a save in doubt, another journal that
// is a save further on is not taken for what that save made.
func TestVerifyInDoubtAnotherJournal(t *testing.T) {
	other := newSample(t)
	save(t, other, numbered(1))
	file, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	path := newSample(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeInto(path, file); err != nil {
		t.Skip(err)
	}
	s.failed = errors.Join(journal.ErrReadOnly, errors.New("in doubt"))
	if err := s.Verify(); !errors.Is(err, journal.ErrReplaced) {
		t.Errorf("verify returned %v, want ErrReplaced", err)
	}
	_ = s.Close()
	c, err := openAndLoad(path)
	if want := storetest.Sample().After(journal.Change{PutEntries: []journal.Entry{numbered(1)}}); err != nil || storetest.Diff(want, c) != "" {
		t.Errorf("the other journal was changed: %s (%v)", storetest.Diff(want, c), err)
	}
}

// TestNoteThroughALink: what a link in the place of the note leads to is not
// written to.
func TestNoteThroughALink(t *testing.T) {
	path := newSample(t)
	letter := filepath.Join(t.TempDir(), "letter")
	if err := errors.Join(os.WriteFile(letter, []byte("Dear Ada"), 0o600), os.Remove(path+seenSuffix)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(letter, path+seenSuffix); err != nil {
		t.Skip(err)
	}
	save(t, path, numbered(1))
	if got, err := os.ReadFile(letter); err != nil || string(got) != "Dear Ada" {
		t.Errorf("the letter reads %q (%v)", got, err)
	}
}

// TestSalvageLeavesWeeksInTheTrash: a week that was deleted still lies in free
// pages, and its later record in the trash tells that it is to stay there.
func TestSalvageLeavesWeeksInTheTrash(t *testing.T) {
	path := newSample(t)
	save(t, path, numbered(499)) // longer than a page, so that its damage is nobody else's
	gone := storetest.Sample().Entries[0]
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, journal.Change{
		DropEntries: []journal.Week{gone.Week},
		PutTrash:    []journal.Trashed{{ID: "t", At: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), Week: gone.Week, Item: gone}},
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(file[:2*pageSizeOf(file)]) // no meta page leads anywhere
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	k := newKeeper(t, path)
	steps := diagnose(t, k).Steps
	if len(steps) != 1 || steps[0].Way != backup.Salvage {
		t.Fatalf("the steps are %+v", steps)
	}
	if _, err := k.Repair(steps[0]); err != nil {
		t.Fatal(err)
	}
	h, _, err := openAndTell(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range h.contents.Entries {
		if e.Week == gone.Week {
			t.Error("the deleted week is back")
		}
	}
}
