package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"heliotrope/journal"
)

const (
	lockTimeout = time.Second // how long another program may take to let go of the file
	maxSize     = 1 << 30     // a runaway import ends here: fifty full years take 20 MB
)

// Store is a journal in a file. It is safe for use by several goroutines.
type Store struct {
	path string

	mu     sync.Mutex
	db     *bolt.DB // nil once closed
	file   *os.File // the one that db has open
	last   state    // of the file, as this store left it
	failed error    // why nothing more is read or written; nil as long as all is well
}

var _ journal.Store = (*Store)(nil)

// Open opens the journal in the file at path and locks it. If there is no such
// file it makes a new, empty journal, and its folder too if need be, both
// readable by the user alone.
//
// The error wraps [journal.ErrInUse], [journal.ErrEmptyFile],
// [journal.ErrNotJournal], [journal.ErrNewerFormat] or [journal.ErrDamaged] if
// that is what is wrong, or else what the system said, [fs.ErrPermission] for
// one. A file that is refused is left as it is, to the byte.
func Open(path string) (*Store, error) {
	path, err := filepath.Abs(path) // every save looks there, whatever the folder is then
	if err == nil {
		err = checkKind(path)
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = create(path)
	}
	if err == nil {
		err = examine(path)
	}
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	db, file, err := openBolt(path, false)
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	s := &Store{path: path, db: db, file: file}
	if err := s.guarded(s.remember); err != nil {
		return nil, errors.Join(fmt.Errorf("open journal: %w", err), s.Close())
	}
	return s, nil
}

// checkKind returns an error unless path names a regular file. Opening a pipe
// would wait for its other end.
func checkKind(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%w: %s is a folder", journal.ErrNotJournal, filepath.Base(path))
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: %s is no regular file", journal.ErrNotJournal, filepath.Base(path))
	}
	return nil
}

// examine opens the file for reading only and makes sure that it is a whole
// journal of a known version. bbolt may write to a file, or crash, just by
// opening it for writing; after this it is known to be ours and in one piece.
func examine(path string) error {
	db, file, err := openBolt(path, true)
	if err != nil {
		return err
	}
	s := &Store{path: path, db: db, file: file}
	err = s.guarded(func() error {
		// The lock is held by now, so no other program is halfway through a write.
		tree, err := precheck(file)
		if err != nil {
			return err
		}
		if err := tree.verify(file); err != nil {
			return err
		}
		if err := db.View(identify); err != nil {
			return err
		}
		if tree.freelist == noFreelist {
			// Another tool wrote this file. bbolt would rebuild the list in a
			// goroutine of its own, and write it.
			return fmt.Errorf("%w: it has no free list", journal.ErrDamaged)
		}
		return nil
	})
	return errors.Join(err, s.Close())
}

// openBolt opens an existing file with bbolt, once its meta pages have been
// found good, and also returns the handle that bbolt then holds.
func openBolt(path string, readOnly bool) (db *bolt.DB, file *os.File, err error) {
	options := &bolt.Options{
		Timeout:      lockTimeout,
		ReadOnly:     readOnly,
		FreelistType: bolt.FreelistMapType,
		MaxSize:      maxSize,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
			if err != nil {
				return nil, err
			}
			if _, err := precheck(f); err != nil {
				return nil, errors.Join(err, f.Close())
			}
			file = f
			return f, nil
		},
	}
	err = guarded(func() (err error) {
		db, err = bolt.Open(path, 0o600, options)
		return err
	})
	if err != nil {
		if file != nil {
			_ = file.Close() // bbolt has done so already, unless it panicked
		}
		if errors.Is(err, berrors.ErrTimeout) {
			return nil, nil, journal.ErrInUse
		}
		return nil, nil, err
	}
	return db, file, nil
}

// Load implements [journal.Store]. It checks every record.
func (s *Store) Load() (journal.Contents, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.usable(); err != nil {
		return journal.Contents{}, err
	}
	var copied image
	err := s.guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) (err error) {
			copied, err = copyAll(tx)
			return err
		})
	})
	if err != nil {
		return journal.Contents{}, fmt.Errorf("read journal: %w", err)
	}
	contents, err := copied.decode()
	if err != nil {
		return journal.Contents{}, fmt.Errorf("read journal: %w", err)
	}
	return contents, nil
}

// Apply implements [journal.Store]. Besides the sentinels it may return an
// [*journal.InvalidError], for what could not be loaded again.
func (s *Store) Apply(change journal.Change) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.usable(); err != nil {
		return err
	}
	err := s.guarded(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			if err := s.checkFollows(tx); err != nil {
				return err
			}
			return apply(tx, change)
		})
	})
	switch {
	case s.failed != nil: // bbolt gave up
	case errors.Is(err, journal.ErrReplaced):
		s.failed = err // bbolt's picture of the file is of another one
	case errors.Is(err, syscall.EIO):
		// The system may have dropped the pages that it failed to sync, and
		// then call the next sync a success. So there is no next one.
		s.failed = fmt.Errorf("the disk failed at an earlier save: %w", err)
	default:
		// Also after an error: if only the last sync failed, the change is there.
		err = errors.Join(err, s.guarded(s.remember))
	}
	if err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	return nil
}

// Close implements [journal.Store] and gives up the lock.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	db := s.db
	s.db = nil
	if err := closeBolt(db, errors.Is(s.failed, errPanicked)); err != nil {
		return fmt.Errorf("close journal: %w", err)
	}
	return nil
}

// closeBolt closes db. After a panic, bbolt's own locks may be locked for ever,
// so that it cannot be waited for.
func closeBolt(db *bolt.DB, panicked bool) error {
	if !panicked {
		return guarded(db.Close)
	}
	closed := make(chan error, 1)
	go func() { closed <- guarded(db.Close) }()
	select {
	case err := <-closed:
		return err
	case <-time.After(lockTimeout):
		return errors.New("the file stays locked until the program ends")
	}
}

// usable returns why the store cannot be used now, or nil.
func (s *Store) usable() error {
	switch {
	case s.db == nil:
		return journal.ErrClosed
	case s.failed != nil:
		return s.failed
	}
	return s.checkInPlace()
}
