package journal

// Draft is a half-written moment in the line that adds one. It is stored so that
// a crash does not lose it. It contains the fields as typed, which need not be
// valid yet.
type Draft struct {
	ID      string // that the moment will have; saving an entry that contains it ends the draft
	Week    Week   // for which it is written
	Text    string // at most MaxMoment bytes, as all texts here
	Kind    string // id; empty if none is chosen
	Track   Track  // empty if none is chosen
	Energy  Energy
	Hours   string // as typed; blank if not said
	Tags    string // as typed
	Private bool
	Chosen  bool
}

// Empty reports whether nothing was written, so that there is nothing to store.
func (d Draft) Empty() bool { return IsBlank(d.Text) && IsBlank(d.Tags) }

// Validate checks d's fields and returns an *[InvalidError].
func (d Draft) Validate() error {
	switch {
	case !validID(d.ID):
		return invalid("id", RuleID)
	case !d.Week.Valid():
		return invalid("week", RuleWeek)
	case d.Kind != "" && !validID(d.Kind):
		return invalid("kind", RuleKind)
	case d.Track != "" && !d.Track.Valid():
		return invalid("track", RuleTrack)
	case !d.Energy.Valid():
		return invalid("energy", RuleEnergy)
	}
	for field, text := range map[string]string{"text": d.Text, "hours": d.Hours, "tags": d.Tags} {
		if err := checkText(field, text, MaxMoment); err != nil {
			return err
		}
	}
	return nil
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
