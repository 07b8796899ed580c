package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"heliotrope/desktop/handover"
	"heliotrope/desktop/notification"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// fakeDesktop shows the notifications of the window.
type fakeDesktop struct {
	fails    error
	shown    []notification.Message
	removed  int
	answered func(notification.Answer) // answers the last one
}

func (f *fakeDesktop) begin(m notification.Message, answered func(notification.Answer)) (func(), error) {
	if f.fails != nil {
		return nil, f.fails
	}
	f.shown, f.answered = append(f.shown, m), answered
	return func() { f.removed++ }, nil
}

// newReminderDesk opens the window on three weeks, with a reminder on Fridays at 16:00,
// on Thursday evening.
func newReminderDesk(t *testing.T) (*desk, *fakeDesktop) {
	t.Helper()
	return newReminderDeskOf(t, uitest.Weeks(3))
}

func newReminderDeskOf(t *testing.T, c journal.Contents) (*desk, *fakeDesktop) {
	t.Helper()
	d, f := newDesk(t, c, words.English), &fakeDesktop{}
	d.shell.reminding.notify = f.begin
	d.shell.SetReminder(true, time.Friday, 16*60)
	d.Clock.Advance(82 * time.Hour) // Thursday, 19:00
	d.shown(f, 0)
	return d, f
}

// shown fails unless so many notifications were shown.
func (d *desk) shown(f *fakeDesktop, n int) {
	d.T.Helper()
	d.Clock.Finish()
	if len(f.shown) != n {
		d.T.Fatalf("%d notifications were shown by %v, want %d: %+v", len(f.shown), d.Clock.Now(), n, f.shown)
	}
}

// answer answers the last notification with an action.
func (d *desk) answer(f *fakeDesktop, label string) {
	d.T.Helper()
	for _, a := range f.shown[len(f.shown)-1].Actions {
		if a.Label == label {
			f.answered(notification.Answer{Key: a.Key})
			d.Clock.Finish()
			return
		}
	}
	d.T.Fatalf("no action %s", label)
}

// friday lets time pass until Friday, 16:00.
func (d *desk) friday() { d.Clock.Advance(21 * time.Hour) }

const barText = "Time to log your week. Nothing is logged for week 48 of 2026 yet."

func TestRemindsByNotification(t *testing.T) {
	for label, after := range map[string]struct {
		week  bool // on screen
		later bool // it comes again today
	}{"Open this week": {week: true}, "Later today": {later: true}, "Not this week": {}} {
		t.Run(label, func(t *testing.T) {
			d, f := newReminderDesk(t)
			d.open(pageTrends)
			d.friday()
			d.shown(f, 1)
			d.Misses(barText)
			if m := f.shown[0]; strings.Contains(m.Title+m.Body, "quokka") {
				t.Errorf("it shows what was written: %+v", m)
			}
			d.answer(f, label)
			if after.week {
				d.showsWeek(d.Today())
			} else {
				d.shows(pageTrends)
			}
			d.Clock.Advance(4 * time.Hour)
			want := 1
			if after.later {
				want++
			}
			d.shown(f, want)
		})
	}
}

// Where no notification can be shown, the reminder is a bar in the window, with the
// same answers.
func TestRemindsInTheWindow(t *testing.T) {
	d, f := newReminderDesk(t)
	f.fails = notification.ErrNone
	d.open(pageTrends)
	d.friday()
	d.Sees(barText)
	d.TapLink("Later today")
	d.Misses(barText)
	d.Clock.Advance(3 * time.Hour)
	d.Sees(barText)
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	d.Sees("C’est le moment")
	d.TapLink("Ouvrir cette semaine")
	d.showsWeek(d.Today())
	d.Misses("C’est le moment")
	d.Clock.Advance(24 * time.Hour)
	d.Misses("C’est le moment")
}

// A desktop without notifications has the bar.
func TestRemindsWithoutNotifications(t *testing.T) {
	d, f := newReminderDesk(t)
	f.fails = notification.ErrNone
	d.friday()
	d.Sees(barText)
	d.TapLink("Not this week")
	d.Misses(barText)
	var failed error
	d.shell.RemindNow(func(err error) { failed = err })
	d.Clock.Finish()
	if !errors.Is(failed, notification.ErrNone) {
		t.Errorf("asked for, it fails with %v", failed)
	}
}

// A week that is logged needs no reminder, and one that is shown goes.
func TestReminderGoesWithTheWeekLogged(t *testing.T) {
	for _, fails := range []error{nil, notification.ErrNone} {
		d, f := newReminderDesk(t)
		f.fails = fails
		d.friday()
		d.shell.space.openToday()
		d.add("Fed the quokka")
		d.Misses(barText)
		if fails == nil && f.removed != 1 {
			t.Errorf("%d notifications were removed", f.removed)
		}
		d.Clock.Advance(24 * time.Hour)
		d.Misses(barText)
		d.shown(f, map[bool]int{true: 1}[fails == nil])
	}
	d, f := newReminderDesk(t)
	d.shell.space.openToday()
	d.add("Fed the quokka")
	d.friday()
	d.shown(f, 0)
}

// An answer that comes after another reminder, or after the week was logged, changes
// nothing.
func TestLateAnswers(t *testing.T) {
	d, f := newReminderDesk(t)
	d.open(pageTrends)
	d.friday()
	d.shown(f, 1)
	late := f.answered
	d.shell.space.openToday()
	d.add("Fed the quokka")
	d.open(pageTrends)
	late(notification.Answer{Key: string(preferences.ReminderOpened)})
	d.Clock.Finish()
	d.shows(pageTrends)
}

// What another program asks is decided by the same rules, so that nobody is reminded
// twice.
func TestRemindedOnce(t *testing.T) {
	d, f := newReminderDesk(t)
	ask := func(now bool) handover.Answer {
		t.Helper()
		var answer handover.Answer
		d.shell.receive(handover.Request{Kind: handover.Remind, Now: now}, func(a func() handover.Answer) { answer = a() })
		d.Clock.Finish()
		return answer
	}
	if a := ask(false); a.Err() != nil {
		t.Error(a.Err())
	}
	d.shown(f, 0)
	d.Clock.Jump(21 * time.Hour)
	for range 3 {
		if a := ask(false); a.Err() != nil {
			t.Error(a.Err())
		}
	}
	d.Clock.Advance(time.Hour)
	d.shown(f, 1)
	if a := ask(true); a.Err() != nil {
		t.Error(a.Err())
	}
	d.shown(f, 2)
	if f.removed != 1 {
		t.Errorf("%d of two are removed", f.removed)
	}
	if a := ask(true); a.Out != "The reminder was shown.\n" || a.Status != 0 {
		t.Errorf("it answers %+v", a)
	}
	f.fails = notification.ErrNone
	if a := ask(true); a.Status == 0 || a.Errs == "" || a.Err() != nil {
		t.Errorf("what could not be shown is answered by %+v", a)
	}
}

// Another program that reminded, while no window was there or while one was, opens
// what it was about.
func TestOpensTheTarget(t *testing.T) {
	d := newDeskWith(t, uitest.Weeks(3), words.English, func(c *Config) { c.Open = "2026-W46" })
	d.showsWeek(d.Today().Add(-2))
	d.shell.trayed.hidden = true
	raise := func(target string) {
		t.Helper()
		d.shell.receive(handover.Request{Kind: handover.Raise, Target: target}, func(a func() handover.Answer) {
			if err := a().Err(); err != nil {
				t.Error(err)
			}
		})
		d.Clock.Finish()
	}
	raise("2026-W47")
	d.showsWeek(d.Today().Add(-1))
	if d.shell.trayed.hidden {
		t.Error("it stays hidden")
	}
	raise("2026-Q3")
	d.shows(pageReport)
	d.Sees("Week 27, 2026 – Week 39, 2026")
	raise("")
	raise("rubbish")
	d.shows(pageReport)
}

// A reminder that is due while the sample is shown, or the window is hidden, leads to
// the user's own week.
func TestOpensFromAnywhere(t *testing.T) {
	for name, leave := range map[string]func(*desk){
		"the sample": func(d *desk) { d.shell.openSample() },
		"hidden":     func(d *desk) { d.shell.trayed.hidden = true },
		"the help":   func(d *desk) { d.shell.space.Help("using") },
	} {
		d, f := newReminderDesk(t)
		leave(d)
		d.Clock.Finish()
		d.friday()
		d.shown(f, 1)
		d.answer(f, "Open this week")
		d.showsWeek(d.Today())
		if d.Window.Canvas().Focused() != d.line() {
			t.Errorf("%s: the cursor is not in the line", name)
		}
		if d.shell.space.Sample || d.shell.trayed.hidden {
			t.Errorf("%s is still there", name)
		}
	}
}

// The brief of a quarter that is over comes on another day than the reminder of a
// week, and opens the report with its weeks.
func TestOffersTheBriefOfAQuarter(t *testing.T) {
	d, f := newReminderDeskOf(t, uitest.Weeks(9))
	var brief notification.Message
	for range 60 {
		d.Clock.Advance(24 * time.Hour)
		if n := len(f.shown); n > 0 && strings.Contains(f.shown[n-1].Body, "brief") {
			brief = f.shown[n-1]
			break
		}
	}
	if brief.Title == "" {
		t.Fatal("it never came")
	}
	d.answer(f, "Open the brief")
	d.shows(pageReport)
	d.Sees("Week 40, 2026 – Week 53, 2026")
}

// Reminders are for a journal of one's own that can be written in.
func TestNoReminder(t *testing.T) {
	d, f := newReminderDesk(t)
	d.shell.space.ReadOnly = true
	d.friday()
	d.shown(f, 0)
}

// What heliotrope remind has recorded since the window was opened counts.
func TestRemindsOfWhatAnotherProgramRecorded(t *testing.T) {
	d, f := newReminderDesk(t)
	d.friday()
	d.shown(f, 1)
	prefs, journal := d.shell.cfg.Preferences, d.shell.cfg.Vault.Path()
	if err := preferences.Open(prefs.Path()).Change(func(p *preferences.Preferences) {
		done := p.Reminder.Done[journal].Weeks
		last := &done[len(done)-1]
		last.Answer, last.Later = preferences.ReminderLater, last.At.Add(time.Hour)
	}); err != nil {
		t.Fatal(err)
	}
	d.Clock.Advance(2 * time.Hour)
	d.shell.receive(handover.Request{Kind: handover.Remind}, func(func() handover.Answer) {})
	d.shown(f, 2)
}
