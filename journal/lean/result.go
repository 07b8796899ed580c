package lean

import "heliotrope/journal"

// Span is a run of calendar weeks, both ends included.
type Span struct {
	From, To journal.Week
}

// Weeks returns the number of calendar weeks in s, 0 if it is empty.
func (s Span) Weeks() int {
	if s.To.Before(s.From) {
		return 0
	}
	return s.To.Index() - s.From.Index() + 1
}

// Contains reports whether week w lies in s.
func (s Span) Contains(w journal.Week) bool { return !w.Before(s.From) && !w.After(s.To) }

// Side is the side of a finding.
type Side string

// The sides. NoSide is both the answer near balance and the want of one.
const (
	TechnicalSide Side = "technical"
	PeopleSide    Side = "people"
	NoSide        Side = "none"
)

// Strength is how much may be claimed, from nothing to a balance.
type Strength string

// The strengths.
const (
	Insufficient Strength = "insufficient" // under 4 weeks or 12 moments: no claim at all
	Early        Strength = "early"        // 4 to 7 weeks, one side at 95 %: an early signal
	NoClear      Strength = "none"         // enough weeks, but no side at 80 %
	Leaning      Strength = "leaning"      // one side at 80 to 95 %
	Clear        Strength = "clear"        // one side at 95 % or more
	Balanced     Strength = "balanced"     // within 0.2 of the middle at 80 %
)

// Week is the figures of one logged week. Figures run from -1 technical to +1
// people.
type Week struct {
	Week     journal.Week
	Observed bool    // false for a week away, or without split and moments: no figure means anything
	T        float64 // time lean
	L        float64 // energy-weighted time lean, the headline
	D        float64 // energy lean; only if HasD
	HasD     bool    // whether both tracks had rated hours
	NEff     float64 // effective number of moments (Kish), 0 without moments
	Hours    float64 // hours of its moments
	HasSplit bool    // whether the split was asked, so that T is from it
	Noise    float64 // c_t, the observation variance relative to a typical week, ¼ to 4
}

// Level is where the lean stood in one calendar week, as quantiles of the
// posterior clipped to [-1, 1].
type Level struct {
	Week              journal.Week
	Mid               float64 // median
	Low50, High50     float64 // 25 % and 75 %
	Low90, High90     float64 // 5 % and 95 %
	ProbabilityPeople float64 // P(level > 0)
}

// Verdict is what may be said about the last week of the span. It is a value;
// package words turns it into sentences.
type Verdict struct {
	Side     Side
	Strength Strength
	Level    Level // zero while nothing was observed

	// WeeksMissing and MomentsMissing say what a first reading still needs;
	// both are 0 unless Strength is Insufficient.
	WeeksMissing, MomentsMissing int

	// WeeksNeeded is how many more weeks like those so far it would take until
	// the side is clear: 0 if it is clear already, -1 if it cannot be estimated, as
	// while Strength is Insufficient or where more weeks will not settle it.
	WeeksNeeded int
	// WillNotSettle reports that more weeks would not make it clear: the lean
	// is too close to balance.
	WillNotSettle bool

	// Recent is the event that the present work began with, if fewer than 4
	// weeks were observed since and any before: what is said about the last week
	// then rests mostly on other work. Otherwise nil.
	Recent *EventChange
}

// Trend is a monotone trend of L, from 12 observed weeks on.
type Trend struct {
	PerQuarter float64 // Theil-Sen slope, change of L in 13 weeks
	Low, High  float64 // its 90 % confidence limits
	Z, P       float64 // Mann-Kendall with the AR(1) variance factor; two-sided
}

// Shares are shares of time that add up to 1; both are 0 without any time.
type Shares struct {
	Technical, People float64
}

// Energies are duration-weighted mean energies an hour, -2 to 2.
type Energies struct {
	Technical, People float64
	HasTechnical      bool // whether technical work had rated hours
	HasPeople         bool

	// TechnicalDrain and PeopleDrain are the U-index of each track: the share
	// of its hours that drained, 0 to 1 (Kahneman and Krueger, J Economic
	// Perspectives 20:3, 2006). 0 without rated hours.
	TechnicalDrain, PeopleDrain float64
}

// Difference returns how much more an hour of people work energized than an
// hour of technical work, -4 to 4, and whether both are known.
func (e Energies) Difference() (float64, bool) {
	return e.People - e.Technical, e.HasTechnical && e.HasPeople
}

// EnergyLevel is where the energy lean D stood in the last week of the span: as
// a Level, but of which track's hour energizes more.
type EnergyLevel struct {
	Level
	Weeks int // weeks that it rests on, those in which both tracks had rated hours
}

// Kind is the energy of one kind of work.
type Kind struct {
	ID        string
	N         int     // moments
	Hours     float64 // their hours
	Mean      float64 // duration-weighted mean energy, -2 to 2
	Low, High float64 // 95 % interval of Mean; only if HasBand
	HasBand   bool    // whether N suffices for an interval, 3 or more

	// First and Second are the same in the first and the second half of the
	// weeks from the first with moments to the last.
	First, Second KindHalf
}

// KindHalf is the energy of one kind of work in half of the weeks.
type KindHalf struct {
	N     int // moments
	Hours float64
	Mean  float64 // duration-weighted mean energy, -2 to 2; 0 if N is 0
}

// ChangePoint is a week from which the lean may have become another. It is a
// question to the user, never a finding.
type ChangePoint struct {
	Week journal.Week // the first week after the change
	P    float64
}

// Swing is a change of side that lasted.
type Swing struct {
	Week journal.Week // the first week on the new side
	To   Side         // TechnicalSide or PeopleSide
}

// EventChange is where the lean stood before and after an event. An event that
// does not change the work, such as a leave, is there to be drawn: it has no
// figures.
type EventChange struct {
	Event journal.Event

	// Before is the level in the last week before the event, After the one in
	// the last week before the next event that changes the work, or now. Each is
	// zero if it lies before the first observed week.
	Before, After Level
	// WeeksBefore and WeeksAfter are the observed weeks on either side, up to
	// the neighboring events that change the work.
	WeeksBefore, WeeksAfter int

	Comparable bool    // 4 observed weeks or more on either side, and a verdict that is not Insufficient
	Difference float64 // After.Mid - Before.Mid, -2 to 2; only if Comparable
	Low, High  float64 // 90 % interval of Difference; only if Comparable

	// Recent reports that no later event changed the work and that fewer than 4
	// weeks were observed since, with some observed before.
	Recent bool
}

// Quarter is what the observed weeks of one calendar quarter say together.
// Quarters are made of whole ISO weeks: W01 to W13, to W26, to W39 and the rest
// of the ISO year.
type Quarter struct {
	Year, Number int // Number is 1 to 4

	T, L   float64 // means weighted by hours, where hours are known
	Pull   float64 // L - T, the pull of energy: toward people above 0
	D      float64 // mean over the weeks that have one; only if HasD
	HasD   bool
	Weeks  int     // observed weeks
	WeeksD int     // those of them with a D
	Hours  float64 // hours of their moments

	// The 90 % intervals of T and of D; only if HasBand.
	TLow, THigh, DLow, DHigh float64
	HasBand                  bool // whether WeeksD suffices for intervals, 4 or more
}

// Span returns the weeks of the quarter.
func (q Quarter) Span() Span {
	first := firstWeekOf(q.Year).Add(quarterWeeks * (q.Number - 1))
	if q.Number == 4 {
		return Span{first, firstWeekOf(q.Year + 1).Prev()}
	}
	return Span{first, first.Add(quarterWeeks - 1)}
}

// Chosen compares the moments that the writer chose with those assigned.
type Chosen struct {
	Chosen, Assigned ChosenPart
	// Answer is whether the verdict's lean is the same among chosen moments alone.
	Answer ChosenAnswer
}

// ChosenAnswer is an answer to whether a lean is the same among chosen moments.
type ChosenAnswer string

// The answers.
const (
	ChosenUntold   ChosenAnswer = ""         // may not be said: no side, or too few moments of either sort
	ChosenHolds    ChosenAnswer = "holds"    // the 90 % interval lies on the verdict's side
	ChosenReverses ChosenAnswer = "reverses" // it lies on the other side
	ChosenUnsure   ChosenAnswer = "unsure"   // it lies on both
)

// ChosenPart is what some moments say by themselves, the split left out.
type ChosenPart struct {
	N         int // moments
	Weeks     int // weeks that have any
	Hours     float64
	T, L      float64 // of these moments, without shrinking; only if HasL
	HasL      bool
	Low, High float64 // 90 % interval of L; only if HasBand
	HasBand   bool    // whether Weeks suffices for an interval, 4 or more
	D         float64 // energy lean; only if HasD
	HasD      bool
}

// Stated is what the user answered to one question over the span.
type Stated struct {
	Question journal.Question
	N        int
	Mean     float64 // -2 technical to +2 people; 0 if N is 0
}

// Result is everything that is computed from a span of a journal.
type Result struct {
	Span    Span
	Weeks   []Week  // one a logged week of the span, oldest first
	Levels  []Level // one a calendar week from the first observed one to Span.To
	Verdict Verdict

	Position Position // what was declared of the work at the end of the span

	Trend       *Trend       // nil under 12 observed weeks
	ChangePoint *ChangePoint // nil if there is nothing to ask
	Swings      []Swing      // oldest first; the first side taken is none

	Changes []EventChange // one an event of the span, oldest first; none while nothing was observed

	Chosen   Chosen
	Quarters []Quarter // those with observed weeks, oldest first

	Time   Shares
	Energy Energies
	// EnergyNow is the energy lean now, to compare with where the time goes; nil
	// if no week had rated hours of both tracks.
	EnergyNow *EnergyLevel

	Kinds  []Kind   // kinds with moments, most energizing first
	Stated []Stated // one a question, in the order of journal.Questions

	WeeksLogged int // observed weeks
	Moments     int
}
