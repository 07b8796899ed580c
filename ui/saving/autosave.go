// Package saving brings what is on screen to the disk: entries soon after they
// were changed, half-written moments, and backups. If the disk refuses, the text
// is retained, and can be saved elsewhere.
package saving

import (
	"errors"
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/ui/tasks"
)

// The pauses of the autosave.
const (
	SavePause  = 500 * time.Millisecond // after the last change
	SaveLatest = 2 * time.Second        // after the first change, while one goes on typing
	RetryFirst = time.Second            // after a save that failed, and so much more after each further one
	RetryPause = 5 * time.Second        // at most, also while one goes on typing
	SlowPause  = 10 * time.Second       // after which a save that is not over is shown to be slow
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
// a draft, so that a failing disk loses nothing that is on screen. What failed is
// tried again until the disk is well.
type Autosave struct {
	journal *journal.Journal
	tasks   tasks.Tasks
	now     func() time.Time

	onState func(State, error)
	onSaved func(journal.Week)

	drafts  map[journal.Week]draft
	others  []*other  // what is not an entry, oldest first
	changes int       // counts changes, so that a draft changed while it is saved stays
	stop    func()    // the timer of the next save; nil if there is none
	first   time.Time // when the oldest unsaved change was made
	misses  int       // how many saves have failed since one went well
	half    error     // why what is half-written is not stored; nil if it is
	busy    int       // how many jobs are under way
	again   bool      // more is to be saved once they are over
	slow    func()    // the timer after which they are slow; nil if there is none
	stuck   bool      // they are
	shown   State     // what onState was called with last
}

// other is the job that stores something else than an entry.
type other struct {
	saver  *Autosave
	store  func() error
	failed error // when it was last tried
}

// Work implements [tasks.Job].
func (o *other) Work() error { return o.store() }

// Done implements [tasks.Job].
func (o *other) Done(err error) {
	if o.failed = err; err == nil {
		o.saver.others = slices.DeleteFunc(o.saver.others, func(x *other) bool { return x == o })
	}
	o.saver.over(err)
}

type draft struct {
	entry  journal.Entry
	change int
	back   bool  // something was taken back in the field of the reflection
	failed error // when it was last tried
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
	if a.Problem() != nil && a.stop != nil {
		return // it is tried again soon enough
	}
	pause := min(SavePause, max(SaveLatest-a.now().Sub(a.first), 0))
	a.schedule(pause)
}

// Store takes over store, which stores something else than an entry. It is called
// with the next [Autosave.Flush], before what is saved then, and again until it
// returns no error; on any goroutine.
func (a *Autosave) Store(store func() error) {
	a.others = append(a.others, &other{saver: a, store: store})
}

// Retain takes over e without a call of onState and without a plan to save it.
func (a *Autosave) Retain(e journal.Entry) {
	e.Updated = a.now()
	a.changes++
	before := a.drafts[e.Week]
	a.drafts[e.Week] = draft{e.Clone(), a.changes, before.back, before.failed}
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

// Flush saves everything now, off the window's goroutine; what is being saved
// already, once that is over.
func (a *Autosave) Flush() {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
	if a.again = a.busy > 0; a.again {
		return
	}
	for _, o := range a.others {
		a.do(o)
	}
	for _, d := range a.drafts {
		a.do(save{a, d})
	}
	if a.busy > 0 {
		a.slow = a.tasks.After(SlowPause, func() {
			a.stuck = true
			a.notify()
		})
	}
}

func (a *Autosave) do(j tasks.Job) {
	a.busy++
	a.tasks.Do(j)
}

// saved is called once the save of a draft went well or failed.
func (a *Autosave) saved(d draft, err error) {
	if err != nil {
		a.retained(d, err)
		a.over(err)
		return
	}
	a.retained(d, nil)
	a.first = a.now()
	a.over(nil)
	a.onSaved(d.entry.Week)
}

// retained gives up a draft that was saved without an error, unless it was
// changed while it was saved, or stores why it could not be.
func (a *Autosave) retained(d draft, err error) {
	now, there := a.drafts[d.entry.Week]
	switch {
	case !there:
	case err == nil && now.change == d.change:
		delete(a.drafts, d.entry.Week)
	default:
		now.failed = err
		a.drafts[d.entry.Week] = now
	}
}

// over is called once something was stored, or failed.
func (a *Autosave) over(err error) {
	if a.busy--; a.busy == 0 {
		a.slow()
		a.stuck = false
	}
	if a.misses++; err == nil {
		a.misses = 0
	} else {
		a.schedule(min(time.Duration(a.misses)*RetryFirst, RetryPause))
	}
	a.notify()
	if a.busy == 0 && a.again {
		a.Flush()
	}
}

// Problem returns why something on screen is not on the disk although that was
// tried; nil if there is no such thing, or it may be there in a moment.
func (a *Autosave) Problem() error {
	if a.stuck {
		return journal.ErrSlow
	}
	for _, o := range a.others {
		if o.failed != nil {
			return o.failed
		}
	}
	for _, d := range a.drafts {
		if d.failed != nil {
			return d.failed
		}
	}
	return a.half
}

// halfWritten is called once what is half-written was stored or failed.
func (a *Autosave) halfWritten(err error) {
	a.half = err
	a.notify()
}

// notify calls onState if the state is another than before, or if a save failed again.
func (a *Autosave) notify() {
	state, err := Pending, a.Problem()
	switch {
	case err != nil:
		state = Failing
	case len(a.drafts)+len(a.others) == 0:
		state = Saved
	}
	if state != a.shown || state == Failing {
		a.shown = state
		a.onState(state, err)
	}
}

// Settle saves everything before it returns. Its error is why some of it could
// not be saved; that is retained.
func (a *Autosave) Settle() error {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
	a.tasks.Settle()
	var failed []error
	for _, o := range slices.Clone(a.others) {
		if o.failed = o.store(); o.failed != nil {
			failed = append(failed, o.failed)
			continue
		}
		a.others = slices.DeleteFunc(a.others, func(x *other) bool { return x == o })
	}
	for _, d := range a.drafts {
		err := save{a, d}.Work()
		a.retained(d, err)
		if err != nil {
			failed = append(failed, err)
		}
	}
	if failed != nil {
		a.schedule(RetryPause)
	}
	a.notify()
	return errors.Join(failed...)
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
