package memory

import (
	"runtime/debug"
	"testing"
)

func TestStartEnds(t *testing.T) {
	usual := debug.SetGCPercent(70)
	defer debug.SetGCPercent(usual)
	over := Start()
	if got := debug.SetGCPercent(startPercent); got != startPercent {
		t.Errorf("during the start: %d, want %d", got, startPercent)
	}
	over()
	if got := debug.SetGCPercent(70); got != 70 {
		t.Errorf("after it: %d, want 70", got)
	}
}
