package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// errPanicked is wrapped by an error that was a panic inside bbolt.
var errPanicked = errors.New("the database gave up")

// errAnotherFile is returned when the file at the path is not the one opened.
var errAnotherFile = fmt.Errorf("%w: there is another file", journal.ErrReplaced)

// guarded runs f, which calls bbolt, and makes an error of a panic or of a fault
// in the mapped file. The error contains nothing from the file.
func guarded(f func() error) (err error) {
	defer recovered(debug.SetPanicOnFault(true), &err)
	return f()
}

// recovered is deferred by a function that calls bbolt: of a panic it makes the
// function's error. The fault setting is what it was before that function.
func recovered(fault bool, err *error) {
	debug.SetPanicOnFault(fault)
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: %w: %v", journal.ErrDamaged, errPanicked, p)
	}
}

// guarded is the function guarded, after whose panic the store is of no more
// use: bbolt's own state is then unknown.
func (s *Store) guarded(f func() error) (err error) {
	defer s.recovered(debug.SetPanicOnFault(true), &err)
	return f()
}

// recovered is the function recovered, for guarded and for [Store.write].
func (s *Store) recovered(fault bool, err *error) {
	debug.SetPanicOnFault(fault)
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: %w: %v", journal.ErrDamaged, errPanicked, p)
		s.failed = *err
	}
}

// cause returns err, which comes from bbolt, so that it wraps the error of the
// system. Of some bbolt only has the text.
func cause(err error) error {
	if _, wrapped := errors.AsType[syscall.Errno](err); err == nil || wrapped {
		return err
	}
	for _, code := range systemCodes {
		if strings.HasSuffix(err.Error(), ": "+code.Error()) {
			return fmt.Errorf("%w: %w", code, err)
		}
	}
	return err
}

// about returns err so that it names the file at path, unless it names one.
func about(path string, err error) error {
	if _, named := errors.AsType[*fs.PathError](err); named {
		return err
	}
	return &fs.PathError{Op: "use", Path: path, Err: err}
}

// state shows whether the file is still as this store left it.
type state struct {
	txid int // of the last transaction
	size int64
}

// remember sets the last known state of the file.
func (s *Store) remember() error {
	info, err := s.file.Stat()
	if err != nil {
		return err
	}
	return s.db.View(func(tx *bolt.Tx) error {
		s.last = state{txid: tx.ID(), size: info.Size()}
		return nil
	})
}

// writeMarker records the last save next to the file.
func (s *Store) writeMarker() {
	m := marker{seenOf(s.path, s.box, s.head, time.Now()), s.lost}
	if s.line != (backup.Line{}) {
		m.last.file = unknown // it may still be a copy of a file that others save into
	}
	if before, ok := readMarker(s.path); ok && before.last.same(m.last) && before.last.file == m.last.file && len(before.lost) == len(m.lost) {
		return
	}
	m.write(s.path)
}

// checkInPlace makes sure that the file is still at the path and as long as it
// was. A program that synchronizes folders, or a user, may have put another
// file there, and then every save would go to a file that nobody can find.
func (s *Store) checkInPlace() error {
	there, err := os.Stat(s.path)
	if err != nil {
		return fmt.Errorf("%w: %w", journal.ErrReplaced, err)
	}
	opened, err := s.file.Stat()
	if err != nil {
		return err
	}
	if !os.SameFile(there, opened) {
		return errAnotherFile
	}
	if opened.Size() < s.last.size {
		return fmt.Errorf("%w: %w: it is shorter than it was", journal.ErrReplaced, journal.ErrDamaged)
	}
	return nil
}

// checkFollows makes sure that tx comes right after the last transaction of
// this store, on the same head, before anything is written. Nobody else writes
// to a locked file, except one who overwrites it with another copy.
func (s *Store) checkFollows(tx *bolt.Tx) error {
	if tx.ID() != s.last.txid+1 {
		return journal.ErrReplaced
	}
	return s.checkHead(tx)
}

// checkHead makes sure that the head in the file is the last one that is known.
func (s *Store) checkHead(tx *bolt.Tx) error {
	meta, err := bucket(tx, metaBucket)
	if err != nil {
		return err
	}
	h, err := s.box.decodeHead(meta.Get([]byte(keyHead)))
	if err != nil {
		return fmt.Errorf("%w: %w", journal.ErrReplaced, err)
	}
	if h.mac != s.head.mac {
		return journal.ErrReplaced
	}
	return nil
}
