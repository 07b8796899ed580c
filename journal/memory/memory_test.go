package memory_test

import (
	"errors"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/memory"
	"heliotrope/journal/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) (journal.Store, func() journal.Store) {
		s := memory.New(journal.Contents{})
		return s, func() journal.Store { return s.Reopen() }
	})
}

func TestStoreRefusesWhatIsNotValid(t *testing.T) {
	c := storetest.Sample()
	c.Entries[0].Split = &journal.Split{People: 99}
	if _, err := memory.New(c).Load(); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("load returned %v, want ErrDamaged", err)
	}
}
