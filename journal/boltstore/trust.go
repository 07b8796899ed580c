package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"heliotrope/journal"
)

// inDoubt reports whether the commit that ended in err may be on the disk, or
// what came before it may not. A commit is there once its meta page is; a full
// disk stops it before that, and it can be tried again. After a failed sync
// the system may have dropped what it could not write, and then call the next
// sync a success: so nothing is believed any more.
func (s *Store) inDoubt(err error) bool {
	if slices.ContainsFunc(diskFaults, func(fault error) bool { return errors.Is(err, fault) }) {
		return true
	}
	newest, _, err := metas(s.file)
	return err != nil || int(newest.txid) != s.last.txid
}

// Verify implements [journal.Store]. If a save left the file in doubt, or what
// is open can no longer be read, it is closed, looked at as when it was opened,
// and only written to again once a fresh commit has succeeded.
func (s *Store) Verify() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	switch {
	case s.closed:
		return journal.ErrClosed
	case s.failed != nil:
		err = s.reopen()
	default:
		err = s.lookAgain()
		switch {
		case err == nil || s.opening.ReadOnly != nil:
		case errors.Is(err, errAnotherFile):
			err = s.takeUpCopy()
		case !errors.Is(err, journal.ErrReplaced):
			s.failed = err // the file is in place: what is open of it may be of no more use
			err = s.reopen()
		}
	}
	if err != nil {
		return fmt.Errorf("verify journal: %w", err)
	}
	return nil
}

// lookAgain examines the open file. Nobody writes to it meanwhile.
func (s *Store) lookAgain() error {
	if err := s.checkInPlace(); err != nil {
		return err
	}
	newest, err := precheck(s.file)
	if err != nil {
		return err
	}
	found, err := inspect(s.file, newest)
	if err != nil {
		return err
	}
	if found.head.mac != s.head.mac {
		return journal.ErrReplaced
	}
	return s.guarded(func() error { return boltCheck(s.db) })
}

// takeUpCopy goes on with the file at the path, which is another one than this
// store opened, if it has exactly the state of the last save. So it is when it
// was put back by copying it. Any other file is left alone.
func (s *Store) takeUpCopy() error {
	looked, err := examine(s.path, false)
	if err != nil {
		return fmt.Errorf("%w: %w", journal.ErrReplaced, err)
	}
	same := looked.last.txid == s.last.txid && looked.head.mac == s.head.mac
	if err := looked.Close(); err != nil || !same {
		return errors.Join(errAnotherFile, err)
	}
	s.failed = errAnotherFile // the one that is open is of no more use
	return s.reopen()
}

// reopen checks the file again after a failure. It must be in the state
// before the change that failed, or after it.
func (s *Store) reopen() error {
	_ = s.release() // what was open is of no more use, and if it is still locked the next line says so
	looked, err := examine(s.path, false)
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("%w: %w", journal.ErrReplaced, err)
	}
	if err != nil {
		return err
	}
	saves := looked.last.txid - s.last.txid
	same := saves == 0 && looked.head.mac == s.head.mac
	after := saves == 1 && string(looked.box.key) == string(s.box.key)
	if !same && !after {
		return errors.Join(journal.ErrReplaced, looked.Close())
	}
	if err := looked.release(); err != nil {
		return err
	}
	if err := looked.openForWriting(); err != nil {
		return errors.Join(err, looked.Close())
	}
	failed := s.failed
	s.db, s.file, s.head, s.last, s.failed = looked.db, looked.file, looked.head, looked.last, nil
	s.line = looked.line
	if err := s.commit(journal.Change{}); err != nil {
		if s.failed == nil {
			s.failed = failed
		}
		return err
	}
	return nil
}
