//go:build linux

package screen

import (
	"testing"
	"time"
)

// Patience is how long a test waits for a condition before it gives up. It is
// no measure of the program: machines that run tests can be busy with much else,
// and draw their windows in software.
const Patience = 2 * time.Minute

// Eventually waits for a condition.
func Eventually(t testing.TB, what string, holds func() bool) {
	t.Helper()
	if !Within(Patience, holds) {
		t.Fatalf("%s: not within %v", what, Patience)
	}
}

// Within looks at a condition again and again for some time, and reports
// whether it came to hold.
func Within(d time.Duration, holds func() bool) bool {
	for deadline := time.Now().Add(d); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			return false
		}
	}
	return true
}
