package words

import "heliotrope/journal/lean"

// StateName names a state of a dial, as a label.
func (w *Words) StateName(s lean.State) string { return w.Say("finding.state." + string(s)) }

// SpellName names a spell of one of r's dials, as a label: its state, with the
// week in which it began if it lasts, or why it is open if a change of work began
// the reading again.
func (w *Words) SpellName(r lean.Result, s lean.Spell) string {
	name := w.StateName(s.State)
	if s.State != lean.Open && s.State != lean.Insufficient && s.To == r.Span.To {
		if s.From.Year() != s.To.Year() {
			return w.Say("finding.state.since.year", Args{"State": name, "Week": w.WeekInline(s.From)})
		}
		return w.Say("finding.state.since", Args{"State": name, "Week": s.From.Number()})
	}
	for _, c := range r.Changes {
		if s.State == lean.Open && c.Event.Kind.ChangesWork() && c.Event.Week == s.From {
			return w.Say("finding.state.again." + string(c.Event.Kind))
		}
	}
	return name
}

// DialsTitle formats what the dials did over r's span as one sentence without a
// full stop: whether they moved at the last change of work, swung or had a trend.
func (w *Words) DialsTitle(r lean.Result) string {
	var last lean.EventChange
	for _, c := range r.Changes {
		if c.Event.Kind.ChangesWork() && c.Event.Week != last.Event.Week {
			last = c
		}
	}
	if last.Time.Clear() || last.Time.Comparable && last.Energy.Comparable {
		id := "finding.dials.none"
		switch time, energy := last.Time.Clear(), last.Energy.Clear(); {
		case time && energy:
			id = "finding.dials.both"
		case time && last.Energy.Comparable:
			id = "finding.dials.time"
		case time:
			id = "finding.dials.alone"
		case energy:
			id = "finding.dials.energy"
		}
		return w.Say(id, Args{"Event": w.event(last.Event)})
	}
	if s, ok := swing(r, r.Time.Dial); ok {
		return w.Say("finding.dials.swing", Args{"X": w.side(s.State), "Month": w.month(s)})
	}
	if points, to := trend(r); points != 0 {
		return w.Say("finding.dials.trend", Args{"Side": w.toward(to)})
	}
	return w.Say("finding.dials")
}

// nearEnergy is how much less energy, in points, is nearly as much.
const nearEnergy = 0.3

// TracksTitle formats how tech lead work compares with the two other tracks, as a
// sentence without a full stop, or what the chart shows where that is not known.
func (w *Words) TracksTitle(r lean.Result) string {
	if w.advice(r) != "" {
		return w.Say("finding.tracks.title.lead")
	}
	c, tracks := energyClaim(r), r.Energy.Tracks
	top, bottom, lead := tenths(tracks.Technical.Mean), tenths(tracks.People.Mean), tenths(tracks.Both.Mean)
	if c.side == lean.People {
		top, bottom = bottom, top
	}
	if c.is == side && tracks.Both.N >= lean.FirstRated && bottom < lead && 0 < lead && lead < top && tenths(top-lead) <= nearEnergy {
		return w.Say("finding.tracks.title.near", Args{"X": w.side(c.side)})
	}
	return w.Say("finding.tracks.title")
}
