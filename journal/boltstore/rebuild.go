package boltstore

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"os"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// maxTransaction bounds the transactions that a file is believed to be on, so
// that a damaged number does not count.
const maxTransaction = 1 << 40

// rebuild writes w into a new file at path, which must exist and be empty, and
// makes sure that it is all there. The file is on the disk then. Records stay as
// they are, byte for byte.
//
// The new file continues to count transactions after the given one, in line. So of
// two backups of a journal the later one has the higher number, also where an
// older state was restored in between, and what that lacks is not taken for
// part of it.
func rebuild(path string, w whole, after int, line backup.Line) error {
	if w.format > formatVersion {
		return journal.ErrNewerFormat // there may be more in it than we know of
	}
	options := &bolt.Options{Timeout: lockTimeout, FreelistType: bolt.FreelistMapType, MaxSize: maxSize}
	db, err := bolt.Open(path, 0o600, options)
	if err == nil {
		err = db.Close()
	}
	if err == nil {
		err = startAt(path, after)
	}
	if err != nil {
		return err
	}
	options.InitialMmapSize = w.size() // bbolt copies all records whenever it maps more
	if db, err = bolt.Open(path, 0o600, options); err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error { return w.fill(tx, line) })
	if err := errors.Join(cause(err), db.Close()); err != nil {
		return err
	}
	return w.checkRebuilt(path)
}

// size returns how many bytes the records take at least.
func (w whole) size() (n int) {
	for p, value := range w.records {
		n += len(p.key) + len(value)
	}
	return n
}

// startAt has the new file at path count its transactions from there. Both meta
// pages are written again: bbolt writes an even one to the first.
func startAt(path string, transaction int) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	first, _, err := readMeta(f, 0)
	if err != nil || first == nil {
		return errors.Join(err, errors.New("a new file has no meta page"))
	}
	for i := range int64(2) {
		at := i*first.pageSize + pageHeaderSize
		var b [metaSize]byte
		if _, err := f.ReadAt(b[:], at); err != nil {
			return err
		}
		binary.NativeEndian.PutUint64(b[metaTxidAt:], uint64(transaction/2*2)+uint64(i))
		sum := fnv.New64a()
		sum.Write(b[:metaChecksumAt])
		binary.NativeEndian.PutUint64(b[metaChecksumAt:], sum.Sum64())
		if _, err := f.WriteAt(b[:], at); err != nil {
			return err
		}
	}
	return syncFile(f)
}

// fill writes everything into an empty file.
func (w whole) fill(tx *bolt.Tx, line backup.Line) error {
	if err := putFormat(tx); err != nil {
		return err
	}
	l := newLedger(tx, w.box, head{
		counts: make(map[string]int), revision: w.revision, lineage: w.lineage.Continue(line, w.transaction),
	})
	for _, p := range w.places() {
		b, err := bucket(tx, p.bucket)
		if err != nil {
			return err
		}
		record, err := w.open(p.bucket, p.key, w.records[p])
		if err != nil {
			return err
		}
		b.FillPercent = 0.9 // they come in order
		if err := b.Put([]byte(p.key), w.records[p]); err != nil {
			return err
		}
		l.head.counts[p.bucket]++
		l.head.sum = l.head.sum.plus(record.mac)
	}
	_, err := l.finish()
	return err
}

// checkRebuilt examines the new file as when it is opened, and compares.
func (w whole) checkRebuilt(path string) error {
	s, err := examine(path, false)
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	same := sameTaker{records: w.records}
	if _, err := inspectPath(path, &same); err != nil {
		return err
	}
	if same.found != len(w.records) {
		return errNotRebuilt
	}
	return nil
}

// errNotRebuilt is that a new file does not hold what it was to hold.
var errNotRebuilt = fmt.Errorf("%w: the new file does not hold what it was to hold", journal.ErrDamaged)

// sameTaker compares records with those that there should be, and counts them.
type sameTaker struct {
	records map[place][]byte
	found   int
}

func (t *sameTaker) take(_ box, bucket, key string, value []byte) error {
	if !bytes.Equal(t.records[place{bucket, key}], value) {
		return errNotRebuilt
	}
	t.found++
	return nil
}
