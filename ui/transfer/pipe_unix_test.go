//go:build unix

package transfer

import (
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
