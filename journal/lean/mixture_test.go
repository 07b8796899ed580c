package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// studentBelow and studentQuantile are what the package takes from gonum.
func studentBelow(x, nu float64) float64 { return component{1, 0, 1}.below(x, nu) }

func studentQuantile(p, nu float64) float64 { return newFinder(p, nu).z }

// TestStudentInClosedForm has the quantiles that need no integral.
func TestStudentInClosedForm(t *testing.T) {
	near(t, "q.95(1)", studentQuantile(0.95, 1), math.Tan(0.45*math.Pi), 1e-10)
	near(t, "q.975(2)", studentQuantile(0.975, 2), 0.95/math.Sqrt(2*0.975*0.025), 1e-10)
	near(t, "q.5", studentQuantile(0.5, 5), 0, 1e-12)
}

// TestStudentBelow compares with the finite series for whole ν, from the very
// middle, where the other form of the integral loses its digits, to far out.
func TestStudentBelow(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	c := component{weight: 1, mean: 0.3, scale: 0.1}
	for _, nu := range []int{4, 5, 6, 7, 10, 30, 79, 80, 81, 107, 341, 342, 343, 523, 2603, 15659} {
		xs := []float64{0, 1e-300, 1e-12, 1e-9, 1e-7, 1e-6, 1e-5, 1e-3, 100, 1e6, 1e300, math.Inf(1)}
		for range 200 {
			xs = append(xs, 8*rng.NormFloat64())
		}
		for _, x := range xs {
			name := fmt.Sprintf("CDF(%v; %d)", x, nu)
			got := studentBelow(x, float64(nu))
			near(t, name, got, refCDF(x, nu), 5e-12)
			near(t, name+" mirrored", got+studentBelow(-x, float64(nu)), 1, 1e-15)
			if math.Abs(x) < 100 {
				near(t, name+" moved and scaled", c.below(0.3+0.1*x, float64(nu)), got, 1e-12)
			}
		}
	}
}

// TestDensity compares the density of a mixture with the rise of its
// probability, and the slope of the density with its own rise.
func TestDensity(t *testing.T) {
	const h = 1e-5
	rng := rand.New(rand.NewPCG(1, 3))
	for _, nu := range []float64{4, 7, 30, 523, 2603} {
		m := mixture{nu, []component{{0.7, -0.2, 0.12}, {0.3, 0.4, 0.3}}}
		for range 100 {
			x := 2*rng.Float64() - 1
			density, slope := m.density(x)
			before, _ := m.density(x - h)
			after, _ := m.density(x + h)
			name := fmt.Sprintf("at %v with ν %v", x, nu)
			near(t, "density "+name, density, (m.below(x+h)-m.below(x-h))/(2*h), 1e-7)
			near(t, "slope "+name, slope, (after-before)/(2*h), 1e-5)
		}
	}
}

// TestStudentQuantileInverts asks for the quantiles that the package asks for.
func TestStudentQuantileInverts(t *testing.T) {
	for _, nu := range []float64{0.5, 0.7, 1, 1.5, 3, 4.5, 20, 500, 5000, 15659} {
		for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95, 0.975} {
			x := studentQuantile(p, nu)
			near(t, fmt.Sprintf("CDF at the %v quantile of ν %v", p, nu), studentBelow(x, nu), p, 1e-11)
		}
	}
}

// TestQuantileHard asks for quantiles of mixtures that are hard for Newton's
// method: far apart, of very unequal widths, flat between. One that was far off
// does not mislead the search for the next.
func TestQuantileHard(t *testing.T) {
	hard := [][]component{
		{{0.5, -1, 0.1}, {0.5, 1, 0.1}},
		{{0.5, -900, 0.1}, {0.5, 900, 0.1}},
		{{0.05, 0, 0.1}, {0.95, 1e4, 0.1}},
		{{0.999, 0, 0.1}, {0.001, 0, 1e5}},
		{{1, 0.3, 0.1}},
	}
	for _, nu := range []float64{4, 30, 2603} {
		for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
			f := newFinder(p, nu)
			for _, parts := range append(slices.Clone(hard), hard...) {
				m := mixture{nu, parts}
				name := fmt.Sprintf("CDF at the %v quantile of %v with ν %v", p, parts, nu)
				near(t, name, m.below(newFinder(p, nu).find(m)), p, 1e-11)
				near(t, name+" after another", m.below(f.find(m)), p, 1e-10)
			}
		}
	}
}

// TestSolve gives Newton's method functions on which it runs in circles, stands
// still or runs away.
func TestSolve(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, test := range []struct {
		name       string
		f          func(x float64) (value, slope, bend float64)
		low, high  float64
		start, end float64
	}{
		{"in circles", func(x float64) (float64, float64, float64) {
			root := math.Sqrt(math.Abs(x - 0.1))
			return math.Copysign(root, x-0.1), 0.5 / root, 0
		}, -2, 3, 1, 0.1},
		{"slowly", func(x float64) (float64, float64, float64) {
			root := math.Sqrt(math.Abs(x - 0.1))
			return math.Copysign(root, x-0.1), 0.5 / root, -0.25 / root / (x - 0.1)
		}, -2, 3, 1, 0.1},
		{"flat", func(x float64) (float64, float64, float64) { return math.Copysign(1, x-0.7), 0, 0 }, 0, 1, 0.2, 0.7},
		{"away", func(x float64) (float64, float64, float64) { return math.Atan(x), 1 / (1 + x*x), 0 }, -50, 80, 70, 0},
		{"bent away", func(x float64) (float64, float64, float64) { return x - 0.3, 1, 1e9 * (x - 0.3) }, 0, 1, 0.9, 0.3},
		{"start outside", func(x float64) (float64, float64, float64) { return x - 0.3, 1, 0 }, 0, 1, 9, 0.3},
		{"found at once", func(x float64) (float64, float64, float64) { return x - 0.5, 1, 0 }, 0, 1, 0.5, 0.5},
		{"no slope given", func(x float64) (float64, float64, float64) { return x - 0.3, nan, 0 }, 0, 1, 0.9, 0.3},
		{"no bend given", func(x float64) (float64, float64, float64) { return x - 0.3, 1, nan }, 0, 1, 0.9, 0.3},
		{"endless bend", func(x float64) (float64, float64, float64) { return x - 0.3, 1, inf }, 0, 1, 0.9, 0.3},
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
