package ui

import (
	"errors"
	"time"

	"heliotrope/journal"
)

// The pauses of the autosave.
const (
	savePause  = 500 * time.Millisecond // after the last change
	saveLatest = 2 * time.Second        // after the first change, while one goes on typing
	retryPause = 5 * time.Second        // after a save that failed
)

// saveState is what the window may say about the text on screen.
type saveState int

const (
	saved   saveState = iota // the disk has said yes to everything
	pending                  // something was changed and is on its way
	failing                  // the disk has said no; the text is kept and tried again
)

// autosave brings entries to the journal soon after they were changed. Until
// the journal has said that a week is on the disk, its entry is kept here as a
// draft, so that a failing disk loses nothing that is on screen.
type autosave struct {
	journal *journal.Journal
	tasks   tasks
	now     func() time.Time

	onState func(saveState, error)
	onSaved func(journal.Week)

	drafts  map[journal.Week]draft
	changes int       // counts changes, so that a draft changed while it is saved stays
	stop    func()    // the timer of the next save; nil if there is none
	first   time.Time // when the oldest unsaved change was made
	failed  error     // of the last save; nil if it went well
	told    saveState // what onState was told last
}

type draft struct {
	entry  journal.Entry
	change int
	back   bool // something was taken back in the field of the reflection
}

// save brings the draft to a journal.
func (d draft) save(j *journal.Journal) error {
	if d.back {
		return j.SaveBack(d.entry)
	}
	return j.Save(d.entry)
}

// newAutosave returns an autosave that tells onState when the state of the
// text on screen changes and onSaved which weeks were brought to the disk.
func newAutosave(j *journal.Journal, t tasks, now func() time.Time,
	onState func(saveState, error), onSaved func(journal.Week)) *autosave {
	return &autosave{
		journal: j, tasks: t, now: now, onState: onState, onSaved: onSaved,
		drafts: make(map[journal.Week]draft),
	}
}

// entry returns a week as it was last changed, saved or not.
func (a *autosave) entry(w journal.Week) journal.Entry {
	if d, ok := a.drafts[w]; ok {
		return d.entry.Clone()
	}
	return a.journal.Entry(w)
}

// change takes over e as it now is on screen and saves it after a pause.
func (a *autosave) change(e journal.Entry) {
	if len(a.drafts) == 0 {
		a.first = a.now()
		if e.Equal(a.journal.Entry(e.Week)) {
			return // nothing that the disk does not have
		}
	}
	a.keep(e)
	a.tell()
	pause := min(savePause, max(saveLatest-a.now().Sub(a.first), 0))
	a.schedule(pause)
}

// keep takes over e without saying so and without a plan to save it.
func (a *autosave) keep(e journal.Entry) {
	e.Updated = a.now()
	a.changes++
	a.drafts[e.Week] = draft{e.Clone(), a.changes, a.drafts[e.Week].back}
}

// takeBack is change after something was taken back in the field of the
// reflection.
func (a *autosave) takeBack(e journal.Entry) {
	a.change(e)
	if d, ok := a.drafts[e.Week]; ok {
		d.back = true
		a.drafts[e.Week] = d
	}
}

func (a *autosave) schedule(d time.Duration) {
	if a.stop != nil {
		a.stop()
	}
	a.stop = a.tasks.after(d, a.flush)
}

// flush saves all drafts now, off the window's goroutine.
func (a *autosave) flush() {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
	for week, d := range a.drafts {
		a.tasks.run(
			func() error { return d.save(a.journal) },
			func(err error) { a.done(week, d.change, err) })
	}
}

// done is told how the save of a draft went.
func (a *autosave) done(week journal.Week, change int, err error) {
	a.failed = err
	if err != nil {
		a.schedule(retryPause)
		a.tell()
		return
	}
	if d, ok := a.drafts[week]; ok && d.change == change {
		delete(a.drafts, week)
	}
	a.first = a.now()
	a.tell()
	a.onSaved(week)
}

// tell says the state if it is another than before, or if a save failed again.
func (a *autosave) tell() {
	state := pending
	switch {
	case a.failed != nil:
		state = failing
	case len(a.drafts) == 0:
		state = saved
	}
	if state != a.told || state == failing {
		a.told = state
		a.onState(state, a.failed)
	}
}

// settle saves everything before it returns. Its error tells why some of it
// could not be saved; that is kept as drafts.
func (a *autosave) settle() error {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
	a.tasks.settle()
	var failed []error
	for week, d := range a.drafts {
		if err := d.save(a.journal); err != nil {
			failed = append(failed, err)
			continue
		}
		delete(a.drafts, week)
	}
	a.failed = errors.Join(failed...)
	if a.failed != nil {
		a.schedule(retryPause)
	}
	a.tell()
	return a.failed
}

// state returns what may be said now.
func (a *autosave) state() saveState { return a.told }

// unsaved returns the entries that the disk does not have.
func (a *autosave) unsaved() []journal.Entry {
	entries := make([]journal.Entry, 0, len(a.drafts))
	for _, d := range a.drafts {
		entries = append(entries, d.entry.Clone())
	}
	return entries
}
