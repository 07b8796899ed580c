package lean

import (
	"math"

	"heliotrope/journal"
)

const (
	// The signal-to-noise ratio q is integrated over a grid of log-spaced
	// points with the prior ln q ~ N(ln 0.05, 1.5²) (METHOD.md, section 2).
	gridPoints  = 25
	gridLeast   = 1e-3
	gridMost    = 2.0
	priorRatio  = 0.05
	priorSpread = 1.5

	// The prior of σ² is InvGamma(ν0/2, ν0 s0²/2). s0, the standard deviation
	// of a weekly L, is smaller where the split of the week was asked.
	priorFreedom     = 4.0
	priorWithSplit   = 0.25
	priorFromMoments = 0.40

	// splitAllowance is b: the standard deviation of a misjudgement that stays
	// the same week after week, here 5 points of share. No series can show it,
	// so it widens every band (METHOD.md, section 2).
	splitAllowance = 0.10

	// eventVariance is what a declared change of work adds to the variance of
	// the step into its week, in units of σ² (METHOD.md, section 2).
	eventVariance = 4.0

	// leastWeight is the weight of a grid point below which it is left out. It
	// moves no probability by more than 25 times that.
	leastWeight = 1e-12
)

// seriesOf puts the observed weeks on an axis of calendar weeks, from the
// first of them to the week to. An event that changes the work adds
// eventVariance to the step into its week, once however many events the week
// has: they are one upheaval. Events up to the first observed week
// change nothing, as nothing is known of before.
func seriesOf(observed []Week, events []journal.Event, to journal.Week) Series {
	first := observed[0].Week.Index()
	n := to.Index() - first + 1
	s := Series{Y: make([]float64, n), C: make([]float64, n), Jump: make([]float64, n)}
	for t := range s.Y {
		s.Y[t] = math.NaN()
	}
	for _, w := range observed {
		t := w.Week.Index() - first
		s.Y[t], s.C[t] = w.L, w.Noise
	}
	for _, e := range events {
		if t := e.Week.Index() - first; e.Kind.ChangesWork() && t > 0 && t < n {
			s.Jump[t] = eventVariance
		}
	}
	return s
}

// priorScale returns s0: small if at least half of the weeks have a split.
func priorScale(observed []Week) float64 {
	splits := 0
	for _, w := range observed {
		if w.HasSplit {
			splits++
		}
	}
	if 2*splits >= len(observed) {
		return priorWithSplit
	}
	return priorFromMoments
}

// posterior is the distribution of the level in each week of the series: a
// mixture over the grid of q. Given q the level is a Student t with ν degrees
// of freedom, since σ² is integrated out.
type posterior struct {
	nu        float64
	steps     int
	grid      []gridPoint // those whose weight counts
	allowance float64     // b, which widens every week alike
}

type gridPoint struct {
	weight   float64
	q        float64
	sigma2   float64   // σ̂² = (ν0 s0² + SSE) / ν
	mean     []float64 // of the level given q, each step
	variance []float64 // in units of σ²
}

// newPosterior weighs each q by its marginal likelihood and its prior:
//
//	ν = ν0 + n - 1,  ss(q) = ν0 s0² + SSE(q)
//	ln w(q) = -LogF/2 - (ν/2) ln ss + ln prior(q)
func newPosterior(s Series, s0 float64) posterior {
	n := 0
	for _, y := range s.Y {
		if !math.IsNaN(y) {
			n++
		}
	}
	nu := priorFreedom + float64(n) - 1
	grid := make([]gridPoint, gridPoints)
	logs := make([]float64, gridPoints)
	greatest := math.Inf(-1)
	for i := range grid {
		q := ratioAt(i)
		fit := Smooth(s, q)
		ss := priorFreedom*s0*s0 + fit.SSE
		grid[i] = gridPoint{q: q, sigma2: ss / nu, mean: fit.Mean, variance: fit.Var}
		z := (math.Log(q) - math.Log(priorRatio)) / priorSpread
		logs[i] = -fit.LogF/2 - nu/2*math.Log(ss) - z*z/2
		greatest = math.Max(greatest, logs[i])
	}
	return posterior{
		nu: nu, steps: len(s.Y), grid: weigh(grid, logs, greatest), allowance: splitAllowance,
	}
}

// ratioAt returns the i-th q of the grid.
func ratioAt(i int) float64 {
	return gridLeast * math.Pow(gridMost/gridLeast, float64(i)/(gridPoints-1))
}

// weigh turns logarithms into weights that add up to 1 and drops the points
// that weigh next to nothing.
func weigh(grid []gridPoint, logs []float64, greatest float64) []gridPoint {
	total := 0.0
	for i := range grid {
		grid[i].weight = math.Exp(logs[i] - greatest)
		total += grid[i].weight
	}
	heavy := grid[:0]
	rest := 0.0
	for _, g := range grid {
		if g.weight >= leastWeight*total {
			heavy = append(heavy, g)
			rest += g.weight
		}
	}
	for i := range heavy {
		heavy[i].weight /= rest
	}
	return heavy
}

// at returns the posterior of step t, in the room of parts.
func (p posterior) at(t int, parts []component) mixture {
	parts = parts[:0]
	for i := range p.grid {
		g := &p.grid[i]
		scale := math.Sqrt(g.sigma2*g.variance[t] + p.allowance*p.allowance)
		parts = append(parts, component{weight: g.weight, mean: g.mean[t], scale: scale})
	}
	return mixture{nu: p.nu, parts: parts}
}

// levels returns one Level a step, the first of which is the week from, and
// the swings between the sides.
func (p posterior) levels(from journal.Week, weeks int) ([]Level, []Swing) {
	var (
		levels        = make([]Level, p.steps)
		parts         = make([]component, 0, len(p.grid))
		first         = from.Index()
		mid           = newFinder(0.50, p.nu)
		low50, high50 = newFinder(0.25, p.nu), newFinder(0.75, p.nu)
		low90, high90 = newFinder(0.05, p.nu), newFinder(0.95, p.nu)
		watch         = swingWatch{}
	)
	for t := range levels {
		m := p.at(t, parts)
		at := func(f *finder) float64 { return min(max(f.find(m), -1), 1) }
		levels[t] = Level{
			Week:              journal.WeekAt(first + t),
			Mid:               at(mid),
			Low50:             at(low50),
			High50:            at(high50),
			Low90:             at(low90),
			High90:            at(high90),
			ProbabilityPeople: 1 - m.below(0),
		}
		watch.see(levels[t], m)
	}
	if weeks < sideWeeks {
		return levels, nil
	}
	return levels, watch.swings
}
