package chart_test

import (
	"fmt"
	"math"
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
// whose lean swings from people to technical. Every seventh week is missing,
// every tenth was away; missing adds others, counted from 0.
func sample(weeks int, missing ...int) lean.Result {
	r := lean.Result{Span: lean.Span{From: start, To: start.Add(weeks - 1)}}
	gone := make(map[int]bool)
	for _, i := range missing {
		gone[i] = true
	}
	for i := range weeks {
		mid := 0.35 * math.Cos(float64(i)/9)
		w := start.Add(i)
		r.Levels = append(r.Levels, lean.Level{
			Week: w, Mid: mid, Low50: mid - 0.09, High50: mid + 0.09, Low90: mid - 0.22, High90: mid + 0.22,
			ProbabilityPeople: 0.5 + mid,
		})
		if i%7 == 6 || gone[i] {
			continue
		}
		noise := float64(i*7919%23)/11 - 1
		observed := lean.Week{
			Week: w, Observed: i%10 != 9, L: min(max(-1, mid+0.4*noise), 1), T: mid / 2,
			D: noise / 4, HasD: i%3 != 0, NEff: 3, Noise: 0.5 + float64(i%4)/2,
		}
		r.Weeks = append(r.Weeks, observed)
		if observed.Observed {
			r.WeeksLogged++
			r.Moments += 4
		}
	}
	r.Verdict = lean.Verdict{Side: lean.TechnicalSide, Strength: lean.Clear}
	switch {
	case r.WeeksLogged < 4:
		r.Verdict = lean.Verdict{Side: lean.NoSide, Strength: lean.Insufficient, WeeksMissing: 4 - r.WeeksLogged}
	case weeks > 0:
		r.Verdict.Level = r.Levels[weeks-1]
	}
	if weeks == 0 {
		r.Span, r.Levels = lean.Span{}, nil
	}
	return r
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

func marks(s chart.Scene) []chart.Mark { return every[chart.Mark](s) }

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
