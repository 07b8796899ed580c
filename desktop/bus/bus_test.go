package bus

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"heliotrope/desktop/bus/bustest"
)

func TestConnect(t *testing.T) {
	bustest.Start(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	conn, err := Connect(ctx)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if !conn.Connected() {
		t.Error("the connection ends with the time in which it had to be made")
	}
	if err := conn.Close(); err != nil {
		t.Error(err)
	}
}

func TestNone(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	for _, address := range []string{"", "unix:path=/nonexistent", "rubbish", "tcp:host=localhost,port=1"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		if _, err := Connect(t.Context()); !errors.Is(err, ErrNone) {
			t.Errorf("by the address %q: %v", address, err)
		}
	}
}

// TestSilent: a bus that takes connections and does not answer holds nobody up for
// longer than they want to wait.
func TestSilent(t *testing.T) {
	folder, err := os.MkdirTemp("", "hb") // short, as the paths of sockets are
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	l, err := net.Listen("unix", filepath.Join(folder, "bus"))
	if err != nil {
		t.Skip(err)
	}
	defer l.Close()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", folder)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		if c, err := l.Accept(); err == nil {
			cancel()
			_, _ = c.Read(make([]byte, 1)) // until the other end closes
		}
	}()
	if _, err := Connect(ctx); !errors.Is(err, ErrNone) || !errors.Is(err, context.Canceled) {
		t.Errorf("a silent bus: %v", err)
	}
}

// TestNetwork: of several addresses only those that need no network are used.
func TestNetwork(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", "")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=localhost,port=1;unix:path=/a;nonce-tcp:host=b;unix:path=/c")
	if got := Address(); got != "unix:path=/a;unix:path=/c" {
		t.Errorf("the address is %q", got)
	}
}
