package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"heliotrope/journal/preferences"
)

// limit is a generous cap on waiting for what must happen.
const limit = time.Minute

// TestProcess: the real program, built without cgo, takes at most 20 MB, is woken a few
// times a look at most, is the only one for its journal, and ends when the entry that
// started it is removed.
func TestProcess(t *testing.T) {
	home := os.Getenv("HOME") // where Go has its caches
	w := newWaiting(t, "")
	w.change(func(r *preferences.Reminder) { r.Done = nil })
	self := filepath.Join(filepath.Dir(w.self), "heliotrope-reminder")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", self, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "HOME="+home)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	const pause = 250 * time.Millisecond // long against what a look takes
	run := func() *exec.Cmd {
		c := exec.Command(self, "--journal", w.journal, "--pause", pause.String())
		c.Stderr = os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		return c
	}
	c := run()
	defer func() { _ = c.Process.Kill() }()
	wait := func(what string, done func() bool) {
		t.Helper()
		for end := time.Now().Add(limit); !done(); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatal(what)
			}
		}
	}
	wait("it does not run the program", func() bool { return w.runs() != "" })
	if err := run().Wait(); err != nil {
		t.Errorf("a second one ends with %v", err)
	}
	before, from := switches(t, c.Process.Pid), time.Now()
	wait("it is not woken", func() bool { return switches(t, c.Process.Pid) > before+60 })
	looks := int(time.Since(from)/pause) + 1
	const aLook = 25 // for it and the scheduler of Go, which are some eight
	if n := switches(t, c.Process.Pid) - before; n > aLook*looks {
		t.Errorf("in at most %d looks it was woken %d times", looks, n)
	}
	if kB := field(t, fmt.Sprintf("/proc/%d/status", c.Process.Pid), "VmHWM:"); kB > 20_000 {
		t.Errorf("it has taken %d kB", kB)
	}
	if err := os.Remove(w.entry); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("it ends with %v", err)
		}
	case <-time.After(limit):
		t.Error("it does not end")
	}
}

// switches returns how often the threads of a process have been woken.
func switches(t *testing.T, pid int) (n int) {
	t.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
	if err != nil || len(threads) == 0 {
		t.Fatal("the process is gone: ", err)
	}
	for _, thread := range threads {
		n += field(t, thread, "voluntary_ctxt_switches:")
	}
	return n
}

// field returns a number in a file of /proc.
func field(t *testing.T, path, name string) int {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		if value, ok := strings.CutPrefix(line, name); ok {
			n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatalf("%s has no %s", path, name)
	return 0
}
