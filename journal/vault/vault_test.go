package vault

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/preferences"
)

// newVault returns the vault of the journal at path. It is closed at the end.
func newVault(t *testing.T, path string) *Vault {
	t.Helper()
	v, err := At(path, preferences.Open(filepath.Join(filepath.Dir(path), "settings.json")), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	})
	return v
}

// newSample returns the vault of a journal on the disk that contains the sample.
// It is closed.
func newSample(t *testing.T) *Vault {
	t.Helper()
	v := newVault(t, filepath.Join(t.TempDir(), "journal.db"))
	if _, err := open(t, v).Merge(sampleContents(t)); err != nil {
		t.Fatal(err)
	}
	closed(t, v)
	return v
}

func sampleContents(t *testing.T) journal.Contents {
	t.Helper()
	file, err := assets.Samples.ReadFile("sample.en.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := exchange.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func open(t *testing.T, v *Vault) *journal.Journal {
	t.Helper()
	j, err := v.Open()
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func closed(t *testing.T, v *Vault) {
	t.Helper()
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
}

// write saves a reflection in the week 2026-W48.
func write(t *testing.T, j *journal.Journal, text string) {
	t.Helper()
	week, err := journal.ParseWeek("2026-W48")
	if err == nil {
		err = j.Save(journal.Entry{Week: week, Reflection: text})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// files returns the names of the files in a folder, sorted.
func files(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestRestore: another state comes in the place of a journal that is open, and
// what was there is backed up first.
func TestRestore(t *testing.T) {
	v := newSample(t)
	j := open(t, v)
	before := j.Contents()
	made, err := v.BackUp()
	if err != nil {
		t.Fatal(err)
	}
	write(t, j, "Later.")
	later := j.Contents()
	restored, err := v.Restore(made.Backup.Path)
	if err != nil {
		t.Fatal(err)
	}
	j = open(t, v)
	if !reflect.DeepEqual(j.Contents(), before) || len(restored.Gone) != 1 {
		t.Errorf("restored %v, and reported %+v", j.Contents(), restored)
	}
	if kept, err := v.Contents(restored.Backup.Backup.Path); err != nil || !reflect.DeepEqual(kept, later) {
		t.Errorf("what was there is not among the backups (%v)", err)
	}
	write(t, j, "And on.")
	// A file that is not whole leaves the journal as it was.
	now := j.Contents()
	if err := os.Truncate(made.Backup.Path, 5_000); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Restore(made.Backup.Path); !errors.Is(err, journal.ErrBadCopy) {
		t.Errorf("a bad copy: %v", err)
	}
	if j := open(t, v); !reflect.DeepEqual(j.Contents(), now) {
		t.Error("a bad copy changed the journal")
	}
}

// TestBegin: a journal that cannot be read is renamed, and nothing is reported
// of what was seen before.
func TestBegin(t *testing.T) {
	v := newSample(t)
	if err := os.Truncate(v.Path(), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Open(); !errors.Is(err, journal.ErrEmptyFile) || !Recoverable(err) {
		t.Fatalf("open: %v", err)
	}
	j, aside, err := v.Begin()
	if err != nil || !j.Empty() {
		t.Fatalf("begin: %v", err)
	}
	if _, err := os.Stat(aside); err != nil {
		t.Error(err)
	}
	if w := v.Warnings(); w.Behind != nil {
		t.Errorf("warned of %+v", w)
	}
}

func TestWarnings(t *testing.T) {
	v := newSample(t)
	old, err := os.ReadFile(v.Path())
	if err != nil {
		t.Fatal(err)
	}
	write(t, open(t, v), "Later.")
	closed(t, v)
	folder := filepath.Dir(v.Path())
	for name, content := range map[string][]byte{"journal.db": old, ".stfolder": nil, "journal (conflicted copy).db": nil} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	open(t, v)
	if w := v.Warnings(); w.Behind == nil || w.Behind.Missing != 1 || w.Behind.Other || w.Synced != "Syncthing" || len(w.Conflicted) != 1 {
		t.Errorf("warned of %+v", w)
	}
}

// TestSecondFolder: the folder that was chosen gets each backup, at once and at
// the next start, until it is no longer wanted.
func TestSecondFolder(t *testing.T) {
	v, second := newSample(t), t.TempDir()
	open(t, v)
	if err := v.SetSecond(second); err != nil {
		t.Fatal(err)
	}
	copies := func(want int) {
		t.Helper()
		if made, err := v.BackUp(); err != nil || made.SecondProblem != nil {
			t.Fatalf("backed up with %v and %v", err, made.SecondProblem)
		}
		if got := files(t, second); len(got) != want {
			t.Errorf("the second folder contains %q, want %d backups", got, want)
		}
	}
	copies(1) // of the journal that was open when the folder was chosen
	closed(t, v)
	v = newVault(t, v.Path())
	if _, got := v.Folders(); got != second {
		t.Errorf("at the next start the second folder is %q", got)
	}
	j := open(t, v)
	write(t, j, "Later.")
	copies(2)
	if err := errors.Join(v.SetSecond(""), v.SetSecond("")); err != nil {
		t.Fatal(err)
	}
	write(t, j, "And later.")
	copies(2)
}

// TestEarlierSecondFolder: what an earlier version stored next to the backups is
// moved to the preferences, and counts before that.
func TestEarlierSecondFolder(t *testing.T) {
	v, second := newSample(t), t.TempDir()
	backups, _ := v.Folders()
	note := filepath.Join(backups, "second-folder")
	if err := errors.Join(os.MkdirAll(backups, 0o700), os.WriteFile(note, []byte(second+"\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	v = newVault(t, v.Path())
	if _, got := v.Folders(); got != second {
		t.Fatalf("the second folder is %q", got)
	}
	if made, err := v.BackUp(); err != nil || made.SecondProblem != nil || len(files(t, second)) != 1 {
		t.Errorf("backed up with %v: %+v", err, made)
	}
	if _, err := os.Stat(note); err != nil {
		t.Errorf("adopted by a command that only reads: %v", err)
	}
	open(t, v)
	closed(t, v)
	if _, err := os.Stat(note); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file of the earlier version is still there (%v)", err)
	}
	if _, got := newVault(t, v.Path()).Folders(); got != second {
		t.Errorf("the second folder is %q", got)
	}
}

// TestOpenLater: nothing is written where no journal was begun, until there is
// something to store.
func TestOpenLater(t *testing.T) {
	folder := t.TempDir()
	v := newVault(t, filepath.Join(folder, "data", "journal.db"))
	later := func() *journal.Journal {
		t.Helper()
		j, err := v.OpenLater()
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	j := later()
	if made, err := v.BackUp(); !j.Empty() || err != nil || made.Backup.Path != "" {
		t.Errorf("%v, backed up as %+v (%v)", j.Contents(), made, err)
	}
	if err := j.Verify(); err != nil {
		t.Error(err)
	}
	closed(t, v)
	if got := files(t, folder); len(got) != 0 {
		t.Fatalf("looking made %q", got)
	}

	j = later()
	write(t, j, "The first.")
	write(t, j, "The second.")
	id := j.ID()
	if made, err := v.BackUp(); err != nil || made.Backup.Summary.Journal != id {
		t.Errorf("backed up as %+v (%v)", made, err)
	}
	closed(t, v)
	if j := later(); j.WeeksLogged() != 1 || j.ID() != id {
		t.Errorf("%v came back as %s, want %s", j.Contents(), j.ID(), id)
	}
}

// TestOpenLaterTogether: of two programs that begin a journal, the second does
// not write into that of the first.
func TestOpenLaterTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	one, other := newVault(t, path), newVault(t, path)
	first, errFirst := one.OpenLater()
	second, errSecond := other.OpenLater()
	if err := errors.Join(errFirst, errSecond); err != nil {
		t.Fatal(err)
	}
	write(t, first, "Mine.")
	closed(t, one)
	e := second.Entry(journal.WeekOf(time.Now()))
	e.Reflection = "Theirs."
	if err := second.Save(e); !errors.Is(err, journal.ErrReplaced) {
		t.Errorf("saved over it: %v", err)
	}
	closed(t, other)
	if got := open(t, one); got.ID() != first.ID() || got.WeeksLogged() != 1 {
		t.Errorf("it is now %v", got.Contents())
	}
}

// TestSample: the sample is a journal like others, and touches no disk.
func TestSample(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		v, err := Sample(language, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		j := open(t, v)
		if _, undo := j.CanUndo(); !v.IsSample() || j.Empty() || undo {
			t.Errorf("the %s sample is %v, with something to undo: %v", language, j.Contents(), undo)
		}
		write(t, j, "Tried.")
		if made, err := v.BackUp(); err != nil || made.Backup.Path != "" {
			t.Errorf("backed up as %+v (%v)", made, err)
		}
		if _, err := os.Stat(filepath.Dir(v.Path())); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("there is something on the disk (%v)", err)
		}
		closed(t, v)
	}
	if _, err := Sample("xx", time.Now); err == nil {
		t.Error("there is a sample in a language that there is not")
	}
}

// TestNotBegun: what needs a journal says that there is none, and makes none.
func TestNotBegun(t *testing.T) {
	folder := t.TempDir()
	v := newVault(t, filepath.Join(folder, "journal.db"))
	_, errCheck := v.Check()
	_, errBackUp := v.BackUp()
	_, errBackUpTo := v.BackUpTo(filepath.Join(folder, "nowhere"))
	_, errDiagnose := v.Diagnose()
	for i, err := range []error{errCheck, errBackUp, errBackUpTo, errDiagnose} {
		if !errors.Is(err, journal.ErrNotBegun) {
			t.Errorf("%d: %v", i, err)
		}
	}
	if got := files(t, folder); len(got) != 0 {
		t.Errorf("they made %q", got)
	}
}

// TestCheck: a check finds a damaged journal and a damaged backup, and writes
// nothing.
func TestCheck(t *testing.T) {
	v := newSample(t)
	open(t, v)
	made, err := v.BackUp()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newVault(t, v.Path()).Check(); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("checked beside a program that writes: %v", err)
	}
	closed(t, v)
	if h, err := v.Check(); err != nil || h.Problem != nil || len(h.Backups) != 1 || !h.Backups[0].Verified || h.Summary.Weeks == 0 {
		t.Errorf("found %+v (%v)", h, err)
	}
	for _, path := range []string{v.Path(), made.Backup.Path} {
		if err := os.Truncate(path, 8_000); err != nil {
			t.Fatal(err)
		}
	}
	folder := filepath.Dir(v.Path())
	before := files(t, folder)
	if h, err := v.Check(); err != nil || !errors.Is(h.Problem, journal.ErrDamaged) || len(h.Backups) != 1 || h.Backups[0].Verified {
		t.Errorf("found %+v (%v)", h, err)
	}
	if after := files(t, folder); !slices.Equal(before, after) {
		t.Errorf("the check made of %q %q", before, after)
	}
}

// TestRepair: the recovery options of a damaged journal show what they restore,
// and restore it.
func TestRepair(t *testing.T) {
	v := newSample(t)
	want := open(t, v).Contents()
	if _, err := v.BackUp(); err != nil {
		t.Fatal(err)
	}
	closed(t, v)
	if err := os.Truncate(v.Path(), 0); err != nil {
		t.Fatal(err)
	}
	found, err := v.Diagnose()
	if err != nil || len(found.Steps) == 0 {
		t.Fatalf("found %+v (%v)", found, err)
	}
	if inside, err := v.Inside(found.Steps[0]); err != nil || !reflect.DeepEqual(inside, want) {
		t.Errorf("inside is %v (%v)", inside, err)
	}
	restored, err := v.Repair(found.Steps[0])
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(restored.Aside); err != nil || info.Size() != 0 {
		t.Errorf("the unreadable file is not at %q (%v)", restored.Aside, err)
	}
	if got := open(t, v).Contents(); !reflect.DeepEqual(got, want) {
		t.Errorf("restored %v", got)
	}
}

func TestIsFile(t *testing.T) {
	v := newSample(t)
	folder := filepath.Dir(v.Path())
	link := filepath.Join(folder, "link.db")
	if err := os.Link(v.Path(), link); err != nil {
		t.Skip(err)
	}
	for path, want := range map[string]bool{
		v.Path(): true, link: true, filepath.Join(folder, "backups", "..", "journal.db"): true,
		filepath.Join(folder, "other.db"): false, folder: false,
	} {
		if got := v.IsFile(path); got != want {
			t.Errorf("%s is the journal's file: %v", path, got)
		}
	}
	t.Chdir(folder)
	unbegun := newVault(t, "later.db")
	if !unbegun.IsFile("later.db") || unbegun.IsFile("journal.db") {
		t.Error("a journal that is not begun yet does not know its file")
	}
}

// TestTogether: the methods of a vault may be called by several goroutines.
func TestTogether(t *testing.T) {
	v, second := newSample(t), t.TempDir()
	open(t, v)
	made, err := v.BackUp()
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for _, do := range []func() error{
		func() error { _, err := v.BackUp(); return err },
		func() error { return v.SetSecond(second) },
		func() error { v.Backups(); v.Folders(); v.Warnings(); return nil },
		func() error { _, err := v.Contents(made.Backup.Path); return err },
		func() error { _, err := v.BackUpDaily(); return err },
	} {
		group.Go(func() {
			if err := do(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if made, err := v.BackUp(); err != nil || made.SecondProblem != nil || len(files(t, second)) != 1 {
		t.Errorf("after all of it: %+v (%v)", made, err)
	}
}
