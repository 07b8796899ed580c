package lean

import (
	"slices"

	"heliotrope/journal"
)

// Position is what was declared of the work that a span ends in. The tracks
// mean other things in another role or a company of another size, so a reading
// is taken together with it.
type Position struct {
	Role        journal.Role // "" if none was declared
	Since       journal.Week // when Role began; zero without one
	CompanySize string       // "" if none was declared
}

// positionOf goes through the events up to the week to. A new role without a
// name of ours, or a new company without a size, makes the one before void.
func positionOf(events []journal.Event, to journal.Week) Position {
	ordered := slices.Clone(events)
	slices.SortStableFunc(ordered, func(a, b journal.Event) int { return a.Week.Compare(b.Week) })
	var p Position
	for _, e := range ordered {
		if e.Week.After(to) {
			break
		}
		if e.Role != "" || e.Kind == journal.RoleEvent {
			p.Role, p.Since = e.Role, e.Week
		}
		if e.CompanySize != "" || e.Kind == journal.CompanyEvent {
			p.CompanySize = e.CompanySize
		}
	}
	if p.Role == "" {
		p.Since = journal.Week{}
	}
	return p
}
