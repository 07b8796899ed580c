package chart

import (
	"strings"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// quadrantTitle returns which side each dial was on at the end of the latest
// quarter.
func quadrantTitle(r lean.Result, quarters []lean.Quarter, w *words.Words) string {
	q := quarters[len(quarters)-1]
	time, energy := sideIn(stateAt(r.Time.Dial, q.Time)), sideIn(stateAt(r.Energy.Dial, q.Energy))
	return w.Say("chart.quadrant.title."+time+"."+energy, words.Args{"Quarter": quarterName(q, w)})
}

// sideIn names the side that a state is on.
func sideIn(s lean.State) string {
	if s.IsSide() {
		return string(s)
	}
	return "none"
}

// quadrantCaption explains how to read the chart of so many quarters.
func quadrantCaption(quarters int, reach float64, w *words.Words) string {
	sentences := []string{w.Say("chart.quadrant.caption", words.Args{"Reach": w.Number(reach, 0)})}
	if quarters > 1 {
		sentences = append(sentences, w.Say("chart.quadrant.caption.path"))
	}
	if quarters > recentQuarters {
		sentences = append(sentences, w.Say("chart.quadrant.caption.older"))
	}
	return strings.Join(append(sentences, w.Say("chart.quadrant.caption.box")), " ")
}
