package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"heliotrope/journal/backup"
)

func recognized(t *testing.T, path string) bool {
	t.Helper()
	ours, err := Recognize(path)
	if err != nil {
		t.Error(err)
	}
	return ours
}

// TestRecognizeByContent: a journal is one under any name and in any folder, also
// if it is damaged, as long as a few pages are left.
func TestRecognizeByContent(t *testing.T) {
	full := newFull(t)
	whole, err := os.ReadFile(full)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "report.html")
	for _, d := range damages(whole, rand.New(rand.NewPCG(1, 2))) {
		damaged := d.do(bytes.Clone(whole))
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if !recognized(t, path) && len(damaged) >= pageSizeOf(whole) { // shorter, there may be nothing in it
			t.Errorf("%s: not recognized", d.name)
		}
	}
	used := int(highWater(whole)) * pageSizeOf(whole)
	for _, page := range []int{0, 1, 3} {
		damaged := bytes.Clone(whole)
		clear(damaged[page*pageSizeOf(whole) : used/2])
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if !recognized(t, path) {
			t.Errorf("with zeros from page %d to the middle it is not recognized", page)
		}
	}
}

// TestRecognizeByName: what is left of a journal has a name that nothing else
// gets, whether there is a file or not.
func TestRecognizeByName(t *testing.T) {
	path := newSample(t)
	folder := filepath.Dir(path)
	k := newKeeper(t, path)
	backUp(t, k)
	marker := filepath.Join(folder, "elsewhere.txt")
	if err := errors.Join(os.Link(path+seenSuffix, marker), os.Symlink(path, filepath.Join(folder, "link.html"))); err != nil {
		t.Fatal(err)
	}
	other := t.TempDir()
	for name, want := range map[string]bool{
		path: true, path + seenSuffix: true, marker: true, filepath.Join(folder, "link.html"): true,
		filepath.Join(folder, "link.html"+seenSuffix):                 true,
		filepath.Join(other, backup.Name("diary.db", k.now(), 41)):    true,
		filepath.Join(other, backup.DamagedName("diary.db", k.now())): true,
		filepath.Join(other, "DIARY-20261123-070000-TX41.DB"):         true,
		filepath.Join(folder, "journal.json"):                         false, // as the manual has it
		filepath.Join(folder, "other.db"):                             false,
		filepath.Join(folder, "talk.last"):                            false,
		filepath.Join(other, "journal.db"):                            false,
		filepath.Join(other, "journal-20261123-070000-tx41.json"):     false,
		filepath.Join(other, "none", "journal.db"):                    false,
		folder: false, os.DevNull: false,
	} {
		if got := recognized(t, name); got != want {
			t.Errorf("%s is recognized: %v", name, got)
		}
	}

	// Empty, or gone: backups and the marker reveal that it was there.
	for _, spoil := range []func() error{
		func() error { return os.Truncate(path, 0) },
		func() error { return os.Remove(path) },
		func() error { return os.Remove(path + seenSuffix) },
	} {
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		if !recognized(t, path) {
			t.Error("a journal that is lost is not recognized")
		}
	}
}

// TestRecognizeNothingElse: a file of another program is not taken for a journal,
// whatever bytes it has.
func TestRecognizeNothingElse(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	noise := make([]byte, 300_000)
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	path := filepath.Join(t.TempDir(), "notes.bin")
	for i, content := range [][]byte{
		nil, []byte("Dear diary,"), make([]byte, 300_000), bytes.Repeat([]byte{1}, 300_000), noise,
		[]byte(`{"format": "heliotrope-journal", "version": 1, "id": "j"}`), []byte("heliotrope-las"),
		append([]byte("SQLite format 3\x00"), noise...), bytes.Repeat([]byte("heliotrope-journal "), 10_000),
	} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if recognized(t, path) {
			t.Errorf("content %d is recognized", i)
		}
	}
}

// TestRecognizeOpenJournal: a journal that is being written is recognized, and
// waits for nothing.
func TestRecognizeOpenJournal(t *testing.T) {
	path := newSample(t)
	s := mustOpen(t, path)
	for i := range 20 {
		mustApply(t, s, numberedChange(i))
		if !recognized(t, path) {
			t.Error(fmt.Sprint("not recognized after save ", i))
		}
	}
}
