package reminder

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
	_ "time/tzdata"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// life is a simulated one: a user with a computer that sleeps, travels and has its
// clock set.
type life struct {
	*testing.T
	random  *rand.Rand
	r       preferences.Reminder
	now     time.Time    // that the computer shows
	from    journal.Week // in which the reminder was switched on, which settles it up to then
	entries []journal.Entry

	shown     map[string]int  // times that a reminder of a week or quarter came, but for those asked for later
	expecting map[string]bool // weeks in which one had to come
	later     map[string]bool // what the user wanted later
}

func (l *life) logs(w journal.Week) {
	if n := len(l.entries); n == 0 || l.entries[n-1].Week.Before(w) {
		l.entries = append(l.entries, entryOf(w))
	}
}

// look is the computer's look at the clock, once a minute or so.
func (l *life) look() {
	w := journal.WeekOf(l.now)
	hour, minute := l.r.TimeOfDay()/60, l.r.TimeOfDay()%60
	day := w.Monday().AddDate(0, 0, (l.r.Weekday+6)%7)
	reached := wall(l.now).Sub(time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, time.UTC)) >= 0
	behind := journal.ReadClock(l.entries, l.now).Doubt == journal.ClockEarlier
	failed := lookUp(l.r.Done[path].Weeks, w.String()).Answer == preferences.ReminderFailed
	if reached && !logged(l.entries, w) && !behind && !failed && w.After(l.from) {
		l.expecting[w.String()] = true
	}
	ready := Ready(l.r, path, l.now)
	if next := Next(l.r, path, l.now); next.Before(l.now) || ready == next.After(l.now) {
		l.Fatalf("at %v the next is at %v, and one is ready: %v", l.now, next, ready)
	}
	d := Take(&l.r, path, l.now, l.entries)
	if d.None() {
		if Ready(l.r, path, l.now) {
			l.Fatalf("at %v nothing was due, but something is to be looked at again", l.now)
		}
		return
	}
	switch {
	case !ready:
		l.Fatalf("at %v %s came, although none was ready", l.now, d.Target())
	case behind:
		l.Fatalf("at %v %s came by a clock that is behind", l.now, d.Target())
	case !d.Week.IsZero() && (logged(l.entries, d.Week) || d.Week.After(w) || w.Index()-d.Week.Index() > 2):
		l.Fatalf("at %v %s came", l.now, d.Target())
	case d.Week.IsZero() && (d.Quarter.Last().After(w) || w.Index()-d.Quarter.Last().Index() > mostWeeksAfter+1):
		l.Fatalf("at %v %s came", l.now, d.Target())
	}
	key := d.about()
	if !l.later[key] {
		l.shown[key]++
	}
	delete(l.later, key)
	switch n := l.random.IntN(10); {
	case n < 3:
		d.Answer(&l.r, path, preferences.ReminderLater, l.now)
		l.later[key] = true
	case n < 5:
		d.Answer(&l.r, path, preferences.ReminderOpened, l.now)
		if !d.Week.IsZero() {
			l.logs(d.Week)
		}
	case n < 6:
		d.Answer(&l.r, path, preferences.ReminderSkipped, l.now)
	case n < 7:
		d.Failed(&l.r, path, l.now)
		l.later[key] = true // it comes again, as it did not come
	case n < 9:
		d.Answer(&l.r, path, preferences.ReminderClosed, l.now)
	}
}

// check requires that each week and quarter came at most once, and none was missing.
func (l *life) check() {
	for about, n := range l.shown {
		if n > 1 {
			l.Errorf("%s came %d times", about, n)
		}
	}
	for week := range l.expecting {
		if l.shown[week] == 0 {
			l.Errorf("of %s no reminder came", week)
		}
	}
}

// TestYears: over years of sleeps, journeys and clocks that are set, at most one
// reminder a week comes, and none is missing in a week in which the computer ran after
// its time while nothing was logged.
func TestYears(t *testing.T) {
	zones := []string{"Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Pago_Pago", "Asia/Kathmandu", "Africa/Casablanca", "UTC"}
	lives := 24
	if testing.Short() {
		lives = 8
	}
	reminders, briefs := 0, 0
	for seed := range lives {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(uint64(seed), 14))
			l := &life{T: t, random: random, shown: make(map[string]int), expecting: make(map[string]bool), later: make(map[string]bool)}
			l.now = time.Date(2011+random.IntN(20), time.Month(1+random.IntN(12)), 1+random.IntN(28), random.IntN(24), random.IntN(60), 0, 0, zone(t, zones[random.IntN(len(zones))]))
			at := []string{"16:00", "02:30", "00:00", "23:59", "09:15"}[random.IntN(5)]
			weekday := 3 + random.IntN(5) // the others may be about the week before, see TestBeginningOfTheWeek
			travels, sets := random.IntN(2) == 0, random.IntN(2) == 0
			if sets {
				l.logs(journal.WeekOf(l.now).Add(-3)) // of a journal that is empty no clock is wrong
			}
			l.from = journal.WeekOf(l.now)
			change(&l.r, path, true, weekday, at, l.now)
			for end := l.now.AddDate(1, 0, 0); l.now.Before(end); {
				switch n := random.IntN(1000); {
				case n < 4: // a night, a weekend, a holiday
					l.now = l.now.Add(time.Duration(random.IntN(int(48 * time.Hour))))
				case n < 5:
					l.now = l.now.Add(time.Duration(random.IntN(int(30 * 24 * time.Hour))))
				case n < 7:
					l.logs(journal.WeekOf(l.now))
				case n < 8 && travels:
					l.now = l.now.In(zone(t, zones[random.IntN(len(zones))]))
				case n < 9 && sets:
					by := []time.Duration{-time.Hour, -9 * time.Hour, -50 * time.Hour, time.Hour, 70 * time.Hour}[random.IntN(5)]
					l.now = l.now.Add(by)
				default:
					l.now = l.now.Add(time.Duration(1+random.IntN(30)) * time.Minute)
				}
				l.look()
			}
			l.check()
			for about := range l.shown {
				if about[5] == 'W' {
					reminders++
				} else {
					briefs++
				}
			}
		})
	}
	if reminders < 10*lives || briefs < lives {
		t.Errorf("in %d years %d reminders and %d briefs came: too few to show anything", lives, reminders, briefs)
	}
}

// TestClockSetByYears: a clock that is years ahead for a while, or behind, repeats
// nothing once it is right, and what comes next comes.
func TestClockSetByYears(t *testing.T) {
	r := friday()
	expect(t, take(t, &r, entriesOf(t, "2026-W40"), "2026-11-27 16:00", "2031-06-10 12:00", "2026-11-27 16:05", "2026-12-03 12:00",
		"2025-06-10 12:00", "2026-12-03 12:01", "2026-12-04 16:00"),
		"2026-11-27 16:00 2026-W48", "2031-06-10 12:00 2031-W23", "2026-12-04 16:00 2026-W49")
}
