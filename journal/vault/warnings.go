package vault

import (
	"time"

	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
)

// Warnings are what the user should know about a journal that was opened.
type Warnings struct {
	ReadOnly  error // why it can only be read; nil if it can be written
	Recovered bool  // the last save was interrupted; all saves before it are there

	// Seen is when the journal that was last saved on this computer was saved,
	// if the one here is a different or an older one; otherwise it is zero.
	Seen    time.Time
	Missing int  // how many saves older it is; 0 if that is not known
	Other   bool // it is a different journal

	Synced     string   // what synchronizes the folder, see [backup.SyncedFolder]; "" for nothing
	Conflicted []string // paths of conflict copies, see [backup.ConflictedCopies]
}

func warningsOf(path string, o boltstore.Opening) Warnings {
	w := Warnings{ReadOnly: o.ReadOnly, Recovered: o.OneMeta, Conflicted: backup.ConflictedCopies(path)}
	w.Synced, _ = backup.SyncedFolder(path)
	if o.Rollback != nil {
		w.Seen, w.Missing, w.Other = o.Rollback.Seen, o.Rollback.Missing, o.Rollback.Other
	}
	return w
}

// Warnings returns what was noticed when the journal was opened last. It takes
// no time.
func (v *Vault) Warnings() Warnings {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.warnings
}
