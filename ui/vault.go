package ui

import (
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// Vault is where a journal is kept, with its backups and the ways back to it.
// Its methods take time and are called off the window's goroutine, one at a
// time, unless they say otherwise.
type Vault interface {
	// Open opens the journal that is there. Its error is one for which
	// [Repairable] holds if the ways back can help.
	Open() (*journal.Journal, error)
	// Begin begins a new, empty journal where there was one. What is there and
	// cannot be read is put aside, under the path returned.
	Begin() (j *journal.Journal, aside string, err error)

	// Release lets go of the journal, without a backup, so that Diagnose can look
	// at its file.
	Release() error

	// Diagnose looks for the ways back to a journal that cannot be opened.
	Diagnose() (backup.Ladder, error)
	// Inside returns what one of them brings back.
	Inside(backup.Step) (journal.Contents, error)
	// Repair goes back by one of them and opens what it brings back.
	Repair(backup.Step) (*journal.Journal, backup.Restored, error)

	// Noticed returns what was noticed when the journal was opened. It takes no
	// time.
	Noticed() Noticed
	// Folders returns where the backups are kept, and the second folder of the
	// user's choice, "" for none. It takes no time.
	Folders() (first, second string)
	// SetSecond makes another folder the second one, or none for "".
	SetSecond(folder string) error
	// Backups returns the backups of the journal, newest first, each of them
	// read in full.
	Backups() []backup.Backup
	// BackUp makes sure that there is a backup of what the journal holds now.
	BackUp() (backup.Made, error)
	// Look returns what a backup holds.
	Look(path string) (journal.Contents, error)
	// Restore puts a backup in the place of the journal, of which it makes a
	// backup first, and opens it. If that fails the journal returned is the one
	// that was there, opened anew, or nil if that failed too.
	Restore(path string) (*journal.Journal, backup.Restored, error)
}

// Noticed is what was noticed when a journal was opened, though it could be.
type Noticed struct {
	ReadOnly  error // why it can only be read; nil if it can be written
	Recovered bool  // the last save had not finished; all before it is there

	// Seen tells when the journal was last saved that was seen here, if what is
	// there now is another one or not as far on; else it is zero.
	Seen    time.Time
	Missing int  // saves that the one seen here had more; 0 if that is not known
	Other   bool // it is another journal altogether

	Synced     string   // what synchronizes the folder, see [backup.SyncedFolder]; "" for nothing
	Conflicted []string // paths of copies that it made because two machines wrote
}
