package words_test

import (
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
)

func TestLastBackup(t *testing.T) {
	now := time.Date(2026, time.November, 23, 0, 30, 0, 0, time.Local)
	tests := []struct {
		made   time.Time
		en, fr string
	}{
		{time.Time{}, "No backup yet", "Pas encore de sauvegarde"},
		{now, "Last backup today", "Sauvegardé aujourd’hui"},
		{now.Add(-31 * time.Minute), "Last backup yesterday", "Sauvegardé hier"},
		{now.AddDate(0, 0, -2), "Last backup 21 November 2026", "Sauvegardé le 21 novembre 2026"},
		{now.Add(time.Hour), "Last backup today", "Sauvegardé aujourd’hui"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.LastBackup(tt.made, now) }, tt.en, tt.fr)
	}
}

func TestRepaired(t *testing.T) {
	both(t, func(w *words.Words) string { return w.Repaired(backup.Restored{Aside: "/a.db"}) },
		"The unreadable file is kept as /a.db", "Le fichier illisible est conservé sous /a.db")
	both(t, func(w *words.Words) string { return w.Repaired(backup.Restored{}) }, "", "")
}

func TestDifferences(t *testing.T) {
	w40, err := journal.ParseWeek("2026-W40")
	if err != nil {
		t.Fatal(err)
	}
	both(t, func(w *words.Words) string { return strings.Join(w.Differences(backup.Differences{}), "\n") },
		"Identical to your journal.", "Identique à votre journal.")
	both(t, func(w *words.Words) string {
		return strings.Join(w.Differences(backup.Differences{Gone: []journal.Week{w40}}), "\n")
	}, "Weeks it doesn’t contain: 2026-W40.",
		"Semaines absentes~: 2026-W40.")
}

// TestProblemOfTheFile: what happened to a file under the running window is told
// apart.
func TestProblemOfTheFile(t *testing.T) {
	for _, tt := range []struct {
		err  error
		what string
	}{
		{journal.ErrReplaced, "moved or replaced"},
		{fmt.Errorf("%w: %w", journal.ErrReplaced, fs.ErrNotExist), "no longer there"},
		{fmt.Errorf("%w: %w", journal.ErrReplaced, journal.ErrDamaged), "emptied or shortened"},
		{&fs.PathError{Op: "write", Err: syscall.ENOSPC}, "disk is full"},
		{fmt.Errorf("%w: %w", journal.ErrReadOnly, syscall.EIO), "reported an error"},
		{&fs.PathError{Op: "open", Err: syscall.EROFS}, "the disk is read-only"},
	} {
		if p := words.In(words.English).Problem(tt.err); !strings.Contains(p.What, tt.what) || p.Safe == "" || p.Do == "" {
			t.Errorf("%v: %q", tt.err, p.String())
		}
	}
}
