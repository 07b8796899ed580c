package alert

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"heliotrope/desktop/bus/bustest"
	"heliotrope/desktop/notification/notificationtest"
)

func TestNotification(t *testing.T) {
	d := notificationtest.Start(t, bustest.Start(t), 0)
	m := Message{Title: "Heliotrope", Text: "What happened.\n\nWhat to do."}
	if err := show(m, func(Message, time.Duration) end { return failed }, notify, time.Hour); err != nil {
		t.Fatal(err)
	}
	if n := <-d.Shown; n.Title != m.Title || n.Body != m.Text {
		t.Errorf("shown is %+v", n)
	}
}

func TestNoBus(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", "")
	for _, address := range []string{"", "unix:path=" + filepath.Join(t.TempDir(), "none"), "nonsense"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		if err := show(Message{}, func(Message, time.Duration) end { return failed }, notify, time.Hour); !errors.Is(err, ErrUnseen) {
			t.Errorf("with %q: %v", address, err)
		}
	}
}
