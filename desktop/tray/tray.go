// Package tray shows the program in the tray of a desktop that has one: an icon with
// a short menu, by the StatusNotifierItem of KDE and the D-Bus menus of Canonical,
// which GNOME with its extension, Cinnamon, MATE, Xfce and others show as well.
//
// Who hides a window behind the icon must know when nothing shows that icon any
// more: a [Tray] follows whether a host answers. It knows no window and no words.
package tray

import (
	"context"
	"fmt"
	"sync"

	"github.com/godbus/dbus/v5"

	"heliotrope/desktop/bus"
)

// Item is the program in the tray.
type Item struct {
	ID    string // of the program, which hosts remember it by
	Title string
	Icon  []byte // as PNG
	Open  func() // called for a click on the icon
	Menu  []Entry
}

// Entry is an entry of the menu. What it does is called on a goroutine of the
// connection.
type Entry struct {
	Text string
	Do   func()
}

// Tray is the tray of the desktop. Its methods may be called on any goroutine.
type Tray struct {
	bus    *dbus.Conn // on which the host is watched
	onHost func(answers bool)

	mu      sync.Mutex
	hosted  bool
	item    *dbus.Conn // the item's; nil if none is shown
	closing bool
}

// Connect connects to the session bus. OnHost is called on another goroutine: at
// first with whether a host answers now, and then when that changes. The error wraps
// [bus.ErrNone] if there is no bus.
func Connect(onHost func(answers bool)) (*Tray, error) {
	conn, err := connect()
	if err != nil {
		return nil, err
	}
	t := &Tray{bus: conn, onHost: onHost}
	if err := t.watch(); err != nil {
		_ = conn.Close() // nothing was done with it
		return nil, err
	}
	return t, nil
}

// connect returns a new connection to the session bus.
func connect() (*dbus.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return bus.Connect(ctx)
}

// Hosted reports whether a host answers.
func (t *Tray) Hosted() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.hosted
}

// Show shows the item, in place of the one before. If no host answers, it is shown
// as soon as one does.
func (t *Tray) Show(i Item) error {
	t.Hide()
	conn, err := connect()
	if err != nil {
		return err
	}
	if err := export(conn, i); err != nil {
		_ = conn.Close() // nothing was shown on it
		return fmt.Errorf("show in the tray: %w", err)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.item = conn
	if t.hosted {
		return register(conn)
	}
	return nil
}

// Hide removes the item: hosts see that its connection is gone.
func (t *Tray) Hide() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.item != nil {
		_ = t.item.Close() // it is gone, whatever that says
		t.item = nil
	}
}

// Close removes the item and the connection.
func (t *Tray) Close() {
	t.mu.Lock()
	t.closing = true
	t.mu.Unlock()
	t.Hide()
	_ = t.bus.Close() // as in Hide
}
