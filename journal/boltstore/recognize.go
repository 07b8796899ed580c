package boltstore

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"heliotrope/journal/backup"
)

// Recognize reports whether the file at path belongs to a journal, whichever and
// wherever: the journal itself, a backup or another copy, what a recovery moved
// aside, or the marker of a last save. It goes by the content, also that of a
// damaged file, by the name, and by what is next to the file; so it also reports
// a name that only such a file may get. It only reads, and needs no lock.
//
// The error is why a file could not be read.
func Recognize(path string) (bool, error) {
	if backup.IsReserved(filepath.Base(path)) {
		return true, nil
	}
	if _, ok := readMarker(path); ok {
		return true, nil
	}
	if strings.EqualFold(filepath.Ext(path), ".db") && wasHere(path) { // others share only the stem with a journal
		return true, nil
	}
	if of, ok := strings.CutSuffix(path, seenSuffix); ok {
		if journal, err := Recognize(of); journal || err != nil {
			return journal, err
		}
	}
	if info, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return false, nil // opening a pipe would wait for its other end
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	return contains(f)
}

// contains reports whether f contains a journal or a marker, or did before it
// was damaged.
func contains(f io.ReaderAt) (bool, error) {
	start := make([]byte, len(seenStart))
	if _, err := f.ReadAt(start, 0); err == nil && string(start) == seenStart {
		return true, nil
	} else if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	for size := int64(minPageSize); size <= maxPageSize; size *= 2 {
		if inPages(f, size) {
			return true, nil
		}
	}
	return false, nil
}

// inPages reports whether f contains a page as bbolt numbers them, where it would
// be if all have that size. It looks at the first pages only.
func inPages(f io.ReaderAt, size int64) bool {
	const (
		manyPages  = 4096
		atOnce     = 16 << 10 // bytes, of several pages if they are small
		headerSize = pageHeaderSize + metaMagicAt + 4
	)
	pages := max(1, atOnce/size)
	read := make([]byte, (pages-1)*size+headerSize)
	for id := int64(0); id < manyPages; {
		n, _ := f.ReadAt(read, id*size)
		for at := int64(0); at < int64(len(read)); at, id = at+size, id+1 {
			if at+headerSize > int64(n) {
				return false // the file ends, or cannot be read
			}
			if isPage(read[at:at+headerSize], id) {
				return true
			}
		}
	}
	return false
}

// isPage reports whether bbolt begins the page with the given number so.
func isPage(header []byte, id int64) bool {
	order := binary.NativeEndian
	if id < 2 && order.Uint32(header[pageHeaderSize+metaMagicAt:]) == boltMagic {
		return true
	}
	if id == 0 || order.Uint64(header) != uint64(id) {
		return false
	}
	switch order.Uint16(header[pageFlagsAt:]) {
	case branchPage, leafPage, freelistPage:
		return true
	}
	return false
}
