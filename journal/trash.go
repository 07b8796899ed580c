package journal

import (
	"cmp"
	"slices"
	"time"
)

// Trashed is something that was deleted: a week, a moment or an event. Exactly
// one of the three is set.
type Trashed struct {
	ID     string // of the item in the trash
	At     time.Time
	Week   Week
	Entry  *Entry
	Moment *Moment
	Event  *Event
}

// Clone returns a copy of t that shares nothing with it.
func (t Trashed) Clone() Trashed {
	switch {
	case t.Entry != nil:
		e := t.Entry.Clone()
		t.Entry = &e
	case t.Moment != nil:
		m := *t.Moment
		m.Tags = slices.Clone(m.Tags)
		t.Moment = &m
	case t.Event != nil:
		e := *t.Event
		t.Event = &e
	}
	return t
}

// Validate checks t's fields and returns an *[InvalidError].
func (t Trashed) Validate() error {
	if !validID(t.ID) {
		return invalid("id", RuleID)
	}
	if !t.Week.Valid() {
		return invalid("week", RuleWeek)
	}
	switch {
	case t.Entry != nil && t.Moment == nil && t.Event == nil && t.Entry.Week == t.Week:
		return within("entry", t.Entry.Validate())
	case t.Moment != nil && t.Entry == nil && t.Event == nil:
		return within("moment", t.Moment.Validate())
	case t.Event != nil && t.Entry == nil && t.Moment == nil && t.Event.Week == t.Week:
		return within("event", t.Event.Validate())
	}
	return invalid("trash", RuleRequired)
}

// Aside is what a store keeps beside the contents. It is no part of an export
// or a report.
type Aside struct {
	Draft *Draft    // nil if nothing stands half-written
	Trash []Trashed // oldest first
}

// After returns what a is after change, in lists of its own.
func (a Aside) After(change Change) Aside {
	after := Aside{Draft: a.Draft}
	if change.Draft != nil {
		after.Draft = nil
		if !change.Draft.Empty() {
			draft := *change.Draft
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
		draft := *a.Draft
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

// RestoreTrashed brings back what has the given id in the trash, or returns
// [ErrTrashUnknown]. A moment comes back into its week. A week into which
// something was written since keeps that, and takes back what it lacks.
func (j *Journal) RestoreTrashed(id string) error {
	return j.write(RestoreStep, func(now Contents) (Change, error) {
		trash := j.Trash()
		i := slices.IndexFunc(trash, func(t Trashed) bool { return t.ID == id })
		if i < 0 {
			return Change{}, ErrTrashUnknown
		}
		t := trash[i]
		change := Change{DropTrash: []string{id}}
		if t.Event != nil {
			change.PutEvents = []Event{*t.Event}
			return change, nil
		}
		old := now.entry(t.Week).Clone()
		e := old.Clone()
		if t.Moment != nil {
			e.addMoment(*t.Moment)
		} else {
			e.addAll(*t.Entry)
		}
		if !e.Equal(old) {
			e.Updated = j.now()
			change.PutEntries = []Entry{e}
		}
		return change, e.validateWith(BuiltInKinds().with(now.Kinds))
	})
}

// addMoment adds m, under another id if its own is taken by something else.
func (e *Entry) addMoment(m Moment) {
	for _, there := range e.Moments {
		if there.equal(m) {
			return
		}
		if there.ID == m.ID {
			m.ID = NewID()
		}
	}
	e.Moments = append(e.Moments, m)
}

// addAll adds to e what o says and e does not.
func (e *Entry) addAll(o Entry) {
	if e.Away == "" {
		e.Away = o.Away
	}
	if e.Split == nil {
		e.Split = o.Split
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
// that hold nothing any more. Versions of other weeks and backups may still
// hold a moment that was deleted. It cannot be undone.
func (j *Journal) EmptyTrash() error {
	return j.write(noStep, func(now Contents) (Change, error) {
		var change Change
		for _, t := range j.Trash() {
			change.DropTrash = append(change.DropTrash, t.ID)
			if !now.has(t.Week) && !slices.Contains(change.DropVersions, t.Week) {
				change.DropVersions = append(change.DropVersions, t.Week)
			}
		}
		return change, nil
	})
}

// sweep adds to change that what it deletes goes to the trash and that what it
// brings back, by an undo say, leaves it.
func (change *Change) sweep(now Contents, aside Aside) {
	trash := func(t Trashed) {
		t.ID, t.At = NewID(), change.At
		change.PutTrash = append(change.PutTrash, t.Clone())
	}
	returned := func(same func(Trashed) bool) {
		for _, t := range aside.Trash {
			if same(t) && !slices.Contains(change.DropTrash, t.ID) {
				change.DropTrash = append(change.DropTrash, t.ID)
			}
		}
	}
	for _, id := range change.DropEvents {
		if i := slices.IndexFunc(now.Events, func(e Event) bool { return e.ID == id }); i >= 0 {
			trash(Trashed{Week: now.Events[i].Week, Event: &now.Events[i]})
		}
	}
	for _, w := range change.DropEntries {
		if old := now.entry(w); !old.Empty() {
			trash(Trashed{Week: w, Entry: &old})
		}
	}
	for _, e := range change.PutEntries {
		for _, m := range now.entry(e.Week).Moments {
			if !change.puts(m.ID) {
				trash(Trashed{Week: e.Week, Moment: &m})
			}
		}
	}
	for _, e := range change.PutEvents {
		returned(func(t Trashed) bool { return t.Event != nil && *t.Event == e })
	}
	for _, e := range change.PutEntries {
		returned(func(t Trashed) bool {
			return t.Entry != nil && t.Entry.Equal(e) || t.Moment != nil && t.Week == e.Week &&
				slices.ContainsFunc(e.Moments, t.Moment.equal)
		})
	}
}

// puts reports whether an entry that change puts holds the moment.
func (change Change) puts(moment string) bool {
	return slices.ContainsFunc(change.PutEntries, func(e Entry) bool {
		return slices.ContainsFunc(e.Moments, func(m Moment) bool { return m.ID == moment })
	})
}
