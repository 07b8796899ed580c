//go:build linux

package screen

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Process is a program that a test has started. It does not outlive the test.
type Process struct {
	t     testing.TB
	cmd   *exec.Cmd
	errs  *bytes.Buffer // to be read once it has ended
	ended chan struct{}
}

// Start starts a program whose standard error is recorded unless it leads
// somewhere else.
func Start(t testing.TB, c *exec.Cmd) *Process {
	t.Helper()
	p := &Process{t: t, cmd: c, errs: new(bytes.Buffer), ended: make(chan struct{})}
	if c.Stderr == nil {
		c.Stderr = p.errs
	}
	c.WaitDelay = time.Second // should it leave a child that holds standard error
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = c.Wait() // the status is in ProcessState
		close(p.ended)
	}()
	t.Cleanup(p.stop)
	return p
}

// Pid returns the number of the process.
func (p *Process) Pid() int { return p.cmd.Process.Pid }

// stop asks a program to end, and sees to it that it does.
func (p *Process) stop() {
	p.t.Helper()
	_ = p.cmd.Process.Signal(os.Interrupt) // fails if it has ended
	select {
	case <-p.ended:
	case <-time.After(5 * time.Second):
		_ = p.cmd.Process.Kill()
		select {
		case <-p.ended:
		case <-time.After(Patience):
			p.t.Errorf("%s, process %d, cannot be stopped", p.cmd.Path, p.Pid())
			return
		}
	}
	p.keep()
}

// HasEnded reports whether a program is no more.
func (p *Process) HasEnded() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// Signal sends a signal to a program that runs.
func (p *Process) Signal(s os.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

// RefuseWrites has the system refuse each write of the program to a file, or none,
// as a disk does that is full.
func (p *Process) RefuseWrites(refuse bool) {
	p.t.Helper()
	limit := unix.Rlimit{Cur: unix.RLIM_INFINITY, Max: unix.RLIM_INFINITY}
	if refuse {
		limit.Cur = 0
	}
	if err := unix.Prlimit(p.Pid(), unix.RLIMIT_FSIZE, &limit, nil); err != nil {
		p.t.Fatal(err)
	}
}

// Exit waits until a program ends by itself and returns its status and what it
// said on standard error.
func (p *Process) Exit() (code int, errs string) {
	p.t.Helper()
	select {
	case <-p.ended:
	case <-time.After(Patience):
		// A Go program then says what each of its goroutines waits for.
		_ = p.cmd.Process.Signal(syscall.SIGQUIT)
		select {
		case <-p.ended:
		case <-time.After(Patience):
		}
		p.t.Fatalf("%s has not ended within %v: %s", filepath.Base(p.cmd.Path), Patience, p.errs.String())
	}
	return p.cmd.ProcessState.ExitCode(), p.errs.String()
}
