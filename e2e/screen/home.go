//go:build linux

package screen

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
)

// Home is the home of a user who has never used the program.
type Home string

// NewHome makes a home. If the test fails, what is in it is kept, see [Kept].
func NewHome(t testing.TB) Home {
	t.Helper()
	h := Home(t.TempDir())
	if err := os.Mkdir(h.In("run"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.keep(t) })
	return h
}

// In returns a path in the home.
func (h Home) In(path string) string { return filepath.Join(string(h), path) }

// Journal is where the program keeps the journal if it is not told where.
func (h Home) Journal() string { return h.In("data/heliotrope/journal.db") }

// Environ is the user's whole environment but for the screen. There is no
// session bus; with an address that leads nowhere none is started either.
func (h Home) Environ() []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + string(h), "LC_ALL=C.UTF-8",
		"XDG_DATA_HOME=" + h.In("data"), "XDG_CONFIG_HOME=" + h.In("config"), "XDG_CACHE_HOME=" + h.In("cache"),
		"XDG_RUNTIME_DIR=" + h.In("run"), "DBUS_SESSION_BUS_ADDRESS=unix:path=" + h.In("run/no-bus"),
	}
}

// Saved returns what is on the disk, while a window has the journal open.
func (h Home) Saved(t testing.TB) (c journal.Contents, ok bool) {
	t.Helper()
	ok = h.read(t, func(store *boltstore.Store) (err error) {
		c, err = store.Load()
		return err
	})
	return c, ok
}

// Draft returns the half-written moment on the disk, likewise.
func (h Home) Draft(t testing.TB) (d journal.Draft, ok bool) {
	t.Helper()
	ok = h.read(t, func(store *boltstore.Store) error {
		aside, err := store.Aside()
		if err == nil && aside.Draft != nil {
			d = *aside.Draft
		}
		return err
	})
	return d, ok
}

// read reads a copy of the journal, and reports whether that was possible: one
// that was made in the middle of a write may not be whole.
func (h Home) read(t testing.TB, do func(*boltstore.Store) error) bool {
	t.Helper()
	content, err := os.ReadFile(h.Journal())
	if err != nil {
		return false
	}
	folder, err := os.MkdirTemp(string(h), "copy-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	copied := filepath.Join(folder, "copy.db")
	if err := os.WriteFile(copied, content, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := boltstore.Open(copied)
	if err != nil {
		return false
	}
	return errors.Join(do(store), store.Close()) == nil
}
