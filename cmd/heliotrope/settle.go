package main

import (
	"errors"
	"fmt"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// A save that ends with an error may be on the disk nevertheless. A command then
// does not end before it has looked, since a script repeats what has failed.

// settle returns nil if a save that ended with err is on the disk, which saved
// reports once the journal was verified. If it is not known, the error is a
// [doubtError].
func (p *program) settle(j *journal.Journal, err error, saved func() bool) error {
	if !errors.Is(err, journal.ErrReadOnly) || p.vault.Warnings().ReadOnly != nil {
		return err // nothing was saved, nor will it be when the command is repeated
	}
	if j.Verify() != nil {
		return doubtError{err}
	}
	if !saved() {
		return unsavedError{err}
	}
	p.sayDoneBut(err)
	return nil
}

// sayDoneBut prints a problem that came after what was asked for was done, if
// there is one.
func (p *program) sayDoneBut(problem error) {
	if problem != nil {
		fmt.Fprintln(p.err, p.words.Say("cli.done-but", words.Args{"Problem": p.words.Problem(problem).What}))
	}
}

// doubtError is why it is not known whether something was saved.
type doubtError struct{ error }

func (e doubtError) Unwrap() error { return e.error }

// unsavedError is why something was not saved, although the disk answered only
// once it might have been.
type unsavedError struct{ error }

func (e unsavedError) Unwrap() error { return e.error }
