package lean

import (
	"cmp"
	"slices"

	"heliotrope/journal"
)

// Figure names a sort of figure in a [Result], so that it can be explained and
// traced to what it rests on.
type Figure string

// The figures.
const (
	TimeFigure    Figure = "time"    // the dial of time: where it goes now
	EnergyFigure  Figure = "energy"  // the dial of energy: which track gives more
	StateFigure   Figure = "state"   // when a side is named
	TracksFigure  Figure = "tracks"  // mean energy of each of the three tracks
	WeekFigure    Figure = "week"    // one week
	KindFigure    Figure = "kind"    // mean energy of a kind of work
	DrainFigure   Figure = "drain"   // the share of moments that drained
	QuarterFigure Figure = "quarter" // a calendar quarter
	TrendFigure   Figure = "trend"   // movement of time over the span
	SwingFigure   Figure = "swing"   // changes of side
	ChangeFigure  Figure = "change"  // the change point
	EventFigure   Figure = "event"   // before and after an event
	ChosenFigure  Figure = "chosen"  // chosen next to all
	StatedFigure  Figure = "stated"  // answers to the questions
	MemoryFigure  Figure = "memory"  // splits next to the evidence of their weeks
)

// Figures lists the figures in the order in which they are explained.
var Figures = []Figure{
	TimeFigure, EnergyFigure, StateFigure, TracksFigure, WeekFigure, KindFigure, DrainFigure,
	QuarterFigure, TrendFigure, SwingFigure, ChangeFigure, EventFigure, ChosenFigure, StatedFigure,
	MemoryFigure,
}

// Subject is one figure: its sort and what it is about. What is left zero does
// not narrow it down.
type Subject struct {
	Figure   Figure
	Span     Span             // the weeks that it is about
	Kind     string           // of work, for KindFigure
	Track    journal.Track    // for TracksFigure and DrainFigure
	Question journal.Question // for StatedFigure
}

// Behind returns the entries that a figure rests on, oldest first, each with
// only those moments and answers that count in it. An entry that counts by its
// split alone has no moments. The entries returned are copies.
func Behind(entries []journal.Entry, s Subject) []journal.Entry {
	span := s.Span
	if span == (Span{}) && len(entries) > 0 {
		byWeek := func(a, b journal.Entry) int { return a.Week.Compare(b.Week) }
		span = Span{slices.MinFunc(entries, byWeek).Week, slices.MaxFunc(entries, byWeek).Week}
	}
	var behind []journal.Entry
	for _, e := range within(entries, span) {
		if trimmed, counts := s.trim(e.Clone()); counts {
			behind = append(behind, trimmed)
		}
	}
	return behind
}

// trim leaves in e what counts, and reports whether that is anything.
func (s Subject) trim(e journal.Entry) (journal.Entry, bool) {
	if s.Figure == StatedFigure {
		e.Split, e.Moments = nil, nil
		e.Answers = slices.DeleteFunc(e.Answers, func(a journal.Answer) bool {
			return s.Question != "" && a.Question != s.Question
		})
		return e, len(e.Answers) > 0
	}
	e.Answers = nil
	if s.Figure == WeekFigure {
		return e, true
	}
	if e.Away != "" {
		return e, false
	}
	if s.Figure == MemoryFigure {
		e.Moments = nil
		_, known := e.Measured()
		return e, known && e.Split != nil
	}
	if counts := s.moments(); counts != nil {
		e.Split = nil
		e.Moments = slices.DeleteFunc(e.Moments, func(m journal.Moment) bool { return !counts(m) })
		return e, len(e.Moments) > 0
	}
	return e, e.Split != nil || len(e.Moments) > 0
}

// moments returns which moments count in a figure that is made of moments, and
// nil for one that is made of weeks.
func (s Subject) moments() func(journal.Moment) bool {
	switch s.Figure {
	case EnergyFigure:
		return func(m journal.Moment) bool { return m.Track != journal.Both }
	case TracksFigure:
		return func(m journal.Moment) bool { return s.Track == "" || m.Track == s.Track }
	case KindFigure:
		return func(m journal.Moment) bool { return s.Kind == "" || m.Kind == s.Kind }
	case ChosenFigure:
		return func(m journal.Moment) bool { return m.Chosen && m.Track != journal.Both }
	case DrainFigure:
		return func(m journal.Moment) bool {
			return m.Energy < journal.Neutral && (s.Track == "" || m.Track == s.Track) && (s.Kind == "" || m.Kind == s.Kind)
		}
	}
	return nil
}

// DatedMoment is a moment and the week that it belongs to.
type DatedMoment struct {
	journal.Moment
	Week journal.Week
}

// Strongest returns up to most moments of entries that energized most, or
// drained most if sign is negative: by energy, then by hours, then the latest.
// A text that comes again is left out, and so are weeks away.
func Strongest(entries []journal.Entry, sign journal.Energy, most int) []DatedMoment {
	type found struct {
		*journal.Moment
		week journal.Week
	}
	var all []found
	for _, e := range entries {
		if e.Away != "" {
			continue
		}
		for i := range e.Moments {
			if m := &e.Moments[i]; m.Energy*sign > 0 {
				all = append(all, found{m, e.Week})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(
			cmp.Compare(b.Energy*sign, a.Energy*sign),
			cmp.Compare(b.Hours, a.Hours),
			b.week.Compare(a.week),
			cmp.Compare(a.ID, b.ID),
		)
	})
	var strongest []DatedMoment
	quoted := make(map[string]bool)
	for _, m := range all {
		if len(strongest) == most {
			break
		}
		if !quoted[m.Text] {
			quoted[m.Text] = true
			strongest = append(strongest, DatedMoment{*m.Moment, m.week})
		}
	}
	return strongest
}
