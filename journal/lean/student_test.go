package lean

import (
	"math"
	"testing"
)

// What decides on a state without the exact distribution misses it by less than
// half of what counts as close to a limit.
func TestNearlyBelowT(t *testing.T) {
	for nu := priorFreedom; nu < 1e6; nu *= 1.05 {
		for z := 0.0; z < 60; z += 0.01 + z/50 {
			for _, z := range []float64{z, -z} {
				if exact, nearly := belowT(z, nu), nearlyBelowT(z, nu); !(math.Abs(nearly-exact) < nearness/2) {
					t.Fatalf("ν = %v: P(X ≤ %v) is %v, and nearly %v", nu, z, exact, nearly)
				}
			}
		}
	}
}
