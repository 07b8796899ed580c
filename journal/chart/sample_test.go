package chart_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
)

var (
	start = week("2026-W23")
	fonts = chart.FontMeasurer{}
)

func week(text string) journal.Week {
	w, err := journal.ParseWeek(text)
	if err != nil {
		panic(err)
	}
	return w
}

// sample returns the result of a journal of so many calendar weeks from start
// whose time swings from people to technical, and whose energy goes its own way.
// Every seventh week is missing, every tenth was away; missing adds others, counted
// from 0.
func sample(weeks int, missing ...int) lean.Result {
	if weeks == 0 {
		return lean.Result{Time: lean.Time{Dial: lean.Dial{State: lean.Insufficient}}, Energy: lean.Energy{Dial: lean.Dial{State: lean.Insufficient}}}
	}
	r := lean.Result{Span: lean.Span{From: start, To: start.Add(weeks - 1)}}
	time := func(i int) float64 { return 0.35 * math.Cos(float64(i)/9) }
	r.Time.Dial = dialOf(weeks, time, 0.09, 0.22)
	r.Energy.Dial = dialOf(weeks, func(i int) float64 { return 1.2 * math.Sin(float64(i)/11) }, 0.2, 0.5)
	rating := lean.Rating{N: 20, Mean: 0.5, Low: 0.2, High: 0.8, Drained: 4}
	r.Energy.Tracks = lean.ByTrack[lean.Rating]{Technical: rating, Both: rating, People: rating}
	for i := range weeks {
		if i%7 == 6 || slices.Contains(missing, i) {
			continue
		}
		w := lean.Week{Week: start.Add(i), Away: i%10 == 9}
		if !w.Away {
			noise := float64(i*7919%23)/11 - 1
			w.Observed, w.Time, w.Noise, w.Moments = true, min(max(-1, time(i)+0.4*noise), 1), 1+float64(i%4)/2, 4
			w.Shares = lean.Shares{Technical: 0.5 - w.Time/2, People: 0.5 + w.Time/2}
			w.Energy.Technical = lean.Tally{N: 2, Sum: i % 3}
			if i%3 != 0 {
				w.Energy.People = lean.Tally{N: 1 + i%2, Sum: i*5%4 - 1}
			}
			r.WeeksLogged++
			r.Moments += 4
		}
		r.Weeks = append(r.Weeks, w)
	}
	if r.WeeksLogged < 4 {
		r.Time.State, r.Energy.State, r.Energy.Levels = lean.Insufficient, lean.Insufficient, nil
		r.Energy.Tracks.People.N = 2
	}
	return r
}

// dialOf returns a dial of so many weeks: too early at first, then open, then on
// the side where it stands.
func dialOf(weeks int, mid func(i int) float64, half50, half90 float64) lean.Dial {
	var d lean.Dial
	for i := range weeks {
		w, m := start.Add(i), mid(i)
		d.Levels = append(d.Levels, lean.Level{
			Week: w, Mid: m, Low50: m - half50, High50: m + half50, Low90: m - half90, High90: m + half90, ProbabilityPeople: 0.5,
		})
		state := lean.Technical
		switch {
		case i < 4:
			state = lean.Insufficient
		case i < 8 || m > -half90/2 && m < 0:
			state = lean.Open
		case m >= 0 && m < half90/2:
			state = lean.Even
		case m > 0:
			state = lean.People
		}
		if n := len(d.Spells); n == 0 || d.Spells[n-1].State != state {
			d.Spells = append(d.Spells, lean.Spell{Span: lean.Span{From: w}, State: state})
		}
		d.Spells[len(d.Spells)-1].To = w
	}
	last := d.Spells[len(d.Spells)-1]
	d.State, d.Since, d.Weeks = last.State, last.From, weeks
	return d
}

// closeEvents returns n events in a row of weeks from the given one, each with
// a longer title than the one before.
func closeEvents(from journal.Week, n int) []journal.Event {
	kinds := []journal.EventKind{journal.RoleEvent, journal.OtherEvent}
	var events []journal.Event
	for i := range n {
		events = append(events, journal.Event{
			ID: fmt.Sprint(i), Week: from.Add(i), Kind: kinds[i%2],
			Title: fmt.Sprintf("Event %d %s", i, strings.Repeat("très long ", 1+i*i)),
		})
	}
	return events
}

// every returns the items of one sort in a scene.
func every[T chart.Item](s chart.Scene) []T {
	var found []T
	for _, item := range s.Items {
		if it, ok := item.(T); ok {
			found = append(found, it)
		}
	}
	return found
}

func texts(s chart.Scene) []chart.Text { return every[chart.Text](s) }

func marks(s chart.Scene) []chart.Mark {
	return slices.DeleteFunc(every[chart.Mark](s), func(m chart.Mark) bool { return m.Role == chart.Ground }) // an edge
}

// box is where a text stands, as far as its letters reach.
func box(t chart.Text) (from, to chart.Point) { return boxBy(fonts, t) }

func boxBy(m chart.Measurer, t chart.Text) (from, to chart.Point) {
	width := m.Width(t.Text, t.Size, t.Bold)
	left := t.At.X
	switch t.Anchor {
	case chart.Middle:
		left -= width / 2
	case chart.End:
		left -= width
	}
	return chart.Point{X: left, Y: t.At.Y - 0.76*t.Size}, chart.Point{X: left + width, Y: t.At.Y + 0.24*t.Size}
}

func count[T chart.Item](s chart.Scene) int { return len(every[T](s)) }

func mustNotBeEmpty(t *testing.T, what, text string) {
	t.Helper()
	if text == "" || strings.HasPrefix(text, "chart.") || strings.Contains(text, "<no value>") {
		t.Errorf("%s is %q", what, text)
	}
}
