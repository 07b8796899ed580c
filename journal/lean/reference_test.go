package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"heliotrope/journal"
)

// A second implementation, written from the formulas of METHOD.md and sharing
// nothing with the first but the types of the domain: the level by dense generalized least squares
// (kriging with an unknown mean) in place of the filter and smoother, Student's
// t by its finite series in place of the incomplete beta function, quantiles by
// bisection, slopes by sorting, U_t by its double sum of signs.

type refWeek struct {
	week           int
	share, t, l, d float64
	hours, nEff, c float64
	hasD, hasSplit bool
}

func refPeople(m journal.Moment) float64 {
	return map[journal.Track]float64{journal.People: 1, journal.Technical: 0, journal.Both: 0.5}[m.Track]
}

func refSum(ms []journal.Moment, f func(h, p, w, e float64) float64) (s float64) {
	for _, m := range ms {
		s += f(m.Hours, refPeople(m), (float64(m.Energy)+2)/4, float64(m.Energy))
	}
	return s
}

// The sums of METHOD.md, section 1.
func hSum(h, _, _, _ float64) float64     { return h }
func hp(h, p, _, _ float64) float64       { return h * p }
func ht(h, p, _, _ float64) float64       { return h * (1 - p) }
func hpw(h, p, w, _ float64) float64      { return h * p * w }
func htw(h, p, w, _ float64) float64      { return h * (1 - p) * w }
func hpe(h, p, _, e float64) float64      { return h * p * e }
func hte(h, p, _, e float64) float64      { return h * (1 - p) * e }
func hw(h, _, w, _ float64) float64       { return h * w }
func hwSquare(h, _, w, _ float64) float64 { return h * w * h * w }

// refWeeks computes the observed weeks of the span, and all their moments.
func refWeeks(entries []journal.Entry, span Span) (weeks []refWeek, all []journal.Moment) {
	var used []journal.Entry
	for _, e := range entries {
		if e.Away == "" && e.Week.Index() >= span.From.Index() && e.Week.Index() <= span.To.Index() {
			used = append(used, e)
			all = append(all, e.Moments...)
		}
	}
	slices.SortFunc(used, func(a, b journal.Entry) int { return a.Week.Index() - b.Week.Index() })
	mP := (refSum(all, hpw) + 2.5) / (refSum(all, hp) + 5)
	mT := (refSum(all, htw) + 2.5) / (refSum(all, ht) + 5)
	var sizes []float64
	for _, e := range used {
		ms := e.Moments
		w := refWeek{week: e.Week.Index(), hours: refSum(ms, hSum)}
		switch {
		case e.Split != nil:
			w.share = (float64(e.Split.People) + float64(e.Split.Both)/2) / 100
			w.hasSplit = true
		case len(ms) > 0:
			w.share = refSum(ms, hp) / w.hours
		default:
			continue
		}
		s := w.share
		w.t = 2*s - 1
		wP := (refSum(ms, hpw) + 3*mP) / (refSum(ms, hp) + 3)
		wT := (refSum(ms, htw) + 3*mT) / (refSum(ms, ht) + 3)
		w.l = (s*wP - (1-s)*wT) / (s*wP + (1-s)*wT)
		if P, T := refSum(ms, hp), refSum(ms, ht); P > 0 && T > 0 {
			w.hasD, w.d = true, (refSum(ms, hpe)/P-refSum(ms, hte)/T)/4
		}
		if len(ms) > 0 {
			if sum := refSum(ms, hw); sum > 0 {
				w.nEff = sum * sum / refSum(ms, hwSquare)
			}
			sizes = append(sizes, w.nEff)
		}
		weeks = append(weeks, w)
	}
	refNoise(weeks, sizes)
	return weeks, all
}

func refNoise(weeks []refWeek, sizes []float64) {
	slices.Sort(sizes)
	for i := range weeks {
		weeks[i].c = 4
		if n := len(sizes); n > 0 && weeks[i].nEff > 0 {
			typical := (sizes[(n-1)/2] + sizes[n/2]) / 2
			weeks[i].c = math.Min(4, math.Max(0.25, typical/weeks[i].nEff))
		}
	}
}

var referenceShapes = []shape{
	{weeks: 104, gaps: .15, away: .1, splits: .7, moments: .8, events: 5},
	{weeks: 104, gaps: .3, away: .1, splits: .2, moments: .8, events: 3},
	{weeks: 60, gaps: .05, away: .05, splits: 1, moments: .6, events: 0},
	{weeks: 104, gaps: .9, splits: .5, moments: .7, events: 2},
	{weeks: 5, splits: .5, moments: .9, events: 1},
}

// TestReference compares the whole package with the second implementation.
func TestReference(t *testing.T) {
	shapes := referenceShapes
	if testing.Short() {
		shapes = shapes[3:]
	}
	for seed := range 4 * len(shapes) {
		shape := shapes[seed%len(shapes)]
		t.Run(fmt.Sprint(seed, shape), func(t *testing.T) {
			rng := rand.New(rand.NewPCG(7, uint64(seed)))
			entries, events := random(rng, shape)
			entries = shuffled(rng, entries)
			span := Span{From: firstWeek.Add(2), To: firstWeek.Add(shape.weeks + 3)} // cuts two weeks, adds four
			got := Of(entries, events, span)
			weeks, all := refWeeks(entries, span)
			compareWeeks(t, observedOf(got.Weeks), weeks)
			compareLevels(t, got.Levels, refLevels(weeks, events, span.To.Index()))
			compareTrend(t, got, weeks)
			compareSums(t, got, weeks, all)
		})
	}
}

func compareWeeks(t *testing.T, got []Week, want []refWeek) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d observed weeks, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		near(t, "T", g.T, w.t, 1e-12)
		near(t, "L", g.L, w.l, 1e-12)
		near(t, "NEff", g.NEff, w.nEff, 1e-9)
		near(t, "Noise", g.Noise, w.c, 1e-12)
		if g.HasD != w.hasD || g.Week.Index() != w.week || g.HasSplit != w.hasSplit {
			t.Errorf("week %d: %+v, want %+v", i, g, w)
		}
		if g.HasD {
			near(t, "D", g.D, w.d, 1e-12)
		}
	}
}

func compareLevels(t *testing.T, got []Level, want [][6]float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d levels, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		name := "level " + g.Week.String()
		nearAll(t, name, []float64{g.Mid, g.Low50, g.High50, g.Low90, g.High90, g.ProbabilityPeople}, w[:], 1e-9)
	}
}

func compareTrend(t *testing.T, got Result, weeks []refWeek) {
	t.Helper()
	if len(weeks) < 12 {
		if got.Trend != nil || got.ChangePoint != nil {
			t.Errorf("trend %v and change %v under 12 weeks", got.Trend, got.ChangePoint)
		}
		return
	}
	want := refTrend(weeks)
	nearAll(t, "trend", []float64{got.Trend.PerQuarter, got.Trend.Low, got.Trend.High, got.Trend.Z, got.Trend.P}, want[:], 1e-9)
	if len(weeks) < 16 {
		return
	}
	before, p := refChange(weeks)
	if p >= 0.05 {
		if got.ChangePoint != nil {
			t.Errorf("change point %v, want none: p = %v", got.ChangePoint, p)
		}
		return
	}
	if got.ChangePoint == nil || got.ChangePoint.Week.Index() != weeks[before].week {
		t.Fatalf("change point %v, want week %v", got.ChangePoint, journal.WeekAt(weeks[before].week))
	}
	near(t, "p of the change", got.ChangePoint.P, p, 1e-9)
}

// compareSums compares what is summed over the span. A week of unknown hours
// weighs as the mean of the others.
func compareSums(t *testing.T, got Result, weeks []refWeek, all []journal.Moment) {
	t.Helper()
	var hours, known float64
	for _, w := range weeks {
		if w.hours > 0 {
			hours, known = hours+w.hours, known+1
		}
	}
	var total, people float64
	for _, w := range weeks {
		h := w.hours
		if h == 0 {
			h = hours / known
		}
		total, people = total+h, people+h*w.share
	}
	near(t, "time", got.Time.People, people/total, 1e-12)
	near(t, "people energy", got.Energy.People, refSum(all, hpe)/refSum(all, hp), 1e-12)
	near(t, "technical energy", got.Energy.Technical, refSum(all, hte)/refSum(all, ht), 1e-12)
	if got.Moments != len(all) || got.WeeksLogged != len(weeks) {
		t.Errorf("%d moments in %d weeks, want %d in %d", got.Moments, got.WeeksLogged, len(all), len(weeks))
	}
}
