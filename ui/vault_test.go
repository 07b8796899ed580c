package ui

import (
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
	"heliotrope/journal/words"
)

// fakeVault is a vault whose answers a test sets. It counts what is done.
type fakeVault struct {
	t       *testing.T
	ladder  backup.Ladder
	inside  journal.Contents // of every step and of every backup
	noticed Noticed
	backups []backup.Backup
	second  string
	openErr error
	fail    error // of every backup and restore

	repaired, begun, released int
	backedUp, restored        int
}

func (v *fakeVault) journal(c journal.Contents) *journal.Journal {
	v.t.Helper()
	if c.ID == "" {
		c.ID = "test"
	}
	j, err := journal.Open(storetest.NewMemory(c))
	if err != nil {
		v.t.Fatal(err)
	}
	return j
}

func (v *fakeVault) Open() (*journal.Journal, error) {
	if v.openErr != nil {
		return nil, v.openErr
	}
	return v.journal(v.inside), nil
}

func (v *fakeVault) Begin() (*journal.Journal, string, error) {
	v.begun++
	return v.journal(journal.Contents{ID: "new"}), "/somewhere/journal.damaged.db", nil
}

func (v *fakeVault) Release() error                               { v.released++; return nil }
func (v *fakeVault) Diagnose() (backup.Ladder, error)             { return v.ladder, nil }
func (v *fakeVault) Inside(backup.Step) (journal.Contents, error) { return v.inside, nil }
func (v *fakeVault) Noticed() Noticed                             { return v.noticed }
func (v *fakeVault) Folders() (first, second string)              { return "/somewhere/backups", v.second }
func (v *fakeVault) SetSecond(folder string) error                { v.second = folder; return nil }
func (v *fakeVault) Backups() []backup.Backup                     { return v.backups }
func (v *fakeVault) Look(string) (journal.Contents, error)        { return v.inside, nil }

func (v *fakeVault) Repair(s backup.Step) (*journal.Journal, backup.Restored, error) {
	v.repaired++
	return v.journal(v.inside), backup.Restored{Next: s.Summary, Aside: "/somewhere/journal.damaged.db"}, nil
}

func (v *fakeVault) BackUp() (backup.Made, error) {
	v.backedUp++
	if v.fail != nil || len(v.backups) == 0 {
		return backup.Made{}, v.fail
	}
	return backup.Made{Backup: v.backups[0], New: true}, nil
}

func (v *fakeVault) Restore(string) (*journal.Journal, backup.Restored, error) {
	v.restored++
	if v.fail != nil {
		return v.journal(journal.Contents{}), backup.Restored{}, v.fail
	}
	return v.journal(v.inside), backup.Restored{}, nil
}

// weeks returns contents with a moment in each of n weeks up to 2026-W47.
func weeks(t *testing.T, n int) journal.Contents {
	t.Helper()
	c := journal.Contents{ID: "test"}
	last := journal.WeekOf(time.Date(2026, time.November, 16, 0, 0, 0, 0, time.UTC))
	for i := range n {
		c.Entries = append(c.Entries, journal.Entry{Week: last.Add(i + 1 - n), Moments: []journal.Moment{{
			ID: journal.NewID(), Text: "Fed the quokka", Kind: "coding", Track: journal.Technical, Hours: 1,
			Logged: time.Date(2026, time.November, 16, 0, 0, 0, 0, time.UTC),
		}}})
	}
	return c
}

func summaryOf(c journal.Contents) backup.Summary {
	s := backup.Summary{Journal: c.ID, Weeks: len(c.Entries), Moments: len(c.Entries)}
	if s.Weeks > 0 {
		s.First, s.Last = c.Entries[0].Week, c.Entries[s.Weeks-1].Week
	}
	return s
}

// newVaultDesk opens the window on contents that are kept in v.
func newVaultDesk(t *testing.T, c journal.Contents, v *fakeVault) *desk {
	t.Helper()
	v.t = t
	return newDeskWith(t, c, words.English, func(cfg *Config) { cfg.Vault = v })
}
