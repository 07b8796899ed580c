package journal

import (
	"cmp"
	"slices"
	"time"
)

// Item is what can be in the trash: a [Moment], or a record that is filed by
// week.
type Item interface {
	Validate() error
	Filed() Week // the zero week for a moment
}

// Trashed is something that was deleted.
type Trashed struct {
	ID   string // of the item in the trash
	At   time.Time
	Week Week
	Item Item
}

// Clone returns a copy of t that shares nothing with it.
func (t Trashed) Clone() Trashed {
	if m, ok := t.Item.(Moment); ok {
		m.Tags = slices.Clone(m.Tags)
		t.Item = m
	}
	for _, l := range lists {
		if item, ok := l.copied(t.Item); ok {
			t.Item = item
		}
	}
	return t
}

// Validate checks t's fields and returns an *[InvalidError].
func (t Trashed) Validate() error {
	switch {
	case !validID(t.ID):
		return invalid("id", RuleID)
	case !t.Week.Valid():
		return invalid("week", RuleWeek)
	case t.Item == nil:
		return invalid("trash", RuleRequired)
	}
	if filed := t.Item.Filed(); filed != (Week{}) && filed != t.Week {
		return invalid("trash", RuleWeek)
	}
	return within("trash", t.Item.Validate())
}

// Aside is what a store has next to the contents. It is no part of an export
// or a report.
type Aside struct {
	Draft *Draft    // nil if nothing is half-written
	Trash []Trashed // oldest first
}

// After returns what a is after change, in new lists.
func (a Aside) After(change Change) Aside {
	after := Aside{Draft: a.Draft}
	if change.Draft != nil {
		after.Draft = nil
		if !change.Draft.Empty() {
			draft := change.Draft.Clone()
			after.Draft = &draft
		}
	}
	after.Trash = put(a.Trash, change.PutTrash, change.DropTrash, func(t Trashed) string { return t.ID })
	after.Sort()
	return after
}

// Sort puts the trash in its order.
func (a *Aside) Sort() {
	slices.SortFunc(a.Trash, func(s, t Trashed) int {
		return cmp.Or(s.At.Compare(t.At), cmp.Compare(s.ID, t.ID))
	})
}

// Clone returns a copy of a that shares nothing with it.
func (a Aside) Clone() Aside {
	if a.Draft != nil {
		draft := a.Draft.Clone()
		a.Draft = &draft
	}
	a.Trash = slices.Clone(a.Trash)
	for i := range a.Trash {
		a.Trash[i] = a.Trash[i].Clone()
	}
	return a
}

// Trash returns copies of all that was deleted and not brought back, oldest
// first.
func (j *Journal) Trash() []Trashed {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.aside.Clone().Trash
}

// RestoreTrashed brings back the item with the given id in the trash, or returns
// [ErrTrashUnknown]. A moment comes back into its week. A week in which
// something was written since retains that, and regains what it lacks.
func (j *Journal) RestoreTrashed(id string) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	trash := j.Trash()
	i := slices.IndexFunc(trash, func(t Trashed) bool { return t.ID == id })
	if i < 0 {
		return ErrTrashUnknown
	}
	change := Change{DropTrash: []string{id}}
	switch item := trash[i].Item.(type) {
	case Moment:
		err = change.addBack(now, Entry{Week: trash[i].Week, Moments: []Moment{item}}, j.now())
	case Entry:
		err = change.addBack(now, item, j.now())
	default:
		for _, l := range lists {
			l.restore(&change, item)
		}
	}
	if err != nil {
		return err
	}
	return j.commit(RestoreStep, now, change)
}

// addBack adds to change that the week of deleted regains what it lacks of it.
func (change *Change) addBack(now Contents, deleted Entry, at time.Time) error {
	old := now.entry(deleted.Week).Clone()
	e := old.Clone()
	e.addAll(deleted)
	if !e.Equal(old) {
		e.Updated = at
		change.PutEntries = []Entry{e}
	}
	return e.validateWith(now.Catalog())
}

// addMoment adds m, under another id if its own is taken by something else.
func (e *Entry) addMoment(m Moment) {
	for _, there := range e.Moments {
		if there.Equal(m) {
			return
		}
		if there.ID == m.ID {
			m.ID = NewID()
		}
	}
	e.Moments = append(e.Moments, m)
}

// addAll adds to e what o has and e has not.
func (e *Entry) addAll(o Entry) {
	if e.Away == "" {
		e.Away = o.Away
	}
	if e.Split == nil {
		e.Split = o.Split
	}
	if e.Evidence == nil {
		e.Evidence = o.Evidence
	}
	for _, d := range o.Diary {
		if _, ok := e.DiaryOf(d.Day); !ok {
			e.SetDiary(d)
		}
	}
	for _, m := range o.Moments {
		e.addMoment(m)
	}
	for _, a := range o.Answers {
		if _, ok := e.Answer(a.Question); !ok {
			e.Answers = append(e.Answers, a)
		}
	}
	switch {
	case e.Reflection == "":
		e.Reflection, e.Prompt = o.Reflection, o.Prompt
	case o.Reflection != "" && o.Reflection != e.Reflection:
		e.Reflection = o.Reflection + "\n\n" + e.Reflection
	}
}

// EmptyTrash deletes for good what is in the trash, and the versions of weeks
// that are empty now. Versions of other weeks and backups may still contain a
// moment that was deleted. It cannot be undone.
func (j *Journal) EmptyTrash() error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	var change Change
	for _, t := range j.Trash() {
		change.DropTrash = append(change.DropTrash, t.ID)
		if !now.has(t.Week) && !slices.Contains(change.DropVersions, t.Week) {
			change.DropVersions = append(change.DropVersions, t.Week)
		}
	}
	return j.commit(noStep, now, change)
}

// sweep adds to change that what it deletes, and does not move to another week, goes
// to the trash and that what it brings back, for example by an undo, leaves it.
func (change *Change) sweep(now Contents, aside Aside) {
	for _, l := range lists {
		for _, item := range l.dropped(&now, change) {
			if e, ok := item.(Entry); !ok || !change.moves(now, e) {
				change.trash(item.Filed(), item)
			}
		}
	}
	for _, e := range change.PutEntries {
		for _, m := range now.entry(e.Week).Moments {
			if !e.has(m.ID) && !change.movesMoment(now, e.Week, m) {
				change.trash(e.Week, m)
			}
		}
	}
	for _, t := range aside.Trash {
		if change.restores(t) && !slices.Contains(change.DropTrash, t.ID) {
			change.DropTrash = append(change.DropTrash, t.ID)
		}
	}
}

// moves reports whether change puts all that e has into other weeks, but for its
// evidence, which is of that week alone.
func (change *Change) moves(now Contents, e Entry) bool {
	rest := e
	rest.Moments = nil
	moved := rest.Empty()
	for _, put := range change.PutEntries {
		moved = moved || put.Week != e.Week && (e.Away == "" || e.Away == put.Away) &&
			(e.Split == nil || put.Split != nil && *e.Split == *put.Split) &&
			(e.Reflection == "" || e.Reflection == put.Reflection && e.Prompt == put.Prompt) &&
			isSubset(e.Diary, put.Diary, equal) && isSubset(e.Answers, put.Answers, equal)
	}
	return moved && !slices.ContainsFunc(e.Moments, func(m Moment) bool {
		there := func(put Entry) bool { return put.Week != e.Week && slices.ContainsFunc(put.Moments, m.Equal) }
		return !slices.ContainsFunc(change.PutEntries, there) && !change.movesMoment(now, e.Week, m)
	})
}

// isSubset reports whether each of some is among all.
func isSubset[T any](some, all []T, equal func(a, b T) bool) bool {
	return !slices.ContainsFunc(some, func(s T) bool {
		return !slices.ContainsFunc(all, func(a T) bool { return equal(s, a) })
	})
}

func equal[T comparable](a, b T) bool { return a == b }

// trash adds to change that item goes to the trash.
func (change *Change) trash(w Week, item Item) {
	change.PutTrash = append(change.PutTrash, Trashed{ID: NewID(), At: change.At, Week: w, Item: item}.Clone())
}

// restores reports whether change puts what t contains.
func (change *Change) restores(t Trashed) bool {
	if m, ok := t.Item.(Moment); ok {
		return slices.ContainsFunc(change.PutEntries, func(e Entry) bool {
			return e.Week == t.Week && slices.ContainsFunc(e.Moments, m.Equal)
		})
	}
	return slices.ContainsFunc(lists, func(l list) bool { return l.restored(change, t) })
}

// has reports whether e has the moment with an id.
func (e Entry) has(moment string) bool {
	return slices.ContainsFunc(e.Moments, func(m Moment) bool { return m.ID == moment })
}

// movesMoment reports whether change puts m, of week w, into another week, where it
// was not and may have another id.
func (change *Change) movesMoment(now Contents, w Week, m Moment) bool {
	like := func(o Moment) bool {
		o.ID = m.ID
		return o.Equal(m)
	}
	count := func(e Entry) (n int) {
		for _, o := range e.Moments {
			if like(o) {
				n++
			}
		}
		return n
	}
	return slices.ContainsFunc(change.PutEntries, func(e Entry) bool {
		return e.Week != w && count(e) > count(now.entry(e.Week))
	})
}
