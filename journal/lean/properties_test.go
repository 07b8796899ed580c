package lean

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"heliotrope/journal"
)

// eachJournal runs check on n journals of up to 40 weeks: one of anything, then
// one of a simulated user, and so on. In short tests they are fewer.
func eachJournal(n int, check func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span)) {
	if testing.Short() {
		n = (n + 9) / 10
	}
	for i := range n {
		rng := rand.New(rand.NewPCG(11, uint64(i)))
		weeks := 2 + rng.IntN(39)
		var entries []journal.Entry
		var events []journal.Event
		if i%2 == 0 {
			entries, events = randomJournal(rng, weeks, 1+rng.IntN(8))
		} else {
			w := usualWriter(rng)
			w.weeks, w.time, w.unsplit = weeks, 1.6*rng.Float64()-0.8, rng.IntN(4) == 0
			entries, events, _ = w.live(rng)
		}
		if len(entries) == 0 {
			entries = append(entries, entry(0, randomMoment(rng)))
		}
		check(rng, entries, events, spanOfWeeks(weeks))
	}
}

// edited returns a copy of entries, each edited.
func edited(entries []journal.Entry, edit func(*journal.Entry)) []journal.Entry {
	copies := make([]journal.Entry, len(entries))
	for i, e := range entries {
		copies[i] = e.Clone()
		edit(&copies[i])
	}
	return copies
}

// shuffled returns xs in another order.
func shuffled[T any](rng *rand.Rand, xs []T) []T {
	xs = slices.Clone(xs)
	rng.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
	return xs
}

// aMoment returns one of the moments that want wants, and whether there is any.
func aMoment(rng *rand.Rand, entries []journal.Entry, want func(journal.Moment) bool) (picked *journal.Moment, week journal.Week) {
	n := 0
	for i := range entries {
		if entries[i].Away != "" {
			continue
		}
		for k := range entries[i].Moments {
			if m := &entries[i].Moments[k]; want(*m) {
				if n++; rng.IntN(n) == 0 {
					picked, week = m, entries[i].Week
				}
			}
		}
	}
	return picked, week
}

// monotone is how many journals a monotone figure is tried on. Of some there is
// nothing to try, so that it is tried about 1,200 times.
const monotone = 1650

func TestMoreEnergyIsNeverLess(t *testing.T) {
	t.Parallel()
	tried, worst := moreEnergy(t)
	t.Logf("%d cases, the worst by %.4f points", tried, worst)
}

// moreEnergy raises the energy of one moment: its track's mean must not fall, nor
// the difference of energy go the other way, but for a trifle that comes from the
// effect of the week and from the drift. It returns in how many journals it did so
// and the greatest trifle in points.
func moreEnergy(t *testing.T) (tried int, worst float64) {
	eachJournal(monotone, func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		raised := edited(entries, func(*journal.Entry) {})
		m, week := aMoment(rng, raised, func(m journal.Moment) bool { return m.Track != journal.Both && m.Energy < journal.Energized })
		if m == nil {
			return
		}
		before := Of(entries, events, span)
		m.Energy += journal.Energy(1 + rng.IntN(int(journal.Energized-m.Energy)))
		after := Of(raised, events, span)

		for _, track := range journal.Tracks {
			a, b := before.Energy.Tracks.Of(track).Mean, after.Energy.Tracks.Of(track).Mean
			if b < a || track == m.Track && b == a && math.Abs(a) < 2 || track != m.Track && b != a {
				t.Errorf("a %s moment of %v gave more energy, and the mean of %s went from %v to %v", m.Track, week, track, a, b)
			}
		}
		a, defined := before.Energy.Now()
		b, _ := after.Energy.Now()
		if !defined {
			return
		}
		if m.Track == journal.Technical {
			a, b = b, a
		}
		tried++
		worst = max(worst, a.Mid-b.Mid)
		if a.Mid-b.Mid > 0.02 {
			t.Errorf("a %s moment of %v gave more energy, and the difference fell by %v", m.Track, week, a.Mid-b.Mid)
		}
	})
	return tried, worst
}

func TestMorePeopleWorkIsNeverLess(t *testing.T) {
	t.Parallel()
	tried, worst := morePeopleWork(t)
	t.Logf("%d cases, the worst by %.4f", tried, worst)
}

// morePeopleWork moves time of one week from technical work to people work: 5
// points of its split, or one moment. The week's T must rise. The level must not
// fall but for a trifle, unless T rises by more than 0.1: a week that is unlike
// the others also makes all weeks count for less, and one that goes from one end
// to the other may move the level by 0.1 the other way. It returns in how many
// journals it did so and the greatest trifle.
func morePeopleWork(t *testing.T) (tried int, worst float64) {
	eachJournal(monotone, func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		moved := edited(entries, func(*journal.Entry) {})
		e := &moved[rng.IntN(len(moved))]
		split := e.Split != nil
		switch {
		case e.Away != "" || split && e.Split.Technical < 5 || !split && len(e.Moments) == 0:
			return
		case split:
			e.Split.Technical -= 5
			e.Split.People += 5
		default:
			m := &e.Moments[rng.IntN(len(e.Moments))]
			if m.Track == journal.People {
				return
			}
			m.Track = journal.People
		}
		before, after := Of(entries, events, span), Of(moved, events, span)
		at := slices.IndexFunc(before.Weeks, func(w Week) bool { return w.Week == e.Week })
		rise := after.Weeks[at].Time - before.Weeks[at].Time
		if rise <= 0 {
			t.Errorf("more people work in %v, and its T went by %v", e.Week, rise)
		}
		if rise > 0.1+1e-9 {
			return
		}
		a, _ := before.Time.Now()
		b, _ := after.Time.Now()
		tried++
		worst = max(worst, a.Mid-b.Mid)
		if a.Mid-b.Mid > 0.02 {
			t.Errorf("more people work in %v, and the level fell by %v", e.Week, a.Mid-b.Mid)
		}
	})
	return tried, worst
}

// TestSwappedTracksMirrorEverything makes technical work of people work, and
// people work of technical work.
func TestSwappedTracksMirrorEverything(t *testing.T) {
	swap := map[journal.Track]journal.Track{
		journal.People: journal.Technical, journal.Technical: journal.People, journal.Both: journal.Both,
	}
	opposite := func(s State) State {
		switch s {
		case Technical:
			return People
		case People:
			return Technical
		}
		return s
	}
	mirrored := func(ls []Level) (ms []Level) {
		for _, l := range ls {
			ms = append(ms, Level{l.Week, -l.Mid, -l.High50, -l.Low50, -l.High90, -l.Low90, 1 - l.ProbabilityPeople})
		}
		return ms
	}
	eachJournal(200, func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		a := Of(entries, events, span)
		b := Of(edited(entries, func(e *journal.Entry) {
			if s := e.Split; s != nil {
				s.People, s.Technical = s.Technical, s.People
			}
			for i := range e.Moments {
				e.Moments[i].Track = swap[e.Moments[i].Track]
			}
		}), events, span)
		for i := range a.Weeks {
			near(t, "T of a week", b.Weeks[i].Time, -a.Weeks[i].Time, 1e-12)
		}
		for _, dial := range [][2]Dial{{a.Time.Dial, b.Time.Dial}, {a.Energy.Dial, b.Energy.Dial}} {
			sameLevels(t, dial[1].Levels, mirrored(dial[0].Levels), 1e-9)
			spells := slices.Clone(dial[0].Spells)
			for i := range spells {
				spells[i].State = opposite(spells[i].State)
			}
			if !slices.Equal(dial[1].Spells, spells) {
				t.Errorf("spells %v became %v", dial[0].Spells, dial[1].Spells)
			}
		}
		near(t, "people share", b.Time.Shares.People, a.Time.Shares.Technical, 1e-9)
		near(t, "tech lead share", b.Time.Shares.Both, a.Time.Shares.Both, 1e-9)
		if a.Energy.Tracks.People != b.Energy.Tracks.Technical || a.Energy.Tracks.Technical != b.Energy.Tracks.People || a.Energy.Tracks.Both != b.Energy.Tracks.Both {
			t.Errorf("tracks %+v became %+v", a.Energy.Tracks, b.Energy.Tracks)
		}
		if (a.Trend == nil) != (b.Trend == nil) {
			t.Errorf("trend %v became %v", a.Trend, b.Trend)
		} else if a.Trend != nil {
			near(t, "trend", b.Trend.PerQuarter, -a.Trend.PerQuarter, 1e-9)
			near(t, "p of the trend", b.Trend.P, a.Trend.P, 1e-9)
		}
	})
}

func sameLevels(t *testing.T, got, want []Level, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d levels, want %d", len(got), len(want))
	}
	for i, l := range want {
		if got[i].Week != l.Week {
			t.Fatalf("level %d is of %v, want %v", i, got[i].Week, l.Week)
		}
		near(t, "level", got[i].Mid, l.Mid, tolerance)
		near(t, "25 %", got[i].Low50, l.Low50, tolerance)
		near(t, "75 %", got[i].High50, l.High50, tolerance)
		near(t, "5 %", got[i].Low90, l.Low90, tolerance)
		near(t, "95 %", got[i].High90, l.High90, tolerance)
		near(t, "probability", got[i].ProbabilityPeople, l.ProbabilityPeople, tolerance)
	}
}

// sameDial checks all of a dial, levels to 1e-9.
func sameDial(t *testing.T, got, want Dial) {
	t.Helper()
	sameLevels(t, got.Levels, want.Levels, 1e-9)
	got.Levels = want.Levels
	if !reflect.DeepEqual(got, want) {
		t.Errorf("dial %+v became %+v", want, got)
	}
}

// TestOrderChangesNothing shuffles entries, moments and events.
func TestOrderChangesNothing(t *testing.T) {
	eachJournal(200, func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		a := Of(entries, events, span)
		b := Of(shuffled(rng, edited(entries, func(e *journal.Entry) { e.Moments = shuffled(rng, e.Moments) })),
			shuffled(rng, events), span)
		sameDial(t, b.Time.Dial, a.Time.Dial)
		sameDial(t, b.Energy.Dial, a.Energy.Dial)
		if a.Energy.Tracks != b.Energy.Tracks {
			t.Errorf("tracks %+v became %+v", a.Energy.Tracks, b.Energy.Tracks)
		}
		if !reflect.DeepEqual(a.Stated, b.Stated) || !reflect.DeepEqual(a.Chosen, b.Chosen) {
			t.Errorf("%+v became %+v", a, b)
		}
	})
}

// TestAwayWeeksChangeNothing is away, with a split and moments, in the weeks in
// which nothing was logged.
func TestAwayWeeksChangeNothing(t *testing.T) {
	added := 0
	eachJournal(200, func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		a := Of(entries, events, span)
		with := slices.Clone(entries)
		for i := range span.Weeks() {
			if w := span.From.Add(i); !slices.ContainsFunc(entries, func(e journal.Entry) bool { return e.Week == w }) {
				e := entry(i, randomMoment(rng))
				e.Split, e.Away = randomSplit(rng), "sick"
				with = append(with, e)
				added++
			}
		}
		b := Of(with, events, span)
		b.Weeks = slices.DeleteFunc(b.Weeks, func(w Week) bool { return w.Away })
		a.Weeks = slices.DeleteFunc(a.Weeks, func(w Week) bool { return w.Away })
		b.WeeksAway = a.WeeksAway
		if !reflect.DeepEqual(a, b) {
			t.Errorf("weeks away changed %+v to %+v", a, b)
		}
	})
	if added == 0 {
		t.Error("no journal had a gap")
	}
}

// TestAnotherScaleOfEnergyLeavesTheDifference rates each moment a point higher.
func TestAnotherScaleOfEnergyLeavesTheDifference(t *testing.T) {
	eachJournal(200, func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		shifted := func(by journal.Energy) Result {
			return Of(edited(entries, func(e *journal.Entry) {
				for i := range e.Moments {
					e.Moments[i].Energy = min(max(e.Moments[i].Energy, -1), 1) + by
				}
			}), events, span)
		}
		a := shifted(0)
		for _, by := range []journal.Energy{-1, 1} {
			b := shifted(by)
			sameDial(t, b.Energy.Dial, a.Energy.Dial)
			sameDial(t, b.Time.Dial, a.Time.Dial)
		}
	})
}

// TestLaterWeeksChangeNoEarlierState cuts journals short: a state that was seen
// in a week stays what was seen.
func TestLaterWeeksChangeNoEarlierState(t *testing.T) {
	eachJournal(100, func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		entries = edited(entries, func(e *journal.Entry) {
			for i := range e.Moments { // what others of its kind took is known later
				e.Moments[i].Hours = max(e.Moments[i].Hours, 0.5)
			}
		})
		whole := Of(entries, events, span)
		for range 4 {
			cut := Span{span.From, span.From.Add(rng.IntN(span.Weeks()))}
			part := Of(entries, events, cut)
			for _, dial := range [][2]Dial{{whole.Time.Dial, part.Time.Dial}, {whole.Energy.Dial, part.Energy.Dial}} {
				all, seen := statesIn(dial[0].Spells, span), statesIn(dial[1].Spells, cut)
				if !slices.Equal(all[:len(seen)], seen) {
					t.Errorf("up to %v: %v, seen then: %v", cut.To, all[:len(seen)], seen)
				}
				if dial[1].State != seen[len(seen)-1] {
					t.Errorf("the state is %v, the last spell %v", dial[1].State, seen[len(seen)-1])
				}
			}
		}
	})
}

// TestArgumentsStayAsTheyAre makes sure that nothing of the arguments is written to.
func TestArgumentsStayAsTheyAre(t *testing.T) {
	eachJournal(100, func(rng *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		entries = shuffled(rng, entries)
		before, eventsBefore := edited(entries, func(*journal.Entry) {}), slices.Clone(events)
		Of(entries, events, span)
		if !reflect.DeepEqual(entries, before) || !reflect.DeepEqual(events, eventsBefore) {
			t.Error("the arguments were changed")
		}
	})
}
