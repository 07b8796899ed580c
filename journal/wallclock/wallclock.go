// Package wallclock is the time on the wall where the user is. It follows a computer
// that is carried to another time zone while the program runs, which [time.Local]
// does not: that is read once.
package wallclock

import (
	"os"
	"sync"
	"time"
)

// Clock shows the time on the wall. Its methods may be called from several
// goroutines.
type Clock struct {
	file string // of the system's time zone; "" if it cannot change
	days int    // that the clock is ahead of the system's

	mu   sync.Mutex
	read os.FileInfo // of the file when it was read last; nil if it could not be
	zone *time.Location
}

// New returns a clock. Where the environment names the time zone, in TZ, or the
// system does not have it in a file, that zone stays.
func New() *Clock {
	if _, named := os.LookupEnv("TZ"); named {
		return newClock("")
	}
	return newClock("/etc/localtime")
}

func newClock(file string) *Clock {
	c := &Clock{file: file, zone: time.Local}
	if info, err := os.Stat(file); err == nil {
		c.read = info
	}
	return c
}

// SetToday makes the day that the clock shows now that of day; the time of day stays
// that of the system. From then on it goes on like any other clock.
func (c *Clock) SetToday(day time.Time) {
	c.days = 0
	c.days = daysOf(day) - daysOf(c.Now())
}

// daysOf counts the days up to that of t, where t is.
func daysOf(t time.Time) int {
	const seconds = 24 * 60 * 60
	return int(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix() / seconds)
}

// Now returns the time. It has no monotonic reading: what passes while the computer
// sleeps has passed.
func (c *Clock) Now() time.Time {
	now := system().In(c.location())
	if c.days == 0 {
		return now // AddDate would choose one of the two hours when the clocks go back
	}
	return now.AddDate(0, 0, c.days)
}

// location returns the time zone, which it reads again if the file has changed.
func (c *Clock) location() *time.Location {
	if c.file == "" {
		return c.zone
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	info, err := os.Stat(c.file)
	if err != nil || same(info, c.read) {
		return c.zone
	}
	c.read = info
	if data, err := os.ReadFile(c.file); err == nil {
		if zone, err := time.LoadLocationFromTZData("Local", data); err == nil {
			c.zone = zone
		}
	}
	return c.zone
}

// same reports whether a is the file b, unchanged.
func same(a, b os.FileInfo) bool {
	return b != nil && os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}
