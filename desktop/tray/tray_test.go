package tray

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/prop"

	"heliotrope/assets"
	"heliotrope/desktop/bus"
	"heliotrope/desktop/bus/bustest"
)

// limit is a generous cap on waiting for what must happen.
const limit = time.Minute

// panelHost is a watcher of items and the panel that shows them, as one program.
type panelHost struct {
	*dbus.Conn
	t          *testing.T
	properties *prop.Properties
	registered chan [2]string // sender and path
}

// startHost starts one on the bus.
func startHost(t *testing.T, address string, hosts bool) *panelHost {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	h := &panelHost{conn, t, nil, make(chan [2]string, 8)}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.Export(h, watcherPath, watcher); err != nil {
		t.Fatal(err)
	}
	h.properties, err = prop.Export(conn, watcherPath, map[string]map[string]*prop.Prop{
		watcher: {"IsStatusNotifierHostRegistered": {Value: hosts, Emit: prop.EmitFalse}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(watcher, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return h
}

// RegisterStatusNotifierItem is the method of the watcher.
func (h *panelHost) RegisterStatusNotifierItem(sender dbus.Sender, path string) *dbus.Error {
	h.registered <- [2]string{string(sender), path}
	return nil
}

// turn makes the panel appear or go while the watcher stays.
func (h *panelHost) turn(hosts bool) {
	h.t.Helper()
	h.properties.SetMust(watcher, "IsStatusNotifierHostRegistered", hosts)
	member := map[bool]string{true: "Registered", false: "Unregistered"}[hosts]
	if err := h.Emit(watcherPath, watcher+".StatusNotifierHost"+member); err != nil {
		h.t.Fatal(err)
	}
}

// take returns the next value of a channel.
func take[T any](t *testing.T, from <-chan T) (v T) {
	t.Helper()
	select {
	case v = <-from:
	case <-time.After(limit):
		t.Fatal("nothing came")
	}
	return v
}

// connected returns the tray, and what it reports about hosts.
func connected(t *testing.T) (*Tray, <-chan bool) {
	t.Helper()
	answers := make(chan bool, 8)
	tray, err := Connect(func(a bool) { answers <- a })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tray.Close)
	return tray, answers
}

// A host may come and go at any time, with its watcher or without.
func TestFollowsTheHost(t *testing.T) {
	address := bustest.Start(t)
	tray, answers := connected(t)
	expect := func(want bool, after string) {
		t.Helper()
		if got := take(t, answers); got != want || tray.Hosted() != want {
			t.Fatalf("%s, a host answers: %v", after, got)
		}
	}
	expect(false, "without a watcher")
	host := startHost(t, address, true)
	expect(true, "with a watcher and a host")
	host.turn(false)
	expect(false, "after the host left")
	host.turn(true)
	expect(true, "after it came again")
	if err := host.Close(); err != nil {
		t.Fatal(err)
	}
	expect(false, "after both ended")
	startHost(t, address, false)
	tray.look(true)
	expect(false, "with a watcher and no host")
}

func TestItem(t *testing.T) {
	address := bustest.Start(t)
	host := startHost(t, address, true)
	tray, answers := connected(t)
	if !take(t, answers) {
		t.Fatal("the host is not seen")
	}
	did := make(chan string, 8)
	does := func(what string) func() { return func() { did <- what } }
	item := Item{ID: "org.heliotrope.Journal", Title: "Heliotrope", Icon: assets.Icon, Open: does("click"),
		Menu: []Entry{{"Open", does("open")}, {"Quit", does("quit")}}}
	if err := tray.Show(item); err != nil {
		t.Fatal(err)
	}
	registered := take(t, host.registered)
	object := host.Object(registered[0], dbus.ObjectPath(registered[1]))
	for name, want := range map[string]any{
		"Title": "Heliotrope", "Id": "org.heliotrope.Journal", "Status": "Active", "ItemIsMenu": false, "Menu": dbus.ObjectPath(menuPath),
	} {
		if got, err := object.GetProperty(itemName + "." + name); err != nil || got.Value() != want {
			t.Errorf("%s is %v (%v), want %v", name, got, err, want)
		}
	}
	var icons []pixmap
	if err := object.StoreProperty(itemName+".IconPixmap", &icons); err != nil || len(icons) != len(iconSizes) {
		t.Fatalf("%d icons (%v)", len(icons), err)
	}
	for _, icon := range icons {
		if len(icon.Pixels) != int(icon.Width*icon.Height)*4 {
			t.Errorf("an icon of %d by %d has %d bytes", icon.Width, icon.Height, len(icon.Pixels))
		}
		middle := icon.Pixels[len(icon.Pixels)/2+int(icon.Width)*2:]
		if middle[0] != 255 {
			t.Errorf("the middle of the icon is %v", middle[:4])
		}
	}

	for path, method := range map[dbus.ObjectPath]string{itemPath: "Activate", menuPath: "GetLayout"} {
		var described string
		err := host.Object(registered[0], path).Call("org.freedesktop.DBus.Introspectable.Introspect", 0).Store(&described)
		if err != nil || !strings.Contains(described, method) {
			t.Errorf("%s is described as %s (%v)", path, described, err)
		}
	}

	entries := host.Object(registered[0], menuPath)
	var revision uint32
	var root layout
	if err := entries.Call(menuName+".GetLayout", 0, int32(0), int32(-1), []string{}).Store(&revision, &root); err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, child := range root.Children {
		var entry layout
		if err := dbus.Store([]any{child.Value()}, &entry); err != nil {
			t.Fatal(err)
		}
		labels = append(labels, entry.Properties["label"].Value().(string))
		if err := entries.Call(menuName+".Event", 0, entry.ID, "clicked", dbus.MakeVariant(0), uint32(0)).Err; err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"Open", "Quit"}; !reflect.DeepEqual(labels, want) {
		t.Errorf("the menu has %q, want %q", labels, want)
	}
	if err := object.Call(itemName+".Activate", 0, int32(0), int32(0)).Err; err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"open", "quit", "click"} {
		if got := take(t, did); got != want {
			t.Errorf("it does %s, want %s", got, want)
		}
	}
	var group []itemProperties
	if err := entries.Call(menuName+".GetGroupProperties", 0, []int32{2}, []string{}).Store(&group); err != nil ||
		len(group) != 1 || group[0].Properties["label"].Value() != "Quit" {
		t.Errorf("the second entry is %v (%v)", group, err)
	}
}

// The item goes when it is hidden and may be shown again, and a host that comes later,
// or again, is shown it.
func TestShowsAndHides(t *testing.T) {
	address := bustest.Start(t)
	tray, answers := connected(t)
	take(t, answers)
	item := Item{Title: "Heliotrope", Icon: assets.Icon, Open: func() {}}
	if err := tray.Show(item); err != nil {
		t.Fatal(err)
	}
	host := startHost(t, address, true)
	first := take(t, host.registered)
	tray.Hide()
	if err := host.Object(first[0], itemPath).Call("org.freedesktop.DBus.Peer.Ping", 0).Err; err == nil {
		t.Error("what was hidden answers")
	}
	if err := tray.Show(item); err != nil {
		t.Fatal(err)
	}
	again := take(t, host.registered)
	if err := host.Object(again[0], itemPath).Call("org.freedesktop.DBus.Peer.Ping", 0).Err; err != nil {
		t.Error("what is shown again does not answer: ", err)
	}
	if err := host.Close(); err != nil {
		t.Fatal(err)
	}
	if got := take(t, startHost(t, address, true).registered); got != again {
		t.Errorf("another host is shown %v, want %v", got, again)
	}
}

func TestNoBus(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if _, err := Connect(func(bool) {}); !errors.Is(err, bus.ErrNone) {
		t.Errorf("without a bus: %v", err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
	if _, err := Connect(func(bool) {}); !errors.Is(err, bus.ErrNone) {
		t.Errorf("with one that is gone: %v", err)
	}
}

// A program that ends, or whose bus ends, hears that no host answers any more only in
// the second case.
func TestEnds(t *testing.T) {
	address := bustest.Start(t)
	startHost(t, address, true)
	tray, answers := connected(t)
	take(t, answers)
	other, seen := connected(t)
	take(t, seen)
	if err := other.bus.Close(); err != nil { // as by the bus
		t.Fatal(err)
	}
	if take(t, seen) {
		t.Error("a host answers without a bus")
	}
	tray.Close()
	select {
	case <-answers:
		t.Error("closing reports that the host is gone")
	default:
	}
}
