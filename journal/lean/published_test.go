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
// and every neighbors' exchange makes 2 less of it.
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
		{"10 that score 23", withScore(10, 23), 1, 2 * 84592.0 / 3628800},
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

// published are data sets with the figures that their source prints, none of
// them in testdata/oracles.json. A figure that is not printed is not checked.
var published = []struct {
	source string
	y      []float64
	expect map[string]float64 // p is two-sided
}{
	{
		// R's help of cor.test prints p for the exact test. Here are the panel's
		// scores in the order of the lightness measured.
		source: "Hollander and Wolfe 1973, p. 187: canned tuna",
		y:      []float64{2.5, 4.0, 2.6, 3.6, 2.8, 3.1, 5.2, 5.0, 3.8},
		expect: map[string]float64{"tau": 0.4444444, "p": 0.1194},
	},
	{
		// C and the one-sided P of .117 that table A18 has as well.
		source: "Hollander, Wolfe and Chicken 2014, example 9.1: cloud seeding by year",
		y:      []float64{1.26, 1.27, 1.12, 1.16, 1.03},
		expect: map[string]float64{"S": -6, "tau": -0.6, "p": 2 * 0.117},
	},
	{
		source: "EPA, Data Quality Assessment: Statistical Methods for Practitioners, QA/G-9S, 2006, p. 109",
		y:      []float64{10, 10, 10, 5, 10, 20, 18, 17, 15, 24, 15},
		expect: map[string]float64{"S": 22, "var": 155.33, "Z": 1.685},
	},
	{
		// The source adds .0018 beyond Z on one side.
		source: "Little, A Mann-Kendall example by hand, College of the Holy Cross",
		y:      []float64{12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7},
		expect: map[string]float64{"S": 54, "Z": 2.9058, "p": 2 * 0.0018},
	},
	{
		source: "Wisconsin Administrative Code NR 746, appendix, table A",
		y:      []float64{100, 50, 85, 75, 50},
		expect: map[string]float64{"S": -5},
	},
}

func TestPublished(t *testing.T) {
	for _, test := range published {
		t.Run(test.source, func(t *testing.T) {
			k := MannKendall(test.y, 1)
			n := len(test.y)
			got := map[string]float64{
				"S": float64(k.S), "var": k.Var, "Z": k.Z, "p": k.P,
				"tau": float64(2*k.S) / float64(n*(n-1)),
			}
			for key, want := range test.expect {
				slack := digits(want)
				if key == "p" && n != 9 {
					slack = 2 * digits(want/2) // twice a printed figure
				}
				near(t, key, got[key], want, slack)
			}
		})
	}
}

// TestNorway checks the local-level model of Commandeur and Koopman, An
// Introduction to State Space Time Series Analysis, 2007, 2.3: the logarithm of
// the road traffic fatalities of Norway from 1970 to 2003, with the variances,
// the log likelihood per year and the first level that they print.
func TestNorway(t *testing.T) {
	y := []float64{
		560, 533, 490, 511, 509, 539, 471, 442, 434, 437, 362, 338, 401, 409, 407, 402, 452,
		398, 378, 381, 332, 323, 325, 281, 283, 305, 255, 303, 352, 304, 341, 275, 312, 280,
	}
	for i := range y {
		y[i] = math.Log(y[i])
	}
	const irregular, level = 0.00326838, 0.0047026
	n, last := float64(len(y)), len(y)-1
	likelihoodOf := func(fit Smoothed) float64 {
		return -0.5 * ((n-1)*math.Log(2*math.Pi*irregular) + fit.LogF[last] + fit.SSE[last]/irregular)
	}
	fit := Smooth(plain(y), level/irregular)
	likelihood := likelihoodOf(fit)
	same(t, "log likelihood per year", likelihood/n, 0.8468622)
	same(t, "level of 1970", fit.Mean[0], 6.3048)

	// They are the most likely ones: either a percent more or less is less so.
	for _, by := range []float64{0.99, 1.01} {
		if l := likelihoodOf(Smooth(plain(y), by*level/irregular)); l >= likelihood {
			t.Errorf("a level variance %v times theirs is likelier: %v, not %v", by, l, likelihood)
		}
	}
}

// TestStudentTable checks the quantiles of Student's t that the books of tables
// print: Fisher and Yates, Statistical Tables for Biological, Agricultural and
// Medical Research, 6th ed. 1963, table III.
func TestStudentTable(t *testing.T) {
	for nu, want := range map[float64][2]float64{
		1: {6.314, 12.706}, 2: {2.920, 4.303}, 3: {2.353, 3.182}, 4: {2.132, 2.776}, 5: {2.015, 2.571},
		10: {1.812, 2.228}, 15: {1.753, 2.131}, 20: {1.725, 2.086}, 30: {1.697, 2.042}, 60: {1.671, 2.000},
		120: {1.658, 1.980},
	} {
		for i, p := range []float64{0.95, 0.975} {
			near(t, fmt.Sprintf("%v with ν = %v", p, nu), quantileT(p, nu), want[i], 0.0005)
		}
	}
}
