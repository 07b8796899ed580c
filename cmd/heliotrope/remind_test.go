package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"heliotrope/desktop/bus/bustest"
	"heliotrope/desktop/notification/notificationtest"
	"heliotrope/desktop/reminder"
	"heliotrope/journal"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/preferences"
)

// reminded is a home with a journal, in which the reminder is on every day from
// midnight on, so that the time of day at which a test runs does not matter.
type reminded struct {
	*testing.T
	journal string
	service *notificationtest.Service
}

func newReminded(t *testing.T, can ...string) *reminded {
	if runtime.GOOS != "linux" {
		t.Skip("the folder of settings has another name there, and there is no bus")
	}
	address := bustest.Start(t)
	home, err := os.MkdirTemp("", "hr") // short, as the paths of sockets are
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(home) })
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"} {
		t.Setenv(name, home)
	}
	t.Setenv("TZ", "UTC")
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	d := &reminded{T: t, journal: filepath.Join(home, "journal.db")}
	if len(can) > 0 {
		d.service = notificationtest.Start(t, address, 0, can...)
	}
	return d
}

func (d *reminded) settings() *preferences.File {
	return preferences.Open(filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "heliotrope", "settings.json"))
}

// switchOn switches the reminder on, as on a day.
func (d *reminded) switchOn(day string) {
	d.Helper()
	on, err := time.Parse(time.DateOnly, day)
	if err != nil {
		d.Fatal(err)
	}
	err = d.settings().Change(func(p *preferences.Preferences) {
		p.Reminder.On = true
		p.Reminder.Set(time.Friday, 0)
		reminder.Switched(&p.Reminder, d.journal, on)
	})
	if err != nil {
		d.Fatal(err)
	}
}

// remind runs the command on a day, and answers what it shows, if anything, with do.
func (d *reminded) remind(day string, do func(notificationtest.Shown), args ...string) outcome {
	d.Helper()
	done := make(chan outcome, 1)
	go func() {
		done <- heliotrope(d.T, append([]string{"remind", "--journal", d.journal, "--today", day, "--lang", "en"}, args...)...)
	}()
	for {
		select {
		case o := <-done:
			return o
		case n := <-d.service.Shown:
			if do == nil {
				d.Fatalf("on %s this is shown: %+v", day, n)
			}
			d.notLocked()
			do(n)
		}
	}
}

// notLocked requires that the journal can be opened.
func (d *reminded) notLocked() {
	d.Helper()
	store, err := boltstore.Open(d.journal)
	if err != nil {
		d.Fatalf("while the notification is shown, the journal cannot be opened: %v", err)
	}
	if err := store.Close(); err != nil {
		d.Error(err)
	}
}

func (d *reminded) invoke(key preferences.ReminderAnswer) func(notificationtest.Shown) {
	return func(n notificationtest.Shown) { d.service.Emit("ActionInvoked", n.ID, string(key)) }
}

func (d *reminded) log(day string) {
	d.Helper()
	if o := heliotrope(d.T, "add", "Fed the quokka", "--kind", "coding", "--energy", "1", "--journal", d.journal, "--today", day); o.code != exitDone {
		d.Fatalf("%+v", o)
	}
}

func expectSaid(t *testing.T, o outcome, code int, has string) {
	t.Helper()
	if o.code != code || !strings.Contains(o.out+o.err, has) || strings.Contains(o.out+o.err, secret) {
		t.Errorf("it ends with %d and %q %q, want %d and %q", o.code, o.out, o.err, code, has)
	}
}

// TestRemind: a week that is not logged is reminded of once, with nothing of what was
// written, and not while the journal's lock is held.
func TestRemind(t *testing.T) {
	d := newReminded(t, "actions")
	d.log("2026-11-18") // week 47
	expectSaid(t, d.remind("2026-11-27", nil), exitDone, "is off")
	d.switchOn("2026-11-20")
	expectSaid(t, d.remind("2026-11-26", nil), exitDone, "on 27 November 2026, 00:00")
	seen := 0
	expectSaid(t, d.remind("2026-11-27", func(n notificationtest.Shown) {
		seen++
		if all := n.Title + n.Body + strings.Join(n.Actions, " "); strings.Contains(all, secret) || !strings.Contains(n.Body, "week 48") {
			t.Errorf("shown is %+v", n)
		}
		d.service.Emit("NotificationClosed", n.ID, uint32(2))
	}), exitDone, "closed without an answer")
	for _, day := range []string{"2026-11-27", "2026-11-28", "2026-12-03"} {
		expectSaid(t, d.remind(day, nil), exitDone, "nothing to remind you of")
	}
	d.log("2026-12-01")
	expectSaid(t, d.remind("2026-12-04", nil), exitDone, "nothing to remind you of")
	expectSaid(t, d.remind("2026-12-11", d.invoke(preferences.ReminderSkipped)), exitDone, "won’t be reminded of this week again")
	expectSaid(t, d.remind("2026-12-12", nil), exitDone, "nothing to remind you of")
	if seen != 1 {
		t.Errorf("%d were seen", seen)
	}
}

// TestRemindYear: over a year in which the program looks on some days only, every week
// that is not logged is reminded of once at most, and each quarter's brief offered once.
func TestRemindYear(t *testing.T) {
	d := newReminded(t, "actions")
	d.log("2026-01-07")
	d.switchOn("2026-01-09")
	weeks, quarters := map[string]int{}, map[string]int{}
	for day := 10; day < 375; day += 1 + day%4 {
		on := time.Date(2026, time.January, day, 0, 0, 0, 0, time.UTC)
		w := journal.WeekOf(on)
		if w.Number()%3 == 0 {
			d.log(on.Format(time.DateOnly))
		}
		o := d.remind(on.Format(time.DateOnly), func(n notificationtest.Shown) {
			if strings.Contains(n.Body, "brief") {
				quarters[journal.QuarterOf(w.Add(-5)).String()]++
			} else {
				weeks[n.Body]++
			}
			d.service.Emit("NotificationClosed", n.ID, uint32(2))
		})
		if o.code != exitDone {
			t.Fatalf("on %v: %+v", on, o)
		}
	}
	for about, n := range weeks {
		if n > 1 {
			t.Errorf("%d times: %s", n, about)
		}
	}
	for about, n := range quarters {
		if n > 1 {
			t.Errorf("%d times: the brief of %s", n, about)
		}
	}
	if len(weeks) < 25 || len(weeks) > 45 || len(quarters) < 4 {
		t.Errorf("%d weeks and the quarters %v", len(weeks), quarters)
	}
}

// TestRemindNow: it is shown whatever is due, and the one of Friday comes all the same.
func TestRemindNow(t *testing.T) {
	d := newReminded(t, "actions")
	d.log("2026-11-24")
	expectSaid(t, d.remind("2026-11-25", d.invoke(preferences.ReminderLater), "--now"), exitDone, "The reminder is off.")
	d.switchOn("2026-11-25")
	expectSaid(t, d.remind("2026-11-25", d.invoke(preferences.ReminderLater), "--now"), exitDone, "comes again on 25 November 2026")
	closed := func(n notificationtest.Shown) { d.service.Emit("NotificationClosed", n.ID, uint32(2)) }
	expectSaid(t, d.remind("2026-12-02", closed, "--now"), exitDone, "closed without")
	expectSaid(t, d.remind("2026-12-04", closed), exitDone, "closed without")
}

// TestRemindCannot: what is wrong is said, with a status, and tried again later: a
// desktop without notifications, and a journal that is locked, damaged or gone.
func TestRemindCannot(t *testing.T) {
	d := newReminded(t)
	d.log("2026-11-18")
	d.switchOn("2026-11-20")
	args := []string{"remind", "--journal", d.journal, "--today", "2026-11-27", "--lang", "en"}
	expectSaid(t, heliotrope(t, args...), exitFailed, "Nothing on this desktop shows notifications")
	expectSaid(t, heliotrope(t, append(args, "--now")...), exitFailed, "Nothing on this desktop shows notifications")
	expectSaid(t, heliotrope(t, args...), exitDone, "nothing to remind you of now") // not at once
	retried := func(code int, has string) {
		t.Helper()
		if err := d.settings().Change(func(p *preferences.Preferences) { p.Reminder.Done = nil }); err != nil {
			t.Fatal(err)
		}
		expectSaid(t, heliotrope(t, args...), code, has)
		if code == exitFailed {
			done := d.settings().Get().Reminder.Done[d.journal].Weeks
			if len(done) != 1 || done[0].Answer != preferences.ReminderFailed || done[0].Later.IsZero() {
				t.Errorf("after %q this is stored: %+v", has, done)
			}
		}
	}
	store, err := boltstore.Open(d.journal)
	if err != nil {
		t.Fatal(err)
	}
	retried(exitFailed, "has this journal open")
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.journal, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	retried(exitFailed, "heliotrope:")
	if err := os.Remove(d.journal); err != nil {
		t.Fatal(err)
	}
	retried(exitFailed, "heliotrope:")
}

// TestRemindDamagedSettings: whether it is on is not known then, nor where the file has
// something else in its place.
func TestRemindDamagedSettings(t *testing.T) {
	d := newReminded(t)
	path := d.settings().Path()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, damaged := range []string{"{damaged", `{"reminder": {"on": "yes"}}`, `{"reminder": "on"}`} {
		if err := os.WriteFile(path, []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		expectSaid(t, heliotrope(t, "remind", "--journal", d.journal, "--lang", "en"), exitFailed, "settings can’t be read")
		if content, err := os.ReadFile(path); err != nil || string(content) != damaged {
			t.Errorf("the settings are %q (%v)", content, err)
		}
	}
}

func TestRemindWrongUsage(t *testing.T) {
	for _, args := range [][]string{{"remind", "friday"}, {"--sample", "remind"}, {"--open", "tomorrow"}, {"remind", "--later"}} {
		if o := heliotrope(t, args...); o.code != exitUsage {
			t.Errorf("%v ends with %+v", args, o)
		}
	}
}
