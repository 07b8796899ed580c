package boltstore

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"heliotrope/journal"
)

// How bbolt lays out pages, in the byte order of the machine. A page begins
// with its number, flags, the count of its elements and the count of pages
// that it runs on for. The elements' headers follow, then their keys and
// values, without gaps.
const (
	pageFlagsAt    = 8
	pageCountAt    = 10
	pageOverflowAt = 12

	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10

	elementSize     = 16 // of an element's header, in branch and leaf pages alike
	bucketFlag      = 0x01
	bucketHeader    = 16 // root page and sequence; an inline page follows if the root is 0
	manyFree        = 0xFFFF
	freelistElement = 8
)

// visit is called with each record on the walk. The slices are those of a page, and
// good until it returns. A bucket in a bucket is named by both, with a slash.
type visit func(bucket string, key, value []byte) error

// walk goes over the pages of a file and never goes over one twice. So it ends
// on every file.
type walk struct {
	meta
	file  io.ReaderAt
	seen  []bool
	spare [][]byte // buffers of pages that the walk is done with
	only  string   // the one bucket to look into, "" for all
	visit visit
}

// verify reads every page that m leads to, without bbolt, and makes sure that
// bbolt can: pages are what and where they should be, nothing lies outside of
// its page, keys ascend, and each page is in use once or free once. It returns
// an error that wraps [journal.ErrDamaged] if not, or what visit returns.
func (m meta) verify(file io.ReaderAt, visit visit) error {
	w := m.walk(file, visit)
	if err := w.buckets(); err != nil {
		return err
	}
	if m.freelist == noFreelist {
		return nil
	}
	if err := w.free(); err != nil {
		return err
	}
	for id, seen := range w.seen {
		if !seen {
			return damagedPage(uint64(id), "is neither used nor free")
		}
	}
	return nil
}

// verifyOnly is verify for one bucket and what leads there.
func (m meta) verifyOnly(bucket string, file io.ReaderAt, visit visit) error {
	w := m.walk(file, visit)
	w.only = bucket
	return w.buckets()
}

func (m meta) walk(file io.ReaderAt, visit visit) walk {
	w := walk{meta: m, file: file, seen: make([]bool, m.high), visit: visit}
	w.seen[0], w.seen[1] = true, true // the meta pages
	return w
}

func damagedPage(id uint64, what string) error {
	return fmt.Errorf("%w: page %d %s", journal.ErrDamaged, id, what)
}

// page is a page with those that it runs on for.
type page struct {
	id    uint64
	flags uint16
	count int
	data  []byte // header included
}

// page reads the page with the given number, which must not have been read.
func (w *walk) page(id uint64) (page, error) {
	if id >= w.high {
		return page{}, damagedPage(id, "is outside of the file")
	}
	data := w.buffer()
	if _, err := w.file.ReadAt(data, int64(id)*w.pageSize); err != nil {
		return page{}, fmt.Errorf("read page %d: %w", id, err)
	}
	if binary.NativeEndian.Uint64(data) != id {
		return page{}, damagedPage(id, "says that it is another")
	}
	more := uint64(binary.NativeEndian.Uint32(data[pageOverflowAt:]))
	if id+more >= w.high {
		return page{}, damagedPage(id, "runs out of the file")
	}
	for i := id; i <= id+more; i++ {
		if w.seen[i] {
			return page{}, damagedPage(i, "is used twice")
		}
		w.seen[i] = true
	}
	if more > 0 {
		data = slices.Grow(data, int(int64(more)*w.pageSize))[:int64(1+more)*w.pageSize]
		if _, err := w.file.ReadAt(data[w.pageSize:], int64(id+1)*w.pageSize); err != nil {
			return page{}, fmt.Errorf("read page %d: %w", id, err)
		}
	}
	return newPage(id, data), nil
}

// buffer returns a buffer for a page.
func (w *walk) buffer() []byte {
	if n := len(w.spare); n > 0 {
		data := w.spare[n-1]
		w.spare = w.spare[:n-1]
		return data[:w.pageSize]
	}
	return make([]byte, w.pageSize)
}

// done gives back the buffer of a page.
func (w *walk) done(p page) { w.spare = append(w.spare, p.data) }

// newPage reads the header of a page.
func newPage(id uint64, data []byte) page {
	return page{
		id:    id,
		flags: binary.NativeEndian.Uint16(data[pageFlagsAt:]),
		count: int(binary.NativeEndian.Uint16(data[pageCountAt:])),
		data:  data,
	}
}

// buckets checks the tree of all buckets.
func (w *walk) buckets() error {
	p, err := w.page(w.root)
	if err != nil {
		return err
	}
	defer w.done(p)
	if p.count == 0 {
		return nil // a database without a bucket, which is not ours
	}
	return w.tree("", p, nil, nil)
}

// tree checks p and what is below it. Its keys must be at least low and less
// than high, where these are given. It belongs to the named bucket.
func (w *walk) tree(bucket string, p page, low, high []byte) error {
	if p.count == 0 {
		return damagedPage(p.id, "is empty")
	}
	elements, err := p.elements()
	if err != nil {
		return err
	}
	for i, e := range elements {
		if low != nil && bytes.Compare(e.key, low) < 0 || high != nil && bytes.Compare(e.key, high) >= 0 ||
			i > 0 && bytes.Compare(e.key, elements[i-1].key) <= 0 {
			return damagedPage(p.id, "has keys out of order")
		}
	}
	for i, e := range elements {
		switch {
		case p.flags == branchPage:
			next := high
			if i+1 < len(elements) {
				next = elements[i+1].key
			}
			child, err := w.page(e.child)
			if err != nil {
				return err
			}
			if err := w.tree(bucket, child, e.key, next); err != nil {
				return err
			}
			w.done(child)
		case e.flags == bucketFlag:
			name := string(e.key)
			if bucket != "" {
				name = bucket + "/" + name
			}
			if w.only != "" && name != w.only {
				continue
			}
			if err := w.bucket(name, p.id, e.value); err != nil {
				return err
			}
		default:
			if err := w.visit(bucket, e.key, e.value); err != nil {
				return err
			}
		}
	}
	return nil
}

// bucket checks the named bucket with the given header, found in page id.
func (w *walk) bucket(name string, id uint64, header []byte) error {
	if len(header) < bucketHeader {
		return damagedPage(id, "has a bucket cut short")
	}
	if root := binary.NativeEndian.Uint64(header); root != 0 {
		p, err := w.page(root)
		if err != nil {
			return err
		}
		defer w.done(p)
		return w.tree(name, p, nil, nil)
	}
	inline := header[bucketHeader:]
	if len(inline) < pageHeaderSize {
		return damagedPage(id, "has a bucket cut short")
	}
	p := newPage(id, inline)
	end := pageHeaderSize
	if p.count > 0 {
		elements, err := p.elements()
		if err != nil {
			return err
		}
		if err := w.tree(name, p, nil, nil); err != nil {
			return err
		}
		end = elements[len(elements)-1].end
	}
	if p.flags != leafPage || end != len(inline) {
		return damagedPage(id, "has a bucket of another length")
	}
	return nil
}

// element is one of a branch or leaf page.
type element struct {
	flags      uint32 // of a leaf
	child      uint64 // of a branch
	key, value []byte
	end        int // where its value ends in the page
}

// elements returns the elements of a branch or leaf page. They must follow
// each other without gaps, as bbolt writes them: so a wrong count or length
// shows.
func (p page) elements() ([]element, error) {
	if p.flags != branchPage && p.flags != leafPage {
		return nil, damagedPage(p.id, "is of another type")
	}
	order := binary.NativeEndian
	next := pageHeaderSize + p.count*elementSize
	if next > len(p.data) {
		return nil, damagedPage(p.id, "is cut short")
	}
	elements := make([]element, p.count)
	for i := range elements {
		at := pageHeaderSize + i*elementSize
		header := p.data[at : at+elementSize]
		var e element
		var position, keySize, valueSize uint32
		if p.flags == branchPage {
			position, keySize, e.child = order.Uint32(header), order.Uint32(header[4:]), order.Uint64(header[8:])
		} else {
			e.flags, position = order.Uint32(header), order.Uint32(header[4:])
			keySize, valueSize = order.Uint32(header[8:]), order.Uint32(header[12:])
		}
		end := int64(next) + int64(keySize) + int64(valueSize)
		if int64(at)+int64(position) != int64(next) || keySize == 0 || end > int64(len(p.data)) || e.flags > bucketFlag {
			return nil, damagedPage(p.id, "has a bad element")
		}
		middle := next + int(keySize)
		e.key, e.value, e.end = p.data[next:middle], p.data[middle:end], int(end)
		elements[i] = e
		next = e.end
	}
	return elements, nil
}

// free checks the list of free pages and marks them as visited.
func (w *walk) free() error {
	p, err := w.page(w.freelist)
	if err != nil {
		return err
	}
	if p.flags != freelistPage {
		return damagedPage(p.id, "is of another type")
	}
	list, count := p.data[pageHeaderSize:], uint64(p.count)
	if count == manyFree {
		count, list = binary.NativeEndian.Uint64(list), list[freelistElement:]
	}
	if count > uint64(len(list)/freelistElement) {
		return damagedPage(p.id, "is cut short")
	}
	for i := range count {
		id := binary.NativeEndian.Uint64(list[i*freelistElement:])
		if id >= w.high || w.seen[id] {
			return damagedPage(p.id, "frees a page that is in use")
		}
		w.seen[id] = true
	}
	return nil
}
