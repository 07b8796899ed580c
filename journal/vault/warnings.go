package vault

import (
	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
)

// Warnings are what the user should know about a journal that was opened.
type Warnings struct {
	ReadOnly  error // why it can only be read; nil if it can be written
	Recovered bool  // the last save was interrupted; all saves before it are there

	// Behind is set if the journal is not what was last saved here. It stays so
	// until one of the options of [Vault.Diagnose] was chosen.
	Behind *backup.Behind

	Synced     string   // what synchronizes the folder, see [backup.SyncedFolder]; "" for nothing
	Conflicted []string // paths of conflict copies, see [backup.ConflictedCopies]
}

func warningsOf(path string, o boltstore.Opening) Warnings {
	w := Warnings{ReadOnly: o.ReadOnly, Recovered: o.OneMeta && o.Behind == nil, Behind: o.Behind, Conflicted: backup.ConflictedCopies(path)}
	w.Synced, _ = backup.SyncedFolder(path)
	return w
}

// Warnings returns what was noticed when the journal was opened last. It takes
// no time.
func (v *Vault) Warnings() Warnings {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.warnings
}

// SetAside returns the path of the copy that was made of a journal that is behind
// before something was saved into it, "" if there was no need. Its file may
// contain what the save overwrites, and [Vault.Diagnose] looks there too.
func (v *Vault) SetAside() string {
	_, store := v.current()
	if store == nil {
		return ""
	}
	return store.SetAside()
}
