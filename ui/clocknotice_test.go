package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
)

// deskAt opens the window on a journal whose last week is that of 23 November
// 2026, at another time.
func deskAt(t *testing.T, now time.Time, change ...func(*Config)) *desk {
	t.Helper()
	last := journal.Entry{Week: journal.WeekOf(newClockwork().now()), Reflection: "The last week"}
	return newDeskWith(t, journal.Contents{ID: "test", Entries: []journal.Entry{last}}, words.English, func(cfg *Config) {
		cfg.Now = func() time.Time { return now }
		for _, c := range change {
			c(cfg)
		}
	})
}

// checkClockNotice holds that a clock that may be wrong is told of above the
// week, in which one can write all the same.
func checkClockNotice(t *testing.T, now time.Time, want string) {
	t.Helper()
	d := deskAt(t, now)
	d.sees(want, "Week 48, 2026", "set it before you write")
	d.write("Written by this clock")
	d.press(fyne.KeyReturn)
	w := journal.WeekOf(now)
	if moments := d.mine.Entry(w).Moments; len(moments) != 1 {
		t.Errorf("%v holds %+v", w, moments)
	}
	d.week().open(journal.WeekOf(newClockwork().now()))
	if got := d.week().reflect.text.Text; got != "The last week" {
		t.Errorf("the last week shows %q", got)
	}
	deskAt(t, now, func(cfg *Config) {
		sample, err := vault.Sample("en", time.Now)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { closeVault(t, sample) })
		cfg.Vault = sample
	}).misses("The clock says")
}

func TestRow53ClockSetBack(t *testing.T) {
	checkClockNotice(t, time.Date(2025, 11, 24, 9, 0, 0, 0, time.UTC), "The clock says 24 November 2025, which is before your last entry")
}

func TestRow54ClockNeverSet(t *testing.T) {
	checkClockNotice(t, time.Date(1970, 1, 1, 0, 0, 9, 0, time.UTC), "The clock says 1 January 1970, which is before your last entry")
}

func TestRow54ClockFarAhead(t *testing.T) {
	checkClockNotice(t, time.Date(2099, 6, 3, 9, 0, 0, 0, time.UTC), "The clock says 3 June 2099, more than a year after your last entry")
}

// TestClockTrusted holds that nothing is said of a clock that may be right.
func TestClockTrusted(t *testing.T) {
	for _, now := range []time.Time{
		time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC), time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), time.Date(2027, 9, 1, 9, 0, 0, 0, time.UTC),
	} {
		deskAt(t, now).misses("The clock says")
	}
	newWeekDesk(t).misses("The clock says")
}
