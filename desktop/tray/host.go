package tray

import (
	"context"
	"fmt"
	"time"

	"github.com/godbus/dbus/v5"
)

// The names of the watcher, which knows the hosts and the items.
const (
	watcher     = "org.kde.StatusNotifierWatcher"
	watcherPath = "/StatusNotifierWatcher"
)

// patience is how long the bus and a watcher may take to answer. A watcher that takes
// longer does not show an icon either.
const patience = 5 * time.Second

// watch follows whether a host answers.
func (t *Tray) watch() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for _, match := range [][]dbus.MatchOption{
		{dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, watcher)},
		{dbus.WithMatchSender(watcher), dbus.WithMatchInterface(watcher)},
	} {
		if err := t.bus.AddMatchSignalContext(ctx, match...); err != nil {
			return fmt.Errorf("watch the tray: %w", err)
		}
	}
	const room = 16 // for signals that come while one is answered
	signals := make(chan *dbus.Signal, room)
	t.bus.Signal(signals)
	go func() {
		t.look(true)
		for range signals { // closed with the connection
			t.look(false)
		}
		t.follow(false, false)
	}()
	return nil
}

// look asks the watcher whether a host answers. First is set before onHost was called.
func (t *Tray) look(first bool) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var is dbus.Variant
	err := t.bus.Object(watcher, watcherPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get",
		dbus.FlagNoAutoStart, watcher, "IsStatusNotifierHostRegistered").Store(&is)
	answers, ok := is.Value().(bool)
	t.follow(err == nil && ok && answers, first)
}

// follow takes in whether a host answers. A new host is shown the item.
func (t *Tray) follow(answers, first bool) {
	t.mu.Lock()
	changed := answers != t.hosted
	t.hosted = answers
	if changed && answers && t.item != nil {
		_ = register(t.item) // a watcher that refuses has no host soon
	}
	quiet := t.closing
	t.mu.Unlock()
	if (changed || first) && !quiet {
		t.onHost(answers)
	}
}

// register brings an item to the watcher.
func register(conn *dbus.Conn) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	err := conn.Object(watcher, watcherPath).CallWithContext(ctx, watcher+".RegisterStatusNotifierItem",
		dbus.FlagNoAutoStart, itemPath).Err
	if err != nil {
		return fmt.Errorf("register in the tray: %w", err)
	}
	return nil
}
