package shape

import "heliotrope/journal"

// Dismissal is the shape of a dismissal.
type Dismissal struct {
	ID string `json:"id,omitzero" exchange:"required"`
}

// Dismissed is the table of dismissals.
var Dismissed = Table[string, journal.Dismissal, Dismissal]{
	List:  journal.DismissalList,
	Key:   func(s *Dismissal) *string { return &s.ID },
	Shape: func(d journal.Dismissal) Dismissal { return Dismissal{d.ID} },
	Read:  func(s Dismissal) journal.Dismissal { return journal.Dismissal{ID: s.ID} },
}
