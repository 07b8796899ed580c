package alert

import (
	"errors"
	"testing"
	"time"
)

// What cannot be shown in one way is shown in the next, and what was seen is
// not shown twice.
func TestShow(t *testing.T) {
	refused := errors.New("no bus")
	for _, test := range []struct {
		name     string
		dialog   end
		notify   error
		notified bool
		want     error
	}{
		{"a dialog was closed", closed, nil, false, nil},
		{"no dialog", failed, nil, true, nil},
		{"a dialog hangs", open, nil, true, nil},
		{"a dialog hangs, no notification", open, refused, true, nil},
		{"nothing", failed, refused, true, ErrUnseen},
	} {
		notified := false
		err := show(Message{}, func(Message, time.Duration) end { return test.dialog },
			func(Message) error { notified = true; return test.notify }, time.Hour)
		if notified != test.notified || !errors.Is(err, test.want) {
			t.Errorf("%s: notified is %v, and the error %v", test.name, notified, err)
		}
	}
}
