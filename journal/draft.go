package journal

import "slices"

// Draft is a moment that stands half-written in the line that adds one. It is
// kept so that it is there again after a crash. It holds what is in the fields
// as it stands there, which need not be valid yet.
type Draft struct {
	ID      string // that the moment will have; saving an entry that holds it ends the draft
	Week    Week   // for which it is written
	Text    string // at most MaxMoment bytes, as all texts here
	Kind    string // id; empty if none is chosen
	Track   Track  // empty if none is chosen
	Energy  Energy
	Hours   string // as typed
	Tags    string // as typed
	Private bool
	Chosen  bool
}

// Empty reports whether nothing was written, so that there is nothing to keep.
func (d Draft) Empty() bool { return isBlank(d.Text) && isBlank(d.Tags) }

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

// Draft returns what stood half-written when it was last kept, if anything
// did.
func (j *Journal) Draft() (Draft, bool) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	if j.aside.Draft == nil {
		return Draft{}, false
	}
	return *j.aside.Draft, true
}

// SaveDraft keeps d, or nothing if it is empty, in place of the draft before.
// It is no step to undo. Saving an entry that holds a moment with the draft's
// id ends the draft in the same transaction.
func (j *Journal) SaveDraft(d Draft) error {
	return j.write(noStep, func(Contents) (Change, error) {
		was, ok := j.Draft()
		switch {
		case d.Empty() && !ok, ok && was == d:
			return Change{}, nil
		case d.Empty():
			return Change{Draft: &Draft{}}, nil
		}
		if err := d.Validate(); err != nil {
			return Change{}, err
		}
		return Change{Draft: &d}, nil
	})
}

// endsDraft reports whether change keeps the moment that draft was for.
func (change Change) endsDraft(draft *Draft) bool {
	return draft != nil && slices.ContainsFunc(change.PutEntries, func(e Entry) bool {
		return slices.ContainsFunc(e.Moments, func(m Moment) bool { return m.ID == draft.ID })
	})
}
