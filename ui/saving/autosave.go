// Package saving brings what is on screen to the disk: entries soon after they
// were changed, half-written moments, and backups. If the disk refuses, the text
// is retained, and can be saved elsewhere.
package saving

import (
	"errors"
	"time"

	"heliotrope/journal"
	"heliotrope/ui/tasks"
)

// The pauses of the autosave.
const (
	SavePause  = 500 * time.Millisecond // after the last change
	SaveLatest = 2 * time.Second        // after the first change, while one goes on typing
	RetryPause = 5 * time.Second        // after a save that failed
)

// State is what is known about the text on screen.
type State int

// The states.
const (
	Saved   State = iota // everything is on the disk
	Pending              // something was changed and is on its way
	Failing              // the disk refuses; the text is retained and tried again
)

// Autosave brings entries to the journal soon after they were changed. Until
// a week is on the disk, its entry is retained here as
// a draft, so that a failing disk loses nothing that is on screen.
type Autosave struct {
	journal *journal.Journal
	tasks   tasks.Tasks
	now     func() time.Time

	onState func(State, error)
	onSaved func(journal.Week)

	drafts  map[journal.Week]draft
	changes int       // counts changes, so that a draft changed while it is saved stays
	stop    func()    // the timer of the next save; nil if there is none
	first   time.Time // when the oldest unsaved change was made
	failed  error     // of the last save; nil if it went well
	shown   State     // what onState was called with last
}

type draft struct {
	entry  journal.Entry
	change int
	back   bool // something was taken back in the field of the reflection
}

// save is the job that brings a draft to the journal.
type save struct {
	saver *Autosave
	draft draft
}

// Work implements [tasks.Job].
func (s save) Work() error {
	if s.draft.back {
		return s.saver.journal.SaveBack(s.draft.entry)
	}
	return s.saver.journal.Save(s.draft.entry)
}

// Done implements [tasks.Job].
func (s save) Done(err error) { s.saver.saved(s.draft, err) }

// NewAutosave returns an autosave that calls onState when the state of the text
// on screen changes, and onSaved with each week that was saved.
func NewAutosave(j *journal.Journal, t tasks.Tasks, now func() time.Time,
	onState func(State, error), onSaved func(journal.Week)) *Autosave {
	return &Autosave{
		journal: j, tasks: t, now: now, onState: onState, onSaved: onSaved,
		drafts: make(map[journal.Week]draft),
	}
}

// Entry returns a week as it was last changed, saved or not.
func (a *Autosave) Entry(w journal.Week) journal.Entry {
	if d, ok := a.drafts[w]; ok {
		return d.entry.Clone()
	}
	return a.journal.Entry(w)
}

// Change takes over e as it now is on screen and saves it after a pause.
func (a *Autosave) Change(e journal.Entry) {
	if len(a.drafts) == 0 {
		a.first = a.now()
		if e.Equal(a.journal.Entry(e.Week)) {
			return // nothing that the disk does not have
		}
	}
	a.Retain(e)
	a.notify()
	pause := min(SavePause, max(SaveLatest-a.now().Sub(a.first), 0))
	a.schedule(pause)
}

// Retain takes over e without a call of onState and without a plan to save it.
func (a *Autosave) Retain(e journal.Entry) {
	e.Updated = a.now()
	a.changes++
	a.drafts[e.Week] = draft{e.Clone(), a.changes, a.drafts[e.Week].back}
}

// TakeBack is change after something was taken back in the field of the
// reflection.
func (a *Autosave) TakeBack(e journal.Entry) {
	a.Change(e)
	if d, ok := a.drafts[e.Week]; ok {
		d.back = true
		a.drafts[e.Week] = d
	}
}

func (a *Autosave) schedule(d time.Duration) {
	if a.stop != nil {
		a.stop()
	}
	a.stop = a.tasks.After(d, a.Flush)
}

// Flush saves all drafts now, off the window's goroutine.
func (a *Autosave) Flush() {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
	for _, d := range a.drafts {
		a.tasks.Do(save{a, d})
	}
}

// saved is called once the save of a draft went well or failed.
func (a *Autosave) saved(d draft, err error) {
	a.failed = err
	if err != nil {
		a.schedule(RetryPause)
		a.notify()
		return
	}
	if now := a.drafts[d.entry.Week]; now.change == d.change { // else it was changed while it was saved
		delete(a.drafts, d.entry.Week)
	}
	a.first = a.now()
	a.notify()
	a.onSaved(d.entry.Week)
}

// Fail takes over the error of a save that was made elsewhere, to be shown with
// those made here.
func (a *Autosave) Fail(err error) { a.failed = errors.Join(a.failed, err) }

// notify calls onState if the state is another than before, or if a save failed again.
func (a *Autosave) notify() {
	state := Pending
	switch {
	case a.failed != nil:
		state = Failing
	case len(a.drafts) == 0:
		state = Saved
	}
	if state != a.shown || state == Failing {
		a.shown = state
		a.onState(state, a.failed)
	}
}

// Settle saves everything before it returns. Its error is why some of it could
// not be saved; that is retained as drafts.
func (a *Autosave) Settle() error {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
	a.tasks.Settle()
	var failed []error
	for week, d := range a.drafts {
		if err := (save{a, d}).Work(); err != nil {
			failed = append(failed, err)
			continue
		}
		delete(a.drafts, week)
	}
	a.failed = errors.Join(failed...)
	if a.failed != nil {
		a.schedule(RetryPause)
	}
	a.notify()
	return a.failed
}

// State returns the present state.
func (a *Autosave) State() State { return a.shown }

// Unsaved returns the entries that the disk does not have.
func (a *Autosave) Unsaved() []journal.Entry {
	entries := make([]journal.Entry, 0, len(a.drafts))
	for _, d := range a.drafts {
		entries = append(entries, d.entry.Clone())
	}
	return entries
}
