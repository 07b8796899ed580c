package journal

import "slices"

// Track is the kind of career that a moment speaks for.
type Track string

// The tracks. Technical is the craft of the Staff engineer and People is
// managing, by authority; between them is Both, tech lead work: leading without
// authority, through influence. It counts half toward each side of the time.
const (
	Technical Track = "technical"
	People    Track = "people"
	Both      Track = "both"
)

// Tracks lists the tracks in the order in which they are shown, technical
// first and people last, as on every axis.
var Tracks = []Track{Technical, Both, People}

// Valid reports whether t is one of the three tracks.
func (t Track) Valid() bool { return t == Technical || t == People || t == Both }

// Kind is a kind of work. A built-in kind has no Name here, since its name
// depends on the user's language; one that the user made or renamed has.
type Kind struct {
	ID    string
	Name  string // at most MaxName bytes; empty for an untouched built-in kind
	Track Track  // what a moment of this kind counts toward unless it has its own track

	// Hidden kinds are offered for no new moment. Those that have one retain it.
	Hidden bool
}

// Validate checks k's fields and returns an *[InvalidError].
func (k Kind) Validate() error {
	switch {
	case !validID(k.ID):
		return invalid("id", RuleID)
	case !k.Track.Valid():
		return invalid("track", RuleTrack)
	case k.Name == "" && !k.BuiltIn():
		return invalid("name", RuleRequired)
	}
	return checkText("name", k.Name, MaxName)
}

// Key returns k's id.
func (k Kind) Key() string { return k.ID }

// Equal reports whether k and o are equal.
func (k Kind) Equal(o Kind) bool { return k == o }

// Clone returns k.
func (k Kind) Clone() Kind { return k }

// KindList is the user's own and changed kinds, in the order in which they were
// added.
var KindList = List[string, Kind]{
	Name: "kinds", One: "kind",
	In:    func(c *Contents) *[]Kind { return &c.Kinds },
	Edits: func(change *Change) (*[]Kind, *[]string) { return &change.PutKinds, &change.DropKinds },
}

// Kinds is a catalog.
type Kinds []Kind

// Of returns the kinds of a track, in the order of ks.
func (ks Kinds) Of(t Track) Kinds {
	return slices.DeleteFunc(slices.Clone(ks), func(k Kind) bool { return k.Track != t })
}

// Offered returns the kinds that are offered for a new moment: those that are not
// hidden.
func (ks Kinds) Offered() Kinds {
	return slices.DeleteFunc(slices.Clone(ks), func(k Kind) bool { return k.Hidden })
}

// Find returns the kind with the given id.
func (ks Kinds) Find(id string) (Kind, bool) {
	for _, k := range ks {
		if k.ID == id {
			return k, true
		}
	}
	return Kind{}, false
}

func (ks Kinds) ids() map[string]bool {
	ids := make(map[string]bool, len(ks))
	for _, k := range ks {
		ids[k.ID] = true
	}
	return ids
}

// BuiltInKinds returns the catalog that every journal starts with, in the order
// of [Tracks]. What divides them is authority: work that one would also do
// without reports is technical or tech lead work.
func BuiltInKinds() Kinds {
	return Kinds{
		{ID: "design", Track: Technical},
		{ID: "debugging", Track: Technical},
		{ID: "coding", Track: Technical},
		{ID: "review", Track: Technical},
		{ID: "incident", Track: Technical},
		{ID: "research", Track: Technical},
		{ID: "writing", Track: Technical},
		{ID: "agents", Track: Technical},
		{ID: "tech-lead", Track: Both},
		{ID: "pairing", Track: Both},
		{ID: "mentoring", Track: Both},
		{ID: "direction", Track: Both},
		{ID: "stakeholders", Track: Both},
		{ID: "planning", Track: Both},
		{ID: "glue", Track: Both},
		{ID: "one-on-one", Track: People},
		{ID: "coaching", Track: People},
		{ID: "hiring", Track: People},
		{ID: "feedback", Track: People},
		{ID: "conflict", Track: People},
		{ID: "team", Track: People},
	}
}

// BuiltIn reports whether k is a built-in kind, whether or not the user changed
// it.
func (k Kind) BuiltIn() bool {
	_, ok := BuiltInKinds().Find(k.ID)
	return ok
}

// with returns the built-in catalog with the user's changes in place and the
// user's own kinds after it, in the order given.
func (ks Kinds) with(own []Kind) Kinds {
	merged := append(Kinds(nil), ks...)
	at := make(map[string]int)
	for i, k := range merged {
		at[k.ID] = i
	}
	for _, k := range own {
		i, there := at[k.ID]
		if !there {
			i = len(merged)
			at[k.ID], merged = i, append(merged, k)
		}
		merged[i] = k
	}
	return merged
}
