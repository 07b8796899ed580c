package journal

import (
	"math"
	"slices"
	"time"
)

// Energy is how a moment left the writer, on five worded points.
type Energy int

// The five points: drained, a bit drained, neutral, a bit energized, energized.
const (
	Drained      Energy = -2
	BitDrained   Energy = -1
	Neutral      Energy = 0
	BitEnergized Energy = 1
	Energized    Energy = 2
)

// Energies lists the points from drained to energized.
var Energies = []Energy{Drained, BitDrained, Neutral, BitEnergized, Energized}

// Valid reports whether e is one of the five points.
func (e Energy) Valid() bool { return e >= Drained && e <= Energized }

// Moment is one thing that moved the writer's energy.
type Moment struct {
	ID      string // unique in its entry
	Text    string // 1 to MaxMoment bytes
	Kind    string // id of a kind
	Track   Track
	Energy  Energy
	Hours   float64 // at most MaxHours; 0 if not given
	Tags    []string
	Private bool      // left out of a report unless asked for
	Chosen  bool      // the writer chose it, rather than being assigned it
	Logged  time.Time // when it was written down; zero if unknown

	// Source is a hash of the trace in a calendar or a repository from which the
	// moment was made, at most MaxSource bytes; empty for none. It is in no report.
	Source string
}

// Validate checks m's fields, not whether its kind is declared, and returns an
// *[InvalidError].
func (m Moment) Validate() error {
	if !validID(m.ID) {
		return invalid("id", RuleID)
	}
	if onlySpaces(m.Text) {
		return invalid("text", RuleRequired)
	}
	if err := checkText("text", m.Text, MaxMoment); err != nil {
		return err
	}
	switch {
	case !validID(m.Kind):
		return invalid("kind", RuleKind)
	case !m.Track.Valid():
		return invalid("track", RuleTrack)
	case !m.Energy.Valid():
		return invalid("energy", RuleEnergy)
	case math.Signbit(m.Hours) || !(m.Hours <= MaxHours): // also refuses NaN and a negative zero
		return invalid("hours", RuleHours)
	case m.Source != "" && !validSource(m.Source):
		return invalid("source", RuleID)
	}
	return checkTags("tags", m.Tags)
}

// Filed returns no week: a moment is of its entry's week.
func (Moment) Filed() Week { return Week{} }

// Equal reports whether m and o are the same, to the byte.
func (m Moment) Equal(o Moment) bool {
	return m.ID == o.ID && m.Text == o.Text && m.Kind == o.Kind && m.Track == o.Track &&
		m.Energy == o.Energy && m.Hours == o.Hours && slices.Equal(m.Tags, o.Tags) &&
		m.Private == o.Private && m.Chosen == o.Chosen && m.Logged.Equal(o.Logged) && m.Source == o.Source
}

// Split is where a week's time went, in whole percents that add up to 100.
type Split struct {
	Technical, Both, People int
}

// Validate checks that s adds up and returns an *[InvalidError].
func (s Split) Validate() error {
	if s.Technical < 0 || s.Both < 0 || s.People < 0 ||
		s.Technical > 100 || s.Both > 100 || s.People > 100 ||
		s.Technical+s.Both+s.People != 100 {
		return invalid("split", RuleSplit)
	}
	return nil
}

// Entry is the content of one week.
type Entry struct {
	Week       Week
	Away       string     // why the week was not worked, see AwayReasons; empty if it was; at most MaxName bytes
	Split      *Split     // nil if not asked
	Evidence   *Hours     // where the time went by calendars and repositories; nil unless the user accepted it
	Diary      []DiaryDay // at most one a day, in the order of the week
	Moments    []Moment
	Answers    []Answer // at most one a question
	Prompt     string   // the question that the reflection answers, as it was shown; at most MaxTitle bytes
	Reflection string   // at most MaxReflection bytes
	Updated    time.Time
}

// Key returns e's week.
func (e Entry) Key() Week { return e.Week }

// Filed returns e's week.
func (e Entry) Filed() Week { return e.Week }

// EntryList is the journal's entries, by week.
var EntryList = List[Week, Entry]{
	Name: "entries", One: "entry",
	Compare: func(a, b Entry) int { return a.Week.Compare(b.Week) },
	In:      func(c *Contents) *[]Entry { return &c.Entries },
	Edits:   func(change *Change) (*[]Entry, *[]Week) { return &change.PutEntries, &change.DropEntries },
}

// Empty reports whether e has no content, so that there is nothing to store. A
// prompt alone is no content, nor is a reflection of invisible characters, nor is
// evidence, which is there to be compared with what the user wrote.
func (e Entry) Empty() bool {
	return e.Away == "" && e.Split == nil && len(e.Diary) == 0 && len(e.Moments) == 0 && len(e.Answers) == 0 && IsBlank(e.Reflection)
}

// checkSeen checks that the texts that e has and old has not can be seen.
func (e Entry) checkSeen(old Entry) error {
	had := make(map[string]bool) // texts and tags
	for _, m := range old.Moments {
		had[m.Text] = true
		for _, tag := range m.Tags {
			had[tag] = true
		}
	}
	for i, m := range e.Moments {
		if IsBlank(m.Text) && !had[m.Text] {
			return invalid(at("moments", i)+".text", RuleRequired)
		}
		for k, tag := range m.Tags {
			if IsBlank(tag) && !had[tag] {
				return invalid(at("moments", i)+"."+at("tags", k), RuleRequired)
			}
		}
	}
	return nil
}

// Answer returns the value given to question q, and whether one was given.
func (e Entry) Answer(q Question) (value int, ok bool) {
	for _, a := range e.Answers {
		if a.Question == q {
			return a.Value, true
		}
	}
	return 0, false
}

// Clone returns a copy of e that shares nothing with it.
func (e Entry) Clone() Entry {
	if e.Split != nil {
		split := *e.Split
		e.Split = &split
	}
	if e.Evidence != nil {
		evidence := *e.Evidence
		e.Evidence = &evidence
	}
	e.Diary = slices.Clone(e.Diary)
	e.Moments = slices.Clone(e.Moments)
	for i := range e.Moments {
		e.Moments[i].Tags = slices.Clone(e.Moments[i].Tags)
	}
	e.Answers = slices.Clone(e.Answers)
	return e
}

// Equal reports whether e and o have the same content, whenever that was last
// updated. The prompt counts only with a reflection.
func (e Entry) Equal(o Entry) bool {
	return e.Week == o.Week && e.Away == o.Away && same(e.Split, o.Split) &&
		same(e.Evidence, o.Evidence) && slices.Equal(e.Diary, o.Diary) &&
		slices.EqualFunc(e.Moments, o.Moments, Moment.Equal) &&
		slices.Equal(e.Answers, o.Answers) &&
		e.Reflection == o.Reflection && (e.Reflection == "" || e.Prompt == o.Prompt)
}

// same reports whether a and b are both nil, or have equal values.
func same[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }

// Includes reports whether e contains everything that o does, in the same form;
// e may contain more.
func (e Entry) Includes(o Entry) bool {
	all := Entry{
		Week: o.Week, Away: e.Away, Split: e.Split, Evidence: e.Evidence, Diary: o.Diary,
		Moments: o.Moments, Answers: o.Answers, Prompt: e.Prompt, Reflection: e.Reflection,
	}
	if o.Away == "" {
		all.Away = ""
	}
	if o.Split == nil {
		all.Split = nil
	}
	if o.Evidence == nil {
		all.Evidence = nil
	}
	if o.Reflection == "" {
		all.Prompt, all.Reflection = o.Prompt, ""
	}
	return e.Week == o.Week && all.Equal(o) && isSubset(o.Diary, e.Diary, equal) &&
		!slices.ContainsFunc(o.Moments, func(m Moment) bool { return !slices.ContainsFunc(e.Moments, m.Equal) }) &&
		!slices.ContainsFunc(o.Answers, func(a Answer) bool { return !slices.Contains(e.Answers, a) })
}

// Validate checks e's fields, not whether its kinds are declared, and returns
// an *[InvalidError] that names the first bad one.
func (e Entry) Validate() error {
	if !e.Week.Valid() {
		return invalid("week", RuleWeek)
	}
	if err := checkText("away", e.Away, MaxName); err != nil {
		return err
	}
	if e.Split != nil {
		if err := e.Split.Validate(); err != nil {
			return err
		}
	}
	if e.Evidence != nil && e.Evidence.Validate() != nil {
		return invalid("evidence", RuleHours)
	}
	if err := checkDiary(e.Diary); err != nil {
		return err
	}
	if len(e.Moments) > MaxMoments {
		return invalid("moments", RuleCount)
	}
	repeats := e.repeats()
	for i, m := range e.Moments {
		if err := m.Validate(); err != nil {
			return within(at("moments", i), err)
		}
		if repeats(i) {
			return invalid(at("moments", i)+".id", RuleUnique)
		}
	}
	for i, a := range e.Answers {
		if err := a.validate(); err != nil {
			return within(at("answers", i), err)
		}
		if slices.ContainsFunc(e.Answers[:i], func(o Answer) bool { return o.Question == a.Question }) {
			return invalid(at("answers", i)+".question", RuleUnique)
		}
	}
	if err := checkText("prompt", e.Prompt, MaxTitle); err != nil {
		return err
	}
	return checkText("reflection", e.Reflection, MaxReflection)
}

// repeats returns a function that reports whether the i-th moment has the id of one
// before. It is called with each i in order.
func (e Entry) repeats() func(i int) bool {
	const few = 32 // of which comparing each with each takes less than a map
	if len(e.Moments) <= few {
		return func(i int) bool {
			for k := range i {
				if e.Moments[k].ID == e.Moments[i].ID {
					return true
				}
			}
			return false
		}
	}
	ids := make(map[string]bool, len(e.Moments))
	return func(i int) bool {
		there := ids[e.Moments[i].ID]
		ids[e.Moments[i].ID] = true
		return there
	}
}
