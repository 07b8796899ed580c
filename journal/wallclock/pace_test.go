package wallclock

import (
	"testing"
	"time"
)

// TestPace: at another pace as much passes between two looks, that many times, and a
// timer waits that much shorter.
func TestPace(t *testing.T) {
	if parsePace(pace) != 1 || Until(time.Hour) != time.Hour {
		t.Fatalf("a clock goes %s times as fast as that of the system", pace)
	}
	defer func(before time.Time) { times, began = 1, before }(began)
	times, began = parsePace("60"), time.Now().Add(-time.Hour)
	earliest := time.Now().Add(59 * time.Hour)
	now := New().Now()
	if latest := time.Now().Add(60 * time.Hour); now.Before(earliest) || now.After(latest) {
		t.Errorf("an hour after it began it is %v, want %v or a little more", now, earliest)
	}
	if got := Until(time.Hour); got != time.Minute {
		t.Errorf("a timer of an hour waits %v", got)
	}
}
