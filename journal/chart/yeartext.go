package chart

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// evenTime is how far from 0 the time of a week counts as on neither side: as
// that of the dial does, within an eighth of half.
const evenTime = 0.25

// weekCount counts the weeks of a span by what is known of them.
type weekCount struct {
	all, missing, away, running int
	technical, people, neither  int // observed weeks by their side
}

func countWeeks(r lean.Result, today journal.Week) weekCount {
	n := weekCount{all: r.Span.Weeks()}
	n.missing = n.all
	if r.Span.Contains(today) {
		n.missing--
		n.running++
	}
	for _, week := range r.Weeks {
		if week.Week == today {
			n.running--
		} else {
			n.missing--
		}
		switch {
		case !week.Observed:
			n.away++
		case week.Time <= -evenTime:
			n.technical++
		case week.Time >= evenTime:
			n.people++
		default:
			n.neither++
		}
	}
	return n
}

func (n weekCount) logged() int { return n.technical + n.people + n.neither }

// awayReason returns that a week was away, "" if it was not. Why is told by the
// chart of the dials alone.
func awayReason(week *lean.Week) string {
	if week == nil || !week.Away {
		return ""
	}
	return untold
}

// yearTitle returns how many weeks are logged and, once a first reading may be
// made, which side came first in most of them.
func yearTitle(r lean.Result, n weekCount, w *words.Words) string {
	args := words.Args{"Spanned": w.Number(float64(n.all), 0)}
	id, most, half := "", 0, n.logged()/2
	switch {
	case n.technical > half:
		id, most = "technical", n.technical
	case n.people > half:
		id, most = "people", n.people
	case n.neither > half:
		id, most = "neither", n.neither
	}
	logged := w.Count("chart.year.title", n.logged(), args)
	if id == "" || !read(r) {
		return logged
	}
	return w.Count("chart.year.title."+id, most, words.Args{"Logged": logged})
}

// yearSummary gives the numbers of weeks.
func yearSummary(r lean.Result, n weekCount, w *words.Words) string {
	sentences := []string{weeksOf(r, w)}
	for _, part := range []struct {
		id    string
		n     int
		shown bool
	}{
		{"technical", n.technical, read(r)}, {"people", n.people, read(r)}, {"neither", n.neither, read(r)},
		{"missing", n.missing, n.missing > 0}, {"away", n.away, n.away > 0}, {"running", n.running, n.running > 0},
	} {
		if part.shown {
			sentences = append(sentences, w.Count("chart.year.summary."+part.id, part.n))
		}
	}
	return strings.Join(sentences, " ")
}
