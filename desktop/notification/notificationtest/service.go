// Package notificationtest is a service of notifications for a test alone.
package notificationtest

import (
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
)

// The names of the service.
const (
	name = "org.freedesktop.Notifications"
	path = "/org/freedesktop/Notifications"
)

// Shown is a notification that the service was given.
type Shown struct {
	App, Icon, Title, Body string
	Actions                []string // keys and labels in turn
	Hints                  map[string]dbus.Variant
	Expires                int32
	ID                     uint32
}

// Service shows notifications, as far as a test can see.
type Service struct {
	Shown chan Shown  // what was shown
	Gone  chan uint32 // what was withdrawn

	conn *dbus.Conn
	can  []string
	t    testing.TB

	mu     sync.Mutex
	refuse bool
	last   uint32
}

// Start starts a service with what it can do, such as "actions", until the test ends.
// Its ids come after last.
func Start(t testing.TB, address string, last uint32, can ...string) *Service {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	const room = 100
	s := &Service{conn: conn, can: can, last: last, t: t, Shown: make(chan Shown, room), Gone: make(chan uint32, room)}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.Export(answers{s}, path, name); err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return s
}

// Refuse makes the service refuse what comes.
func (s *Service) Refuse() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuse = true
}

// Emit sends a signal, such as ActionInvoked or NotificationClosed.
func (s *Service) Emit(signal string, values ...any) {
	s.t.Helper()
	if err := s.conn.Emit(path, name+"."+signal, values...); err != nil {
		s.t.Error(err)
	}
}

// End ends the service.
func (s *Service) End() { _ = s.conn.Close() } // nothing is sent any more

// Bus returns the connection to the bus.
func (s *Service) Bus() *dbus.Conn { return s.conn }

// answers has the methods of the interface.
type answers struct{ *Service }

// GetCapabilities names what the service can do.
func (s answers) GetCapabilities() ([]string, *dbus.Error) { return s.can, nil }

// Notify takes a notification.
func (s answers) Notify(app string, _ uint32, icon, title, body string, actions []string, hints map[string]dbus.Variant, expires int32) (uint32, *dbus.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.refuse {
		return 0, dbus.NewError(name+".Error.ExcessNotificationGeneration", nil)
	}
	s.last++
	s.Shown <- Shown{app, icon, title, body, actions, hints, expires, s.last}
	return s.last, nil
}

// CloseNotification takes one back.
func (s answers) CloseNotification(id uint32) *dbus.Error {
	s.Gone <- id
	return nil
}
