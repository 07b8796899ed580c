package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestStudentT holds the values of research/stats.md 2.6.
func TestStudentT(t *testing.T) {
	for _, test := range []struct{ x, nu, want float64 }{
		{1.2, 7, 0.8654140316},
		{-2.5, 4.5, 0.0299528433},
	} {
		got, _ := newStudentT(test.nu).at(test.x)
		near(t, fmt.Sprintf("CDF(%v; %v)", test.x, test.nu), got, test.want, 5e-11)
	}
	near(t, "q.95(7)", studentQuantile(0.95, 7), 1.8945786051, 5e-11)
	near(t, "q.95(3)", studentQuantile(0.95, 3), 2.3533634348, 5e-11)
	near(t, "q.95(1)", studentQuantile(0.95, 1), math.Tan(0.45*math.Pi), 1e-10)
	near(t, "q.975(2)", studentQuantile(0.975, 2), 0.95/math.Sqrt(2*0.975*0.025), 1e-10)
	near(t, "q.95 of many", studentQuantile(0.95, 1e9), normal95, 1e-8)
	near(t, "q.5", studentQuantile(0.5, 5), 0, 1e-12)
}

// TestStudentTable compares the table with the finite series for whole ν and
// with the incomplete beta function, inside the table, at its end and beyond.
func TestStudentTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, nu := range []int{4, 5, 6, 7, 10, 30, 79, 80, 81, 107, 523, 2603, 15659} {
		table := newStudentT(float64(nu))
		xs := []float64{0, 1.0 / tableCells, tableEnd - 1e-9, tableEnd, tableEnd + 1e-9, 100, 1e6, 1e300}
		for range 200 {
			xs = append(xs, 8*rng.NormFloat64())
		}
		for _, x := range xs {
			got, density := table.at(x)
			name := fmt.Sprintf("CDF(%v; %d)", x, nu)
			near(t, name, got, refCDF(x, nu), 1e-12)
			tail := studentTail(math.Abs(x), float64(nu))
			near(t, name+" by its tail", min(got, 1-got), tail, 1e-12)
			near(t, name+" density", density, table.density(x), 1e-9)
			mirror, _ := table.at(-x)
			near(t, name+" mirrored", got+mirror, 1, 1e-15)
		}
	}
}

func TestStudentQuantileInverts(t *testing.T) {
	for _, nu := range []float64{0.5, 0.7, 1, 1.5, 3, 4.5, 20, 500, 5000} {
		for _, p := range []float64{0.5, 0.6, 0.75, 0.9, 0.95, 0.975, 0.999} {
			x := studentQuantile(p, nu)
			if math.IsInf(x, 1) {
				continue
			}
			near(t, fmt.Sprintf("tail at the %v quantile of ν %v", p, nu), studentTail(x, nu), 1-p, 1e-11)
		}
	}
	if x := studentQuantile(0.975, 0.01); !math.IsInf(x, 1) {
		t.Errorf("quantile of a hundredth degree of freedom = %v, want +Inf", x)
	}
}

// TestQuantileHard asks for quantiles of mixtures that are hard for Newton's
// method: far apart, of very unequal widths, flat between.
func TestQuantileHard(t *testing.T) {
	table := newStudentT(4)
	for _, parts := range [][]component{
		{{0.5, -1, 0.1}, {0.5, 1, 0.1}},
		{{0.5, -900, 0.1}, {0.5, 900, 0.1}},
		{{0.05, 0, 0.1}, {0.95, 1e4, 0.1}},
		{{0.999, 0, 0.1}, {0.001, 0, 1e5}},
		{{1, 0.3, 0.1}},
	} {
		m := mixture{table, parts}
		for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
			z := studentQuantile(max(p, 1-p), 4)
			if p < 0.5 {
				z = -z
			}
			near(t, fmt.Sprintf("CDF at the %v quantile of %v", p, parts), m.below(m.quantile(p, z)), p, 1e-11)
		}
	}
}

// TestSolve gives Newton's method functions on which it runs in circles, stands
// still or runs away.
func TestSolve(t *testing.T) {
	for _, test := range []struct {
		name       string
		f          func(x float64) (value, slope float64)
		low, high  float64
		start, end float64
	}{
		{"in circles", func(x float64) (float64, float64) {
			return math.Copysign(math.Sqrt(math.Abs(x-0.1)), x-0.1), 0.5 / math.Sqrt(math.Abs(x-0.1))
		}, -2, 3, 1, 0.1},
		{"flat", func(x float64) (float64, float64) { return math.Copysign(1, x-0.7), 0 }, 0, 1, 0.2, 0.7},
		{"away", func(x float64) (float64, float64) { return math.Atan(x), 1 / (1 + x*x) }, -50, 80, 70, 0},
		{"start outside", func(x float64) (float64, float64) { return x - 0.3, 1 }, 0, 1, 9, 0.3},
		{"found at once", func(x float64) (float64, float64) { return x - 0.5, 1 }, 0, 1, 0.5, 0.5},
		{"no slope given", func(x float64) (float64, float64) { return x - 0.3, math.NaN() }, 0, 1, 0.9, 0.3},
	} {
		near(t, test.name, solve(test.f, test.low, test.high, test.start), test.end, 1e-11)
	}
}

func TestPick(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 300 {
		n := 1 + rng.IntN(60)
		xs := make([]float64, n)
		values := 1 + rng.IntN(n) // few values make many ties
		for i := range xs {
			xs[i] = float64(rng.IntN(values))
		}
		sorted := slices.Sorted(slices.Values(xs))
		k := rng.IntN(n)
		pick(xs, k)
		if xs[k] != sorted[k] || slices.Max(xs[:k+1]) > xs[k] || slices.Min(xs[k:]) < xs[k] {
			t.Fatalf("pick(%d) gave %v", k, xs)
		}
	}
}
