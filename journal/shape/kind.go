package shape

import "heliotrope/journal"

// Kind is the shape of a kind.
type Kind struct {
	ID     string `json:"id,omitzero" exchange:"required"`
	Name   string `json:"name,omitzero"`
	Track  string `json:"track" exchange:"required"`
	Hidden bool   `json:"hidden,omitzero"`
}

// Kinds is the table of kinds.
var Kinds = Table[string, journal.Kind, Kind]{
	List:  journal.KindList,
	Key:   func(s *Kind) *string { return &s.ID },
	Shape: func(k journal.Kind) Kind { return Kind{k.ID, k.Name, string(k.Track), k.Hidden} },
	Read: func(s Kind) journal.Kind {
		return journal.Kind{ID: s.ID, Name: s.Name, Track: journal.Track(s.Track), Hidden: s.Hidden}
	},
}
