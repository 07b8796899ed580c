// Command heliotrope is the program: without a command it opens the window,
// with one it answers on the command line.
//
// This package is wiring only. It alone knows every other package: it opens
// the store, makes the journal and hands it to the window or to a command.
// Results go to standard output, words about them to standard error. The exit
// status is 0 if it was done, 1 if it failed and 2 if it was asked wrongly.
package main

import (
	"os"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
