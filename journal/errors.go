package journal

import (
	"errors"
	"fmt"
)

// Errors that a journal, its stores and its readers return. They are matched
// with errors.Is; package words has the sentences for users.
var (
	// ErrWeek is returned for text that is not an ISO week of an accepted year.
	ErrWeek = errors.New("not an ISO week")

	// ErrAhead is returned where a week has not begun by the clock.
	ErrAhead = errors.New("the week has not begun")

	// ErrWeekAway is returned where something is to go into a week that is marked
	// as not worked.
	ErrWeekAway = errors.New("the week is marked as away")

	// ErrNotBegun is returned where there is no journal yet, and never was one.
	ErrNotBegun = errors.New("no journal was begun here yet")

	// ErrInUse is returned when another program, usually another window, has
	// the journal open.
	ErrInUse = errors.New("the journal is already open")

	// ErrNotJournal is returned for a file that something else wrote.
	ErrNotJournal = errors.New("not a Heliotrope journal")

	// ErrEmptyFile is returned for a file of 0 bytes. A journal is never that
	// short, so something emptied it: it is not taken for a new journal.
	ErrEmptyFile = errors.New("the journal file is empty")

	// ErrMissing is returned when there is no journal where one was before, or
	// where there are backups of one: it was moved, removed or not mounted. It
	// is not taken for a new journal.
	ErrMissing = errors.New("the journal file is no longer there")

	// ErrFull is returned for a change with which the file of the journal would
	// be larger than it may be. What was there before stays.
	ErrFull = errors.New("the journal has reached its largest size")

	// ErrProtected is returned for a file that is not replaced since it belongs
	// to a journal: the journal itself, a backup, or what is next to them. The
	// program's settings are protected too.
	ErrProtected = errors.New("the file belongs to a journal")

	// ErrBehind is returned for a journal that can be read in full, but is not
	// what was last saved here, or whose last save cannot be read.
	ErrBehind = errors.New("the journal is not what was last saved here")

	// ErrBadCopy is returned for a file that is to take the journal's place and
	// cannot be read in full. The error wraps the reason, which is matched
	// after this one.
	ErrBadCopy = errors.New("the file to bring back is not whole")

	// ErrDamaged is returned for a journal that cannot be read in full.
	ErrDamaged = errors.New("the journal file is damaged")

	// ErrNewerFormat is returned for a journal or an exchange file that a later
	// version of the program wrote.
	ErrNewerFormat = errors.New("written by a newer version of Heliotrope")

	// ErrReplaced is returned when the file of an open journal is no longer the
	// one that was opened: it was moved, removed or overwritten. Nothing is
	// written then.
	ErrReplaced = errors.New("the journal file was replaced by another program")

	// ErrReadOnly is returned for a change to a journal that can only be read
	// now: its file may not be written, a newer version wrote it, or a save
	// ended in doubt and [Journal.Verify] has to look first. The error wraps
	// the reason too, which is matched before this one.
	ErrReadOnly = errors.New("the journal can only be read")

	// ErrNoHome is returned where the system names no home folder, or one that
	// cannot contain the user's journal: there is no usual place for one then.
	ErrNoHome = errors.New("there is no home folder")

	// ErrNowhere is returned for a path that leads to a place which is not there,
	// such as a link to a disk that is not connected.
	ErrNowhere = errors.New("the path leads nowhere")

	// ErrNoSecond is returned while the second folder of backups, or its disk, is
	// not there.
	ErrNoSecond = errors.New("the second folder is not there")

	// ErrSameFolder is returned for a second folder of backups that is the first.
	ErrSameFolder = errors.New("the second folder is the first")

	// ErrSlow is returned when the disk has not answered for a long time. What was
	// asked of it may still happen.
	ErrSlow = errors.New("the disk does not answer")

	// ErrClosed is returned by a journal or a store that has been closed.
	ErrClosed = errors.New("the journal is closed")

	// ErrEventUnknown is returned when an event to delete is not there.
	ErrEventUnknown = errors.New("no such event")

	// ErrVersionUnknown is returned when a version of a week to restore does not
	// exist, or no longer does.
	ErrVersionUnknown = errors.New("no such version")

	// ErrTrashUnknown is returned when what is to come back from the trash is
	// not in it.
	ErrTrashUnknown = errors.New("not in the trash")

	// ErrNothingToUndo is returned when there is no step to undo or to redo.
	ErrNothingToUndo = errors.New("nothing to undo")
)

// Rule identifies what a field must satisfy; it is the end of the rule's key in
// the word files.
type Rule string

// The rules that [InvalidError] names.
const (
	RuleWeek      Rule = "week"       // an ISO week from 1900-W01 to 2200-W52
	RuleText      Rule = "text"       // valid UTF-8 without control characters
	RuleRequired  Rule = "required"   // not empty
	RuleLength    Rule = "length"     // not too long
	RuleID        Rule = "id"         // 1 to 100 visible characters without spaces
	RuleUnique    Rule = "unique"     // not there twice
	RuleTrack     Rule = "track"      // one of [Tracks]
	RuleKind      Rule = "kind"       // a built-in kind or one that the journal declares
	RuleEnergy    Rule = "energy"     // one of [Energies]
	RuleHours     Rule = "hours"      // more than 0 and at most [MaxHours], if given
	RuleDay       Rule = "day"        // a day of the week, from 1, Monday, to 7, Sunday
	RuleDayHours  Rule = "day-hours"  // hours of at most [MaxDayHours] in sum
	RuleSplit     Rule = "split"      // whole percents from 0 to 100 that add up to 100
	RuleQuestion  Rule = "question"   // one of [Questions]
	RuleAnswer    Rule = "answer"     // a whole number from -2, technical, to 2, people
	RuleEventKind Rule = "event-kind" // one of [EventKinds]
	RuleRole      Rule = "role"       // one of [Roles]
	RuleCount     Rule = "count"      // not too many items
)

// InvalidError reports the first field that breaks a rule. It never contains
// what the user wrote.
type InvalidError struct {
	// Field is the path to the field as in the exchange file, such as
	// "moments[2].energy" or "split".
	Field string
	Rule  Rule
}

func (e *InvalidError) Error() string {
	return fmt.Sprintf("%s breaks the rule %q", e.Field, string(e.Rule))
}

// invalid returns an *InvalidError as an error.
func invalid(field string, rule Rule) error { return &InvalidError{Field: field, Rule: rule} }

// within puts a path before the field of an *InvalidError and leaves other
// errors as they are.
func within(path string, err error) error {
	var bad *InvalidError
	if errors.As(err, &bad) {
		return &InvalidError{Field: path + "." + bad.Field, Rule: bad.Rule}
	}
	return err
}

// ConflictError reports what a merge would have to overwrite. Nothing is
// changed when it is returned.
type ConflictError struct {
	Records []Ref // those that the journal has with another content
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("%d records differ from those of the journal", len(e.Records))
}
