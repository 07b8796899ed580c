package boltstore

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// held is what a journal holds.
type held struct {
	contents journal.Contents
	aside    journal.Aside
}

func (h held) equal(o held) bool { return reflect.DeepEqual(h, o) }

// diff tells how what was got differs from h, if it does.
func (h held) diff(got held) string {
	return storetest.Diff(h.contents, got.contents) + storetest.DiffAside(h.aside, got.aside)
}

// load returns what s holds.
func load(s *Store) (held, error) {
	contents, err := s.Load()
	aside, asideErr := s.Aside()
	return held{contents, aside}, errors.Join(err, asideErr)
}

func mustLoad(t *testing.T, s *Store) held {
	t.Helper()
	h, err := load(s)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// openAndTell opens the journal at path and returns what it holds and what was
// noticed.
func openAndTell(path string) (held, Opening, error) {
	s, err := Open(path)
	if err != nil {
		return held{}, Opening{}, err
	}
	h, err := load(s)
	return h, s.Opening(), errors.Join(err, s.Close())
}

func openAndLoad(path string) (journal.Contents, error) {
	h, _, err := openAndTell(path)
	return h.contents, err
}

// isRefusal reports whether err tells that a file was seen not to be whole.
func isRefusal(err error) bool {
	for _, sentinel := range []error{
		journal.ErrDamaged, journal.ErrNotJournal, journal.ErrNewerFormat, journal.ErrEmptyFile,
	} {
		if errors.Is(err, sentinel) {
			return true
		}
	}
	return false
}

// blind reads a journal as if some of the checks were not there, for controls:
// what these checks are worth shows when they are left out. It goes by the
// pages as bbolt does, but in our own walk, which cannot hang or fault.
type blind struct {
	codes bool // of the records
	head  bool // how many there are, their sum, the number of the save
	pages bool // that each is in use once or free once
}

func (b blind) read(path string) (held, error) {
	f, err := os.Open(path)
	if err != nil {
		return held{}, err
	}
	defer f.Close()
	m, err := precheck(f)
	if err != nil {
		return held{}, err
	}
	if b.pages {
		m.freelist = noFreelist
	}
	found := make(map[string][]pair)
	err = m.verify(f, func(bucket string, key, value []byte) error {
		found[bucket] = append(found[bucket], pair{string(key), bytes.Clone(value)})
		return nil
	})
	if err != nil {
		return held{}, err
	}
	values := make(map[string][]byte)
	for _, p := range found[metaBucket] {
		values[p.key] = p.value
	}
	format, err := identify(values)
	if err != nil {
		return held{}, err
	}
	t := tally{counts: make(map[string]int)}
	for bucket, pairs := range found {
		for i, p := range pairs {
			if b.codes && len(p.value) > headerSize {
				pairs[i].value = format.box.sealPayload(bucket, p.key, 0, p.value[headerSize:])
			} else if _, err := format.box.count(&t, bucket, p.key, p.value); err != nil {
				return held{}, err
			}
		}
	}
	if !b.head {
		h, err := format.box.decodeHead(values[keyHead])
		if err == nil {
			err = h.check(t, int(m.txid))
		}
		if err != nil {
			return held{}, err
		}
	}
	return format.box.readBlind(found)
}

func (b box) readBlind(found map[string][]pair) (h held, err error) {
	all := image{pairs: found}
	for _, p := range found[metaBucket] {
		if p.key == keyJournal {
			all.journal = p.value
		}
	}
	if h.contents, err = all.decode(b); err != nil {
		return held{}, err
	}
	var draft []byte
	for _, p := range found[draftBucket] {
		draft = p.value
	}
	h.aside, err = b.decodeAside(found[trashBucket], draft)
	return h, err
}
