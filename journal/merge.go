package journal

import "slices"

// Merged tells what a merge adds to a journal.
type Merged struct {
	Weeks, Events, Kinds int
	Moments              int // in the added weeks
	Same                 int // weeks, events and kinds that were already there
}

// Compare tells what [Journal.Merge] of c would do, and changes nothing.
func (j *Journal) Compare(c Contents) (Merged, error) {
	_, merged, err := mergeInto(j.snapshot(), c)
	return merged, err
}

// Merge brings in c, all or nothing, in one transaction. An empty journal is
// restored whole, its id included. Into another journal the weeks, events and
// kinds that are not there are added and identical ones are skipped; if any
// says something else, Merge returns a *[ConflictError] and changes nothing.
func (j *Journal) Merge(c Contents) (Merged, error) {
	var merged Merged
	err := j.write(ImportStep, func(now Contents) (change Change, err error) {
		change, merged, err = mergeInto(now, c)
		return change, err
	})
	return merged, err
}

func mergeInto(now, c Contents) (Change, Merged, error) {
	if err := c.Validate(); err != nil {
		return Change{}, Merged{}, err
	}
	// As in Save, an entry that says nothing is not kept.
	c.Entries = slices.DeleteFunc(slices.Clone(c.Entries), Entry.Empty)
	var (
		change   Change
		merged   Merged
		conflict ConflictError
	)
	if now.Empty() {
		change.ID = c.ID
	}
	var differs []Kind
	change.PutKinds, differs = missing(now.Kinds, c.Kinds, &merged.Same,
		func(a, b Kind) bool { return a.ID == b.ID }, func(a, b Kind) bool { return a == b })
	for _, k := range differs {
		conflict.Kinds = append(conflict.Kinds, k.ID)
	}
	var moved []Event
	change.PutEvents, moved = missing(now.Events, c.Events, &merged.Same,
		func(a, b Event) bool { return a.ID == b.ID }, func(a, b Event) bool { return a == b })
	for _, e := range moved {
		conflict.Events = append(conflict.Events, e.ID)
	}
	var other []Entry
	change.PutEntries, other = missing(now.Entries, c.Entries, &merged.Same,
		func(a, b Entry) bool { return a.Week == b.Week }, Entry.Equal)
	for _, e := range other {
		conflict.Weeks = append(conflict.Weeks, e.Week)
	}
	if len(differs)+len(moved)+len(other) > 0 {
		return Change{}, Merged{}, &conflict
	}
	change.PutEntries = cloneEntries(change.PutEntries)
	merged.Kinds, merged.Events, merged.Weeks = len(change.PutKinds), len(change.PutEvents), len(change.PutEntries)
	for _, e := range change.PutEntries {
		merged.Moments += len(e.Moments)
	}
	return change, merged, nil
}

// missing sorts the items to bring in into those that have no namesake among
// the ones that are there and those whose namesake differs, and counts the
// ones that are there already.
func missing[T any](there, items []T, same *int, namesakes, equal func(a, b T) bool) (add, differ []T) {
	for _, item := range items {
		i := slices.IndexFunc(there, func(t T) bool { return namesakes(t, item) })
		switch {
		case i < 0:
			add = append(add, item)
		case equal(there[i], item):
			*same++
		default:
			differ = append(differ, item)
		}
	}
	return add, differ
}
