package ui

import (
	"bytes"
	"errors"
	"time"

	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/words"
	"heliotrope/ui/transfer"
)

// receive does what another program asks of the window, and replies once that is
// done: for what is saved, once it is on the disk.
func (s *shell) receive(r handover.Request, reply reply) {
	refuse := func(err error) { reply(func() handover.Answer { return refusal(err) }) }
	switch {
	case r.Kind == handover.Raise:
		refuse(s.raise(r))
	case s.mine == nil:
		refuse(handover.ErrNotOpen)
	case s.restore != nil:
		refuse(handover.ErrBusy)
	case r.Kind == handover.Remind:
		s.remind(r.Now, func(err error) { reply(func() handover.Answer { return reminded(r, err) }) })
	case r.Kind == handover.Add:
		s.receiveMoment(r, refuse)
	case r.Kind == handover.Read:
		s.whenStored(func(err error) { replyContents(s.mine, s.cfg.Now(), err, reply) })
	case r.Kind == handover.Check, r.Kind == handover.BackUp:
		s.whenStored(func(error) { reply(func() handover.Answer { return s.cfg.Inbox.command(r) }) })
	default:
		refuse(handover.ErrUnknown)
	}
}

// refusal returns the answer to what ended with err, nil if it was done.
func refusal(err error) handover.Answer {
	switch {
	case err == nil:
		return handover.Answer{}
	case errors.Is(err, journal.ErrClosed): // it is about to be opened again, or not
		return handover.Refuse(handover.ErrBusy)
	}
	return handover.Refuse(err)
}

// reminded returns what the command prints about a reminder that was shown, or why it
// was not.
func reminded(r handover.Request, err error) handover.Answer {
	say := words.In(words.Language(r.Language)).Say
	switch {
	case err != nil:
		return handover.Answer{Errs: say("cli.remind.unshown") + "\n", Status: 1}
	case r.Now:
		return handover.Answer{Out: say("cli.remind.shown") + "\n"}
	}
	return handover.Answer{}
}

// whenStored saves all that was written in the journal, whatever is shown now, and
// then calls then with why not all could be.
func (s *shell) whenStored(then func(error)) {
	if s.sample != nil {
		then(nil) // it was saved before the sample came
		return
	}
	s.space.whenSaved(then)
}

// replyContents answers with everything that a journal contains, and with why
// something on screen is not in it, if that is so.
func replyContents(j *journal.Journal, now time.Time, unsaved error, reply reply) {
	contents := j.Contents()
	_, half := j.Draft()
	trashed := len(j.Trash())
	reply(func() handover.Answer {
		var b bytes.Buffer
		if err := exchange.Write(&b, contents, now); err != nil {
			return refusal(err)
		}
		a := refusal(unsaved)
		a.Body, a.Trashed, a.Draft = b.Bytes(), trashed, half
		return a
	})
}

// receiveMoment logs a moment and calls done once it is on the disk, or with why it
// is not.
func (s *shell) receiveMoment(r handover.Request, done func(error)) {
	w, err := journal.ParseWeek(r.Week)
	switch {
	case err != nil:
		done(&journal.InvalidError{Field: "week", Rule: journal.RuleWeek})
		return
	case s.sample != nil:
		mine := s.mine
		s.tasks.Run(func() error { return mine.AddMoment(w, r.Moment) }, done)
		return
	}
	if err := s.space.receive(w, r.Moment); err != nil {
		done(err)
		return
	}
	s.space.whenSaved(func(err error) {
		if err != nil && s.space != nil && s.space.Journal.HasMoment(r.Moment.ID) {
			err = nil // it is something else that could not be saved
		}
		if err != nil {
			err = errors.Join(handover.ErrUnsaved, err)
		}
		done(err)
	})
}

// receive logs a moment that came from outside, in the same way as one that was typed
// here: next to what is not saved yet, and as a separate step.
func (s *workspace) receive(w journal.Week, m journal.Moment) error {
	if s.ReadOnly {
		return journal.ErrReadOnly
	}
	s.saver.Flush()
	if s.current == pageWeek {
		return s.week.Receive(w, m)
	}
	e, added, err := s.Journal.WithMoment(s.saver.Entry(w), m)
	if err != nil || !added {
		return err
	}
	s.saver.Change(e)
	s.saver.Flush()
	s.Say(s.Words.Say("week.added", words.Args{"Week": s.Words.WeekInline(w)}))
	return nil
}

// raise brings the window to the front, and opens a file if there is one.
func (s *shell) raise(r handover.Request) error {
	s.comeForward()
	s.openTarget(r.Target)
	if r.Path == "" {
		return nil
	}
	return s.openFile(r.Path)
}

// openFile shows what importing a file into the journal would do.
func (s *shell) openFile(path string) error {
	switch {
	case s.mine == nil:
		return handover.ErrNotOpen
	case s.restore != nil || s.closing:
		return handover.ErrBusy
	case s.sample != nil:
		s.leaveSample()
	}
	space := s.space
	if space.ReadOnly {
		space.Ask.Problem(journal.ErrReadOnly)
		return nil
	}
	s.whenSettled(func() { transfer.New(space.Session, space.backups, wholeWindow{s, space}).Preview(path) })
	return nil
}
