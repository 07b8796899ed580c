package journal_test

import (
	"testing"
	"time"

	"heliotrope/journal"
)

// TestDoubtClock: the last week that was logged is that of 28 December 2026.
func TestDoubtClock(t *testing.T) {
	logged := journal.Contents{ID: "test", Entries: []journal.Entry{
		{Week: mustWeek(t, "2026-W20"), Away: "leave"}, {Week: mustWeek(t, "2026-W53"), Away: "leave"},
	}}
	for _, test := range []struct {
		name, now string
		want      journal.ClockDoubt
	}{
		{"in the week that was logged last", "2027-01-03T23:00:00Z", journal.ClockTrusted},
		{"the day before it, for a traveler", "2026-12-27T00:30:00-08:00", journal.ClockTrusted},
		{"two days before it", "2026-12-26T23:30:00+14:00", journal.ClockEarlier},
		{"set back a year", "2025-12-28T12:00:00Z", journal.ClockEarlier},
		{"never set", "1970-01-01T00:00:07Z", journal.ClockEarlier},
		{"back after a year", "2028-01-03T12:00:00Z", journal.ClockTrusted},
		{"back after more than a year", "2028-01-10T12:00:00Z", journal.ClockFarAhead},
		{"in 2099", "2099-06-01T12:00:00Z", journal.ClockFarAhead},
		{"in a year that no journal has", "2300-06-01T12:00:00Z", journal.ClockFarAhead},
	} {
		t.Run(test.name, func(t *testing.T) {
			now, err := time.Parse(time.RFC3339, test.now)
			if err != nil {
				t.Fatal(err)
			}
			got, last := open(t, logged).DoubtClock(now)
			if got != test.want || last.String() != "2026-W53" {
				t.Errorf("the doubt is %q about %v, want %q", got, last, test.want)
			}
			if got, _ := open(t, journal.Contents{}).DoubtClock(now); got != journal.ClockTrusted {
				t.Errorf("nothing is logged, and the doubt is %q", got)
			}
		})
	}
}

// TestVersionsInTheOrderWritten: the last version is the one that was written last,
// whatever the clock said.
func TestVersionsInTheOrderWritten(t *testing.T) {
	j := open(t, journal.Contents{ID: "test"})
	w := mustWeek(t, "2026-W48")
	j.must(j.Save(journal.Entry{Week: w, Reflection: "before"}))
	j.wait(-365 * 24 * time.Hour)
	j.must(j.Save(journal.Entry{Week: w, Reflection: "between"}))
	j.wait(-365 * 24 * time.Hour)
	j.must(j.Save(journal.Entry{Week: w, Reflection: "after"}))
	if got := j.Entry(w).Reflection; got != "after" {
		t.Errorf("the week says %q", got)
	}
	versions, err := j.Versions(w)
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(versions); i++ {
		if versions[i].Revision >= versions[i-1].Revision {
			t.Errorf("version %d of %d is out of order", i, len(versions))
		}
	}
	if len(versions) == 0 || versions[0].Entry.Reflection != "between" {
		t.Errorf("the newest of %d versions is not the one before", len(versions))
	}
}
