package boltstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"heliotrope/journal"
)

// What bbolt writes into a meta page, in the byte order of the machine: a page
// header, then these fields, then their checksum.
const (
	pageHeaderSize = 16

	boltMagic   = 0xED0CDAED
	boltVersion = 2

	metaMagicAt    = 0
	metaVersionAt  = 4
	metaPageSizeAt = 8
	metaRootAt     = 16 // page of the root bucket
	metaFreelistAt = 32 // page of the free list
	metaHighAt     = 40 // high-water mark: the first page that was never used
	metaTxidAt     = 48
	metaChecksumAt = 56 // FNV-64a over all before
	metaSize       = 64

	minPageSize = 1 << 10
	maxPageSize = 1 << 24

	// noFreelist means that no free list was written.
	noFreelist = ^uint64(0)
)

// meta is the content of a meta page.
type meta struct {
	pageSize int64
	root     uint64
	freelist uint64
	high     uint64
	txid     uint64
}

// precheck reads the meta pages as bbolt will do, and returns the one that it
// will go by. It refuses a file with which bbolt would crash or which bbolt
// would take for a new one. It only reads.
func precheck(f *os.File) (meta, error) {
	newest, _, err := metas(f)
	if err != nil {
		return meta{}, err
	}
	// The size comes last: another program may be making the file longer, and
	// does so before it writes a meta page that records it.
	info, err := f.Stat()
	if err != nil {
		return meta{}, err
	}
	pages := uint64(info.Size() / newest.pageSize)
	switch {
	case newest.high > pages || newest.high < 4:
		return meta{}, fmt.Errorf("%w: it is cut short", journal.ErrDamaged)
	case newest.root < 2 || newest.root >= newest.high,
		newest.freelist != noFreelist && (newest.freelist < 2 || newest.freelist >= newest.high):
		return meta{}, fmt.Errorf("%w: a meta page points nowhere", journal.ErrDamaged)
	}
	return newest, nil
}

// metas returns the valid meta page of the later transaction, and the other
// one if it is valid too. That it is not is what a save leaves that never
// finished.
func metas(f *os.File) (newest meta, other *meta, err error) {
	if info, err := f.Stat(); err != nil {
		return meta{}, nil, err
	} else if info.Size() == 0 {
		return meta{}, nil, journal.ErrEmptyFile
	}
	first, looksBolt, err := readMeta(f, 0)
	if err != nil {
		return meta{}, nil, err
	}
	// The second one is a page further on; if the first does not give the length of
	// a page is, look where bbolt would.
	smallest, largest := int64(minPageSize), int64(maxPageSize)
	if first != nil {
		smallest, largest = first.pageSize, first.pageSize
	}
	var second *meta
	for at := smallest; at <= largest && second == nil; at *= 2 {
		found, looksBoltToo, err := readMeta(f, at)
		if err != nil {
			return meta{}, nil, err
		}
		looksBolt = looksBolt || looksBoltToo
		if found != nil && found.pageSize == at {
			second = found
		}
	}
	switch {
	case first != nil && second != nil && second.txid > first.txid:
		return *second, first, nil
	case first != nil:
		return *first, second, nil
	case second != nil:
		return *second, nil, nil
	case looksBolt:
		return meta{}, nil, fmt.Errorf("%w: both meta pages are bad", journal.ErrDamaged)
	}
	return meta{}, nil, journal.ErrNotJournal
}

// readMeta reads the meta page at an offset. It returns nil if that is not
// valid, and whether it begins as one.
func readMeta(f *os.File, offset int64) (m *meta, looksBolt bool, err error) {
	var page [pageHeaderSize + metaSize]byte
	if _, err := f.ReadAt(page[:], offset); errors.Is(err, io.EOF) {
		return nil, false, nil
	} else if err != nil {
		return nil, false, err
	}
	m, looksBolt = parseMeta(page[pageHeaderSize:])
	return m, looksBolt, nil
}

func parseMeta(b []byte) (m *meta, looksBolt bool) {
	order := binary.NativeEndian
	if order.Uint32(b[metaMagicAt:]) != boltMagic {
		return nil, false
	}
	sum := fnv.New64a()
	sum.Write(b[:metaChecksumAt])
	pageSize := order.Uint32(b[metaPageSizeAt:])
	if order.Uint32(b[metaVersionAt:]) != boltVersion ||
		order.Uint64(b[metaChecksumAt:]) != sum.Sum64() ||
		pageSize < minPageSize || pageSize > maxPageSize || pageSize&(pageSize-1) != 0 {
		return nil, true
	}
	return &meta{
		pageSize: int64(pageSize),
		root:     order.Uint64(b[metaRootAt:]),
		freelist: order.Uint64(b[metaFreelistAt:]),
		high:     order.Uint64(b[metaHighAt:]),
		txid:     order.Uint64(b[metaTxidAt:]),
	}, true
}
