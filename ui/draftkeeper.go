package ui

import (
	"errors"
	"time"

	"heliotrope/journal"
)

// draftKeeper keeps a moment that stands half-written, so that it is there
// again if the program is cut off. It does so soon after each change, off the
// window's goroutine.
type draftKeeper struct {
	journal *journal.Journal
	saver   *autosave
	now     func() time.Time
	read    func() journal.Draft // what stands there now

	stop  func()    // the timer of the next save; nil if there is none
	first time.Time // when the oldest change was made that is not kept yet
}

func newDraftKeeper(j *journal.Journal, saver *autosave, now func() time.Time, read func() journal.Draft) *draftKeeper {
	return &draftKeeper{journal: j, saver: saver, now: now, read: read}
}

// touch is told that something was written, or taken away.
func (k *draftKeeper) touch() {
	if k.stop == nil {
		k.first = k.now()
	} else {
		k.stop()
	}
	k.schedule(min(savePause, max(saveLatest-k.now().Sub(k.first), 0)))
}

func (k *draftKeeper) schedule(d time.Duration) { k.stop = k.saver.tasks.after(d, k.flush) }

// flush keeps what stands there now.
func (k *draftKeeper) flush() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	d := k.read()
	if d.Empty() && len(k.saver.drafts) > 0 {
		// What it was for may not be on the disk yet, and ends it there.
		k.schedule(retryPause)
		return
	}
	k.saver.tasks.run(func() error { return k.journal.SaveDraft(d) }, func(err error) {
		if err != nil && k.stop == nil && !errors.Is(err, journal.ErrClosed) {
			k.schedule(retryPause)
		}
	})
}

// settle keeps what stands there now before it returns.
func (k *draftKeeper) settle() error {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	d := k.read()
	if d.Empty() && len(k.saver.drafts) > 0 {
		return nil // what it was for is not on the disk
	}
	k.saver.tasks.settle()
	return k.journal.SaveDraft(d)
}
