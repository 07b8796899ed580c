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

// ByTrack is one value a track.
type ByTrack[V any] struct {
	Technical V `json:"technical"`
	Both      V `json:"both"`
	People    V `json:"people"`
}

// Of returns the value of track t.
func (b ByTrack[V]) Of(t journal.Track) V { return *b.at(t) }

func (b *ByTrack[V]) at(t journal.Track) *V {
	switch t {
	case journal.Technical:
		return &b.Technical
	case journal.People:
		return &b.People
	}
	return &b.Both
}

// Shares are shares of time, 0 to 1, that add up to 1; all are 0 where nothing
// is known.
type Shares = ByTrack[float64]

// Week is the figures of one logged week.
type Week struct {
	Week     journal.Week
	Away     bool // no other figure means anything then
	Observed bool // whether it has a split or moments, so that Shares and Time are known
	HasSplit bool // whether the split was asked, so that they are from it

	Shares  Shares
	Time    float64 // T, people share less technical share, -1 to 1
	Noise   float64 // c, the observation variance of T relative to that of a split
	Moments int

	Evidence    float64 // T by the hours that were measured, see [journal.Entry.Measured]
	HasEvidence bool
	Diary       bool // whether that is a diary

	// Hours are those said of its moments; HasHours is false where none were.
	Hours    ByTrack[float64]
	HasHours bool
	Energy   ByTrack[Tally]
}

// Tally sums up the energies of some moments. Drained is how many of them are
// below neutral.
type Tally struct{ N, Sum, Squares, Drained int }

// Mean returns the mean energy, -2 to 2, and whether there is any moment.
func (t Tally) Mean() (mean float64, known bool) {
	if t.N == 0 {
		return 0, false
	}
	return float64(t.Sum) / float64(t.N), true
}

// Rating is the mean energy of a sort of work.
type Rating struct {
	N         int     // rated moments; without any, nothing else means anything
	Mean      float64 // -2 drained to 2 energized
	Low, High float64 // 90 % interval of Mean, within the scale
	Drained   int     // how many of them drained, a bit or more
}

// Time is the dial of where the time goes, from -1 for nothing but technical
// work to 1 for nothing but people work; tech lead work counts half to each.
type Time struct {
	Dial
	// Shares are the three shares of time as of now: tech lead work's is the mean
	// of the last 13 observed weeks since the last change of work, and the
	// other two are what is left, apart by the dial's level. All are 0 while
	// nothing was observed.
	Shares Shares
	// FromMoments reports that most weeks have no split: the dial then knows
	// only of the work that was logged, and a title may not name its side as
	// that of all time.
	FromMoments bool
	// WeeksMissing and MomentsMissing are what a first reading still needs; both
	// are 0 unless State is Insufficient.
	WeeksMissing, MomentsMissing int
}

// Energy is the dial of what gives energy: how many points more a people moment
// gives than a technical one, -4 to 4. It is undefined while fewer than
// [FirstRated] moments of either track are rated.
type Energy struct {
	Dial
	Tracks ByTrack[Rating]
}

// Missing returns how many more moments of a track must be rated before the
// dial is defined.
func (e Energy) Missing(t journal.Track) int {
	if t == journal.Both {
		return 0
	}
	return max(FirstRated-e.Tracks.Of(t).N, 0)
}

// TechLeadGivesMost reports whether tech lead work gives more energy than both
// others for all that is known: its interval lies above theirs.
func (e Energy) TechLeadGivesMost() bool {
	lead, technical, people := e.Tracks.Both, e.Tracks.Technical, e.Tracks.People
	return lead.N > 0 && technical.N > 0 && people.N > 0 && lead.Low > max(technical.High, people.High)
}

// Trend is a monotone trend of T.
type Trend struct {
	PerQuarter float64 // Theil-Sen slope, change of T in 13 weeks
	Low, High  float64 // its 90 % confidence limits
	Z, P       float64 // Mann-Kendall with the AR(1) variance factor; two-sided
}

// Kind is the energy of one kind of work.
type Kind struct {
	ID string
	Rating
	Hours float64 // those said of its moments
}

// ChangePoint is a week from which the weeks may have become others. It is a
// question to the user, never a finding.
type ChangePoint struct {
	Week journal.Week // the first week after the change
	P    float64
}

// EventChange is where the dials stood before and after an event. An event that
// does not change the work, such as a leave, is there to be drawn: it has no
// figures.
type EventChange struct {
	Event        journal.Event
	Time, Energy Difference
	// Recent reports that no later event changed the work and that fewer than 4
	// weeks count for time since, with some before.
	Recent bool
}

// Difference is a dial before and after an event.
type Difference struct {
	// Before is the level in the last week before the event, After the one in
	// the last week before the next event that changes the work, or now. Each is
	// zero if it lies before the first week that counts.
	Before, After Level
	// WeeksBefore and WeeksAfter are the weeks that count on either side, up to
	// the neighboring events that change the work.
	WeeksBefore, WeeksAfter int

	Comparable bool    // 4 weeks or more on either side, and a dial that is not Insufficient
	Mid        float64 // After.Mid - Before.Mid; only if Comparable
	Low, High  float64 // 90 % interval of Mid; only if Comparable
}

// Clear reports whether the difference is more than chance: its interval lies on
// one side of 0.
func (d Difference) Clear() bool { return d.Comparable && (d.Low > 0 || d.High < 0) }

// Quarter is where the dials stood at the end of one [journal.Quarter].
type Quarter struct {
	Year, Number int // Number is 1 to 4
	Weeks        int // observed weeks

	Time      Level // in the last observed week of the quarter
	Energy    Level // in its last week that counts for energy; only if HasEnergy
	HasEnergy bool
}

func (q Quarter) of() journal.Quarter { return journal.Quarter{Year: q.Year, Number: q.Number} }

// Span returns the weeks of the quarter.
func (q Quarter) Span() Span { return Span{q.of().First(), q.of().Last()} }

// Chosen compares the energy of moments that the writer chose with that of all.
type Chosen struct {
	Chosen, Assigned int // technical and people moments of either sort
	Answer           ChosenAnswer
}

// ChosenAnswer is an answer to whether the energy dial's side is the same among
// chosen moments.
type ChosenAnswer string

// The answers.
const (
	ChosenUntold   ChosenAnswer = ""         // may not be said: no side, or too few moments of either sort
	ChosenHolds    ChosenAnswer = "holds"    // very likely the same side
	ChosenReverses ChosenAnswer = "reverses" // very likely the other one
	ChosenUnsure   ChosenAnswer = "unsure"   // neither
)

// Stated is what the user answered to one question over the span.
type Stated struct {
	Question journal.Question
	N        int
	Mean     float64 // -2 technical to +2 people; 0 if N is 0
}

// Result is everything that is computed from a span of a journal.
type Result struct {
	Span   Span
	Weeks  []Week // one a logged week of the span, oldest first
	Time   Time
	Energy Energy
	Memory Memory

	Position Position // what was declared of the work at the end of the span

	Trend       *Trend       // of T; nil unless it has stood for 6 observed weeks running
	ChangePoint *ChangePoint // nil if there is nothing to ask

	Changes []EventChange // one an event of the span, oldest first; none while nothing was observed

	Chosen   Chosen
	Quarters []Quarter // those with observed weeks, oldest first

	Kinds  []Kind   // kinds with moments, most energizing first
	Stated []Stated // one a question, in the order of journal.Questions

	WeeksLogged int // observed weeks
	WeeksAway   int
	Moments     int // of weeks not away
}

// Recent returns the event that the present work began with, if its history is
// still short, and nil if not. Of several in one week it is the first by kind: a
// role matters most.
func (r Result) Recent() *EventChange {
	for i := range r.Changes {
		if r.Changes[i].Recent {
			return &r.Changes[i]
		}
	}
	return nil
}
