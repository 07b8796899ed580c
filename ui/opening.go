package ui

import (
	"math"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/vault"
	"heliotrope/ui/look"
	"heliotrope/ui/tasks"
)

// opening is a journal that is being opened, on another goroutine than the one that
// makes the window. For the main window the fonts are read on one more.
type opening struct {
	over    func(time.Duration) bool // see [tasks.Begin]
	journal *journal.Journal         // these two are known once it is over
	problem error
	fonts   func(time.Duration) bool // nil if they are read when they are first needed
}

// beginOpening opens a journal with open.
func beginOpening(open func() (*journal.Journal, error)) *opening {
	o := &opening{}
	o.over = tasks.Begin(func() { o.journal, o.problem = open() })
	return o
}

// wait waits until it is over.
func (o *opening) wait() { o.over(math.MaxInt64) }

// readFonts begins to read the fonts. Until [windows.await] nothing may measure a text.
func (o *opening) readFonts() { o.fonts = tasks.Begin(look.ReadFonts) }

// await waits for all that the main window needs, which is about to come on screen. It
// panics with [unopened] if there is nothing to show: Fyne knows no other way to leave
// a window that it makes.
func (w *windows) await() {
	o := w.opening
	if o == nil {
		return
	}
	o.wait()
	if o.fonts != nil {
		o.fonts(math.MaxInt64)
	}
	w.opening, w.journal, w.problem = nil, o.journal, o.problem
	if w.problem != nil && !vault.Recoverable(w.problem) {
		panic(unopened{w.problem})
	}
	w.main.mine, w.main.problem = w.journal, w.problem
}

// unopened is why a journal could not be opened, if there are no recovery options that
// a window could show.
type unopened struct{ error }
