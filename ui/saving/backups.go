package saving

import (
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
	"heliotrope/ui/tasks"
)

// Backups has the journal backed up and knows how that went last.
type Backups struct {
	Vault    *vault.Vault
	tasks    tasks.Tasks
	onBackUp func() // is called after each backup, also one that failed

	Made   backup.Made // the last one; zero if none was made yet
	Failed error       // why there is none of what the journal contains now
}

// NewBackups returns the backups of the journal in a vault, none made yet. OnBackUp
// is called after each backup, also one that failed.
func NewBackups(v *vault.Vault, t tasks.Tasks, onBackUp func()) *Backups {
	return &Backups{Vault: v, tasks: t, onBackUp: onBackUp}
}

// BackUp makes sure that there is a backup of what the journal contains now, and
// calls done, which may be nil.
func (b *Backups) BackUp(done func()) {
	var made backup.Made
	b.tasks.Run(func() (err error) {
		made, err = b.Vault.BackUp()
		return err
	}, func(err error) {
		b.Failed = err
		if err == nil {
			b.Made = made
		}
		b.onBackUp()
		if done != nil {
			done()
		}
	})
}
