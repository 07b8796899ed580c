package lean

import (
	"math"
	"slices"

	"heliotrope/journal"
)

// refCDF is Student's t for whole ν (Abramowitz and Stegun, 26.7.3 and 26.7.4).
func refCDF(x float64, nu int) float64 {
	theta := math.Atan(x / math.Sqrt(float64(nu)))
	sin, cos := math.Sin(theta), math.Cos(theta)
	if nu%2 == 0 {
		sum, term := 0.0, 1.0
		for k := 0; k <= nu-2; k += 2 {
			sum += term
			term *= float64(k+1) / float64(k+2) * cos * cos
		}
		return 0.5 + sin*sum/2
	}
	sum, term := 0.0, cos
	for k := 1; k <= nu-2; k += 2 {
		sum += term
		term *= float64(k+1) / float64(k+2) * cos * cos
	}
	return 0.5 + (theta+sin*sum)/math.Pi
}

// cholesky returns the lower factor of a positive definite matrix.
func cholesky(a [][]float64) [][]float64 {
	l := make([][]float64, len(a))
	for i := range a {
		l[i] = make([]float64, len(a))
		for j := 0; j <= i; j++ {
			s := a[i][j]
			for k := range j {
				s -= l[i][k] * l[j][k]
			}
			if i == j {
				l[i][i] = math.Sqrt(s)
			} else {
				l[i][j] = s / l[j][j]
			}
		}
	}
	return l
}

// forward solves l x = b.
func forward(l [][]float64, b []float64) []float64 {
	x := slices.Clone(b)
	for i := range x {
		for k := range i {
			x[i] -= l[i][k] * x[k]
		}
		x[i] /= l[i][i]
	}
	return x
}

func dot(a, b []float64) (s float64) {
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

// refSmooth returns means and variances of the level in weeks 0 … n-1 after
// the first observed one, SSE and ln F, for observations y at weeks at with
// noise c. walk[t] is the variance of the walk from week 0 to week t, so the
// prior covariance of two weeks is that of the earlier one.
func refSmooth(y, c []float64, at []int, walk []float64) (mean, variance []float64, sse, logF float64) {
	n := len(y)
	sigma := make([][]float64, n)
	for i := range sigma {
		sigma[i] = make([]float64, n)
		for j := range sigma[i] {
			sigma[i][j] = walk[min(at[i], at[j])]
		}
		sigma[i][i] += c[i]
	}
	l := cholesky(sigma)
	ones := make([]float64, n)
	for i := range ones {
		ones[i] = 1
		logF += 2 * math.Log(l[i][i])
	}
	u, v := forward(l, ones), forward(l, y)
	information := dot(u, u)
	start := dot(u, v) / information
	logF += math.Log(information)
	sse = dot(v, v) - dot(u, v)*dot(u, v)/information
	for t := range walk {
		k := make([]float64, n)
		for i := range k {
			k[i] = walk[min(t, at[i])]
		}
		g := forward(l, k)
		rest := 1 - dot(u, g)
		mean = append(mean, start+dot(g, v)-start*dot(g, u))
		variance = append(variance, walk[t]-dot(g, g)+rest*rest/information)
	}
	return mean, variance, sse, logF
}

// refLevels returns {mid, lo50, hi50, lo90, hi90, pPeople} a calendar week.
func refLevels(weeks []refWeek, events []journal.Event, to int) [][6]float64 {
	first := weeks[0].week
	bump := map[int]float64{}
	for _, e := range events {
		if e.Kind == journal.RoleEvent || e.Kind == journal.TeamEvent || e.Kind == journal.CompanyEvent {
			bump[e.Week.Index()-first] = 4
		}
	}
	var y, c []float64
	var at []int
	splits := 0
	for _, w := range weeks {
		y, c, at = append(y, w.l), append(c, w.c), append(at, w.week-first)
		if w.hasSplit {
			splits++
		}
	}
	s0 := 0.40
	if 2*splits >= len(weeks) {
		s0 = 0.25
	}
	nu := 4 + len(weeks) - 1
	var fits []refFit
	for i := range 25 {
		q := math.Pow(10, -3+float64(i)*(math.Log10(2)+3)/24)
		walk := make([]float64, to-first+1)
		for t := 1; t < len(walk); t++ {
			walk[t] = walk[t-1] + q + bump[t]
		}
		mean, variance, sse, logF := refSmooth(y, c, at, walk)
		ss := 4*s0*s0 + sse
		d := math.Log(q / 0.05)
		fits = append(fits, refFit{-logF/2 - float64(nu)/2*math.Log(ss) - d*d/(2*1.5*1.5), ss / float64(nu), mean, variance})
	}
	return refMixtures(fits, nu, to-first+1)
}

// refFit is the fit for one q: its weight as a logarithm, σ̂², and the level.
type refFit struct {
	log, sigma2    float64
	mean, variance []float64
}

// refMixtures mixes the fits and finds their quantiles.
func refMixtures(fits []refFit, nu, weeks int) [][6]float64 {
	greatest, total := math.Inf(-1), 0.0
	for _, f := range fits {
		greatest = math.Max(greatest, f.log)
	}
	for _, f := range fits {
		total += math.Exp(f.log - greatest)
	}
	var levels [][6]float64
	for t := range weeks {
		cdf := func(x float64) (p float64) {
			for _, f := range fits {
				p += math.Exp(f.log-greatest) / total * refCDF((x-f.mean[t])/math.Sqrt(f.sigma2*f.variance[t]+0.01), nu)
			}
			return p
		}
		quantile := func(p float64) float64 {
			low, high := -100.0, 100.0
			for high-low > 1e-12 {
				if middle := (low + high) / 2; cdf(middle) < p {
					low = middle
				} else {
					high = middle
				}
			}
			return math.Max(-1, math.Min(1, (low+high)/2))
		}
		levels = append(levels, [6]float64{quantile(.5), quantile(.25), quantile(.75), quantile(.05), quantile(.95), 1 - cdf(0)})
	}
	return levels
}
