package ui

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// tasks is the gate between the window's goroutine and everything that takes
// time. Its functions are called on the window's goroutine and call back on it.
type tasks interface {
	// run does work elsewhere, one piece at a time and in the order given,
	// then calls done.
	run(work func() error, done func(error))

	// after calls f once d has passed, unless stop is called before.
	after(d time.Duration, f func()) (stop func())

	// settle waits until all work given to run has been done. What done would
	// have been called for may still be waiting for the window.
	settle()
}

// background is the gate of the real window: one worker goroutine.
type background struct {
	wake    chan struct{} // one for each job
	working sync.Mutex    // held while a job is taken and done, so that they keep their order

	mu   sync.Mutex
	jobs []job // not begun yet, oldest first
}

type job struct {
	work func() error
	done func(error)
}

// newBackground starts the worker. It ends with the program.
func newBackground() *background {
	const room = 1024 // for more jobs than a person can give while one is done
	b := &background{wake: make(chan struct{}, room)}
	go func() {
		for range b.wake {
			b.next()
		}
	}()
	return b
}

func (b *background) run(work func() error, done func(error)) {
	b.mu.Lock()
	b.jobs = append(b.jobs, job{work, done})
	b.mu.Unlock()
	b.wake <- struct{}{}
}

// next does the oldest job, if there is one, and reports whether there was.
func (b *background) next() bool {
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
	err := j.work()
	b.working.Unlock() // before fyne.Do, which may wait for a window that waits in settle
	fyne.Do(func() { j.done(err) })
	return true
}

func (b *background) after(d time.Duration, f func()) (stop func()) {
	stopped := false // only touched on the window's goroutine
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// settle does what is waiting itself rather than wait for the worker: once the
// window is gone, Fyne runs what the worker brings on the worker, and that may
// wait for a window that is no more.
func (b *background) settle() {
	for b.next() {
	}
}
