//go:build linux

package screen

import (
	"slices"
	"strconv"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Window is a window of the program.
type Window struct {
	ID      string
	Process *Process

	t testing.TB
	d *Desktop
}

// Tool runs one of the programs that drive windows. It must do so.
func (w *Window) Tool(name string, args ...string) {
	w.t.Helper()
	if _, err := w.d.Tool(name, args...); err != nil {
		w.t.Fatal(err)
	}
}

// Activate brings the window to the front.
func (w *Window) Activate() {
	w.t.Helper()
	w.Tool("xdotool", "windowactivate", "--sync", w.ID)
}

// HasFocus waits until the window has the focus.
func (w *Window) HasFocus() {
	w.t.Helper()
	Eventually(w.t, "the focus", func() bool {
		focus, err := w.d.Tool("xdotool", "getwindowfocus")
		return err == nil && focus == w.ID
	})
}

// Keys presses keys one after the other.
func (w *Window) Keys(names ...string) {
	w.t.Helper()
	w.Tool("xdotool", append([]string{"key", "--delay", "25"}, names...)...)
}

// Write types text of one line.
func (w *Window) Write(text string) {
	w.t.Helper()
	w.Tool("xdotool", "type", "--delay", "12", "--", text)
}

// Step is what somebody does at the keyboard without a pause.
type Step []string

// Press is the step that presses keys one after the other.
func Press(names ...string) Step { return append(Step{"key", "--delay", "4"}, names...) }

// Type is the step that types text of one line, in ASCII.
func Type(text string) Step { return Step{"type", "--delay", "4", "--args", "1", text} }

// Do does steps one after the other, faster than anybody can.
func (w *Window) Do(steps ...Step) {
	w.t.Helper()
	w.Tool("xdotool", slices.Concat(steps...)...)
}

// Begin goes from the first page to the week.
func (w *Window) Begin() {
	w.t.Helper()
	w.Bringing(Page, func() { w.Keys("ctrl+n") })
}

// PressClose closes the window as its button does.
func (w *Window) PressClose() {
	w.t.Helper()
	w.Tool("wmctrl", "-i", "-c", w.ID)
}

// Close closes the window as its button does and waits for the program's end.
func (w *Window) Close() {
	w.t.Helper()
	w.PressClose()
	w.Ends()
}

// Leave presses a key that closes the window, and waits for the program's end.
func (w *Window) Leave(key string) {
	w.t.Helper()
	w.Keys(key)
	w.Ends()
}

// Ends waits until the program ends, which it must do with nothing to complain
// about.
func (w *Window) Ends() {
	w.t.Helper()
	if code, errs := w.Process.Exit(); code != 0 || errs != "" {
		w.t.Errorf("exit %d, want 0 and no word: %s", code, errs)
	}
}

// Kill ends the program without a warning.
func (w *Window) Kill() {
	w.t.Helper()
	if err := w.Process.cmd.Process.Kill(); err != nil {
		w.t.Fatal(err)
	}
	if code, errs := w.Process.Exit(); code != -1 {
		w.t.Errorf("exit %d, want the end by a signal: %s", code, errs)
	}
}

// Place is where a window is on the screen, without its frame.
type Place struct{ X, Y, Width, Height int }

// Place returns where the window is.
func (w *Window) Place() (p Place) {
	w.t.Helper()
	x, id := w.connect()
	defer x.Close()
	size, err := xproto.GetGeometry(x, xproto.Drawable(id)).Reply()
	if err != nil {
		w.t.Fatal(err)
	}
	root := xproto.Setup(x).DefaultScreen(x).Root
	at, err := xproto.TranslateCoordinates(x, id, root, 0, 0).Reply()
	if err != nil {
		w.t.Fatal(err)
	}
	return Place{int(at.DstX), int(at.DstY), int(size.Width), int(size.Height)}
}

// HasSize waits until the window has a size. The window manager may be far behind: it
// goes through all sizes that it was asked for.
func (w *Window) HasSize(width, height int) {
	w.t.Helper()
	Eventually(w.t, "the size", func() bool {
		now := w.Place()
		return now.Width == width && now.Height == height
	})
}

// Resize asks for another size of the window, as dragging its corner does, and does
// not wait for it.
func (w *Window) Resize(width, height int) {
	w.t.Helper()
	x, id := w.connect()
	defer x.Close()
	const size = xproto.ConfigWindowWidth | xproto.ConfigWindowHeight
	if err := xproto.ConfigureWindowChecked(x, id, size, []uint32{uint32(width), uint32(height)}).Check(); err != nil {
		w.t.Fatal(err)
	}
}

// connect connects to the X server of the window.
func (w *Window) connect() (*xgb.Conn, xproto.Window) {
	w.t.Helper()
	id, err := strconv.ParseUint(w.ID, 10, 32)
	if err != nil {
		w.t.Fatal(err)
	}
	x, err := xgb.NewConnDisplay(w.d.Display)
	if err != nil {
		w.t.Fatal(err)
	}
	return x, xproto.Window(id)
}
