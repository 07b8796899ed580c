package ui

import (
	"slices"
	"time"
)

// clockwork is the gate of the tests: work is done where it is given, and time
// passes only when a test says so.
type clockwork struct {
	time   time.Time
	timers []*timer
}

type timer struct {
	due time.Time
	f   func()
}

func newClockwork() *clockwork {
	return &clockwork{time: time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)}
}

func (c *clockwork) now() time.Time { return c.time }

func (c *clockwork) run(work func() error, done func(error)) { done(work()) }

func (c *clockwork) after(d time.Duration, f func()) (stop func()) {
	t := &timer{c.time.Add(d), f}
	c.timers = append(c.timers, t)
	return func() { c.timers = slices.DeleteFunc(c.timers, func(o *timer) bool { return o == t }) }
}

func (c *clockwork) settle() {}

// advance lets time pass and the timers that fall due ring, in order.
func (c *clockwork) advance(d time.Duration) {
	end := c.time.Add(d)
	for {
		i := -1
		for k, t := range c.timers {
			if !t.due.After(end) && (i < 0 || t.due.Before(c.timers[i].due)) {
				i = k
			}
		}
		if i < 0 {
			c.time = end
			return
		}
		t := c.timers[i]
		c.timers = slices.Delete(c.timers, i, i+1)
		c.time = t.due
		t.f()
	}
}
