//go:build linux

package screen

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// The size of the screen.
const (
	Width  = 1400
	Height = 900
)

// Need skips the test where a program is missing, or fails it if the environment
// says that this machine must have all of them.
func Need(t testing.TB, programs ...string) {
	t.Helper()
	for _, name := range programs {
		if _, err := exec.LookPath(name); err == nil {
			continue
		}
		if os.Getenv("HELIOTROPE_E2E") == "required" {
			t.Fatalf("%s is not installed, and HELIOTROPE_E2E requires it", name)
		}
		t.Skipf("%s is not installed", name)
	}
}

// Serve starts an X server on a display that is free and returns its name. There
// is no window manager.
func Serve(t testing.TB, args ...string) (display string) {
	t.Helper()
	Need(t, "Xvfb")
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	size := strconv.Itoa(Width) + "x" + strconv.Itoa(Height) + "x24"
	args = append([]string{"-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp", "-noreset",
		"-r"}, args...) // on a busy machine a key may seem to be held down, and would be repeated
	c := exec.Command("Xvfb", args...)
	c.Env, c.ExtraFiles = NewHome(t).Environ(), []*os.File{write}
	Start(t, c)
	write.Close() // the server has its own
	if err := read.SetReadDeadline(time.Now().Add(Patience)); err != nil {
		t.Fatal(err)
	}
	number, err := io.ReadAll(read)
	if err != nil || len(bytes.TrimSpace(number)) == 0 {
		t.Fatalf("no screen: %v", err)
	}
	return ":" + string(bytes.TrimSpace(number))
}
