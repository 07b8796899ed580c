// Package bustest starts a session bus for a test alone.
package bustest

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Start starts a bus that ends with the test, makes it the session bus of the
// environment, and returns its address. Without the program dbus-daemon the test is
// skipped, or fails where HELIOTROPE_E2E requires it.
func Start(t testing.TB) string {
	t.Helper()
	path, err := exec.LookPath("dbus-daemon")
	if err != nil {
		if os.Getenv("HELIOTROPE_E2E") == "required" {
			t.Fatal("dbus-daemon is not installed, and HELIOTROPE_E2E requires it")
		}
		t.Skip("dbus-daemon is not installed")
	}
	daemon := exec.Command(path, "--session", "--nofork", "--nopidfile", "--print-address=1", "--address=unix:tmpdir="+t.TempDir())
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = daemon.Process.Kill() // it may have ended
		_ = daemon.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal("dbus-daemon: ", err)
	}
	address := strings.TrimSuffix(line, "\n")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	return address
}
