package chart

import (
	"math"
	"strconv"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// scale places the values from -reach to +reach between two ends, which are
// from left to right or from bottom to top. The middle is always in the middle,
// so that two charts can be laid side by side and a small value looks small.
type scale struct {
	from, to, reach float64
}

// scaleIn returns a scale between two sides whose marks are whole even at its
// ends.
func scaleIn(from, to, reach float64) scale {
	return scale{from + math.Copysign(inset, to-from), to - math.Copysign(inset, to-from), reach}
}

func (s scale) at(value float64) float64 {
	return s.middle() + min(max(-1, value/s.reach), 1)*(s.to-s.from)/2
}

func (s scale) middle() float64 { return (s.from + s.to) / 2 }

// The scales of time, -1 to 1, and of what is rated or answered, -2 to 2, are
// always whole. Energies differ by up to 4 points, but rarely by more than 2.
const (
	timeReach    = 1.0
	ratingReach  = 2.0
	energyReach  = 2.0
	longestReach = 4.0
)

// reachOf returns the least whole number of points from [energyReach] on that
// has room for all of the given differences of energy.
func reachOf(differences ...float64) float64 {
	reach := energyReach
	for _, d := range differences {
		reach = max(reach, math.Ceil(math.Abs(d)))
	}
	return min(reach, longestReach)
}

// sideNames returns the names of the sides at both ends of what lies between
// left and right, on a baseline, and whether they fit.
func sideNames(left, right, baseline float64, w *words.Words, m Measurer) (names []Item, fit bool) {
	technical, people := sideNamed(journal.Technical, w), sideNamed(journal.People, w)
	names = append(technical.from(Point{left, baseline}), people.to(Point{right, baseline}, m)...)
	return names, technical.width(m)+tickGap+people.width(m) <= right-left
}

// weekAxis lays out calendar weeks from left to right, each with a cell of the
// same width.
type weekAxis struct {
	first       journal.Week // of the axis
	weeks       int          // cells; 0 for an empty journal
	left, right float64
}

// fewestCells is the least number of cells. A young journal fills the axis from
// the left, and the room that is left shows when a side can be named.
const fewestCells = 8

func newWeekAxis(span lean.Span, left, right float64) weekAxis {
	axis := weekAxis{first: span.From, left: left, right: right}
	if span.From.Valid() && span.To.Valid() && span.Weeks() > 0 {
		axis.weeks = max(span.Weeks(), fewestCells)
	}
	return axis
}

// step is the width of a cell.
func (a weekAxis) step() float64 {
	if a.weeks == 0 {
		return 0
	}
	return (a.right - a.left) / float64(a.weeks)
}

// start is where the cell of week w begins.
func (a weekAxis) start(w journal.Week) float64 {
	return a.left + a.step()*float64(w.Index()-a.first.Index())
}

// center is the middle of the cell of week w.
func (a weekAxis) center(w journal.Week) float64 { return a.start(w) + a.step()/2 }

// at is where a day begins.
func (a weekAxis) at(day time.Time) float64 {
	days := day.Sub(a.first.Monday()).Hours() / 24
	return a.left + a.step()*days/7
}

// tick is a month, or a year on a long axis, that is named under the axis.
type tick struct {
	x     float64
	day   time.Time
	label string
}

const (
	tickSize = 12.0
	tickGap  = 10.0 // between the labels of two ticks
)

// tickSteps are the distances between ticks, in months, that are tried in turn.
var tickSteps = []int{1, 2, 3, 6, 12, 24, 60, 120}

// ticks returns as many ticks as fit without running into each other: the
// beginning of the axis, and first days of months.
func (a weekAxis) ticks(w *words.Words, m Measurer) []tick {
	if a.weeks == 0 {
		return nil
	}
	for _, months := range tickSteps {
		ticks := append([]tick{{x: a.left, day: a.first.Monday()}}, a.ticksEvery(months)...)
		label(ticks, months, w)
		if len(ticks) > 1 && !allClear(ticks[:2], m) {
			ticks = ticks[1:]
			label(ticks, months, w)
		}
		if last := ticks[len(ticks)-1]; last.x+last.width(m) > a.right {
			ticks = ticks[:len(ticks)-1]
		}
		if allClear(ticks, m) {
			return ticks
		}
	}
	return nil
}

// ticksEvery returns the ticks on the first days of months inside the axis.
func (a weekAxis) ticksEvery(months int) []tick {
	var ticks []tick
	from, end := a.first.Monday(), a.first.Add(a.weeks).Monday()
	day := time.Date(from.Year()-from.Year()%10, time.January, 1, 0, 0, 0, 0, time.UTC)
	for ; day.Before(end); day = day.AddDate(0, months, 0) {
		if day.After(from) {
			ticks = append(ticks, tick{x: a.at(day), day: day})
		}
	}
	return ticks
}

// label names the months of ticks, the first of each year with the year, or the
// years alone where ticks are whole years apart.
func label(ticks []tick, months int, w *words.Words) {
	named := 0
	for i := range ticks {
		t := &ticks[i]
		year, month := t.day.Year(), w.MonthShort(t.day.Month())
		switch {
		case months >= 12:
			t.label = strconv.Itoa(year)
		case year != named:
			t.label = w.Say("chart.month", words.Args{"Month": month, "Year": year})
		default:
			t.label = month
		}
		named = year
	}
}

// allClear reports whether each label leaves a gap before the next.
func allClear(ticks []tick, m Measurer) bool {
	for i := 1; i < len(ticks); i++ {
		if before := ticks[i-1]; before.x+before.width(m)+tickGap > ticks[i].x {
			return false
		}
	}
	return true
}

func (t tick) width(m Measurer) float64 {
	return m.Width(t.label, tickSize, false)
}
