package lean

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"heliotrope/journal"
)

// checkSound fails if a figure is not finite, out of its range or out of order.
func checkSound(t *testing.T, r Result) {
	t.Helper()
	if _, err := json.Marshal(r); err != nil { // refuses NaN and infinities
		t.Errorf("%v", err)
	}
	within := func(what string, low float64, xs ...float64) {
		t.Helper()
		for i, x := range xs {
			if !(x >= low && x <= -low) {
				t.Errorf("%s: value %d of %v is out of range", what, i, xs)
			}
		}
	}
	for _, w := range r.Weeks {
		within("week", -1, w.T, w.L, w.D)
		if !(w.NEff >= 0 && w.NEff <= 1e6) || w.Observed && !(w.Noise >= leastNoise && w.Noise <= mostNoise) {
			t.Errorf("week: %+v", w)
		}
	}
	for _, l := range append(r.Levels, r.Verdict.Level) {
		within("level", -1, l.Low90, l.Low50, l.Mid, l.High50, l.High90)
		if !(l.Low90 <= l.Low50 && l.Low50 <= l.Mid && l.Mid <= l.High50 && l.High50 <= l.High90) ||
			!(l.ProbabilityPeople >= 0 && l.ProbabilityPeople <= 1) {
			t.Errorf("level: %+v", l)
		}
	}
	if n := len(r.Levels); n > 0 && (r.Levels[n-1].Week != r.Span.To || r.Verdict.Level != r.Levels[n-1]) {
		t.Errorf("the last level is not now")
	}
	if trend := r.Trend; trend != nil {
		if !(trend.Low <= trend.PerQuarter && trend.PerQuarter <= trend.High) || !(trend.P >= 0 && trend.P <= 1) {
			t.Errorf("trend: %+v", *trend)
		}
		within("trend", -2*weeksPerQuarter, trend.Low, trend.High)
	}
	if c := r.ChangePoint; c != nil && !(c.P >= 0 && c.P < changeLevel) {
		t.Errorf("change point: %+v", *c)
	}
	within("time", -1, r.Time.People, r.Time.Technical)
	within("energy", -2, r.Energy.People, r.Energy.Technical)
	within("drain", -1, r.Energy.PeopleDrain, r.Energy.TechnicalDrain)
	for _, k := range r.Kinds {
		within("kind", -2, k.Mean, k.Low, k.High)
		if k.HasBand && !(k.Low <= k.Mean && k.Mean <= k.High) {
			t.Errorf("kind: %+v", k)
		}
	}
	checkEvents(t, r)
	if e := r.EnergyNow; e != nil {
		within("energy now", -1, e.Low90, e.Low50, e.Mid, e.High50, e.High90, e.ProbabilityPeople)
		if !(e.Low90 <= e.Low50 && e.Low50 <= e.Mid && e.Mid <= e.High50 && e.High50 <= e.High90) || e.Weeks < 1 {
			t.Errorf("energy now: %+v", *e)
		}
	}
	for _, p := range []ChosenPart{r.Chosen.Chosen, r.Chosen.Assigned} {
		within("chosen or assigned", -1, p.Low, p.L, p.High, p.T, p.D)
		if p.HasBand && !(p.Low <= p.L && p.L <= p.High) {
			t.Errorf("chosen or assigned: %+v", p)
		}
	}
	for _, q := range r.Quarters {
		within("quarter", -1, q.T, q.L, q.D)
		within("pull", -2, q.Pull)
	}
	if v := r.Verdict; (v.Strength == Early || v.Strength == Leaning || v.Strength == Clear) != (v.Side != NoSide) {
		t.Errorf("verdict: %+v", v)
	}
}

// repeat is n weeks made by make.
func repeat(n int, make func(i int) journal.Entry) []journal.Entry {
	var entries []journal.Entry
	for i := range n {
		entries = append(entries, make(i))
	}
	return entries
}

// edges are journals at the limits of what can be logged, and some beyond.
var edges = []struct {
	name    string
	entries []journal.Entry
	weeks   int
}{
	{"nothing", nil, 10},
	{"an empty span", steady(5, 50, 0, 50), 0},
	{"one week, one moment", []journal.Entry{entry(0, moment(journal.People, 1, 1))}, 1},
	{"one week, only a split", []journal.Entry{splitEntry(0, 0, 100, 0)}, 1},
	{"one week of nothing", []journal.Entry{entry(0)}, 1},
	{"one track only", repeat(40, func(i int) journal.Entry {
		return entry(i, moment(journal.Technical, journal.Energy(i%5-2), 1), moment(journal.Technical, 2, 3))
	}), 40},
	{"the other track only", repeat(40, func(i int) journal.Entry {
		return splitEntry(i, 0, 0, 100, moment(journal.People, journal.Energy(i%5-2), 1))
	}), 40},
	{"all the same", steady(40, 37, 0, 63), 40},
	{"all the same but for hours", repeat(40, func(i int) journal.Entry {
		return splitEntry(i, 30, 0, 70, moment(journal.Technical, 1, 0.1+float64(i)), moment(journal.People, 1, 0.3*float64(i+1)))
	}), 40},
	{"all drained", repeat(40, func(i int) journal.Entry {
		return entry(i, moment(journal.Technical, -2, 1), moment(journal.People, -2, float64(i+1)))
	}), 40},
	{"all energized", repeat(40, func(i int) journal.Entry {
		return entry(i, moment(journal.Technical, 2, 1), moment(journal.People, 2, float64(i+1)))
	}), 40},
	{"tiny hours", repeat(40, func(i int) journal.Entry {
		return entry(i, moment(journal.Technical, 1, 1e-9), moment(journal.People, -1, 2e-9), moment(journal.Both, 2, 1e-9))
	}), 40},
	{"hours too small to square", repeat(40, func(i int) journal.Entry {
		return entry(i, moment(journal.Technical, 1, 1e-300), moment(journal.People, -1, 2e-300), moment(journal.Both, 2, 1e-300))
	}), 40},
	{"huge hours", repeat(40, func(i int) journal.Entry {
		return entry(i, moment(journal.Technical, 1, 1e9), moment(journal.People, -1, 2e9), moment(journal.Both, 2, 1e9))
	}), 40},
	{"huge and tiny hours", repeat(40, func(i int) journal.Entry {
		return entry(i, moment(journal.Technical, 1, 1e9), moment(journal.Technical, -2, 1e-9), moment(journal.Technical, -2, 1e-9))
	}), 40},
	{"huge and tiny hours, one energy", repeat(3, func(i int) journal.Entry {
		return entry(i, moment(journal.Technical, 2, []float64{1e9, 1e-9, 1e-9}[i]))
	}), 3},
	{"from end to end", repeat(40, func(i int) journal.Entry {
		return splitEntry(i, 100*(i%2), 0, 100-100*(i%2), moment(journal.Technical, 2, 1), moment(journal.People, 2, 1))
	}), 40},
	{"ten years between", append(steady(10, 100, 0, 0), changed(steady(10, 0, 0, 100), func(e *journal.Entry) {
		e.Week = e.Week.Add(520)
	})...), 540},
	{"ten years after", steady(10, 100, 0, 0), 530},
	{"one observation, then forty years", steady(1, 100, 0, 0), 2080},
	{"every tenth week", changed(steady(60, 30, 0, 70), func(e *journal.Entry) {
		e.Week = firstWeek.Add(10 * (e.Week.Index() - firstWeek.Index()))
	}), 600},
	{"only splits", repeat(40, func(i int) journal.Entry { return splitEntry(i, 100-i, 0, i) }), 40},
	{"only away", changed(steady(40, 50, 0, 50), func(e *journal.Entry) { e.Away = "leave" }), 40},
	{"rising", repeat(40, func(i int) journal.Entry { return splitEntry(i, 100-2*i, 0, 2*i, moment(journal.Both, 1, 1)) }), 40},
	{"two entries for one week", append(steady(20, 10, 0, 90), steady(20, 90, 0, 10)...), 20},
	{"moments without hours", repeat(20, func(i int) journal.Entry { return entry(i, moment(journal.Both, 1, 0)) }), 20},
}

func TestEdges(t *testing.T) {
	events := []journal.Event{
		{ID: "a", Week: firstWeek, Kind: journal.RoleEvent},
		{ID: "b", Week: firstWeek.Add(7), Kind: journal.TeamEvent},
		{ID: "c", Week: firstWeek.Add(300), Kind: journal.CompanyEvent},
	}
	for _, test := range edges {
		t.Run(test.name, func(t *testing.T) {
			checkSound(t, Of(test.entries, nil, spanOfWeeks(test.weeks)))
			checkSound(t, Of(test.entries, events, spanOfWeeks(test.weeks)))
			checkSound(t, Of(test.entries, events, SpanOf(test.entries, firstWeek)))
		})
	}
}

// TestSameIsNoTrend: weeks that say the same differ in their last digits, and
// no test on ranks may see that.
func TestSameIsNoTrend(t *testing.T) {
	entries := repeat(40, func(i int) journal.Entry {
		h := 0.1 + 0.7*float64(i)
		return entry(i, moment(journal.Technical, 1, 0.3*h), moment(journal.Both, 1, 0.11*h), moment(journal.People, 1, 0.7*h))
	})
	for i := range entries { // as much of both as of people work: the same mean a track, by other sums
		entries[i].Moments = append(entries[i].Moments, moment(journal.Technical, 1, entries[i].Moments[2].Hours-entries[i].Moments[0].Hours))
	}
	r := Of(entries, nil, spanOfWeeks(40))
	distinct := map[float64]bool{}
	for _, w := range r.Weeks {
		near(t, "L", w.L, 0, 1e-12)
		distinct[w.L] = true
	}
	if len(distinct) < 3 {
		t.Fatal("the weeks are equal to the last digit and test nothing")
	}
	if r.Trend == nil || r.Trend.Z != 0 || r.Trend.P != 1 || r.Trend.PerQuarter != 0 || r.ChangePoint != nil {
		t.Errorf("trend %+v, change %+v", r.Trend, r.ChangePoint)
	}
}

func TestWeekTwice(t *testing.T) {
	once := steady(20, 10, 0, 90)
	a, b := Of(once, nil, spanOfWeeks(20)), Of(append(once, steady(20, 90, 0, 10)...), nil, spanOfWeeks(20))
	if !reflect.DeepEqual(a, b) {
		t.Errorf("the second entries of weeks count: %+v, want %+v", b, a)
	}
}

// FuzzOf reads bytes as a journal, two a moment, and wants sound figures.
func FuzzOf(f *testing.F) {
	f.Add([]byte{}, uint8(0))
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, after uint8) {
		if len(data) > 400 {
			return
		}
		week, e := 0, entry(0)
		var entries []journal.Entry
		for len(data) >= 2 {
			a, b := data[0], data[1]
			data = data[2:]
			e.Moments = append(e.Moments, moment(
				journal.Tracks[a%3], journal.Energies[b%5], math.Pow(2, float64(a/3%15))/64))
			if b&64 != 0 {
				people := int(a) * 100 / 255
				e.Split = &journal.Split{Technical: 100 - people, People: people}
			}
			if b&128 != 0 {
				entries = append(entries, e)
				week += 1 + int(b&7)
				e = entry(week)
			}
		}
		checkSound(t, Of(append(entries, e), nil, spanOfWeeks(week+1+int(after))))
	})
}
