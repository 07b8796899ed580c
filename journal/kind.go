package journal

// Track is one of the two careers that a moment can speak for, or both.
type Track string

// The tracks. Technical is that of the Staff engineer, People for engineering
// manager; Both is a real answer and counts half toward each.
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
}

// Validate checks k's fields and returns an *[InvalidError].
func (k Kind) Validate() error {
	switch {
	case !validID(k.ID):
		return invalid("id", RuleID)
	case !k.Track.Valid():
		return invalid("track", RuleTrack)
	case k.Name == "" && !isBuiltIn(k.ID):
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

// Kinds is a catalog in the order in which it is offered.
type Kinds []Kind

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

// BuiltInKinds returns the catalog that every journal starts with: technical
// kinds, then people kinds, then those that are both.
func BuiltInKinds() Kinds {
	return Kinds{
		{ID: "design", Track: Technical},
		{ID: "debugging", Track: Technical},
		{ID: "coding", Track: Technical},
		{ID: "review", Track: Technical},
		{ID: "incident", Track: Technical},
		{ID: "research", Track: Technical},
		{ID: "writing", Track: Technical},
		{ID: "one-on-one", Track: People},
		{ID: "coaching", Track: People},
		{ID: "hiring", Track: People},
		{ID: "feedback", Track: People},
		{ID: "conflict", Track: People},
		{ID: "planning", Track: People},
		{ID: "stakeholders", Track: People},
		{ID: "pairing", Track: Both},
		{ID: "tech-lead", Track: Both},
	}
}

func isBuiltIn(id string) bool {
	_, ok := BuiltInKinds().Find(id)
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
