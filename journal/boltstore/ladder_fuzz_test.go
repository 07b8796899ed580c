package boltstore

import (
	"os"
	"path/filepath"
	"testing"

	"heliotrope/journal/backup"
)

// FuzzDiagnose takes any bytes for a journal that has one backup. It must end,
// and unless they are a journal the backup must be offered; the last step that
// is offered must be one that can be done.
func FuzzDiagnose(f *testing.F) {
	folder := f.TempDir()
	path := filepath.Join(folder, "journal.db")
	save(f, path, numbered(1), numbered(2))
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	size := pageSizeOf(whole)
	for _, at := range []int{0, size, 2 * size, 3 * size, 4 * size, len(whole) / 2} {
		f.Add(uint32(at+pageOverflowAt), []byte{0xFF, 0xFF, 0xFF, 0x7F}, uint32(len(whole)))
		f.Add(uint32(at+pageCountAt), []byte{0xFF, 0xFF}, uint32(len(whole)))
		f.Add(uint32(at+pageHeaderSize), []byte{0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, uint32(len(whole)))
		f.Add(uint32(at), []byte{}, uint32(at))
	}
	f.Add(uint32(0), []byte("Dear diary"), uint32(10))
	f.Fuzz(func(t *testing.T, at uint32, patch []byte, length uint32) {
		file := make([]byte, min(int(length), 1<<20))
		copy(file, whole)
		if int(at) < len(file) {
			copy(file[at:], patch)
		}
		checkDiagnosis(t, whole, file)
	})
}

func checkDiagnosis(t *testing.T, whole, file []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "journal.db")
	k := newKeeper(t, path)
	copied := filepath.Join(k.Folder(), backup.Name(path, k.now(), 3))
	if err := os.Mkdir(k.Folder(), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{path: file, copied: whole} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ladder, err := k.Diagnose()
	if err != nil || ladder.Problem == nil {
		return // a journal, or one of a newer version
	}
	if len(ladder.Steps) == 0 {
		t.Fatalf("nothing is offered for %v", ladder.Problem)
	}
	last := ladder.Steps[len(ladder.Steps)-1]
	if _, err := k.Repair(last); err != nil {
		t.Fatalf("%s: %v", last.Way, err)
	}
	if _, err := openAndLoad(path); err != nil {
		t.Fatalf("after %s: %v", last.Way, err)
	}
}

// hostile returns a file made to occupy a reader: every page claims that it runs
// on to the end, and that it has as many elements as can be, each as long as can
// be.
func hostile(whole []byte, length int) []byte {
	size := pageSizeOf(whole)
	file := make([]byte, length)
	for at := 0; at < len(file); at += size {
		copy(file[at:], whole[min(at, len(whole)-size):][:size])
		for i := pageFlagsAt; i < pageHeaderSize; i++ {
			file[at+i] = 0x7F
		}
		for e := at + pageHeaderSize; e+elementSize <= at+size; e += elementSize {
			copy(file[e:], []byte{0, 0, 0, 0, 0, 1, 0, 0, 8, 0, 0, 0, 0, 0, 0x0F, 0})
		}
	}
	return file
}

// TestDiagnoseHostile: a file made to occupy a reader has its way back too, and
// the search for records in it stays within its budget.
func TestDiagnoseHostile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	save(t, path, numbered(1), numbered(2))
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const length = 4 << 20
	file := hostile(whole, length)
	checkDiagnosis(t, whole, file)
	s := scraps{file: file, pageSize: pageSizeOf(whole), budget: scrapWork + scrapPasses*length}
	most, visits := s.budget/elementSize, 0
	s.elements(func([]byte, []byte, bool) { visits++ })
	if visits == 0 || visits > most || s.budget > 0 {
		t.Errorf("%d elements were visited, want some and at most %d; %d of the budget are left", visits, most, s.budget)
	}
}
