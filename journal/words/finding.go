package words

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// Finding formats what r shows as a title without a full stop: where the time
// goes and what gives energy, or what is missing to know. It compares the two
// tracks, and never advises which to take.
func (w *Words) Finding(r lean.Result) string {
	time, energy := timeClaim(r), energyClaim(r)
	switch toSide := (Args{"Weeks": w.Count("count.weeks.more", r.Time.WeeksToSide)}); {
	case r.WeeksLogged == 0:
		return w.Say("finding.title.nothing")
	case time.is == missing:
		return w.Say("finding.title.missing", Args{"Missing": w.missing(r.Time)})
	case time.is == early && restart(r) != nil:
		return w.Say("finding.title.again", toSide)
	case time.is == early:
		return w.Say("finding.title.early", toSide)
	case time.is == stale:
		return w.Say("finding.title.stale", Args{"Week": w.WeekInline(time.last)})
	}
	if r.Time.FromMoments {
		return w.loggedTitle(r, energy)
	}
	same := time.is == side && time.side == energy.side
	args := Args{"Time": w.timeTitle(r, time), "Energy": w.energyTitle(r, energy, time.lead, same)}
	decided := time.lead || time.is == side || time.is == even
	switch {
	case !decided && energy.is == open && time.is == open:
		return w.Say("finding.title.neither")
	case !decided && (energy.is == open || energy.is == unsure):
		return w.Say("finding.title.uncertain")
	case !decided && (energy.is == side || energy.is == even):
		return capital(w.Say("finding.title.first", args))
	case time.lead && time.is != side: // long enough for a separate sentence
		args["Energy"] = capital(w.energyTitle(r, energy, true, false))
		return w.Say("finding.title.then", args)
	case energy.is == even:
		return w.Say("finding.title.beside", args)
	case energy.is == side && time.is == side && !same:
		return w.Say("finding.title.but", args)
	case energy.is == side:
		return w.Say("finding.title.and", args)
	}
	args["Energy"] = capital(w.energyTitle(r, energy, false, false))
	return w.Say("finding.title.then", args)
}

// loggedTitle is Finding where only the time of the logged moments is known. It
// names no side of time, as that would be read as one of all time.
func (w *Words) loggedTitle(r lean.Result, energy claim) string {
	args := Args{"Time": w.Say("finding.time.logged"), "Energy": capital(w.energyTitle(r, energy, false, false))}
	if energy.is == side || energy.is == even {
		return w.Say("finding.title.first", args)
	}
	return w.Say("finding.title.then", args)
}

// missing formats what a first reading of time lacks.
func (w *Words) missing(d lean.Time) string {
	weeks, moments := w.Count("count.weeks.more", d.WeeksMissing), w.Count("count.moments.more", d.MomentsMissing)
	switch {
	case d.MomentsMissing == 0:
		return weeks
	case d.WeeksMissing == 0:
		return moments
	}
	return w.Say("finding.both", Args{"Weeks": weeks, "Moments": moments})
}

// timeTitle formats the half of a title that is about time.
func (w *Words) timeTitle(r lean.Result, c claim) string {
	id := "finding.time." + string(c.is)
	switch {
	case c.lead && c.is == side:
		id += ".than"
	case c.lead:
		id = "finding.time.lead"
	}
	return w.Say(id, Args{"X": w.side(c.side), "Y": w.side(other(c.side)), "Share": w.Percent(r.Time.Shares.Both)})
}

// logged returns the end of the id of a sentence about time: another one where
// only the time of the logged moments is known.
func logged(r lean.Result) string {
	if r.Time.FromMoments {
		return ".logged"
	}
	return ""
}

// energyTitle formats the half of a title that is about energy. It names the other
// side where lead says that tech lead work may be meant; same is whether the half
// before it named the side.
func (w *Words) energyTitle(r lean.Result, c claim, lead, same bool) string {
	id, who := "finding.energy."+string(c.is), w.side(c.side)
	if same {
		who = w.Say("finding.it." + string(c.side))
	}
	switch than := c.lead || lead || same && c.verb != gives; {
	case c.is == side && than && c.verb != apart:
		id = "finding.energy." + string(c.verb) + ".than"
	case c.is == side:
		id = "finding.energy." + string(c.verb)
	case c.is == even:
		id += "." + string(c.verb)
	}
	technical, people := r.Energy.Tracks.Technical.N, r.Energy.Tracks.People.N
	fewest, n := lean.Technical, technical
	if people < n {
		fewest, n = lean.People, people
	}
	if c.is == missing && max(technical, people) < lean.FirstRated {
		id += ".both"
	}
	return w.Say(id, Args{
		"Who": who, "Other": w.side(other(c.side)), "Week": w.WeekInline(c.last), "Needed": lean.FirstRated,
		"Fewest": w.moment(fewest), "Rated": n, "Technical": technical, "People": people,
	})
}

// capital returns text with a capital for its first letter.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// SideWords is a part of a text that names a side.
type SideWords struct {
	Text string
	Side lean.State // Technical or People
}

// FindingSides returns the parts of [Words.Finding] that name a side, in order,
// so that each can be shown in its side's color.
func (w *Words) FindingSides(r lean.Result) []SideWords {
	technical, people := w.side(lean.Technical), w.side(lean.People)
	var named []SideWords
	sides := regexp.MustCompile("(?i)" + regexp.QuoteMeta(technical) + "|" + regexp.QuoteMeta(people))
	for _, text := range sides.FindAllString(w.Finding(r), -1) {
		s := lean.Technical
		if strings.EqualFold(text, people) {
			s = lean.People
		}
		named = append(named, SideWords{text, s})
	}
	return named
}

// TimeLine formats where the time goes: the share of one side, how sure that is
// and since when it has been named, or what is missing for a first reading.
func (w *Words) TimeLine(r lean.Result) string {
	c := timeClaim(r)
	switch {
	case r.WeeksLogged == 0:
		return w.Say("finding.begin")
	case c.is == missing:
		return w.Say("finding.line.few", Args{"Weeks": w.Count("count.weeks", r.WeeksLogged), "Moments": w.Count("count.moments", r.Moments)})
	}
	share := w.Percent(c.mid)
	if c.is == side || c.is == unsure {
		share = w.share(c.mid)
	}
	line := w.Say("finding.line.time"+logged(r), Args{
		"Share": share, "Side": w.toward(c.side), "Low": w.shareNumber(c.low), "High": w.share(c.high),
	}) + " " + w.ending("time", c, r.Time.Dial)
	if r.Time.FromMoments {
		line += " " + w.Say("finding.line.split")
	}
	return line
}

// EnergyLine formats which track gives more energy: by how much, how sure that is
// and since when it has been named, or which moments are missing to compare;
// "" if nothing was logged.
func (w *Words) EnergyLine(r lean.Result) string {
	c, tracks := energyClaim(r), r.Energy.Tracks
	switch {
	case r.WeeksLogged == 0:
		return ""
	case c.is == missing:
		return w.Say("finding.line.energy.few", Args{"Needed": lean.FirstRated, "Technical": tracks.Technical.N, "People": tracks.People.N})
	case c.is == even:
		return w.Say("finding.line.energy.even", Args{"Points": w.points(max(-c.low, c.high))})
	}
	return w.energyFigure(c) + " " + w.ending("energy", c, r.Energy.Dial)
}

// energyFigure formats by how many points the moments of one track leave more energy,
// with the range.
func (w *Words) energyFigure(c claim) string {
	args := Args{"X": w.moment(c.side), "Y": w.moment(other(c.side))}
	if tenths(c.low) < 0 {
		args["Low"], args["High"] = w.points(c.low), w.points(c.high)
		return w.Say("finding.line.energy.across", args)
	}
	args["Points"], args["Low"], args["High"] = w.points(c.mid), w.gap(c.low), w.gap(c.high)
	return w.Say("finding.line.energy."+string(c.verb), args)
}

// ending formats how sure the side of a dial is, or why none is named.
func (w *Words) ending(of string, c claim, d lean.Dial) string {
	id, week := "finding.line."+string(c.is), d.Since
	switch {
	case c.is == side || c.is == even || c.is == open:
		id = "finding.line." + of + "." + string(c.is)
	case c.is == stale:
		week = c.last
	}
	return w.Say(id, Args{
		"X": capital(w.side(c.side)), "Surely": w.surely(c),
		"Week": w.WeekInline(week), "Weeks": w.Count("count.weeks.more", d.WeeksToSide),
	})
}

// surely formats how sure the side of a claim is: "almost certainly".
func (w *Words) surely(c claim) string {
	return w.Say("finding.surely." + c.surely())
}

// evenEnergy is a difference of energies, in points, above which nobody would
// call two tracks alike.
const evenEnergy = 0.5

// TracksLine formats the average energy of each track over the span, and that
// recent weeks differ where energy shows something else now. A track with too
// few moments is left out; "" if all are.
func (w *Words) TracksLine(r lean.Result) string {
	tracks := r.Energy.Tracks
	var averages []string
	for _, track := range journal.Tracks {
		if t := tracks.Of(track); t.N >= lean.FirstRated {
			averages = append(averages, w.Track(track)+" "+w.Signed(t.Mean, 1))
		}
	}
	if len(averages) == 0 {
		return ""
	}
	line := w.Say("finding.tracks", Args{"Span": w.span(r), "Averages": strings.Join(averages, " · ")})
	return strings.TrimSpace(line + " " + w.TracksNow(r))
}

// TracksNow formats that energy shows something else now than the averages of the
// tracks over the span, which it belongs next to; "" if it does not.
func (w *Words) TracksNow(r lean.Result) string {
	if !turned(r) {
		return ""
	}
	return w.Say("finding.tracks.now")
}

// turned reports whether energy shows something else now than the averages of the
// technical and the people track over the span.
func turned(r lean.Result) bool {
	c, people := energyClaim(r), tenths(r.Energy.Tracks.People.Mean)-tenths(r.Energy.Tracks.Technical.Mean)
	return c.is == side && (people == 0 || sideOf(people) != c.side) || c.is == even && max(people, -people) > evenEnergy
}

// Basis formats what r rests on: the weeks logged and away, the moments, and how
// tech lead work counts; "" if nothing was logged.
func (w *Words) Basis(r lean.Result) string {
	if r.WeeksLogged == 0 {
		return ""
	}
	basis := w.Say("finding.basis", Args{
		"Weeks": w.WeeksLogged(r.WeeksLogged, r.WeeksAway), "Spanned": w.Number(float64(r.Span.Weeks()), 0), "Moments": w.Count("count.moments", r.Moments),
	})
	if share := r.Time.Shares.Both; share > 0 && timeClaim(r).is != stale {
		basis += " " + w.Say("finding.basis.lead", Args{"Share": w.Percent(share)})
	}
	return basis
}
