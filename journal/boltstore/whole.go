package boltstore

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/outfile"
)

// place is where a record is stored.
type place struct{ bucket, key string }

func (p place) compare(o place) int {
	return cmp.Or(cmp.Compare(p.bucket, o.bucket), cmp.Compare(p.key, o.key))
}

// whole is everything in a journal's file, read out of it: what a recovery
// writes into a new one. The head, and what is in the clear, are left out.
type whole struct {
	box
	format      int
	transaction int
	revision    uint64 // of the head: this state knew of all records up to it
	lineage     backup.Lineage
	head        mac // none if it is combined from several
	records     map[place][]byte
}

// look reads the journal's file at path without bbolt, so that nothing in it
// can do harm, and checks it in full: see inspect. It takes no
// lock; for a file that somebody writes to, see Open.
func look(path string) (whole, error) {
	f, m, err := openChecked(path)
	if err != nil {
		return whole{}, err
	}
	defer f.Close()
	return readWhole(f, m)
}

// readWhole reads the state of a file that m leads to.
func readWhole(f *os.File, m meta) (whole, error) {
	records := make(recordTaker)
	found, err := inspect(f, m, records)
	if err != nil {
		return whole{}, err
	}
	return whole{
		box: found.box, format: found.version, transaction: int(m.txid),
		revision: found.head.revision, lineage: found.head.lineage, head: found.head.mac, records: records,
	}, nil
}

// recordTaker takes copies of all records.
type recordTaker map[place][]byte

func (r recordTaker) take(_ box, bucket, key string, value []byte) error {
	r[place{bucket, key}] = bytes.Clone(value)
	return nil
}

// places returns where there are records, in order.
func (w whole) places() []place {
	places := make([]place, 0, len(w.records))
	for p := range w.records {
		places = append(places, p)
	}
	slices.SortFunc(places, place.compare)
	return places
}

// id identifies the exact contents of w.
func (w whole) id() string {
	h := sha256.New()
	for _, p := range w.places() {
		fmt.Fprintf(h, "%d %s %d %s %d ", len(p.bucket), p.bucket, len(p.key), p.key, len(w.records[p]))
		h.Write(w.records[p])
	}
	return hex.EncodeToString(h.Sum(nil)[:macSize])
}

// contents returns what the records contain, and for each week what distinguishes it from
// the same week in another file.
func (w whole) contents() (journal.Contents, map[journal.Week]mark, error) {
	r := newReader(true)
	r.marks = make(map[journal.Week]mark)
	for _, p := range w.places() {
		_, err := w.open(p.bucket, p.key, w.records[p])
		if err == nil {
			err = r.take(w.box, p.bucket, p.key, w.records[p])
		}
		if err != nil {
			return journal.Contents{}, nil, err
		}
	}
	c, err := r.contents(w.box)
	return c, r.marks, err
}

// mark distinguishes a week of one file from the same week of another.
type mark struct {
	revision uint64 // of its record, in files with the same key
	saved    time.Time
	entry    journal.Entry
}

func latest(times ...time.Time) (last time.Time) {
	for _, t := range times {
		if t.After(last) {
			last = t
		}
	}
	return last
}

// last returns what of the head names the state that w is.
func (w whole) last() head {
	return head{transaction: w.transaction, lineage: w.lineage, mac: w.head}
}

// state describes which state w is, without what it contains.
func (w whole) state() backup.Summary {
	s := backup.Summary{Transaction: w.transaction, Revision: w.revision, Lineage: w.lineage}
	if w.head != (mac{}) {
		s.State = hex.EncodeToString(w.head[:])
	}
	return s
}

// summary describes w.
func (w whole) summary(c journal.Contents, marks map[journal.Week]mark) backup.Summary {
	s := w.state()
	s.Journal, s.Format, s.Weeks, s.Events = c.ID, w.format, len(c.Entries), len(c.Events)
	for _, e := range c.Entries {
		s.Moments += len(e.Moments)
	}
	if len(c.Entries) > 0 {
		s.First, s.Last = c.Entries[0].Week, c.Entries[len(c.Entries)-1].Week
	}
	for _, m := range marks {
		s.Saved = latest(s.Saved, m.saved)
	}
	return s
}

// isUnreadable reports whether err means that a file no longer exists, or is no
// journal that can be read, which is when recovery helps. A folder, a pipe or a
// device is left where it is.
func isUnreadable(err error) bool {
	for _, sentinel := range []error{journal.ErrDamaged, journal.ErrEmptyFile, journal.ErrNotJournal, journal.ErrMissing} {
		if errors.Is(err, sentinel) {
			return !errors.Is(err, journal.ErrNewerFormat) && !errors.Is(err, outfile.ErrNotFile)
		}
	}
	return false
}

// exists reports whether there is anything at path.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
