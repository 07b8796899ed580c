package wallclock

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// writeZone puts a file of a time zone, hours east of Greenwich, in the place of
// another, as a system does.
func writeZone(t *testing.T, path string, hours int) {
	t.Helper()
	header := append([]byte("TZif"), make([]byte, 16)...)
	for _, count := range []uint32{0, 0, 0, 0, 1, 4} { // one type, four letters
		header = binary.BigEndian.AppendUint32(header, count)
	}
	zone := binary.BigEndian.AppendUint32(header, uint32(int32(hours*60*60)))
	zone = append(zone, 0, 0, 'A', 'B', 'C', 0)
	if err := os.WriteFile(path+".new", zone, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
}

// offset returns how far east a clock is, in hours.
func offset(c *Clock) int {
	_, seconds := c.Now().Zone()
	return seconds / 3600
}

func TestClockFollowsTheTimeZone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "localtime")
	writeZone(t, file, 1)
	c := newClock(file)
	before := c.Now()
	for _, hours := range []int{14, -11, 5} {
		writeZone(t, file, hours)
		if got := offset(c); got != hours {
			t.Errorf("the clock is %d hours east, want %d", got, hours)
		}
	}
	if now := c.Now(); now.Sub(before).Abs() > time.Hour {
		t.Errorf("another zone changed the time from %v to %v", before, now)
	}
	if err := os.WriteFile(file, []byte("no zone"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := offset(c); got != 5 {
		t.Errorf("a damaged file made it %d hours east", got)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if got := offset(c); got != 5 {
		t.Errorf("no file made it %d hours east", got)
	}
	writeZone(t, file, -3)
	if got := offset(c); got != -3 {
		t.Errorf("the clock is %d hours east, want -3", got)
	}
}

func TestZoneOfTheEnvironmentStays(t *testing.T) {
	t.Setenv("TZ", "UTC")
	if c := New(); c.file != "" {
		t.Errorf("it looks for a zone in %s", c.file)
	}
}

func TestToday(t *testing.T) {
	file := filepath.Join(t.TempDir(), "localtime")
	for _, hours := range []int{-11, 0, 14} {
		writeZone(t, file, hours)
		c := newClock("")
		c.file = file
		for _, day := range []string{"2026-11-29", "1970-01-01", "1999-12-31", "2024-02-29", "2011-12-30", "2100-03-01"} {
			today, err := time.Parse(time.DateOnly, day)
			if err != nil {
				t.Fatal(err)
			}
			c.SetToday(today)
			system, got := time.Now().In(c.Now().Location()), c.Now()
			if got.Format(time.DateOnly) != day && system.Hour() != 0 { // at midnight it may be the day after
				t.Errorf("%d hours east it is %v, want %s", hours, got, day)
			}
			if d := got.Sub(system); (d%(24*time.Hour)).Abs() > time.Minute && (d%(24*time.Hour)).Abs() < 24*time.Hour-time.Minute {
				t.Errorf("the time of day is %v, want that of %v", got, system)
			}
		}
	}
}
