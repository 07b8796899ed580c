package lean

import (
	"fmt"
	"math"
	"testing"
)

// kendallTable is table A18 of Gilbert, Statistical Methods for Environmental
// Pollution Monitoring, 1987, after Kendall 1975: the probability that S is at
// least as great among n values without a trend.
var kendallTable = map[int]map[int]float64{
	4: {0: 0.625, 2: 0.375, 4: 0.167, 6: 0.042},
	5: {0: 0.592, 2: 0.408, 4: 0.242, 6: 0.117, 8: 0.042, 10: 0.0083},
	6: {1: 0.500, 3: 0.360, 5: 0.235, 7: 0.136, 9: 0.068, 11: 0.028, 13: 0.0083, 15: 0.0014},
	7: {
		1: 0.500, 3: 0.386, 5: 0.281, 7: 0.191, 9: 0.119, 11: 0.068, 13: 0.035, 15: 0.015,
		17: 0.0054, 19: 0.0014, 21: 0.00020,
	},
	8: {
		0: 0.548, 2: 0.452, 4: 0.360, 6: 0.274, 8: 0.199, 10: 0.138, 12: 0.089, 14: 0.054,
		16: 0.031, 18: 0.016, 20: 0.0071, 22: 0.0028, 24: 0.00087, 26: 0.00019, 28: 0.000025,
	},
	9: {
		0: 0.540, 2: 0.460, 4: 0.381, 6: 0.306, 8: 0.238, 10: 0.179, 12: 0.130, 14: 0.090,
		16: 0.060, 18: 0.038, 20: 0.022, 22: 0.012, 24: 0.0063, 26: 0.0029, 28: 0.0012, 30: 0.00043,
		32: 0.00012, 34: 0.000025, 36: 0.0000028,
	},
	10: {
		1: 0.500, 3: 0.431, 5: 0.364, 7: 0.300, 9: 0.242, 11: 0.190, 13: 0.146, 15: 0.108,
		17: 0.078, 19: 0.054, 21: 0.036, 23: 0.023, 25: 0.014, 27: 0.0083, 29: 0.0046, 31: 0.0023,
		33: 0.0011, 35: 0.00047, 37: 0.00018, 39: 0.000058, 41: 0.000015, 43: 0.0000028, 45: 0.00000028,
	},
}

// withScore returns 1 … n in an order whose S is s: it starts with all rising,
// and every neighbours' exchange makes 2 less of it.
func withScore(n, s int) []float64 {
	y := make([]float64, n)
	for i := range y {
		y[i] = float64(i + 1)
	}
	for left := (n*(n-1)/2 - s) / 2; left > 0; {
		for i := 0; i+1 < n && left > 0; i++ {
			if y[i] < y[i+1] {
				y[i], y[i+1] = y[i+1], y[i]
				left--
			}
		}
	}
	return y
}

// TestKendallTable checks P of MannKendall, which is two-sided, in every cell
// of the table, rising and falling.
func TestKendallTable(t *testing.T) {
	for n, row := range kendallTable {
		for s, want := range row {
			slack := 2 * min(0.0005, digits(want)) // twice half a unit of the last place
			if n == 8 && s == 26 {
				slack *= 2 // 8/8! = 0.000198 is printed cut
			}
			for _, s := range []int{s, -s} {
				k := MannKendall(withScore(n, s), 1)
				if k.S != s {
					t.Fatalf("n = %d: S is %d, want %d", n, k.S, s)
				}
				near(t, fmt.Sprintf("n = %d, S = %d: P", n, s), k.P, min(1, 2*want), slack)
			}
		}
	}
}

// TestExactWhere checks where P is exact and that it is that of Z elsewhere: from
// 11 values on, with ties, and with a factor.
func TestExactWhere(t *testing.T) {
	ofZ := func(k Kendall) float64 { return math.Erfc(math.Abs(k.Z) / math.Sqrt2) }
	for _, test := range []struct {
		name   string
		y      []float64
		factor float64
		exact  float64 // 0 if P is that of Z
	}{
		{"2 values", []float64{1, 2}, 1, 1},
		{"3 rising", []float64{1, 2, 3}, 1, 2.0 / 6},
		{"3 falling", []float64{3, 2, 1}, 1, 2.0 / 6},
		{"10 rising", withScore(10, 45), 1, 2.0 / 3628800},
		{"11 rising", withScore(11, 55), 1, 0},
		{"a tie", []float64{1, 2, 2, 3}, 1, 0},
		{"a factor", []float64{1, 2, 3, 4}, 1.5, 0},
	} {
		k := MannKendall(test.y, test.factor)
		want := test.exact
		if want == 0 {
			want = ofZ(k)
		}
		near(t, test.name, k.P, want, 1e-12)
	}
}
