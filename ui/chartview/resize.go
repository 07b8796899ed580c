package chartview

import "time"

// After calls f once d has passed, unless stop is called before. It is that of the
// window's tasks.
type After func(d time.Duration, f func()) (stop func())

// calm is how long no other size may have come for a resize to be over: longer than a
// window takes from one to the next while an edge of it is drawn.
const calm = 150 * time.Millisecond

// resize is under way from the first of several sizes until none has come for a while.
type resize struct {
	after After
	stop  func() // nil while none is under way
}

// goOn begins the resize or goes on with it, and calls over once it is over.
func (r *resize) goOn(over func()) {
	r.end()
	r.stop = r.after(calm, func() {
		r.stop = nil
		over()
	})
}

// end ends the resize, which then is not over.
func (r *resize) end() {
	if r.stop != nil {
		r.stop()
		r.stop = nil
	}
}

func (r *resize) underWay() bool { return r.stop != nil }
