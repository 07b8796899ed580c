package lean

import "heliotrope/journal"

// Level is where a dial stood in one calendar week: quantiles of its posterior,
// within the scale of the dial.
type Level struct {
	Week              journal.Week
	Mid               float64 // median
	Low50, High50     float64 // 25 % and 75 %
	Low90, High90     float64 // 5 % and 95 %
	ProbabilityPeople float64 // P(level > 0)
}

// State is what may be said of a dial.
type State string

// The states.
const (
	Insufficient State = "insufficient" // too little was logged for a reading
	Open         State = "open"         // a reading, but neither a side nor even
	Even         State = "even"         // close to the middle
	Technical    State = "technical"    // on the technical side
	People       State = "people"       // on the people side
)

// IsSide reports whether s is one of the two sides.
func (s State) IsSide() bool { return s == Technical || s == People }

// Spell is a run of calendar weeks in which a dial kept its state.
type Spell struct {
	Span
	State State
}

// Dial is a reading of one thing, where the time goes or what gives energy, on
// a scale with technical work below 0 and people work above it.
type Dial struct {
	State State
	// Since is the week in which State was entered; zero while no week counts.
	Since journal.Week
	// Spells are the states that the dial went through, oldest first and without
	// a gap, from the first week that counts to the end of the span.
	Spells []Spell
	// Levels is one level a calendar week from the first one that counts to the
	// end of the span, given everything in the span; none where the dial is undefined.
	Levels []Level
	// Weeks is how many weeks count: for time those with a split or moments, for
	// energy those with technical or people moments.
	Weeks int
	// WeeksToSide is how many more weeks must count before a side, or even, may
	// be entered; 0 if none.
	WeeksToSide int
}

// Now returns the level of the last week and whether there is one.
func (d Dial) Now() (now Level, defined bool) {
	if len(d.Levels) == 0 {
		return Level{}, false
	}
	return d.Levels[len(d.Levels)-1], true
}

// Swings returns the spells that took the other side than the one before, with
// whatever lies between, oldest first. The first side taken is none.
func (d Dial) Swings() []Spell {
	var swings []Spell
	side := State("")
	for _, s := range d.Spells {
		if !s.State.IsSide() || s.State == side {
			continue
		}
		if side != "" {
			swings = append(swings, s)
		}
		side = s.State
	}
	return swings
}
