// Package notification shows a notification of the desktop, and if that asks something
// waits for what the user does with it. It does so by org.freedesktop.Notifications,
// which GNOME, KDE, Xfce and small services such as dunst and mako provide.
//
// The toolkit's own notifications have no actions on Linux, and a library for them,
// esiqveland/notify, would be as many lines to call as the protocol has: it neither
// limits how long a bus may take nor notices a service that is restarted.
//
// The package knows no window and no words.
package notification

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/godbus/dbus/v5"

	"heliotrope/desktop/bus"
)

// ErrNone is returned where nothing shows notifications.
var ErrNone = errors.New("no service shows notifications")

// Message is what is shown.
type Message struct {
	Title, Body string
	// Actions are what the user can choose. The first one is also that of a click on
	// the notification.
	Actions []Action
	// Instead is added to the body where the service shows no actions, "" for nothing.
	Instead string
}

// Action is something to choose.
type Action struct{ Key, Label string }

// Answer is what the user did.
type Answer struct {
	// Key is that of the action that was chosen, "" if the notification was closed
	// without one.
	Key string
	// Token allows a window to come to the front; "" if the desktop gives none.
	Token string
}

// The names of the service.
const (
	service = "org.freedesktop.Notifications"
	path    = "/org/freedesktop/Notifications"
)

const (
	appName = "Heliotrope"
	entry   = "org.heliotrope.Journal" // of the desktop entry, and of the icon
)

// patience is how long the bus and the service may take to show something.
const patience = 10 * time.Second

// Notification is one that is on screen. It has a connection to the bus until Wait
// returns.
type Notification struct {
	message Message
	conn    *dbus.Conn
	signals chan *dbus.Signal
	owner   string // of the service that shows it
	id      uint32
	token   string
}

// Show shows m. It takes as long as the bus and the service do, at most some seconds
// each. The error wraps [ErrNone] if it could not be shown.
func Show(ctx context.Context, m Message) (*Notification, error) {
	n, err := open(ctx, m)
	if err != nil {
		return nil, err
	}
	if err := n.show(ctx); err != nil {
		n.close()
		return nil, err
	}
	return n, nil
}

// Wait waits for what the user does, possibly for days. If ctx ends first, the
// notification is withdrawn, and the error is that of ctx. If the bus ends, as at
// the end of a session, the notification was closed. If only the service does, the
// next one shows it again.
func (n *Notification) Wait(ctx context.Context) (Answer, error) {
	defer n.close()
	for {
		select {
		case <-ctx.Done():
			n.withdraw()
			return Answer{}, ctx.Err()
		case s, ok := <-n.signals:
			if !ok {
				return Answer{}, nil // with the session
			}
			if a, done := n.take(ctx, s); done {
				return a, nil
			}
		}
	}
}

// connect connects to the bus. The error wraps [ErrNone].
func connect(ctx context.Context) (*dbus.Conn, error) {
	conn, err := bus.Connect(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
	}
	return conn, nil
}

// notify has the service show something until somebody closes it, and returns its id. The
// error wraps [ErrNone].
func notify(ctx context.Context, conn *dbus.Conn, icon, title, body string, actions []string, hints map[string]dbus.Variant) (id uint32, err error) {
	const replaces, never = uint32(0), int32(0)
	err = conn.Object(service, path).CallWithContext(ctx, service+".Notify", 0,
		appName, replaces, icon, title, body, actions, hints, never).Store(&id)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrNone, err)
	}
	return id, nil
}

// open connects to the bus and listens to the service.
func open(ctx context.Context, m Message) (*Notification, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	conn, err := connect(ctx)
	if err != nil {
		return nil, err
	}
	const room = 16
	n := &Notification{message: m, conn: conn, signals: make(chan *dbus.Signal, room)}
	conn.Signal(n.signals)
	for _, match := range [][]dbus.MatchOption{
		{dbus.WithMatchSender(service), dbus.WithMatchInterface(service)},
		{dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, service)},
	} {
		if err := conn.AddMatchSignalContext(ctx, match...); err != nil {
			n.close()
			return nil, fmt.Errorf("%w: %w", ErrNone, err)
		}
	}
	return n, nil
}

func (n *Notification) close() { _ = n.conn.Close() } // nothing is left to be done with it

// show shows the message, as the service can.
func (n *Notification) show(ctx context.Context) error {
	m := n.message
	// Given up midway, it would stay on screen without anybody who waits for it.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	can, err := capabilities(ctx, n.conn)
	if err != nil {
		return err
	}
	if err := n.conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.GetNameOwner", 0, service).Store(&n.owner); err != nil {
		return fmt.Errorf("%w: %w", ErrNone, err)
	}
	body, actions := m.Body, []string{}
	if slices.Contains(can, "actions") && len(m.Actions) > 0 {
		actions = append(actions, "default", m.Actions[0].Label)
		for _, a := range m.Actions {
			actions = append(actions, a.Key, a.Label)
		}
	} else if m.Instead != "" {
		body += "\n" + m.Instead
	}
	const normal = byte(1)
	hints := map[string]dbus.Variant{"desktop-entry": dbus.MakeVariant(entry), "urgency": dbus.MakeVariant(normal)}
	n.id, err = notify(ctx, n.conn, entry, m.Title, body, actions, hints)
	return err
}

// take takes what a signal is about, and reports whether the user has answered.
func (n *Notification) take(ctx context.Context, s *dbus.Signal) (a Answer, done bool) {
	var id uint32
	var text string
	switch s.Name {
	case "org.freedesktop.DBus.NameOwnerChanged":
		var name, before, now string
		if dbus.Store(s.Body, &name, &before, &now) == nil && now != "" && now != n.owner {
			_ = n.show(ctx) // the next one may show it
		}
	case service + ".ActivationToken":
		if dbus.Store(s.Body, &id, &text) == nil && id == n.id {
			n.token = text
		}
	case service + ".ActionInvoked":
		if dbus.Store(s.Body, &id, &text) != nil || id != n.id {
			break
		}
		if text == "default" {
			text = n.message.Actions[0].Key
		}
		if slices.ContainsFunc(n.message.Actions, func(a Action) bool { return a.Key == text }) {
			n.withdraw()
			return Answer{text, n.token}, true
		}
	case service + ".NotificationClosed":
		var why uint32
		if dbus.Store(s.Body, &id, &why) == nil && id == n.id {
			return Answer{}, true
		}
	}
	return Answer{}, false
}

// withdraw closes the notification, which some services leave on screen.
func (n *Notification) withdraw() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_ = n.conn.Object(service, path).CallWithContext(ctx, service+".CloseNotification", dbus.FlagNoAutoStart, n.id).Err // it may be gone
}
