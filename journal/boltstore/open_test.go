package boltstore

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/outfile"
	"heliotrope/journal/storetest"
)

// refused is what Open must not take for a journal.
type refused struct {
	name string
	file []byte
	want error
}

func refusedFiles(t *testing.T) []refused {
	t.Helper()
	sample, err := os.ReadFile(newSample(t))
	if err != nil {
		t.Fatal(err)
	}
	high := int(highWater(sample)) * pageSizeOf(sample)
	flip := func(at ...int) []byte {
		b := bytes.Clone(sample)
		for _, i := range at {
			b[i] ^= 0x40
		}
		return b
	}
	second := pageSizeOf(sample)
	return []refused{
		{"empty", nil, journal.ErrEmptyFile},
		{"one byte", []byte("x"), journal.ErrNotJournal},
		{"text", []byte(strings.Repeat("Dear diary, ", 2_000)), journal.ErrNotJournal},
		{"zeros", make([]byte, 64<<10), journal.ErrNotJournal},
		{"SQLite", append([]byte("SQLite format 3\x00"), make([]byte, 8_000)...), journal.ErrNotJournal},
		{"first page only", sample[:second], journal.ErrDamaged},
		{"two pages", sample[:2*second], journal.ErrDamaged},
		{"one page short", sample[:high-second], journal.ErrDamaged},
		{"one byte short", sample[:high-1], journal.ErrDamaged},
		{"in the first page", sample[:100], journal.ErrDamaged},
		{"in the first meta page", sample[:50], journal.ErrNotJournal},
		{"both meta pages damaged", flip(pageHeaderSize+metaTxidAt, second+pageHeaderSize+metaTxidAt), journal.ErrDamaged},
		{"both magics damaged", flip(pageHeaderSize, second+pageHeaderSize), journal.ErrNotJournal},
		{"root points outside", remade(sample, metaRootAt, 1<<40), journal.ErrDamaged},
		{"free list points outside", remade(sample, metaFreelistAt, 1<<40), journal.ErrDamaged},
		{"no free list", remade(sample, metaFreelistAt, noFreelist), journal.ErrDamaged},
		{"high-water mark beyond the end", remade(sample, metaHighAt, 1<<40), journal.ErrDamaged},
		{"no pages", remade(sample, metaHighAt, 0), journal.ErrDamaged},
		{"other bbolt file", boltFile(t, nil, map[string]string{"key": "value"}), journal.ErrNotJournal},
		{"bbolt file without buckets", boltFile(t, nil, nil), journal.ErrNotJournal},
		{"bbolt file without free list", boltFile(t, &bolt.Options{NoFreelistSync: true}, map[string]string{"key": "value"}),
			journal.ErrNotJournal},
		{"bbolt file of another page size", boltFile(t, &bolt.Options{PageSize: 1 << 14}, map[string]string{"key": "value"}),
			journal.ErrNotJournal},
		{"format of another program", boltFile(t, nil, map[string]string{keyFormat: "other", keyVersion: "1"}), journal.ErrNotJournal},
		{"newer format", boltFile(t, nil, map[string]string{keyFormat: formatName, keyVersion: "3"}), journal.ErrNewerFormat},
		{"without a key", boltFile(t, nil, map[string]string{keyFormat: formatName, keyVersion: "2"}), journal.ErrDamaged},
		{"format without a version", boltFile(t, nil, map[string]string{keyFormat: formatName}), journal.ErrDamaged},
	}
}

// TestOpenRefuses checks that what is refused is left as it was, to the byte,
// with nothing beside it.
func TestOpenRefuses(t *testing.T) {
	for _, test := range refusedFiles(t) {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "journal.db")
			if err := os.WriteFile(path, test.file, 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := Open(path)
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, test.want) {
				t.Errorf("open returned %v, want %v", err, test.want)
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, test.file) {
				t.Errorf("the file was changed (%v)", err)
			}
			if names, _ := os.ReadDir(filepath.Dir(path)); len(names) != 1 {
				t.Errorf("something was left beside it: %v", names)
			}
		})
	}
}

// TestOpenWithOneMeta: a save that never finished leaves one bad meta page,
// and the journal opens in the state before it.
func TestOpenWithOneMeta(t *testing.T) {
	for _, which := range []string{"first", "second"} {
		path := newSample(t)
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		at := pageHeaderSize + metaTxidAt
		if which == "second" {
			at += pageSizeOf(file)
		}
		file[at] ^= 1
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, path)
		if _, err := s.Load(); err != nil {
			t.Errorf("with a bad %s meta page: %v", which, err)
		}
		mustApply(t, s, putAll(storetest.Sample()))
		mustHold(t, s, storetest.Sample())
	}
}

func TestOpenSystemErrors(t *testing.T) {
	folder := t.TempDir()
	if _, err := Open(folder); !errors.Is(err, journal.ErrNotJournal) || !errors.Is(err, outfile.ErrNotFile) {
		t.Errorf("a folder: %v", err)
	}
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := Open(filepath.Join(file, "journal.db")); err == nil {
		s.Close()
		t.Error("opened a journal below a file")
	}
	dangling := filepath.Join(folder, "dangling")
	if err := os.Symlink(filepath.Join(folder, "gone", "journal.db"), dangling); err != nil {
		t.Skip(err)
	}
	if _, err := Open(dangling); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a link to nothing: %v, want ErrNotExist", err)
	}
}

func TestNoPermission(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("root may do everything; Windows has other permissions")
	}
	path := newSample(t)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v, want ErrPermission", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "readonly")
	if err := os.Mkdir(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(folder, "journal.db")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("new in a read-only folder: %v, want ErrPermission", err)
	}
}

// TestCreateLeavesWhatAppeared: two windows may start at once.
func TestCreateLeavesWhatAppeared(t *testing.T) {
	path := newSample(t)
	if err := create(path); err != nil {
		t.Fatal(err)
	}
	mustHold(t, mustOpen(t, path), storetest.Sample())
}

// TestCreateAfterCrash: what a crash while creating left behind is no journal
// and is not in the way of one.
func TestCreateAfterCrash(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{".heliotrope-1.tmp", ".heliotrope-2.tmp"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(folder, "journal.db")
	s := mustOpen(t, path)
	first, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	mustHold(t, mustOpen(t, path), first) // not made anew
}

// boltFile returns a bbolt file whose meta bucket holds values.
func boltFile(t *testing.T, options *bolt.Options, values map[string]string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := bolt.Open(path, 0o600, options)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		if values == nil {
			return nil
		}
		b, err := tx.CreateBucket([]byte(metaBucket))
		for key, value := range values {
			err = errors.Join(err, b.Put([]byte(key), []byte(value)))
		}
		return err
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func pageSizeOf(file []byte) int {
	return int(binary.NativeEndian.Uint32(file[pageHeaderSize+metaPageSizeAt:]))
}

// newestAt returns the offset of the newest meta in a file.
func newestAt(file []byte) int {
	first, second := pageHeaderSize, pageSizeOf(file)+pageHeaderSize
	if binary.NativeEndian.Uint64(file[second+metaTxidAt:]) > binary.NativeEndian.Uint64(file[first+metaTxidAt:]) {
		return second
	}
	return first
}

func highWater(file []byte) uint64 {
	return binary.NativeEndian.Uint64(file[newestAt(file)+metaHighAt:])
}

// remade returns a copy of file with another field in its newest meta page,
// the checksum made to fit.
func remade(file []byte, field int, value uint64) []byte {
	file = bytes.Clone(file)
	newest := file[newestAt(file):]
	binary.NativeEndian.PutUint64(newest[field:], value)
	sum := fnv.New64a()
	sum.Write(newest[:metaChecksumAt])
	binary.NativeEndian.PutUint64(newest[metaChecksumAt:], sum.Sum64())
	return file
}
