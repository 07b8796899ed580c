package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// How many backups the ladder offers: with the last of each line, up to maxTips,
// and older ones only up to maxCopies in all. Those can be restored too, but
// contain less.
const (
	maxCopies = 3
	maxTips   = 8
)

// way is a step of the ladder with what it brings back.
type way struct {
	backup.Step
	whole    whole
	contents journal.Contents
	marks    map[journal.Week]mark
}

// Diagnose returns what is wrong with the journal and the options to recover it.
// It only reads, and it terminates on any input. What it offers is whole:
// it was read in full and checked record by record.
//
// An error means that this is not what is wrong: the journal is open elsewhere,
// a newer version wrote it, the system does not let it be read, or there never
// was one. Where the file leads to nothing, it is also why the backups cannot be
// listed.
func (k *Keeper) Diagnose() (backup.Ladder, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	ladder := backup.Ladder{Path: k.path}
	needed, problem := k.needed()
	switch {
	case problem != nil && !needed:
		return backup.Ladder{}, problem
	case !needed:
		return ladder, nil
	}
	ladder.Problem = problem
	found, err := k.ways()
	if err != nil {
		return backup.Ladder{}, err
	}
	if len(found.ways) == 0 {
		if err := k.FolderProblem(); err != nil {
			return backup.Ladder{}, err
		}
	}
	for _, w := range found.ways {
		ladder.Steps = append(ladder.Steps, w.Step)
	}
	ladder.Bad, ladder.Lost = found.bad, found.lost
	return ladder, nil
}

// Checked is what a check of a journal found.
type Checked struct {
	Contents journal.Contents
	Summary  backup.Summary
	Opening  Opening // what was found while it was opened
}

// Check reads the whole journal, and what is next to it. The error is that of [Open]
// and of loading it.
func (k *Keeper) Check() (Checked, error) {
	s, err := Options{ReadOnly: true}.Open(k.path)
	if err != nil {
		return Checked{}, err
	}
	checked := Checked{Summary: s.opening.Summary, Opening: s.opening}
	if checked.Contents, err = s.Load(); err == nil {
		_, err = s.Aside()
	}
	return checked, errors.Join(err, s.Close())
}

// Check is [Keeper.Check] of a journal that is open. Saving waits for it.
func (s *Store) Check() (Checked, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	checked := Checked{Opening: s.opening}
	if err := s.usable(); err != nil {
		return checked, err
	}
	r, err := readPath(s.path, true)
	if err != nil {
		return checked, fmt.Errorf("read %s: %w", s.path, err)
	}
	if _, err := s.readAside(); err != nil {
		return checked, err
	}
	checked.Contents, checked.Summary = r.contents, r.summary
	return checked, nil
}

// needed reports whether recovery is for what is wrong with the journal, and
// returns what that is.
func (k *Keeper) needed() (bool, error) {
	checked, err := k.Check()
	if err == nil && checked.Opening.Behind != nil {
		return true, journal.ErrBehind
	}
	return isUnreadable(err), err
}

// options are what can be done.
type options struct {
	ways []way // the one that loses least first
	bad  []backup.Backup
	lost time.Time // when the journal was last saved, if no way contains that; zero if one does
}

// ways returns every recovery option.
func (k *Keeper) ways() (found options, err error) {
	same := make(shared)
	ways := same.previousWays(k.path)
	copies, bad := k.copies(k.kin(ways), same)
	ways = append(ways, copies...)
	var keys [][]byte
	for _, w := range ways {
		if w.whole.key != nil {
			keys = append(keys, w.whole.key)
		}
	}
	file, err := readBounded(k.path)
	if err != nil {
		return options{}, err
	}
	scraps, boxes := salvage(file, keys)
	var base *way
	if len(ways) > 0 {
		base = &ways[0]
		if base.Summary.Weeks == 0 && len(ways) > 1 {
			base = &ways[1] // the state before the first save has nothing to add to
		}
	}
	if w, ok := same.salvageWay(base, scraps, boxes); ok {
		ways = append(ways, w)
	}
	for _, aside := range k.asides() {
		made, _ := backup.ParseAside(k.target(), filepath.Base(aside))
		more, from := same.asideWays(aside, made, keys)
		ways, scraps = append(ways, more...), append(scraps, from...)
	}
	ways = distinct(ways)
	compare(ways, placeOf(k.path), lastLines(k.path))
	return options{ways, bad, k.lost(ways, scraps)}, nil
}

// asideWays returns what a copy that was set aside leads to: the state that can
// be read, and that with what is good besides.
func (s shared) asideWays(aside string, made time.Time, keys [][]byte) (ways []way, found []scrap) {
	file, err := readBounded(aside)
	if err != nil {
		return nil, nil
	}
	var base *way
	if ways = s.previousWays(aside); len(ways) > 0 {
		base = &ways[0]
		base.Way = backup.Aside
		keys = append(keys[:len(keys):len(keys)], base.whole.key)
	}
	found, boxes := salvage(file, keys)
	if w, ok := s.salvageWay(base, found, boxes); ok {
		ways = append(ways, w)
	}
	for i := range ways {
		ways[i].Aside, ways[i].Made = aside, made
	}
	return ways, found
}

// distinct leaves out ways of copies that were set aside which add nothing: those
// that restore the same as another, and those that a later state follows.
func distinct(ways []way) []way {
	adds := func(i int, w way) bool {
		return !slices.ContainsFunc(ways[:i], func(o way) bool { return o.ID == w.ID }) &&
			(w.Way != backup.Aside || !slices.ContainsFunc(ways, func(o way) bool {
				return o.ID != w.ID && o.Way != backup.Salvage && o.Summary.Follows(w.Summary)
			}))
	}
	var some []way
	for i, w := range ways {
		if w.Aside == "" || adds(i, w) {
			some = append(some, w)
		}
	}
	return some
}

// lost returns when the journal was last saved here, if none of ways contains
// that save.
func (k *Keeper) lost(ways []way, found []scrap) (at time.Time) {
	m, ok := readMarker(k.path)
	if !ok {
		return time.Time{}
	}
	for _, save := range append(m.lost, m.last) {
		contained := save.mac == (mac{}) || slices.ContainsFunc(ways, func(w way) bool {
			return w.Way != backup.Salvage && behind(w.whole.box, w.whole.last(), save) == nil
		}) || slices.ContainsFunc(found, func(f scrap) bool {
			return f.place == place{metaBucket, keyHead} && f.mac == save.mac
		})
		if !contained {
			at = save.at
		}
	}
	return at
}

// readBounded reads the file at path; one that is not there is empty.
func readBounded(path string) ([]byte, error) {
	switch err := checkKind(path); {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, journal.ErrNotJournal):
		return nil, nil
	case err != nil:
		return nil, err
	}
	if info, err := os.Stat(path); err != nil || info.Size() > maxSize {
		return nil, err // no journal of ours
	}
	return os.ReadFile(path)
}

// previousWays returns the newest whole state that one of the meta pages leads
// to, or nothing.
func (s shared) previousWays(path string) (ways []way) {
	if checkKind(path) != nil {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	newest, other, err := metas(f)
	if err != nil {
		return nil
	}
	for _, state := range []struct {
		meta *meta
		way  backup.Way
	}{{&newest, backup.Present}, {other, backup.Previous}} {
		if state.meta == nil || !state.meta.fits(f) {
			continue
		}
		w, err := readWhole(f, *state.meta)
		if err != nil {
			continue
		}
		if made, ok := s.newWay(w, backup.Step{Way: state.way}); ok {
			return []way{made}
		}
	}
	return nil
}

// fits reports whether the file has the length in m, so that m can be
// followed.
func (m meta) fits(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && m.high >= 4 && m.high <= uint64(info.Size()/m.pageSize)
}

func (s shared) newWay(w whole, step backup.Step) (way, bool) {
	c, marks, err := w.contents()
	if err != nil {
		return way{}, false
	}
	s.share(w.records, c.Entries, marks)
	step.ID, step.Summary = w.id(), w.summary(c, marks)
	return way{step, w, c, marks}, true
}

// shared are the records of all ways so far, and the entries that are in them. Most
// are the same in every way, and so they are in memory once.
type shared map[place]sharedRecord

type sharedRecord struct {
	value []byte
	entry journal.Entry // if it is one
}

// share puts what another way has too in the place of records, and of the entries that
// are in them, by week.
func (s shared) share(records map[place][]byte, entries []journal.Entry, marks map[journal.Week]mark) {
	for i, e := range entries {
		p := place{entriesBucket, e.Week.String()}
		if known, ok := s[p]; !ok {
			s[p] = sharedRecord{records[p], e}
		} else if bytes.Equal(known.value, records[p]) {
			entries[i] = known.entry
			m := marks[e.Week]
			m.entry = known.entry
			marks[e.Week] = m
		}
	}
	for p, value := range records {
		if known, ok := s[p]; !ok {
			s[p] = sharedRecord{value: value}
		} else if bytes.Equal(known.value, value) {
			records[p] = known.value
		}
	}
}

// salvageWay returns what is good in the damaged file, added to base unless
// that is nil or of another journal.
func (s shared) salvageWay(base *way, found []scrap, boxes []box) (way, bool) {
	if base != nil {
		if w, added, ok := merge(&base.whole, found, boxes); ok {
			return s.newWay(w, backup.Step{
				Way: backup.Salvage, Base: base.Way, Backup: base.Backup, Made: base.Made, Salvaged: added,
			})
		}
		if b, ok := likeliest(found, boxes); ok {
			if bytes.Equal(base.whole.key, b.key) {
				return way{}, false // the base has it all
			}
		}
	}
	w, added, ok := merge(nil, found, boxes)
	if !ok {
		return way{}, false
	}
	return s.newWay(w, backup.Step{Way: backup.Salvage, Salvaged: added})
}
