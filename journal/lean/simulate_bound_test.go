package lean

import (
	"fmt"
	"math"
	"testing"
)

// bound is what a figure must reach. The zero bound is reached by all.
type bound struct {
	limit         float64
	least, atMost bool
}

func atLeast(limit float64) bound { return bound{limit: limit, least: true} }
func atMost(limit float64) bound  { return bound{limit: limit, atMost: true} }

func (b bound) String() string {
	switch {
	case b.least:
		return fmt.Sprintf("at least %.2f", b.limit)
	case b.atMost:
		return fmt.Sprintf("at most %.2f", b.limit)
	}
	return "reported"
}

// missed is what a simulation may miss a bound by at most, in standard errors:
// if the truth lies at the bound, one simulation in a thousand misses by more.
const missed = 3.1

// sample is what was counted of each of n users.
type sample struct{ n, sum, squares float64 }

// add counts a user, except with NaN.
func (s *sample) add(x float64) {
	if math.IsNaN(x) {
		return
	}
	s.n++
	s.sum += x
	s.squares += x * x
}

func (s sample) mean() float64 { return s.sum / s.n }

// reaches reports whether s reaches b.
func (b bound) reaches(s sample) bool {
	return !(b.least && s.mean() < b.limit || b.atMost && s.mean() > b.limit)
}

// remark returns what is to be said of s.
func (b bound) remark(s sample) string {
	switch {
	case b.refutes(s):
		return " (missed)"
	case !b.reaches(s):
		return " (missed, within chance)"
	}
	return ""
}

// refutes reports whether s is too far from b for a truth that reaches it. Of
// what is counted once a user at most, that is exact: a share at the limit is
// refuted by fewer than one sample in a thousand.
func (b bound) refutes(s sample) bool {
	if b.reaches(s) {
		return false
	}
	if s.squares != s.sum || b.limit > 1 {
		return math.Abs(s.mean()-b.limit) > missed*math.Sqrt((s.squares/s.n-s.mean()*s.mean())/s.n)
	}
	// P(X ≥ k) of a binomial X, counted from whichever end is far.
	k, p := int(s.sum), b.limit
	if b.least {
		k, p = int(s.n-s.sum), 1-b.limit
	}
	return atLeastOf(int(s.n), k, p) < 0.001
}

// atLeastOf returns P(X ≥ k) for the number X of successes, each with
// probability p, in n tries.
func atLeastOf(n, k int, p float64) float64 {
	total := 0.0
	for i := k; i <= n; i++ {
		all, _ := math.Lgamma(float64(n + 1))
		in, _ := math.Lgamma(float64(i + 1))
		out, _ := math.Lgamma(float64(n - i + 1))
		total += math.Exp(all - in - out + float64(i)*math.Log(p) + float64(n-i)*math.Log1p(-p))
	}
	return total
}

// TestBoundsAreRefutedByFarSamplesOnly makes all samples of a share that lies at
// its bound: those that refute the bound are fewer than one in a thousand, but
// there are some.
func TestBoundsAreRefutedByFarSamplesOnly(t *testing.T) {
	for _, n := range []int{40, 100, 2000} {
		for _, b := range []bound{atMost(0.01), atMost(0.07), atMost(0.30), atLeast(0.45), atLeast(0.95)} {
			refuted := 0.0
			for k := range n + 1 {
				if b.refutes(sample{n: float64(n), sum: float64(k), squares: float64(k)}) {
					refuted += atLeastOf(n, k, b.limit) - atLeastOf(n, k+1, b.limit)
				}
			}
			if !(refuted > 0.0001 && refuted < 0.001) {
				t.Errorf("of %d users, a share that is %v is refuted with probability %.5f", n, b, refuted)
			}
		}
	}
}
