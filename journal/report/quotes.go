package report

import (
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

const (
	mostMoments = 5   // in a list
	longest     = 320 // characters of a moment; the journal has the rest
)

// momentList is the moments at one end of the scale.
type momentList struct {
	Title   string
	Moments []moment
}

// moment is a moment as it is quoted.
type moment struct {
	Text        string // the user's
	Kind, Class string
	Energy      string
	Hours, Week string
	Chosen      string // that the user chose it, in words; empty if not
}

// momentLists quotes the moments that energized and drained most, unless words
// are left out.
func momentLists(m material, quotable []journal.Entry) []momentList {
	if m.options.Redact.Text {
		return nil
	}
	w := m.words
	return []momentList{
		{w.Say("report.moments.energized"), topMoments(m, quotable, +1)},
		{w.Say("report.moments.drained"), topMoments(m, quotable, -1)},
	}
}

// topMoments returns the moments farthest toward sign. Of those with the same
// energy the ones that the user chose come first: they are more about the person
// than what was assigned.
func topMoments(m material, quotable []journal.Entry, sign journal.Energy) []moment {
	w := m.words
	var top []moment
	for _, t := range chosenFirst(lean.Strongest(quotable, sign, m.result.Moments), mostMoments) {
		q := moment{
			Text: abridged(t.Text, longest), Kind: w.Kind(kindOf(m, t.Kind)), Class: string(t.Track),
			Energy: w.Energy(t.Energy), Hours: w.Hours(t.Hours), Week: w.WeekInline(t.Week),
		}
		if t.Chosen {
			q.Chosen = w.Say("show.chosen")
		}
		top = append(top, q)
	}
	return top
}

// chosenFirst returns the first most of moments in the order of their energy, those
// of the same energy that were chosen before the others.
func chosenFirst(all []lean.DatedMoment, most int) (first []lean.DatedMoment) {
	for len(all) > 0 && len(first) < most {
		n := slices.IndexFunc(all, func(t lean.DatedMoment) bool { return t.Energy != all[0].Energy })
		if n < 0 {
			n = len(all)
		}
		for _, chosen := range []bool{true, false} {
			for _, t := range all[:n] {
				if t.Chosen == chosen && len(first) < most {
					first = append(first, t)
				}
			}
		}
		all = all[n:]
	}
	return first
}

// event is an event of the span.
type event struct {
	Week, Date string
	Name       string // the user's, or the role
	Details    string // what else is known
}

func eventsOf(m material) []event {
	w := m.words
	var list []event
	for _, e := range m.events {
		if !m.result.Span.Contains(e.Week) {
			continue
		}
		details := []string{w.EventKind(e.Kind)}
		if e.Role != "" && e.Title != "" {
			details = append(details, w.Role(e.Role))
		}
		if e.CompanySize != "" {
			details = append(details, w.CompanySize(e.CompanySize))
		}
		list = append(list, event{
			Week: w.Week(e.Week), Date: w.Date(e.Week.Monday()), Name: w.Event(e), Details: strings.Join(details, " · "),
		})
	}
	return list
}

// reflection is what was written in one week.
type reflection struct {
	Week, Prompt string
	Text         prose
}
