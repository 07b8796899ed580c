package lean

import (
	"math"
	"slices"
)

// y is T as ranks see it: to nine decimals.
func (w refWeek) y() float64 { return math.Round(w.t*1e9) / 1e9 }

// refTrend returns slope a quarter, limits, Z and p.
func refTrend(weeks []refWeek) [5]float64 {
	n := len(weeks)
	if !slices.ContainsFunc(weeks, func(w refWeek) bool { return w.y() != weeks[0].y() }) {
		return [5]float64{4: 1} // all the same
	}
	var all, residuals []float64
	s := 0.0
	ties := map[float64]float64{}
	for i, w := range weeks {
		ties[w.y()]++
		for _, v := range weeks[i+1:] {
			all = append(all, (v.y()-w.y())/float64(v.week-w.week))
			switch {
			case v.y() > w.y():
				s++
			case v.y() < w.y():
				s--
			}
		}
	}
	slices.Sort(all)
	size := len(all)
	b := (all[(size-1)/2] + all[size/2]) / 2
	mean := 0.0
	for _, w := range weeks {
		residuals = append(residuals, w.y()-b*float64(w.week))
		mean += residuals[len(residuals)-1] / float64(n)
	}
	factor := refFactor(n, refRho(weeks, residuals))
	variance := float64(n*(n-1)*(2*n+5)) / 18
	for _, g := range ties {
		variance -= g * (g - 1) * (2*g + 5) / 18
	}
	variance *= factor
	z := 0.0
	switch {
	case s > 0:
		z = (s - 1) / math.Sqrt(variance)
	case s < 0:
		z = (s + 1) / math.Sqrt(variance)
	}
	reach := 1.6448536269514722 * math.Sqrt(variance)
	low := int(math.RoundToEven((float64(size) - reach) / 2))
	high := int(math.RoundToEven((float64(size)+reach)/2)) + 1
	low, high = max(low, 1), min(high, size)
	return [5]float64{13 * b, 13 * all[low-1], 13 * all[high-1], z, 2 * (1 - 0.5*(1+math.Erf(math.Abs(z)/math.Sqrt2)))}
}

func refRho(weeks []refWeek, residuals []float64) float64 {
	n := float64(len(weeks))
	mean := 0.0
	for _, e := range residuals {
		mean += e / n
	}
	var lag, own, pairs float64
	for i, e := range residuals {
		own += (e - mean) * (e - mean) / n
		if i > 0 && weeks[i].week == weeks[i-1].week+1 {
			lag += (e - mean) * (residuals[i-1] - mean)
			pairs++
		}
	}
	r := 0.0
	if pairs > 0 && own > 0 {
		r = lag / pairs / own * (n - 1) / n
	}
	return math.Max(0, math.Min(0.9, (n*r+2)/(n-4)))
}

func refFactor(n int, rho float64) float64 {
	sum := 0.0
	for k := 1; k < n; k++ {
		sum += float64((n-k)*(n-k-1)*(n-k-2)) * 6 / math.Pi * math.Asin(math.Pow(rho, float64(k))/2)
	}
	return 1 + 2*sum/float64(n*(n-1)*(n-2))
}

// refChange returns the number of weeks before the change and its p.
func refChange(weeks []refWeek) (before int, p float64) {
	n, k := len(weeks), 0.0
	for t := 6; t <= n-6; t++ {
		u := 0.0
		for i := range t {
			for j := t; j < n; j++ {
				switch {
				case weeks[i].y() > weeks[j].y():
					u++
				case weeks[i].y() < weeks[j].y():
					u--
				}
			}
		}
		if math.Abs(u) > k {
			before, k = t, math.Abs(u)
		}
	}
	if k == 0 {
		return 0, 1
	}
	var residuals []float64
	for _, part := range [][]refWeek{weeks[:before], weeks[before:]} {
		var values []float64
		for _, w := range part {
			values = append(values, w.y())
		}
		slices.Sort(values)
		middle := (values[(len(values)-1)/2] + values[len(values)/2]) / 2
		for _, w := range part {
			residuals = append(residuals, w.y()-middle)
		}
	}
	rho := refRho(weeks, residuals)
	m := float64(n)
	return before, 2 * math.Exp(-6*k*k/(m*m*m+m*m)*(1-rho)/(1+rho))
}
