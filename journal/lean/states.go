package lean

import "heliotrope/journal"

const (
	// FirstRated is how many moments of each of the technical and the people
	// track must be rated before their energies are compared.
	FirstRated = 6

	firstWeeks   = 4  // fewer weeks, and nothing is said of time
	firstMoments = 12 // nor with fewer moments, where most weeks have no split

	sideWeeks    = 8  // from this week that counts on a side or even may be entered,
	restartWeeks = 4  // after a change of work from this one
	staleWeeks   = 13 // calendar weeks without one that counts, after which a dial is open
)

// rule is when a dial enters and leaves its states. Probabilities are those of
// the filtered posterior: what was known in that week. The numbers come from a
// simulation of people who look every week (METHOD.md, section 4).
type rule struct {
	enter float64 // probability of a side to enter it,
	run   int     // in so many weeks that count, running
	leave float64 // probability of the side under which it is left

	width     float64 // even is a level nearer to 0 than this,
	enterEven float64 // entered from open at this probability,
	leaveEven float64 // and left under this one
}

var (
	timeRule   = rule{enter: 0.97, run: 4, leave: 0.82, width: 0.25, enterEven: 0.90, leaveEven: 0.60}
	energyRule = rule{enter: 0.985, run: 1, leave: 0.82, width: 0.50, enterEven: 0.90, leaveEven: 0.60}
)

// look is what a dial shows in one calendar week, from nothing later.
type look struct {
	week         int  // its index
	counts       bool // whether it adds anything to the dial
	change       bool // whether the work was declared to change in it
	insufficient bool // whether too little was logged so far

	people func() float64              // P(level > 0)
	near   func(width float64) float64 // P(-width < level < width)
}

// passage takes a dial through its states, one calendar week after another. A
// state is entered by a probability that is left only by a much smaller one,
// a Schmitt trigger, so that looking again each week is safe and a title does
// not flicker.
type passage struct {
	rule   rule
	state  State
	spells []Spell

	weeks     int  // that count, so far
	changed   bool // whether a change of work set the dial open,
	restarted int  // and how many weeks have counted since
	last      int  // the last week that counts
	technical int  // how many weeks that count, running, were sure enough of this side
	people    int  // and of this one
}

// see takes in the next week: first a change of work, then leaving a state, then
// entering one, then whether the last week that counts is long ago.
func (p *passage) see(l look) {
	before := p.state
	p.move(l)
	week := journal.WeekAt(l.week)
	if p.state != before {
		p.spells = append(p.spells, Spell{Span{From: week}, p.state})
	}
	p.spells[len(p.spells)-1].To = week
}

func (p *passage) move(l look) {
	if l.change && !l.insufficient {
		p.state, p.changed, p.restarted = Open, true, 0
		p.technical, p.people = 0, 0
	}
	people := l.people()
	if l.counts {
		p.count(l.week, people)
	}
	if l.insufficient {
		p.state = Insufficient
		return
	}
	if p.leaves(l, people) {
		p.state = Open
	}
	if l.counts && p.toSide() == 0 {
		p.enter(l)
	}
	if l.week-p.last >= staleWeeks {
		p.state = Open
	}
}

// count takes in a week that counts.
func (p *passage) count(week int, people float64) {
	p.last = week
	p.weeks++
	p.restarted++
	p.technical++
	p.people++
	if 1-people < p.rule.enter {
		p.technical = 0
	}
	if people < p.rule.enter {
		p.people = 0
	}
}

func (p *passage) leaves(l look, people float64) bool {
	switch p.state {
	case Technical:
		return 1-people < p.rule.leave
	case People:
		return people < p.rule.leave
	case Even:
		return l.near(p.rule.width) < p.rule.leaveEven
	}
	return p.state != Open
}

func (p *passage) enter(l look) {
	switch {
	case p.technical >= p.rule.run:
		p.state = Technical
	case p.people >= p.rule.run:
		p.state = People
	case p.state == Open && l.near(p.rule.width) >= p.rule.enterEven:
		p.state = Even
	}
}

// toSide returns how many more weeks must count before a side may be entered.
func (p *passage) toSide() int {
	if p.changed {
		return max(sideWeeks-p.weeks, restartWeeks-p.restarted, 0)
	}
	return max(sideWeeks-p.weeks, 0)
}

// dial returns the dial at the end of the passage.
func (p *passage) dial() Dial {
	d := Dial{State: Insufficient, Weeks: p.weeks, WeeksToSide: p.toSide(), Spells: p.spells}
	if n := len(p.spells); n > 0 {
		d.State, d.Since = p.state, p.spells[n-1].From
	}
	return d
}
