package words

import "heliotrope/journal/lean"

// LeanTitle formats what the lean did over r's span as one sentence without a
// full stop: where it swung or moved, at how many changes at work it did, or
// that it did not clearly move.
func (w *Words) LeanTitle(r lean.Result) string {
	switch {
	case strengthOf(r) == lean.Insufficient:
		return w.Say("chart.lean.title")
	case len(r.Swings) > 0:
		last := r.Swings[len(r.Swings)-1]
		return w.Say("chart.lean.title.swing."+string(last.To), Args{"Date": w.Month(last.Week.Monday().Month()), "Year": last.Week.Monday().Year()})
	}
	if r.Trend != nil {
		switch moved(*r.Trend) {
		case lean.TechnicalSide:
			return w.Say("chart.lean.title.technical")
		case lean.PeopleSide:
			return w.Say("chart.lean.title.people")
		}
	}
	if n := movedAt(r.Changes); n > 0 {
		return w.Count("chart.lean.title.events", n)
	}
	if r.Trend == nil {
		return w.Say("chart.lean.title.short")
	}
	return w.Say("chart.lean.title.none")
}

// movedAt returns at how many events the lean moved beyond chance.
func movedAt(changes []lean.EventChange) int {
	n := 0
	for _, c := range changes {
		if c.Comparable && (c.Low > 0 || c.High < 0) {
			n++
		}
	}
	return n
}
