package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// output is the standard output of a run. It remembers the first write that
// failed, after which it takes nothing more, so that nobody else has to look:
// what was asked for is done all the same, and [run] prints that the answer was
// lost.
type output struct {
	to   io.Writer
	lost error // why a part of the answer could not be written; nil as long as all could
}

func (o *output) Write(b []byte) (int, error) {
	if o.lost != nil {
		return 0, o.lost
	}
	n, err := o.to.Write(b)
	o.lost = err
	return n, err
}

// unread reports whether the reader of the answer has closed it, as head does
// once it has its lines. That is no failure to print anything about.
func (o *output) unread() bool {
	return errors.Is(o.lost, syscall.EPIPE) || runtime.GOOS == "windows" && errors.Is(o.lost, pipeGone)
}

// pipeGone is ERROR_NO_DATA, the same on Windows.
const pipeGone = syscall.Errno(232)

// surviveReader lets the program end its work although nobody reads its answer
// any more, where the system would end it in the middle.
func surviveReader() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// endUnread ends the program as the system does with one whose answer nobody
// reads any more. It returns where the system does not do that.
func endUnread() {
	signal.Reset(syscall.SIGPIPE)
	_, _ = os.Stdout.Write([]byte{'\n'})
}
