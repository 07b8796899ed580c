package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"heliotrope/desktop/autostart"
	"heliotrope/desktop/reminder"
	"heliotrope/journal/preferences"
)

// waiter waits for the reminders of one journal. It counts in looks at the clock, once
// a minute: a time that it stored might be one that a clock showed which was wrong.
type waiter struct {
	journal  string
	self     string // path of this program
	now      func() time.Time
	settings settings

	missing int // looks in a row at which this program was not installed
	skip    int // looks at which nothing is run
	failed  int // runs in a row after which the same is still to be done

	running *run // nil if none is
}

// look does what is to be done now, and reports whether to go on.
func (w *waiter) look() bool {
	program, installed := w.program()
	if !installed {
		const replaced = 2 // a package that is upgraded is there again at the second look
		if w.missing++; w.missing < replaced {
			return true
		}
		_ = autostart.Disable() // if it stays, it starts nothing
		return false
	}
	w.missing = 0
	r, known := w.settings.read()
	if !autostart.Enabled() || known && !r.On {
		return false
	}
	ready := reminder.Ready(r, w.journal, w.now())
	if w.running != nil {
		w.follow(ready)
		return true
	}
	if !ready {
		w.skip, w.failed = 0, 0
		return true
	}
	if w.skip > 0 {
		w.skip--
		return true
	}
	// If the same is to be done after it, it could not be stored what became of it.
	const soonest, latest = 10, 60
	w.skip = min(soonest<<min(w.failed, 3), latest)
	w.failed++
	w.running = start(exec.Command(program, "remind", "--journal", w.journal))
	return true
}

// follow follows the run, which may show a notification for days. A reminder that
// comes due meanwhile takes its place.
func (w *waiter) follow(ready bool) {
	switch {
	case w.running.ended():
		w.running = nil
	case !ready:
		w.running.shows = true
	case w.running.shows:
		w.running.end()
		w.skip, w.failed = 0, 0
	}
}

// stop ends the run: what it shows was switched off.
func (w *waiter) stop() {
	if w.running != nil {
		w.running.end()
	}
}

// program returns the path of heliotrope, next to this program or in the folder bin
// next to that of this one, and reports whether both are installed.
func (w *waiter) program() (string, bool) {
	if _, err := os.Stat(w.self); errors.Is(err, fs.ErrNotExist) {
		return "", false
	}
	folder := filepath.Dir(w.self)
	for _, path := range []string{filepath.Join(folder, "heliotrope"), filepath.Join(filepath.Dir(folder), "bin", "heliotrope")} {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, true
		}
	}
	return "", false
}

// settings is the file of preferences, which is read again when it has changed.
type settings struct {
	path  string
	info  fs.FileInfo // when it was read last
	now   preferences.Reminder
	known bool
}

// read returns the setting, and reports whether it is known: a file that cannot be
// read now says nothing, and what it said before counts.
func (s *settings) read() (preferences.Reminder, bool) {
	info, err := os.Stat(s.path)
	if err == nil && s.info != nil && os.SameFile(info, s.info) && info.Size() == s.info.Size() && info.ModTime().Equal(s.info.ModTime()) {
		return s.now, s.known
	}
	f := preferences.Open(s.path)
	if now := f.Get().Reminder; f.Problem() == nil && now.Known() {
		s.info, s.now, s.known = info, now, true
	}
	return s.now, s.known
}

// run is a program that was started.
type run struct {
	command *exec.Cmd
	shows   bool // what was due, so that nothing is any more

	mu   sync.Mutex
	over bool
}

// start starts a program. One that cannot be started has ended.
func start(c *exec.Cmd) *run {
	r := &run{command: c}
	c.Stderr = os.Stderr // the log of the session
	if c.Start() != nil {
		r.over = true
		return r
	}
	go func() {
		_ = c.Wait() // it has said on standard error what went wrong
		r.mu.Lock()
		defer r.mu.Unlock()
		r.over = true
	}()
	return r
}

func (r *run) ended() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.over
}

// end has the program withdraw what it shows, and end.
func (r *run) end() {
	if !r.ended() {
		_ = r.command.Process.Signal(syscall.SIGTERM) // it may have ended just now
	}
}
