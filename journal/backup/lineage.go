package backup

import (
	"cmp"
	"slices"
)

// Line is a series of saves into one file in one place, each on top of the one
// before. A file that is copied, restored or taken over continues in a new line.
type Line struct {
	ID       string
	Computer string // the name of the computer; empty if it is not known
	Place    string // identifies the computer and the path of the file; empty if it is not known
	Until    int    // the last save of it that counts here; 0 if it continues
}

// Lineage is where the state of a file comes from: its lines, oldest first. The
// last one is that of its last save.
type Lineage []Line

// Last returns the line of the last save, the zero Line if nothing is known.
func (l Lineage) Last() Line {
	if len(l) == 0 {
		return Line{}
	}
	return l[len(l)-1]
}

// Split returns the last save of the line with the given id that the state
// includes, if it includes any; transaction is the state's own.
func (l Lineage) Split(id string, transaction int) (last int, ok bool) {
	for _, line := range l {
		if line.ID == id {
			return cmp.Or(line.Until, transaction), true
		}
	}
	return 0, false
}

// maxLines bounds a lineage. Backups of a line that is no longer in it count as
// those of another one, which are retained.
const maxLines = 200

// Continue returns the lineage of a state that continues in line after the save
// transaction.
func (l Lineage) Continue(line Line, transaction int) Lineage {
	next := slices.Clone(l)
	if len(next) > 0 {
		next[len(next)-1].Until = transaction
	}
	next = append(next, line)
	return next[max(0, len(next)-maxLines):]
}

// Follows reports whether s is o, or a later state of it: whoever saved s had
// all of o, and what is no longer there was deleted or changed. If two states
// went separate ways, neither follows the other.
func (s Summary) Follows(o Summary) bool {
	if s.State != "" && s.State == o.State {
		return true
	}
	if o.State == "" {
		return false
	}
	last, ok := s.Lineage.Split(o.Lineage.Last().ID, s.Transaction)
	switch {
	case !ok || o.Transaction > last:
		return false
	case o.Transaction == s.Transaction:
		return s.State == "" // one is the other with something added
	}
	return true
}
