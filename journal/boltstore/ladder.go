package boltstore

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"maps"
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
// returns what that is.
func (k *Keeper) needed() (bool, error) {
	_, opening, err := k.Check()
	if err == nil && opening.Behind != nil {
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
	file, err := readBounded(k.path)
	if err != nil {
		return options{}, err
	}
	ways := previousWays(k.path)
	copies, bad := k.copies(k.kin(ways))
	ways = append(ways, copies...)
	var keys [][]byte
	for _, w := range ways {
		if w.whole.key != nil {
			keys = append(keys, w.whole.key)
		}
	}
	scraps, boxes := salvage(file, keys)
	var base *way
	if len(ways) > 0 {
		base = &ways[0]
		if base.Summary.Weeks == 0 && len(ways) > 1 {
			base = &ways[1] // the state before the first save has nothing to add to
		}
	}
	if w, ok := salvageWay(base, scraps, boxes); ok {
		ways = append(ways, w)
	}
	for _, aside := range k.asides() {
		made, _ := backup.ParseAside(k.target(), filepath.Base(aside))
		more, from := asideWays(aside, made, keys)
		ways, scraps = append(ways, more...), append(scraps, from...)
	}
	ways = distinct(ways)
	compare(ways, placeOf(k.path), lastLines(k.path))
	return options{ways, bad, k.lost(ways, scraps)}, nil
}

// asideWays returns what a copy that was set aside leads to: the state that can
// be read, and that with what is good besides.
func asideWays(aside string, made time.Time, keys [][]byte) (ways []way, found []scrap) {
	file, err := readBounded(aside)
	if err != nil {
		return nil, nil
	}
	var base *way
	if ways = previousWays(aside); len(ways) > 0 {
		base = &ways[0]
		base.Way = backup.Aside
		keys = append(keys[:len(keys):len(keys)], base.whole.key)
	}
	found, boxes := salvage(file, keys)
	if w, ok := salvageWay(base, found, boxes); ok {
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
			h := head{transaction: w.whole.transaction, lineage: w.whole.lineage, mac: w.whole.head}
			return w.Way != backup.Salvage && behind(w.whole.box, h, save) == nil
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
	return way{step, w, c, marks}, true
}

// kin is what the states of one journal have in common: its id, which an import
// can change, or a line of saves.
type kin map[string]bool

// kin returns what is known of the journal at the path, also by the marker.
func (k *Keeper) kin(ways []way) kin {
	known := make(kin)
	for _, w := range ways {
		known.add(w.Summary)
	}
	for _, line := range lastLines(k.path) {
		known[line] = true
	}
	return known
}

// lastLines returns the lines of the saves that the marker next to path knows.
func lastLines(path string) (lines []string) {
	m, _ := readMarker(path)
	for _, save := range append(m.lost, m.last) {
		if save.line != "" {
			lines = append(lines, save.line)
		}
	}
	return lines
}

func (k kin) add(s backup.Summary) {
	k[s.Journal] = true
	for _, line := range s.Lineage {
		k[line.ID] = true
	}
}

func (k kin) has(s backup.Summary) bool {
	return k[s.Journal] || slices.ContainsFunc(s.Lineage, func(l backup.Line) bool { return k[l.ID] })
}

// of returns the backups that are related, also through others.
func (k kin) of(all []backup.Backup) (related []backup.Backup) {
	for before := -1; before < len(related); {
		before, related = len(related), nil
		for _, b := range all {
			if k.has(b.Summary) {
				k.add(b.Summary)
				related = append(related, b)
			}
		}
	}
	return related
}

// copies returns the verified backups worth offering: of every line the newest,
// and of the one that was backed up last some more. They are those of kin, or if
// there are none of every journal that was at the path.
func (k *Keeper) copies(kin kin) (ways []way, bad []backup.Backup) {
	clear(k.seen) // now is the time to look again
	all := k.list(k.folder, "")
	if k.second.Folder != "" && k.usableSecond() == nil {
		all = append(all, k.list(k.second.Folder, "")...)
	}
	good := slices.DeleteFunc(slices.Clone(all), func(b backup.Backup) bool { return !b.Verified })
	bad = slices.DeleteFunc(all, func(b backup.Backup) bool { return b.Verified })
	if related := kin.of(good); len(related) > 0 {
		good = related
	}
	backup.Sort(good, placeOf(k.path))
	tips := backup.Tips(good)
	offered := make(map[string]bool)
	for i, b := range good {
		if tip := slices.Contains(tips, i); !tip && len(ways) >= maxCopies || len(ways) >= maxTips {
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
// that loses least first: of those that lack something, before all others, those
// of the lines that were saved at place last, then those of earlier lines there,
// which a restore has left.
func compare(ways []way, place string, last []string) {
	for i := range ways {
		var others []way
		for j, other := range ways {
			if i != j && !ways[i].Summary.Follows(other.Summary) {
				others = append(others, other)
			}
		}
		ways[i].Lacks = lacks(ways[i], others)
	}
	if !slices.ContainsFunc(ways, func(w way) bool { return w.Way == backup.Copy && w.isOf(last) }) {
		last = nil // nothing of them is left to come first
	}
	slices.SortStableFunc(ways, func(a, b way) int {
		return cmp.Or(a.from(place, last)-b.from(place, last), a.Lacks.Compare(b.Lacks), cmp.Compare(rank[a.Way], rank[b.Way]))
	})
}

// from returns how far away w was saved: 0 for place, in one of the last lines if
// any are known, or if it lacks nothing; 1 for another line there; 2 for
// elsewhere.
func (w way) from(place string, last []string) int {
	switch {
	case w.Way != backup.Copy || w.Lacks.None():
		return 0
	case w.Summary.Lineage.Last().Place != place:
		return 2
	case last != nil && !w.isOf(last):
		return 1
	}
	return 0
}

// isOf reports whether w was saved in one of lines.
func (w way) isOf(lines []string) bool { return slices.Contains(lines, w.Summary.Lineage.Last().ID) }

// lacks returns what others contain and w does not.
func lacks(w way, others []way) (l backup.Lacks) {
	missing, differing := make(map[journal.Week]bool), make(map[journal.Week]bool)
	moments, events, kinds := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, o := range others {
		for week, theirs := range o.marks {
			mine, ok := w.marks[week]
			switch {
			case !ok:
				missing[week] = true
			case !mine.entry.Includes(theirs.entry):
				differing[week] = true
			default:
				continue
			}
			for _, m := range theirs.entry.Moments {
				if !slices.ContainsFunc(mine.entry.Moments, m.Equal) {
					moments[week.String()+" "+m.ID] = true
				}
			}
		}
		for _, e := range o.contents.Events {
			if !slices.Contains(w.contents.Events, e) {
				events[e.ID] = true
			}
		}
		for _, kind := range o.contents.Kinds {
			if !slices.Contains(w.contents.Kinds, kind) {
				kinds[kind.ID] = true
			}
		}
	}
	return backup.Lacks{
		Missing: sortedWeeks(missing), Differing: sortedWeeks(differing),
		Moments: len(moments), Events: len(events), Kinds: len(kinds),
	}
}

// rank orders options that lose the same: what was one state of the journal
// comes before what is put together.
var rank = map[backup.Way]int{backup.Present: 0, backup.Previous: 1, backup.Copy: 2, backup.Aside: 3, backup.Salvage: 4}

func sortedWeeks(weeks map[journal.Week]bool) []journal.Week {
	return slices.SortedFunc(maps.Keys(weeks), journal.Week.Compare)
}

func sorted(weeks []journal.Week) []journal.Week {
	slices.SortFunc(weeks, journal.Week.Compare)
	return slices.Compact(weeks)
}
