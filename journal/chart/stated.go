package chart

import (
	"math"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// statedBesideLogged draws the answers to each question from technical to
// people, under where both dials stand: what was said next to what was logged.
// Time fills the axis; energy is in points, of which the axis has two each way.
// A question without an answer has no mark.
func statedBesideLogged(in Input) (Chart, bool) {
	w, r := in.Words, in.Result
	answered := 0
	var answers []row
	for _, s := range r.Stated {
		row := row{
			name: statedName(s.Question, w), note: w.Say("chart.stated.none"),
			tip:    func() []string { return statedTip(s, w) },
			behind: lean.Subject{Figure: lean.StatedFigure, Question: s.Question, Span: r.Span},
		}
		if s.N > 0 {
			answered++
			row.note, row.known, row.mid = w.Count("chart.stated.answers", s.N), true, s.Mean
			row.shape, row.role = sideOf(s.Mean / ratingReach)
		}
		answers = append(answers, row)
	}
	if answered == 0 {
		return Chart{}, false
	}
	logged := []row{
		loggedRow(r.Time.Dial, ofTime, ratingReach, lean.TimeFigure, in),
		loggedRow(r.Energy.Dial, ofEnergy, 1, lean.EnergyFigure, in),
	}
	return rowsOf(Chart{
		ID: "stated", Title: w.StatedTitle(r), Caption: w.Say("chart.stated.caption"), Summary: statedSummary(r, w),
		Figures: []lean.Figure{lean.StatedFigure},
	}, in, []rowGroup{
		{title: w.Say("chart.stated.logged"), rows: logged}, {title: w.Say("chart.stated.said"), rows: answers},
	}, w.Track(journal.Technical), w.Say("chart.even"), w.Track(journal.People)), true
}

// loggedRow is the row of a dial, its values times factor.
func loggedRow(d lean.Dial, of int, factor float64, figure lean.Figure, in Input) row {
	w := in.Words
	r := row{
		name: w.Say(dialID[of] + ".name"), note: w.Say("chart.few"),
		tip:    func() []string { return []string{w.Say(dialID[of] + ".name"), w.Say("chart.few")} },
		behind: lean.Subject{Figure: figure, Span: in.Result.Span},
	}
	level, known := d.Now()
	if !known || d.State == lean.Insufficient {
		return r
	}
	r.note, r.known, r.mid = w.StateName(d.State), true, factor*level.Mid
	r.ranged, r.low, r.high = true, factor*level.Low90, factor*level.High90
	mark := stateMark(d.State)
	r.shape, r.role = mark.Shape, mark.Role
	r.tip = func() []string { return []string{w.Say(dialID[of] + ".name"), stands(of, level, w)} }
	return r
}

func statedName(q journal.Question, w *words.Words) string {
	return w.Say("chart.stated.name." + string(q))
}

// statedTip reads out a question: how it is asked and what was answered.
func statedTip(s lean.Stated, w *words.Words) []string {
	question := "question." + string(s.Question)
	lines := []string{
		statedName(s.Question, w),
		w.Say("chart.stated.tip.question", words.Args{
			"Ask": w.Say(question + ".ask"), "Technical": w.Say(question + ".technical"), "People": w.Say(question + ".people"),
		}),
	}
	if s.N == 0 {
		return append(lines, w.Say("chart.stated.none"))
	}
	return append(lines, w.Say("chart.stated.tip.answers", words.Args{
		"Mean": answer(s.Mean, w), "Answers": w.Count("chart.stated.answers", s.N),
	}))
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
	var sentences, open []string
	for _, s := range r.Stated {
		name := statedName(s.Question, w)
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
	for of, d := range []lean.Dial{r.Time.Dial, r.Energy.Dial} {
		if level, known := d.Now(); known && d.State != lean.Insufficient {
			sentences = append(sentences, w.Say("chart.stated.summary.logged", words.Args{"Stands": standsTip(of, level, w)}))
		}
	}
	return strings.Join(sentences, " ")
}
