package shape

import "heliotrope/journal"

// Brief is the shape of what was chosen for the brief. A list of moments that is
// left out was not chosen; one that is there and empty was chosen to be empty.
type Brief struct {
	key  string      // is the same for all, and not written
	Try  string      `json:"try,omitzero"`
	Gave []MomentRef `json:"gave,omitzero"`
	Took []MomentRef `json:"took,omitzero"`
}

// MomentRef is the shape of the name of a moment.
type MomentRef struct {
	Week string `json:"week" exchange:"required"`
	ID   string `json:"id" exchange:"required"`
}

// Briefs is the table of briefs.
var Briefs = Table[string, journal.Brief, Brief]{
	List: journal.BriefList,
	Key:  func(s *Brief) *string { return &s.key },
	Shape: func(b journal.Brief) Brief {
		return Brief{Try: b.Try, Gave: refShapes(b.Gave), Took: refShapes(b.Took)}
	},
	Read: func(s Brief) journal.Brief {
		return journal.Brief{Try: s.Try, Gave: refs(s.Gave), Took: refs(s.Took)}
	},
}

func refShapes(refs []journal.MomentRef) []MomentRef {
	if refs == nil {
		return nil
	}
	shapes := make([]MomentRef, len(refs))
	for i, r := range refs {
		shapes[i] = MomentRef{r.Week.String(), r.ID}
	}
	return shapes
}

func refs(shapes []MomentRef) []journal.MomentRef {
	if shapes == nil {
		return nil
	}
	refs := make([]journal.MomentRef, len(shapes))
	for i, s := range shapes {
		refs[i] = journal.MomentRef{Week: week(s.Week), ID: s.ID}
	}
	return refs
}
