//go:build unix

package transfer

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// A pipe, which nobody may ever write to, is not opened.
func TestRefusePipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.json")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipe can be made here: ", err)
	}
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.transfer.Preview(pipe)
	d.Sees(pipe + " isn’t a regular file.")
}

// The dialog offers no pipe either: it would open it.
func TestOpenFileOffersNoPipe(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(folder, "pipe"), 0o600); err != nil {
		t.Skip("no pipe can be made here: ", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.transfer.Ask.OpenFile(folder, func(string) {})
	d.Sees("file")
	d.Misses("pipe")
}
