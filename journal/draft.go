package journal

// Draft is a half-written moment: the line in which it is written, new or edited.
// It is stored so that neither a crash nor closing the program loses it. It is no
// moment until the user adds it.
type Draft struct {
	ID      string // that the moment has or will have; a change of that moment ends the draft
	Week    Week   // for which it is written
	Text    string // the line as typed, which need not be valid yet; at most MaxLine bytes
	Private bool
	Chosen  bool
	Source  string // that the moment has or will have

	// Edit is a moment that is edited while the draft is of a new one; nil if none
	// is. It is not empty, and has no Edit.
	Edit *Draft
}

// Empty reports whether nothing was written, so that there is nothing to store.
func (d Draft) Empty() bool { return IsBlank(d.Text) }

// With returns the draft of a new moment, d, with the edit of another one next to it,
// nil for none.
func (d Draft) With(edit *Draft) Draft {
	switch {
	case edit == nil || edit.Empty():
	case d.Empty():
		return *edit
	default:
		d.Edit = edit
	}
	return d
}

// Validate checks d's fields and returns an *[InvalidError].
func (d Draft) Validate() error {
	switch {
	case !validID(d.ID):
		return invalid("id", RuleID)
	case !d.Week.Valid():
		return invalid("week", RuleWeek)
	}
	if d.Edit != nil {
		if d.Edit.Edit != nil || d.Edit.Empty() {
			return invalid("edit", RuleCount)
		}
		if err := within("edit", d.Edit.Validate()); err != nil {
			return err
		}
	}
	if d.Source != "" && !validSource(d.Source) {
		return invalid("source", RuleID)
	}
	return checkText("text", d.Text, MaxLine)
}

// Equal reports whether d and o are the same.
func (d Draft) Equal(o Draft) bool {
	edit, other := d.Edit, o.Edit
	d.Edit, o.Edit = nil, nil
	return d == o && (edit == other || edit != nil && other != nil && edit.Equal(*other))
}

// Clone returns a copy of d that shares nothing with it.
func (d Draft) Clone() Draft {
	if d.Edit != nil {
		edit := d.Edit.Clone()
		d.Edit = &edit
	}
	return d
}

// Draft returns the draft that was last saved, if there is one.
func (j *Journal) Draft() (Draft, bool) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	if j.aside.Draft == nil {
		return Draft{}, false
	}
	return j.aside.Draft.Clone(), true
}

// HalfWritten returns the parts of the draft that was last saved: the line of a new
// moment, and the edit of one that is logged. A part that there is none of is zero, or
// nil. [Draft.With] puts them together again.
func (j *Journal) HalfWritten() (line Draft, edit *Draft) {
	now, left := j.snapshot(), Draft{}
	j.mu.RLock()
	if j.aside.Draft != nil {
		left = j.aside.Draft.Clone()
	}
	j.mu.RUnlock()
	edit, left.Edit = left.Edit, nil
	if _, logged := find(now.Entries, left.ID); logged {
		return Draft{}, &left
	}
	return left, edit
}

// SaveDraft replaces the draft with d, or removes it if d is empty. It is no
// step to undo. Saving an entry in which the moment with the draft's id is new or
// another than before ends the draft in the same transaction.
func (j *Journal) SaveDraft(d Draft) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	old, ok := j.Draft()
	switch {
	case d.Empty() && !ok, ok && old.Equal(d):
		return nil
	case d.Empty():
		return j.commit(noStep, now, Change{Draft: &Draft{}})
	}
	if err := d.Validate(); err != nil {
		return err
	}
	d = d.Clone()
	return j.commit(noStep, now, Change{Draft: &d})
}

// endDraft makes change end the draft of each moment that it adds or changes.
func (change *Change) endDraft(now Contents, draft *Draft) {
	if draft == nil {
		return
	}
	left := draft.Clone()
	if left.Edit != nil && change.writes(now, left.Edit.ID) {
		left.Edit = nil
	}
	if change.writes(now, left.ID) {
		if left.Edit == nil {
			left.Edit = &Draft{}
		}
		left = *left.Edit
	}
	if !left.Equal(*draft) {
		change.Draft = &left
	}
}

// writes reports whether change adds the moment with an id to now, or changes it.
func (change *Change) writes(now Contents, id string) bool {
	after, there := find(change.PutEntries, id)
	if !there {
		return false
	}
	before, there := find(now.Entries, id)
	return !there || !before.Equal(after)
}

// find returns the moment with an id.
func find(entries []Entry, id string) (Moment, bool) {
	for i := range entries {
		for k := range entries[i].Moments {
			if m := &entries[i].Moments[k]; m.ID == id {
				return *m, true
			}
		}
	}
	return Moment{}, false
}
