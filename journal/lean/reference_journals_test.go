package lean

import (
	"fmt"
	"math"
	"math/rand/v2"

	"heliotrope/journal"
)

// refShape is what a journal of the reference is like. Shares and means may
// depend on the week.
type refShape struct {
	name  string
	weeks int

	gaps, away float64                      // shares of the weeks
	people     func(i int) float64          // people share of time, ½ if nil
	lead       float64                      // tech lead share of time
	split      func(i int) float64          // probability of a split, 1 if nil
	moments    float64                      // mean number a week
	tracks     []journal.Track              // that moments are of, all if nil
	energy     [3]func(int) float64         // means of technical, people and tech lead moments, 0 if nil
	spread     float64                      // of energies and, by a quarter, of shares
	silent     float64                      // share of moments without hours
	measured   func(people float64) float64 // people share that is measured, nil if nothing is
	events     []refEvent
	skip       func(i int) bool // weeks without anything
	cutFrom    int              // weeks before the span
	cutTo      int              // weeks after it, or, if negative, of the span after the last week

	log func(i int, e *journal.Entry) // in place of chance, if not nil
}

type refEvent struct {
	week int
	kind journal.EventKind
}

func always(x float64) func(int) float64 { return func(int) float64 { return x } }

// steps returns before until the week at, then after.
func steps(before, after float64, at int) func(int) float64 {
	return func(i int) float64 {
		if i < at {
			return before
		}
		return after
	}
}

func between(from, to int) func(int) bool { return func(i int) bool { return i >= from && i < to } }

var (
	onlyTechnical = []journal.Track{journal.Technical}
	onlyPeople    = []journal.Track{journal.People}
	onlyLead      = []journal.Track{journal.Both}
	bothEnds      = []journal.Track{journal.Technical, journal.People}
)

// tracksApart is energies of technical and people work that differ by twice x.
func tracksApart(x func(int) float64) [3]func(int) float64 {
	return [3]func(int) float64{func(i int) float64 { return -x(i) }, x, always(.3)}
}

var refShapes = []refShape{
	{name: "balanced", weeks: 52, gaps: .1, moments: 5, spread: .9, lead: .1},
	{name: "balanced, little noise", weeks: 40, moments: 8, spread: .4, lead: .2},
	{name: "people", weeks: 45, gaps: .1, people: always(.8), moments: 4, spread: .9, energy: tracksApart(always(.8))},
	{name: "technical", weeks: 45, gaps: .1, people: always(.1), moments: 4, spread: .8, energy: tracksApart(always(-.7)), lead: .1},
	{name: "opposed", weeks: 40, people: always(.85), moments: 5, spread: .8, energy: tracksApart(always(-.8))},
	{name: "tech lead", weeks: 40, people: always(.5), lead: .7, moments: 7, spread: .9},
	{name: "turns", weeks: 60, people: steps(.2, .8, 28), moments: 4, spread: .8, energy: tracksApart(steps(-.9, .9, 28))},
	{name: "turns when declared", weeks: 60, people: steps(.15, .85, 28), moments: 4, spread: .8, energy: tracksApart(steps(-.9, .9, 28)), events: []refEvent{{28, journal.RoleEvent}}},
	{name: "declared without a turn", weeks: 50, people: always(.8), moments: 6, spread: .7, energy: tracksApart(always(.9)), events: []refEvent{{20, journal.TeamEvent}, {22, journal.CompanyEvent}, {35, journal.LeaveEvent}}},
	{name: "several declared in a week", weeks: 40, gaps: .2, moments: 4, spread: .8, events: []refEvent{{12, journal.RoleEvent}, {12, journal.TeamEvent}, {12, journal.CompanyEvent}, {12, journal.OtherEvent}, {26, journal.TeamEvent}, {26, journal.TeamEvent}}},
	{name: "declared before and in the first weeks", weeks: 40, people: always(.8), moments: 6, spread: .6, energy: tracksApart(always(1)), skip: between(0, 5), events: []refEvent{{0, journal.RoleEvent}, {3, journal.RoleEvent}, {5, journal.TeamEvent}, {7, journal.RoleEvent}, {9, journal.CompanyEvent}}},
	{name: "declared often", weeks: 60, gaps: .15, people: always(.75), moments: 4, spread: .7, energy: tracksApart(always(.8)), events: []refEvent{{8, journal.RoleEvent}, {11, journal.RoleEvent}, {13, journal.TeamEvent}, {30, journal.CompanyEvent}, {31, journal.RoleEvent}, {58, journal.RoleEvent}}},
	{name: "declared in a gap", weeks: 50, people: always(.8), moments: 5, spread: .7, energy: tracksApart(always(.9)), skip: between(20, 30), events: []refEvent{{24, journal.RoleEvent}}},
	{name: "no split", weeks: 50, gaps: .1, people: always(.75), split: always(0), moments: 6, spread: .9, energy: tracksApart(always(.5)), lead: .2},
	{name: "no split, one moment a week", weeks: 45, people: always(.9), split: always(0), moments: 1, spread: .7, energy: tracksApart(always(1))},
	{name: "no split, hours left out", weeks: 45, people: always(.7), split: always(0), moments: 6, spread: .9, silent: .6},
	{name: "no split, no hours", weeks: 30, people: always(.85), split: always(0), moments: 7, spread: .9, silent: 1},
	{name: "half with a split", weeks: 60, gaps: .1, people: always(.65), split: always(.5), moments: 5, spread: .8, silent: .3},
	{name: "splits at first, then little", weeks: 50, people: always(.8), split: steps(1, 0, 5), moments: .8, spread: .8, energy: tracksApart(always(1))},
	{name: "splits that come late", weeks: 50, people: always(.2), split: steps(0, 1, 20), moments: 4, spread: .8, silent: .2},
	{name: "many gaps", weeks: 60, gaps: .6, people: always(.75), moments: 5, spread: .7, energy: tracksApart(always(.6))},
	{name: "a long gap", weeks: 60, people: always(.8), moments: 5, spread: .6, energy: tracksApart(always(.9)), skip: between(25, 43)},
	{name: "a gap of 13 weeks", weeks: 50, people: always(.8), moments: 5, spread: .6, energy: tracksApart(always(.9)), skip: between(20, 33)},
	{name: "a gap of 12 weeks", weeks: 50, people: always(.8), moments: 5, spread: .6, energy: tracksApart(always(.9)), skip: between(20, 30)},
	{name: "away often", weeks: 60, away: .4, gaps: .1, moments: 5, spread: .8, events: []refEvent{{17, journal.LeaveEvent}}},
	{name: "few moments", weeks: 50, gaps: .1, moments: .7, spread: .9, energy: tracksApart(always(.5))},
	{name: "splits only", weeks: 45, gaps: .1, people: always(.65), spread: .5},
	{name: "technical moments only", weeks: 40, moments: 4, spread: .9, tracks: onlyTechnical},
	{name: "people moments only, no split", weeks: 40, split: always(0), moments: 4, spread: .9, tracks: onlyPeople},
	{name: "tech lead moments only", weeks: 30, moments: 4, spread: .9, tracks: onlyLead},
	{name: "tech lead moments only, no split", weeks: 30, split: always(0), moments: 2, spread: .9, tracks: onlyLead},
	{name: "equal energies", weeks: 45, moments: 5, tracks: bothEnds, energy: tracksApart(always(0))},
	{name: "all drained", weeks: 45, moments: 5, energy: [3]func(int) float64{always(-2), always(-2), always(-2)}},
	{name: "at the bounds", weeks: 50, people: func(i int) float64 { return float64(i % 2) }, moments: 6, tracks: bothEnds, energy: tracksApart(always(2))},
	{name: "at one bound", weeks: 50, people: always(1), moments: 6, tracks: bothEnds, energy: tracksApart(always(-2))},
	{name: "energy drifts", weeks: 60, moments: 6, spread: .6, energy: tracksApart(func(i int) float64 { return math.Sin(float64(i) / 9) })},
	{name: "time drifts", weeks: 60, people: func(i int) float64 { return .5 + .45*math.Sin(float64(i)/10) }, moments: 3, spread: .3},
	{name: "moods", weeks: 50, moments: 5, energy: [3]func(int) float64{
		func(i int) float64 { return float64(i%3) - 1 }, func(i int) float64 { return float64(i%3) - .5 }, always(0),
	}, spread: .5},
	{name: "cut on both ends", weeks: 60, gaps: .1, people: steps(.1, .8, 12), moments: 5, spread: .8, silent: .2, split: always(.6), energy: tracksApart(steps(-1, .8, 12)), cutFrom: 13, cutTo: 9, events: []refEvent{{5, journal.RoleEvent}, {30, journal.RoleEvent}, {57, journal.RoleEvent}}},
	{name: "ended long before the span", weeks: 26, people: always(.8), moments: 5, spread: .5, energy: tracksApart(always(.9)), cutTo: -30},
	{name: "starts within the span", weeks: 50, people: always(.3), moments: 5, spread: .8, skip: between(0, 14), cutTo: -5},
	{name: "one week", weeks: 1, moments: 9, spread: .9},
	{name: "three weeks", weeks: 3, moments: 9, spread: .9, split: always(.3)},
	{name: "nine weeks", weeks: 9, people: always(.9), moments: 6, spread: .3, energy: tracksApart(always(.9))},
	{name: "two weeks, long ago", weeks: 2, moments: 2, spread: .9, cutTo: -20},
	{name: "declared while too little is rated", weeks: 22, log: lateTechnical(12), events: []refEvent{{11, journal.RoleEvent}}},
	{name: "declared in the week that is enough", weeks: 22, log: lateTechnical(12), events: []refEvent{{12, journal.RoleEvent}}},
	{name: "declared before the eighth week", weeks: 16, log: plainly(.9, 2), events: []refEvent{{3, journal.RoleEvent}}},
	{name: "declared while too little is logged", weeks: 20, log: func(i int, e *journal.Entry) {
		e.Moments = refMoments(-2, 1, 0)
	}, events: []refEvent{{9, journal.RoleEvent}}},
	{name: "enough and declared in one week", weeks: 20, log: func(i int, e *journal.Entry) {
		e.Moments = refMoments(-2, 1, 0)
	}, events: []refEvent{{11, journal.RoleEvent}}},
	{name: "left within a gap, taken again after it", weeks: 44, skip: between(20, 30), log: func(i int, e *journal.Entry) {
		plainly([]float64{-.9, .9, -.9, .9}[min(i/3, 3)], 0)(i, e)
		if i >= 30 {
			plainly(1, 0)(i, e)
		}
	}},
	{name: "no hours of one kind", weeks: 20, log: func(i int, e *journal.Entry) {
		e.Moments = refMoments(1, 1+i%3, 2)
		for k := range e.Moments[2+i%2:] {
			e.Moments[k].Kind, e.Moments[k].Hours = "own", 0
		}
	}},
	{name: "rising for 16 weeks", weeks: 16, log: rising},
	{name: "rising for 17 weeks", weeks: 17, log: rising},
	{name: "even, then neither", weeks: 50, log: func(i int, e *journal.Entry) {
		plainly(.01*float64(max(i-15, 0))+.1*float64(i%2*2-1), 0)(i, e)
	}},
	{name: "from even to a side", weeks: 60, log: slowly(1)},
	{name: "from even to the other side", weeks: 60, log: slowly(-1)},
	{name: "a split in every other week", weeks: 40, log: func(i int, e *journal.Entry) {
		plainly(.3, 1)(i, e)
		if i%2 == 0 {
			e.Split = nil
		}
	}},
	{name: "measured, splits off", weeks: 60, gaps: .1, people: always(.65), moments: 3, spread: .5, lead: .1, measured: func(p float64) float64 { return p - .3 }},
	{name: "measured, splits right", weeks: 45, gaps: .1, people: always(.62), moments: 3, spread: .5, lead: .1, measured: func(p float64) float64 { return p }},
	{name: "measured, all technical", weeks: 45, people: always(.8), moments: 3, spread: .5, measured: func(float64) float64 { return 0 }},
	{name: "measured, few splits", weeks: 60, gaps: .1, away: .1, people: always(.3), split: always(.4), moments: 3, spread: .5, measured: func(p float64) float64 { return p + .2 }, events: []refEvent{{30, journal.RoleEvent}}},
	{name: "nothing", weeks: 5, skip: between(0, 5)},
	{name: "only weeks away", weeks: 10, away: 1, moments: 4},
}

// refMoments returns n moments of one hour of each track with that energy, of
// people work the one given and of technical work its opposite.
func refMoments(energy journal.Energy, technical, people int) (moments []journal.Moment) {
	for range technical {
		moments = append(moments, journal.Moment{Kind: "coding", Track: journal.Technical, Energy: -energy, Hours: 1})
	}
	for range people {
		moments = append(moments, journal.Moment{Kind: "hiring", Track: journal.People, Energy: energy, Hours: 1})
	}
	return moments
}

// plainly logs a split of that T, and two moments a track of which people work
// has that energy and technical work its opposite.
func plainly(time float64, energy journal.Energy) func(int, *journal.Entry) {
	return func(_ int, e *journal.Entry) {
		people := int(math.Round(50 + 50*time))
		e.Split = &journal.Split{Technical: 100 - people, People: people}
		e.Moments = refMoments(energy, 2, 2)
	}
}

// rising logs weeks of which each has more people work than the one before.
func rising(i int, e *journal.Entry) { plainly(float64(i)/10-.8+.02*float64(i*i%3), 0)(i, e) }

// lateTechnical logs much people work, and technical work so that the sixth
// moment comes in that week.
func lateTechnical(week int) func(int, *journal.Entry) {
	return func(i int, e *journal.Entry) {
		technical := 1
		if i < week-5 {
			technical = 0
		}
		e.Moments = refMoments(2, technical, 4)
	}
}

// slowly logs weeks in which time and energy are even, and then move to the
// people side, or the technical one for -1, by so little that they stay even.
func slowly(side int) func(int, *journal.Entry) {
	return func(i int, e *journal.Entry) {
		step := min(max((i-10)/4, 0), 4)
		t := side * []int{0, 10, 15, 18, 21}[step]
		lead := (100 + t) % 2
		e.Split = &journal.Split{Technical: (100 - lead - t) / 2, Both: lead, People: (100 - lead + t) / 2}
		e.Moments = append(refMoments(0, 10, 10-step), refMoments(journal.Energy(side), 0, step)...)
	}
}

var refKinds = map[journal.Track][]string{
	journal.Technical: {"coding", "design", "own"}, journal.Both: {"planning", "own"}, journal.People: {"hiring", "conflict"},
}

// refJournal makes a journal of that shape. It begins in a year of 53 weeks.
func refJournal(rng *rand.Rand, s refShape) (entries []journal.Entry, events []journal.Event, span Span) {
	begin, err := journal.ParseWeek("2026-W30")
	if err != nil {
		panic(err)
	}
	span = Span{begin.Add(s.cutFrom), begin.Add(s.weeks - 1 - s.cutTo)}
	people, split := s.people, s.split
	if people == nil {
		people = always(.5)
	}
	if split == nil {
		split = always(1)
	}
	for i := range s.weeks {
		if s.skip != nil && s.skip(i) || rng.Float64() < s.gaps {
			continue
		}
		e := journal.Entry{Week: begin.Add(i)}
		if s.log != nil {
			s.log(i, &e)
			entries = append(entries, e)
			continue
		}
		if rng.Float64() < s.away {
			e.Away = "leave"
		}
		share := math.Max(0, math.Min(1, people(i)+s.spread/4*rng.NormFloat64()))
		if rng.Float64() < split(i) {
			lead := int(math.Round(20*s.lead)) * 5
			p := int(math.Round(share*float64(100-lead)/5)) * 5
			e.Split = &journal.Split{Technical: 100 - lead - p, Both: lead, People: p}
		}
		if s.measured != nil {
			refMeasure(rng, &e, math.Max(0, math.Min(1, s.measured(share))))
		}
		for range refCount(rng, s.moments) {
			e.Moments = append(e.Moments, refMoment(rng, s, i, share))
		}
		entries = append(entries, e)
	}
	for i, e := range s.events {
		events = append(events, journal.Event{ID: fmt.Sprint(i), Title: "x", Week: begin.Add(e.week), Kind: e.kind})
	}
	rng.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	rng.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
	return entries, events, span
}

// refMeasure gives most weeks evidence with about that people share, and some a diary
// of two to six days besides, of which fewer than four do not count.
func refMeasure(rng *rand.Rand, e *journal.Entry, people float64) {
	hours := func(all float64) journal.Hours {
		p := math.Max(0, math.Min(1, people+.1*rng.NormFloat64()))
		return journal.Hours{Technical: .9 * all * (1 - p), Both: .1 * all, People: .9 * all * p}
	}
	if rng.Float64() < .7 {
		h := hours(30)
		e.Evidence = &h
	}
	if rng.Float64() < .4 {
		for day := range 2 + rng.IntN(5) {
			e.Diary = append(e.Diary, journal.DiaryDay{Day: day + 1, Hours: hours(8)})
		}
	}
}

func refMoment(rng *rand.Rand, s refShape, week int, people float64) journal.Moment {
	track := journal.Technical
	switch {
	case s.tracks != nil:
		track = s.tracks[rng.IntN(len(s.tracks))]
	case rng.Float64() < s.lead:
		track = journal.Both
	case rng.Float64() < (1+people)/3: // both tracks are rated, whatever the share
		track = journal.People
	}
	m := journal.Moment{Kind: refKinds[track][rng.IntN(len(refKinds[track]))], Track: track}
	if rng.Float64() >= s.silent {
		m.Hours = []float64{.25, .5, 1, 2, 4, 9}[rng.IntN(6)]
	}
	mean := 0.0
	if f := s.energy[map[journal.Track]int{journal.Technical: 0, journal.People: 1, journal.Both: 2}[track]]; f != nil {
		mean = f(week)
	}
	m.Energy = journal.Energy(math.Max(-2, math.Min(2, math.Round(mean+s.spread*rng.NormFloat64()))))
	return m
}

// refCount draws a number around mean, never more than 12.
func refCount(rng *rand.Rand, mean float64) int {
	if mean < 2 {
		n := int(mean)
		if rng.Float64() < mean-float64(n) {
			n++
		}
		return n
	}
	return int(math.Max(0, math.Min(12, math.Round(mean+1.3*rng.NormFloat64()))))
}
