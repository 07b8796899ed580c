//go:build !windows

package alert

import (
	"bytes"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// program is a program that shows a dialog. It ends with 0 once the user has
// closed it.
type program struct {
	name  string
	args  func(Message) []string
	input func(Message) []byte // or nil
	env   []string             // more of it
}

// dialog shows m by the first program that can.
func dialog(m Message, patience time.Duration) end {
	for _, p := range programs(os.Getenv("XDG_CURRENT_DESKTOP")) {
		if ended := p.show(m, patience); ended != failed {
			return ended
		}
	}
	return failed
}

// show runs p. It outlives this program if the user takes longer.
func (p program) show(m Message, patience time.Duration) end {
	path, err := exec.LookPath(p.name)
	if err != nil {
		return failed
	}
	c := exec.Command(path, p.args(m)...)
	c.Env = append(os.Environ(), p.env...)
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if p.input != nil {
		c.Stdin = bytes.NewReader(p.input(m)) // so little that a pipe takes it all
	}
	if c.Start() != nil {
		return failed
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return failed
		}
		return closed
	case <-time.After(patience):
		return open
	}
}
