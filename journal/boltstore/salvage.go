package boltstore

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"

	"heliotrope/journal"
)

// scrap is a record found somewhere in a damaged file. Its code fits, so it is
// whole and was in that bucket under that key, once.
type scrap struct {
	place
	sealed
	value []byte // in the file as it was read
	live  bool   // it lies in a page that no list calls free: it is not an older one
}

// scraps goes over every page of a damaged file, whatever leads there, and
// returns the records whose codes fit one of the boxes. It looks at no more
// than a fixed multiple of the file, so it ends soon on every file.
type scraps struct {
	file     []byte
	pageSize int
	free     map[int]bool // pages with what was replaced or deleted
	boxes    []box
	budget   int // of bytes that may still be read
	found    []scrap
}

// What bounds the work: bytes that may be read, and how often each byte of the
// file besides. A value is tried in a few buckets under a few keys, no more.
const (
	scrapWork   = 64 << 20
	scrapPasses = 8
)

// salvage returns what is good in file. The keys are those of other copies of
// the journal: the file's own may be lost.
func salvage(file []byte, keys [][]byte) ([]scrap, []box) {
	s := scraps{file: file, pageSize: guessPageSize(file), budget: scrapWork + scrapPasses*len(file)}
	s.free = s.freePages()
	for _, key := range append(s.keys(), keys...) {
		s.addBox(box{key: key})
	}
	s.elements(s.try)
	return s.found, s.boxes
}

func (s *scraps) addBox(b box) {
	for _, has := range s.boxes {
		if bytes.Equal(has.key, b.key) {
			return
		}
	}
	s.boxes = append(s.boxes, b)
}

// guessPageSize returns the page size with which most pages are at the place that they name
// that they are.
func guessPageSize(file []byte) int {
	best, size := 0, 4096
	for candidate := minPageSize; candidate <= maxPageSize && candidate <= len(file); candidate *= 2 {
		n := 0
		for at := 0; at+pageHeaderSize <= len(file); at += candidate {
			if binary.NativeEndian.Uint64(file[at:]) == uint64(at/candidate) {
				n++
			}
		}
		if n > best {
			best, size = n, candidate
		}
	}
	return size
}

// freePages returns the pages that the newest state's list calls free, or
// nothing if that list cannot be read.
func (s *scraps) freePages() map[int]bool {
	free := make(map[int]bool)
	var newest *meta
	for _, at := range []int{0, s.pageSize} {
		if at+pageHeaderSize+metaSize > len(s.file) {
			continue
		}
		if m, _ := parseMeta(s.file[at+pageHeaderSize:]); m != nil && (newest == nil || m.txid > newest.txid) {
			newest = m
		}
	}
	if newest == nil || newest.freelist >= uint64(len(s.file)/s.pageSize) {
		return free
	}
	p := s.page(int(newest.freelist))
	if p.flags != freelistPage || binary.NativeEndian.Uint64(p.data) != newest.freelist {
		return free
	}
	list, count := p.data[pageHeaderSize:], uint64(p.count)
	if count == manyFree && len(list) >= freelistElement {
		count, list = binary.NativeEndian.Uint64(list), list[freelistElement:]
	}
	if count > uint64(len(list)/freelistElement) {
		return free
	}
	for i := range count {
		if id := binary.NativeEndian.Uint64(list[i*freelistElement:]); id < newest.high {
			free[int(id)] = true
		}
	}
	return free
}

// page returns the page with the given number as far as the file goes.
func (s *scraps) page(id int) page {
	at := id * s.pageSize
	more := int(binary.NativeEndian.Uint32(s.file[at+pageOverflowAt:]))
	end := min(at+(1+min(more, len(s.file)/s.pageSize))*s.pageSize, len(s.file))
	return newPage(uint64(id), s.file[at:end])
}

// elements calls visit with the key and the value of everything that looks like
// a record in a leaf page. The type in the page does not count:
// the codes decide. Where a page is the middle of a long record, its text may
// look like the start of a page that goes on over the next ones: whether a record
// is live depends on the page in which its element lies.
func (s *scraps) elements(visit func(key, value []byte, live bool)) {
	for id := 0; id*s.pageSize+pageHeaderSize <= len(s.file) && s.budget > 0; id++ {
		s.leaf(s.page(id), 1, func(at int, key, value []byte) { visit(key, value, !s.free[id+at/s.pageSize]) })
	}
}

// leaf goes over the elements of a leaf page, one at a time, and into buckets
// that lie in it. It calls visit with the place of the element in the page.
func (s *scraps) leaf(p page, depth int, visit func(at int, key, value []byte)) {
	order := binary.NativeEndian
	count := p.count
	if len(p.data) >= pageHeaderSize+elementSize {
		// The place of the first key gives the count too.
		count = max(count, int(order.Uint32(p.data[pageHeaderSize+4:]))/elementSize)
	}
	for i := range count {
		at := pageHeaderSize + i*elementSize
		if at+elementSize > len(p.data) || s.budget <= 0 {
			return
		}
		s.budget -= elementSize
		header := p.data[at : at+elementSize]
		start := int64(at) + int64(order.Uint32(header[4:]))
		middle := start + int64(order.Uint32(header[8:]))
		end := middle + int64(order.Uint32(header[12:]))
		if end > int64(len(p.data)) {
			continue
		}
		key, value := p.data[start:middle], p.data[middle:end]
		if order.Uint32(header)&bucketFlag == 0 {
			visit(at, key, value)
		} else if depth > 0 && len(value) >= bucketHeader+pageHeaderSize && order.Uint64(value) == 0 {
			s.leaf(newPage(p.id, value[bucketHeader:]), depth-1, func(_ int, key, value []byte) { visit(at, key, value) })
		}
	}
}

// keys returns the keys of codes that are found whole.
func (s *scraps) keys() (keys [][]byte) {
	budget := s.budget
	s.elements(func(name, value []byte, _ bool) {
		if string(name) != keyKey && string(name) != keyKeyCopy || len(value) != keySize+4 {
			return
		}
		key := value[:keySize]
		known := false
		for _, k := range keys {
			known = known || bytes.Equal(k, key)
		}
		if !known && len(keys) < 4 && binary.BigEndian.Uint32(value[keySize:]) == crc32.Checksum(key, castagnoli) {
			keys = append(keys, bytes.Clone(key))
		}
	})
	s.budget = budget
	return keys
}

// try takes a value if its code fits in some bucket.
func (s *scraps) try(key, value []byte, live bool) {
	for _, b := range s.boxes {
		if len(value) <= headerSize || value[0] != recordVersion || value[headerSize] != '{' {
			continue
		}
		for _, bucket := range bucketsFor(string(key)) {
			if s.budget -= len(key) + len(value); s.budget <= 0 {
				return
			}
			record, err := b.open(bucket, string(key), value)
			if err != nil {
				continue
			}
			s.found = append(s.found, scrap{place{bucket, string(key)}, record, slices.Clip(value), live})
			return
		}
	}
}

// bucketsFor returns the buckets in which a record of that key may be, the most
// likely ones first.
func bucketsFor(key string) []string {
	var ids []string
	for _, t := range tables {
		if t.bucket() != entriesBucket {
			ids = append(ids, t.bucket())
		}
	}
	ids = append(ids, trashBucket)
	if _, err := journal.ParseWeek(key); err == nil {
		return append([]string{entriesBucket}, ids...)
	}
	if _, _, err := parseHistoryKey(key); err == nil {
		return append([]string{historyBucket}, ids...)
	}
	switch key {
	case keyJournal, keyHead:
		return append([]string{metaBucket}, ids...)
	case keyDraft:
		return append([]string{draftBucket}, ids...)
	}
	return ids
}
