package tasks

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

// What is under way is counted until the window has been told. This is the first test,
// so that nothing of another one is under way.
func TestUnderWay(t *testing.T) {
	test.NewTempApp(t)
	b := NewBackground()
	free, told := make(chan struct{}), make(chan int, 3)
	b.Run(func() error { <-free; return nil }, func(error) { told <- UnderWay() })
	rang := make(chan struct{})
	b.After(time.Nanosecond, func() { told <- UnderWay(); close(rang) })
	<-rang
	b.Aside(func(context.Context) error { <-free; return nil }, func(error) { told <- UnderWay() })
	stop := b.After(soon, func() {})
	defer b.After(time.Hour, func() {})() // is too far away
	for UnderWay() != 3 {
		runtime.Gosched() // the first timer is over once it has rung
	}
	stop()
	stop()
	if n := UnderWay(); n != 2 {
		t.Errorf("%d under way, want a job and a work aside", n)
	}
	close(free)
	for UnderWay() > 0 {
		runtime.Gosched()
	}
	for range 3 {
		if n := <-told; n == 0 {
			t.Error("nothing was under way while the window was being told")
		}
	}
}

// All jobs are done in the order in which they were given by the time that Settle
// returns. The test driver runs what fyne.Do is given where it is given, as the
// real one does once the window is gone.
func TestBackgroundKeepsTheOrder(t *testing.T) {
	test.NewTempApp(t)
	b := NewBackground()
	var mu sync.Mutex
	var did []int
	const jobs = 200
	want := make([]int, jobs)
	for i := range jobs {
		want[i] = i
		b.Run(func() error {
			mu.Lock()
			defer mu.Unlock()
			did = append(did, i)
			return nil
		}, func(error) {})
	}
	b.Settle()
	if !slices.Equal(did, want) {
		t.Errorf("done in the order %v", did)
	}
}

// A worker that is held up by what it brings to a window that is gone does not
// keep what waits behind it from being done.
func TestBackgroundSettlesBesideAStuckWorker(t *testing.T) {
	test.NewTempApp(t)
	b := NewBackground()
	stuck, free := make(chan struct{}), make(chan struct{})
	defer close(free)
	b.Run(func() error { return nil }, func(error) { close(stuck); <-free })
	<-stuck
	saved := false
	b.Run(func() error { saved = true; return nil }, func(error) {})
	b.Settle()
	if !saved {
		t.Error("the save behind it was not made")
	}
}

// Work aside delays no job, ends once it is canceled, and is then not told of.
func TestBackgroundAside(t *testing.T) {
	test.NewTempApp(t)
	b := NewBackground()
	begun, ended := make(chan struct{}), make(chan error)
	cancel := b.Aside(func(ctx context.Context) error {
		close(begun)
		<-ctx.Done()
		ended <- ctx.Err()
		return ctx.Err()
	}, func(error) { t.Error("work that was canceled is told of") })
	<-begun
	saved := make(chan struct{})
	b.Run(func() error { return nil }, func(error) { close(saved) })
	<-saved // while that work goes on
	b.Settle()
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}

	failed := errors.New("failed")
	told := make(chan error, 1)
	cancel = b.Aside(func(context.Context) error { return failed }, func(err error) { told <- err })
	if err := <-told; !errors.Is(err, failed) {
		t.Errorf("it is told with %v", err)
	}
	cancel() // changes nothing
}
