package backup

import (
	"time"

	"heliotrope/journal"
)

// Ladder is what can be done about a journal that cannot be opened, or that lost
// what was saved last.
type Ladder struct {
	Path string // of the journal

	// Problem is what is wrong with it: it wraps [journal.ErrDamaged],
	// [journal.ErrEmptyFile], [journal.ErrNotJournal] or [journal.ErrMissing].
	// It is nil if the journal can be opened. Then there are steps only if it is
	// not as far on as it was when it was last saved here.
	Problem error

	Steps []Step   // the one that loses least comes first
	Bad   []Backup // backups that are damaged themselves, newest first
}

// Way is how a step comes by a journal.
type Way string

// The kinds of recovery options.
const (
	Present  Way = "present"  // the file as it is, which can be opened but is behind
	Previous Way = "previous" // the damaged file, as it was before its last save
	Copy     Way = "copy"     // a backup
	Salvage  Way = "salvage"  // what is still good in the damaged file, added to Base if there is one
)

// Step is one recovery option. Nothing is done until it is chosen.
type Step struct {
	Way     Way
	Base    Way       // of a salvage: what it is added to; empty if to nothing
	Backup  string    // path of the backup that it takes; empty if none
	Made    time.Time // when that was made
	ID      string    // names exactly what the step brings back
	Summary Summary   // of the journal that the step brings back

	// Missing are weeks that another step brings back and this one does not,
	// Older: weeks for which another option has a newer version.
	// Salvaged are the weeks that come from the good parts of a damaged file.
	Missing, Older, Salvaged []journal.Week
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
}
