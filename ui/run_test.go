package ui

import (
	"testing"

	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/test"
)

// TestNothingIsQueuedForTheEndOfTheLoop: Fyne would wait for it forever if its
// loop ended first.
func TestNothingIsQueuedForTheEndOfTheLoop(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Cleanup(func() { test.NewApp() }) // in place of the real one
	a := app.NewWithID(appID)
	l, ok := a.Lifecycle().(interface{ OnStopped() func() })
	if !ok {
		t.Fatal("the lifecycle of an app is another type")
	}
	if l.OnStopped() == nil {
		t.Fatal("Fyne has no hook any more: remove dropStopHook")
	}
	dropStopHook(a)
	if l.OnStopped() != nil {
		t.Error("the hook is still there")
	}
}
