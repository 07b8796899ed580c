// Package session declares what every page works with. It has no state: what
// changes belongs to the journal, the preferences and the pages.
package session

import (
	"time"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/tasks"
)

// Session is a journal on screen, with what every page works with.
type Session struct {
	Words    *words.Words     // of the language of the window
	Journal  *journal.Journal // nil while it cannot be opened
	Tasks    tasks.Tasks
	Now      func() time.Time
	Ask      *dialogs.Asker
	ReadOnly bool // nothing can be written now
	Sample   bool // the journal is the sample

	// Settle saves what is on screen before it returns; its error is why some of that
	// could not be. It is nil where nothing is.
	Settle func() error
}

// Do changes the journal once what is on screen is saved: what was written before is
// then the step before, and does not overwrite the change.
func (s Session) Do(change func() error) error {
	if s.Settle != nil {
		if err := s.Settle(); err != nil {
			return err
		}
	}
	return change()
}

// Basis is what the figures and lists of a page are made of. What was made of the same
// basis need not be made again.
type Basis struct {
	generation uint64 // of the journal
	day        string
}

// Basis returns the present one.
func (s Session) Basis() Basis {
	return Basis{s.Journal.Generation(), s.Now().Format(time.DateOnly)}
}
