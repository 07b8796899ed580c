//go:build linux

package screen

import (
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// CatchUp waits until the program has taken in all that was done at the keyboard and to
// its window, and has drawn what comes of it but for what takes it time. It asks the
// window as a window manager does that wants to know whether a program hangs: the answer
// comes in the order of all events, and what was drawn after one is there at the next.
func (w *Window) CatchUp() {
	w.t.Helper()
	const frames = 3
	x, id := w.connect()
	defer x.Close()
	root := xproto.Setup(x).DefaultScreen(x).Root
	listen := []uint32{xproto.EventMaskSubstructureNotify}
	if err := xproto.ChangeWindowAttributesChecked(x, root, xproto.CwEventMask, listen).Check(); err != nil {
		w.t.Fatal(err)
	}
	protocols, ping := atom(x, "WM_PROTOCOLS"), atom(x, "_NET_WM_PING")
	for range frames {
		const mark = 0x68656c69 // tells it from what the window manager asks
		ask := xproto.ClientMessageEvent{Format: 32, Window: id, Type: protocols,
			Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(ping), mark, uint32(id), 0, 0})}
		if err := xproto.SendEventChecked(x, false, id, 0, string(ask.Bytes())).Check(); err != nil {
			w.t.Fatal(err)
		}
		Eventually(w.t, "an answer of the window", func() bool {
			event, _ := x.PollForEvent()
			said, ok := event.(xproto.ClientMessageEvent)
			return ok && said.Type == protocols && said.Data.Data32[0] == uint32(ping) && said.Data.Data32[1] == mark
		})
	}
}

// atom returns the number of a name.
func atom(x *xgb.Conn, name string) xproto.Atom {
	reply, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
	if err != nil {
		return xproto.AtomNone
	}
	return reply.Atom
}
