package notification

import (
	"errors"
	"testing"

	"heliotrope/desktop/bus/bustest"
	"heliotrope/desktop/notification/notificationtest"
)

func TestBegin(t *testing.T) {
	d := notificationtest.Start(t, bustest.Start(t), 0, "actions")
	answers := make(chan Answer, 1)
	begin := func() (withdraw func()) {
		t.Helper()
		withdraw, err := Begin(message, func(a Answer) { answers <- a })
		if err != nil {
			t.Fatal(err)
		}
		return withdraw
	}
	begin()
	d.Emit("ActionInvoked", take(t, d.Shown).ID, "later")
	if a := take(t, answers); a.Key != "later" {
		t.Errorf("it is answered as %+v", a)
	}
	take(t, d.Gone)

	withdraw := begin()
	n := take(t, d.Shown)
	withdraw()
	if id := take(t, d.Gone); id != n.ID {
		t.Errorf("%d was closed, want %d", id, n.ID)
	}
	d.Emit("ActionInvoked", n.ID, "later")
	begin() // after which the answer to the one before would have come
	d.Emit("ActionInvoked", take(t, d.Shown).ID, "skip")
	if a := take(t, answers); a.Key != "skip" {
		t.Errorf("what was withdrawn is answered as %+v", a)
	}
}

func TestBeginNone(t *testing.T) {
	address := bustest.Start(t)
	if err := Check(t.Context()); !errors.Is(err, ErrNone) {
		t.Errorf("checked without a service: %v", err)
	}
	if _, err := Begin(message, func(Answer) { t.Error("it is answered") }); !errors.Is(err, ErrNone) {
		t.Errorf("without a service: %v", err)
	}
	notificationtest.Start(t, address, 0)
	if err := Check(t.Context()); err != nil {
		t.Errorf("checked with a service: %v", err)
	}
}
