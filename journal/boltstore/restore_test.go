package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// TestRestore brings back a backup over a sound journal. The present one is
// backed up first, and the number of saves goes on rising, so that what is
// backed up later is later.
func TestRestore(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	save(t, path, numbered(1), numbered(2))
	old := backUp(t, k)
	changed := numbered(1)
	changed.Reflection = "rewritten"
	save(t, path, changed, numbered(3))
	present, err := openAndLoad(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(old.Path)
	if err != nil {
		t.Fatal(err)
	}

	preview, err := k.Preview(old.Path)
	if err != nil {
		t.Fatal(err)
	}
	weeks := func(all []journal.Week) string { return fmt.Sprint(all) }
	if weeks(preview.Gone) != weeks([]journal.Week{numbered(3).Week}) || weeks(preview.Changed) != weeks([]journal.Week{changed.Week}) ||
		len(preview.Back) != 0 || preview.Other {
		t.Errorf("the preview says %+v", preview)
	}
	if now, err := openAndLoad(path); err != nil || storetest.Diff(present, now) != "" || len(k.List("")) != 1 {
		t.Errorf("a preview changed something (%v)", err)
	}

	restored, err := k.Restore(old.Path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := openAndLoad(path)
	if err != nil || len(got.Entries) != len(storetest.Sample().Entries)+2 || restored.Aside != "" {
		t.Errorf("it holds %v (%v), restored %+v", got, err, restored)
	}
	before, err := openAndLoad(restored.Backup.Backup.Path)
	if err != nil || storetest.Diff(present, before) != "" {
		t.Errorf("the present journal was not backed up (%v)", err)
	}
	if now, err := os.ReadFile(old.Path); err != nil || !bytes.Equal(now, file) {
		t.Errorf("the backup itself changed (%v)", err)
	}
	save(t, path, numbered(4))
	later := backUp(t, k)
	if later.Transaction <= restored.Backup.Backup.Transaction {
		t.Errorf("a later backup is at %d, the one before at %d", later.Transaction, restored.Backup.Backup.Transaction)
	}
	// And back again.
	if _, err := k.Restore(restored.Backup.Backup.Path); err != nil {
		t.Fatal(err)
	}
	mustHold(t, mustOpen(t, path), present)
}

// TestRestoreCountsOnFromEverything: what is brought back goes on counting saves
// from the highest number that is known of the journal, wherever that is known
// from. So nothing that is backed up later seems to be older.
func TestRestoreCountsOnFromEverything(t *testing.T) {
	for _, test := range []struct {
		name   string
		forget func(k *Keeper) error // all but one source of the number
	}{
		{"the damaged journal", func(k *Keeper) error {
			file, err := os.ReadFile(k.path)
			if err == nil {
				err = os.WriteFile(k.path, spoilRecord(file, "words of 4"), 0o600)
			}
			return errors.Join(err, os.Remove(k.path+seenSuffix), os.RemoveAll(k.folder), os.RemoveAll(k.second.Folder))
		}},
		{"the note next to it", func(k *Keeper) error {
			return errors.Join(os.Remove(k.path), os.RemoveAll(k.folder), os.RemoveAll(k.second.Folder))
		}},
		{"the backups", func(k *Keeper) error {
			return errors.Join(os.Remove(k.path), os.Remove(k.path+seenSuffix), os.RemoveAll(k.second.Folder))
		}},
		{"the backups in the second folder", func(k *Keeper) error {
			return errors.Join(os.Remove(k.path), os.Remove(k.path+seenSuffix), os.RemoveAll(k.folder))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := newSample(t)
			k := newKeeper(t, path)
			k.second.Folder = t.TempDir()
			old := copyOf(t, path)
			for i := range 5 {
				save(t, path, numbered(i))
			}
			newest := backUp(t, k).Transaction
			if err := test.forget(k); err != nil {
				t.Fatal(err)
			}
			restored, err := k.Restore(old)
			if err != nil {
				t.Fatal(err)
			}
			if restored.Next.Transaction <= newest {
				t.Errorf("it goes on from %d, want more than %d", restored.Next.Transaction, newest)
			}
		})
	}
}

// TestRestoreKeepsAside: history, trash and draft come back with a backup.
func TestRestoreKeepsAside(t *testing.T) {
	path := newFull(t)
	k := newKeeper(t, path)
	b := backUp(t, k)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Restore(b.Path); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, path)
	mustHold(t, s, storetest.Sample())
	mustHoldAside(t, s, storetest.Sample())
}

// TestRestoreRefuses what is not whole, and leaves everything as it is.
func TestRestoreRefuses(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	folder := t.TempDir()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name    string
		content []byte
		want    error
	}{
		{"damaged", spoilRecord(bytes.Clone(whole), "reflection"), journal.ErrBadCopy},
		{"cut short", whole[:len(whole)/2], journal.ErrBadCopy},
		{"empty", nil, journal.ErrBadCopy},
		{"text", []byte(strings.Repeat("text ", 9_000)), journal.ErrNotJournal},
		{"newer", boltFile(t, nil, map[string]string{keyFormat: formatName, keyVersion: "9"}), journal.ErrNewerFormat},
	} {
		file := filepath.Join(folder, test.name)
		if err := os.WriteFile(file, test.content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := k.Restore(file); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
	if _, err := k.Restore(filepath.Join(folder, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if _, err := k.Restore(path); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("the journal itself: %v", err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, whole) || exists(k.Folder()) {
		t.Errorf("something was changed (%v)", err)
	}
	good := filepath.Join(folder, "good")
	if err := os.WriteFile(good, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, path)
	if _, err := k.Restore(good); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("while it is open: %v", err)
	}
	mustHold(t, s, storetest.Sample())
}

// TestRestoreOfAnotherFile: what takes the place of the file to restore, while the backup
// is made, is not what was looked at, and nothing is restored.
func TestRestoreOfAnotherFile(t *testing.T) {
	path, other := newSample(t), newSample(t)
	save(t, path, numbered(1))
	k := newKeeper(t, path)
	k.now = func() time.Time {
		save(t, other, numbered(2))
		return time.Now()
	}
	if _, err := k.Restore(other); !errors.Is(err, journal.ErrReplaced) {
		t.Errorf("it ended with %v", err)
	}
	mustHold(t, mustOpen(t, path), storetest.Sample().After(journal.Change{PutEntries: []journal.Entry{numbered(1)}}))
}

// TestRestoreNeedsABackup: if the present journal cannot be backed up nothing is
// brought back.
func TestRestoreNeedsABackup(t *testing.T) {
	path, other := newSample(t), newSample(t)
	k := newKeeper(t, path)
	if err := os.WriteFile(k.Folder(), []byte("a file where the folder should be"), 0o600); err != nil {
		t.Fatal(err)
	}
	save(t, other, numbered(1))
	if _, err := k.Restore(other); err == nil {
		t.Error("it was brought back")
	}
	mustHold(t, mustOpen(t, path), storetest.Sample())
}

// TestRestoreDrill: all that is left is the folder of backups, on a new machine.
func TestRestoreDrill(t *testing.T) {
	path := newFull(t)
	k := newKeeper(t, path)
	backUp(t, k)
	save(t, path, numbered(1))
	backUp(t, k)
	home := filepath.Join(t.TempDir(), "heliotrope")
	if err := os.CopyFS(filepath.Join(home, "backups"), os.DirFS(k.Folder())); err != nil {
		t.Fatal(err)
	}
	moved := newKeeper(t, filepath.Join(home, "journal.db"))
	ladder := diagnose(t, moved)
	if !errors.Is(ladder.Problem, journal.ErrMissing) || len(ladder.Steps) != 2 {
		t.Fatalf("the ladder is %+v", ladder)
	}
	if _, err := moved.Repair(ladder.Steps[0]); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, moved.path)
	mustHold(t, s, storetest.Sample().After(journal.Change{PutEntries: []journal.Entry{numbered(1)}}))
	mustHoldAside(t, s, storetest.Sample())
	// Or by hand, where nothing was before.
	empty := newKeeper(t, filepath.Join(t.TempDir(), "new", "journal.db"))
	newest := k.List("")[0]
	if _, err := empty.Restore(newest.Path); err != nil {
		t.Fatal(err)
	}
	mustHold(t, mustOpen(t, empty.path), storetest.Sample().After(journal.Change{PutEntries: []journal.Entry{numbered(1)}}))
}

// TestRestoreThroughALink: the file changes, not the link to it.
func TestRestoreThroughALink(t *testing.T) {
	path, other := newSample(t), newSample(t)
	link := filepath.Join(t.TempDir(), "journal.db")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	save(t, other, numbered(1))
	k := newKeeper(t, link)
	if _, err := k.Restore(other); err != nil {
		t.Fatal(err)
	}
	if target, err := os.Readlink(link); err != nil || target != path {
		t.Errorf("the link is now to %q (%v)", target, err)
	}
	mustHold(t, mustOpen(t, path), storetest.Sample().After(journal.Change{PutEntries: []journal.Entry{numbered(1)}}))
}

// TestRebuildKeepsEveryRecord, byte for byte, and counts on from any number.
func TestRebuildKeepsEveryRecord(t *testing.T) {
	path, _, _ := newWorn(t)
	w, err := look(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []int{0, 1, 2, 41, 1 << 30, maxTransaction} {
		file := filepath.Join(t.TempDir(), "new.db")
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := rebuild(file, w, after, newLine(file)); err != nil {
			t.Fatalf("after %d: %v", after, err)
		}
		again, err := look(file)
		if err != nil {
			t.Fatal(err)
		}
		if again.id() != w.id() || again.transaction <= after || !slices.Equal(again.places(), w.places()) {
			t.Errorf("after %d it is at %d and holds the same: %v", after, again.transaction, again.id() == w.id())
		}
		checkSound(t, file)
	}
}

// TestRebuiltIsCompared with what it is to hold, record by record.
func TestRebuiltIsCompared(t *testing.T) {
	path := newSample(t)
	w, err := look(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.checkRebuilt(path); err != nil {
		t.Fatal(err)
	}
	some := place{metaBucket, keyJournal}
	value := w.records[some]
	for what, records := range map[string]map[place][]byte{
		"fewer":     {some: value},
		"more":      {{entriesBucket, "2031-W01"}: value},
		"another's": {some: append(bytes.Clone(value), ' ')},
	} {
		all := maps.Clone(w.records)
		if what == "fewer" {
			all = records
		}
		maps.Copy(all, records)
		other := w
		other.records = all
		if err := other.checkRebuilt(path); !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
