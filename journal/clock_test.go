package journal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
)

// TestReadClock: the last week that was logged is that of 28 December 2026.
func TestReadClock(t *testing.T) {
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
			got := open(t, logged).ReadClock(now)
			if got.Doubt != test.want || got.Last.String() != "2026-W53" || len(got.Ahead) > 0 {
				t.Errorf("the clock is read as %+v, want the doubt %q", got, test.want)
			}
			if got := open(t, journal.Contents{}).ReadClock(now); got.Doubt != journal.ClockTrusted {
				t.Errorf("nothing is logged, and the doubt is %q", got.Doubt)
			}
		})
	}
}

// written returns the entry of a week that was written at a time.
func written(t *testing.T, week, at string) journal.Entry {
	t.Helper()
	updated, err := time.Parse(time.DateOnly, at)
	if err != nil {
		t.Fatal(err)
	}
	return journal.Entry{Week: mustWeek(t, week), Away: "leave", Updated: updated}
}

// TestOddWeekOrWrongClock: a week far ahead is odd where the clock seems right,
// and the clock is wrong where several weeks, or the last ones without a gap, were
// written after what it shows.
func TestOddWeekOrWrongClock(t *testing.T) {
	year := func(from, at string, weeks int) []journal.Entry {
		var all []journal.Entry
		first := written(t, from, at)
		for i := range weeks {
			e := first
			e.Week, e.Updated = first.Week.Add(i), first.Updated.AddDate(0, 0, 7*i)
			all = append(all, e)
		}
		return all
	}
	steady := year("2026-W01", "2026-01-02", 47) // to W47, written on 20 November
	for _, test := range []struct {
		name  string
		now   string
		also  []journal.Entry
		doubt journal.ClockDoubt
		last  string
		ahead string
	}{
		{"a year mistyped", "2026-11-23", []journal.Entry{written(t, "2062-W47", "2026-11-20")}, "", "2026-W47", "2062-W47"},
		{"the first week of next year, too early", "2026-11-23", []journal.Entry{written(t, "2027-W01", "2026-11-20")}, "", "2026-W47", "2027-W01"},
		{"the last week that there is", "2026-11-23", []journal.Entry{written(t, "2200-W52", "2026-11-20")}, "", "2026-W47", "2200-W52"},
		{"two years mistyped", "2026-11-23", []journal.Entry{written(t, "2029-W01", "2026-02-20"), written(t, "2162-W47", "2026-11-20")}, "", "2026-W47", "2029-W01 2162-W47"},
		{"written once by a clock that was wrong", "2026-11-23", []journal.Entry{written(t, "2062-W47", "2062-11-20")}, "", "2026-W47", "2062-W47"},
		{"written by that clock for a month", "2026-11-23", year("2062-W44", "2062-11-01", 4), "", "2026-W47", "2062-W44 2062-W45 2062-W46 2062-W47"},
		{"the clock is set back by two weeks", "2026-11-05", nil, journal.ClockEarlier, "2026-W47", ""},
		{"the clock is set back, and a year was mistyped", "2026-06-05", []journal.Entry{written(t, "2062-W47", "2026-11-20")}, journal.ClockEarlier, "2026-W47", ""},
		{"the clock was never set", "1970-01-01", []journal.Entry{written(t, "1970-W01", "1970-01-01")}, journal.ClockEarlier, "2026-W47", ""},
		{"the clock is years behind a journal with a pause", "2029-06-05", year("2033-W10", "2033-03-11", 5), journal.ClockEarlier, "2033-W14", ""},
		{"back after years, and a year was mistyped", "2029-06-05", []journal.Entry{written(t, "2062-W47", "2026-11-20")}, journal.ClockFarAhead, "2026-W47", "2062-W47"},
	} {
		t.Run(test.name, func(t *testing.T) {
			now, err := time.Parse(time.DateOnly, test.now)
			if err != nil {
				t.Fatal(err)
			}
			j := open(t, journal.Contents{ID: "test", Entries: append(slices.Clone(steady), test.also...)})
			got := j.ReadClock(now)
			if ahead := strings.Trim(fmt.Sprint(got.Ahead), "[]"); got.Doubt != test.doubt || got.Last.String() != test.last || ahead != test.ahead {
				t.Errorf("the clock is read as %+v", got)
			}
		})
	}
}

// TestClockOfAnOldWeek: when a week was written counts, and not how old it is.
func TestClockOfAnOldWeek(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for at, doubt := range map[string]journal.ClockDoubt{
		"2026-11-20": journal.ClockTrusted, "2025-11-17": journal.ClockTrusted, "2025-11-01": journal.ClockFarAhead, "2062-11-20": journal.ClockTrusted,
	} {
		j := open(t, journal.Contents{ID: "test", Entries: []journal.Entry{written(t, "1999-W01", at)}})
		if got := j.ReadClock(now); got.Doubt != doubt || got.Begun != journal.WeekOf(now) {
			t.Errorf("written on %s, the clock is read as %+v", at, got)
		}
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
