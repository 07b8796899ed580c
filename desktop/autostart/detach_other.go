//go:build !unix

package autostart

import "os/exec"

// Detach lets a command outlive the program that starts it, as it does there anyway.
func Detach(*exec.Cmd) {}
