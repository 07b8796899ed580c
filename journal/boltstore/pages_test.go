package boltstore

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"

	"heliotrope/journal"
)

// wrongPages are ways to make a file wrong that random damage seldom hits, or
// that only a later save would suffer from.
var wrongPages = []struct {
	name  string
	spoil func(file []byte, m meta)
	want  string
}{
	{"nothing", func([]byte, meta) {}, ""},
	{"a page in use is free", func(file []byte, m meta) {
		binary.NativeEndian.PutUint64(pageAt(file, m, m.freelist)[pageHeaderSize:], m.root)
	}, "frees a page that is in use"},
	{"a page is free twice", func(file []byte, m meta) {
		list := pageAt(file, m, m.freelist)[pageHeaderSize:]
		copy(list[freelistElement:2*freelistElement], list)
	}, "frees a page that is in use"},
	{"a page outside is free", func(file []byte, m meta) {
		binary.NativeEndian.PutUint64(pageAt(file, m, m.freelist)[pageHeaderSize:], m.high)
	}, "frees a page"},
	{"a page is lost", func(file []byte, m meta) {
		binary.NativeEndian.PutUint16(pageAt(file, m, m.freelist)[pageCountAt:], 1)
	}, "is neither used nor free"},
	{"the free list is longer than its page", func(file []byte, m meta) {
		binary.NativeEndian.PutUint16(pageAt(file, m, m.freelist)[pageCountAt:], manyFree-1)
	}, "is cut short"},
	{"the free list counts too many", func(file []byte, m meta) {
		binary.NativeEndian.PutUint16(pageAt(file, m, m.freelist)[pageCountAt:], manyFree)
		binary.NativeEndian.PutUint64(pageAt(file, m, m.freelist)[pageHeaderSize:], 1<<60)
	}, "is cut short"},
	{"a page is its own child", func(file []byte, m meta) {
		id, branch := firstBranch(file, m)
		binary.NativeEndian.PutUint64(branch[pageHeaderSize+8:], id)
	}, "is used twice"},
	{"a child begins before its branch says", func(file []byte, m meta) {
		_, branch := firstBranch(file, m)
		keyOf(pageAt(file, m, binary.NativeEndian.Uint64(branch[pageHeaderSize+elementSize+8:])), 0)[0] = '1'
	}, "out of order"},
	{"a child ends after its branch says", func(file []byte, m meta) {
		_, branch := firstBranch(file, m)
		leaf := pageAt(file, m, binary.NativeEndian.Uint64(branch[pageHeaderSize+8:]))
		last := int(binary.NativeEndian.Uint16(leaf[pageCountAt:])) - 1
		keyOf(leaf, last)[0] = '9'
	}, "out of order"},
	{"two keys of a leaf are the same", func(file []byte, m meta) {
		_, branch := firstBranch(file, m)
		leaf := pageAt(file, m, binary.NativeEndian.Uint64(branch[pageHeaderSize+elementSize+8:]))
		copy(keyOf(leaf, 2), keyOf(leaf, 1))
	}, "out of order"},
	{"an inline bucket counts none", func(file []byte, m meta) {
		root := pageAt(file, m, m.root)
		kinds := bytes.Index(root, []byte(kindsBucket)) + len(kindsBucket) + bucketHeader
		binary.NativeEndian.PutUint16(root[kinds+pageCountAt:], 0)
	}, "has a bucket of another length"},
	{"a leaf counts none", func(file []byte, m meta) {
		_, branch := firstBranch(file, m)
		binary.NativeEndian.PutUint16(pageAt(file, m, binary.NativeEndian.Uint64(branch[pageHeaderSize+8:]))[pageCountAt:], 0)
	}, "is empty"},
}

func TestVerify(t *testing.T) {
	path, _, _ := newWorn(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range wrongPages {
		file := bytes.Clone(whole)
		m := *parsedMeta(t, file)
		test.spoil(file, m)
		err := m.verify(bytes.NewReader(file), func(string, []byte, []byte) error { return nil })
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %v", test.name, err)
		case test.want != "" && (!errors.Is(err, journal.ErrDamaged) || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: %v, want ErrDamaged that says %q", test.name, err, test.want)
		}
	}
}

func parsedMeta(t *testing.T, file []byte) *meta {
	t.Helper()
	m, _ := parseMeta(file[newestAt(file):])
	if m == nil {
		t.Fatal("the newest meta page is not valid")
	}
	return m
}

// pageAt returns the page with the given number.
func pageAt(file []byte, m meta, id uint64) []byte { return file[int64(id)*m.pageSize:][:m.pageSize] }

// firstBranch returns the branch page of the entries.
func firstBranch(file []byte, m meta) (id uint64, page []byte) {
	root := newPage(m.root, pageAt(file, m, m.root))
	buckets, err := root.elements()
	if err != nil || root.flags != leafPage {
		panic("the buckets are not all in one leaf")
	}
	for _, b := range buckets {
		if string(b.key) == entriesBucket {
			id = binary.NativeEndian.Uint64(b.value)
		}
	}
	if page = pageAt(file, m, id); binary.NativeEndian.Uint16(page[pageFlagsAt:]) != branchPage {
		panic("the entries have no branch page")
	}
	return id, page
}

// keyOf returns the week that is the key of the i-th element of a leaf.
func keyOf(leaf []byte, i int) []byte {
	at := pageHeaderSize + i*elementSize
	position := binary.NativeEndian.Uint32(leaf[at+4:])
	return leaf[at+int(position):][:len("2026-W47")]
}
