// Command heliotrope is the program: without a command it opens the window,
// with one it answers on the command line.
//
// This package is wiring only: flags, commands, and printing. Package vault is
// where the journal is, preferences what the user chose, words what is printed,
// and ui the window. Results go to standard output, words about them to standard
// error. The exit status is 0 for done, 1 for failed, 2 for wrong usage and 3
// where it is not known whether something was saved. What goes wrong once it is
// done is said, and the status is 0, so that no script repeats it. A message that
// cannot be written changes nothing; an answer that cannot be written is a failure.
package main

import (
	"os"

	"heliotrope/cmd/heliotrope/internal/console"
	_ "heliotrope/cmd/heliotrope/internal/quiet" // before any other package logs
	"heliotrope/cmd/heliotrope/internal/stdout"
	"heliotrope/desktop/memory"
)

func main() {
	memory.UseHugePages()
	console.Join()
	surviveReader()
	code := run(os.Args[1:], os.Stdin, stdout.Writer(), os.Stderr)
	if code == exitUnread {
		endUnread()
	}
	exit(code)
}

// exit ends the program. It is replaced in profile.go.
var exit = os.Exit
