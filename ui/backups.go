package ui

import (
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
)

// keeping has the journal backed up and knows how that went last.
type keeping struct {
	vault *vault.Vault
	tasks tasks
	told  func() // is called when more is known

	made   backup.Made // the last one; zero if none was made yet
	failed error       // why there is none of what the journal holds now
}

// backUp makes sure that there is a backup of what the journal holds now, and
// calls done, which may be nil.
func (k *keeping) backUp(done func()) {
	var made backup.Made
	k.tasks.run(func() (err error) {
		made, err = k.vault.BackUp()
		return err
	}, func(err error) {
		k.failed = err
		if err == nil {
			k.made = made
		}
		k.told()
		if done != nil {
			done()
		}
	})
}
