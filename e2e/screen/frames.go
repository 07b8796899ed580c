//go:build linux

package screen

import (
	"os/exec"
	"slices"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xproto"
	"golang.org/x/sys/unix"
)

// Frames are what programs draw in their windows, as the X server reports it.
type Frames struct {
	x      *xgb.Conn
	root   xproto.Window
	events chan xgb.Event
}

// Frames connects to the X server. What is drawn from then on is reported.
func (d *Desktop) Frames(t testing.TB) *Frames {
	t.Helper()
	x, err := xgb.NewConnDisplay(d.Display)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.Close)
	if err := damage.Init(x); err != nil {
		t.Fatal(err)
	}
	if _, err := damage.QueryVersion(x, 1, 1).Reply(); err != nil { // else the server answers nothing else
		t.Fatal(err)
	}
	f := &Frames{x: x, root: xproto.Setup(x).DefaultScreen(x).Root, events: make(chan xgb.Event, 1024)}
	go func() {
		defer close(f.events)
		for {
			e, err := x.WaitForEvent()
			if e == nil && err == nil {
				return // the connection is closed
			}
			if e != nil { // an error is of a window that is gone
				f.events <- e
			}
		}
	}()
	return f
}

// watch has a window reported.
func (f *Frames) watch(t testing.TB, id xproto.Window) {
	t.Helper()
	number, err := damage.NewDamageId(f.x)
	if err != nil {
		t.Fatal(err)
	}
	damage.Create(f.x, number, xproto.Drawable(id), damage.ReportLevelRawRectangles)
}

// Launch starts a program and returns how long it takes until there is text in its
// window, by the clock of the X server: the time of the first frame with text.
func (f *Frames) Launch(t testing.TB, c *exec.Cmd) (*Process, time.Duration) {
	t.Helper()
	f.discard()
	if err := xproto.ChangeWindowAttributesChecked(f.x, f.root, xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify}).Check(); err != nil {
		t.Fatal(err)
	}
	defer xproto.ChangeWindowAttributes(f.x, f.root, xproto.CwEventMask, []uint32{0})
	began := monotonic(t)
	p := Start(t, c)
	deadline := time.After(Patience)
	for {
		select {
		case <-deadline:
			t.Fatalf("no window with text within %v", Patience)
		case <-p.ended:
			t.Fatalf("the program ended before its window was drawn: %s", p.errs)
		case e := <-f.events:
			switch e := e.(type) {
			case xproto.CreateNotifyEvent:
				if e.Parent == f.root && e.Width > 100 {
					f.watch(t, e.Window)
				}
			case damage.NotifyEvent:
				if f.ofProgram(xproto.Window(e.Drawable)) && f.hasText(e.Drawable) {
					return p, time.Duration(int32(uint32(e.Timestamp)-began)) * time.Millisecond
				}
			}
		}
	}
}

// monotonic returns what the clock of the X server shows, in milliseconds.
func monotonic(t testing.TB) uint32 {
	t.Helper()
	var now unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_MONOTONIC, &now); err != nil {
		t.Fatal(err)
	}
	return uint32(now.Nano() / 1e6)
}

// ofProgram tells the window of a program from the frame around it.
func (f *Frames) ofProgram(id xproto.Window) bool {
	class, err := xproto.GetProperty(f.x, false, id, xproto.AtomWmClass, xproto.AtomString, 0, 1).Reply()
	return err == nil && class.ValueLen > 0
}

func (f *Frames) hasText(id xproto.Drawable) bool {
	p, ok := take(f.x, id)
	if !ok {
		return false
	}
	found := make(map[[4]byte]bool)
	var last [4]byte
	for pixel := range slices.Chunk(p.Pixels, 4) {
		if color := [4]byte(pixel); color != last {
			found[color], last = true, color
		}
		if len(found) == 40 { // text has that many along its edges
			return true
		}
	}
	return false
}

// Rests waits until the window has drawn nothing for a while, and fails the test if
// it goes on and on.
func (f *Frames) Rests(t testing.TB, w *Window, what string) {
	t.Helper()
	const while = 1500 * time.Millisecond // a caret that blinks does so within half of it
	frames := 0
	deadline := time.After(Patience)
	for {
		select {
		case <-deadline:
			t.Fatalf("%s has drawn %d frames, and goes on", what, frames)
		case <-time.After(while):
			return
		case _, ok := <-f.events:
			if !ok || w.Process.HasEnded() {
				t.Fatalf("%s: there is no window any more", what)
			}
			frames++
		}
	}
}

// Watch has what the window draws reported, until the connection is closed.
func (f *Frames) Watch(t testing.TB, w *Window) {
	t.Helper()
	x, id := w.connect()
	x.Close()
	f.watch(t, id)
}

// discard forgets what was reported.
func (f *Frames) discard() {
	for {
		select {
		case <-f.events:
		default:
			return
		}
	}
}
