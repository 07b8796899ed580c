package backup

import (
	"cmp"
	"time"

	"heliotrope/journal"
)

// Ladder is what can be done about a journal that cannot be opened, or that lost
// what was saved last.
type Ladder struct {
	Path string // of the journal

	// Problem is what is wrong with it: it wraps [journal.ErrDamaged],
	// [journal.ErrEmptyFile], [journal.ErrNotJournal] or [journal.ErrMissing].
	// It wraps [journal.ErrBehind] if the journal can be opened but is not what
	// was last saved here. It is nil if nothing is wrong; then there are no steps.
	Problem error

	// Lost is when the journal was last saved here, if no option contains that
	// save; otherwise it is zero.
	Lost time.Time

	Steps []Step   // the one that loses least comes first, of the lines that were saved here last
	Bad   []Backup // backups that are damaged themselves, newest first
}

// Way is how a step comes by a journal.
type Way string

// The kinds of recovery options.
const (
	Present  Way = "present"  // the file as it is, which can be opened but is behind
	Previous Way = "previous" // the damaged file, as it was before its last save
	Copy     Way = "copy"     // a backup
	Aside    Way = "aside"    // a copy of the file that was set aside before a save
	Salvage  Way = "salvage"  // what is still good in the damaged file, added to Base if there is one
)

// Step is one recovery option. Nothing is done until it is chosen.
type Step struct {
	Way     Way
	Base    Way       // of a salvage: what it is added to; empty if to nothing
	Backup  string    // path of the backup that it takes; empty if none
	Made    time.Time // when that was made
	Aside   string    // path of the file that was set aside from which it comes; empty if from none
	ID      string    // names exactly what the step brings back
	Summary Summary   // of the journal that the step brings back

	Lacks    Lacks
	Salvaged []journal.Week // the weeks that come from the good parts of a damaged file
}

// Lacks is what other options, or other states of the journal, contain and one
// does not. What it followed and changed or deleted is not lacking.
type Lacks struct {
	Missing   []journal.Week // weeks that it does not contain
	Differing []journal.Week // weeks of which others contain something that it does not
	Moments   int            // in these weeks, that it does not contain or not in this form
	Events    int            // that it does not contain or not in this form
	Kinds     int            // of the user, that it does not contain or not in this form
	Brief     bool           // what was chosen for the brief, likewise
	Dismissed bool           // something that is never to be shown, likewise
}

// None reports whether nothing is lacking.
func (l Lacks) None() bool {
	return len(l.Missing)+len(l.Differing)+l.Moments+l.Events+l.Kinds == 0 && !l.Brief && !l.Dismissed
}

// Compare orders what less is lacking of first.
func (l Lacks) Compare(o Lacks) int {
	return cmp.Or(
		cmp.Compare(len(l.Missing)+len(l.Differing), len(o.Missing)+len(o.Differing)),
		cmp.Compare(l.Moments, o.Moments),
		cmp.Compare(l.Events+l.Kinds, o.Events+o.Kinds),
		cmp.Compare(number(l.Brief), number(o.Brief)),
		cmp.Compare(number(l.Dismissed), number(o.Dismissed)),
	)
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Restored describes what replacing a journal changes, or would change.
type Restored struct {
	Present Summary // the journal as it is; zero if there is none, or none that can be read
	Next    Summary // what comes in its place
	Other   bool    // that is another journal

	// Weeks that only the present journal has, that only the next has, and that
	// differ.
	Gone, Back, Changed []journal.Week

	Backup Made   // of the present journal; zero if there is none or it cannot be read
	Aside  string // where the file was put that could not be read; empty if there is none

	SyncProblem error // why this may not survive a power cut; nil if it does
}
