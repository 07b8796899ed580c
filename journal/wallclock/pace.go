package wallclock

import (
	"strconv"
	"time"
)

// pace is how many times as fast as that of the system the clock goes. Only a test
// that has no time for hours sets it, when it links the program:
//
//	go build -ldflags "-X heliotrope/journal/wallclock.pace=60" ./cmd/heliotrope
var pace = "1"

// times is pace, and began is when the clock showed what that of the system did.
var (
	times = parsePace(pace)
	began = time.Now().Round(0)
)

func parsePace(pace string) time.Duration {
	n, err := strconv.Atoi(pace)
	if err != nil || n < 1 {
		panic("wallclock: pace is no whole number: " + pace)
	}
	return time.Duration(n)
}

// Until returns what a timer has to wait until clocks have gone on by d.
func Until(d time.Duration) time.Duration { return d / times }

// system returns the time of the system, as it would be at the pace of clocks. It has
// no monotonic reading.
func system() time.Time {
	now := time.Now().Round(0)
	if times == 1 {
		return now
	}
	return began.Add(now.Sub(began) * times)
}
