package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"heliotrope/desktop/reminder"
	"heliotrope/journal/preferences"
)

// waiting is a waiter in a home of its own, with a clock that the test sets, and a
// program next to it that writes down how it was run and then does what the test says.
type waiting struct {
	*waiter
	t     *testing.T
	clock time.Time
	entry string // of the folder of what starts at login
	ran   string // what the program writes
}

func newWaiting(t *testing.T, script string) *waiting {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("nothing waits there")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	w := &waiting{t: t, clock: time.Date(2026, time.November, 27, 15, 0, 0, 0, time.UTC)}
	w.entry = filepath.Join(home, "config", "autostart", "org.heliotrope.Journal.Reminder.desktop")
	w.ran = filepath.Join(home, "ran")
	self := filepath.Join(home, "libexec", "heliotrope-reminder")
	w.put(self, "", 0o700)
	w.put(w.entry, "[Desktop Entry]\n", 0o600)
	w.put(filepath.Join(home, "bin", "heliotrope"), "#!/bin/sh\necho \"$@\" >> '"+w.ran+"'\n"+script+"\n", 0o700)
	w.waiter = &waiter{journal: filepath.Join(home, "journal.db"), self: self, now: func() time.Time { return w.clock }, settings: settings{path: preferences.DefaultPath()}}
	w.change(func(r *preferences.Reminder) {
		r.On = true
		r.Set(time.Friday, 16*60)
		reminder.Switched(r, w.journal, w.clock)
	})
	t.Cleanup(w.stop)
	return w
}

func (w *waiting) put(path, content string, mode os.FileMode) {
	w.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		w.t.Fatal(err)
	}
}

func (w *waiting) change(change func(*preferences.Reminder)) {
	w.t.Helper()
	if err := preferences.Open(preferences.DefaultPath()).Change(func(p *preferences.Preferences) { change(&p.Reminder) }); err != nil {
		w.t.Fatal(err)
	}
}

// after looks at the clock once a minute until it shows a time, and requires that the
// waiter goes on.
func (w *waiting) after(minutes int) {
	w.t.Helper()
	for range minutes {
		w.clock = w.clock.Add(time.Minute)
		if !w.look() {
			w.t.Fatalf("at %v it ends", w.clock)
		}
		w.settle()
	}
}

// settle waits for a program that does not show anything.
func (w *waiting) settle() {
	if r := w.running; r != nil && !r.shows {
		for range 6000 { // a minute
			if r.ended() || w.shows() {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		w.t.Fatal("the program does not end")
	}
}

// shows reports whether the program has written that it shows something.
func (w *waiting) shows() bool { return strings.Contains(w.runs(), "shows") }

func (w *waiting) runs() string {
	content, err := os.ReadFile(w.ran)
	if err != nil && !os.IsNotExist(err) {
		w.t.Fatal(err)
	}
	return string(content)
}

func (w *waiting) wantRuns(n int) {
	w.t.Helper()
	if got := strings.Count(w.runs(), "remind --journal "+w.journal+"\n"); got != n {
		w.t.Fatalf("at %v it has run %d times, want %d: %q", w.clock, got, n, w.runs())
	}
}

// TestAtItsTime: it runs the program at the time, once if that has recorded what it
// did, and less and less often if it cannot.
func TestAtItsTime(t *testing.T) {
	w := newWaiting(t, "exit 1")
	w.after(59)
	w.wantRuns(0)
	w.after(1)
	w.wantRuns(1)
	w.after(10)
	w.wantRuns(1)
	w.after(2)
	w.wantRuns(2)
	w.after(6 * 60)
	if n := strings.Count(w.runs(), "remind"); n > 10 {
		t.Errorf("in six hours it was run %d times", n)
	}
	before := strings.Count(w.runs(), "remind")
	w.change(func(r *preferences.Reminder) { reminder.Take(r, w.journal, w.clock, nil) })
	w.after(3 * 60)
	w.wantRuns(before)
}

// TestSleep: what was missed is made up for at the first look after a sleep.
func TestSleep(t *testing.T) {
	w := newWaiting(t, "")
	w.after(2)
	w.clock = time.Date(2026, time.November, 30, 8, 30, 0, 0, time.UTC)
	w.after(1)
	w.wantRuns(1)
}

// TestFollowsSettings: another time counts from the next look on.
func TestFollowsSettings(t *testing.T) {
	w := newWaiting(t, "")
	w.after(5)
	w.change(func(r *preferences.Reminder) { r.Time = "15:10" })
	w.after(4)
	w.wantRuns(0)
	w.after(1)
	w.wantRuns(1)
}

// TestNextWhileShown: a notification that nobody has answered for a week is withdrawn
// for the next one.
func TestNextWhileShown(t *testing.T) {
	w := newWaiting(t, "echo shows >> \"$0.shows\"; trap 'exit 0' TERM; while :; do sleep 0.05; done")
	w.ran = filepath.Join(filepath.Dir(w.ran), "bin", "heliotrope.shows")
	w.clock = time.Date(2026, time.November, 27, 16, 0, 0, 0, time.UTC)
	w.after(1)
	first := w.running
	if first == nil {
		t.Fatal("nothing runs")
	}
	w.change(func(r *preferences.Reminder) { reminder.Take(r, w.journal, w.clock, nil) })
	w.after(5)
	if w.running != first || first.ended() {
		t.Fatal("it does not wait for what is shown")
	}
	w.clock = time.Date(2026, time.December, 4, 16, 0, 0, 0, time.UTC)
	w.after(1)
	for range 6000 { // a minute
		if first.ended() {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.after(2)
	if !first.ended() || w.running == nil || w.running == first {
		t.Errorf("the next reminder did not take the place of the first")
	}
}

// TestEnds: it ends when the reminder is switched off, here or in the settings of the
// desktop, and once it is uninstalled, and then removes what starts it.
func TestEnds(t *testing.T) {
	for name, end := range map[string]func(*waiting){
		"switched off":        func(w *waiting) { w.change(func(r *preferences.Reminder) { r.On = false }) },
		"no settings":         func(w *waiting) { _ = os.Remove(preferences.DefaultPath()) },
		"entry removed":       func(w *waiting) { _ = os.Remove(w.entry) },
		"entry hidden":        func(w *waiting) { w.put(w.entry, "[Desktop Entry]\nHidden=true\n", 0o600) },
		"uninstalled":         func(w *waiting) { _ = os.Remove(w.self); w.look() },
		"program uninstalled": func(w *waiting) { _ = os.RemoveAll(filepath.Join(filepath.Dir(w.ran), "bin")); w.look() },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWaiting(t, "")
			w.after(1)
			end(w)
			if w.look() {
				t.Error("it goes on")
			}
			_, err := os.Stat(w.entry)
			if gone := os.IsNotExist(err); gone != (strings.HasPrefix(name, "entry rem") || strings.HasSuffix(name, "uninstalled")) {
				t.Errorf("what starts it is gone: %v", gone)
			}
		})
	}
}

// TestGoesOn: settings that cannot be read now, and a program that is replaced, end
// nothing.
func TestGoesOn(t *testing.T) {
	w := newWaiting(t, "")
	w.after(1)
	for _, damaged := range []string{"{damaged", `{"reminder": {"on": "yes"}}`} {
		w.put(preferences.DefaultPath(), damaged, 0o600)
		w.after(2)
	}
	if err := os.Remove(w.self); err != nil {
		t.Fatal(err)
	}
	w.after(1)
	w.put(w.self, "", 0o700)
	w.after(60)
	w.wantRuns(1)
}

func TestUntilNext(t *testing.T) {
	now := time.Date(2026, time.November, 27, 15, 59, 12, 5, time.FixedZone("half", 5*3600+1800))
	if got := untilNext(now, 0); got != 48*time.Second-5 {
		t.Errorf("it sleeps %v", got)
	}
	if got := untilNext(now, time.Second); got != time.Second {
		t.Errorf("it sleeps %v", got)
	}
}
