package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
)

// finding is what a look at a whole file found.
type finding struct {
	format
	meta meta
	head head
}

// inspect reads everything that m leads to, without bbolt, and makes sure that
// it is a whole journal of a format that we can read: first the pages, then
// each record's code, then that the head counts all of them. It reads no page
// twice in one go over the file, so it terminates on any input.
func inspect(file io.ReaderAt, m meta) (finding, error) {
	values := make(map[string][]byte)
	err := m.verify(file, func(bucket string, key, value []byte) error {
		if bucket == metaBucket {
			values[string(key)] = bytes.Clone(value)
		}
		return nil
	})
	if err != nil {
		return finding{}, err
	}
	found := finding{meta: m}
	if found.format, err = identify(values); err != nil {
		return finding{}, err
	}
	if m.freelist == noFreelist {
		// Another tool wrote this file. bbolt would rebuild the list in a
		// separate goroutine, and write it.
		return finding{}, fmt.Errorf("%w: it has no free list", journal.ErrDamaged)
	}
	t := tally{counts: make(map[string]int)}
	if err := m.verify(file, func(bucket string, key, value []byte) error {
		return found.box.count(&t, bucket, string(key), value)
	}); err != nil {
		return finding{}, err
	}
	if found.head, err = found.box.decodeHead(values[keyHead]); err != nil {
		return finding{}, err
	}
	if found.head.format != found.version || found.head.readers != found.readers {
		return finding{}, damaged(metaBucket, keyVersion, errors.New("not what the head says"))
	}
	return found, found.head.check(t, int(m.txid))
}

// count checks the code of a record and counts it. The head counts all others;
// what is in the clear is counted by nobody.
func (b box) count(t *tally, bucket, key string, value []byte) error {
	if bucket == metaBucket && key != keyJournal {
		return nil
	}
	if bucket == "" || strings.Contains(bucket, "/") {
		return damaged(bucket, key, errors.New("not a place for a record"))
	}
	record, err := b.open(bucket, key, value)
	if err != nil {
		return err
	}
	t.add(bucket, record.mac)
	return nil
}

// boltCheck has bbolt check a file that is already known to be whole. It comes
// last: bbolt checks in a separate goroutine, where on a damaged file
// nothing could stop a fault or a loop.
func boltCheck(db *bolt.DB) error {
	return db.View(func(tx *bolt.Tx) error {
		var first error
		for err := range tx.Check() {
			if first == nil {
				first = fmt.Errorf("%w: %w", journal.ErrDamaged, err)
			}
		}
		return first
	})
}
