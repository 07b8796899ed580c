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
	choices := func(sign journal.Energy, chosen []journal.MomentRef) []Choice {
		all := candidates(in, sign)
		choices := make([]Choice, len(all))
		for i, c := range all {
			choices[i] = Choice{Ref: c.ref(), Moment: *c.Moment}
		}
		for _, i := range picked(in, all, chosen) {
			choices[i].Picked = true
		}
		return choices
	}
	return choices(+1, in.Brief.Gave), choices(-1, in.Brief.Took)
}

// picks returns the moments that are in the brief, those that gave energy first, in
// the order of [Choices].
func picks(in Input) (all []journal.MomentRef) {
	for _, side := range []struct {
		sign   journal.Energy
		chosen []journal.MomentRef
	}{{+1, in.Brief.Gave}, {-1, in.Brief.Took}} {
		moments := candidates(in, side.sign)
		for _, i := range slices.Sorted(slices.Values(picked(in, moments, side.chosen))) {
			all = append(all, moments[i].ref())
		}
	}
	return all
}

// candidate is a moment of an input that may be in a brief.
type candidate struct {
	*journal.Moment
	week  journal.Week
	moved float64 // see [moved]
}

func (c candidate) ref() journal.MomentRef { return journal.MomentRef{Week: c.week, ID: c.ID} }

// candidates returns the moments that gave energy, or took it, in the order of
// [Choices].
func candidates(in Input, sign journal.Energy) []candidate {
	var all []candidate
	for _, e := range in.Entries {
		if e.Away != "" || !in.Result.Span.Contains(e.Week) {
			continue
		}
		for i := range e.Moments {
			if m := &e.Moments[i]; m.Energy*sign > 0 && !m.Private && !journal.IsBlank(m.Text) {
				all = append(all, candidate{m, e.Week, moved(m)})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.moved, a.moved), b.week.Compare(a.week), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// picked returns where the moments are that are in the brief: those that the user
// chose, if any may be in it, or else the usual ones.
func picked(in Input, all []candidate, chosen []journal.MomentRef) []int {
	if chosen != nil && (len(chosen) == 0 || slices.ContainsFunc(chosen, func(r journal.MomentRef) bool { return in.Result.Span.Contains(r.Week) })) {
		return named(all, chosen)
	}
	return usual(all)
}

// moved returns how much energy a moment moved: its points times its hours, of which
// no more than a day count. One that does not name its hours counts for one.
func moved(m *journal.Moment) float64 {
	const day = 8.0
	return float64(max(m.Energy, -m.Energy)) * min(cmp.Or(m.Hours, 1), day)
}

// named returns where the chosen moments are: in the week in which they were
// chosen, or in another to which they were moved since.
func named(all []candidate, chosen []journal.MomentRef) []int {
	var found []int
	for _, ref := range chosen {
		at := slices.IndexFunc(all, func(c candidate) bool { return c.ref() == ref })
		if at < 0 {
			sameID := func(c candidate) bool { return c.ID == ref.ID }
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
func usual(all []candidate) []int {
	var found []int
	weeks, texts := make(map[journal.Week]bool), make(map[string]bool)
	for _, sameWeek := range []bool{false, true} {
		for i, c := range all {
			if len(found) == journal.MostPicked {
				return found
			}
			if weeks[c.week] && !sameWeek {
				continue
			}
			if text := fold.String(strings.TrimSpace(c.Text)); !texts[text] {
				weeks[c.week], texts[text] = true, true
				found = append(found, i)
			}
		}
	}
	return found
}
