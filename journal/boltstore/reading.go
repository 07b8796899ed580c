package boltstore

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// reading is a journal's file as it was read in full.
type reading struct {
	finding
	contents journal.Contents // without the entries, unless they were asked for
	summary  backup.Summary
}

// readFile inspects the state of a file that m leads to, and decodes each record
// of the contents in the same go. The entries stay in memory only if keep is set.
func readFile(f *os.File, m meta, keep bool) (reading, error) {
	readers := make([]*reader, runtime.GOMAXPROCS(0))
	takers := make([]taker, len(readers))
	for i := range readers {
		readers[i] = newReader(keep)
		takers[i] = readers[i]
	}
	found, err := inspect(f, m, takers...)
	if err != nil {
		return reading{}, err
	}
	all := readers[0]
	for _, r := range readers[1:] {
		all.merge(r)
	}
	c, err := all.contents(found.box)
	if err != nil {
		return reading{}, err
	}
	s := found.state()
	s.Journal, s.Weeks, s.Moments, s.Events = c.ID, all.weeks, all.moments, len(c.Events)
	s.First, s.Last, s.Saved = all.first, all.last, all.saved
	return reading{found, c, s}, nil
}

// reader is a taker that decodes entries, and remembers the records of which there
// are few.
type reader struct {
	keep    bool
	quick   quick
	entries []journal.Entry
	pairs   map[string][]pair // by bucket, of the others
	journal []byte
	marks   map[journal.Week]mark // nil unless they are asked for

	kinds          map[string]bool // of which there are moments
	weeks, moments int
	first, last    journal.Week
	saved          time.Time
}

func newReader(keep bool) *reader {
	return &reader{keep: keep, kinds: make(map[string]bool), pairs: make(map[string][]pair)}
}

func (r *reader) take(b box, bucket, key string, value []byte) error {
	switch {
	case bucket == entriesBucket:
		return r.takeEntry(b, key, value)
	case bucket == metaBucket: // no other record there is counted
		r.journal = bytes.Clone(value)
	case slices.ContainsFunc(tables, func(t anyTable) bool { return t.bucket() == bucket }):
		r.pairs[bucket] = append(r.pairs[bucket], pair{key, bytes.Clone(value)})
	}
	return nil
}

func (r *reader) takeEntry(b box, key string, value []byte) error {
	e, err := r.quick.decode(b, key, value)
	if err != nil {
		return err
	}
	if r.keep {
		r.entries = append(r.entries, e.record)
	}
	if r.marks != nil {
		r.marks[e.record.Week] = mark{e.revision, latest(e.saved, e.record.Updated), e.record}
	}
	for _, m := range e.record.Moments {
		r.kinds[m.Kind] = true
	}
	r.weeks, r.moments = r.weeks+1, r.moments+len(e.record.Moments)
	r.span(e.record.Week, e.record.Week)
	r.saved = latest(r.saved, e.saved, e.record.Updated)
	return nil
}

// span widens the span of the weeks.
func (r *reader) span(first, last journal.Week) {
	if r.first.IsZero() || !first.IsZero() && first.Before(r.first) {
		r.first = first
	}
	if last.After(r.last) {
		r.last = last
	}
}

// merge adds what another reader was given.
func (r *reader) merge(o *reader) {
	r.entries = append(r.entries, o.entries...)
	for bucket, pairs := range o.pairs {
		r.pairs[bucket] = append(r.pairs[bucket], pairs...)
	}
	if o.journal != nil {
		r.journal = o.journal
	}
	for kind := range o.kinds {
		r.kinds[kind] = true
	}
	r.weeks, r.moments = r.weeks+o.weeks, r.moments+o.moments
	r.span(o.first, o.last)
	r.saved = latest(r.saved, o.saved)
}

// contents returns what the records contain, sorted.
func (r *reader) contents(b box) (journal.Contents, error) {
	for _, pairs := range r.pairs {
		slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.key, b.key) })
	}
	c, err := image{r.journal, r.pairs}.decode(b)
	if err != nil {
		return journal.Contents{}, err
	}
	known := c.Catalog()
	for kind := range r.kinds {
		if _, ok := known.Find(kind); !ok {
			return journal.Contents{}, damaged(entriesBucket, kind, errors.New("a moment is of a kind that is not declared"))
		}
	}
	c.Entries = r.entries
	c.Sort()
	return c, nil
}

// Summarize reads the whole file at path, which nobody may be writing to, and
// counts what is in it. The error is that of [Open] if it is not intact.
func Summarize(path string) (backup.Summary, error) {
	r, err := readPath(path, false)
	if err != nil {
		return backup.Summary{}, fmt.Errorf("read %s: %w", path, err)
	}
	return r.summary, nil
}

// readPath is readFile for the newest state of the file at path.
func readPath(path string, keep bool) (reading, error) {
	f, m, err := openChecked(path)
	if err != nil {
		return reading{}, err
	}
	defer f.Close()
	return readFile(f, m, keep)
}

// glance checks the whole file at path as [Summarize] does, but decodes nothing: it
// describes only which state that is.
func glance(path string) (backup.Summary, error) {
	found, err := inspectPath(path)
	return found.state(), err
}

// inspectPath is inspect of the newest state of the file at path.
func inspectPath(path string, takers ...taker) (finding, error) {
	f, m, err := openChecked(path)
	if err != nil {
		return finding{}, err
	}
	defer f.Close()
	return inspect(f, m, takers...)
}

// openChecked opens the file at path for reading only, if its meta pages are good.
func openChecked(path string) (*os.File, meta, error) {
	if err := checkKind(path); err != nil {
		return nil, meta{}, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, meta{}, err
	}
	m, err := precheck(f)
	if err != nil {
		return nil, meta{}, errors.Join(err, f.Close())
	}
	return f, m, nil
}
