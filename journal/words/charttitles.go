package words

import "heliotrope/journal/lean"

// LeanTitle says what the lean did over r's span in one sentence without a full
// stop: where it moved or swung, or that it did neither.
func (w *Words) LeanTitle(r lean.Result) string {
	switch {
	case strengthOf(r) == lean.Insufficient:
		return w.Say("chart.lean.title")
	case len(r.Swings) > 0:
		last := r.Swings[len(r.Swings)-1]
		return w.Say("chart.lean.title.swing."+string(last.To), Args{"Date": w.Month(last.Week.Monday().Month()), "Year": last.Week.Monday().Year()})
	case r.Trend == nil:
		return w.Say("chart.lean.title.short")
	}
	switch moved(*r.Trend) {
	case lean.TechnicalSide:
		return w.Say("chart.lean.title.technical")
	case lean.PeopleSide:
		return w.Say("chart.lean.title.people")
	}
	return w.Say("chart.lean.title.steady")
}
