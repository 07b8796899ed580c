package journal

import "cmp"

// EventKind is what an event is about.
type EventKind string

// The kinds of events. The first three change what the work is, so both
// dials may jump there.
const (
	RoleEvent    EventKind = "role"
	TeamEvent    EventKind = "team"
	CompanyEvent EventKind = "company"
	LeaveEvent   EventKind = "leave"
	OtherEvent   EventKind = "other"
)

// EventKinds lists the kinds of events in the order in which they are offered.
var EventKinds = []EventKind{RoleEvent, TeamEvent, CompanyEvent, LeaveEvent, OtherEvent}

// Valid reports whether k is a known kind of event.
func (k EventKind) Valid() bool {
	for _, known := range EventKinds {
		if k == known {
			return true
		}
	}
	return false
}

// ChangesWork reports whether the work itself is another after such an event,
// so a reading from before means little after.
func (k EventKind) ChangesWork() bool {
	return k == RoleEvent || k == TeamEvent || k == CompanyEvent
}

// Role is a role that a user can have.
type Role string

// The roles.
const (
	RoleEngineer Role = "engineer"
	RoleSenior   Role = "senior"
	RoleStaff    Role = "staff"
	RoleTechLead Role = "tech-lead"
	RoleManager  Role = "manager"
	RoleDirector Role = "director"
	RoleOther    Role = "other"
)

// Roles lists the roles in the order in which they are offered.
var Roles = []Role{
	RoleEngineer, RoleSenior, RoleStaff, RoleTechLead, RoleManager, RoleDirector, RoleOther,
}

// Valid reports whether r is a known role.
func (r Role) Valid() bool {
	for _, known := range Roles {
		if r == known {
			return true
		}
	}
	return false
}

// CompanySizes lists the sizes that are offered, in people. An event may have
// any short text instead.
var CompanySizes = []string{"1-10", "11-50", "51-250", "251-1000", "1001-5000", "5001+"}

// Event is something declared about the work: it is drawn on every time axis,
// and where [EventKind.ChangesWork] the model lets both dials jump.
type Event struct {
	ID          string
	Week        Week
	Kind        EventKind
	Title       string // at most MaxTitle bytes
	Role        Role   // empty if the event names none
	CompanySize string // at most MaxName bytes; empty if the event names none
}

// Validate checks e's fields and returns an *[InvalidError].
func (e Event) Validate() error {
	switch {
	case !validID(e.ID):
		return invalid("id", RuleID)
	case !e.Week.Valid():
		return invalid("week", RuleWeek)
	case !e.Kind.Valid():
		return invalid("kind", RuleEventKind)
	case e.Role != "" && !e.Role.Valid():
		return invalid("role", RuleRole)
	case e.Title == "" && e.Role == "":
		return invalid("title", RuleRequired)
	}
	if err := checkText("title", e.Title, MaxTitle); err != nil {
		return err
	}
	return checkText("companySize", e.CompanySize, MaxName)
}

// Key returns e's id.
func (e Event) Key() string { return e.ID }

// Equal reports whether e and o are equal.
func (e Event) Equal(o Event) bool { return e == o }

// Clone returns e.
func (e Event) Clone() Event { return e }

// Filed returns e's week.
func (e Event) Filed() Week { return e.Week }

// EventList is the journal's events, by week, then id.
var EventList = List[string, Event]{
	Name: "events", One: "event",
	Compare: func(a, b Event) int { return cmp.Or(a.Week.Compare(b.Week), cmp.Compare(a.ID, b.ID)) },
	In:      func(c *Contents) *[]Event { return &c.Events },
	Edits:   func(change *Change) (*[]Event, *[]string) { return &change.PutEvents, &change.DropEvents },
}
