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
	// of a weekly T, is smaller where the split of the week was asked.
	priorFreedom     = 4.0
	priorWithSplit   = 0.25
	priorFromMoments = 0.40

	// splitAllowance is b: the standard deviation of a misjudgement that stays
	// the same week after week, here 5 points of share. No series can show it,
	// so it widens every band, until enough evidence says how far this writer's
	// splits are off (differences.allowance; METHOD.md, section 2).
	splitAllowance = 0.10

	// eventVariance is what a declared change of work adds to the variance of
	// the step into its week, in units of σ² (METHOD.md, section 2).
	eventVariance = 4.0

	// leastWeight is the weight of a grid point below which it is left out. It
	// moves no probability by more than 25 times that.
	leastWeight = 1e-12

	// shareWeeks is how many weeks say what tech lead work's share of time is now.
	shareWeeks = 13
)

// calendar is the weeks of a span one by one, as far as a dial sees them.
type calendar struct {
	first   int     // index of the first week
	weeks   []*Week // one a calendar week, nil where nothing was logged
	changes []bool  // whether the work was declared to change in it
}

// calendarOf puts logged weeks on an axis of calendar weeks, from the first that
// counts to the week to. It is empty if none does.
func calendarOf(logged []Week, counts func(*Week) bool, events []journal.Event, to journal.Week) calendar {
	var c calendar
	for i := range logged {
		w := &logged[i]
		if !counts(w) {
			continue
		}
		if c.weeks == nil {
			c.first = w.Week.Index()
			n := to.Index() - c.first + 1
			c.weeks, c.changes = make([]*Week, n), make([]bool, n)
		}
		c.weeks[w.Week.Index()-c.first] = w
	}
	for _, e := range events {
		if t := e.Week.Index() - c.first; e.Kind.ChangesWork() && t >= 0 && t < len(c.changes) {
			c.changes[t] = true
		}
	}
	return c
}

// jump returns the variance that a declared change adds to the step into the week
// at t, or 0: once however many events the week has, as they are one upheaval.
func (c calendar) jump(t int, variance float64) float64 {
	if c.changes[t] {
		return variance
	}
	return 0
}

// levelWalk is the local-level model of T, on a grid of q.
type levelWalk struct {
	grid []Smoothed
	n    []int     // observations up to each step
	s0   []float64 // prior scale of σ as of each step
	b    []float64 // allowance for a misjudged split as of each step

	last    []weight // of each q, from all data
	student *student // of the posterior given all data
}

// timeOf returns the dial of time.
func timeOf(logged []Week, events []journal.Event, to journal.Week, r rule) (Time, levelWalk) {
	c := calendarOf(logged, func(w *Week) bool { return w.Observed }, events, to)
	walk := newLevelWalk(c)
	states := passage{rule: r}
	var d Time
	splits, moments, counted := 0, 0, 0
	for t, w := range c.weeks {
		if w != nil {
			counted++
			moments += w.Moments
			if w.HasSplit {
				splits++
			}
		}
		d.FromMoments = 2*splits < counted
		d.WeeksMissing, d.MomentsMissing = max(firstWeeks-counted, 0), 0
		if d.FromMoments {
			d.MomentsMissing = max(firstMoments-moments, 0)
		}
		states.see(walk.look(c, t, d.WeeksMissing+d.MomentsMissing > 0, r))
	}
	d.Dial = states.dial()
	if counted == 0 {
		d.WeeksMissing = firstWeeks
		return d, walk
	}
	d.Levels = walk.levels(c.first)
	d.Shares = sharesNow(c, d.Levels[len(d.Levels)-1].Mid)
	return d, walk
}

// newLevelWalk fits the model for each q. A change in the first week changes
// nothing, as nothing is known of before.
func newLevelWalk(c calendar) levelWalk {
	n := len(c.weeks)
	s := Series{Y: make([]float64, n), C: make([]float64, n), Jump: make([]float64, n)}
	walk := levelWalk{grid: make([]Smoothed, gridPoints), n: make([]int, n), s0: make([]float64, n), b: make([]float64, n)}
	counted, splits := 0, 0
	var compared differences
	for t, w := range c.weeks {
		s.Y[t], s.Jump[t] = math.NaN(), c.jump(t, eventVariance)
		if w != nil {
			s.Y[t], s.C[t] = w.Time, w.Noise
			counted++
			if w.HasSplit {
				splits++
			}
			compared.see(w)
		}
		walk.b[t] = compared.allowance()
		walk.n[t], walk.s0[t] = counted, priorFromMoments
		if 2*splits >= counted {
			walk.s0[t] = priorWithSplit
		}
	}
	for i := range walk.grid {
		walk.grid[i] = Smooth(s, ratioAt(i))
	}
	if n > 0 {
		var nu float64
		nu, walk.last = walk.weights(n - 1)
		walk.student = newStudent(nu)
	}
	return walk
}

// ratioAt returns the i-th q of the grid.
func ratioAt(i int) float64 {
	return gridLeast * math.Pow(gridMost/gridLeast, float64(i)/(gridPoints-1))
}

// weight is what is known of one q from the data up to some step.
type weight struct {
	point  int     // of the grid
	weight float64 // they add up to 1
	sigma2 float64 // σ̂² = (ν0 s0² + SSE) / ν
}

// weights weighs each q by its marginal likelihood and its prior, from the
// observations up to step t:
//
//	ν = ν0 + n - 1,  ss(q) = ν0 s0² + SSE(q)
//	ln w(q) = -LogF/2 - (ν/2) ln ss + ln prior(q)
//
// Given q the level is a Student t with ν degrees of freedom, since σ² is
// integrated out.
func (k levelWalk) weights(t int) (nu float64, heavy []weight) {
	nu = priorFreedom + float64(k.n[t]) - 1
	heavy = make([]weight, len(k.grid))
	greatest := math.Inf(-1)
	for i := range k.grid {
		fit := &k.grid[i]
		ss := priorFreedom*k.s0[t]*k.s0[t] + fit.SSE[t]
		z := (math.Log(ratioAt(i)) - math.Log(priorRatio)) / priorSpread
		heavy[i] = weight{point: i, weight: -fit.LogF[t]/2 - nu/2*math.Log(ss) - z*z/2, sigma2: ss / nu}
		greatest = max(greatest, heavy[i].weight)
	}
	total := 0.0
	for i := range heavy {
		heavy[i].weight = math.Exp(heavy[i].weight - greatest)
		total += heavy[i].weight
	}
	all, rest := heavy, 0.0
	heavy = heavy[:0]
	for _, w := range all {
		if w.weight >= leastWeight*total {
			heavy = append(heavy, w)
			rest += w.weight
		}
	}
	for i := range heavy {
		heavy[i].weight /= rest
	}
	return nu, heavy
}

// look returns what is known in week t from nothing later, for the rule r.
func (k levelWalk) look(c calendar, t int, insufficient bool, r rule) look {
	nu, heavy := k.weights(t)
	m := make(mixture, len(heavy))
	for i, w := range heavy {
		fit := &k.grid[w.point]
		m[i] = component{w.weight, fit.Filtered[t], widened(w.sigma2*fit.FilteredVar[t], k.b[t])}
	}
	return look{
		week: c.first + t, counts: c.weeks[t] != nil, change: c.changes[t], insufficient: insufficient,
		people: func() float64 { return m.peopleFor(r, nu) },
		near:   func(width float64) float64 { return m.nearFor(r, width, nu) },
	}
}

// levels returns one level a step given all data, the first of which is the week
// with the index first.
func (k levelWalk) levels(first int) []Level {
	m := make(mixture, len(k.last))
	levels := make([]Level, len(k.n))
	b := k.b[len(k.b)-1]
	for t := range levels {
		for i, w := range k.last {
			fit := &k.grid[w.point]
			m[i] = component{w.weight, fit.Mean[t], widened(w.sigma2*fit.Var[t], b)}
		}
		levels[t] = m.level(k.student, 1)
		levels[t].Week = journal.WeekAt(first + t)
	}
	return levels
}

// between returns the posterior of μ_b - μ_a. Given q it is taken as the
// difference of two independent values, with the variance
//
//	σ̂² (V_a + V_b) + 2b².
//
// Both parts err on the side of too wide an interval. The jump that an event
// grants the level cuts most of the tie between the two weeks; what is left of
// it is positive and would make the variance less. And b, the misjudgement
// that stays the same week after week, need not stay the same from one role to
// the next, so it does not cancel.
func (k levelWalk) between(a, b int) Level {
	m := make(mixture, len(k.last))
	allowance := math.Sqrt2 * k.b[len(k.b)-1]
	for i, w := range k.last {
		fit := &k.grid[w.point]
		scale := widened(w.sigma2*(fit.Var[a]+fit.Var[b]), allowance)
		m[i] = component{w.weight, fit.Mean[b] - fit.Mean[a], scale}
	}
	return m.level(k.student, 2)
}

// widened returns the scale of a variance widened by an allowance.
func widened(variance, allowance float64) float64 {
	return math.Sqrt(variance + allowance*allowance)
}

// sharesNow returns the three shares of time now, whose difference is the level.
func sharesNow(c calendar, level float64) Shares {
	sum, n := 0.0, 0
	for t := len(c.weeks) - 1; t >= 0 && n < shareWeeks; t-- {
		if w := c.weeks[t]; w != nil {
			sum += w.Shares.Both
			n++
		}
		if c.changes[t] && n > 0 {
			break
		}
	}
	rest := max(1-sum/float64(n), 0)
	level = min(max(level, -rest), rest)
	return Shares{Technical: (rest - level) / 2, Both: 1 - rest, People: (rest + level) / 2}
}
