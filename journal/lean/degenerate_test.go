package lean

import "testing"

// TestSlopeLimitsDegenerate checks limits where there are few points, all
// confidence, or no variance, as in values that are all the same.
func TestSlopeLimitsDegenerate(t *testing.T) {
	times, rising := []float64{1, 2, 4, 5}, []float64{1, 3, 4, 10} // slopes of ½, 1, 2, 2¼, 2⅓ and 6
	for _, test := range []struct {
		name                 string
		t, y                 []float64
		confidence, variance float64
		low, high            float64
	}{
		{"none", nil, nil, 0.9, 0, 0, 0},
		{"one point", times[:1], rising[:1], 0.9, 0, 0, 0},
		{"two points", times[:2], rising[:2], 0.9, 1, 2, 2},
		{"all the same", times, []float64{7, 7, 7, 7}, 0.9, 0, 0, 0},
		{"all confidence", times, rising, 1, 26.0 / 3, 0.5, 6},
		{"all confidence, no variance", times, rising, 1, 0, 2, 2.25},
		{"no confidence", times, rising, 0, 26.0 / 3, 2, 2.25},
	} {
		low, high := SlopeLimits(test.t, test.y, test.confidence, test.variance)
		nearAll(t, test.name, []float64{low, high}, []float64{test.low, test.high}, 1e-12)
	}
}
