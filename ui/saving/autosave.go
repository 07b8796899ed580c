// Package saving brings what is on screen to the disk: entries soon after they
// were changed, half-written moments, and backups. If the disk refuses, the text
// is retained, and can be saved elsewhere.
package saving

import (
	"cmp"
	"errors"
	"maps"
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
	again   bool      // more was typed and is to be saved once they are over
	slow    func()    // the timer after which they are slow; nil if there is none
	stuck   bool      // they are
	shown   State     // what onState was called with last
}

// other is the job that stores something else than an entry.
type other struct {
	saver  *Autosave
	store  func() error
	given  bool  // it is under way
	failed error // when it was last tried
}

// Work implements [tasks.Job].
func (o *other) Work() error { return o.store() }

// Done implements [tasks.Job].
func (o *other) Done(err error) {
	if o.given, o.failed = false, err; err == nil {
		o.saver.others = slices.DeleteFunc(o.saver.others, func(x *other) bool { return x == o })
	}
	o.saver.over(err)
}

type draft struct {
	entry  journal.Entry
	change int
	given  bool  // it is under way as it is
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
	a.plan()
}

// Store takes over store, which stores something else than an entry, and calls it after
// a pause, and again until it returns no error; on any goroutine.
func (a *Autosave) Store(store func() error) {
	if len(a.drafts)+len(a.others) == 0 {
		a.first = a.now()
	}
	a.others = append(a.others, &other{saver: a, store: store})
	a.plan()
}

// plan saves what was changed after a pause.
func (a *Autosave) plan() {
	a.notify()
	if a.Problem() != nil && a.stop != nil {
		return // it is tried again soon enough
	}
	a.schedule(min(SavePause, max(SaveLatest-a.now().Sub(a.first), 0)))
}

// Retain takes over e without a call of onState and without a plan to save it.
func (a *Autosave) Retain(e journal.Entry) {
	e.Updated = a.now()
	a.changes++
	before := a.drafts[e.Week]
	a.drafts[e.Week] = draft{entry: e.Clone(), change: a.changes, back: before.back && !before.given, failed: before.failed}
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

// schedule saves everything after a pause; while something is being saved already, once
// that is over, so that a slow disk is not given all that is typed meanwhile.
func (a *Autosave) schedule(d time.Duration) {
	a.unschedule()
	a.stop = a.tasks.After(d, func() {
		a.stop = nil
		if a.again = a.busy > 0; !a.again {
			a.Flush()
		}
	})
}

func (a *Autosave) unschedule() {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
}

// Flush saves everything as it is now, off the window's goroutine, after what is being
// saved already. So what is changed between two calls is a step of its own.
func (a *Autosave) Flush() {
	a.unschedule()
	a.again = false
	for _, o := range a.others {
		if !o.given {
			o.given = true
			a.do(o)
		}
	}
	for _, d := range a.unsaved() {
		if !d.given {
			d.given = true
			a.drafts[d.entry.Week] = d
			a.do(save{a, d})
		}
	}
}

func (a *Autosave) do(j tasks.Job) {
	if a.busy++; a.busy == 1 {
		a.watch()
	}
	a.tasks.Do(j)
}

// watch notices that the disk takes long for the job that is under way.
func (a *Autosave) watch() {
	a.slow = a.tasks.After(SlowPause, func() {
		a.stuck = true
		a.notify()
	})
}

// unsaved returns the drafts in the order of their changes.
func (a *Autosave) unsaved() []draft {
	return slices.SortedFunc(maps.Values(a.drafts), func(d, o draft) int { return cmp.Compare(d.change, o.change) })
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
		now.given = now.given && now.change != d.change
		a.drafts[d.entry.Week] = now
	}
}

// over is called once something was stored, or failed.
func (a *Autosave) over(err error) {
	a.slow()
	a.stuck = false
	if a.busy--; a.busy > 0 {
		a.watch()
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
	if state := a.State(); state != a.shown || state == Failing {
		a.shown = state
		a.onState(state, a.Problem())
	}
}

// Settle saves everything before it returns. Its error is why some of it could
// not be saved; that is retained.
func (a *Autosave) Settle() error {
	a.Flush()
	a.tasks.Settle()
	var failed []error
	for _, o := range slices.Clone(a.others) {
		if o.failed = o.store(); o.failed != nil {
			failed = append(failed, o.failed)
			continue
		}
		a.others = slices.DeleteFunc(a.others, func(x *other) bool { return x == o })
	}
	for _, d := range a.unsaved() {
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
func (a *Autosave) State() State {
	switch {
	case a.Problem() != nil:
		return Failing
	case len(a.drafts)+len(a.others) == 0:
		return Saved
	}
	return Pending
}

// Unsaved returns the entries that the disk does not have, the last one changed last.
func (a *Autosave) Unsaved() []journal.Entry {
	entries := make([]journal.Entry, 0, len(a.drafts))
	for _, d := range a.unsaved() {
		entries = append(entries, d.entry.Clone())
	}
	return entries
}
