package boltstore

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// finding is what a look at a whole file found.
type finding struct {
	format
	meta meta
	head head
}

// state describes which state was found, without what it contains.
func (f finding) state() backup.Summary {
	return backup.Summary{
		Format: f.version, Transaction: int(f.meta.txid), Revision: f.head.revision, Lineage: f.head.lineage,
		State: hex.EncodeToString(f.head.mac[:]),
	}
}

// inspect reads everything that m leads to, without bbolt, and makes sure that
// it is a whole journal of a format that we can read: that the pages are good, that
// each record's code fits, then that the head counts all of them. It goes over no
// page twice, so it terminates on any input. Takers get the records whose codes
// fit, each of them a part, also where something else turns out to be wrong later.
func inspect(file io.ReaderAt, m meta, takers ...taker) (finding, error) {
	found, t, err := m.read(file, takers)
	if err != nil {
		// What is wrong with the pages is said first: a record may be wrong because of it.
		return finding{}, cmp.Or(m.verify(file, func(string, []byte, []byte) error { return nil }), err)
	}
	return found, found.head.check(t, int(m.txid))
}

func (m meta) read(file io.ReaderAt, takers []taker) (found finding, t tally, err error) {
	values := make(map[string][]byte)
	err = m.verifyOnly(metaBucket, file, func(bucket string, key, value []byte) error {
		if bucket == metaBucket {
			values[string(key)] = bytes.Clone(value)
		}
		return nil
	})
	if err != nil {
		return finding{}, tally{}, err
	}
	found.meta = m
	if found.format, err = identify(values); err != nil {
		return finding{}, tally{}, err
	}
	if m.freelist == noFreelist {
		// Another tool wrote this file. bbolt would rebuild the list in a
		// separate goroutine, and write it.
		return finding{}, tally{}, fmt.Errorf("%w: it has no free list", journal.ErrDamaged)
	}
	if t, err = m.deal(file, found.box, takers); err != nil {
		return finding{}, tally{}, err
	}
	if found.head, err = found.box.decodeHead(values[keyHead]); err != nil {
		return finding{}, tally{}, err
	}
	if found.head.format != found.version || found.head.readers != found.readers {
		return finding{}, tally{}, damaged(metaBucket, keyVersion, errors.New("not what the head says"))
	}
	return found, t, nil
}

// count checks the code of a record and counts it, and reports whether it is one. The
// head counts all others; what is in the clear is counted by nobody.
func (b box) count(t *tally, bucket, key string, value []byte) (bool, error) {
	if bucket == metaBucket && key != keyJournal {
		return false, nil
	}
	if bucket == "" || strings.Contains(bucket, "/") {
		return false, damaged(bucket, key, errors.New("not a place for a record"))
	}
	record, err := b.open(bucket, key, value)
	if err != nil {
		return false, err
	}
	t.add(bucket, record.mac)
	return true, nil
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
