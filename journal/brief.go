package journal

import "slices"

// The limits of a brief.
const (
	MaxTry     = 2_000 // bytes
	MostPicked = 3     // moments that gave energy, and as many that took it
)

// Brief is what the user has chosen for the brief that they take to a career
// conversation. A journal has one. A moment that is named here may be private or
// deleted by now: then it is not shown, and it is again once it is back.
type Brief struct {
	Try string // what the user would like to try; at most MaxTry bytes

	// Gave and Took are the moments to show, in order, at most MostPicked each. Nil
	// means that the user has not chosen: the report does.
	Gave, Took []MomentRef
}

// Validate checks b's fields, not whether its moments are there, and returns an
// *[InvalidError].
func (b Brief) Validate() error {
	if err := checkText("try", b.Try, MaxTry); err != nil {
		return err
	}
	if err := checkPicked("gave", b.Gave); err != nil {
		return err
	}
	return checkPicked("took", b.Took)
}

func checkPicked(field string, picked []MomentRef) error {
	if len(picked) > MostPicked {
		return invalid(field, RuleCount)
	}
	for i, ref := range picked {
		switch {
		case !ref.Week.Valid():
			return invalid(at(field, i)+".week", RuleWeek)
		case !validID(ref.ID):
			return invalid(at(field, i)+".id", RuleID)
		case slices.Contains(picked[:i], ref):
			return invalid(at(field, i)+".id", RuleUnique)
		}
	}
	return nil
}

// Key is the same for every brief, as a journal has one.
func (Brief) Key() string { return string(BriefStep) }

// Equal reports whether b and o are equal.
func (b Brief) Equal(o Brief) bool { return b.Try == o.Try && b.samePicked(o) }

func (b Brief) samePicked(o Brief) bool {
	same := func(a, b []MomentRef) bool { return slices.Equal(a, b) && (a == nil) == (b == nil) }
	return same(b.Gave, o.Gave) && same(b.Took, o.Took)
}

// Clone returns a copy of b that shares nothing with it.
func (b Brief) Clone() Brief {
	b.Gave, b.Took = slices.Clone(b.Gave), slices.Clone(b.Took)
	return b
}

// BriefList is the journal's brief, if the user has chosen anything for it.
var BriefList = List[string, Brief]{
	Name: "briefs", One: "brief",
	In:    func(c *Contents) *[]Brief { return &c.Briefs },
	Edits: func(change *Change) (*[]Brief, *[]string) { return &change.PutBriefs, &change.DropBriefs },
}

// BriefStep is that something was chosen for the brief. Saves of what the user
// would like to try, with little time between them, are one step.
const BriefStep StepKind = "brief"

// Brief returns a copy of what was chosen for the brief.
func (j *Journal) Brief() Brief { return j.snapshot().brief().Clone() }

// brief returns the brief of c. It must not be written to.
func (c Contents) brief() Brief {
	if len(c.Briefs) == 0 {
		return Brief{}
	}
	return c.Briefs[0]
}

// SaveBrief stores what was chosen for the brief. Saving what is already there does
// nothing.
func (j *Journal) SaveBrief(b Brief) error {
	if b.Equal(j.Brief()) {
		return nil
	}
	return save(j, BriefList, b)
}

// typesBrief reports whether change is of nothing but what the user would like to
// try.
func (change Change) typesBrief(before Contents) bool {
	return len(change.PutBriefs) == 1 && change.PutBriefs[0].samePicked(before.brief())
}
