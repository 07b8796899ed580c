package journal

// Draft is a half-written moment: the line in which it is written, new or edited.
// It is stored so that neither a crash nor closing the program loses it. It is no
// moment until the user adds it.
type Draft struct {
	ID      string // that the moment has or will have; saving an entry that contains it ends the draft
	Week    Week   // for which it is written
	Text    string // the line as typed, which need not be valid yet; at most MaxLine bytes
	Private bool
	Chosen  bool
}

// Empty reports whether nothing was written, so that there is nothing to store.
func (d Draft) Empty() bool { return IsBlank(d.Text) }

// Validate checks d's fields and returns an *[InvalidError].
func (d Draft) Validate() error {
	switch {
	case !validID(d.ID):
		return invalid("id", RuleID)
	case !d.Week.Valid():
		return invalid("week", RuleWeek)
	}
	return checkText("text", d.Text, MaxLine)
}

// Draft returns the draft that was last saved, if there is one.
func (j *Journal) Draft() (Draft, bool) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	if j.aside.Draft == nil {
		return Draft{}, false
	}
	return *j.aside.Draft, true
}

// SaveDraft replaces the draft with d, or removes it if d is empty. It is no
// step to undo. Saving an entry that contains a moment with the draft's id ends
// the draft in the same transaction.
func (j *Journal) SaveDraft(d Draft) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	old, ok := j.Draft()
	switch {
	case d.Empty() && !ok, ok && old == d:
		return nil
	case d.Empty():
		return j.commit(noStep, now, Change{Draft: &Draft{}})
	}
	if err := d.Validate(); err != nil {
		return err
	}
	return j.commit(noStep, now, Change{Draft: &d})
}

// endsDraft reports whether change puts the moment that draft was for.
func (change Change) endsDraft(draft *Draft) bool { return draft != nil && change.puts(draft.ID) }
