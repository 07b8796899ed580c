package report

import (
	"cmp"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// Choice is a moment that may be shown in a brief.
type Choice struct {
	Ref    journal.MomentRef
	Moment journal.Moment
	Picked bool // it is in the brief, whether the user chose it or the program
}

// Choices returns the moments of the span that gave energy and those that took it,
// the ones that moved most of it first: energy times hours, then the latest. A
// moment that is private, or of a week away, is never among them.
func Choices(in Input) (gave, took []Choice) {
	return choicesOf(in, +1, in.Brief.Gave), choicesOf(in, -1, in.Brief.Took)
}

func choicesOf(in Input, sign journal.Energy, chosen []journal.MomentRef) []Choice {
	var all []Choice
	for _, e := range in.Entries {
		if e.Away != "" || !in.Result.Span.Contains(e.Week) {
			continue
		}
		for _, m := range e.Moments {
			if m.Energy*sign > 0 && !m.Private && !journal.IsBlank(m.Text) {
				all = append(all, Choice{Ref: journal.MomentRef{Week: e.Week, ID: m.ID}, Moment: m})
			}
		}
	}
	slices.SortFunc(all, func(a, b Choice) int {
		return cmp.Or(cmp.Compare(moved(b.Moment), moved(a.Moment)), b.Ref.Week.Compare(a.Ref.Week), cmp.Compare(a.Ref.ID, b.Ref.ID))
	})
	picked := usual
	if chosen != nil && (len(chosen) == 0 || slices.ContainsFunc(chosen, func(r journal.MomentRef) bool { return in.Result.Span.Contains(r.Week) })) {
		picked = func(all []Choice) []int { return named(all, chosen) }
	}
	for _, i := range picked(all) {
		all[i].Picked = true
	}
	return all
}

// moved is how much energy a moment moved: its points times its hours, of which no
// more than a day count. One that does not name its hours counts for one.
func moved(m journal.Moment) float64 {
	const day = 8.0
	return float64(max(m.Energy, -m.Energy)) * min(cmp.Or(m.Hours, 1), day)
}

// named returns where the chosen moments are: in the week in which they were
// chosen, or in another to which they were moved since.
func named(all []Choice, chosen []journal.MomentRef) []int {
	var found []int
	for _, ref := range chosen {
		at := slices.IndexFunc(all, func(c Choice) bool { return c.Ref == ref })
		if at < 0 {
			sameID := func(c Choice) bool { return c.Ref.ID == ref.ID }
			if at = slices.IndexFunc(all, sameID); at >= 0 && slices.ContainsFunc(all[at+1:], sameID) {
				at = -1 // ids are unique in a week only
			}
		}
		if at >= 0 && !slices.Contains(found, at) {
			found = append(found, at)
		}
	}
	return found
}

// usual returns where the moments are that a brief shows until the user has chosen:
// the first ones, each of another week and with another text, as far as there are
// so many.
func usual(all []Choice) []int {
	var found []int
	weeks, texts := make(map[journal.Week]bool), make(map[string]bool)
	for _, sameWeek := range []bool{false, true} {
		for i, c := range all {
			if len(found) == journal.MostPicked {
				return found
			}
			if weeks[c.Ref.Week] && !sameWeek {
				continue
			}
			if text := fold.String(strings.TrimSpace(c.Moment.Text)); !texts[text] {
				weeks[c.Ref.Week], texts[text] = true, true
				found = append(found, i)
			}
		}
	}
	return found
}
