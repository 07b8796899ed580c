package ui

import (
	"sync"

	"heliotrope/desktop/handover"
	"heliotrope/ui/tasks"
)

// Inbox takes what other programs ask of the window, from before it is there until
// after it is closed: who asks early waits, and who asks late is answered that the
// program ends. See package handover.
type Inbox struct {
	command func(handover.Request) handover.Answer

	tasks   tasks.Tasks
	receive func(handover.Request, reply)

	ready   chan struct{} // closed once there is a window
	over    chan struct{} // closed once there is none any more
	endOnce sync.Once
}

// reply answers a request. What it is given is called on a goroutine of the one
// that asked, and may take time.
type reply func(answer func() handover.Answer)

// NewInbox returns the inbox of a window to come. Command answers requests that a
// command would, once all that is on screen is saved; it is called on several
// goroutines.
func NewInbox(command func(handover.Request) handover.Answer) *Inbox {
	return &Inbox{command: command, ready: make(chan struct{}), over: make(chan struct{})}
}

// Serve is what [handover.Listen] calls. It may be called on any goroutine.
func (in *Inbox) Serve(r handover.Request) handover.Answer {
	busy := func() handover.Answer { return handover.Refuse(handover.ErrBusy) }
	select {
	case <-in.ready:
	case <-in.over:
		return busy()
	}
	answers := make(chan func() handover.Answer, 1)
	in.tasks.Post(func() {
		select {
		case <-in.over:
		default:
			in.receive(r, func(answer func() handover.Answer) { answers <- answer })
		}
	})
	select {
	case answer := <-answers:
		return answer()
	case <-in.over: // what was begun is saved on the way out; who asks again finds it
		return busy()
	}
}

// open has receive called with each request, on the window's goroutine; it replies
// once. An Inbox that is nil takes nothing.
func (in *Inbox) open(t tasks.Tasks, receive func(handover.Request, reply)) {
	if in != nil {
		in.tasks, in.receive = t, receive
		close(in.ready)
	}
}

// End is called once there will be no window, or none any more: on the window's
// goroutine, before the window's loop ends. Nothing is received after it.
func (in *Inbox) End() {
	if in != nil {
		in.endOnce.Do(func() { close(in.over) })
	}
}
