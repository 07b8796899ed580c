//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
)

// patience is how long a test waits for a condition before it gives up. It is
// no measure of the program: machines that run tests can be busy with much else,
// and draw their windows in software.
const patience = 2 * time.Minute

// desktop is a screen that nobody sees, with a window manager, and the program
// as it is built for users.
type desktop struct {
	binary  string
	display string
}

// newDesktop builds the program and starts a screen. Where the programs for
// that are missing it skips the test, or fails it if the environment says that
// this machine must have them.
func newDesktop(t *testing.T) *desktop {
	t.Helper()
	for _, name := range []string{"go", "Xvfb", "openbox", "xdotool", "wmctrl"} {
		if _, err := exec.LookPath(name); err == nil {
			continue
		}
		if os.Getenv("HELIOTROPE_E2E") == "required" {
			t.Fatalf("%s is not installed, and HELIOTROPE_E2E requires it", name)
		}
		t.Skipf("%s is not installed", name)
	}
	d := &desktop{binary: filepath.Join(t.TempDir(), "heliotrope")}
	build := exec.Command("go", "build", "-buildvcs=false", "-o", d.binary, ".")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, said)
	}
	d.display = startScreen(t)
	home := newHome(t)
	start(t, append(home.environ(), "DISPLAY="+d.display), "openbox", []string{"--sm-disable"})
	eventually(t, "a window manager", func() bool {
		_, err := d.tool("wmctrl", "-m")
		return err == nil
	})
	return d
}

// startScreen starts an X server on a display that is free and returns its
// name.
func startScreen(t *testing.T, args ...string) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	args = append([]string{"-displayfd", "3", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"}, args...)
	start(t, newHome(t).environ(), "Xvfb", args, write)
	write.Close() // the server has its own
	if err := read.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	number, err := io.ReadAll(read)
	if err != nil || len(bytes.TrimSpace(number)) == 0 {
		t.Fatalf("no screen: %v", err)
	}
	return ":" + string(bytes.TrimSpace(number))
}

// tool runs one of the programs that drive windows and returns what it says.
func (d *desktop) tool(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Env = []string{"PATH=" + os.Getenv("PATH"), "DISPLAY=" + d.display}
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s %q: %w: %s", name, args, err, errs.String())
	}
	return strings.TrimSpace(string(out)), nil
}

// home is the home of a user who has never used the program.
type home string

func newHome(t *testing.T) home {
	t.Helper()
	h := home(t.TempDir())
	if err := os.Mkdir(h.in("run"), 0o700); err != nil {
		t.Fatal(err)
	}
	return h
}

func (h home) in(path string) string { return filepath.Join(string(h), path) }

// journal is where the program keeps the journal if it is not told where.
func (h home) journal() string { return h.in("data/heliotrope/journal.db") }

// environ is the user's whole environment but for the screen. There is no
// session bus; with an address that leads nowhere none is started either.
func (h home) environ() []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + string(h), "LC_ALL=C.UTF-8",
		"XDG_DATA_HOME=" + h.in("data"), "XDG_CONFIG_HOME=" + h.in("config"), "XDG_CACHE_HOME=" + h.in("cache"),
		"XDG_RUNTIME_DIR=" + h.in("run"), "DBUS_SESSION_BUS_ADDRESS=unix:path=" + h.in("run/no-bus"),
	}
}

// saved returns what is on the disk, while a window has the journal open.
func (h home) saved(t *testing.T) (c journal.Contents, ok bool) {
	t.Helper()
	ok = h.read(t, func(store *boltstore.Store) (err error) {
		c, err = store.Load()
		return err
	})
	return c, ok
}

// draft returns the half-written moment on the disk, likewise.
func (h home) draft(t *testing.T) (d journal.Draft, ok bool) {
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
func (h home) read(t *testing.T, do func(*boltstore.Store) error) bool {
	t.Helper()
	content, err := os.ReadFile(h.journal())
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

// process is a program that a test has started. It does not outlive the test.
type process struct {
	name  string
	cmd   *exec.Cmd
	errs  *bytes.Buffer // to be read once it has ended
	ended chan struct{}
}

// start starts a program with an environment of its own. Files are handed to
// it from descriptor 3 on.
func start(t *testing.T, env []string, name string, args []string, files ...*os.File) *process {
	t.Helper()
	c := exec.Command(name, args...)
	c.Env, c.ExtraFiles = env, files
	return startCommand(t, c)
}

// startCommand starts a program whose standard error is recorded unless it leads
// somewhere else.
func startCommand(t *testing.T, c *exec.Cmd) *process {
	t.Helper()
	p := &process{name: c.Path, cmd: c, errs: new(bytes.Buffer), ended: make(chan struct{})}
	if c.Stderr == nil {
		c.Stderr = p.errs
	}
	p.cmd.WaitDelay = time.Second // should it leave a child that holds standard error
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = p.cmd.Wait() // the status is in ProcessState
		close(p.ended)
	}()
	t.Cleanup(func() { p.stop(t) })
	return p
}

// stop asks a program to end, and sees to it that it does.
func (p *process) stop(t *testing.T) {
	t.Helper()
	_ = p.cmd.Process.Signal(os.Interrupt) // fails if it has ended
	select {
	case <-p.ended:
		return
	case <-time.After(5 * time.Second):
	}
	_ = p.cmd.Process.Kill()
	select {
	case <-p.ended:
	case <-time.After(patience):
		t.Errorf("%s, process %d, cannot be stopped", p.name, p.cmd.Process.Pid)
	}
}

// hasEnded reports whether a program is no more.
func (p *process) hasEnded() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// exit waits until a program ends by itself and returns its status and what it
// said on standard error.
func (p *process) exit(t *testing.T) (code int, errs string) {
	t.Helper()
	select {
	case <-p.ended:
	case <-time.After(patience):
		// A Go program then says what each of its goroutines waits for.
		_ = p.cmd.Process.Signal(syscall.SIGQUIT)
		select {
		case <-p.ended:
		case <-time.After(patience):
		}
		t.Fatalf("%s has not ended within %v: %s", p.name, patience, p.errs.String())
	}
	return p.cmd.ProcessState.ExitCode(), p.errs.String()
}

// eventually waits for a condition.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	if !within(patience, holds) {
		t.Fatalf("%s: not within %v", what, patience)
	}
}

// within looks at a condition again and again for some time, and reports
// whether it came to hold.
func within(d time.Duration, holds func() bool) bool {
	for deadline := time.Now().Add(d); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			return false
		}
	}
	return true
}
