package words

import (
	"math"

	"heliotrope/journal/lean"
)

// side names one of the two sides as a noun: "technical work".
func (w *Words) side(s lean.State) string { return w.Say("finding.side." + string(s)) }

// toward names a side in "the … side", moment in "a … moment".
func (w *Words) toward(s lean.State) string { return w.Say("finding.toward." + string(s)) }
func (w *Words) moment(s lean.State) string { return w.Say("finding.moment." + string(s)) }

// TimeShare formats a T as a share of its side: "64% on the technical side".
func (w *Words) TimeShare(t float64) string {
	if t == 0 {
		return w.Say("finding.share.half")
	}
	return w.Say("finding.share", Args{"Share": w.share((1 + math.Abs(t)) / 2), "Side": w.toward(sideOf(t))})
}

// TimeRange formats what a level of time very likely is, as a share of the side
// that [Words.TimeShare] names for its middle: "very likely between 57 and 71%".
func (w *Words) TimeRange(l lean.Level) string {
	low, high := bounds(l)
	return w.Say("finding.range", Args{"Low": w.shareNumber((1 + low) / 2), "High": w.share((1 + high) / 2)})
}

// EnergyGap formats a difference of energy in points: "technical work 1.2 points
// higher".
func (w *Words) EnergyGap(e float64) string {
	if tenths(e) == 0 {
		return w.Say("finding.gap.none")
	}
	return w.Say("finding.gap", Args{"X": w.side(sideOf(e)), "Points": w.points(e)})
}

// EnergyRange formats what a level of energy very likely is, in points for the side
// that [Words.EnergyGap] names for its middle, and with both sides where it spans
// 0: "very likely between 0.9 and 1.5 points".
func (w *Words) EnergyRange(l lean.Level) string {
	low, high := bounds(l)
	args := Args{"Low": w.gap(low), "High": w.points(high)}
	if tenths(low) < 0 {
		behind := other(sideOf(l.Mid))
		args["Low"] = w.Say("finding.gap", Args{"X": w.side(behind), "Points": w.points(low)})
		args["High"] = w.Say("finding.gap", Args{"X": w.side(other(behind)), "Points": w.points(high)})
	}
	return w.Say("finding.range", args)
}

// bounds returns the bounds of l in favor of its side, the lower first.
func bounds(l lean.Level) (low, high float64) {
	if sideOf(l.Mid) == lean.Technical {
		return -l.High90, -l.Low90
	}
	return l.Low90, l.High90
}

// share formats a share of time as a percentage that is 50 only if the share is
// one half: next to it is said on which side it is.
func (w *Words) share(share float64) string {
	return w.Say("number.percent", Args{"Number": w.shareNumber(share)})
}

// shareNumber is share without a sign, for the first of two.
func (w *Words) shareNumber(share float64) string {
	v := 100 * share
	if percent(share) != 50 || share == 0.5 {
		return w.Number(v, 0)
	}
	if rounded(v, 1) == 50 {
		v = 50 + math.Copysign(0.1, v-50)
	}
	return w.Number(v, 1)
}

// points formats a difference of energies in points of the scale, "1.4 points",
// whatever its sign. With a decimal it is plural in English, and singular below 2
// in French.
func (w *Words) points(v float64) string {
	text := w.form("finding.points", false, math.Abs(rounded(v, 1)) < 2)
	return filled(text, []Args{{"Number": w.gap(v)}})
}

// gap is points without the unit, for the first of two.
func (w *Words) gap(v float64) string {
	if tenths(v) == 0 {
		return w.Number(0, 0)
	}
	return w.Number(math.Abs(v), 1)
}
