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
	queue   chan func()
	pending sync.WaitGroup
}

// newBackground starts the worker. It ends with the program.
func newBackground() *background {
	b := &background{queue: make(chan func(), 64)}
	go func() {
		for work := range b.queue {
			work()
		}
	}()
	return b
}

func (b *background) run(work func() error, done func(error)) {
	b.pending.Add(1)
	b.queue <- func() {
		err := work()
		b.pending.Done() // before fyne.Do, which may wait for a window that waits in settle
		fyne.Do(func() { done(err) })
	}
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

func (b *background) settle() { b.pending.Wait() }
