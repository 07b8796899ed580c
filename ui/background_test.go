package ui

import (
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2/test"
)

// Jobs are done in their order, whoever does them, and none is left when settle
// returns. The test driver runs what fyne.Do is given where it is given, as the
// real one does once the window is gone.
func TestBackgroundKeepsTheOrder(t *testing.T) {
	test.NewTempApp(t)
	b := newBackground()
	var mu sync.Mutex
	var did []int
	const jobs = 200
	want := make([]int, jobs)
	for i := range jobs {
		want[i] = i
		b.run(func() error {
			mu.Lock()
			defer mu.Unlock()
			did = append(did, i)
			return nil
		}, func(error) {})
	}
	b.settle()
	if !slices.Equal(did, want) {
		t.Errorf("done in the order %v", did)
	}
}

// A worker that is held up by what it brings to a window that is gone does not
// keep what waits behind it from being done.
func TestBackgroundSettlesBesideAStuckWorker(t *testing.T) {
	test.NewTempApp(t)
	b := newBackground()
	stuck, free := make(chan struct{}), make(chan struct{})
	defer close(free)
	b.run(func() error { return nil }, func(error) { close(stuck); <-free })
	<-stuck
	saved := false
	b.run(func() error { saved = true; return nil }, func(error) {})
	b.settle()
	if !saved {
		t.Error("the save behind it was not made")
	}
}
