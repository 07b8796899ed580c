package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// hooks is what Fyne's lifecycle has beyond [fyne.Lifecycle].
type hooks interface {
	fyne.Lifecycle
	OnStopped() func()
	SetOnStoppedHookExecuted(func())
}

// TestNothingIsQueuedForTheEndOfTheLoop: Fyne would wait for it forever if its
// loop ended first. The app of the tests has the lifecycle of a real one, which
// sets the hook and writes files in the background.
func TestNothingIsQueuedForTheEndOfTheLoop(t *testing.T) {
	a := test.NewTempApp(t)
	l, ok := a.Lifecycle().(hooks)
	if !ok {
		t.Fatal("Fyne's lifecycle has no such hook any more")
	}
	l.SetOnStoppedHookExecuted(func() {})
	if l.OnStopped() == nil {
		t.Fatal("a hook that is set is not queued")
	}
	dropStopHook(a)
	if l.OnStopped() != nil {
		t.Error("the hook is still there")
	}
}
