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
// reports once the journal was verified. If it is not known, the error wraps
// errInDoubt.
func (p *program) settle(j *journal.Journal, err error, saved func() bool) error {
	if !errors.Is(err, journal.ErrReadOnly) || p.vault.Warnings().ReadOnly != nil {
		return err // nothing was saved, nor will it be when the command is repeated
	}
	if j.Verify() != nil {
		return fmt.Errorf("%w: %w", errInDoubt, err)
	}
	if !saved() {
		return fmt.Errorf("%w: %w", errNotSaved, err)
	}
	p.sayDoneBut(err)
	return nil
}

// sayDoneBut prints a problem that came after what was asked for was done, if
// there is one.
func (p *program) sayDoneBut(problem error) {
	if problem != nil {
		p.say("cli.done-but", words.Args{"Problem": p.words.Problem(problem).What})
	}
}

var (
	// errInDoubt is wrapped where it is not known whether something was saved.
	errInDoubt = errors.New("it is not known whether it was saved")

	// errNotSaved is wrapped where something was not saved, although the disk answered
	// only once it might have been.
	errNotSaved = errors.New("it was not saved")
)
