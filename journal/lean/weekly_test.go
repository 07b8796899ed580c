package lean

import (
	"math"
	"math/rand/v2"
	"testing"

	"heliotrope/journal"
)

// TestWeeklyByHand is the example of METHOD.md, section 1.
func TestWeeklyByHand(t *testing.T) {
	e := entry(0,
		moment(journal.Technical, 1, 20), moment(journal.Technical, -1, 8), moment(journal.People, 2, 6),
		moment(journal.Both, 1, 4), moment(journal.People, -1, 2))
	w := weekOf(&e, trackMeans{}, 0)
	near(t, "T", w.T, -0.5, 1e-15)
	near(t, "L", w.L, -21.0/53, 1e-15)
	near(t, "L-T", w.L-w.T, 0.1037736, 5e-8)
	near(t, "D", w.D, 0.1833333, 5e-8)
	near(t, "NEff", w.NEff, 702.25/274.25, 1e-14)
	near(t, "Hours", w.Hours, 40, 0)

	all := tallyOf([]*journal.Entry{&e})
	energy := all.energies()
	near(t, "people energy", energy.People, 1.2, 1e-15)
	near(t, "technical energy", energy.Technical, 7.0/15, 1e-15)
	near(t, "people drain", energy.PeopleDrain, 2.0/10, 1e-15)
	near(t, "technical drain", energy.TechnicalDrain, 8.0/30, 1e-15)
}

// TestOnlyNegativeEnergyDrains has every energy of the scale for an hour each.
func TestOnlyNegativeEnergyDrains(t *testing.T) {
	var e journal.Entry
	for energy := journal.Drained; energy <= journal.Energized; energy++ {
		e.Moments = append(e.Moments, moment(journal.Technical, energy, 1), moment(journal.Both, energy, 1))
	}
	got := tallyOf([]*journal.Entry{&e}).energies()
	near(t, "technical drain", got.TechnicalDrain, 2.0/5, 1e-15)
	near(t, "people drain", got.PeopleDrain, 2.0/5, 1e-15)
}

// TestWeeklyCases computes the rules of METHOD.md, section 1, by hand: κ = 3, m_k over all
// weeks of the span.
func TestWeeklyCases(t *testing.T) {
	away := splitEntry(4, 0, 0, 100, moment(journal.People, 2, 100))
	away.Away = "leave"
	entries := []journal.Entry{
		splitEntry(0, 40, 20, 40, moment(journal.Technical, 2, 6), moment(journal.People, -1, 2)),
		entry(1, moment(journal.Technical, 1, 3), moment(journal.Both, 0, 2)),
		splitEntry(2, 70, 0, 30),
		entry(3), // only a reflection, say
		away,
		entry(9, moment(journal.People, 2, 1000)), // outside the span
	}
	got := Of(entries, nil, spanOfWeeks(6)).Weeks

	// Pooled: technical 6 h at 1, 3 h at ¾, 1 h at ½; people 2 h at ¼, 1 h at ½.
	mT := (6 + 2.25 + 0.5 + 2.5) / (10 + 5)
	mP := (0.5 + 0.5 + 2.5) / (3 + 5)
	l := func(s, wP, wT float64) float64 { return (s*wP - (1-s)*wT) / (s*wP + (1-s)*wT) }
	want := []Week{
		{
			Week: firstWeek, Observed: true, HasSplit: true, Hours: 8,
			T: 0, L: l(0.5, (0.5+3*mP)/5, (6+3*mT)/9),
			D: -0.75, HasD: true, NEff: 6.5 * 6.5 / (36 + 0.25),
		},
		{
			Week: firstWeek.Add(1), Observed: true, Hours: 5,
			T: -0.6, L: l(0.2, (0.5+3*mP)/4, (2.75+3*mT)/7),
			D: (0 - 0.75) / 4, HasD: true, NEff: 3.25 * 3.25 / (2.25*2.25 + 1),
		},
		{Week: firstWeek.Add(2), Observed: true, HasSplit: true, T: -0.4, L: l(0.3, mP, mT), Noise: 4},
		{Week: firstWeek.Add(3)},
		{Week: firstWeek.Add(4)},
	}
	typical := (want[0].NEff + want[1].NEff) / 2
	want[0].Noise, want[1].Noise = typical/want[0].NEff, typical/want[1].NEff
	if len(got) != len(want) {
		t.Fatalf("%d weeks, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		nearAll(t, w.Week.String(), []float64{g.T, g.L, g.D, g.NEff, g.Noise, g.Hours},
			[]float64{w.T, w.L, w.D, w.NEff, w.Noise, w.Hours}, 1e-14)
		if g.Week != w.Week || g.Observed != w.Observed || g.HasD != w.HasD || g.HasSplit != w.HasSplit {
			t.Errorf("week %d: %+v, want %+v", i, g, w)
		}
	}
}

// TestNoiseClamped gives one week a hundred moments, and one a single moment.
func TestNoiseClamped(t *testing.T) {
	many := make([]journal.Moment, 100)
	for i := range many {
		many[i] = moment(journal.Technical, 1, 1)
	}
	five := many[:5]
	weeks := Of([]journal.Entry{
		entry(0, many...), entry(1, five...), entry(2, many[:1]...), entry(3, five...), splitEntry(4, 100, 0, 0),
		entry(5, moment(journal.People, journal.Drained, 3)),
	}, nil, spanOfWeeks(6)).Weeks
	for i, want := range []float64{0.25, 1, 4, 1, 4, 4} {
		near(t, weeks[i].Week.String(), weeks[i].Noise, want, 0)
	}
	near(t, "n_eff of a week that only drained", weeks[5].NEff, 0, 0)
}

// TestIdentities checks the two identities of METHOD.md, section 1, on random weeks
// without a split and without shrinking.
func TestIdentities(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 1))
	for range 2000 {
		e := entry(0)
		for range 1 + rng.IntN(8) {
			e.Moments = append(e.Moments, randomMoment(rng))
		}
		w := weekOf(&e, trackMeans{}, 0)
		if !(math.Abs(w.T) <= 1 && math.Abs(w.L) <= 1 && math.Abs(w.D) <= 1) {
			t.Fatalf("out of range: %+v", w)
		}
		var h, hw, hx, hwx float64
		for _, m := range e.Moments {
			weight, x := weightOf(m.Energy), 2*peopleShare(m.Track)-1
			h, hw, hx, hwx = h+m.Hours, hw+m.Hours*weight, hx+m.Hours*x, hwx+m.Hours*weight*x
		}
		if hw == 0 {
			near(t, "L of a week that only drained", w.L, w.T, 0)
			continue
		}
		near(t, "L", w.L, hwx/hw, 1e-12)
		near(t, "L-T", w.L-w.T, (hwx/h-hw/h*hx/h)/(hw/h), 1e-12) // Price 1970

		var all tally
		for i := range e.Moments {
			all.add(&e.Moments[i])
		}
		if all.people.weight == 0 || all.technical.weight == 0 {
			continue
		}
		wP, wT := all.people.weight/all.people.hours, all.technical.weight/all.technical.hours
		near(t, "atanh L", math.Atanh(w.L), math.Atanh(w.T)+math.Atanh((wP-wT)/(wP+wT)), 1e-9)
	}
}
