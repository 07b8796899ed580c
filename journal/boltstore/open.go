package boltstore

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/outfile"
)

// Options are choices made when a journal is opened. The zero value opens it
// for writing.
type Options struct {
	// ReadOnly opens the journal for reading only, next to others who do so. A
	// missing file is then an error.
	ReadOnly bool

	// Anew makes a new, empty journal also where there was one before, once the
	// user has been asked: see [journal.ErrMissing].
	Anew bool
}

// Opening is what was noticed while a journal was opened.
type Opening struct {
	Format   int            // of the file as it was found
	ReadOnly error          // why it can only be read; nil if it can be written
	OneMeta  bool           // one meta page is bad, as after a save that never finished
	Behind   *backup.Behind // it is not what was last saved here; nil if it is, or nothing is known
	Summary  backup.Summary // of what it contained
}

// errAskedReadOnly is why a journal can only be read that was opened so.
var errAskedReadOnly = errors.New("it was opened for reading only")

// Open opens the journal in the file at path and locks it. If there is no such
// file it makes a new, empty journal, and its folder too if need be, both
// readable by the user alone; but not where there was one before. A file that
// may not be written, and one of a newer format that declares itself readable,
// are opened for reading only: see [Store.Opening].
//
// Another program has a second to let go of the file. While others save one
// after the other, as several commands do, Open waits for longer.
//
// The error wraps [journal.ErrInUse], [journal.ErrMissing],
// [journal.ErrEmptyFile], [journal.ErrNotJournal], [journal.ErrNewerFormat] or
// [journal.ErrDamaged] if that is what is wrong, or else the error of the system,
// [fs.ErrPermission] for one. A file that is refused is left as it is, to the byte.
func Open(path string) (*Store, error) { return Options{}.Open(path) }

// Open is the function [Open] with o.
func (o Options) Open(path string) (*Store, error) {
	end := time.Now().Add(queueTimeout)
	for {
		before := modified(path)
		s, err := o.open(path)
		if err == nil {
			return s, nil
		}
		others := !modified(path).Equal(before)
		if !errors.Is(err, journal.ErrInUse) || !others && !errors.Is(err, errSaved) || time.Now().After(end) {
			return nil, fmt.Errorf("open journal: %w", about(path, err))
		}
	}
}

// errSaved is that another program had the journal only to save something.
var errSaved = fmt.Errorf("%w: another program saved in between", journal.ErrInUse)

// modified returns when something was written to the file at path last, zero if
// there is none.
func modified(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

func (o Options) open(path string) (*Store, error) {
	path, err := filepath.Abs(path) // every save looks there, whatever the folder is then
	if err == nil {
		err = checkKind(path)
	}
	created := false
	if errors.Is(err, fs.ErrNotExist) {
		switch {
		case !o.Anew && wasHere(path):
			err = journal.ErrMissing
		case !o.ReadOnly:
			created, err = true, create(path)
		}
	}
	if err != nil {
		return nil, err
	}
	s, err := examine(path, true)
	if err != nil {
		return nil, err
	}
	if created { // what was there before is not missed, and nobody else has a copy
		s.opening.Behind, s.lost, s.line = nil, nil, backup.Line{}
	}
	if s.opening.ReadOnly = o.readOnly(s); s.opening.ReadOnly != nil {
		return s, nil
	}
	if err := s.release(); err != nil {
		return nil, err
	}
	if err := s.openForWriting(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// readOnly returns why the journal can only be read, or nil.
func (o Options) readOnly(s *Store) error {
	if o.ReadOnly {
		return errAskedReadOnly
	}
	if s.opening.Format > formatVersion {
		return fmt.Errorf("%w: format %d", journal.ErrNewerFormat, s.opening.Format)
	}
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	switch {
	case err == nil:
		_ = f.Close()
	case errors.Is(err, fs.ErrPermission), errors.Is(err, readOnlyDisk):
		return err
	}
	return nil // bbolt reports any other error when it opens the file
}

// checkKind returns an error unless path names a regular file. Opening a pipe
// would wait for its other end.
func checkKind(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: path, Err: fmt.Errorf("%w: %w", journal.ErrNotJournal, outfile.ErrNotFile)}
	}
	return err
}

// examine opens the file for reading only and makes sure that it is a whole
// journal of a known version. bbolt may write to a file, or crash, just by
// opening it for writing; after this it is known to be ours and in one piece. If keep
// is set, Load need not read it again.
func examine(path string, keep bool) (*Store, error) {
	db, file, err := openBolt(path, true)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, db: db, file: file}
	err = s.guarded(func() error {
		// The file is locked by now, so no other program is halfway through a write.
		if _, err := precheck(file); err != nil {
			return err
		}
		newest, other, err := metas(file)
		if err != nil {
			return err
		}
		found, err := readFile(file, newest, keep)
		if err != nil {
			return err
		}
		s.box, s.head = found.box, found.head
		s.opening = Opening{Format: found.version, OneMeta: other == nil, Summary: found.summary}
		if keep {
			s.read = &found
		}
		s.compareWithMarker()
		if err := s.boltCheckApart(); err != nil {
			return err
		}
		return s.remember()
	})
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// boltCheckApart is boltCheck of the file with a mapping of its own. It looks at every
// page, and what was looked at stays in memory until it is no longer mapped.
func (s *Store) boltCheckApart() error {
	db, file, err := openBolt(s.path, true)
	if err != nil {
		return err
	}
	checked, err := file.Stat()
	if err == nil {
		var examined os.FileInfo
		if examined, err = s.file.Stat(); err == nil && !os.SameFile(checked, examined) {
			err = errSaved
		}
	}
	if err == nil {
		err = boltCheck(db)
	}
	return errors.Join(err, db.Close())
}

// compareWithMarker compares the state that was found with what is known of the
// journal at the path.
func (s *Store) compareWithMarker() {
	now := seenOf(s.path, s.box, s.head, time.Time{})
	m, known := readMarker(s.path)
	s.opening.Behind, s.lost, s.unsaved = m.compare(s.box, s.head)
	if confirmed := known && m.last.same(now); !confirmed && s.opening.Behind == nil {
		s.compareWithBackups(now)
	}
	if s.opening.OneMeta && !(known && m.last.same(now)) {
		// The other page may have led to a later save.
		if s.opening.Behind == nil {
			s.opening.Behind = &backup.Behind{}
			s.lost = append(s.lost, seen{journal: now.journal, transaction: now.transaction + 1})
		}
		s.opening.Behind.Unreadable, s.unsaved = true, true
	}
	certain := known && m.last.journal == now.journal && m.last.line == now.line && m.last.file == now.file &&
		(m.last.transaction < now.transaction || m.last.same(now))
	if !certain {
		s.line = newLine(s.path)
	}
}

// compareWithBackups looks for a backup that follows the state that was found,
// where the marker does not show that this was saved last: it may be gone, or as
// old as the journal.
func (s *Store) compareWithBackups(now seen) {
	const most = 3 // that are read
	var newer []backup.Backup
	for _, b := range backupsOf(s.path, backupFolder(s.path)) {
		if b.Transaction > now.transaction {
			newer = append(newer, b)
		}
	}
	slices.SortFunc(newer, func(a, b backup.Backup) int { return cmp.Compare(b.Transaction, a.Transaction) })
	present := backup.Summary{Transaction: now.transaction, State: hex.EncodeToString(now.mac[:]), Lineage: s.head.lineage}
	for _, b := range newer[:min(len(newer), most)] {
		w, err := look(b.Path)
		if err != nil || !w.state().Follows(present) {
			continue
		}
		s.opening.Behind = &backup.Behind{Missing: w.transaction - now.transaction, Seen: b.Made}
		s.lost = append(s.lost, seen{keyName(w.box), w.lineage.Last().ID, unknown, w.transaction, w.head, b.Made})
		s.unsaved = true
		return
	}
}

// openForWriting opens the file that s has examined and let go of.
func (s *Store) openForWriting() error {
	examined := s.last
	db, file, err := openBolt(s.path, false)
	if err != nil {
		return err
	}
	s.db, s.file = db, file
	return s.guarded(func() error {
		if err := s.remember(); err != nil {
			return err
		}
		if s.last.txid != examined.txid || s.db.View(s.checkHead) != nil {
			return errSaved
		}
		if s.opening.Behind == nil {
			s.writeMarker()
		}
		return nil
	})
}

// openBolt opens an existing file with bbolt, once its meta pages have been
// found good, and also returns the handle that bbolt then has.
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
