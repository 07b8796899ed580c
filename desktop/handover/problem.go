package handover

import (
	"errors"
	"io/fs"
	"slices"
	"syscall"

	"heliotrope/journal"
)

// problems are the errors that an answer can name, and their names on the wire.
var problems = []struct {
	name string
	err  error
}{
	{"busy", ErrBusy},
	{"not-open", ErrNotOpen},
	{"unsaved", ErrUnsaved},
	{"unknown", ErrUnknown},
	{"failed", ErrFailed},

	{"ahead", journal.ErrAhead},
	{"away", journal.ErrWeekAway},
	{"read-only", journal.ErrReadOnly},
	{"full", journal.ErrFull},
	{"replaced", journal.ErrReplaced},
	{"damaged", journal.ErrDamaged},
	{"slow", journal.ErrSlow},
	{"not-begun", journal.ErrNotBegun},

	{"no-space", syscall.ENOSPC},
	{"disk", syscall.EIO},
	{"disk-read-only", syscall.EROFS},
	{"permission", fs.ErrPermission},
}

// Refuse returns the answer of a program that did not do what was asked for. It
// has nothing of err but which of the known errors it wraps.
func Refuse(err error) Answer {
	var a Answer
	if bad, ok := errors.AsType[*journal.InvalidError](err); ok {
		a.Field, a.Rule = bad.Field, string(bad.Rule)
	}
	for _, p := range problems {
		if errors.Is(err, p.err) {
			a.Problems = append(a.Problems, p.name)
		}
	}
	if a.Rule == "" && a.Problems == nil {
		a.Problems = []string{"failed"}
	}
	return a
}

// Err returns why it was not done, nil if it was: an error that wraps those that
// [Refuse] was given, as far as it knows them.
func (a Answer) Err() error {
	var all []error
	if a.Rule != "" {
		all = append(all, &journal.InvalidError{Field: a.Field, Rule: journal.Rule(a.Rule)})
	}
	for _, p := range problems {
		if slices.Contains(a.Problems, p.name) {
			all = append(all, p.err)
		}
	}
	if all == nil && a.Problems != nil {
		return ErrFailed
	}
	return errors.Join(all...)
}
