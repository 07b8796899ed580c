package saving

import (
	"errors"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
	"heliotrope/ui/tasks"
)

// Backups has the journal backed up and knows how that went last. What takes time
// is done next to what the journal does, since the disk of a second folder may be
// slow, or never answer.
type Backups struct {
	tasks.Tasks
	Vault    *vault.Vault
	onBackUp func() // is called after each backup, also one that failed

	Made   backup.Made // with the last backup that was made; zero if none was made yet
	Failed error       // why there is none of what the journal contains now
	Seen   bool        // the user has dismissed what went wrong with it
}

// NewBackups returns the backups of the journal in a vault, none made yet. Their
// jobs are given to t. OnBackUp is called after each backup, also one that failed.
func NewBackups(v *vault.Vault, t tasks.Tasks, onBackUp func()) *Backups {
	return &Backups{Tasks: t, Vault: v, onBackUp: onBackUp}
}

// BackUp makes sure that there is a backup of what the journal contains now, and
// calls done, which may be nil.
func (b *Backups) BackUp(done func()) {
	var made backup.Made
	b.Run(func() (err error) {
		made, err = b.Vault.BackUp()
		return err
	}, func(err error) {
		if errors.Is(err, journal.ErrClosed) {
			return // another journal comes in its place, and is backed up then
		}
		if err != nil {
			made.Backup = b.Made.Backup
		}
		b.Made, b.Failed, b.Seen = made, err, false
		b.onBackUp()
		if done != nil {
			done()
		}
	})
}
