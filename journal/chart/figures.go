package chart

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// The dials, in the order of their panels.
const (
	ofTime = iota
	ofEnergy
)

// dialID is the beginning of the ids of the words about a dial.
var dialID = [...]string{ofTime: "chart.time", ofEnergy: "chart.energy"}

// stands formats where a dial stood: "64% on the technical side, very likely
// between 57 and 71%".
func stands(of int, l lean.Level, w *words.Words) string {
	mid, likely := w.TimeShare(l.Mid), w.TimeRange(l)
	if of == ofEnergy {
		mid, likely = w.EnergyGap(l.Mid), w.EnergyRange(l)
	}
	return w.Say("chart.stands", words.Args{"Mid": mid, "Likely": likely})
}

// standsTip is stands after the name of the dial.
func standsTip(of int, l lean.Level, w *words.Words) string {
	return w.Say("chart.stands.tip", words.Args{"Dial": w.Say(dialID[of] + ".name"), "Stands": stands(of, l, w)})
}

// missingOf formats which moments a comparison of energies lacks.
func missingOf(e lean.Energy, w *words.Words) string {
	rated := func(t journal.Track) string { return w.Number(float64(e.Tracks.Of(t).N), 0) }
	args := words.Args{"Needed": w.Number(lean.FirstRated, 0), "Technical": rated(journal.Technical), "People": rated(journal.People)}
	switch technical, people := e.Missing(journal.Technical), e.Missing(journal.People); {
	case people == 0:
		delete(args, "People")
		return w.Say("chart.dials.missing.technical", args)
	case technical == 0:
		delete(args, "Technical")
		return w.Say("chart.dials.missing.people", args)
	}
	return w.Say("chart.dials.missing.both", args)
}

// ratingOf formats a mean energy and how many moments it is of: "+0.9 in 41
// moments".
func ratingOf(r lean.Rating, w *words.Words) string {
	return w.Count("chart.rating", r.N, words.Args{"Energy": w.Signed(r.Mean, 1)})
}

// sharesOf formats the shares of a week's time, those that are not 0.
func sharesOf(s lean.Shares, w *words.Words) string {
	var parts []string
	for _, track := range journal.Tracks {
		if share := s.Of(track); share > 0 {
			parts = append(parts, w.Say("chart.share", words.Args{"Track": w.Track(track), "Share": w.Percent(share)}))
		}
	}
	return strings.Join(parts, " · ")
}

// energiesOf formats the mean energy of each track in a week, "" if nothing was rated.
func energiesOf(week *lean.Week, w *words.Words) string {
	var parts []string
	for _, track := range journal.Tracks {
		if mean, known := week.Energy.Of(track).Mean(); known {
			parts = append(parts, w.Say("chart.mean", words.Args{"Track": w.Track(track), "Energy": w.Signed(mean, 1)}))
		}
	}
	return strings.Join(parts, " · ")
}

// untold is the reason of a week away of which none is told.
const untold = "other"

// weekTip reads out a week: its name and its figures. Logged is nil if nothing
// was, and away is why a week was not worked.
func weekTip(week, today journal.Week, logged *lean.Week, away string, w *words.Words) []string {
	lines := []string{w.Say("chart.tip.week", words.Args{"Week": w.Week(week), "Dates": w.WeekDates(week)})}
	switch {
	case away == untold:
		lines = append(lines, w.Say("chart.tip.away.untold"))
	case away != "":
		lines = append(lines, w.Say("chart.tip.away", words.Args{"Reason": oneLine(w.Away(away))}))
	case logged == nil && week == today:
		lines = append(lines, w.Say("chart.tip.running"), w.Say("chart.tip.running.why"))
	case logged == nil:
		lines = append(lines, w.Say("chart.tip.missing"))
	case !logged.Observed:
		lines = append(lines, w.Say("chart.tip.unrated"))
	default:
		lines = append(lines, w.Say("chart.tip.time", words.Args{"Shares": sharesOf(logged.Shares, w)}))
		if energies := energiesOf(logged, w); energies != "" {
			lines = append(lines, w.Count("chart.tip.energy", logged.Moments, words.Args{"Energies": energies}))
		}
	}
	return lines
}
