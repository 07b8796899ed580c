//go:build linux

package main

import (
	"bytes"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"heliotrope/e2e/screen"
)

// TestCopyPicture pastes as another program would: a small picture, and one
// that is larger than a request to the server may be.
func TestCopyPicture(t *testing.T) {
	t.Setenv("DISPLAY", screen.Serve(t))
	for _, size := range []int{1, 100_000, 1_500_000} {
		png := bytes.Repeat([]byte{0x89}, size)
		if err := copyPicture(png); err != nil {
			t.Fatal(err)
		}
		if got := paste(t, "image/png"); !bytes.Equal(got, png) {
			t.Errorf("pasted %d bytes of %d", len(got), size)
		}
		if got := paste(t, "TARGETS"); len(got) != 8 {
			t.Errorf("it offers %d bytes of targets", len(got))
		}
		if got := paste(t, "UTF8_STRING"); got != nil {
			t.Errorf("it pastes %d bytes as text", len(got))
		}
	}
}

// TestCopyPictureNowhere holds that it fails with words where no screen is.
func TestCopyPictureNowhere(t *testing.T) {
	for _, display := range []string{"", ":65000", "nonsense"} {
		t.Setenv("DISPLAY", display)
		if err := copyPicture([]byte("png")); err == nil {
			t.Errorf("copied to the display %q", display)
		}
	}
}

// paste asks for the clipboard in a form and returns it, nil if it is not to
// be had.
func paste(t *testing.T, form string) []byte {
	t.Helper()
	x, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	atom := func(name string) xproto.Atom {
		reply, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
		if err != nil {
			t.Fatal(err)
		}
		return reply.Atom
	}
	window, err := xproto.NewWindowId(x)
	if err != nil {
		t.Fatal(err)
	}
	root := xproto.Setup(x).DefaultScreen(x).Root
	if err := xproto.CreateWindowChecked(x, 0, window, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check(); err != nil {
		t.Fatal(err)
	}
	xproto.ConvertSelection(x, window, atom("CLIPBOARD"), atom(form), atom("PASTED"), xproto.TimeCurrentTime)
	for {
		event, err := x.WaitForEvent()
		if err != nil || event == nil {
			t.Fatalf("no answer: %v", err)
		}
		said, ok := event.(xproto.SelectionNotifyEvent)
		if !ok {
			continue
		}
		if said.Property == xproto.AtomNone {
			return nil
		}
		got, replyErr := xproto.GetProperty(x, true, window, said.Property, xproto.GetPropertyTypeAny, 0, 1<<24).Reply()
		if replyErr != nil {
			t.Fatal(replyErr)
		}
		return got.Value
	}
}
