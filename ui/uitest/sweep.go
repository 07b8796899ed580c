package uitest

import "testing"

// Sweep returns the values that a test goes through, such as languages and sizes of
// text: in a short run, as that of the race detector, the last one alone. What is
// drawn differs with them; what is done at the same time does not, so once is enough
// for races.
func Sweep[T any](all ...T) []T {
	if testing.Short() {
		return all[len(all)-1:]
	}
	return all
}
