package shape

import "heliotrope/journal"

// Event is the shape of an event.
type Event struct {
	ID          string `json:"id,omitzero" exchange:"required"`
	Week        string `json:"week" exchange:"required"`
	Kind        string `json:"kind" exchange:"required"`
	Title       string `json:"title,omitzero"`
	Role        string `json:"role,omitzero"`
	CompanySize string `json:"companySize,omitzero"`
}

// Events is the table of events.
var Events = Table[string, journal.Event, Event]{
	List: journal.EventList,
	Key:  func(s *Event) *string { return &s.ID },
	Shape: func(e journal.Event) Event {
		return Event{
			ID:          e.ID,
			Week:        e.Week.String(),
			Kind:        string(e.Kind),
			Title:       e.Title,
			Role:        string(e.Role),
			CompanySize: e.CompanySize,
		}
	},
	Read: func(s Event) journal.Event {
		return journal.Event{
			ID:          s.ID,
			Week:        week(s.Week),
			Kind:        journal.EventKind(s.Kind),
			Title:       s.Title,
			Role:        journal.Role(s.Role),
			CompanySize: s.CompanySize,
		}
	},
}
