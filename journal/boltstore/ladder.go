package boltstore

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// maxCopies bounds how many backups the ladder offers. Older ones can be
// restored too, but contain less.
const maxCopies = 3

// way is a step of the ladder with what it brings back.
type way struct {
	backup.Step
	whole whole
	marks map[journal.Week]mark
}

// Diagnose returns what is wrong with the journal and the options to recover it.
// It only reads, and it terminates on any input. What it offers is whole:
// it was read in full and checked record by record.
//
// An error means that this is not what is wrong: the journal is open elsewhere,
// a newer version wrote it, the system does not let it be read, or there never
// was one.
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
	ways, bad, err := k.ways()
	if err != nil {
		return backup.Ladder{}, err
	}
	if problem == nil && (len(ways) == 0 || ways[0].Way == backup.Present) {
		return ladder, nil // nothing has more
	}
	for _, w := range ways {
		ladder.Steps = append(ladder.Steps, w.Step)
	}
	ladder.Bad = bad
	return ladder, nil
}

// Check reads the whole journal and reports its contents, and what was found
// while it was opened. The error is that of [Open] and of loading it.
func (k *Keeper) Check() (backup.Summary, Opening, error) {
	s, err := Options{ReadOnly: true}.Open(k.path)
	if err != nil {
		return backup.Summary{}, Opening{}, err
	}
	_, err = s.Load()
	if err == nil {
		_, err = s.Aside()
	}
	var summary backup.Summary
	if err == nil {
		summary, err = Summarize(k.path)
	}
	return summary, s.Opening(), errors.Join(err, s.Close())
}

// needed reports whether recovery is for what is wrong with the journal, and
// returns why it cannot be opened.
func (k *Keeper) needed() (bool, error) {
	_, opening, err := k.Check()
	return isUnreadable(err) || err == nil && opening.Rollback != nil, err
}

// ways returns every recovery option, the one that loses least first, and the backups
// that are damaged themselves.
func (k *Keeper) ways() (ways []way, bad []backup.Backup, err error) {
	file, err := readBounded(k.path)
	if err != nil {
		return nil, nil, err
	}
	ways = previousWays(k.path)
	id := ""
	if len(ways) > 0 {
		id = ways[0].Summary.Journal
	}
	copies, bad := k.copies(id)
	ways = append(ways, copies...)
	var keys [][]byte
	for _, w := range ways {
		if w.whole.key != nil {
			keys = append(keys, w.whole.key)
		}
	}
	found, boxes := salvage(file, keys)
	var base *way
	if len(ways) > 0 {
		base = &ways[0]
		if base.Summary.Weeks == 0 && len(ways) > 1 {
			base = &ways[1] // the state before the first save has nothing to add to
		}
	}
	if w, ok := salvageWay(base, found, boxes); ok {
		ways = append(ways, w)
	}
	compare(ways)
	return ways, bad, nil
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
func previousWays(path string) (ways []way) {
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
		if made, ok := newWay(w, backup.Step{Way: state.way}); ok {
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

func newWay(w whole, step backup.Step) (way, bool) {
	c, marks, err := w.contents()
	if err != nil {
		return way{}, false
	}
	step.ID, step.Summary = w.id(), w.summary(c, marks)
	return way{step, w, marks}, true
}

// copies returns the newest verified backups of the journal with the given id,
// or if that is empty of the one that was backed up last.
func (k *Keeper) copies(id string) (ways []way, bad []backup.Backup) {
	clear(k.seen) // now is the time to look again
	all := k.list(k.folder, "")
	if k.second != "" {
		all = append(all, k.list(k.second, "")...)
	}
	backup.Sort(all)
	if !slices.ContainsFunc(all, func(b backup.Backup) bool { return b.Verified && b.Summary.Journal == id }) {
		id = "" // an import may have given the journal its id since the state that is left
	}
	var last time.Time
	for _, b := range all {
		if id == "" && b.Verified && b.Made.After(last) {
			last = b.Made
		}
	}
	for _, b := range all {
		if id == "" && b.Verified && b.Made.Equal(last) {
			id = b.Summary.Journal
		}
	}
	offered := make(map[string]bool)
	for _, b := range all {
		if !b.Verified {
			bad = append(bad, b)
			continue
		}
		if b.Summary.Journal != id || len(ways) == maxCopies {
			continue
		}
		w, err := look(b.Path)
		if err != nil {
			continue
		}
		made, ok := newWay(w, backup.Step{Way: backup.Copy, Backup: b.Path, Made: b.Made})
		if ok && !offered[made.ID] {
			offered[made.ID] = true
			ways = append(ways, made)
		}
	}
	return ways, bad
}

// salvageWay returns what is good in the damaged file, added to base unless
// that is nil or of another journal.
func salvageWay(base *way, found []scrap, boxes []box) (way, bool) {
	if base != nil {
		if w, added, ok := merge(&base.whole, found, boxes); ok {
			return newWay(w, backup.Step{
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
	return newWay(w, backup.Step{Way: backup.Salvage, Salvaged: added})
}

// compare lists for each option what it lacks and others have, and puts the one
// that loses least first.
func compare(ways []way) {
	for i := range ways {
		w := &ways[i]
		for j := range ways {
			if i == j {
				continue
			}
			for week, other := range ways[j].marks {
				mine, ok := w.marks[week]
				switch {
				case !ok:
					w.Missing = append(w.Missing, week)
				case !mine.entry.Equal(other.entry) && !mine.after(other):
					w.Older = append(w.Older, week)
				}
			}
		}
		w.Missing, w.Older = sorted(w.Missing), sorted(w.Older)
	}
	slices.SortStableFunc(ways, func(a, b way) int {
		return cmp.Or(
			cmp.Compare(len(a.Missing)+len(a.Older), len(b.Missing)+len(b.Older)),
			cmp.Compare(rank[a.Way], rank[b.Way]),
		)
	})
}

// rank orders options that lose the same: what was one state of the journal
// comes before what is put together.
var rank = map[backup.Way]int{backup.Present: 0, backup.Previous: 1, backup.Copy: 2, backup.Salvage: 3}

func sorted(weeks []journal.Week) []journal.Week {
	slices.SortFunc(weeks, journal.Week.Compare)
	return slices.Compact(weeks)
}

// after reports whether m was saved after o. Revisions are of one journal and
// decide where both have one.
func (m mark) after(o mark) bool {
	if m.revision != o.revision && m.revision > 0 && o.revision > 0 {
		return m.revision > o.revision
	}
	return m.saved.After(o.saved)
}
