// Package tasks is the gate between the window's goroutine and everything that
// takes time. It is the only one that starts goroutines and calls fyne.Do: a
// [Job] goes out through it, and its result comes back through it, in order.
package tasks

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/wallclock"
)

// Tasks is the gate between the window's goroutine and everything that takes
// time. Its methods are called on the window's goroutine and call back on it, but
// for Post.
type Tasks interface {
	// Do does a job elsewhere, one at a time and in the order given.
	Do(Job)

	// Run is Do for a job given as two functions.
	Run(work func() error, done func(error))

	// Aside does work that only reads, next to the jobs, which it does not delay, and
	// then calls done with its error. Once cancel is called, ctx is done and done is not
	// called any more. Settle does not wait for it.
	Aside(work func(ctx context.Context) error, done func(error)) (cancel func())

	// After calls f once d has passed by the clock, unless stop is called before.
	After(d time.Duration, f func()) (stop func())

	// Settle waits until the work of all jobs is done. That they are done may
	// still be waiting for the window.
	Settle()

	// Post calls f on the window's goroutine, soon, and does not wait for it. It is
	// called on any goroutine, by what the rest of the system asks of the window.
	Post(f func())
}

// Job is something that takes time.
type Job interface {
	// Work does it. It is called on another goroutine than the window's.
	Work() error

	// Done is called with the error of Work, on the window's goroutine.
	Done(error)
}

// Func returns a job of two functions.
func Func(work func() error, done func(error)) Job { return functions{work, done} }

type functions struct {
	work func() error
	done func(error)
}

func (f functions) Work() error    { return f.work() }
func (f functions) Done(err error) { f.done(err) }

// Background is the gate of the real window: one worker goroutine for jobs, and one for
// each work aside.
type Background struct {
	wake    chan struct{} // one for each job
	working sync.Mutex    // locked while a job is taken and done, so that the order stays

	mu   sync.Mutex
	jobs []Job // not begun yet, oldest first
}

// NewBackground starts the worker. It ends with the program.
func NewBackground() *Background {
	const room = 1024 // for more jobs than a person can give while one is done
	b := &Background{wake: make(chan struct{}, room)}
	go func() {
		for range b.wake {
			b.next()
		}
	}()
	return b
}

// Do implements [Tasks].
func (b *Background) Do(j Job) {
	underWay.Add(1)
	b.mu.Lock()
	b.jobs = append(b.jobs, j)
	b.mu.Unlock()
	b.wake <- struct{}{}
}

// Run implements [Tasks].
func (b *Background) Run(work func() error, done func(error)) { b.Do(Func(work, done)) }

// next does the oldest job, if there is one, and reports whether there was.
func (b *Background) next() bool {
	b.working.Lock()
	b.mu.Lock()
	if len(b.jobs) == 0 {
		b.mu.Unlock()
		b.working.Unlock()
		return false
	}
	j := b.jobs[0]
	b.jobs = b.jobs[1:]
	b.mu.Unlock()
	err := j.Work()
	b.working.Unlock() // before fyne.Do, which may wait for a window that waits in Settle
	fyne.Do(func() {
		j.Done(err)
		underWay.Add(-1)
	})
	return true
}

// Aside implements [Tasks]. Each work has a goroutine of its own, so that none waits
// for one that was canceled and is slow to end.
func (b *Background) Aside(work func(ctx context.Context) error, done func(error)) (cancel func()) {
	ctx, cancel := context.WithCancel(context.Background())
	underWay.Add(1)
	go func() {
		err := work(ctx)
		fyne.Do(func() {
			if ctx.Err() == nil {
				cancel() // which frees what ctx needs
				done(err)
			}
			underWay.Add(-1)
		})
	}()
	return cancel
}

// After implements [Tasks].
func (b *Background) After(d time.Duration, f func()) (stop func()) {
	stopped := false // only touched on the window's goroutine
	over := func() {}
	if d <= soon {
		underWay.Add(1)
		over = sync.OnceFunc(func() { underWay.Add(-1) })
	}
	timer := time.AfterFunc(wallclock.Until(d), func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
			over()
		})
	})
	return func() {
		stopped = true
		timer.Stop()
		over()
	}
}

// soon is up to when what a timer does is still under way.
const soon = 3 * time.Second

var underWay atomic.Int64

// UnderWay returns how much is under way through the gates of the program: jobs, works
// aside, and what timers do within a few seconds. If it is 0, the windows stay as they
// are until somebody does something. It may be called on any goroutine.
func UnderWay() int { return int(underWay.Load()) }

// Settle implements [Tasks]. It does what is waiting itself rather than wait
// for the worker: once the window is gone, Fyne runs what the worker brings on
// the worker, and that may wait for a window that is no more.
func (b *Background) Settle() {
	for b.next() {
	}
}

// Post implements [Tasks].
func (b *Background) Post(f func()) { fyne.Do(f) }

// Signals are those by which the system asks the program to end: at the end of a session
// or of a terminal, and on Ctrl+C. A signal that the program was started to ignore, as
// by nohup, stays ignored.
type Signals struct{ asked chan os.Signal }

// CatchSignals returns the signals that come from now on. They no longer end the
// program.
func CatchSignals() Signals {
	s := Signals{make(chan os.Signal, 1)}
	s.notify()
	return s
}

func (s Signals) notify() {
	for _, one := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(one) {
			signal.Reset(one)
			signal.Notify(s.asked, one)
		}
	}
}

// Call calls f on the window's goroutine once a signal has come, in place of what Fyne
// does then.
func (s Signals) Call(f func()) {
	runtime.Gosched() // to Fyne, which asks for the signals on a goroutine that it has begun
	s.notify()
	go func() {
		<-s.asked
		fyne.Do(f)
	}()
}

// Begin calls f on another goroutine, and returns what waits for that until d has
// passed, and reports whether it is over.
func Begin(f func()) (over func(d time.Duration) bool) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	return func(d time.Duration) bool {
		select {
		case <-done:
			return true
		default:
		}
		select {
		case <-done:
			return true
		case <-time.After(d):
			return false
		}
	}
}

// Within calls f and returns its error, or [journal.ErrSlow] if it is not over
// after d. It then goes on, and nobody waits for it.
func Within(d time.Duration, f func() error) error {
	over := make(chan error, 1)
	go func() { over <- f() }()
	select {
	case err := <-over:
		return err
	case <-time.After(d):
		return journal.ErrSlow
	}
}
