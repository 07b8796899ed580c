package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
)

// newVault returns the vault of a journal on the disk with contents, which is
// open.
func newVault(t *testing.T, c journal.Contents) *vault.Vault {
	t.Helper()
	folder := t.TempDir()
	v, err := vault.At(filepath.Join(folder, "journal.db"), preferences.Open(filepath.Join(folder, "settings.json")), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeVault(t, v) })
	if _, err := openVault(t, v).Merge(c); err != nil {
		t.Fatal(err)
	}
	return v
}

// openVault opens a vault again, whether it was open or not.
func openVault(t *testing.T, v *vault.Vault) *journal.Journal {
	t.Helper()
	closeVault(t, v)
	j, err := v.Open()
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func closeVault(t *testing.T, v *vault.Vault) {
	t.Helper()
	if err := v.Close(); err != nil {
		t.Error(err)
	}
}

// backUp makes a backup of what is in a vault.
func backUp(t *testing.T, v *vault.Vault) backup.Backup {
	t.Helper()
	made, err := v.BackUp()
	if err != nil {
		t.Fatal(err)
	}
	return made.Backup
}

// noBackups lets every further backup of a vault fail until allow is called.
func noBackups(t *testing.T, v *vault.Vault) (allow func()) {
	t.Helper()
	folder, _ := v.Folders()
	away := folder + ".away"
	if err := os.Rename(folder, away); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(folder); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(away, folder); err != nil {
			t.Fatal(err)
		}
	}
}

// badBackup adds a backup that cannot be read.
func badBackup(t *testing.T, v *vault.Vault) {
	t.Helper()
	folder, _ := v.Folders()
	if err := os.WriteFile(filepath.Join(folder, "journal-20261121-090000-tx1.db"), make([]byte, 1_000), 0o600); err != nil {
		t.Fatal(err)
	}
}

// damage closes a vault and changes a text in the file of its journal.
func damage(t *testing.T, v *vault.Vault, text string) {
	t.Helper()
	closeVault(t, v)
	content, err := os.ReadFile(v.Path())
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.ReplaceAll(content, []byte(text), bytes.Repeat([]byte{'?'}, len(text)))
	if bytes.Equal(content, damaged) {
		t.Fatalf("%q is not in the file", text)
	}
	if err := os.WriteFile(v.Path(), damaged, 0o600); err != nil {
		t.Fatal(err)
	}
}

// empty closes a vault and empties the file of its journal.
func empty(t *testing.T, v *vault.Vault) {
	t.Helper()
	closeVault(t, v)
	if err := os.Truncate(v.Path(), 0); err != nil {
		t.Fatal(err)
	}
}

// folderOf returns the names of the files in the folder of a vault.
func folderOf(t *testing.T, v *vault.Vault) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(v.Path()))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// newVaultDesk opens the window on contents, as if they were in v.
func newVaultDesk(t *testing.T, c journal.Contents, v *vault.Vault) *desk {
	t.Helper()
	return newDeskWith(t, c, words.English, func(cfg *Config) { cfg.Vault = v })
}
