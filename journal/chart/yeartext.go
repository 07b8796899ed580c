package chart

import (
	"strings"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// weekCount counts the weeks of a span by what is known of them.
type weekCount struct {
	all, missing, away          int
	technical, people, balanced int // observed weeks by their side
}

func countWeeks(r lean.Result) weekCount {
	n := weekCount{all: r.Span.Weeks()}
	n.missing = n.all
	for _, week := range r.Weeks {
		if !r.Span.Contains(week.Week) {
			continue
		}
		n.missing--
		if !week.Observed {
			n.away++
			continue
		}
		switch shape, _ := sideOf(week.L); shape {
		case Circle:
			n.technical++
		case Diamond:
			n.people++
		default:
			n.balanced++
		}
	}
	return n
}

func (n weekCount) logged() int { return n.technical + n.people + n.balanced }

// yearTitle returns how many weeks are logged and, once a first reading may be
// made, how most of them leaned.
func yearTitle(r lean.Result, n weekCount, w *words.Words) string {
	id := "chart.year.title"
	switch half := n.logged() / 2; {
	case !read(r):
	case n.technical > half:
		id = "chart.year.title.technical"
	case n.people > half:
		id = "chart.year.title.people"
	case n.balanced > half:
		id = "chart.year.title.balanced"
	default:
		id = "chart.year.title.mixed"
	}
	return w.Count(id, n.logged(), words.Args{"Spanned": w.Number(float64(n.all), 0)})
}

// yearSummary gives the numbers of weeks.
func yearSummary(r lean.Result, n weekCount, w *words.Words) string {
	sentences := []string{w.Count("chart.lean.summary.weeks", n.logged(), words.Args{
		"Spanned": w.Number(float64(n.all), 0),
		"From":    w.Date(r.Span.From.Monday()), "To": w.Date(r.Span.To.Sunday()),
	})}
	if read(r) {
		for _, side := range []struct {
			id string
			n  int
		}{
			{"chart.year.summary.technical", n.technical},
			{"chart.year.summary.people", n.people},
			{"chart.year.summary.balanced", n.balanced},
		} {
			sentences = append(sentences, w.Count(side.id, side.n))
		}
	}
	if n.missing > 0 {
		sentences = append(sentences, w.Count("chart.year.summary.missing", n.missing))
	}
	if n.away > 0 {
		sentences = append(sentences, w.Count("chart.year.summary.away", n.away))
	}
	return strings.Join(sentences, " ")
}
