package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// promised are the figures that hold, each of a population that the model was
// made for.
var promised = []population{
	{"balanced", like(nil, weeks(60)), []figure{
		{"told a side of time in any of 52 weeks", atMost(0.07), everSide(timeStates)},
		{"told that time is even, week 52", atLeast(0.65), told(timeStates, 52, toEven)},
		{"changes of the title a year", atMost(3), titleChanges},
		{"told a trend in any of 52 weeks", atMost(0.12), everTrend},
	}},
	{"balanced, judges splits well", like(unbiased), []figure{
		{"told a side of time in any of 52 weeks", atMost(0.01), everSide(timeStates)},
	}},
	{"T ±.2", like(oneWay(0.2)), []figure{
		{"told the wrong side of time in any of 52 weeks", atMost(0.01), everWrong},
	}},
	{"T ±.3", like(oneWay(0.3), weeks(60)), []figure{
		{"told the right side of time, week 26", atLeast(0.60), told(timeStates, 26, toTime)},
		{"told the right side of time, week 52", atLeast(0.72), told(timeStates, 52, toTime)},
		{"told the wrong side of time in any of 52 weeks", atMost(0.01), everWrong},
		{"told that time is even, week 52", atMost(0.10), told(timeStates, 52, toEven)},
		{"changes of the title a year", atMost(3), titleChanges},
	}},
	{"T ±.5", like(oneWay(0.5), weeks(26)), []figure{
		{"told the right side of time, week 26", atLeast(0.95), told(timeStates, 26, toTime)},
	}},
	{"T ±.3, the other way from week 27, undeclared", like(turning(0.3), weeks(30)), []figure{
		{"still told the old side of time, second week", atMost(0.30), told(timeStates, 28, toTime)},
		{"still told the old side of time, fourth week", atMost(0.07), told(timeStates, 30, toTime)},
	}},
	{"splits off by 10 points, half the weeks with evidence", like(offBy(0.10), sharp, weeks(26)), timeBand(26, atLeast(0.85))},
	{"splits off by 10 points, half the weeks with evidence", like(offBy(0.10), sharp), timeBand(52, atLeast(0.85))},
	{"splits off by 10 points, half the weeks with blurred evidence", like(offBy(0.10), blurred, weeks(26)), timeBand(26, atLeast(0.85))},
	{"splits off by 10 points, half the weeks with blurred evidence", like(offBy(0.10), blurred), timeBand(52, atLeast(0.85))},
	{"splits off by 10 points, half the weeks with slanted evidence", like(offBy(0.10), sharp, slanted, weeks(26)), timeBand(26, atLeast(0.85))},
	{"splits off by 10 points, half the weeks with slanted evidence", like(offBy(0.10), sharp, slanted), timeBand(52, atLeast(0.85))},
	{"balanced, half the weeks with blurred and slanted evidence", like(blurred, slanted, weeks(60)), []figure{
		{"90 % band of time contains the truth, last week", atLeast(0.88), coveredTime},
		{"told a side of time in any of 52 weeks", atMost(0.07), everSide(timeStates)},
		{"told that time is even, week 52", atLeast(0.65), told(timeStates, 52, toEven)},
		{"changes of the title a year", atMost(3), titleChanges},
	}},
	{"T ±.3, half the weeks with blurred and slanted evidence", like(oneWay(0.3), blurred, slanted, weeks(60)), []figure{
		{"told the right side of time, week 26", atLeast(0.60), told(timeStates, 26, toTime)},
		{"told the right side of time, week 52", atLeast(0.72), told(timeStates, 52, toTime)},
		{"told the wrong side of time in any of 52 weeks", atMost(0.01), everWrong},
		{"told that time is even, week 52", atMost(0.10), told(timeStates, 52, toEven)},
		{"changes of the title a year", atMost(3), titleChanges},
	}},
	{"T ±.3, all evidence technical", like(oneWay(0.3), sharp, blind), []figure{
		{"told the wrong side of time in any of 52 weeks", atMost(0.01), everWrong},
	}},
	{"any energies", like(nil, weeks(26)), []figure{
		{"90 % band of energy contains the truth, week 26", atLeast(0.88), covered},
		{"told the wrong side of energy, week 26", atMost(0.01), told(energyStates, 26, toWrongEnergy)},
	}},
	{"any energies, 60 % tech lead work", like(techLead, weeks(26)), bandOnly},
	{"any energies, 1 or 2 moments a week", like(sparse, weeks(26)), bandOnly},
	{"any energies, a point lower", like(lower, weeks(26)), bandOnly},
	{"any energies, only +1 and +2", like(onlyEnergizing, weeks(26)), bandOnly},
	{"energies drift by .05 a week", like(drifting(0.05), weeks(26)), bandOnly},
	{"energies drift by .10 a week", like(drifting(0.10), weeks(26)), []figure{
		{"90 % band of energy contains the truth, week 26", atLeast(0.78), covered},
		{"told the wrong side of energy, week 26", atMost(0.03), told(energyStates, 26, toWrongEnergy)},
	}},
	{"equal energies", like(equal), []figure{
		{"told a side of energy in any of 52 weeks", atMost(0.07), everSide(energyStates)},
		{"told that energy is even, week 52", atLeast(0.80), told(energyStates, 52, toEven)},
	}},
	{"equal energies, 60 % tech lead work", like(equal, techLead), []figure{
		{"told a side of energy in any of 52 weeks", atMost(0.07), everSide(energyStates)},
	}},
	{"equal energies, 1 or 2 moments a week", like(equal, sparse), []figure{
		{"told a side of energy in any of 52 weeks", atMost(0.07), everSide(energyStates)},
	}},
	{"energies .6 to 1 apart", like(apart, weeks(26)), []figure{
		{"told the right side of energy, week 26", atLeast(0.85), told(energyStates, 26, toEnergy)},
	}},
	{"energies .6 to 1 apart, 60 % tech lead work", like(apart, techLead, weeks(26)), []figure{
		{"told the right side of energy, week 26", atLeast(0.60), told(energyStates, 26, toEnergy)},
	}},
	{"energies .6 to 1 apart, 1 or 2 moments a week", like(apart, sparse, weeks(26)), []figure{
		{"told the right side of energy, week 26", atLeast(0.45), told(energyStates, 26, toEnergy)},
	}},
}

var bandOnly = []figure{{"90 % band of energy contains the truth, week 26", atLeast(0.88), covered}}

// beyond are figures of users whom the model does not assume. They are what they
// are.
var beyond = []population{
	{"balanced, splits off by 10 points", like(offBy(0.10)), sideOfTime},
	{"splits off by 10 points, half the weeks with blurred and slanted evidence", like(offBy(0.10), blurred, slanted, weeks(26)), timeBand(26, bound{})},
	{"splits off by 10 points, no evidence", like(offBy(0.10), weeks(26)), timeBand(26, bound{})},
	{"splits off by 10 points, no evidence", like(offBy(0.10)), timeBand(52, bound{})},
	{"balanced, splits off by 10 points, half the weeks with evidence", like(offBy(0.10), sharp), sideOfTime},
	{"T ±.3, splits off by 10 points, no evidence", like(oneWay(0.3), offBy(0.10)), rightAndWrong},
	{"T ±.3, splits off by 10 points, half the weeks with evidence", like(oneWay(0.3), offBy(0.10), sharp), rightAndWrong},
	{"T ±.3, half the weeks with evidence", like(oneWay(0.3), sharp), rightAndWrong},
	{"T ±.3, splits only noisy, no evidence", like(oneWay(0.3), noisy), rightAndWrong},
	{"T ±.3, splits only noisy, half the weeks with noisy evidence", like(oneWay(0.3), noisy, noisyEvidence), rightAndWrong},
	{"T ±.3, all evidence technical", like(oneWay(0.3), sharp, blind), rightAndWrong},
	{"balanced, weeks like the one before (correlation .5)", like(inert), sideOfTime},
	{"balanced, six splits in ten copied from the week before", like(func(w *writer, _ *rand.Rand) { w.copies = 0.6 }), sideOfTime},
	{"balanced, but ±7.5 points over a year", like(seasonal(0.075, 52)), sideOfTime},
	{"balanced, but ±15 points over half a year", like(seasonal(0.15, 26)), sideOfTime},
	{"balanced, but ±15 points over a year", like(seasonal(0.15, 52)), sideOfTime},
	{"balanced, no splits", like(unsplit), sideOfTime},
	{"T ±.3, no splits", like(oneWay(0.3), unsplit), []figure{
		{"told the right side of time, week 52", bound{}, told(timeStates, 52, toTime)},
	}},
	{"T ±.3, the other way from week 27, undeclared", like(turning(0.3), weeks(30)), []figure{
		{"still told the old side of time, second week, of those told it in week 26", bound{}, stillTold(28)},
		{"still told the old side of time, fourth week, of those told it in week 26", bound{}, stillTold(30)},
	}},
	{"T ±.5, the other way from week 27, declared", like(turning(0.5), declared, weeks(38)), newSide},
	{"T ±.5, the other way from week 27, undeclared", like(turning(0.5), weeks(38)), newSide},
	{"rates people moments only", like(func(w *writer, _ *rand.Rand) { w.onlyPeople = true }), []figure{
		{"told a side of energy in any of 52 weeks", bound{}, everSide(energyStates)},
	}},
	{"any energies, told the wrong side", like(nil), []figure{
		{"told the wrong side of energy in any of 52 weeks", bound{}, everWrongEnergy},
	}},
	{"energies drift by .10 a week, told the wrong side", like(drifting(0.10)), []figure{
		{"told the wrong side of energy in any of 52 weeks", bound{}, everWrongEnergy},
	}},
}

var sideOfTime = []figure{{"told a side of time in any of 52 weeks", bound{}, everSide(timeStates)}}

var rightAndWrong = []figure{
	{"told the right side of time, week 26", bound{}, told(timeStates, 26, toTime)},
	{"told the right side of time, week 52", bound{}, told(timeStates, 52, toTime)},
	{"told the wrong side of time in any of 52 weeks", bound{}, everWrong},
}

// timeBand is whether the band of time holds, of users who live so many weeks.
func timeBand(weeks int, reach bound) []figure {
	return []figure{{fmt.Sprintf("90 %% band of time contains the truth, week %d", weeks), reach, coveredTime}}
}

var newSide = []figure{
	{"told the new side of time, eighth week", bound{}, told(timeStates, 34, toTurned)},
	{"told the new side of time, twelfth week", bound{}, told(timeStates, 38, toTurned)},
}

// controls are figures that are missed by the rule of a single look, taken every
// week: a side is told where it has 95 % and no longer where it has not. A check
// that anything passes would show nothing.
var (
	controls = []population{
		{"balanced", like(nil), []figure{
			{"told a side of time in any of 52 weeks", atMost(0.07), everSide(timeStates)},
		}},
		{"equal energies", like(equal), []figure{
			{"told a side of energy in any of 52 weeks", atMost(0.07), everSide(energyStates)},
		}},
	}
	oneLook = rule{enter: 0.95, run: 1, leave: 0.95, width: 0.25, enterEven: 0.90, leaveEven: 0.90}
)

// like returns the usual user, changed.
func like(changes ...func(*writer, *rand.Rand)) func(*rand.Rand) writer {
	return func(rng *rand.Rand) writer {
		w := usualWriter(rng)
		for _, change := range changes {
			if change != nil {
				change(&w, rng)
			}
		}
		return w
	}
}

func weeks(n int) func(*writer, *rand.Rand) { return func(w *writer, _ *rand.Rand) { w.weeks = n } }

// oneWay gives users a T, half of them the opposite.
func oneWay(t float64) func(*writer, *rand.Rand) {
	return func(w *writer, rng *rand.Rand) { w.time = t * float64(1-2*rng.IntN(2)) }
}

func turning(t float64) func(*writer, *rand.Rand) {
	return func(w *writer, rng *rand.Rand) {
		oneWay(t)(w, rng)
		w.turn, w.turned = 26, -w.time
	}
}

func declared(w *writer, _ *rand.Rand)       { w.declared = true }
func inert(w *writer, _ *rand.Rand)          { w.inertia = 0.5 }
func unsplit(w *writer, _ *rand.Rand)        { w.unsplit = true }
func unbiased(w *writer, _ *rand.Rand)       { w.bias = 0 }
func techLead(w *writer, _ *rand.Rand)       { w.lead = 0.60 }
func sparse(w *writer, _ *rand.Rand)         { w.moments = oneOrTwo }
func onlyEnergizing(w *writer, _ *rand.Rand) { w.onlyEnergizing = true }
func equal(w *writer, _ *rand.Rand)          { w.technical = w.people }

func offBy(bias float64) func(*writer, *rand.Rand) {
	return func(w *writer, _ *rand.Rand) { w.bias = bias }
}

func noisy(w *writer, _ *rand.Rand)         { w.bias, w.noise = 0, 0.15 }
func sharp(w *writer, _ *rand.Rand)         { w.evidence, w.blur = 0.5, 0.05 }
func blurred(w *writer, _ *rand.Rand)       { w.evidence, w.blur = 0.5, 0.08 }
func slanted(w *writer, _ *rand.Rand)       { w.slant = 0.03 }
func noisyEvidence(w *writer, _ *rand.Rand) { w.evidence, w.blur = 0.5, 0.15 }
func blind(w *writer, _ *rand.Rand)         { w.blind = true }

func lower(w *writer, _ *rand.Rand) {
	w.technical--
	w.both--
	w.people--
}

func drifting(by float64) func(*writer, *rand.Rand) {
	return func(w *writer, _ *rand.Rand) { w.drift = by }
}

func seasonal(share float64, period int) func(*writer, *rand.Rand) {
	return func(w *writer, _ *rand.Rand) { w.season, w.period = share, period }
}

// apart sets the energies of both tracks .6 to 1 point apart, within the usual
// range.
func apart(w *writer, rng *rand.Rand) {
	gap := 0.6 + 0.4*rng.Float64()
	low := -0.3 + (1.4-gap)*rng.Float64()
	w.technical, w.people = low, low+gap
	if rng.IntN(2) == 0 {
		w.technical, w.people = w.people, w.technical
	}
}

func timeStates(l life) []State   { return l.timeStates }
func energyStates(l life) []State { return l.energyStates }

func toEven(life) State     { return Even }
func toTime(l life) State   { return sideOf(l.time) }
func toTurned(l life) State { return sideOf(l.turned) }
func toEnergy(l life) State { return sideOf(l.gaps[0]) }

func toWrongEnergy(l life) State { return sideOf(-l.gaps[25]) }

func sideOf(x float64) State {
	if x > 0 {
		return People
	}
	return Technical
}

func count(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// told counts users for whom a dial was in a state in a week, counted from 1.
func told(dial func(life) []State, week int, state func(life) State) func(life) float64 {
	return func(l life) float64 { return count(dial(l)[week-1] == state(l)) }
}

// stillTold counts users who are told the side of time that was theirs at first,
// of those who were told so in week 26.
func stillTold(week int) func(life) float64 {
	return func(l life) float64 {
		if l.timeStates[25] != sideOf(l.time) {
			return math.NaN()
		}
		return count(l.timeStates[week-1] == sideOf(l.time))
	}
}

// everSide counts users whose dial was on a side in any of 52 weeks.
func everSide(dial func(life) []State) func(life) float64 {
	return func(l life) float64 { return count(slices.ContainsFunc(dial(l)[:52], State.IsSide)) }
}

// everWrong counts users who were told the side that their time does not go to.
func everWrong(l life) float64 { return count(slices.Contains(l.timeStates[:52], sideOf(-l.time))) }

func everWrongEnergy(l life) float64 {
	for week, s := range l.energyStates {
		if s == sideOf(-l.gaps[week]) {
			return 1
		}
	}
	return 0
}

// titleChanges returns how often the two states together changed in the 52 weeks
// after time had enough weeks.
func titleChanges(l life) float64 {
	changes, weeks := 0, 0
	for k := 1; k < len(l.timeStates) && weeks < 52; k++ {
		if l.timeStates[k-1] == Insufficient {
			continue
		}
		weeks++
		if l.timeStates[k] != l.timeStates[k-1] || l.energyStates[k] != l.energyStates[k-1] {
			changes++
		}
	}
	return float64(changes)
}

// everTrend counts users who were told a trend in any of 52 weeks.
func everTrend(l life) float64 {
	for n := range l.result.Weeks {
		if !l.result.Weeks[n].Week.After(firstWeek.Add(51)) && trendOf(l.result.Weeks[:n+1]) != nil {
			return 1
		}
	}
	return 0
}

// coveredTime counts users whose band of time in the last week contains the truth.
func coveredTime(l life) float64 {
	now, _ := l.result.Time.Now()
	return count(now.Low90 <= l.time && l.time <= now.High90)
}

// covered counts users whose band of energy in the last week contains the truth,
// or who have none.
func covered(l life) float64 {
	now, defined := l.result.Energy.Now()
	truth := l.gaps[len(l.gaps)-1]
	return count(!defined || now.Low90 <= truth && truth <= now.High90)
}
