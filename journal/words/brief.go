package words

import (
	"cmp"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// BriefTime formats which share of the time goes to each track now, the largest
// first; where that is not known, it is [Words.TimeLine].
func (w *Words) BriefTime(r lean.Result) string {
	if c := timeClaim(r); c.is == missing || c.is == early || c.is == stale {
		return w.TimeLine(r)
	}
	tracks := slices.Clone(journal.Tracks)
	slices.SortStableFunc(tracks, func(a, b journal.Track) int {
		return cmp.Compare(percent(r.Time.Shares.Of(b)), percent(r.Time.Shares.Of(a)))
	})
	var shares []string
	for i, track := range tracks {
		work, share := w.Say("brief.work."+string(track)), r.Time.Shares.Of(track)
		switch {
		case i == 0:
			shares = append(shares, w.Say("brief.time"+logged(r), Args{"Work": capital(work), "Share": w.Percent(share)}))
		case percent(share) > 0:
			shares = append(shares, w.Say("brief.time.next", Args{"Work": work, "Share": w.Percent(share)}))
		}
	}
	return strings.Join(shares, ", ") + "."
}

// BriefEnergy formats by how much the energy of the two tracks differs, or what is
// known of that.
func (w *Words) BriefEnergy(r lean.Result) string {
	c, tracks := energyClaim(r), r.Energy.Tracks
	args := Args{"X": w.moment(c.side), "Y": w.moment(other(c.side))}
	switch {
	case c.is == missing:
		return w.Say("finding.line.energy.few", Args{"Needed": lean.FirstRated, "Technical": tracks.Technical.N, "People": tracks.People.N})
	case c.is == stale:
		return capital(w.energyTitle(r, c, false, false)) + "."
	case c.is == early:
		return w.EnergyLine(r)
	case c.is == even:
		return w.Say("finding.line.energy.even", Args{"Points": w.points(max(-c.low, c.high))})
	case tenths(c.low) < 0:
		args["Low"], args["High"] = w.points(c.low), w.points(c.high)
		return w.Say("finding.line.energy.across", args)
	}
	args["Points"] = w.points(c.mid)
	return w.Say("brief.energy."+string(c.verb), args)
}

// BriefBasis formats what r rests on: how many moments in how many weeks, of which
// some were away and others not logged, and since when in which role. The week of
// today is missing only once it is over.
func (w *Words) BriefBasis(r lean.Result, today journal.Week) string {
	if r.WeeksLogged == 0 {
		return ""
	}
	to, weeks := r.Span.To, r.Span.Weeks()
	if logged := slices.ContainsFunc(r.Weeks, func(week lean.Week) bool { return week.Week == today }); to == today && weeks > 1 && !logged {
		to, weeks = to.Prev(), weeks-1
	}
	parts := []string{w.Count("brief.basis.logged", r.WeeksLogged)}
	if r.WeeksAway > 0 {
		parts = append(parts, w.Count("brief.basis.away", r.WeeksAway))
	}
	if gaps := weeks - r.WeeksLogged - r.WeeksAway; gaps > 0 {
		parts = append(parts, w.Count("brief.basis.missing", gaps))
	}
	basis := w.Say("brief.basis", Args{
		"Moments": w.Count("count.moments", r.Moments), "Weeks": w.Count("count.weeks", weeks), "Last": w.WeekInline(to), "Parts": strings.Join(parts, ", "),
	})
	p := r.Position
	if p.Role == "" || p.Role == journal.RoleOther {
		return basis
	}
	return basis + " " + w.Say("brief.basis.role", Args{"Role": w.Role(p.Role), "Since": w.Date(p.Since.Monday())})
}

// BriefSure formats how sure both readings are, in one sentence.
func (w *Words) BriefSure(r lean.Result) string {
	time, energy := timeClaim(r), energyClaim(r)
	if time.is == missing {
		return w.Say("brief.sure.missing")
	}
	id := "brief.sure.energy." + string(energy.is)
	if energy.is == side && tenths(energy.low) < 0 {
		id += ".across" // the line for energy has the range
	}
	work := w.Say("brief.sure.work" + logged(r))
	return w.Say("brief.sure", Args{
		"Time": capital(w.Say("brief.sure.time."+string(time.is), Args{
			"Surely": w.surely(time), "Side": w.toward(time.side), "Low": w.shareNumber(time.low), "High": w.share(time.high),
			"Week": w.since(r.Time.Dial, time), "Work": work,
		})),
		"Energy": w.Say(id, Args{
			"Surely": w.surely(energy), "X": w.side(energy.side), "Low": w.gap(energy.low), "High": w.points(energy.high), "Week": w.since(r.Energy.Dial, energy),
		}),
	})
}

// since names the week since which the side of a dial has been named, or that of
// the last reading of a stale one.
func (w *Words) since(d lean.Dial, c claim) string {
	if c.is == stale {
		return w.WeekInline(c.last)
	}
	return w.WeekInline(d.Since)
}

// BriefChanges formats what the last changes of work did to time and to energy, at
// most so many, oldest first. A change before which nothing was logged is left out.
func (w *Words) BriefChanges(r lean.Result, most int) []string {
	var told []lean.EventChange
	for i, c := range r.Changes {
		same := i > 0 && r.Changes[i-1].Event.Week == c.Event.Week // one upheaval, however many events
		if !c.Event.Kind.ChangesWork() || same || c.Time.WeeksBefore == 0 {
			continue
		}
		told = append(told, c)
	}
	told = told[max(0, len(told)-most):]
	var changes []string
	for i, c := range told {
		changes = append(changes, w.briefChange(r, c, i == len(told)-1))
	}
	return changes
}

// briefChange formats a change. That energy has not moved is left out unless it is
// the last one.
func (w *Words) briefChange(r lean.Result, c lean.EventChange, last bool) string {
	args := Args{"Event": w.event(c.Event), "Date": w.Date(c.Event.Week.Monday())}
	var text string
	switch {
	case c.Time.Clear():
		s, sign := sideOf(c.Time.After.Mid), 1.0
		if s == lean.Technical {
			sign = -1
		}
		args["Side"] = w.toward(s)
		args["Before"], args["After"] = w.share((1+sign*c.Time.Before.Mid)/2), w.share((1+sign*c.Time.After.Mid)/2)
		text = w.Say("brief.changed.time"+logged(r), args)
	case c.Time.Comparable:
		text = w.Say("brief.changed.same"+logged(r), args)
	default:
		return w.Say("brief.changed.early", args)
	}
	switch {
	case c.Energy.Clear():
		text += " " + w.Say("brief.changed.energy", Args{"Points": w.points(c.Energy.Mid), "X": w.side(sideOf(c.Energy.Mid))})
	case c.Energy.Comparable && last:
		text += " " + w.Say("brief.changed.energy.same")
	}
	return text
}
