package journal

import (
	"slices"
	"time"
)

// MomentRef names a moment: by its week, and by its id, which is unique there.
type MomentRef struct {
	Week Week
	ID   string
}

// MomentsOf returns the moments of the kind with the given id, oldest week first.
func (j *Journal) MomentsOf(kind string) []MomentRef {
	var refs []MomentRef
	for _, e := range j.snapshot().Entries {
		for _, m := range e.Moments {
			if m.Kind == kind {
				refs = append(refs, MomentRef{e.Week, m.ID})
			}
		}
	}
	return refs
}

// KindCounts returns how many moments there are of each kind, by its id.
func (j *Journal) KindCounts() map[string]int {
	counts := make(map[string]int)
	for _, e := range j.snapshot().Entries {
		for _, m := range e.Moments {
			counts[m.Kind]++
		}
	}
	return counts
}

// AddMoment makes m the last moment of week w, in one step and one transaction. If
// the journal has a moment with the id of m, in any week, AddMoment changes nothing:
// so it may be called again when it is not known whether it was done. It returns
// [ErrAhead] if the week has not begun, and an *[InvalidError] for bad fields, or if
// the week cannot take another moment.
func (j *Journal) AddMoment(w Week, m Moment) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	e, added, err := j.withMoment(now, now.entry(w), m)
	if err != nil || !added {
		return err
	}
	return j.commit(WeekStep, now, Change{PutEntries: []Entry{e}})
}

// HasMoment reports whether there is a moment with an id, in any week.
func (j *Journal) HasMoment(id string) bool {
	_, there := find(j.snapshot().Entries, id)
	return there
}

// WithMoment returns e, which need not be as it was saved, with what
// [Journal.AddMoment] would add, and reports whether it would. It saves nothing.
func (j *Journal) WithMoment(e Entry, m Moment) (with Entry, added bool, err error) {
	return j.withMoment(j.snapshot(), e, m)
}

func (j *Journal) withMoment(now Contents, e Entry, m Moment) (with Entry, added bool, err error) {
	for _, entries := range [][]Entry{{e}, now.Entries} {
		if _, there := find(entries, m.ID); there {
			return e, false, nil
		}
	}
	if e.Week.After(ReadClock(now.Entries, j.now()).Begun) {
		return e, false, ErrAhead
	}
	with = e.Clone()
	m.Tags = slices.Clone(m.Tags)
	with.Moments = append(with.Moments, m)
	with.Updated = j.now().Truncate(time.Second)
	if err := with.validateWith(now.Catalog()); err != nil {
		return e, false, err
	}
	if err := with.checkSeen(e); err != nil {
		return e, false, err
	}
	return with, true, nil
}

// EditMoments calls edit with each of the picked moments, which changes all of it
// but its id, and saves them in one step. Moments that are not there are skipped.
// It returns an *[InvalidError] if a moment has bad fields then; nothing is changed
// in that case.
func (j *Journal) EditMoments(picked []MomentRef, edit func(*Moment)) error {
	return j.changeMoments(EditMomentsStep, picked, Change{}, func(m Moment) (Moment, bool) {
		id := m.ID
		edit(&m)
		m.ID = id
		return m, true
	})
}

// DeleteMoments moves the picked moments to the trash in one step. Moments that are
// not there are skipped.
func (j *Journal) DeleteMoments(picked []MomentRef) error {
	return j.changeMoments(DeleteMomentsStep, picked, Change{}, func(m Moment) (Moment, bool) { return m, false })
}

// MergeKind makes the moments of the kind from those of the kind into, and hides
// from, in one step. The moments retain their track. Deleted ones and versions of
// weeks are of the kind that they were of. MergeKind returns an *[InvalidError] if
// one of the kinds is unknown, or if they are the same.
func (j *Journal) MergeKind(from, into string) error {
	kinds := j.Kinds()
	hidden, ok := kinds.Find(from)
	if _, there := kinds.Find(into); !ok || !there || from == into {
		return invalid("kind", RuleKind)
	}
	hidden.Hidden = true
	change := Change{PutKinds: []Kind{hidden}}
	return j.changeMoments(MergeKindStep, j.MomentsOf(from), change, func(m Moment) (Moment, bool) {
		m.Kind = into
		return m, true
	})
}

// changeMoments makes of each picked moment what become returns, or deletes it if
// that reports false, in one step together with the rest of change.
func (j *Journal) changeMoments(kind StepKind, picked []MomentRef, change Change, become func(Moment) (Moment, bool)) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	is := make(map[MomentRef]bool, len(picked))
	for _, ref := range picked {
		is[ref] = true
	}
	all := now.Catalog()
	for _, e := range now.Entries {
		if !slices.ContainsFunc(e.Moments, func(m Moment) bool { return is[MomentRef{e.Week, m.ID}] }) {
			continue
		}
		old := e
		e = old.Clone()
		e.Moments = e.Moments[:0]
		for _, m := range old.Clone().Moments {
			left := true
			if is[MomentRef{e.Week, m.ID}] {
				m, left = become(m)
			}
			if left {
				e.Moments = append(e.Moments, m)
			}
		}
		if e.Equal(old) {
			continue
		}
		if err := e.validateWith(all); err != nil {
			return err
		}
		if err := e.checkSeen(old); err != nil {
			return err
		}
		change.leave(e, j.now())
	}
	return j.commit(kind, now, change)
}

// MoveMoments moves the picked moments to another week, where they become the last
// ones, in their order. It is one step and one transaction. Moments that are not
// there, or are in that week already, are skipped. MoveMoments returns [ErrAhead] if
// to has not begun, [ErrWeekAway] if it was not worked, and an *[InvalidError] if it
// is no week or cannot take so many.
func (j *Journal) MoveMoments(picked []MomentRef, to Week) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	arrived := Entry{Week: to}
	var left []Entry
	for _, e := range now.Entries {
		moves := func(m Moment) bool { return slices.Contains(picked, MomentRef{e.Week, m.ID}) }
		if e.Week == to || !slices.ContainsFunc(e.Moments, moves) {
			continue
		}
		e = e.Clone()
		for _, m := range e.Moments {
			if moves(m) {
				arrived.Moments = append(arrived.Moments, m)
			}
		}
		e.Moments = slices.DeleteFunc(e.Moments, moves)
		left = append(left, e)
	}
	switch {
	case len(left) == 0:
		return nil
	case to.After(ReadClock(now.Entries, j.now()).Begun):
		return ErrAhead
	case now.entry(to).Away != "":
		return ErrWeekAway
	}
	var change Change
	if err := change.addBack(now, arrived, j.now()); err != nil {
		return err
	}
	for _, e := range left {
		change.leave(e, j.now())
	}
	return j.commit(MoveMomentStep, now, change)
}

// leave adds to change that an entry is e from now on, or is dropped if e is empty.
func (change *Change) leave(e Entry, at time.Time) {
	if e.Empty() {
		change.DropEntries = append(change.DropEntries, e.Week)
		return
	}
	e.Updated = at
	change.PutEntries = append(change.PutEntries, e)
}
