package words

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

const (
	// answeredQuestions is how many questions must have been answered before the
	// answers are compared with the log: one or two stand for a single week.
	answeredQuestions = 3
	// evenAnswer is how far from the middle a mean answer must be to take a
	// side, in points of the scale from -2 to +2.
	evenAnswer = 0.25
	// answeredWeeks is how near to an event a change is explained by it, in
	// weeks: to ask about it would be to ask twice.
	answeredWeeks = 4
)

// Chosen formats whether r's lean is the same among the moments that the user
// chose; "" if too few were chosen.
func (w *Words) Chosen(r lean.Result) string {
	c := r.Chosen.Chosen
	moments := w.Count("count.moments", c.N)
	switch r.Chosen.Answer {
	case lean.ChosenHolds:
		return w.Say("finding.chosen.holds", Args{"Moments": moments, "Lean": w.Toward(c.L)})
	case lean.ChosenReverses:
		return w.Say("finding.chosen.reverses", Args{"Moments": moments, "Lean": w.Toward(c.L)})
	case lean.ChosenUnsure:
		return w.Say("finding.chosen.unsure", Args{"Moments": moments})
	}
	return ""
}

// Recent formats that the present work is new and has a short history; "" if it
// is not new.
func (w *Words) Recent(r lean.Result) string {
	e := r.Verdict.Recent
	if e == nil {
		return ""
	}
	some, none := "finding.recent.role", "finding.recent.role.none"
	switch e.Event.Kind {
	case journal.TeamEvent:
		some, none = "finding.recent.team", "finding.recent.team.none"
	case journal.CompanyEvent:
		some, none = "finding.recent.company", "finding.recent.company.none"
	}
	if e.WeeksAfter == 0 {
		return w.Say(none)
	}
	return w.Count(some, e.WeeksAfter)
}

// BeforeAfter formats where the lean stood before and after an event of r, and
// whether the difference is significant; "" if they may not be compared.
func (w *Words) BeforeAfter(r lean.Result, c lean.EventChange) string {
	if strengthOf(r) == lean.Insufficient || !c.Comparable {
		return ""
	}
	args := Args{"Event": w.Event(c.Event), "Before": w.Toward(c.Before.Mid), "After": w.Toward(c.After.Mid)}
	id, low, high := "finding.event.none", c.Low, c.High
	switch {
	case c.Low > 0:
		id = "finding.event.people"
	case c.High < 0:
		id, low, high = "finding.event.technical", -c.High, -c.Low
	default:
		return w.Say(id, args)
	}
	args["Size"] = w.Number(math.Abs(c.Difference), 2)
	args["Low"], args["High"] = w.Number(low, 2), w.Number(high, 2)
	return w.Say(id, args)
}

// StatedBesideLogged compares the side that the user's answers take, as the mean
// over the questions with an answer, with that of what was logged; "" before
// a first reading and with fewer than three questions answered.
func (w *Words) StatedBesideLogged(r lean.Result) string {
	questions, mean := answered(r)
	if strengthOf(r) == lean.Insufficient || questions < answeredQuestions {
		return ""
	}
	args := Args{"Questions": w.Count("count.questions", questions), "Logged": w.logged(r)}
	id := "finding.stated.even"
	switch answerSide(mean) {
	case lean.PeopleSide:
		id = "finding.stated.people"
	case lean.TechnicalSide:
		id = "finding.stated.technical"
	default:
		return w.Say(id, args)
	}
	args["Points"] = w.Points(math.Abs(mean))
	return w.Say(id, args)
}

// StatedTitle is [Words.StatedBesideLogged] as one short sentence without a full
// stop, or how many questions were answered where that is "".
func (w *Words) StatedTitle(r lean.Result) string {
	questions, mean := answered(r)
	if strengthOf(r) == lean.Insufficient || questions < answeredQuestions {
		return w.Count("chart.stated.title.few", questions)
	}
	side, args := answerSide(mean), Args{"Logged": w.logged(r)}
	agree := strengthOf(r) == lean.Clear && side == r.Verdict.Side
	switch {
	case side == lean.TechnicalSide && agree:
		return w.Say("chart.stated.title.both.technical")
	case side == lean.PeopleSide && agree:
		return w.Say("chart.stated.title.both.people")
	case side == lean.TechnicalSide:
		return w.Say("chart.stated.title.technical", args)
	case side == lean.PeopleSide:
		return w.Say("chart.stated.title.people", args)
	}
	return w.Say("chart.stated.title.even", args)
}

// answered returns how many questions have an answer, and the mean over them.
func answered(r lean.Result) (questions int, mean float64) {
	for _, s := range r.Stated {
		if s.N > 0 {
			questions++
			mean += s.Mean
		}
	}
	return questions, mean / float64(max(questions, 1))
}

// answerSide returns the side that a mean answer takes.
func answerSide(mean float64) lean.Side {
	switch {
	case mean >= evenAnswer:
		return lean.PeopleSide
	case mean <= -evenAnswer:
		return lean.TechnicalSide
	}
	return lean.NoSide
}

// logged returns the end of a sentence about the log: r's verdict.
func (w *Words) logged(r lean.Result) string {
	people := r.Verdict.Side == lean.PeopleSide
	switch strength := strengthOf(r); {
	case strength == lean.Clear && people:
		return w.Say("finding.logged.clear.people")
	case strength == lean.Clear:
		return w.Say("finding.logged.clear.technical")
	case strength == lean.Balanced:
		return w.Say("finding.logged.balanced")
	case strength == lean.NoClear:
		return w.Say("finding.logged.none")
	case people:
		return w.Say("finding.logged.leaning.people")
	}
	return w.Say("finding.logged.leaning.technical")
}

// Draining formats which share of the rated hours of each track drained; "" before
// a first reading and without rated hours.
func (w *Words) Draining(r lean.Result) string {
	e := r.Energy
	technical, people := w.Percent(e.TechnicalDrain), w.Percent(e.PeopleDrain)
	switch {
	case strengthOf(r) == lean.Insufficient, !e.HasTechnical && !e.HasPeople:
		return ""
	case e.TechnicalDrain == 0 && e.PeopleDrain == 0:
		return w.Say("finding.drain.none")
	case e.HasTechnical && e.HasPeople:
		return w.Say("finding.drain.both", Args{"Technical": technical, "People": people})
	case e.HasTechnical:
		return w.Say("finding.drain.technical", Args{"Share": technical})
	}
	return w.Say("finding.drain.people", Args{"Share": people})
}

// ChangeQuestion asks about a change that the weeks hint at; "" if there is
// none, or if an event of the same weeks has answered it.
func (w *Words) ChangeQuestion(r lean.Result) string {
	c := r.ChangePoint
	if strengthOf(r) == lean.Insufficient || c == nil {
		return ""
	}
	for _, e := range r.Changes {
		if apart := e.Event.Week.Index() - c.Week.Index(); apart >= -answeredWeeks && apart <= answeredWeeks {
			return ""
		}
	}
	args := Args{"Week": w.Number(float64(c.Week.Number()), 0)}
	if c.Week.Year() == r.Span.To.Year() {
		return w.Say("finding.change", args)
	}
	args["Year"] = c.Week.Year()
	return w.Say("finding.change.year", args)
}
