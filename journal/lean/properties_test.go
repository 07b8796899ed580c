package lean

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"heliotrope/journal"
)

// eachRandom runs check on random journals of several shapes.
func eachRandom(t *testing.T, check func(t *testing.T, rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span)) {
	t.Helper()
	for seed, s := range []shape{
		{weeks: 1, moments: .5, splits: .5},
		{weeks: 6, moments: .8, splits: .5, gaps: .2},
		{weeks: 20, moments: .6, splits: .3, gaps: .2, away: .1, events: 2},
		{weeks: 40, moments: .8, splits: 1, gaps: .1, away: .1, events: 3},
		{weeks: 80, moments: .9, splits: .8, gaps: .4, events: 9},
	} {
		for repeat := range 4 {
			rng := rand.New(rand.NewPCG(uint64(seed), uint64(repeat)))
			entries, events := random(rng, s)
			check(t, rng, entries, events, spanOfWeeks(s.weeks))
		}
	}
}

// TestSwap turns technical work into people work and back: every lean changes
// its sign.
func TestSwap(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		swap := map[journal.Track]journal.Track{
			journal.People: journal.Technical, journal.Technical: journal.People, journal.Both: journal.Both,
		}
		a := Of(entries, events, span)
		b := Of(changed(entries, func(e *journal.Entry) {
			if s := e.Split; s != nil {
				s.People, s.Technical = s.Technical, s.People
			}
			for i := range e.Moments {
				e.Moments[i].Track = swap[e.Moments[i].Track]
			}
		}), events, span)
		for i := range a.Weeks {
			near(t, "T", b.Weeks[i].T, -a.Weeks[i].T, 1e-12)
			near(t, "L", b.Weeks[i].L, -a.Weeks[i].L, 1e-12)
			near(t, "D", b.Weeks[i].D, -a.Weeks[i].D, 1e-12)
		}
		for i, l := range a.Levels {
			m := b.Levels[i]
			nearAll(t, "level "+l.Week.String(),
				[]float64{m.Mid, m.Low50, m.High50, m.Low90, m.High90, m.ProbabilityPeople},
				[]float64{-l.Mid, -l.High50, -l.Low50, -l.High90, -l.Low90, 1 - l.ProbabilityPeople}, 1e-9)
		}
		opposite := map[Side]Side{TechnicalSide: PeopleSide, PeopleSide: TechnicalSide, NoSide: NoSide}
		if b.Verdict.Strength != a.Verdict.Strength || b.Verdict.Side != opposite[a.Verdict.Side] ||
			b.Verdict.WeeksNeeded != a.Verdict.WeeksNeeded {
			t.Errorf("verdict %+v became %+v", a.Verdict, b.Verdict)
		}
		if a.Trend != nil {
			nearAll(t, "trend", []float64{b.Trend.PerQuarter, b.Trend.Low, b.Trend.High, b.Trend.Z, b.Trend.P},
				[]float64{-a.Trend.PerQuarter, -a.Trend.High, -a.Trend.Low, -a.Trend.Z, a.Trend.P}, 1e-8)
		}
		near(t, "time", b.Time.People, a.Time.Technical, 1e-12)
		near(t, "energy", b.Energy.People, a.Energy.Technical, 1e-12)
		if len(a.Swings) != len(b.Swings) {
			t.Errorf("%d swings became %d", len(a.Swings), len(b.Swings))
		}
	})
}

// TestHoursScale counts every hour three times.
func TestHoursScale(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		thrice := changed(entries, func(e *journal.Entry) {
			for i := range e.Moments {
				e.Moments[i].Hours *= 3
			}
		})
		a, b := Of(entries, events, span), Of(thrice, events, span)
		for i := range a.Weeks {
			near(t, "T", b.Weeks[i].T, a.Weeks[i].T, 1e-12)
			near(t, "D", b.Weeks[i].D, a.Weeks[i].D, 1e-12)
			near(t, "NEff", b.Weeks[i].NEff, a.Weeks[i].NEff, 1e-9)
		}
		for i := range entries {
			plain := weekOf(&entries[i], trackMeans{.5, .5}, 0)
			near(t, "L without shrinking", weekOf(&thrice[i], trackMeans{.5, .5}, 0).L, plain.L, 1e-12)
		}
		near(t, "time", b.Time.People, a.Time.People, 1e-12)
		near(t, "energy", b.Energy.People, a.Energy.People, 1e-12)
	})
}

// TestOrder shuffles entries, moments and events.
func TestOrder(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		a := Of(entries, events, span)
		b := Of(shuffled(rng, changed(entries, func(e *journal.Entry) { e.Moments = shuffled(rng, e.Moments) })),
			shuffled(rng, events), span)
		for i := range a.Weeks {
			near(t, "L", b.Weeks[i].L, a.Weeks[i].L, 1e-12)
			near(t, "D", b.Weeks[i].D, a.Weeks[i].D, 1e-12)
		}
		mid := func(l Level) float64 { return l.Mid }
		nearAll(t, "level", leveled(b.Levels, mid), leveled(a.Levels, mid), 1e-10)
		if a.Verdict.Strength != b.Verdict.Strength || len(a.Kinds) != len(b.Kinds) {
			t.Errorf("%+v became %+v", a.Verdict, b.Verdict)
		}
	})
}

// TestAwayChangesNothing adds a week away, with moments and a split in it, to
// a gap of the span, and something to weeks outside the span.
func TestAwayChangesNothing(t *testing.T) {
	added := 0
	eachRandom(t, func(t *testing.T, rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		outside := []journal.Entry{
			{Week: span.From.Prev(), Split: &journal.Split{People: 100}, Moments: []journal.Moment{randomMoment(rng)}},
			{Week: span.To.Next(), Split: &journal.Split{People: 100}, Moments: []journal.Moment{randomMoment(rng)}},
		}
		a, b := Of(entries, events, span), Of(append(outside, entries...), events, span)
		if !reflect.DeepEqual(a, b) {
			t.Errorf("entries outside the span changed %+v to %+v", a, b)
		}
		for i := range span.Weeks() {
			w := span.From.Add(i)
			if slices.ContainsFunc(entries, func(e journal.Entry) bool { return e.Week == w }) {
				continue
			}
			e := splitEntry(i, 0, 0, 100, moment(journal.People, 2, 8))
			e.Away = "sick"
			b := Of(append([]journal.Entry{e}, entries...), events, span)
			at := slices.IndexFunc(b.Weeks, func(x Week) bool { return x.Week == w })
			if b.Weeks[at] != (Week{Week: w}) {
				t.Errorf("week away says %+v", b.Weeks[at])
			}
			b.Weeks = slices.Delete(b.Weeks, at, at+1)
			if !reflect.DeepEqual(a, b) {
				t.Errorf("a week away changed %+v to %+v", a, b)
			}
			added++
			return
		}
	})
	if added == 0 {
		t.Error("no journal had a gap")
	}
}

// TestEqualEnergies rates every moment alike: energy then pulls nowhere.
func TestEqualEnergies(t *testing.T) {
	for _, energy := range journal.Energies {
		eachRandom(t, func(t *testing.T, _ *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
			same := changed(entries, func(e *journal.Entry) {
				for i := range e.Moments {
					e.Moments[i].Energy = energy
				}
			})
			for i := range same {
				if w := weekOf(&same[i], trackMeans{.3, .3}, 0); w.Observed && (same[i].Split == nil || w.HasD) {
					near(t, "L without shrinking", w.L, w.T, 1e-12)
				}
			}
			if energy != journal.Neutral {
				return
			}
			for _, w := range Of(same, events, span).Weeks { // neutral is what the means start from
				near(t, "L", w.L, w.T, 1e-12)
			}
		})
	}
}

// TestUnchanged makes sure that nothing of the arguments is written to.
func TestUnchanged(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		entries = shuffled(rng, entries)
		entriesBefore, eventsBefore := changed(entries, func(*journal.Entry) {}), slices.Clone(events)
		Of(entries, events, span)
		SpanOf(entries, firstWeek)
		if !reflect.DeepEqual(entries, entriesBefore) || !reflect.DeepEqual(events, eventsBefore) {
			t.Error("the arguments were changed")
		}
	})
}

func TestSpanOf(t *testing.T) {
	today := firstWeek.Add(10)
	at := func(weeks ...int) (entries []journal.Entry) {
		for _, w := range weeks {
			entries = append(entries, entry(w))
		}
		return entries
	}
	for _, test := range []struct {
		name    string
		entries []journal.Entry
		want    Span
	}{
		{"empty", nil, Span{today, today}},
		{"before today", at(4, 2, 7), Span{firstWeek.Add(2), today}},
		{"after today too", at(12, 2), Span{firstWeek.Add(2), today}},
		{"after today only", at(12), Span{today, today}},
	} {
		if got := SpanOf(test.entries, today); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
