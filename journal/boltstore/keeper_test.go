package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
)

func TestBackUp(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	first := backUp(t, k)
	if want := filepath.Join(filepath.Dir(path), "backups", fmt.Sprintf("journal-20261123-080000-tx%d.db", first.Summary.Transaction)); first.Path != want {
		t.Errorf("the backup is %s, want %s", first.Path, want)
	}
	sample := storetest.Sample()
	if s := first.Summary; !first.Verified || s.Journal != sample.ID || s.Weeks != len(sample.Entries) || s.Events != len(sample.Events) ||
		s.Last != sample.Entries[len(sample.Entries)-1].Week || s.Moments == 0 || s.State == "" || first.Size == 0 {
		t.Errorf("it is said to be %+v", first)
	}
	if again := backUp(t, k); again.Path != first.Path {
		t.Error("nothing changed, and there is another backup")
	}
	save(t, path, journal.Entry{Week: week("2026-W01"), Reflection: "more"})
	second := backUp(t, k)
	if second.Path == first.Path || second.Transaction <= first.Transaction {
		t.Errorf("after a change the backup is %+v", second)
	}
	got, err := openAndLoad(first.Path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := storetest.Diff(sample, got); diff != "" {
		t.Errorf("the first backup holds something else: %s", diff)
	}
	if runtime.GOOS != "windows" {
		for name, want := range map[string]fs.FileMode{first.Path: 0o600, k.Folder(): 0o700} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s has mode %v (%v), want %o", name, info.Mode(), err, want)
			}
		}
	}
	if all := k.List(sample.ID); len(all) != 2 || all[0].Path != second.Path {
		t.Errorf("the list is %+v", all)
	}
}

// TestBackUpNothing: an empty journal is not worth one.
func TestBackUpNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	k := newKeeper(t, path)
	if got := backUp(t, k); got.Path != "" || exists(k.Folder()) {
		t.Errorf("backed up to %q", got.Path)
	}
}

// TestBackUpSecondFolder: the second folder gets the same, is never made, and
// its failure is told and stops nothing.
func TestBackUpSecondFolder(t *testing.T) {
	path, second := newSample(t), filepath.Join(t.TempDir(), "stick")
	k := newKeeper(t, path)
	k.second.Folder = second
	s := mustOpen(t, path)
	made, err := k.BackUp(s)
	if err != nil || !made.New || !errors.Is(made.SecondProblem, journal.ErrNoSecond) || exists(second) {
		t.Fatalf("without the second folder: %+v, %v", made, err)
	}
	if err := os.Mkdir(second, 0o700); err != nil {
		t.Fatal(err)
	}
	if made, err = k.BackUp(s); err != nil || made.New || made.SecondProblem != nil {
		t.Fatalf("with the second folder: %+v, %v", made, err)
	}
	if all := k.list(second, ""); len(all) != 1 || all[0].Summary.State != made.Backup.Summary.State {
		t.Errorf("the second folder has %+v", all)
	}
}

// TestBackUpTo: a folder of the user's choice gets one, and loses none.
func TestBackUpTo(t *testing.T) {
	path, folder := newSample(t), t.TempDir()
	k := newKeeper(t, path)
	for i := range 14 {
		save(t, path, numbered(i))
		s := mustOpen(t, path)
		if made, err := k.BackUpTo(folder, s); err != nil || !made.New {
			t.Fatalf("%+v, %v", made, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if all := k.list(folder, ""); len(all) != 14 {
		t.Errorf("%d backups are there, want 14", len(all))
	}
	s := mustOpen(t, path)
	if _, err := k.BackUpTo(filepath.Join(folder, "none"), s); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

// TestRotation: of many backups in a day ten are left. One of another journal,
// one that cannot be read and what is no backup stay where they are.
func TestRotation(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	now := time.Date(2026, 11, 23, 7, 0, 0, 0, time.Local)
	k.now = func() time.Time { now = now.Add(time.Second); return now }
	other := filepath.Join(t.TempDir(), "journal.db")
	save(t, other, numbered(1))
	if err := os.Mkdir(k.Folder(), 0o700); err != nil {
		t.Fatal(err)
	}
	bystanders := []string{
		backup.Name(path, now.Add(-time.Hour), 1), backup.Name(path, now.Add(-time.Hour), 2),
		"notes.txt", ".copy-1-other.db", "work-20261123-070000-tx1.db",
	}
	content, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range bystanders {
		if err := os.WriteFile(filepath.Join(k.Folder(), name), content, 0o600); err != nil {
			t.Fatal(err)
		}
		content = content[:len(content)/2]
	}
	for i := range 15 {
		save(t, path, numbered(i))
		backUp(t, k)
	}
	for _, name := range bystanders {
		if !exists(filepath.Join(k.Folder(), name)) {
			t.Errorf("%s is gone", name)
		}
	}
	verified := 0
	for _, b := range k.CheckAll(storetest.Sample().ID) {
		if b.Verified {
			verified++
		}
	}
	if verified != backup.KeptNewest {
		t.Errorf("%d backups are left, want %d", verified, backup.KeptNewest)
	}
}

// TestSweep: what was left in the folders of the journal by a program that was
// killed is removed, and nothing else.
func TestSweep(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder has no locks there, so what is left stays for a day")
	}
	path := newSample(t)
	second := t.TempDir()
	k, err := NewKeeper(path)
	if err != nil {
		t.Fatal(err)
	}
	k.second.Folder = second
	backUp(t, k)
	left := func(folder string) string { return filepath.Join(folder, ".heliotrope-123.tmp") }
	folders := []string{filepath.Dir(path), k.Folder(), second}
	for _, folder := range folders {
		for _, name := range []string{left(folder), filepath.Join(folder, ".heliotrope-letter")} {
			if err := os.WriteFile(name, []byte("half"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	k.Sweep()
	if exists(left(folders[0])) || exists(left(folders[1])) || !exists(left(second)) {
		t.Error("what is left next to the journal is not removed at once, or what may be on a slow disk is")
	}
	backUp(t, k)
	if exists(left(second)) {
		t.Error("what is left in the second folder stays after a backup")
	}
	for _, folder := range folders {
		if !exists(filepath.Join(folder, ".heliotrope-letter")) {
			t.Errorf("a file of another program is gone from %s", folder)
		}
	}
}

// TestHalfBackup: half a file under the name of a backup does not count, and is
// said to be damaged.
func TestHalfBackup(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	b := backUp(t, k)
	content, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(b.Path, content[:len(content)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	all := k.List("")
	if len(all) != 1 || all[0].Verified || !errors.Is(all[0].Problem, journal.ErrDamaged) {
		t.Errorf("it is listed as %+v", all)
	}
	if again := backUp(t, k); again.Path == b.Path || !again.Verified {
		t.Errorf("the half counts as a backup: %+v", again)
	}
}

// TestBackUpOfDamage: a copy of what is damaged is no backup, and the one before
// stays the newest.
func TestBackUpOfDamage(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	save(t, path, numbered(1))
	before := backUp(t, k)
	save(t, path, numbered(2))
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt(spoilRecord(content, "words of 2"), 0)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	if made, err := k.BackUp(s); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("it was backed up: %+v, %v", made, err)
	}
	if all := k.CheckAll(""); len(all) != 1 || all[0].Path != before.Path {
		t.Errorf("the backups are %+v", all)
	}
}

// backUpUntilKilled saves and backs up, again and again.
func backUpUntilKilled(path string) error {
	k, err := NewKeeper(path)
	if err != nil {
		return err
	}
	s, err := Open(path)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		if err := s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(i)}}); err != nil {
			return err
		}
		if _, err := k.BackUp(s); err != nil {
			return err
		}
		if _, err := fmt.Println(i); err != nil {
			return err
		}
	}
}

// TestBackUpKilled kills a program while it backs up, again and again. Every
// file that has a backup's name must be whole.
func TestBackUpKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no SIGKILL there")
	}
	rounds := 15
	if testing.Short() {
		rounds = 4
	}
	random := rand.New(rand.NewPCG(*figuresSeed, 0))
	path := newSample(t)
	k := newKeeper(t, path)
	counted := 0
	for range rounds {
		// The delay puts the end anywhere in a save or a backup.
		killWhileSaving(t, "back up until killed", path, 0, time.Duration(random.IntN(60_000))*time.Microsecond)
		for _, b := range k.CheckAll("") {
			counted++
			if !b.Verified {
				t.Errorf("%s counts and is not whole: %v", b.Path, b.Problem)
			}
		}
		checkSound(t, path)
	}
	t.Logf("%d rounds, %d backups looked at", rounds, counted)
}

// TestMissing: where there was a journal no new one is begun, unless it is asked
// for.
func TestMissing(t *testing.T) {
	for name, forget := range map[string]func(k *Keeper) error{
		"noted and backed up": func(*Keeper) error { return nil },
		"noted":               func(k *Keeper) error { return os.RemoveAll(k.Folder()) },
		"backed up":           func(k *Keeper) error { return os.Remove(k.path + seenSuffix) },
		"backups that cannot be listed": func(k *Keeper) error {
			return errors.Join(os.Remove(k.path+seenSuffix), os.RemoveAll(k.Folder()), os.Symlink(k.Folder(), k.Folder()))
		},
	} {
		path := newSample(t)
		k := newKeeper(t, path)
		backUp(t, k)
		if err := errors.Join(os.Remove(path), forget(k)); err != nil {
			t.Fatal(err)
		}
		for _, o := range []Options{{}, {ReadOnly: true}} {
			if s, err := o.Open(path); !errors.Is(err, journal.ErrMissing) || exists(path) {
				t.Errorf("%s: open with %+v returned %v, %v", name, o, s, err)
			}
		}
		if !Begun(path) {
			t.Errorf("%s: nothing was begun", name)
		}
		s, err := Options{Anew: true}.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if Begun(filepath.Join(t.TempDir(), "journal.db")) {
		t.Error("something was begun in an empty folder")
	}
}
