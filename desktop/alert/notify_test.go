package alert

import (
	"bufio"
	"context"
	"errors"
	"net"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// desk is a server of notifications that shows them to nobody.
type desk struct {
	can   []string
	shown chan []any
}

func (d *desk) GetCapabilities() ([]string, *dbus.Error) { return d.can, nil }

func (d *desk) Notify(app string, replaces uint32, icon, summary, body string, actions []string, hints map[string]dbus.Variant, expires int32) (uint32, *dbus.Error) {
	d.shown <- []any{summary, body, actions, hints["urgency"].Value()}
	return 1, nil
}

// startBus starts a bus for the test alone and makes it the user's.
func startBus(t *testing.T) *dbus.Conn {
	t.Helper()
	daemon := exec.Command("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", "--address=unix:tmpdir="+t.TempDir())
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Skip("there is no bus to test with: ", err)
	}
	t.Cleanup(func() {
		_ = daemon.Process.Kill() // it may have ended
		_ = daemon.Wait()
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = address[:len(address)-1]
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	bus, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Close() })
	return bus
}

func TestNotification(t *testing.T) {
	bus := startBus(t)
	m := Message{Title: "Heliotrope", Text: "<b>a & b</b>"}
	if err := notify(m); err == nil {
		t.Error("nobody shows notifications, and there is no error")
	}
	for _, test := range []struct {
		can  []string
		body string
	}{
		{[]string{"body", "body-markup"}, "&lt;b&gt;a &amp; b&lt;/b&gt;"},
		{[]string{"body"}, m.Text},
	} {
		d := &desk{test.can, make(chan []any, 1)}
		if err := bus.Export(d, serverPath, server); err != nil {
			t.Fatal(err)
		}
		if _, err := bus.RequestName(server, dbus.NameFlagDoNotQueue); err != nil {
			t.Fatal(err)
		}
		if err := notify(m); err != nil {
			t.Fatal(err)
		}
		got, want := <-d.shown, []any{m.Title, test.body, []string{}, byte(2)}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A bus that never answers holds nobody up.
func TestSilentBus(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bus")
	silent, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+path)
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if err := notifyOn(ctx, Message{}); err == nil {
		t.Error("no error")
	}
}

func TestNoBus(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", "")
	for _, address := range []string{"", "unix:path=" + filepath.Join(t.TempDir(), "none"), "nonsense"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		if err := notify(Message{}); err == nil {
			t.Errorf("no error with %q", address)
		}
	}
	if err := show(Message{}, func(Message, time.Duration) end { return failed }, notify, time.Hour); !errors.Is(err, ErrUnseen) {
		t.Errorf("got %v", err)
	}
}
