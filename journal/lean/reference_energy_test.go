package lean

import (
	"math"

	"heliotrope/journal"
)

// refRating is one rated moment: -1 technical or 1 people, 0 tech lead.
type refRating struct {
	week int
	x, e float64
}

// refRatings returns the ratings of entries of the tracks asked for.
func refRatings(entries []journal.Entry, tracks ...journal.Track) (ratings []refRating) {
	for _, e := range entries {
		for _, m := range e.Moments {
			for _, track := range tracks {
				if m.Track == track {
					x := map[journal.Track]float64{journal.Technical: -1, journal.People: 1}[track]
					ratings = append(ratings, refRating{e.Week.Index(), x, float64(m.Energy)})
				}
			}
		}
	}
	return ratings
}

// refEnergy is the mixed model over single moments: with x = ±1 for the track,
//
//	e = μ_t + x δ_t/2 + a_week + ε
//
// where δ starts with the variance 4, and in units of σ² the effect of a week
// has the variance .2. Both tracks' means walk on their own, so that δ has twice
// and μ half of a track's variance.
type refEnergy struct {
	dense
	ratings []refRating
	first   int
	walk    []float64 // of δ
}

func newRefEnergy(ratings []refRating, changes map[int]bool, to int) refEnergy {
	const q = .007
	first, n := ratings[0].week, len(ratings)
	m := refEnergy{ratings: ratings, first: first, walk: refWalk(first, to, q, 1, changes)}
	track := refWalk(first, to, q/2, 1./2, changes)
	y := make([]float64, n)
	covariance := make([][]float64, n)
	for i, a := range ratings {
		y[i] = a.e
		covariance[i] = make([]float64, n)
		for j, b := range ratings {
			covariance[i][j] = a.x * b.x / 4 * 4
			if a.x == b.x {
				covariance[i][j] += track[min(a.week, b.week)-first]
			}
			if a.week == b.week {
				covariance[i][j] += .2
			}
		}
		covariance[i][i]++
	}
	m.dense = newDense(covariance, y)
	return m
}

// level returns the distribution of E in a week given the first n ratings.
func (m refEnergy) level(week, n int) refMix {
	with := make([]float64, n)
	for i, r := range m.ratings[:n] {
		with[i] = r.x / 2 * (4 + m.walk[min(r.week, week)-m.first])
	}
	mean, variance := m.predict(0, 4+m.walk[week-m.first], with)
	sse, _ := m.residual(n)
	nu := 4 + n - 1
	sigma2 := (4*.8 + sse) / float64(nu)
	return refMix{nu, []refPart{{1, mean, math.Sqrt(sigma2*variance + .12*.12)}}}
}

// refTrack returns the mean of ratings and its 90 % interval.
func refTrack(ratings []refRating) (mean, low, high float64) {
	n := float64(len(ratings))
	var energies []float64
	weeks := map[int]float64{}
	for _, r := range ratings {
		energies = append(energies, r.e)
		weeks[r.week]++
	}
	mean = refMean(energies)
	ss, pairs := 4*.8, 0.0
	for _, e := range energies {
		ss += (e - mean) * (e - mean)
	}
	for _, m := range weeks {
		pairs += m * m
	}
	nu := 4 + len(ratings) - 1
	half := refMix{nu, []refPart{{1, 0, 1}}}.quantile(.95, 1000) *
		math.Sqrt(ss/float64(nu)*(1/n+.2*pairs/(n*n)))
	return mean, math.Max(-2, mean-half), math.Min(2, mean+half)
}
