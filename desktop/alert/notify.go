package alert

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"

	"heliotrope/desktop/bus"
)

// The names of the server of notifications, on the session bus.
const (
	server     = "org.freedesktop.Notifications"
	serverPath = "/org/freedesktop/Notifications"
)

// answerLimit is how long a server may take. It may have to be started.
const answerLimit = 10 * time.Second

// notify shows m in a notification that stays until the user closes it. Unlike
// one that waits for an answer, it does not name the desktop entry: GNOME would
// withdraw it as soon as the program ends.
func notify(m Message) error {
	ctx, cancel := context.WithTimeout(context.Background(), answerLimit)
	defer cancel()
	return notifyOn(ctx, m)
}

func notifyOn(ctx context.Context, m Message) error {
	conn, err := bus.Connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	object := conn.Object(server, serverPath)
	var can []string
	if err := object.CallWithContext(ctx, server+".GetCapabilities", 0).Store(&can); err != nil {
		return err
	}
	text := m.Text
	if slices.Contains(can, "body-markup") {
		text = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
	}
	const critical byte = 2 // no server closes it by itself
	hints := map[string]dbus.Variant{"urgency": dbus.MakeVariant(critical)}
	return object.CallWithContext(ctx, server+".Notify", 0, m.Title, uint32(0), "", m.Title, text, []string{}, hints, int32(0)).Err
}
