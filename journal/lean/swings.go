package lean

import "heliotrope/journal"

const (
	// swingMargin is how far past the middle the level must be, and
	// swingProbability how surely, before a side is taken: a Schmitt trigger,
	// so that a lean near balance does not flutter (METHOD.md, section 5).
	swingMargin      = 0.1
	swingProbability = 0.8
	// swingWeeks is how long it must stay there, in calendar weeks.
	swingWeeks = 4
)

// swingWatch follows the level week by week and records each change of side.
type swingWatch struct {
	side    Side         // the side taken, empty at first
	seen    Side         // the side of the run under way, empty if there is none
	since   journal.Week // its first week
	running int          // its weeks so far
	swings  []Swing
}

// see takes in the level of the next week and its posterior. A side at 80 % has
// the middle half of the posterior on it, so most weeks need no probability.
func (s *swingWatch) see(level Level, m mixture) {
	var now Side
	switch {
	case level.Low50 > swingMargin && 1-m.below(swingMargin) >= swingProbability:
		now = PeopleSide
	case level.High50 < -swingMargin && m.below(-swingMargin) >= swingProbability:
		now = TechnicalSide
	}
	if now != s.seen {
		s.seen, s.since, s.running = now, level.Week, 0
	}
	s.running++
	if now == "" || now == s.side || s.running < swingWeeks {
		return
	}
	if s.side != "" { // taking the first side is no swing
		s.swings = append(s.swings, Swing{Week: s.since, To: now})
	}
	s.side = now
}
