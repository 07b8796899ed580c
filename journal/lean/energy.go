package lean

import (
	"math"

	"heliotrope/journal"
)

// The constants of the energy dial; variances are in units of σ², that of one
// moment around what its track and its week give (METHOD.md, section 3).
const (
	energyDrift     = 0.007 // q: of a week's step of the difference
	energyJump      = 1.0   // of its step into the week of a declared change of work
	energyMood      = 0.2   // of the effect of a week
	energyPrior     = 4.0   // of the difference before anything is known of it
	energyScale2    = 0.8   // s0², the prior scale of σ²
	energyAllowance = 0.12  // points, for what may be misjudged the same way every week
	energyMost      = 4.0   // points, the end of the scale
)

// mixed is the linear mixed model of the energies of moments, filtered week by
// week. Moment i of week w with the regressor x has the energy
//
//	e_i = μ_w + x_i δ_w + a_w + ε_i,   ε ~ N(0, σ²), a_w ~ N(0, mood σ²)
//
// where the level μ starts flat and steps by N(0, ¼(q + jump)σ²) a week, and the
// difference δ starts from N(0, prior σ²) and steps by N(0, (q + jump)σ²). With
// x = ½ for a people moment and -½ for a technical one, that is two tracks that
// walk on their own by half as much each.
//
// Source: Laird and Ware, Biometrics 38:963, 1982; the filter is that of Durbin
// and Koopman, Time Series Analysis by State Space Methods, 2nd ed. 2012, 4.3
// with the observations of a week taken one by one (6.4) and a diffuse start of
// the level (5.2); for ratings of one person over time see Asparouhov, Hamaker
// and Muthén, Structural Equation Modeling 25:359, 2018.
type mixed struct {
	drift, mood, prior float64

	mean     [3]float64    // of μ, δ and a, the effect of the present week
	variance [3][3]float64 // of the same, in units of σ²
	n        int           // moments so far
	sse      float64       // Σ v²/F over them, but the first
	logF     float64       // Σ ln F over the same
}

// begin goes to the next week, for which the work was declared to change or not.
func (m *mixed) begin(jump float64) {
	if m.n == 0 {
		m.variance = [3][3]float64{1: {1: m.prior}}
	} else {
		m.variance[0][0] += (m.drift + jump) / 4
		m.variance[1][1] += m.drift + jump
	}
	m.mean[2] = 0
	for i := range m.variance {
		m.variance[i][2], m.variance[2][i] = 0, 0
	}
	m.variance[2][2] = m.mood
}

// observe takes in the moments of the present week with the regressor x: for the
// model n of them are one with their mean, of variance σ²/n, and what they differ
// among themselves.
func (m *mixed) observe(x float64, moments Tally) {
	mean, ok := moments.Mean()
	if !ok {
		return
	}
	n := float64(moments.N)
	within := float64(moments.Squares) - mean*float64(moments.Sum)
	m.see(x, mean, n, max(within, 0))
}

// see takes in n observations with the regressor x, their mean y and the sum of
// squares within them.
func (m *mixed) see(x, y, n, within float64) {
	row := [3]float64{1, x, 1}
	var cov [3]float64 // of the state with what is observed
	v, f := y, 1/n
	for i := range row {
		for j := range row {
			cov[i] += m.variance[i][j] * row[j]
		}
		v -= row[i] * m.mean[i]
		f += row[i] * cov[i]
	}
	if m.n == 0 { // nothing is known of μ: it takes all of v
		m.mean[0] += v
		m.variance[0][0] = f
		for i := 1; i < 3; i++ {
			m.variance[0][i], m.variance[i][0] = -cov[i], -cov[i]
		}
		m.logF += math.Log(n)
	} else {
		for i := range row {
			m.mean[i] += cov[i] * v / f
			for j := range row {
				m.variance[i][j] -= cov[i] * cov[j] / f
			}
		}
		m.sse += v * v / f
		m.logF += math.Log(n * f)
	}
	m.sse += within
	m.n += int(n)
}

// posterior returns the degrees of freedom of δ's Student t and σ̂².
func (m *mixed) posterior() (nu, sigma2 float64) {
	nu = priorFreedom + float64(m.n) - 1
	return nu, (priorFreedom*energyScale2 + m.sse) / nu
}

// tracks is what is known of μ and δ in one week.
type tracks struct {
	level, difference float64
	variance          [3]float64 // of μ, of both, of δ, in units of σ²
}

func (m *mixed) tracks() tracks {
	return tracks{m.mean[0], m.mean[1], [3]float64{m.variance[0][0], m.variance[0][1], m.variance[1][1]}}
}

// energyWalk is the mixed model over the calendar weeks of a journal.
type energyWalk struct {
	smooth  []tracks // given all data
	sigma2  float64  // likewise
	student *student // of the posterior given all data
}

// rated reports whether w counts for energy.
func rated(w *Week) bool { return !w.Away && w.Energy.Technical.N+w.Energy.People.N > 0 }

// energyOf returns the dial of energy.
func energyOf(logged []Week, events []journal.Event, to journal.Week, r rule) (Energy, energyWalk) {
	var e Energy
	c := calendarOf(logged, rated, events, to)
	model := mixed{drift: energyDrift, mood: energyMood, prior: energyPrior}
	states := passage{rule: r}
	filtered := make([]tracks, len(c.weeks))
	technical, people := 0, 0
	for t, w := range c.weeks {
		model.begin(c.jump(t, energyJump))
		if w != nil {
			model.observe(-0.5, w.Energy.Technical)
			model.observe(0.5, w.Energy.People)
			technical += w.Energy.Technical.N
			people += w.Energy.People.N
		}
		filtered[t] = model.tracks()
		nu, sigma2 := model.posterior()
		now := component{1, model.mean[1], widened(sigma2*model.variance[1][1], energyAllowance)}
		states.see(look{
			week: c.first + t, counts: w != nil, change: c.changes[t],
			insufficient: min(technical, people) < FirstRated,
			people:       func() float64 { return mixture{now}.peopleFor(r, nu) },
			near:         func(width float64) float64 { return mixture{now}.nearFor(r, width, nu) },
		})
	}
	e.Dial = states.dial()
	walk := energyWalk{smooth: filtered}
	walk.back(c)
	if min(technical, people) >= FirstRated {
		nu, sigma2 := model.posterior()
		walk.sigma2, walk.student = sigma2, newStudent(nu)
		e.Levels = walk.levels(c.first)
	}
	return e, walk
}

// back goes back from the last week and gives each what the later ones say: the
// smoother of Rauch, Tung and Striebel, AIAA Journal 3:1445, 1965, in two
// dimensions, J = P (P+Q)⁻¹.
func (k energyWalk) back(c calendar) {
	for t := len(k.smooth) - 2; t >= 0; t-- {
		step := energyDrift + c.jump(t+1, energyJump)
		k.smooth[t] = k.smooth[t].given(k.smooth[t+1], step/4, step)
	}
}

// given returns what is known of a week when of the next one later is, for steps
// of the given variances.
func (s tracks) given(later tracks, level, difference float64) tracks {
	a, b, d := s.variance[0], s.variance[1], s.variance[2]
	p, q := a+level, d+difference
	det := p*q - b*b
	// J = [a b; b d] [q -b; -b p] / det
	j := [2][2]float64{
		{(a*q - b*b) / det, (b*p - a*b) / det},
		{(b*q - b*d) / det, (d*p - b*b) / det},
	}
	dl, dd := later.level-s.level, later.difference-s.difference
	s.level += j[0][0]*dl + j[0][1]*dd
	s.difference += j[1][0]*dl + j[1][1]*dd

	// (I-J) P (I-J)ᵀ + J (Q + V) Jᵀ, a sum of what is never negative.
	rest := [2][2]float64{{1 - j[0][0], -j[0][1]}, {-j[1][0], 1 - j[1][1]}}
	own := sandwich(rest, [3]float64{a, b, d})
	next := sandwich(j, [3]float64{later.variance[0] + level, later.variance[1], later.variance[2] + difference})
	for i := range own {
		s.variance[i] = own[i] + next[i]
	}
	return s
}

// sandwich returns A V Aᵀ, for a symmetric V given by its upper triangle.
func sandwich(a [2][2]float64, v [3]float64) [3]float64 {
	return [3]float64{
		a[0][0]*a[0][0]*v[0] + 2*a[0][0]*a[0][1]*v[1] + a[0][1]*a[0][1]*v[2],
		a[0][0]*a[1][0]*v[0] + (a[0][0]*a[1][1]+a[0][1]*a[1][0])*v[1] + a[0][1]*a[1][1]*v[2],
		a[1][0]*a[1][0]*v[0] + 2*a[1][0]*a[1][1]*v[1] + a[1][1]*a[1][1]*v[2],
	}
}

// levels returns one level a week, the first of which has the index first.
func (k energyWalk) levels(first int) []Level {
	levels := make([]Level, len(k.smooth))
	for t, at := range k.smooth {
		m := mixture{{1, at.difference, widened(k.sigma2*at.variance[2], energyAllowance)}}
		levels[t] = m.level(k.student, energyMost)
		levels[t].Week = journal.WeekAt(first + t)
	}
	return levels
}

// between returns the posterior of δ_b - δ_a, as [levelWalk.between] does.
func (k energyWalk) between(a, b int) Level {
	variance := k.smooth[a].variance[2] + k.smooth[b].variance[2]
	scale := widened(k.sigma2*variance, math.Sqrt2*energyAllowance)
	m := mixture{{1, k.smooth[b].difference - k.smooth[a].difference, scale}}
	return m.level(k.student, 2*energyMost)
}
