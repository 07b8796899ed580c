//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// leave lets a command outlive the program that starts it, and its terminal.
func leave(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
