package words

import (
	"math"
	"slices"
	"strings"

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

// Remark is what a result shows besides its finding, in one sentence or two, and
// the figure that it is about.
type Remark struct {
	Subject lean.Subject
	Text    string
}

// Remarks formats what else r shows besides its finding and the lines of its dials,
// each about the weeks that it names. What is not certain enough, says the same
// again or reads like a contradiction of what is so now is left out.
func (w *Words) Remarks(r lean.Result, kinds journal.Kinds) []Remark {
	if r.WeeksLogged == 0 {
		return nil
	}
	var remarks []Remark
	add := func(figure lean.Figure, text string) {
		if text != "" {
			remarks = append(remarks, Remark{lean.Subject{Figure: figure, Span: r.Span}, text})
		}
	}
	add(lean.TracksFigure, w.advice(r))
	if e := restart(r); e != nil && timeClaim(r).is == early {
		add(lean.EventFigure, w.Say("finding.again."+string(e.Event.Kind), Args{"Week": w.WeekInline(e.Event.Week)}))
	}
	if points, to := trend(r); points != 0 {
		add(lean.TrendFigure, w.Count("finding.trend"+logged(r), points, Args{"Span": w.span(r), "Side": w.toward(to)}))
	}
	for i, c := range r.Changes {
		if i == 0 || r.Changes[i-1].Event.Week != c.Event.Week { // one upheaval, however many events
			add(lean.EventFigure, w.beforeAfter(r, c))
		}
	}
	if s, ok := swing(r, r.Time.Dial); ok {
		add(lean.SwingFigure, w.Say("finding.swing.time"+logged(r), Args{"X": w.side(s.State), "Month": w.month(s)}))
	}
	if s, ok := swing(r, r.Energy.Dial); ok {
		add(lean.SwingFigure, w.Say("finding.swing.energy", Args{"X": w.side(s.State), "Month": w.month(s)}))
	}
	add(lean.KindFigure, w.kindsApart(r, kinds))
	add(lean.ChosenFigure, w.chosen(r))
	if questions, mean := answered(r); questions >= answeredQuestions && (math.Abs(mean) >= evenAnswer || energyClaim(r).is == side) {
		add(lean.StatedFigure, w.StatedTitle(r)+".")
	}
	add(lean.DrainFigure, w.draining(r))
	add(lean.MemoryFigure, w.memory(r.Memory))
	if c := r.ChangePoint; c != nil && timeClaim(r).is != missing && !slices.ContainsFunc(r.Changes, func(e lean.EventChange) bool {
		apart := e.Event.Week.Index() - c.Week.Index()
		return apart >= -answeredWeeks && apart <= answeredWeeks
	}) {
		add(lean.ChangeFigure, w.Say("finding.change", Args{"Week": w.WeekInline(c.Week)}))
	}
	return remarks
}

// span names the weeks of r: "these 52 weeks".
func (w *Words) span(r lean.Result) string { return w.Count("finding.span", r.Span.Weeks()) }

// month formats the month in which a spell begins.
func (w *Words) month(s lean.Spell) string {
	day := s.From.Monday()
	return w.Say("finding.month", Args{"Month": w.Month(day.Month()), "Year": day.Year()})
}

// advice formats that tech lead work gives more energy than both others, and to
// try it first; "" if it does not.
func (w *Words) advice(r lean.Result) string {
	t := r.Energy.Tracks
	second, mean := lean.Technical, t.Technical.Mean
	if t.People.Mean > mean {
		second, mean = lean.People, t.People.Mean
	}
	above := tenths(t.Both.Mean) - tenths(mean)
	if !r.Energy.TechLeadGivesMost() || min(t.Technical.N, t.Both.N, t.People.N) < lean.FirstRated || above <= 0 {
		return ""
	}
	return w.Say("finding.advice", Args{
		"Energy": w.Signed(t.Both.Mean, 1), "Span": w.span(r), "Points": w.points(above), "X": w.side(second),
	})
}

// restart returns the change of work that began r's reading of time again, if it is
// recent and there was a reading before it.
func restart(r lean.Result) *lean.EventChange {
	e := r.Recent()
	if e != nil && slices.ContainsFunc(r.Time.Spells, func(s lean.Spell) bool {
		return s.State != lean.Insufficient && s.Contains(e.Event.Week)
	}) {
		return e
	}
	return nil
}

// worked reports whether the work changed in r's span: what moved is told of that
// change then.
func worked(r lean.Result) bool {
	return slices.ContainsFunc(r.Changes, func(c lean.EventChange) bool { return c.Event.Kind.ChangesWork() })
}

// trend returns by how many percentage points a quarter which side's share of time
// grew; 0 without a trend, or where the time swung or was moved by a change.
func trend(r lean.Result) (points int, to lean.State) {
	if r.Trend == nil || worked(r) || len(r.Time.Swings()) > 0 {
		return 0, ""
	}
	return int(math.Round(50 * math.Abs(r.Trend.PerQuarter))), sideOf(r.Trend.PerQuarter)
}

// swing returns the last swing of a dial of r from one side to the other, if it has
// one and no change of work to tell it of.
func swing(r lean.Result, d lean.Dial) (last lean.Spell, ok bool) {
	swings := d.Swings()
	if len(swings) == 0 || worked(r) {
		return last, false
	}
	return swings[len(swings)-1], true
}

// beforeAfter formats how far each dial moved from before an event to after it;
// "" where neither clearly did.
func (w *Words) beforeAfter(r lean.Result, c lean.EventChange) string {
	args := Args{"Event": w.event(c.Event), "Week": w.WeekInline(c.Event.Week)}
	var sentences []string
	if c.Time.Clear() {
		s, sign := sideOf(c.Time.After.Mid), 1.0
		if s == lean.Technical {
			sign = -1
		}
		args["Side"] = w.toward(s)
		args["Before"], args["After"] = w.share((1+sign*c.Time.Before.Mid)/2), w.share((1+sign*c.Time.After.Mid)/2)
		sentences = append(sentences, w.Say("finding.event.time"+logged(r), args))
	}
	if c.Energy.Clear() {
		args["Points"], args["X"] = w.points(c.Energy.Mid), w.side(sideOf(c.Energy.Mid))
		sentences = append(sentences, w.Say("finding.event.energy", args))
	}
	return strings.Join(sentences, " ")
}

// event names an event on one line.
func (w *Words) event(e journal.Event) string { return strings.Join(strings.Fields(w.Event(e)), " ") }

// kindsApart names the kinds of work that gave most and least energy over the span;
// "" if that could be chance or is not so any more, and of two kinds, which would
// show what the tracks do.
func (w *Words) kindsApart(r lean.Result, kinds journal.Kinds) string {
	ranked := slices.DeleteFunc(slices.Clone(r.Kinds), func(k lean.Kind) bool { return k.N < lean.FirstRated })
	if len(ranked) < 3 || turned(r) || ranked[0].Low <= ranked[len(ranked)-1].High {
		return ""
	}
	args := Args{"Span": w.span(r)}
	for name, k := range map[string]lean.Kind{"Most": ranked[0], "Least": ranked[len(ranked)-1]} {
		args[name], args[name+"Energy"], args[name+"Moments"] = k.ID, w.Signed(k.Mean, 1), w.Count("count.moments", k.N)
		if kind, ok := kinds.Find(k.ID); ok {
			args[name] = strings.Join(strings.Fields(w.Kind(kind)), " ")
		}
	}
	return w.Say("finding.kinds", args)
}

// chosen formats whether r's side of energy is the same among the moments that the
// user chose; "" if that is not known.
func (w *Words) chosen(r lean.Result) string {
	s, answer := energyClaim(r).side, r.Chosen.Answer
	switch answer {
	case lean.ChosenReverses:
		s = other(s)
	case lean.ChosenUntold, lean.ChosenUnsure:
		return ""
	}
	return w.Count("finding.chosen."+string(answer), r.Chosen.Chosen, Args{"Span": w.span(r), "X": w.side(s)})
}

// StatedTitle compares the side that the user's answers take, as the mean over the
// questions with an answer, with that of energy, in one sentence without a full
// stop; where too few questions were answered, it is how many were.
func (w *Words) StatedTitle(r lean.Result) string {
	questions, mean := answered(r)
	if questions < answeredQuestions {
		return w.Count("finding.stated.few", questions)
	}
	neither, energy := w.Say("finding.stated.neither"), energyClaim(r)
	args := Args{"X": neither, "Y": neither}
	if math.Abs(mean) >= evenAnswer {
		args["X"] = w.side(sideOf(mean))
	}
	if energy.is == side {
		args["Y"] = w.side(energy.side)
	}
	switch {
	case energy.is == missing || energy.is == early:
		return w.Say("finding.stated.alone", args)
	case args["X"] == args["Y"]:
		return w.Say("finding.stated.same", args)
	}
	return w.Say("finding.stated.differ", args)
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

// draining formats which share of the moments of each track drained; "" without
// any, with few moments, or where the track that gives more drained more often.
func (w *Words) draining(r lean.Result) string {
	technical, people := r.Energy.Tracks.Technical, r.Energy.Tracks.People
	if min(technical.N, people.N) < lean.FirstRated || technical.Drained+people.Drained == 0 {
		return ""
	}
	ofTechnical, ofPeople := float64(technical.Drained)/float64(technical.N), float64(people.Drained)/float64(people.N)
	if c := energyClaim(r); c.is == side && sideOf(ofTechnical-ofPeople) != c.side {
		return ""
	}
	return w.Say("finding.drain", Args{"Span": w.span(r), "Technical": w.Percent(ofTechnical), "People": w.Percent(ofPeople)})
}
