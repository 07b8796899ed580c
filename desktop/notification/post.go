package notification

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
)

// Post shows any text in a notification that asks nothing and stays until the user
// closes it, even after the program has ended. The error wraps [ErrNone] if it could
// not be shown.
//
// Unlike [Show], it does not name the desktop entry: GNOME would withdraw the
// notification as soon as the program ends.
func Post(ctx context.Context, title, text string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	conn, err := connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	can, err := capabilities(ctx, conn)
	if err != nil {
		return err
	}
	if slices.Contains(can, "body-markup") {
		text = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
	}
	const critical = byte(2) // no service closes a critical one
	hints := map[string]dbus.Variant{"urgency": dbus.MakeVariant(critical)}
	_, err = notify(ctx, conn, "", title, text, []string{}, hints)
	return err
}

// Check returns an error that wraps [ErrNone] if nothing shows notifications.
func Check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	conn, err := connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = capabilities(ctx, conn)
	return err
}

// capabilities returns what the service can do, such as "actions". The error wraps
// [ErrNone] if there is none.
func capabilities(ctx context.Context, conn *dbus.Conn) (can []string, err error) {
	if err := conn.Object(service, path).CallWithContext(ctx, service+".GetCapabilities", 0).Store(&can); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
	}
	return can, nil
}
