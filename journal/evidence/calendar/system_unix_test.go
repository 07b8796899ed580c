//go:build unix

package calendar

import (
	"context"
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"heliotrope/journal/evidence/source"
)

// TestPipe looks at a pipe, which nobody writes to.
func TestPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.ics")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	for _, place := range []string{path, filepath.Dir(path), "/dev/zero"} {
		s := Kind.Open(place, nil)
		found := s.Look(context.Background(), week(t, "2026-11-23", "UTC"))
		if len(found.Troubles) != 1 || !errors.Is(found.Troubles[0], source.ErrBroken) {
			t.Errorf("%s is told as %v", place, found.Troubles)
		}
		s.Stamp()
		if found, err := Kind.Find(context.Background(), place); err != nil || len(found) > 0 {
			t.Errorf("%s is found as %q (%v)", place, found, err)
		}
	}
	if beginsCalendar(path) {
		t.Error("a pipe is a calendar")
	}
}
