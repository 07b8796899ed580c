package lean

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"heliotrope/journal"
)

// A second implementation, written from the description in METHOD.md and
// sharing nothing with the first but the types: both dials by dense generalized
// least squares with an unknown mean, over weeks for time and over single
// moments for energy, in place of filters and smoothers; Student's t by its
// finite series in place of the incomplete beta function; quantiles by
// bisection; every week's state from a fit of its own to the data so far.

// exactly is how far both implementations may be apart.
const exactly = 1e-8

// refWorked returns the entries of span that were worked, in order of time.
func refWorked(entries []journal.Entry, span Span) (worked []journal.Entry) {
	for _, e := range entries {
		if e.Away == "" && e.Week.Index() >= span.From.Index() && e.Week.Index() <= span.To.Index() {
			worked = append(worked, e)
		}
	}
	slices.SortFunc(worked, func(a, b journal.Entry) int { return cmp.Compare(a.Week.Index(), b.Week.Index()) })
	return worked
}

// refUpTo returns the entries up to a week, of entries in order of time.
func refUpTo(entries []journal.Entry, week int) []journal.Entry {
	for i, e := range entries {
		if e.Week.Index() > week {
			return entries[:i]
		}
	}
	return entries
}

// refReading is one dial.
type refReading struct {
	first  int // week
	levels [][6]float64
	states []State
	since  []int
}

func refReadTime(worked []journal.Entry, events []journal.Event, to int) (r refReading) {
	weeks := refTime(worked, refHours(worked))
	if len(weeks) == 0 {
		return r
	}
	r.first = weeks[0].week
	changes := refChanges(events, r.first, to)
	all := make([]int, to-r.first+1)
	for i := range all {
		all[i] = r.first + i
	}
	for _, m := range refTimeLevels(weeks, changes, all) {
		r.levels = append(r.levels, m.level(1))
	}
	var looks []refLook
	for _, week := range all {
		before := refUpTo(worked, week)
		soFar := refTime(before, refHours(worked))
		moments, splits := 0, 0
		for _, e := range before {
			moments += len(e.Moments)
		}
		for _, w := range soFar {
			if w.hasSplit {
				splits++
			}
		}
		m := refTimeLevels(soFar, changes, []int{week})[0]
		looks = append(looks, refLook{
			week:    week,
			counted: soFar[len(soFar)-1].week == week,
			changed: changes[week],
			enough:  len(soFar) >= 4 && (2*splits >= len(soFar) || moments >= 12),
			people:  1 - m.below(0),
			even:    m.below(.25) - m.below(-.25),
		})
	}
	r.states, r.since = refStates(looks, refRule{side: .97, running: 4})
	return r
}

func refReadEnergy(worked []journal.Entry, events []journal.Event, to int) (r refReading) {
	ratings := refRatings(worked, journal.Technical, journal.People)
	if len(ratings) == 0 {
		return r
	}
	r.first = ratings[0].week
	changes := refChanges(events, r.first, to)
	model := newRefEnergy(ratings, changes, to)
	var looks []refLook
	n, rated := 0, map[float64]int{}
	for week := r.first; week <= to; week++ {
		look := refLook{week: week, changed: changes[week]}
		for n < len(ratings) && ratings[n].week == week {
			rated[ratings[n].x]++
			n++
			look.counted = true
		}
		if rated[-1] >= 6 && rated[1] >= 6 {
			m := model.level(week, n)
			look.enough, look.people, look.even = true, 1-m.below(0), m.below(.5)-m.below(-.5)
		}
		looks = append(looks, look)
	}
	if rated[-1] >= 6 && rated[1] >= 6 {
		for week := r.first; week <= to; week++ {
			r.levels = append(r.levels, model.level(week, n).level(4))
		}
	}
	r.states, r.since = refStates(looks, refRule{side: .985, running: 1})
	return r
}

// TestReference compares both dials, their states in every week, the weeks, the
// tracks, trend and change point with the second implementation.
func TestReference(t *testing.T) {
	seen := map[string]int{}
	for i, shape := range refShapes {
		t.Run(shape.name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(uint64(i), 1))
			entries, events, span := refJournal(rng, shape)
			got := Of(entries, events, span)
			worked, to := refWorked(entries, span), span.To.Index()
			time := refReadTime(worked, events, to)
			compareDial(t, "time", got.Time.Dial, time, to)
			energy := refReadEnergy(worked, events, to)
			compareDial(t, "energy", got.Energy.Dial, energy, to)
			compareTracks(t, got.Energy, worked)
			compareWeeks(t, got, worked)
			compareEnergies(t, got, worked)
			compareTrend(t, got, worked)
			time.count(seen, "time")
			energy.count(seen, "energy")
		})
	}
	for _, dial := range []string{"time", "energy"} {
		for _, turn := range [][2]State{
			{Insufficient, Open}, {Open, Even}, {Open, Technical}, {Open, People}, {Even, Open}, {Technical, Open}, {People, Open},
		} {
			if name := fmt.Sprint(dial, turn); seen[name] == 0 {
				t.Errorf("no journal has the turn %s", name)
			}
		}
	}
}

// count adds up the turns from state to state.
func (r refReading) count(seen map[string]int, dial string) {
	for i := 1; i < len(r.states); i++ {
		if r.states[i] != r.states[i-1] {
			seen[fmt.Sprint(dial, [2]State{r.states[i-1], r.states[i]})]++
		}
	}
}

func compareDial(t *testing.T, name string, got Dial, want refReading, to int) {
	t.Helper()
	if len(got.Levels) != len(want.levels) {
		t.Fatalf("%s: %d levels, want %d", name, len(got.Levels), len(want.levels))
	}
	for i, w := range want.levels {
		g := got.Levels[i]
		if g.Week.Index() != want.first+i {
			t.Fatalf("%s: level %d is of %v, want %v", name, i, g.Week, journal.WeekAt(want.first+i))
		}
		for k, x := range []float64{g.Mid, g.Low50, g.High50, g.Low90, g.High90, g.ProbabilityPeople} {
			if !(math.Abs(x-w[k]) <= exactly) {
				t.Errorf("%s: level of %v is %+v, want %v", name, g.Week, g, w)
				break
			}
		}
	}
	if len(want.states) == 0 {
		if got.State != Insufficient || !got.Since.IsZero() || len(got.Spells) != 0 {
			t.Errorf("%s: %v since %v, spells %v without a week that counts", name, got.State, got.Since, got.Spells)
		}
		return
	}
	var states []State
	var since []int
	for _, s := range got.Spells {
		for week := s.From.Index(); week <= s.To.Index(); week++ {
			states, since = append(states, s.State), append(since, s.From.Index())
		}
	}
	if len(got.Spells) > 0 && (got.Spells[0].From.Index() != want.first || got.Spells[len(got.Spells)-1].To.Index() != to) {
		t.Errorf("%s: spells are from %v to %v", name, got.Spells[0].From, got.Spells[len(got.Spells)-1].To)
	}
	if len(states) != len(want.states) {
		t.Fatalf("%s: %d weeks have a state, want %d", name, len(states), len(want.states))
	}
	for i := range states {
		if states[i] != want.states[i] || since[i] != want.since[i] {
			t.Fatalf("%s: in %v %v since %v, want %v since %v", name, journal.WeekAt(want.first+i),
				states[i], journal.WeekAt(since[i]), want.states[i], journal.WeekAt(want.since[i]))
		}
	}
	if last := len(states) - 1; got.State != want.states[last] || got.Since.Index() != want.since[last] {
		t.Errorf("%s: %v since %v, want %v since %v", name, got.State, got.Since, want.states[last], journal.WeekAt(want.since[last]))
	}
}

func compareTracks(t *testing.T, got Energy, worked []journal.Entry) {
	t.Helper()
	for _, track := range journal.Tracks {
		g, ratings := got.Tracks.Of(track), refRatings(worked, track)
		if g.N != len(ratings) {
			t.Errorf("%s: %d rated, want %d", track, g.N, len(ratings))
		}
		if len(ratings) == 0 {
			continue
		}
		drained := 0
		for _, r := range ratings {
			if r.e < 0 {
				drained++
			}
		}
		mean, low, high := refTrack(ratings)
		if !(math.Abs(g.Mean-mean) <= exactly && math.Abs(g.Low-low) <= exactly && math.Abs(g.High-high) <= exactly) || g.Drained != drained {
			t.Errorf("%s: %+v, want %v from %v to %v, %d drained", track, g, mean, low, high, drained)
		}
	}
}

func compareWeeks(t *testing.T, got Result, worked []journal.Entry) {
	t.Helper()
	want := refTime(worked, refHours(worked))
	var observed []Week
	moments := 0
	for _, w := range got.Weeks {
		if w.Observed {
			observed = append(observed, w)
		}
	}
	for _, e := range worked {
		moments += len(e.Moments)
	}
	if len(observed) != len(want) || got.WeeksLogged != len(want) || got.Time.Weeks != len(want) || got.Moments != moments {
		t.Fatalf("%d observed of %d weeks and %d moments, want %d and %d", len(observed), got.WeeksLogged, got.Moments, len(want), moments)
	}
	for i, w := range want {
		g := observed[i]
		if g.Week.Index() != w.week || g.HasSplit != w.hasSplit || !(math.Abs(g.Time-w.t) <= 1e-12) || !(math.Abs(g.Noise-w.c) <= 1e-12) {
			t.Errorf("week %d: %+v, want %+v", i, g, w)
		}
	}
}

// compareEnergies compares what the weeks say of energy.
func compareEnergies(t *testing.T, got Result, worked []journal.Entry) {
	t.Helper()
	weeks := map[int]Week{}
	for _, w := range got.Weeks {
		if !w.Away {
			weeks[w.Week.Index()] = w
		}
	}
	if len(weeks) != len(worked) {
		t.Errorf("%d weeks, want %d", len(weeks), len(worked))
	}
	counted := 0
	for _, e := range worked {
		w, one := weeks[e.Week.Index()], []journal.Entry{e}
		if len(refRatings(one, journal.Technical, journal.People)) > 0 {
			counted++
		}
		for _, track := range journal.Tracks {
			want := Tally{}
			for _, r := range refRatings(one, track) {
				want.N++
				want.Sum += int(r.e)
				want.Squares += int(r.e * r.e)
				if r.e < 0 {
					want.Drained++
				}
			}
			if w.Energy.Of(track) != want {
				t.Errorf("%s in %v: %+v, want %+v", track, e.Week, w.Energy.Of(track), want)
			}
		}
	}
	if got.Energy.Weeks != counted {
		t.Errorf("%d weeks count for energy, want %d", got.Energy.Weeks, counted)
	}
}

// compareTrend compares the trend, which must have stood for 6 weeks, and the
// change point.
func compareTrend(t *testing.T, got Result, worked []journal.Entry) {
	t.Helper()
	weeks := refTime(worked, refHours(worked))
	n := len(weeks)
	stood := n >= 17
	for k := n - 5; stood && k <= n; k++ {
		if trend := refTrend(weeks[:k]); trend[4] >= .05 {
			stood = false
		}
	}
	switch {
	case stood != (got.Trend != nil):
		t.Errorf("trend %+v of %d weeks, want one: %v", got.Trend, n, stood)
	case stood:
		want := refTrend(weeks)
		for i, x := range []float64{got.Trend.PerQuarter, got.Trend.Low, got.Trend.High, got.Trend.Z, got.Trend.P} {
			if !(math.Abs(x-want[i]) <= exactly) {
				t.Errorf("trend %+v, want %v", *got.Trend, want)
				break
			}
		}
	}
	if n < 16 {
		if got.ChangePoint != nil {
			t.Errorf("change point %v in %d weeks", got.ChangePoint, n)
		}
		return
	}
	before, p := refChange(weeks)
	if p >= .05 {
		if got.ChangePoint != nil {
			t.Errorf("change point %v, want none: p = %v", got.ChangePoint, p)
		}
		return
	}
	if got.ChangePoint == nil || got.ChangePoint.Week.Index() != weeks[before].week || !(math.Abs(got.ChangePoint.P-p) <= exactly) {
		t.Errorf("change point %v, want %v with %v", got.ChangePoint, journal.WeekAt(weeks[before].week), p)
	}
}
