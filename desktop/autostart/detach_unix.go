//go:build unix

package autostart

import (
	"os/exec"
	"syscall"
)

// Detach lets a command outlive the program that starts it, and its terminal.
func Detach(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
