package week

import (
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// lastWeek is a journal whose last week is that of 23 November 2026.
func lastWeek() journal.Contents {
	last := journal.Entry{Week: journal.WeekOf(uitest.NewClock().Now()), Reflection: "The last week"}
	return journal.Contents{Entries: []journal.Entry{last}}
}

// newDeskAt shows the page of that journal at another time.
func newDeskAt(t *testing.T, now time.Time, sample bool) *desk {
	t.Helper()
	return open(t, uitest.NewDesk(t, lastWeek()), func(s *session.Session) {
		s.Now, s.Sample = func() time.Time { return now }, sample
	})
}

// A clock that may be wrong is told of above the week, in which one can write
// all the same.
func TestDoubtfulClock(t *testing.T) {
	for name, tt := range map[string]struct {
		now  time.Time
		want string
	}{
		"set back":  {time.Date(2025, 11, 24, 9, 0, 0, 0, time.UTC), "This computer’s clock shows 24 November 2025, earlier than your last entry"},
		"never set": {time.Date(1970, 1, 1, 0, 0, 9, 0, time.UTC), "This computer’s clock shows 1 January 1970, earlier than your last entry"},
		"far ahead": {time.Date(2099, 6, 3, 9, 0, 0, 0, time.UTC), "This computer’s clock shows 3 June 2099, more than a year after your last entry"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDeskAt(t, tt.now, false)
			d.Sees(tt.want, "week 48 of 2026", "fix it first")
			d.add("Written by this clock")
			d.Clock.Finish()
			w := journal.WeekOf(tt.now)
			if moments := d.Journal.Entry(w).Moments; len(moments) != 1 {
				t.Errorf("%v has %+v", w, moments)
			}
			d.page.Open(journal.WeekOf(uitest.NewClock().Now()))
			if got := d.page.reflect.text.Text; got != "The last week" {
				t.Errorf("the last week shows %q", got)
			}
			newDeskAt(t, tt.now, true).Misses("This computer’s clock shows")
		})
	}
}

func TestClockThatMayBeRight(t *testing.T) {
	for _, now := range []time.Time{
		time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC), time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), time.Date(2027, 9, 1, 9, 0, 0, 0, time.UTC),
	} {
		newDeskAt(t, now, false).Misses("This computer’s clock shows")
	}
	newDesk(t, journal.Contents{}).Misses("This computer’s clock shows")
}
