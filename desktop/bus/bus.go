// Package bus connects to the session bus, over which the programs of a desktop
// reach each other. It starts none, and uses no bus that is reached over a network.
package bus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/godbus/dbus/v5"
)

// ErrNone is returned where the system has no session bus, as on Windows, or that
// does not answer.
var ErrNone = errors.New("no session bus")

// Connect connects to the session bus. It takes as long as that does to answer, but
// not longer than ctx lasts. The connection is the caller's to close.
func Connect(ctx context.Context) (*dbus.Conn, error) {
	address := Address()
	if address == "" {
		return nil, ErrNone
	}
	conn, err := dbus.Dial(address)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() }) // which ends the attempt
	if err = conn.Auth(nil); err == nil {
		err = conn.Hello()
	}
	if !stop() {
		return nil, fmt.Errorf("%w: %w", ErrNone, ctx.Err())
	}
	if err != nil {
		_ = conn.Close() // it cannot be used
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
	}
	return conn, nil
}

// Address returns the address of the session bus, "" if there is none. Asked itself,
// the library would start one.
func Address() string {
	var local []string
	for _, address := range strings.Split(os.Getenv("DBUS_SESSION_BUS_ADDRESS"), ";") {
		if strings.HasPrefix(address, "unix:") {
			local = append(local, address)
		}
	}
	if len(local) > 0 {
		return strings.Join(local, ";")
	}
	if folder := os.Getenv("XDG_RUNTIME_DIR"); folder != "" {
		path := filepath.Join(folder, "bus")
		if _, err := os.Stat(path); err == nil {
			return "unix:path=" + dbus.EscapeBusAddressValue(path)
		}
	}
	return ""
}
