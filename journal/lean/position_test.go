package lean

import (
	"testing"

	"heliotrope/journal"
)

func TestPosition(t *testing.T) {
	at := func(n int, kind journal.EventKind, role journal.Role, size string) journal.Event {
		return journal.Event{Week: firstWeek.Add(n), Kind: kind, Role: role, CompanySize: size}
	}
	events := []journal.Event{
		at(20, journal.RoleEvent, "", ""),
		at(8, journal.CompanyEvent, journal.RoleManager, ""),
		at(4, journal.TeamEvent, "", "51-250"),
		at(0, journal.RoleEvent, journal.RoleStaff, "1-10"),
	}
	for _, test := range []struct {
		to   int
		want Position
	}{
		{-1, Position{}},
		{0, Position{journal.RoleStaff, firstWeek, "1-10"}},
		{5, Position{journal.RoleStaff, firstWeek, "51-250"}},
		{9, Position{journal.RoleManager, firstWeek.Add(8), ""}},
		{20, Position{}},
	} {
		if got := positionOf(events, firstWeek.Add(test.to)); got != test.want {
			t.Errorf("week %d: %+v, want %+v", test.to, got, test.want)
		}
	}
}
