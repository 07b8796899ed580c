package notification

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"heliotrope/desktop/bus/bustest"
)

// limit is a generous cap on waiting for what must happen.
const limit = time.Minute

// notified is one call of Notify.
type notified struct {
	app, icon, title, body string
	actions                []string
	hints                  map[string]dbus.Variant
	expires                int32
	id                     uint32
}

// desk is a service of notifications. Its exported methods are those of the interface.
type desk struct {
	*dbus.Conn
	can   []string
	shown chan notified
	gone  chan uint32

	mu     sync.Mutex
	refuse *dbus.Error
	last   uint32
}

// GetCapabilities names what the service can do.
func (d *desk) GetCapabilities() ([]string, *dbus.Error) { return d.can, nil }

// Notify takes a notification.
func (d *desk) Notify(app string, _ uint32, icon, title, body string, actions []string, hints map[string]dbus.Variant, expires int32) (uint32, *dbus.Error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.refuse != nil {
		return 0, d.refuse
	}
	d.last++
	d.shown <- notified{app, icon, title, body, actions, hints, expires, d.last}
	return d.last, nil
}

// CloseNotification takes one back.
func (d *desk) CloseNotification(id uint32) *dbus.Error {
	d.gone <- id
	return nil
}

func (d *desk) emit(t *testing.T, signal string, values ...any) {
	t.Helper()
	if err := d.Emit(path, service+"."+signal, values...); err != nil {
		t.Error(err)
	}
}

// startDesk starts a service on the bus, whose ids begin after last.
func startDesk(t *testing.T, address string, last uint32, can ...string) *desk {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{Conn: conn, can: can, last: last, shown: make(chan notified, 8), gone: make(chan uint32, 8)}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.Export(d, path, service); err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(service, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return d
}

var message = Message{
	Title: "Time for your week", Body: "Week 48.", Instead: "Open it yourself.",
	Actions: []Action{{"open", "Open this week"}, {"later", "Later today"}, {"skip", "Not this week"}},
}

type result struct {
	Answer
	err error
}

// showing shows m until the test ends, and returns what comes of it, and what the
// service was shown.
func showing(t *testing.T, ctx context.Context, d *desk, m Message) (<-chan result, notified) {
	t.Helper()
	results, shown := make(chan result, 1), make(chan struct{})
	go func() {
		a, err := Show(ctx, m, func() { close(shown) })
		results <- result{a, err}
	}()
	n := take(t, d.shown)
	take(t, shown)
	return results, n
}

func take[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case v := <-from:
		return v
	case <-time.After(limit):
		t.Fatal("nothing comes")
		panic("unreachable")
	}
}

func TestShow(t *testing.T) {
	d := startDesk(t, bustest.Start(t), 0, "body", "actions")
	for _, tt := range []struct{ invoke, want string }{{"open", "open"}, {"later", "later"}, {"skip", "skip"}, {"default", "open"}} {
		results, n := showing(t, t.Context(), d, message)
		if n.app != "Heliotrope" || n.title != message.Title || n.body != message.Body || n.icon != "org.heliotrope.Journal" ||
			n.hints["desktop-entry"].Value() != "org.heliotrope.Journal" || n.expires != 0 {
			t.Errorf("shown is %+v", n)
		}
		want := []string{"default", "Open this week", "open", "Open this week", "later", "Later today", "skip", "Not this week"}
		if !slices.Equal(n.actions, want) {
			t.Errorf("the actions are %q", n.actions)
		}
		d.emit(t, "ActionInvoked", n.id+7, "skip")     // of another notification
		d.emit(t, "ActionInvoked", n.id, "unheard of") // of none
		d.emit(t, "ActionInvoked", "rubbish")
		d.emit(t, "ActivationToken", n.id, "token-"+tt.invoke)
		d.emit(t, "ActionInvoked", n.id, tt.invoke)
		d.emit(t, "NotificationClosed", n.id, uint32(2))
		r := take(t, results)
		if r.err != nil || r.Key != tt.want || r.Token != "token-"+tt.invoke {
			t.Errorf("%s is answered as %+v", tt.invoke, r)
		}
		if id := take(t, d.gone); id != n.id {
			t.Errorf("%d was closed, want %d", id, n.id)
		}
	}
}

func TestClosed(t *testing.T) {
	d := startDesk(t, bustest.Start(t), 0, "actions")
	results, n := showing(t, t.Context(), d, message)
	d.emit(t, "NotificationClosed", n.id+1, uint32(1))
	d.emit(t, "NotificationClosed", n.id, uint32(2))
	if r := take(t, results); r.err != nil || r.Answer != (Answer{}) {
		t.Errorf("closed is answered as %+v", r)
	}
}

// TestNoActions: where the service shows no actions, the body says what to do instead.
func TestNoActions(t *testing.T) {
	d := startDesk(t, bustest.Start(t), 0, "body")
	results, n := showing(t, t.Context(), d, message)
	if n.body != "Week 48.\nOpen it yourself." || len(n.actions) > 0 {
		t.Errorf("shown is %+v", n)
	}
	d.emit(t, "NotificationClosed", n.id, uint32(1))
	take(t, results)
}

// TestWithdrawn: what nobody waits for any more is taken back.
func TestWithdrawn(t *testing.T) {
	d := startDesk(t, bustest.Start(t), 0, "actions")
	ctx, cancel := context.WithCancel(t.Context())
	results, n := showing(t, ctx, d, message)
	cancel()
	if id := take(t, d.gone); id != n.id {
		t.Errorf("%d was closed, want %d", id, n.id)
	}
	if r := take(t, results); !errors.Is(r.err, context.Canceled) {
		t.Errorf("%+v", r)
	}
}

// TestServiceRestarts: a service that ends takes the notification with it, and the
// next one shows it again, with another id.
func TestServiceRestarts(t *testing.T) {
	address := bustest.Start(t)
	d := startDesk(t, address, 0, "actions")
	results, n := showing(t, t.Context(), d, message)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	next := startDesk(t, address, 40, "actions")
	again := take(t, next.shown)
	if again.title != n.title || again.id == n.id {
		t.Errorf("shown again is %+v", again)
	}
	// Until Show has the new id, the signal would be of another notification.
	for done := false; !done; {
		next.emit(t, "ActionInvoked", again.id, "later")
		select {
		case r := <-results:
			done = true
			if r.err != nil || r.Key != "later" {
				t.Errorf("%+v", r)
			}
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// TestSessionEnds: a notification is closed with the bus.
func TestSessionEnds(t *testing.T) {
	address := bustest.Start(t)
	d := startDesk(t, address, 0, "actions")
	results, _ := showing(t, t.Context(), d, message)
	var pid uint32
	if err := d.BusObject().Call("org.freedesktop.DBus.GetConnectionUnixProcessID", 0, "org.freedesktop.DBus").Store(&pid); err != nil {
		t.Skip("which process the bus is, is not known: ", err)
	}
	daemon, err := os.FindProcess(int(pid))
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Kill(); err != nil {
		t.Fatal(err)
	}
	if r := take(t, results); r.err != nil || r.Answer != (Answer{}) {
		t.Errorf("%+v", r)
	}
}

func TestNone(t *testing.T) {
	show := func(t *testing.T, ctx context.Context, why string) {
		t.Helper()
		_, err := Show(ctx, message, func() { t.Error("it is shown") })
		if !errors.Is(err, ErrNone) {
			t.Errorf("%s: %v", why, err)
		}
	}
	t.Run("no bus", func(t *testing.T) {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
		t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
		show(t, t.Context(), "without a bus")
	})
	t.Run("no service", func(t *testing.T) {
		bustest.Start(t)
		show(t, t.Context(), "without a service")
	})
	t.Run("refuses", func(t *testing.T) {
		d := startDesk(t, bustest.Start(t), 0)
		d.mu.Lock()
		d.refuse = dbus.NewError("org.freedesktop.Notifications.Error.ExcessNotificationGeneration", nil)
		d.mu.Unlock()
		show(t, t.Context(), "with a service that refuses")
	})
	t.Run("silent", func(t *testing.T) {
		folder, err := os.MkdirTemp("", "hn") // short, as the paths of sockets are
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.RemoveAll(folder) })
		socket := filepath.Join(folder, "bus")
		l, err := net.Listen("unix", socket)
		if err != nil {
			t.Skip(err)
		}
		defer l.Close()
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", fmt.Sprint("unix:path=", socket))
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			if c, err := l.Accept(); err == nil {
				cancel()
				_, _ = c.Read(make([]byte, 1))
			}
		}()
		show(t, ctx, "with a silent bus")
	})
}
