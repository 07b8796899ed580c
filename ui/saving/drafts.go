package saving

import (
	"errors"
	"time"

	"heliotrope/journal"
)

// Drafts stores the moment that is half-written, so that it is there again if
// the program is cut off. It does so soon after each change, off the
// window's goroutine.
type Drafts struct {
	journal *journal.Journal
	saver   *Autosave
	now     func() time.Time
	read    func() journal.Draft // what is there now

	stop  func()    // the timer of the next save; nil if there is none
	first time.Time // when the oldest change was made that is not stored yet
	busy  int       // how many are being stored
}

// NewDrafts returns the drafts of what read returns. Saver has the weeks that
// moments go into.
func NewDrafts(j *journal.Journal, saver *Autosave, now func() time.Time, read func() journal.Draft) *Drafts {
	return &Drafts{journal: j, saver: saver, now: now, read: read}
}

// Touch is called when something was written, or deleted.
func (k *Drafts) Touch() {
	switch {
	case k.stop == nil:
		k.first = k.now()
	case k.saver.half != nil:
		return // it is tried again soon enough
	default:
		k.stop()
	}
	k.schedule(min(SavePause, max(SaveLatest-k.now().Sub(k.first), 0)))
}

// schedule stores what is there after a pause; while one is being stored already, after
// another pause.
func (k *Drafts) schedule(d time.Duration) {
	k.stop = k.saver.tasks.After(d, func() {
		if k.busy > 0 {
			k.schedule(SavePause)
			return
		}
		k.Flush()
	})
}

// Flush stores what is there now, off the window's goroutine.
func (k *Drafts) Flush() {
	k.Pause()
	d := k.read()
	if d.Empty() && len(k.saver.drafts) > 0 {
		// What it was for may not be on the disk yet, and ends it there. Nothing is
		// half-written any more that could not be stored.
		k.saver.halfWritten(nil)
		k.schedule(RetryPause)
		return
	}
	k.busy++
	k.saver.tasks.Run(func() error { return k.journal.SaveDraft(d) }, func(err error) {
		k.busy--
		k.stored(err)
	})
}

// stored is called once what is half-written was stored or failed.
func (k *Drafts) stored(err error) {
	if errors.Is(err, journal.ErrClosed) {
		return
	}
	if err != nil && k.stop == nil {
		k.schedule(RetryPause)
	}
	k.saver.halfWritten(err)
}

// Pause stores nothing until the next call of Touch: what is there is becoming something
// else.
func (k *Drafts) Pause() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
}

// Pending reports whether something was changed that is not given to the disk yet.
func (k *Drafts) Pending() bool { return k.stop != nil }

// Settle stores what is there now before it returns.
func (k *Drafts) Settle() error {
	k.Pause()
	d := k.read()
	if d.Empty() && len(k.saver.drafts) > 0 {
		k.schedule(RetryPause) // what it was for is not on the disk
		return nil
	}
	k.saver.tasks.Settle()
	err := k.journal.SaveDraft(d)
	k.stored(err)
	return err
}
