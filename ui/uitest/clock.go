package uitest

import (
	"context"
	"slices"
	"sync"
	"time"

	"heliotrope/ui/tasks"
)

// Clock is the gate of the tests, see [tasks.Tasks]. Time passes only when a
// test lets it, and the work of a job is pending until the test lets it finish.
type Clock struct {
	time   time.Time
	timers []*timer
	jobs   []tasks.Job // whose work is pending, oldest first
	given  int         // jobs so far
	done   []func()    // calls Done of a job whose work is done, oldest first
	asides []*aside    // whose work is pending, oldest first

	mu     sync.Mutex
	posted []func() // oldest first
}

type timer struct {
	due time.Time
	f   func()
}

type aside struct {
	ctx  context.Context
	work func(context.Context) error
	done func(error)
}

// NewClock returns a clock at nine o'clock on Monday, 23 November 2026.
func NewClock() *Clock {
	return &Clock{time: time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)}
}

// Now returns the time.
func (c *Clock) Now() time.Time { return c.time }

// Do implements [tasks.Tasks].
func (c *Clock) Do(j tasks.Job) {
	c.jobs = append(c.jobs, j)
	c.given++
}

// Given returns how many jobs there have been.
func (c *Clock) Given() int { return c.given }

// Run implements [tasks.Tasks].
func (c *Clock) Run(work func() error, done func(error)) { c.Do(tasks.Func(work, done)) }

// Aside implements [tasks.Tasks]. Its work is done after all jobs.
func (c *Clock) Aside(work func(context.Context) error, done func(error)) (cancel func()) {
	ctx, stop := context.WithCancel(context.Background())
	a := &aside{ctx, work, done}
	c.asides = append(c.asides, a)
	return func() {
		stop()
		c.asides = slices.DeleteFunc(c.asides, func(o *aside) bool { return o == a })
	}
}

// Looking returns how much work aside is pending.
func (c *Clock) Looking() int { return len(c.asides) }

// After implements [tasks.Tasks].
func (c *Clock) After(d time.Duration, f func()) (stop func()) {
	t := &timer{c.time.Add(d), f}
	c.timers = append(c.timers, t)
	return func() { c.timers = slices.DeleteFunc(c.timers, func(o *timer) bool { return o == t }) }
}

// Settle implements [tasks.Tasks]: it does all work, of which the window hears
// only when it is finished.
func (c *Clock) Settle() {
	for len(c.jobs) > 0 {
		j := c.jobs[0]
		c.jobs = c.jobs[1:]
		err := j.Work()
		c.done = append(c.done, func() { j.Done(err) })
	}
}

// Post implements [tasks.Tasks]. F is called when the test lets work finish.
func (c *Clock) Post(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.posted = append(c.posted, f)
}

// takePosted returns the oldest function that was posted and not called, or nil.
func (c *Clock) takePosted() (f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.posted) > 0 {
		f, c.posted = c.posted[0], c.posted[1:]
	}
	return f
}

// Pending returns the number of jobs of which the window has not heard that
// they are done, and of what was posted to it.
func (c *Clock) Pending() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.jobs) + len(c.done) + len(c.posted) + len(c.asides)
}

// Working reports whether the work of a job is pending.
func (c *Clock) Working() bool { return len(c.jobs) > 0 }

// Next finishes the oldest job: its work is done and the window hears of it. What
// was posted comes first.
func (c *Clock) Next() {
	if f := c.takePosted(); f != nil {
		f()
		return
	}
	if len(c.done)+len(c.jobs) == 0 {
		a := c.asides[0]
		c.asides = c.asides[1:]
		if err := a.work(a.ctx); a.ctx.Err() == nil {
			a.done(err)
		}
		return
	}
	if len(c.done) == 0 {
		j := c.jobs[0]
		c.jobs = c.jobs[1:]
		j.Done(j.Work())
		return
	}
	done := c.done[0]
	c.done = c.done[1:]
	done()
}

// Finish finishes all jobs, also those that are begun meanwhile.
func (c *Clock) Finish() {
	for c.Pending() > 0 {
		c.Next()
	}
}

// Advance lets time pass. Timers ring when they are due, and all work finishes
// at once.
func (c *Clock) Advance(d time.Duration) {
	c.Finish()
	c.pass(d, c.Finish)
}

// Pass lets time pass in which no work finishes.
func (c *Clock) Pass(d time.Duration) { c.pass(d, func() {}) }

// Jump sets the clock without any time passing, so that no timer rings: the
// computer slept, or its clock was set. It goes back if d is negative.
func (c *Clock) Jump(d time.Duration) {
	c.time = c.time.Add(d)
	for _, t := range c.timers {
		t.due = t.due.Add(d)
	}
}

// Travel sets the clock to another time zone.
func (c *Clock) Travel(zone *time.Location) { c.time = c.time.In(zone) }

func (c *Clock) pass(d time.Duration, rung func()) {
	end := c.time.Add(d)
	for {
		i := -1
		for k, t := range c.timers {
			if !t.due.After(end) && (i < 0 || t.due.Before(c.timers[i].due)) {
				i = k
			}
		}
		if i < 0 {
			c.time = end.In(c.time.Location())
			return
		}
		t := c.timers[i]
		c.timers = slices.Delete(c.timers, i, i+1)
		c.time = t.due.In(c.time.Location())
		t.f()
		rung()
	}
}
