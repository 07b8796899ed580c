package chart

import (
	"strconv"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// scale places the values from -2 to +2, of energy or of answers, between left
// and right. The middle is always in the middle, so that two charts can be laid
// side by side and a small value looks small.
type scale struct {
	left, right float64
}

// scaleIn returns a scale between the given sides whose marks are whole even at
// its ends.
func scaleIn(left, right float64) scale { return scale{left + inset, right - inset} }

func (s scale) x(value float64) float64 {
	return (s.left+s.right)/2 + min(max(-2, value), 2)/4*(s.right-s.left)
}

// leanAxis lays out leans from technical, on the left, to people, on the right.
type leanAxis struct {
	left, right float64 // of the plot
}

func (a leanAxis) middle() float64 { return (a.left + a.right) / 2 }

// x is the position of a lean.
func (a leanAxis) x(lean float64) float64 {
	return a.middle() + lean*((a.right-a.left)/2-inset)
}

// names returns the names of the sides at both ends, on a baseline, and that of
// the middle between them where it fits.
func (a leanAxis) names(w *words.Words, m Measurer, baseline float64) []Item {
	technical, people := sideNamed(journal.Technical, w), sideNamed(journal.People, w)
	items := technical.from(Point{a.left, baseline})
	items = append(items, people.to(Point{a.right, baseline}, m)...)
	balance := w.Say("chart.lean.middle")
	half := m.Width(balance, sideSize, false)/2 + tickGap
	if a.middle()-half < a.left+technical.width(m) || a.middle()+half > a.right-people.width(m) {
		return items
	}
	return append(items, Text{
		At: Point{a.middle(), baseline}, Text: balance, Size: sideSize, Anchor: Middle, Role: Muted,
	})
}

// weekAxis lays out calendar weeks from left to right, each with a cell of the
// same width.
type weekAxis struct {
	first       journal.Week // of the axis
	weeks       int          // cells; 0 for an empty journal
	left, right float64
}

// fewestCells is the least number of cells. A young journal fills the axis from
// the left, and the room that is left shows when a first lean can be named.
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
	label string
	year  string // under the label; "" if it goes without saying
}

const (
	tickSize = 12.0
	tickGap  = 10.0 // between the labels of two ticks
)

// tickSteps are the distances between ticks, in months, that are tried in turn.
var tickSteps = []int{1, 2, 3, 6, 12, 24, 60, 120}

// ticks returns as many ticks as fit without running into each other. Those
// that are whole years apart name only the year.
func (a weekAxis) ticks(w *words.Words, m Measurer) []tick {
	if a.weeks == 0 {
		return nil
	}
	for _, months := range tickSteps {
		ticks := a.ticksEvery(months, w)
		if first := a.firstTick(months, w); len(ticks) == 0 || first.clears(ticks[0], m) {
			ticks = append([]tick{first}, ticks...)
		}
		labelYears(ticks, months)
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
func (a weekAxis) ticksEvery(months int, w *words.Words) []tick {
	var ticks []tick
	from, end := a.first.Monday(), a.first.Add(a.weeks).Monday()
	day := time.Date(from.Year()-from.Year()%10, time.January, 1, 0, 0, 0, 0, time.UTC)
	for ; day.Before(end); day = day.AddDate(0, months, 0) {
		if day.After(from) {
			ticks = append(ticks, newTick(a.at(day), day, months, w))
		}
	}
	return ticks
}

// firstTick names the month in which the axis begins.
func (a weekAxis) firstTick(months int, w *words.Words) tick {
	return newTick(a.left, a.first.Monday(), months, w)
}

func newTick(x float64, day time.Time, months int, w *words.Words) tick {
	year := strconv.Itoa(day.Year())
	if months >= 12 {
		return tick{x: x, label: year, year: year}
	}
	return tick{x: x, label: w.MonthShort(day.Month()), year: year}
}

// labelYears leaves the year only under the first tick of each year.
func labelYears(ticks []tick, months int) {
	labeled := ""
	for i := range ticks {
		year := ticks[i].year
		if year == labeled || months >= 12 {
			ticks[i].year = ""
		}
		labeled = year
	}
}

// clears reports whether t leaves a gap before the label of the next tick.
func (t tick) clears(next tick, m Measurer) bool {
	return t.x+t.width(m)+tickGap <= next.x
}

func allClear(ticks []tick, m Measurer) bool {
	for i := 1; i < len(ticks); i++ {
		if !ticks[i-1].clears(ticks[i], m) {
			return false
		}
	}
	return true
}

func (t tick) width(m Measurer) float64 {
	return max(m.Width(t.label, tickSize, false), m.Width(t.year, tickSize, false))
}
