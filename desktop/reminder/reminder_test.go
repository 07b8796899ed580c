package reminder

import (
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

const path = "/home/me/journal.db"

// change changes the reminder as its settings do.
func change(r *preferences.Reminder, path string, on bool, weekday int, at string, now time.Time) {
	r.On, r.Weekday, r.Time = on, weekday, at
	Switched(r, path, now)
}

// friday is a reminder on Friday at four in the afternoon.
func friday() preferences.Reminder { return preferences.Reminder{On: true, Weekday: 5, Time: "16:00"} }

// entriesOf returns entries of weeks, oldest first, with one moment each.
func entriesOf(t *testing.T, weeks ...string) (entries []journal.Entry) {
	t.Helper()
	for _, s := range weeks {
		w, err := journal.ParseWeek(s)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, entryOf(w))
	}
	return entries
}

func entryOf(w journal.Week) journal.Entry {
	return journal.Entry{Week: w, Moments: []journal.Moment{{ID: "m", Text: "x"}}, Updated: w.Monday()}
}

func at(t *testing.T, s string) time.Time {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", s, zone(t, "Europe/Berlin"))
	if err != nil {
		t.Fatal(err)
	}
	return when
}

// take takes what is due at each of the times, in words, each answered by closing it.
func take(t *testing.T, r *preferences.Reminder, entries []journal.Entry, times ...string) (shown []string) {
	t.Helper()
	for _, s := range times {
		if d := Take(r, path, at(t, s), entries); !d.None() {
			d.Answer(r, path, preferences.ReminderClosed, at(t, s))
			shown = append(shown, s+" "+d.Target())
		}
	}
	return shown
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("shown were %q, want %q", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("shown were %q, want %q", got, want)
		}
	}
}

func TestOnTime(t *testing.T) {
	r := friday()
	expect(t, take(t, &r, nil, "2026-11-26 16:00", "2026-11-27 15:59", "2026-11-27 16:00", "2026-11-27 16:01", "2026-11-29 23:59"),
		"2026-11-26 16:00 2026-W47", "2026-11-27 16:00 2026-W48") // the first one was missed
}

func TestLoggedWeekIsNotReminded(t *testing.T) {
	r := friday()
	expect(t, take(t, &r, entriesOf(t, "2026-W47", "2026-W48"), "2026-11-27 16:00", "2026-11-28 16:00", "2026-12-04 15:59", "2026-12-04 16:00"),
		"2026-12-04 16:00 2026-W49")
	away := journal.Entry{Week: journal.WeekOf(at(t, "2026-11-27 16:00")), Away: "leave"}
	r = friday()
	expect(t, take(t, &r, []journal.Entry{away}, "2026-11-27 16:00", "2026-11-28 10:00"))
}

// TestMissed: what was missed comes once at the next chance, the last one alone.
func TestMissed(t *testing.T) {
	r := friday()
	logged := entriesOf(t, "2026-W44")
	expect(t, take(t, &r, logged, "2026-10-30 16:00", "2026-11-30 08:31", "2026-11-30 08:32", "2026-12-03 12:00", "2026-12-04 16:30"),
		"2026-11-30 08:31 2026-W48", "2026-12-04 16:30 2026-W49")
}

// TestBeginningOfTheWeek: who is reminded on a Monday or a Tuesday logs the week that
// is over, unless that is done.
func TestBeginningOfTheWeek(t *testing.T) {
	r := preferences.Reminder{On: true, Weekday: 1, Time: "09:00"}
	expect(t, take(t, &r, entriesOf(t, "2026-W46"), "2026-11-23 09:00", "2026-11-24 09:00", "2026-11-30 08:00", "2026-11-30 09:00"),
		"2026-11-23 09:00 2026-W47", "2026-11-30 09:00 2026-W48")
	r = preferences.Reminder{On: true, Weekday: 2, Time: "09:00"}
	expect(t, take(t, &r, entriesOf(t, "2026-W46", "2026-W47"), "2026-11-24 09:00"), "2026-11-24 09:00 2026-W48")
	r = preferences.Reminder{On: true, Weekday: 1, Time: "09:00"}
	expect(t, take(t, &r, nil, "2026-11-23 09:00"), "2026-11-23 09:00 2026-W48")
	r = preferences.Reminder{On: true, Weekday: 3, Time: "09:00"}
	expect(t, take(t, &r, entriesOf(t, "2026-W46"), "2026-11-25 09:00"), "2026-11-25 09:00 2026-W48")
}

func TestOff(t *testing.T) {
	r := friday()
	r.On = false
	now := at(t, "2026-11-27 16:00")
	if Ready(r, path, now) || !Take(&r, path, now, nil).None() || !Next(r, path, now).IsZero() {
		t.Error("a reminder that is off is due")
	}
}

// TestNightThatSkipsTheTime: in Berlin the clocks go from 2:00 to 3:00 on 29 March
// 2026, and from 3:00 to 2:00 on 25 October, both Sundays.
func TestNightThatSkipsTheTime(t *testing.T) {
	r := preferences.Reminder{On: true, Weekday: 7, Time: "02:30"}
	spring := at(t, "2026-03-29 01:00")
	change(&r, path, true, 7, "02:30", spring)
	var shown []time.Time
	count := func(from time.Time) {
		for m := range 240 {
			now := from.Add(time.Duration(m) * time.Minute)
			if d := Take(&r, path, now, entriesOf(t, "2026-W12", "2026-W42")[:1]); !d.None() {
				d.Answer(&r, path, preferences.ReminderClosed, now)
				shown = append(shown, now)
			}
		}
	}
	count(spring)
	count(at(t, "2026-10-25 00:30"))
	want := []time.Time{at(t, "2026-03-29 03:00"), at(t, "2026-10-25 00:30"), at(t, "2026-10-25 00:30").Add(2 * time.Hour)}
	if len(shown) != 3 || !shown[0].Equal(want[0]) || !shown[1].Equal(want[1]) || !shown[2].Equal(want[2]) {
		t.Errorf("shown at %v, want %v", shown, want)
	}
}

func TestAnswers(t *testing.T) {
	for answer, again := range map[preferences.ReminderAnswer]bool{
		preferences.ReminderOpened: false, preferences.ReminderSkipped: false, preferences.ReminderClosed: false, "": false,
		preferences.ReminderLater: true,
	} {
		r, now := friday(), at(t, "2026-11-27 16:00")
		d := Take(&r, path, now, nil)
		if answer != "" { // as after a crash
			d.Answer(&r, path, answer, now)
		}
		if Ready(r, path, at(t, "2026-11-27 18:59")) {
			t.Errorf("%q: it comes again at once", answer)
		}
		if got := Ready(r, path, at(t, "2026-11-27 19:00")); got != again {
			t.Errorf("%q: it comes again in the evening: %v", answer, got)
		}
		if d := Take(&r, path, at(t, "2026-11-30 09:00"), nil); d.None() == again {
			t.Errorf("%q: on Monday it is %+v", answer, d)
		}
	}
}

// TestLaterIsNeedless: who has logged the week meanwhile is not reminded again.
func TestLaterIsNeedless(t *testing.T) {
	r, now := friday(), at(t, "2026-11-27 16:00")
	d := Take(&r, path, now, nil)
	d.Answer(&r, path, preferences.ReminderLater, now)
	expect(t, take(t, &r, entriesOf(t, "2026-W48"), "2026-11-27 19:00", "2026-11-28 19:00"))
}

func TestLaterToday(t *testing.T) {
	for from, want := range map[string]string{
		"2026-11-27 16:00": "2026-11-27 19:00",
		"2026-11-27 09:10": "2026-11-27 12:10",
		"2026-11-27 18:30": "2026-11-27 21:00",
		"2026-11-27 20:00": "2026-11-27 21:00",
		"2026-11-27 20:30": "2026-11-27 21:30",
		"2026-11-27 22:59": "2026-11-27 23:59",
		"2026-11-27 23:00": "2026-11-28 09:00",
		"2026-11-28 00:30": "2026-11-28 09:00",
		"2026-11-28 06:00": "2026-11-28 09:00",
	} {
		if got := LaterToday(at(t, from)); !got.Equal(at(t, want)) {
			t.Errorf("later than %s is %v, want %s", from, got, want)
		}
	}
}

// TestFailed: what could not be shown is tried again, less and less often, and is
// shown once it can be.
func TestFailed(t *testing.T) {
	r, now := friday(), at(t, "2026-11-27 16:00")
	var tried []time.Duration
	for m := range 300 {
		then := now.Add(time.Duration(m) * time.Minute)
		if d := Take(&r, path, then, nil); !d.None() {
			d.Failed(&r, path, then)
			tried = append(tried, time.Duration(m)*time.Minute)
		} else if next := Next(r, path, then); !next.After(then) || next.Sub(then) > time.Hour {
			t.Fatalf("after %d minutes the next is at %v", m, next)
		}
	}
	want := []time.Duration{0, 10, 20, 40, 80, 140, 200, 260}
	if len(tried) != len(want) {
		t.Fatalf("tried after %v", tried)
	}
	for i := range want {
		if tried[i] != want[i]*time.Minute {
			t.Fatalf("tried after %v", tried)
		}
	}
	expect(t, take(t, &r, nil, "2026-11-30 09:00", "2026-11-30 19:00"), "2026-11-30 09:00 2026-W48")
}

// TestJournalFailed: so is what could not be found out.
func TestJournalFailed(t *testing.T) {
	r, now := friday(), at(t, "2026-11-27 16:00")
	Due{}.Failed(&r, path, now)
	if Ready(r, path, now.Add(9*time.Minute)) || !Ready(r, path, now.Add(10*time.Minute)) {
		t.Error("it is not tried again after ten minutes")
	}
}

// TestSwitch: switching it on, or choosing another time, reminds of nothing that has
// passed, and of what is yet to come.
func TestSwitch(t *testing.T) {
	var r preferences.Reminder
	change(&r, path, true, 5, "16:00", at(t, "2026-11-27 17:00"))
	expect(t, take(t, &r, nil, "2026-11-27 17:00", "2026-12-01 10:00", "2026-12-04 16:00"), "2026-12-04 16:00 2026-W49")
	change(&r, path, true, 7, "18:00", at(t, "2026-12-05 12:00")) // was reminded of the week
	expect(t, take(t, &r, nil, "2026-12-06 18:00", "2026-12-13 18:00"), "2026-12-13 18:00 2026-W50")
	change(&r, path, true, 3, "18:00", at(t, "2026-12-15 12:00"))
	expect(t, take(t, &r, nil, "2026-12-16 18:00"), "2026-12-16 18:00 2026-W51")
	change(&r, path, false, 3, "18:00", at(t, "2026-12-17 12:00"))
	expect(t, take(t, &r, nil, "2026-12-30 18:00"))
	r = preferences.Reminder{}
	change(&r, path, true, 5, "16:00", at(t, "2026-10-10 12:00")) // a quarter has just ended
	expect(t, take(t, &r, entriesOf(t, "2026-W39", "2026-W41"), "2026-10-10 16:00", "2026-10-12 16:00"))
}

// A reminder that was switched on after its time, and is then moved to later in the same
// week, comes.
func TestSwitchToLaterInTheWeek(t *testing.T) {
	var r preferences.Reminder
	change(&r, path, true, 5, "16:00", at(t, "2026-11-28 10:00"))
	change(&r, path, true, 7, "09:00", at(t, "2026-11-28 10:01"))
	expect(t, take(t, &r, nil, "2026-11-28 16:00", "2026-11-29 09:00", "2026-11-29 10:00"), "2026-11-29 09:00 2026-W48")
}

// TestQuarter: W39 of 2026 is the last week of the third quarter.
func TestQuarter(t *testing.T) {
	logged := entriesOf(t, "2026-W38", "2026-W39")
	r := friday()
	change(&r, path, true, 5, "16:00", at(t, "2026-09-19 12:00"))
	on := r.Clone()
	expect(t, take(t, &r, logged, "2026-09-25 15:59", "2026-09-25 16:00", "2026-09-25 16:01", "2026-10-02 16:00", "2026-10-03 16:00"),
		"2026-09-25 16:00 2026-Q3", "2026-10-02 16:00 2026-W40")

	r = on.Clone() // a week that is not logged comes first, and its quarter on another day
	expect(t, take(t, &r, logged[:1], "2026-09-25 16:00", "2026-09-25 22:00", "2026-09-26 15:59", "2026-09-28 08:00", "2026-09-28 08:01"),
		"2026-09-25 16:00 2026-W39", "2026-09-28 08:00 2026-Q3")

	r = on.Clone() // both were missed
	expect(t, take(t, &r, logged, "2026-10-05 08:00", "2026-10-05 09:00", "2026-10-06 16:00", "2026-10-06 17:00"),
		"2026-10-05 08:00 2026-W40", "2026-10-06 16:00 2026-Q3")

	r = on.Clone() // it is too late
	expect(t, take(t, &r, append(logged, entriesOf(t, "2026-W45")...), "2026-11-06 16:00", "2026-11-07 16:00"))

	r = on.Clone() // there is nothing to read
	expect(t, take(t, &r, entriesOf(t, "2026-W20"), "2026-09-26 16:00", "2026-09-27 16:00"), "2026-09-26 16:00 2026-W39")
	if Ready(r, path, at(t, "2026-09-28 16:00")) {
		t.Error("a quarter without entries is still to be looked at")
	}

	r = on.Clone()
	now := at(t, "2026-09-25 16:00")
	d := Take(&r, path, now, logged)
	d.Answer(&r, path, preferences.ReminderLater, now)
	expect(t, take(t, &r, logged, "2026-09-25 18:59", "2026-09-25 19:00", "2026-09-25 23:00"), "2026-09-25 19:00 2026-Q3")
}

// TestClockBehind: by a clock that is behind what was logged, nothing is due.
func TestClockBehind(t *testing.T) {
	r := friday()
	logged := entriesOf(t, "2026-W45", "2026-W46", "2026-W47")
	expect(t, take(t, &r, logged, "2026-01-02 16:00", "1970-01-02 16:00", "2026-11-27 16:00"), "2026-11-27 16:00 2026-W48")
}

// TestClockOutOfReach: nor is anything in a year whose weeks no journal accepts.
func TestClockOutOfReach(t *testing.T) {
	for _, year := range []int{1, 1899, 2201, 9999} {
		r, now := friday(), time.Date(year, time.June, 10, 12, 0, 0, 0, time.UTC)
		if d := Take(&r, path, now, nil); !d.None() || Ready(r, path, now) || Next(r, path, now).Before(now) {
			t.Errorf("in %d it is %+v", year, d)
		}
	}
}

// TestAsked: a reminder that was asked for is shown whatever is due, and does not take
// the place of the one on Friday unless the answer does.
func TestAsked(t *testing.T) {
	now := at(t, "2026-11-25 10:00")
	for answer, want := range map[preferences.ReminderAnswer]string{
		preferences.ReminderOpened: "2026-11-27 16:00", preferences.ReminderClosed: "2026-11-27 16:00",
		preferences.ReminderSkipped: "", preferences.ReminderLater: "2026-11-25 13:00",
	} {
		r := friday()
		change(&r, path, true, 5, "16:00", now)
		d := Asked(r, path, now, entriesOf(t, "2026-W48"))
		if d.Target() != "2026-W48" || d.Quarter.Valid() {
			t.Errorf("it is about %s", d.Target())
		}
		d.Answer(&r, path, answer, now)
		d.Failed(&r, path, now)
		got := take(t, &r, nil, "2026-11-25 12:59", "2026-11-25 13:00", "2026-11-27 15:59", "2026-11-27 16:00", "2026-11-28 10:00")
		if want == "" {
			expect(t, got)
		} else {
			expect(t, got, want+" 2026-W48")
		}
	}
	r := friday()
	r.On = false
	if d := Asked(r, path, now, nil); d.Week != journal.WeekOf(now) {
		t.Errorf("with the setting off it is %+v", d)
	}
	r = friday()
	change(&r, path, true, 5, "16:00", at(t, "2026-09-24 10:00"))
	if d := Asked(r, path, at(t, "2026-09-25 16:00"), entriesOf(t, "2026-W39")); d.Target() != "2026-Q3" {
		t.Errorf("at the end of a quarter it is about %s", d.Target())
	}
}

func TestTarget(t *testing.T) {
	for _, s := range []string{"2026-W47", "2026-Q3"} {
		w, q, err := ParseTarget(s)
		if err != nil || (Due{Week: w, Quarter: q}).Target() != s {
			t.Errorf("%s is read as %v and %v (%v)", s, w, q, err)
		}
	}
	for _, s := range []string{"", "2026-W54", "2026-Q5", "brief", "../../etc"} {
		if _, _, err := ParseTarget(s); err == nil {
			t.Errorf("%q is read", s)
		}
	}
}
