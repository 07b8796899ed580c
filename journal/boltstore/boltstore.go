package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

const (
	lockTimeout  = time.Second      // how long another program may take to let go of the file
	queueTimeout = 15 * time.Second // how long several others may take, one after the other
	maxSize      = 1 << 30          // a runaway import ends here: fifty full years take 20 MB, with five versions a week 120 MB
)

// Store is a journal in a file. It is safe for use by several goroutines.
type Store struct {
	path    string
	opening Opening // as it was; not changed later
	lost    []seen  // saves that the file no longer contained, for the marker

	mu      sync.Mutex
	db      *bolt.DB // nil when there is no file open
	file    *os.File // the one that db has open
	read    *reading // of the file when it was opened, until Load has returned it
	box     box
	head    head        // as this store last read or wrote it
	last    state       // of the file, as this store left it
	line    backup.Line // that the next save begins; the zero value if it continues the last one
	unsaved bool        // the file as it was found may contain what a save would overwrite
	aside   string      // path of the copy that was therefore made of it
	failed  error       // why nothing more is read or written; nil as long as all is well
	closed  bool
}

var _ journal.Store = (*Store)(nil)

// Opening describes what was found while the journal was opened.
func (s *Store) Opening() Opening { return s.opening }

// Load implements [journal.Store]. It checks every record, unless the file is still
// as it was when it was checked and read to open it.
func (s *Store) Load() (journal.Contents, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.usable(); err != nil {
		return journal.Contents{}, err
	}
	if c, ok := s.contents(); ok {
		return c, nil
	}
	var copied image
	err := s.view(func(tx *bolt.Tx) (err error) {
		copied, err = copyAll(tx, s.head.counts)
		return err
	})
	if err != nil {
		return journal.Contents{}, fmt.Errorf("read journal: %w", err)
	}
	contents, err := copied.decode(s.box)
	if err != nil {
		return journal.Contents{}, fmt.Errorf("read journal: %w", err)
	}
	return contents, nil
}

// contents returns once what was read when the file was opened, if that is what is in
// it now.
func (s *Store) contents() (journal.Contents, bool) {
	read := s.read
	s.read = nil
	if read == nil {
		return journal.Contents{}, false
	}
	newest, _, err := metas(s.file)
	return read.contents, err == nil && newest == read.meta
}

// Aside implements [journal.Store].
func (s *Store) Aside() (journal.Aside, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.usable(); err != nil {
		return journal.Aside{}, err
	}
	return s.readAside()
}

func (s *Store) readAside() (journal.Aside, error) {
	var (
		trash []pair
		draft []byte
	)
	err := s.view(func(tx *bolt.Tx) (err error) {
		if trash, err = copyBucket(tx, trashBucket, s.head.counts); err != nil {
			return err
		}
		b, err := bucket(tx, draftBucket)
		if err == nil {
			draft = bytes.Clone(b.Get([]byte(keyDraft)))
		}
		return err
	})
	if err != nil {
		return journal.Aside{}, fmt.Errorf("read what stands beside the journal: %w", err)
	}
	aside, err := s.box.decodeAside(trash, draft)
	if err != nil {
		return journal.Aside{}, fmt.Errorf("read what stands beside the journal: %w", err)
	}
	return aside, nil
}

// Apply implements [journal.Store]. Besides the sentinels it may return an
// [*journal.InvalidError], for what could not be loaded again.
func (s *Store) Apply(change journal.Change) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	if err := s.commit(change); err != nil {
		return fmt.Errorf("write journal: %w", about(s.path, err))
	}
	return nil
}

// write makes change in one transaction, which is on the disk when write returns
// no error. It returns the new head.
func (s *Store) write(change journal.Change) (next head, err error) {
	defer s.recovered(debug.SetPanicOnFault(true), &err)
	tx, err := s.db.Begin(true)
	if err != nil {
		return head{}, err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after a commit
	if err := s.checkFollows(tx); err != nil {
		return head{}, err
	}
	l := newLedger(tx, s.box, s.head)
	if s.line != (backup.Line{}) {
		l.head.lineage = l.head.lineage.Continue(s.line, s.last.txid)
	}
	if err := l.apply(change); err != nil {
		return head{}, err
	}
	if next, err = l.finish(); err != nil {
		return head{}, err
	}
	if err := tx.Commit(); errors.Is(err, berrors.ErrMaxSizeReached) {
		return head{}, fmt.Errorf("%w: %w", journal.ErrFull, err)
	} else if err != nil {
		return head{}, cause(err)
	}
	return next, nil
}

// commit writes change and then takes its head for the last one. If it fails so
// that nobody knows whether it is on the disk, nothing more is written until
// Verify.
func (s *Store) commit(change journal.Change) error {
	if err := s.setAside(); err != nil {
		return err
	}
	next, err := s.write(change)
	switch {
	case s.failed != nil: // bbolt gave up
		return s.failed
	case err == nil:
		s.head, s.line = next, backup.Line{}
		s.writeMarker()
		if err := s.guarded(s.remember); err != nil {
			s.failed = fmt.Errorf("%w: what was saved cannot be read: %w", journal.ErrReadOnly, err)
			return s.failed
		}
		return nil
	case errors.Is(err, journal.ErrReplaced):
		s.failed = err // bbolt's picture of the file is of another one
	case s.inDoubt(err):
		s.failed = fmt.Errorf("%w: the disk failed at an earlier save: %w", journal.ErrReadOnly, err)
		return s.failed
	default:
		// As it was, but bbolt may have made the file longer.
		err = errors.Join(err, s.guarded(s.remember))
	}
	return err
}

// Close implements [journal.Store] and gives up the lock.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if err := s.release(); err != nil {
		return fmt.Errorf("close journal: %w", err)
	}
	return nil
}

// release closes the file and gives up the lock.
func (s *Store) release() error {
	if s.db == nil {
		return nil
	}
	db, file := s.db, s.file
	s.db, s.file = nil, nil
	return closeBolt(db, file, errors.Is(s.failed, errPanicked))
}

// closeBolt closes db, which has file open. After a panic, bbolt's own locks may
// be locked for ever, so that it cannot be waited for. It then writes nothing more,
// so the lock on the file can be given up without it.
func closeBolt(db *bolt.DB, file *os.File, panicked bool) error {
	if !panicked {
		return guarded(db.Close)
	}
	closed := make(chan error, 1)
	go func() { closed <- guarded(db.Close) }()
	select {
	case err := <-closed:
		return err
	case <-time.After(lockTimeout):
		return unlock(file)
	}
}

// view runs f in a reading transaction.
func (s *Store) view(f func(*bolt.Tx) error) error {
	return s.guarded(func() error { return s.db.View(f) })
}

// usable returns why the store cannot be used now, or nil.
func (s *Store) usable() error {
	switch {
	case s.closed:
		return journal.ErrClosed
	case s.failed != nil:
		return s.failed
	}
	return s.checkInPlace()
}

// writable returns why nothing can be written now, or nil.
func (s *Store) writable() error {
	if err := s.usable(); err != nil {
		return err
	}
	if s.opening.ReadOnly != nil {
		return fmt.Errorf("%w: %w", journal.ErrReadOnly, s.opening.ReadOnly)
	}
	return nil
}
