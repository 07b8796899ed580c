package chart

import (
	"math"
	"strings"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// statedTip reads out a question: how it is asked, what was answered and what
// was logged.
func statedTip(s lean.Stated, r lean.Result, w *words.Words) []string {
	question := "question." + string(s.Question)
	lines := []string{
		w.Say("chart.stated.name." + string(s.Question)),
		w.Say("chart.stated.tip.question", words.Args{
			"Ask": w.Say(question + ".ask"), "Technical": w.Say(question + ".technical"), "People": w.Say(question + ".people"),
		}),
	}
	if s.N == 0 {
		return append(lines, w.Say("chart.stated.none"))
	}
	level := r.Verdict.Level
	return append(lines,
		w.Say("chart.stated.tip.answers", words.Args{
			"Mean": answer(s.Mean, w), "Answers": w.Count("chart.stated.answers", s.N),
		}),
		w.Say("chart.stated.tip.logged", words.Args{
			"Lean": w.Toward(level.Mid), "Range": w.Range(level.Low90, level.High90),
		}),
	)
}

// answer gives a mean answer in words that keep its sign out: "1.3 of 2 toward
// people".
func answer(mean float64, w *words.Words) string {
	size := words.Args{"Number": w.Number(math.Abs(mean), 1)}
	switch {
	case math.Abs(mean) < 0.05:
		return w.Say("chart.stated.middle")
	case mean < 0:
		return w.Say("chart.stated.technical", size)
	}
	return w.Say("chart.stated.people", size)
}

// statedSummary describes the chart to those who cannot see it.
func statedSummary(r lean.Result, w *words.Words) string {
	var sentences []string
	var open []string
	for _, s := range r.Stated {
		name := w.Say("chart.stated.name." + string(s.Question))
		if s.N == 0 {
			open = append(open, name)
			continue
		}
		sentences = append(sentences, w.Say("chart.stated.summary.question", words.Args{
			"Name": name, "Mean": answer(s.Mean, w), "Answers": w.Count("chart.stated.answers", s.N),
		}))
	}
	if len(open) > 0 {
		sentences = append(sentences, w.Say("chart.stated.summary.open", words.Args{"Names": strings.Join(open, ", ")}))
	}
	level := r.Verdict.Level
	sentences = append(sentences, w.Say("chart.stated.summary.logged", words.Args{
		"Lean": w.Toward(level.Mid), "Range": w.Range(level.Low90, level.High90),
	}))
	return strings.Join(sentences, " ")
}
