//go:build windows

// Command heliotrope-console is bin\heliotrope.com of the package for Windows:
// it runs heliotrope.exe, in the folder above, with the same arguments, and ends
// with its exit status.
//
// No shell waits for heliotrope.exe, as it is a program for windows. One waits
// for this one, which is a program for a console, so that input can be typed,
// commands can follow each other, and scripts see how they ended.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	code, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "heliotrope:", err)
	}
	os.Exit(code)
}

// run runs the program and returns its exit status. The error is that of not
// running it.
func run() (int, error) {
	const exitFailed = 1
	self, err := os.Executable()
	if err != nil {
		return exitFailed, err
	}
	c := exec.Command(filepath.Join(filepath.Dir(self), "..", "heliotrope.exe"), os.Args[1:]...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = c.Run()
	if ended, ok := errors.AsType[*exec.ExitError](err); ok {
		return ended.ExitCode(), nil
	}
	if err != nil {
		return exitFailed, err
	}
	return 0, nil
}
