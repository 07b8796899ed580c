package notification

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"heliotrope/desktop/bus/bustest"
	"heliotrope/desktop/notification/notificationtest"
)

// limit is a generous cap on waiting for what must happen.
const limit = time.Minute

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
func showing(t *testing.T, ctx context.Context, d *notificationtest.Service, m Message) (<-chan result, notificationtest.Shown) {
	t.Helper()
	shown, err := Show(ctx, m)
	if err != nil {
		t.Fatal(err)
	}
	results := make(chan result, 1)
	go func() {
		a, err := shown.Wait(ctx)
		results <- result{a, err}
	}()
	return results, take(t, d.Shown)
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
	d := notificationtest.Start(t, bustest.Start(t), 0, "body", "actions")
	for _, tt := range []struct{ invoke, want string }{{"open", "open"}, {"later", "later"}, {"skip", "skip"}, {"default", "open"}} {
		results, n := showing(t, t.Context(), d, message)
		if n.App != "Heliotrope" || n.Title != message.Title || n.Body != message.Body || n.Icon != "org.heliotrope.Journal" ||
			n.Hints["desktop-entry"].Value() != "org.heliotrope.Journal" || n.Expires != 0 {
			t.Errorf("shown is %+v", n)
		}
		want := []string{"default", "Open this week", "open", "Open this week", "later", "Later today", "skip", "Not this week"}
		if !slices.Equal(n.Actions, want) {
			t.Errorf("the actions are %q", n.Actions)
		}
		d.Emit("ActionInvoked", n.ID+7, "skip")     // of another notification
		d.Emit("ActionInvoked", n.ID, "unheard of") // of none
		d.Emit("ActionInvoked", "rubbish")
		d.Emit("ActivationToken", n.ID, "token-"+tt.invoke)
		d.Emit("ActionInvoked", n.ID, tt.invoke)
		d.Emit("NotificationClosed", n.ID, uint32(2))
		r := take(t, results)
		if r.err != nil || r.Key != tt.want || r.Token != "token-"+tt.invoke {
			t.Errorf("%s is answered as %+v", tt.invoke, r)
		}
		if id := take(t, d.Gone); id != n.ID {
			t.Errorf("%d was closed, want %d", id, n.ID)
		}
	}
}

func TestClosed(t *testing.T) {
	d := notificationtest.Start(t, bustest.Start(t), 0, "actions")
	results, n := showing(t, t.Context(), d, message)
	d.Emit("NotificationClosed", n.ID+1, uint32(1))
	d.Emit("NotificationClosed", n.ID, uint32(2))
	if r := take(t, results); r.err != nil || r.Answer != (Answer{}) {
		t.Errorf("closed is answered as %+v", r)
	}
}

// TestNoActions: where the service shows no actions, the body says what to do instead.
func TestNoActions(t *testing.T) {
	d := notificationtest.Start(t, bustest.Start(t), 0, "body")
	results, n := showing(t, t.Context(), d, message)
	if n.Body != "Week 48.\nOpen it yourself." || len(n.Actions) > 0 {
		t.Errorf("shown is %+v", n)
	}
	d.Emit("NotificationClosed", n.ID, uint32(1))
	take(t, results)
}

// TestWithdrawn: what nobody waits for any more is taken back.
func TestWithdrawn(t *testing.T) {
	d := notificationtest.Start(t, bustest.Start(t), 0, "actions")
	ctx, cancel := context.WithCancel(t.Context())
	results, n := showing(t, ctx, d, message)
	cancel()
	if id := take(t, d.Gone); id != n.ID {
		t.Errorf("%d was closed, want %d", id, n.ID)
	}
	if r := take(t, results); !errors.Is(r.err, context.Canceled) {
		t.Errorf("%+v", r)
	}
}

// TestServiceRestarts: a service that ends takes the notification with it, and the
// next one shows it again, with another id.
func TestServiceRestarts(t *testing.T) {
	address := bustest.Start(t)
	d := notificationtest.Start(t, address, 0, "actions")
	results, n := showing(t, t.Context(), d, message)
	d.End()
	next := notificationtest.Start(t, address, 40, "actions")
	again := take(t, next.Shown)
	if again.Title != n.Title || again.ID == n.ID {
		t.Errorf("shown again is %+v", again)
	}
	// Until Show has the new id, the signal would be of another notification.
	for done := false; !done; {
		next.Emit("ActionInvoked", again.ID, "later")
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
	d := notificationtest.Start(t, address, 0, "actions")
	results, _ := showing(t, t.Context(), d, message)
	var pid uint32
	if err := d.Bus().BusObject().Call("org.freedesktop.DBus.GetConnectionUnixProcessID", 0, "org.freedesktop.DBus").Store(&pid); err != nil {
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
		_, err := Show(ctx, message)
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
		d := notificationtest.Start(t, bustest.Start(t), 0)
		d.Refuse()
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
