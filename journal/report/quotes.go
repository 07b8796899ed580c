package report

import (
	"cmp"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

const (
	mostMoments = 5   // in a list
	longest     = 320 // characters of a moment; the journal has the rest
)

// entriesOf returns the entries of the span, oldest first.
func entriesOf(in Input) []journal.Entry {
	var entries []journal.Entry
	for _, e := range in.Entries {
		if in.Result.Span.Contains(e.Week) {
			entries = append(entries, e)
		}
	}
	slices.SortStableFunc(entries, func(a, b journal.Entry) int { return a.Week.Compare(b.Week) })
	return entries
}

// eventsOf returns the events up to the end of the span, oldest first, and
// without titles where the user's text is left out.
func eventsOf(in Input) []journal.Event {
	var events []journal.Event
	for _, e := range in.Events {
		if e.Week.After(in.Result.Span.To) {
			continue
		}
		if in.OmitText {
			e = wordless(in.Words, e)
		}
		events = append(events, e)
	}
	slices.SortStableFunc(events, func(a, b journal.Event) int {
		return cmp.Or(a.Week.Compare(b.Week), cmp.Compare(a.ID, b.ID))
	})
	return events
}

// wordless returns e without what the user wrote of it.
func wordless(w *words.Words, e journal.Event) journal.Event {
	e.Title = ""
	if e.Role == "" {
		e.Title = w.EventKind(e.Kind)
	}
	if !slices.Contains(journal.CompanySizes, e.CompanySize) {
		e.CompanySize = ""
	}
	return e
}

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
}

// momentLists quotes the moments that energized and drained most: by energy,
// then by hours, then the latest. Private ones and those of weeks away are
// passed over.
func momentLists(in Input) []momentList {
	if in.OmitText {
		return nil
	}
	w := in.Words
	return []momentList{
		{w.Say("report.moments.energized"), topMoments(in, +1)},
		{w.Say("report.moments.drained"), topMoments(in, -1)},
	}
}

// topMoments returns the moments farthest toward sign, each text once.
func topMoments(in Input, sign journal.Energy) []moment {
	type candidate struct {
		journal.Moment
		week journal.Week
	}
	var found []candidate
	for _, e := range in.Entries {
		if e.Away != "" {
			continue
		}
		for _, m := range e.Moments {
			if !m.Private && m.Energy*sign > 0 {
				found = append(found, candidate{m, e.Week})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(b.Energy*sign, a.Energy*sign),
			cmp.Compare(b.Hours, a.Hours),
			b.week.Compare(a.week),
			cmp.Compare(a.ID, b.ID),
		)
	})
	var top []moment
	quoted := make(map[string]bool)
	for _, c := range found {
		if quoted[c.Text] || len(top) == mostMoments {
			continue
		}
		quoted[c.Text] = true
		top = append(top, moment{
			Text: abridged(c.Text), Kind: in.Words.Kind(kindOf(in, c.Kind)), Class: string(c.Track),
			Energy: in.Words.Energy(c.Energy), Hours: in.Words.Hours(c.Hours), Week: in.Words.Week(c.week),
		})
	}
	return top
}

// abridged returns text on one line and cut at a space if it is too long.
func abridged(text string) string {
	fields := strings.Fields(text)
	text = strings.Join(fields, " ")
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	cut := string(runes[:longest])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
		cut = cut[:space]
	}
	return cut + "…"
}

// event is an event of the span.
type event struct {
	Week, Date string
	Name       string // the user's, or the role
	Details    string // what else is known
}

func eventList(in Input) []event {
	w := in.Words
	var list []event
	for _, e := range in.Events {
		if !in.Result.Span.Contains(e.Week) {
			continue
		}
		details := []string{w.EventKind(e.Kind)}
		if e.Role != "" && e.Title != "" {
			details = append(details, w.Role(e.Role))
		}
		if e.CompanySize != "" {
			size := strings.ReplaceAll(e.CompanySize, "-", "–")
			details = append(details, w.Say("report.context.size.value", words.Args{"Size": size}))
		}
		list = append(list, event{
			Week: w.Week(e.Week), Date: w.Date(e.Week.Monday()), Name: w.Event(e), Details: strings.Join(details, " · "),
		})
	}
	return list
}

// reflection is what was written in one week.
type reflection struct{ Week, Prompt, Text string }

func reflections(in Input) []reflection {
	var list []reflection
	for _, e := range in.Entries {
		if strings.TrimSpace(e.Reflection) != "" {
			list = append(list, reflection{in.Words.Week(e.Week), e.Prompt, e.Reflection})
		}
	}
	return list
}
