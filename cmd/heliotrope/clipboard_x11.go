//go:build !darwin && !windows

package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// copyPicture puts a picture, as PNG, into the clipboard of an X server, which
// a Wayland desktop has as well for programs such as this one. The
// program that copied owns the selection: it can be pasted until something else is
// copied or the program ends.
//
// Golang.design/x/clipboard, which does the same on other systems, looks for
// libX11.so up to its version 0.7.1, a name that only machines for building
// programs have.
func copyPicture(png []byte) error {
	xgb.Logger = log.New(io.Discard, "", 0) // what goes wrong is returned
	x, err := xgb.NewConn()
	if err != nil {
		return fmt.Errorf("clipboard: %w", err)
	}
	s, err := newSelection(x, png)
	if err != nil {
		x.Close()
		return fmt.Errorf("clipboard: %w", err)
	}
	go s.serve()
	return nil
}

// selection is the clipboard with a picture in it, as the Inter-Client
// Communication Conventions Manual describes it in section 2.
type selection struct {
	x   *xgb.Conn
	png []byte

	clipboard, targets, picture xproto.Atom
}

// newSelection takes the clipboard over.
func newSelection(x *xgb.Conn, png []byte) (*selection, error) {
	s := &selection{x: x, png: png}
	for name, atom := range map[string]*xproto.Atom{"CLIPBOARD": &s.clipboard, "TARGETS": &s.targets, "image/png": &s.picture} {
		reply, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
		if err != nil {
			return nil, err
		}
		*atom = reply.Atom
	}
	window, err := xproto.NewWindowId(x)
	if err != nil {
		return nil, err
	}
	root := xproto.Setup(x).DefaultScreen(x).Root
	err = xproto.CreateWindowChecked(x, 0, window, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check()
	if err != nil {
		return nil, err
	}
	if err := xproto.SetSelectionOwnerChecked(x, window, s.clipboard, xproto.TimeCurrentTime).Check(); err != nil {
		return nil, err
	}
	owner, err := xproto.GetSelectionOwner(x, s.clipboard).Reply()
	if err != nil {
		return nil, err
	}
	if owner.Owner != window {
		return nil, errors.New("another program holds it")
	}
	return s, nil
}

// serve hands the picture to whoever pastes, until something else is copied.
func (s *selection) serve() {
	defer s.x.Close()
	for {
		event, err := s.x.WaitForEvent()
		if event == nil && err == nil {
			return // the server is gone
		}
		switch e := event.(type) {
		case xproto.SelectionClearEvent:
			return
		case xproto.SelectionRequestEvent:
			s.answer(e)
		}
	}
}

// answer writes the selection to the requestor's property and notifies it.
func (s *selection) answer(e xproto.SelectionRequestEvent) {
	if e.Property == xproto.AtomNone {
		e.Property = e.Target // as old programs mean it
	}
	switch e.Target {
	case s.targets:
		offered := binary.LittleEndian.AppendUint32(nil, uint32(s.targets))
		offered = binary.LittleEndian.AppendUint32(offered, uint32(s.picture))
		xproto.ChangeProperty(s.x, xproto.PropModeReplace, e.Requestor, e.Property, xproto.AtomAtom, 32, 2, offered)
	case s.picture:
		s.hand(e.Requestor, e.Property)
	default:
		e.Property = xproto.AtomNone // not to be had
	}
	said := xproto.SelectionNotifyEvent{
		Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property,
	}
	xproto.SendEvent(s.x, false, e.Requestor, 0, string(said.Bytes()))
}

// hand puts the picture into a property of a window, in parts as large as the
// server takes.
func (s *selection) hand(window xproto.Window, property xproto.Atom) {
	const (
		unit = 4  // bytes, in which the server counts
		head = 64 // of a request, generously
	)
	most := unit*int(xproto.Setup(s.x).MaximumRequestLength) - head
	mode := byte(xproto.PropModeReplace)
	for rest := s.png; ; mode = xproto.PropModeAppend {
		part := rest[:min(len(rest), most)]
		xproto.ChangeProperty(s.x, mode, window, property, s.picture, 8, uint32(len(part)), part)
		if rest = rest[len(part):]; len(rest) == 0 {
			return
		}
	}
}
