package words

import (
	"math"
	"strconv"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"heliotrope/journal/lean"
)

// A difference smaller than these is reported as none: it would not survive
// another week.
const (
	evenShare  = 0.025 // of the time, from one half
	evenEnergy = 0.25  // points of energy, between the two tracks
)

// trendLevel is what the p of a trend must be below to name it: a false alarm in
// about one journal in ten (METHOD.md of package lean, sections 3 and 4).
const trendLevel = 0.10

// Finding formats what r shows as one sentence without a full stop, for a
// title. It claims no more than r's verdict does, and never which track to
// take.
func (w *Words) Finding(r lean.Result) string {
	v := r.Verdict
	switch strength := strengthOf(r); strength {
	case lean.Early, lean.Leaning, lean.Clear:
		return w.Say("finding.title." + string(strength) + "." + string(v.Side))
	case lean.NoClear:
		return w.Say("finding.title.none")
	case lean.Balanced:
		return w.Say("finding.title.balanced")
	}
	switch {
	case nothing(r):
		return w.Say("finding.title.empty")
	case v.WeeksMissing > 0:
		return w.Count("finding.title.weeks", v.WeeksMissing)
	case v.MomentsMissing > 0:
		return w.Count("finding.title.moments", v.MomentsMissing)
	}
	return w.Say("finding.title.insufficient")
}

// FindingSide returns the words that name the verdict's side in [Words.Finding],
// so that they can be shown in the side's color, or "" if it names none.
func (w *Words) FindingSide(r lean.Result) string {
	switch strengthOf(r) {
	case lean.Early, lean.Leaning, lean.Clear:
		return w.Say("finding.side." + string(r.Verdict.Side))
	}
	return ""
}

// Facts formats where the time went and which hour gave more energy, as far as
// that is known; before a first reading, why no side is named.
func (w *Words) Facts(r lean.Result) string {
	if strengthOf(r) == lean.Insufficient {
		if nothing(r) {
			return ""
		}
		return w.Say("finding.facts.insufficient")
	}
	var parts []string
	if id, args := w.facts(r); id != "" {
		parts = append(parts, w.Say(id, args))
	}
	if v := r.Verdict; v.Strength == lean.Balanced || v.Strength == lean.NoClear && v.WillNotSettle {
		parts = append(parts, w.Say("finding.facts.bridge"))
	}
	return strings.Join(parts, " ")
}

// facts chooses the sentence about time and energy; "" if time is unknown.
func (w *Words) facts(r lean.Result) (id string, args Args) {
	if r.Time.Technical+r.Time.People <= 0 {
		return "", nil
	}
	id, share := "finding.facts.even", 0.5
	switch people := r.Time.People; {
	case people > 0.5+evenShare:
		id, share = "finding.facts.people", people
	case people < 0.5-evenShare:
		id, share = "finding.facts.technical", r.Time.Technical
	}
	args = Args{"Share": w.Percent(share)}
	difference, known := r.Energy.Difference()
	switch {
	case !known:
		return id, args
	case difference >= evenEnergy:
		id += ".people"
	case difference <= -evenEnergy:
		id += ".technical"
	default:
		id += ".even"
	}
	args["Points"] = w.Points(math.Abs(difference))
	return id, args
}

// Certainty formats what r rests on: the weeks logged, where the lean is with
// 90 % certainty and what more weeks would do; before a first reading, what is
// there so far.
func (w *Words) Certainty(r lean.Result) string {
	if strengthOf(r) == lean.Insufficient {
		if nothing(r) {
			return w.Say("finding.certainty.empty")
		}
		return w.Say("finding.certainty.soFar", Args{
			"Weeks": w.Count("count.weeks", r.WeeksLogged), "Moments": w.Count("count.moments", r.Moments),
		})
	}
	v := r.Verdict
	parts := []string{
		w.Count("finding.certainty.weeks", r.WeeksLogged, Args{"Spanned": w.Number(float64(r.Span.Weeks()), 0)}),
		w.Say("finding.certainty.level", Args{
			"Lean": w.Toward(v.Level.Mid), "Range": w.Range(v.Level.Low90, v.Level.High90),
		}),
	}
	switch {
	case v.Strength == lean.Clear:
	case v.Strength == lean.Leaning && v.WillNotSettle:
		parts = append(parts, w.Say("finding.certainty.leaning"))
	case v.WillNotSettle:
		parts = append(parts, w.Say("finding.certainty.willNotSettle"))
	case v.WeeksNeeded > 0:
		parts = append(parts, w.Count("finding.certainty.needed", v.WeeksNeeded))
	}
	return strings.Join(parts, " ")
}

// Movement formats whether the lean moved steadily over r's span; "" if that is
// not known yet.
func (w *Words) Movement(r lean.Result) string {
	if strengthOf(r) == lean.Insufficient || r.Trend == nil {
		return ""
	}
	return w.trend(*r.Trend)
}

// Swings formats where the lean swung from one side to the other, and that this is
// normal; "" if it did not.
func (w *Words) Swings(r lean.Result) string {
	if strengthOf(r) == lean.Insufficient || len(r.Swings) == 0 {
		return ""
	}
	var parts []string
	for _, swing := range r.Swings {
		parts = append(parts, w.Say("finding.swing."+string(swing.To), Args{"Date": w.Date(swing.Week.Monday())}))
	}
	return strings.Join(append(parts, w.Say("finding.swing.normal")), " ")
}

// trend formats a trend that is significant at 10%, or that there is none.
func (w *Words) trend(t lean.Trend) string {
	size := func(v float64) string { return w.Number(math.Abs(v), 2) }
	switch moved(t) {
	case lean.TechnicalSide:
		return w.Say("finding.movement.technical", Args{"Size": size(t.PerQuarter), "Low": size(t.High), "High": size(t.Low)})
	case lean.PeopleSide:
		return w.Say("finding.movement.people", Args{"Size": size(t.PerQuarter), "Low": size(t.Low), "High": size(t.High)})
	}
	return w.Say("finding.movement.none")
}

// moved returns the side that a trend goes to if it is significant at 10 %.
func moved(t lean.Trend) lean.Side {
	switch {
	case t.P >= trendLevel || t.PerQuarter == 0 || t.Low < 0 && t.High > 0:
		return lean.NoSide
	case t.PerQuarter < 0:
		return lean.TechnicalSide
	}
	return lean.PeopleSide
}

// Range formats two leans, the lower first, with words for their signs:
// "between 0.21 and 0.60 toward technical".
func (w *Words) Range(low, high float64) string {
	size := func(v float64) string { return w.Number(math.Abs(v), 2) }
	switch {
	case low < 0 && high <= 0:
		return w.Say("lean.range.technical", Args{"Low": size(high), "High": size(low)})
	case low >= 0 && high > 0:
		return w.Say("lean.range.people", Args{"Low": size(low), "High": size(high)})
	}
	return w.Say("lean.range.across", Args{"Low": w.Toward(low), "High": w.Toward(high)})
}

// Points formats a difference of energies in points of the scale: "1.4 points".
func (w *Words) Points(v float64) string {
	const decimals = 1
	return w.localize(&i18n.LocalizeConfig{
		MessageID: "finding.points",
		// As text, since 1.4 is plural in English and singular in French.
		PluralCount:  strconv.FormatFloat(v, 'f', decimals, 64),
		TemplateData: Args{"Number": w.Number(v, decimals)},
	})
}

// strengthOf returns the strength of r's verdict, and Insufficient where the
// verdict names no side although its strength needs one.
func strengthOf(r lean.Result) lean.Strength {
	v := r.Verdict
	switch v.Strength {
	case lean.NoClear, lean.Balanced:
		return v.Strength
	case lean.Early, lean.Leaning, lean.Clear:
		if v.Side == lean.TechnicalSide || v.Side == lean.PeopleSide {
			return v.Strength
		}
		return lean.NoClear
	}
	return lean.Insufficient
}

func nothing(r lean.Result) bool { return r.WeeksLogged == 0 && r.Moments == 0 }
