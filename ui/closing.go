package ui

import (
	"errors"
	"time"

	"heliotrope/journal"
)

// How long a disk can delay closing.
const (
	closePause = 3 * time.Second  // after which the user is asked about a window that does not close
	closeLimit = 15 * time.Second // after which the program ends all the same
)

// How often everything is tried to be saved on the way out, and what is between.
const (
	lastTries = 20
	lastPause = 200 * time.Millisecond
)

// ErrUnsaved is returned by [Run] if something that was written could not be
// saved. It wraps why.
var ErrUnsaved = errors.New("not everything was saved")

// tryClose closes the window once everything is on the disk. If the disk refuses,
// or takes long, it asks, and the text can still be copied.
func (s *shell) tryClose() { s.leaveBy(s.window.Close) }

// quit ends the program: it closes the small window too, whose line stays half-written
// in the journal. If it cannot be stored, that window stays.
func (s *shell) quit() {
	c := s.windows.capture
	if c == nil {
		s.tryClose()
		return
	}
	c.leave(func() {
		if s.windows.week() != nil || c.session.Journal == nil || c.stored() {
			c.Close()
		}
		s.tryClose()
	})
}

// leaveBy is tryClose with something else than closing the window, which is done
// all the same where there is no journal to save.
func (s *shell) leaveBy(leave func()) {
	switch {
	case s.space == nil:
		s.Quit()
		return
	case s.restore != nil: // everything was saved before it
		s.window.Close()
		return
	case s.closing:
		return
	}
	s.closing = true
	space, hide := s.space, func() {}
	stay := func() { s.closing = false }
	stop := s.tasks.After(closePause, func() {
		s.comeBack()
		hide = space.trouble.AskToClose(journal.ErrSlow, s.window.Close, stay)
	})
	space.whenSaved(func(err error) {
		stop()
		if !s.closing {
			return // the user decided to stay
		}
		hide()
		if err == nil {
			leave()
			return
		}
		s.closing = true
		s.comeBack()
		space.trouble.AskToClose(err, s.window.Close, stay)
	})
}

// close saves what a signal left unsaved, once no window is there any more.
func (s *shell) close() error {
	if s.stopClock != nil {
		s.stopClock()
	}
	s.stopTray()
	switch {
	case s.space == nil && s.rescue != nil:
		return s.closeRescue()
	case s.space == nil:
		return nil // it was never started
	case s.restore != nil:
		return s.restore.finish()
	}
	s.space.left() // or a program that reads a source would outlive this one
	err := s.space.finish(s.wait)
	s.dropSample()
	if err != nil {
		return errors.Join(ErrUnsaved, err)
	}
	return nil
}
