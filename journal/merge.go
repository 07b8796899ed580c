package journal

import "slices"

// Merged is what a merge adds to a journal.
type Merged struct {
	Added Contents // must not be written to
	Same  int      // records that were already there
}

// Moments returns how many moments the added weeks have.
func (m Merged) Moments() int {
	n := 0
	for _, e := range m.Added.Entries {
		n += len(e.Moments)
	}
	return n
}

// Compare returns what [Journal.Merge] of c would do, and changes nothing. With a
// *[ConflictError] it returns what c has next to the records that differ.
func (j *Journal) Compare(c Contents) (Merged, error) {
	return mergeInto(j.snapshot(), c)
}

// Merge brings in c, all or nothing, in one transaction. An empty journal is
// restored in full, its id included. Into another journal the records that are
// not there are added and identical ones are skipped; if any differs, Merge
// returns a *[ConflictError] and changes nothing.
func (j *Journal) Merge(c Contents) (Merged, error) { return j.Adopt(c.Clone()) }

// Adopt is Merge of what nobody else has: c must not be written to any more. So the
// largest journals are in memory once.
func (j *Journal) Adopt(c Contents) (Merged, error) {
	now, err := j.begin()
	if err != nil {
		return Merged{}, err
	}
	defer j.end()
	merged, err := mergeInto(now, c)
	if err != nil {
		return Merged{}, err
	}
	change := merged.Added.Puts()
	if !now.Empty() {
		change.ID = ""
	}
	return merged, j.commit(ImportStep, now, change)
}

// merging is a merge under way.
type merging struct {
	now    Contents
	added  Contents // first all that is to come in, then what of it was not there
	same   int
	differ []Ref
}

// mergeInto compares c with now. What it returns shares the lists of c.
func mergeInto(now, c Contents) (Merged, error) {
	if err := c.Validate(); err != nil {
		return Merged{}, err
	}
	// As in Save, an empty entry is not stored.
	c.Entries = slices.DeleteFunc(slices.Clone(c.Entries), Entry.Empty)
	m := merging{now: now, added: c}
	for _, l := range lists {
		l.merge(&m)
	}
	merged := Merged{Added: m.added, Same: m.same}
	if len(m.differ) > 0 {
		return merged, &ConflictError{Records: m.differ}
	}
	return merged, nil
}
