//go:build linux

package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"heliotrope/desktop/handover"
	"heliotrope/e2e/screen"
	"heliotrope/journal"
	"heliotrope/journal/boltstore"
)

// said is how a command ended.
type said struct {
	code      int
	out, errs string
}

// run runs a command to its end.
func (d *desktop) run(t *testing.T, h screen.Home, args ...string) said {
	t.Helper()
	return d.begin(t, h, args...)()
}

// begin begins a command and returns what waits for its end.
func (d *desktop) begin(t *testing.T, h screen.Home, args ...string) (end func() said) {
	t.Helper()
	c, out, errs := d.Command(h, args...), new(strings.Builder), new(strings.Builder)
	c.Stdout, c.Stderr = out, errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return func() said {
		err := c.Wait()
		if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
			t.Error(err)
		}
		return said{c.ProcessState.ExitCode(), out.String(), errs.String()}
	}
}

// adds are the arguments that log a text.
func adds(text string) []string { return []string{"--today", today, "add", text + rated} }

// A second start brings the first window forward, also if it is an icon.
func (d *desktop) testSecondStart(t *testing.T) {
	h := screen.NewHome(t)
	first := d.Open(t, h)
	for range 2 {
		first.Tool("xdotool", "windowminimize", "--sync", first.ID)
		code, errs := d.Start(t, h).Exit()
		if code != exitDone || !strings.Contains(errs, "in front now") {
			t.Errorf("exit %d with %q", code, errs)
		}
		screen.Eventually(t, "the first window in front", func() bool {
			focus, err := d.Tool("xdotool", "getwindowfocus")
			return err == nil && focus == first.ID
		})
		first.Drawn()
	}
	moment, reflection := writeSomething(first)
	first.Close()
	d.holds(t, h, moment, reflection)
}

// Every command answers next to the window, with what was just typed there.
func (d *desktop) testCommandsBeside(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h)
	moment, reflection := writeSomething(w)
	week := []string{"--today", today, "show"}
	screen.Eventually(t, "what was typed", func() bool {
		got := d.run(t, h, week...)
		return got.code == exitDone && strings.Contains(got.out, moment) && strings.Contains(got.out, reflection)
	})
	w.Write(" Even more.")
	screen.Eventually(t, "what was typed since", func() bool { return strings.Contains(d.run(t, h, week...).out, "Even more.") })
	report, file := h.In("report.md"), h.In("all.json")
	for _, args := range [][]string{
		{"lean"}, {"report", "-o", report}, {"export", "-o", file}, {"check"}, {"backup"}, {"backup", h.In("data")},
		adds("From outside"), {"import", "--dry-run", sampleFile}, {"__complete", "show", ""},
	} {
		got := d.run(t, h, args...)
		if got.code != exitDone || got.out+got.errs == "" {
			t.Errorf("%v: exit %d, %q, %q", args, got.code, got.out, got.errs)
		}
	}
	if got := d.run(t, h, "check"); !strings.Contains(got.out, "Intact: 1 week with 2 moments") {
		t.Errorf("the check says %q, %q", got.out, got.errs)
	}
	if len(backups(t, h.Journal())) == 0 {
		t.Error("there is no backup")
	}
	for _, args := range [][]string{{"import", sampleFile}, {"restore", "--ladder"}, {"restore", sampleFile}} {
		if got := d.run(t, h, args...); got.code != exitFailed || !strings.Contains(got.errs, "Nothing was changed") && !strings.Contains(got.errs, "not changed") {
			t.Errorf("%v: exit %d, %q", args, got.code, got.errs)
		}
	}
	if got := d.run(t, h, "add", "A moment", "--kind", "quux", "--energy", "1"); got.code != exitUsage {
		t.Errorf("a wrong call: exit %d, %q", got.code, got.errs)
	}
	w.Close()
	if c := d.Export(t, h); len(c.Entries) != 1 || len(c.Entries[0].Moments) != 2 {
		t.Errorf("the journal holds %+v", c)
	}
}

// While the window saves what is typed, twenty moments come at once: each is there
// once, in the order of none, and so is all that was typed.
func (d *desktop) testHandOvers(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h)
	w.Bringing(screen.Page, func() { w.Keys("space") })
	w.Keys(repeat("Tab", tabsToReflection-1)...) // no moment has a row yet
	var ends []func() said
	const typed = "Nobody owned the call."
	for i := range 20 {
		ends = append(ends, d.begin(t, h, adds(fmt.Sprintf("Moment %d.", i))...))
		w.Write(typed[i : i+1])
	}
	w.Write(typed[20:])
	for i, end := range ends {
		if got := end(); got.code != exitDone {
			t.Errorf("moment %d: exit %d, %q", i, got.code, got.errs)
		}
	}
	w.Close()
	c := d.Export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 20 || c.Entries[0].Reflection != typed {
		t.Fatalf("the journal holds %d weeks, of which the first is %+v", len(c.Entries), c.Entries)
	}
	for i := range 20 {
		if n := times(c, fmt.Sprintf("Moment %d.", i)); n != 1 {
			t.Errorf("moment %d is there %d times", i, n)
		}
	}
}

// times returns how often a text was logged.
func times(c journal.Contents, text string) (n int) {
	for _, e := range c.Entries {
		for _, m := range e.Moments {
			if m.Text == text {
				n++
			}
		}
	}
	return n
}

// Whoever ends during a hand-over, window or command, killed or asked to: what the
// command says is saved is there once, and what it does not is there at most once. The
// next window listens at the socket that was left behind.
func (d *desktop) testHandOverKills(t *testing.T) {
	h := screen.NewHome(t)
	for round, end := range []func(*screen.Window){
		func(w *screen.Window) { w.Kill() },
		func(w *screen.Window) { w.Close() },
	} {
		w := d.Open(t, h)
		var ends []func() said
		for i := range 10 {
			ends = append(ends, d.begin(t, h, adds(fmt.Sprintf("Round %d moment %d.", round, i))...))
			if i == 4 {
				end(w)
			}
		}
		got := make([]said, len(ends))
		for i := range ends {
			got[i] = ends[i]()
		}
		c := d.Export(t, h)
		for i := range got {
			n := times(c, fmt.Sprintf("Round %d moment %d.", round, i))
			if got[i].code != exitDone || n != 1 {
				t.Errorf("round %d, moment %d: exit %d, and it is there %d times: %s", round, i, got[i].code, n, got[i].errs)
			}
		}
	}
	w := d.Open(t, h)
	for i := range 10 {
		c := d.Command(h, adds(fmt.Sprintf("Killed %d.", i))...)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if i%2 == 0 {
			_ = c.Process.Kill() // wherever it is
		}
		_ = c.Wait() // it may have been done before
	}
	if got := d.run(t, h, adds("The last one.")...); got.code != exitDone {
		t.Errorf("afterwards: exit %d, %q", got.code, got.errs)
	}
	w.Close()
	c := d.Export(t, h)
	for i := range 10 {
		if n := times(c, fmt.Sprintf("Killed %d.", i)); n > 1 || i%2 == 1 && n == 0 {
			t.Errorf("killed command %d: it is there %d times", i, n)
		}
	}
}

// What else may listen in the window's place: each is told in words, and nothing is
// lost.
func (d *desktop) testStrangers(t *testing.T) {
	h := screen.NewHome(t)
	for name, value := range map[string]string{"XDG_RUNTIME_DIR": h.In("run"), "XDG_CACHE_HOME": h.In("cache"), "HOME": string(h)} {
		t.Setenv(name, value)
	}
	if got := d.run(t, h, adds("The first one.")...); got.code != exitDone {
		t.Fatalf("exit %d, %q", got.code, got.errs)
	}
	t.Run("another version", func(t *testing.T) {
		l, err := handover.Listen(h.Journal(), "0.0.1", func(handover.Request) handover.Answer { return handover.Answer{} })
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		release := d.lock(t, h)
		for _, args := range [][]string{adds("Lost?"), {"show"}, {"check"}, {}} {
			if got := d.run(t, h, args...); got.code != exitFailed || !strings.Contains(got.errs, "Another version of Heliotrope (0.0.1;") {
				t.Errorf("%v: exit %d, %q", args, got.code, got.errs)
			}
		}
		release()
	})
	t.Run("rubbish", func(t *testing.T) {
		socket := d.socket(t, h)
		l, err := net.Listen("unix", socket)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		go func() {
			for c, err := l.Accept(); err == nil; c, err = l.Accept() {
				_, _ = io.WriteString(c, "220 ready\r\n")
				_ = c.Close()
			}
		}()
		if got := d.run(t, h, adds("Next to rubbish.")...); got.code != exitDone {
			t.Errorf("exit %d, %q", got.code, got.errs)
		}
		release := d.lock(t, h)
		if got := d.run(t, h, "show"); got.code != exitFailed || !strings.Contains(got.errs, "has this journal open") {
			t.Errorf("while the journal is open: exit %d, %q", got.code, got.errs)
		}
		release()
		w := d.Open(t, h) // which does without a socket there
		w.Close()
	})
	if c := d.Export(t, h); times(c, "The first one.") != 1 || times(c, "Next to rubbish.") != 1 || times(c, "Lost?") != 0 {
		t.Errorf("the journal holds %+v", c)
	}
}

// lock has the journal open until release is called.
func (d *desktop) lock(t *testing.T, h screen.Home) (release func()) {
	t.Helper()
	store, err := boltstore.Open(h.Journal())
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}

// socket returns the path of the socket of the journal in the runtime folder, where
// nobody listens now.
func (d *desktop) socket(t *testing.T, h screen.Home) (path string) {
	t.Helper()
	l, err := handover.Listen(h.Journal(), "1", func(handover.Request) handover.Answer { return handover.Answer{} })
	if err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(h.In("run/heliotrope/*"))
	if err := errors.Join(err, l.Close()); err != nil || len(found) != 1 {
		t.Fatalf("there is %q (%v)", found, err)
	}
	return found[0]
}

// The window listens at its sockets, which are files, and has no other connection that
// leaves the computer, or could.
func (d *desktop) testNoNetwork(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h)
	if got := d.run(t, h, adds("From outside.")...); got.code != exitDone {
		t.Errorf("exit %d, %q", got.code, got.errs)
	}
	proc := "/proc/" + strconv.Itoa(w.Process.Pid())
	own := make(map[string]bool) // inodes of its sockets
	open, err := os.ReadDir(proc + "/fd")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range open {
		if to, err := os.Readlink(proc + "/fd/" + f.Name()); err == nil && strings.HasPrefix(to, "socket:[") {
			own[strings.TrimSuffix(strings.TrimPrefix(to, "socket:["), "]")] = true
		}
	}
	listening := 0
	for _, line := range strings.Split(readFile(t, proc+"/net/unix"), "\n") {
		if f := strings.Fields(line); len(f) == 8 && own[f[6]] && f[3] == "00010000" { // it accepts connections
			if listening++; !strings.HasPrefix(f[7], string(h)) {
				t.Errorf("it listens at %s", f[7])
			}
		}
	}
	if listening == 0 {
		t.Error("its socket was not found")
	}
	for _, network := range []string{"tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6", "packet", "netlink"} {
		text, err := os.ReadFile(proc + "/net/" + network)
		if err != nil {
			continue // this system has no such network
		}
		for _, line := range strings.Split(string(text), "\n") {
			for _, field := range strings.Fields(line) {
				if own[field] {
					t.Errorf("it has a socket of %s: %s", network, line)
				}
			}
		}
	}
	w.Close()
}
