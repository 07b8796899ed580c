package journal

import (
	"cmp"
	"slices"
)

// The limits of what names a trace of a week in other programs.
const (
	MaxSource    = 64     // bytes
	MaxDismissed = 10_000 // traces that are not to be shown
)

// Dismissal is that something, such as the title of a meeting or the name of a
// repository, is never to be shown among the traces of a week.
type Dismissal struct {
	ID string // a hash of what is dismissed: 1 to MaxSource visible characters
}

// Key returns d's id.
func (d Dismissal) Key() string { return d.ID }

// Validate checks d's id and returns an *[InvalidError].
func (d Dismissal) Validate() error {
	if !validSource(d.ID) {
		return invalid("id", RuleID)
	}
	return nil
}

// validSource reports whether hash may name a trace.
func validSource(hash string) bool { return len(hash) <= MaxSource && validID(hash) }

// Equal reports whether d and o are equal.
func (d Dismissal) Equal(o Dismissal) bool { return d == o }

// Clone returns d, which shares nothing.
func (d Dismissal) Clone() Dismissal { return d }

// DismissalList is what is dismissed, by id.
var DismissalList = List[string, Dismissal]{
	Name: "dismissed", One: "dismissal",
	Compare: func(a, b Dismissal) int { return cmp.Compare(a.ID, b.ID) },
	In:      func(c *Contents) *[]Dismissal { return &c.Dismissed },
	Edits:   func(change *Change) (*[]Dismissal, *[]string) { return &change.PutDismissed, &change.DropDismissed },
}

// DismissStep is that something was dismissed, or is to be shown again.
const DismissStep StepKind = "dismissal"

// IsDismissed reports whether what has the id is never to be shown.
func (j *Journal) IsDismissed(id string) bool {
	_, ok := slices.BinarySearchFunc(j.snapshot().Dismissed, id, func(d Dismissal, id string) int { return cmp.Compare(d.ID, id) })
	return ok
}

// Dismissed returns what is never to be shown, by id.
func (j *Journal) Dismissed() []Dismissal { return slices.Clone(j.snapshot().Dismissed) }

// Dismiss stores that what has the id is never to be shown. It returns an
// *[InvalidError] if too much is dismissed already.
func (j *Journal) Dismiss(id string) error {
	if len(j.snapshot().Dismissed) >= MaxDismissed && !j.IsDismissed(id) {
		return invalid(DismissalList.Name, RuleCount)
	}
	return save(j, DismissalList, Dismissal{id})
}

// Undismiss removes dismissals, in one step. One that is not there is no error.
func (j *Journal) Undismiss(ids ...string) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	var change Change
	for _, d := range now.Dismissed {
		if slices.Contains(ids, d.ID) {
			change.DropDismissed = append(change.DropDismissed, d.ID)
		}
	}
	return j.commit(DismissStep, now, change)
}
