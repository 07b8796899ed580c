package words

import (
	"cmp"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// DialLine is what a dial shows now, short enough for one line on screen: its figure,
// and how sure its side is and since when, or why none is named. Either may be "".
type DialLine struct{ Figure, Certainty string }

// TimeNow formats where the time of r goes now, in the shares of the three tracks, the
// largest first. [Words.TimeLine] gives the range of the side as well.
func (w *Words) TimeNow(r lean.Result) DialLine {
	c := timeClaim(r)
	if c.is == missing {
		return DialLine{Figure: w.TimeLine(r)}
	}
	tracks := slices.DeleteFunc(slices.Clone(journal.Tracks), func(t journal.Track) bool { return percent(r.Time.Shares.Of(t)) == 0 })
	slices.SortStableFunc(tracks, func(a, b journal.Track) int {
		return cmp.Compare(percent(r.Time.Shares.Of(b)), percent(r.Time.Shares.Of(a)))
	})
	var parts []string
	for i, track := range tracks {
		id := "trends.time.part"
		if i == 0 {
			id = "trends.time" + logged(r)
		}
		parts = append(parts, w.Say(id, Args{"Share": w.Percent(r.Time.Shares.Of(track)), "To": w.Say("trends.time.to." + string(track))}))
	}
	line := DialLine{strings.Join(parts, ", ") + ".", w.certainty(r, "time", c, r.Time.Dial)}
	if r.Time.FromMoments {
		line.Certainty += " " + w.Say("finding.line.split")
	}
	return line
}

// EnergyNow formats by how many points the moments of one track of r leave more energy
// now. [Words.EnergyLine] gives the range as well.
func (w *Words) EnergyNow(r lean.Result) DialLine {
	c := energyClaim(r)
	switch {
	case c.is == missing || c.is == even:
		return DialLine{Figure: w.EnergyLine(r)}
	case tenths(c.low) < 0:
		return DialLine{w.energyFigure(c), w.certainty(r, "energy", c, r.Energy.Dial)}
	}
	args := Args{"X": w.moment(c.side), "Y": w.moment(other(c.side)), "Points": w.points(c.mid)}
	return DialLine{w.Say("trends.energy."+string(c.verb), args), w.certainty(r, "energy", c, r.Energy.Dial)}
}

// certainty formats how sure the side of a dial of r is and since when it has been
// named, or why none is.
func (w *Words) certainty(r lean.Result, of string, c claim, d lean.Dial) string {
	if c.is != side {
		return w.ending(of, c, d)
	}
	week := w.WeekInline(d.Since)
	if d.Since.Year() == r.Span.To.Year() {
		week = w.Say("trends.week", Args{"Number": d.Since.Number()})
	}
	return w.Say("trends.sure."+c.surely(), Args{"Week": week})
}

// WeeksCovered formats which weeks r is of: how many up to which one, how many of them
// were logged, off and neither, and the moments. The week of today counts as missing
// only once it is over.
func (w *Words) WeeksCovered(r lean.Result, today journal.Week) string {
	missing := r.Span.Weeks() - len(r.Weeks)
	if n := len(r.Weeks); r.Span.Contains(today) && (n == 0 || r.Weeks[n-1].Week != today) {
		missing--
	}
	weeks := []string{w.Count("trends.covered.logged", r.WeeksLogged)}
	for _, part := range []struct {
		id string
		n  int
	}{
		{"trends.covered.off", r.WeeksAway},
		{"trends.covered.unrated", len(r.Weeks) - r.WeeksLogged - r.WeeksAway},
		{"trends.covered.missing", missing},
	} {
		if part.n > 0 {
			weeks = append(weeks, w.Count(part.id, part.n))
		}
	}
	return strings.Join([]string{
		w.Count("trends.covered", r.Span.Weeks(), Args{"Week": w.WeekInline(r.Span.To)}), strings.Join(weeks, ", "),
		w.Count("count.moments", r.Moments),
	}, " · ")
}
