package lean

import (
	"math"
	"reflect"
	"testing"
)

// TestFewValues gives none, one and two values to what is exported for any
// series.
func TestFewValues(t *testing.T) {
	for n := range 3 {
		times, y := []float64{1, 3}[:n], []float64{5, 9}[:n]
		k := MannKendall(y, 1)
		if want := []Kendall{{P: 1}, {P: 1}, {S: 1, Var: 1, P: 1}}[n]; k != want || math.Signbit(k.Var) {
			t.Errorf("%d values: %+v, want %+v", n, k, want)
		}
		slope, intercept := TheilSen(times, y)
		nearAll(t, "line", []float64{slope, intercept}, [][]float64{{0, 0}, {0, 0}, {2, 3}}[n], 0)
		for _, least := range []int{0, 1, 6} {
			want := Change{P: 1}
			if n == 2 && least < 6 {
				want = Change{After: 1, K: 1, P: 1}
			}
			if c := Pettitt(y, least); c != want {
				t.Errorf("%d values, at least %d: %+v, want %+v", n, least, c, want)
			}
		}
		fit := Smooth(plain(y), 0.1)
		want := []Smoothed{{}, {Filtered: y, FilteredVar: []float64{1}, Mean: y, Var: []float64{1}}}
		if n < 2 && !reflect.DeepEqual(fit, want[n]) {
			t.Errorf("%d values: %+v, want %+v", n, fit, want[n])
		}
	}
	if fit := Smooth(Series{}, 0.1); !reflect.DeepEqual(fit, Smoothed{}) {
		t.Errorf("no series: %+v", fit)
	}
}

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
