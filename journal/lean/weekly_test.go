package lean

import (
	"testing"

	"heliotrope/journal"
)

// weekFigures returns the figures of one journal's i-th week.
func weekFigures(i int, entries ...journal.Entry) Week {
	return Of(entries, nil, spanOfWeeks(len(entries))).Weeks[i]
}

func TestWeekOfHours(t *testing.T) {
	w := weekFigures(0, entry(0,
		moment(journal.Technical, 1, 6), moment(journal.People, -1, 2), moment(journal.Both, 0, 2)))
	near(t, "T", w.Time, -0.4, 1e-15)
	near(t, "technical", w.Shares.Technical, 0.6, 1e-15)
	near(t, "tech lead", w.Shares.Both, 0.2, 1e-15)
	near(t, "noise", w.Noise, 2.56*5/3, 1e-15)
	if !w.Observed || w.HasSplit || !w.HasHours || w.Hours != (ByTrack[float64]{6, 2, 2}) {
		t.Errorf("week %+v", w)
	}
}

func TestSplitComesBeforeHours(t *testing.T) {
	e := entry(0, moment(journal.Technical, 1, 6))
	e.Split = &journal.Split{Technical: 20, Both: 10, People: 70}
	w := weekFigures(0, e)
	near(t, "T", w.Time, 0.5, 1e-15)
	near(t, "noise", w.Noise, 1, 0)
	if !w.HasSplit || w.Hours.Technical != 6 {
		t.Errorf("week %+v", w)
	}
}

// TestNoiseOfMoments: few moments say less about a week, within bounds.
func TestNoiseOfMoments(t *testing.T) {
	for n, want := range map[int]float64{1: 2.56 * 4, 2: 2.56 * 2.5, 5: 2.56, 8: 2.56 * 0.625, 10: 1.28, 1000: 1.28} {
		var moments []journal.Moment
		for range n {
			moments = append(moments, moment(journal.People, 1, 1))
		}
		near(t, "noise", weekFigures(0, entry(0, moments...)).Noise, want, 1e-15)
	}
}

// TestHoursNotSaid: a moment without hours counts as the mean of those said for
// its kind anywhere in the span, else as one hour, and no hour is said for it.
func TestHoursNotSaid(t *testing.T) {
	away := entry(3, moment(journal.Technical, 1, 100))
	away.Away = "leave"
	entries := []journal.Entry{
		entry(0, moment(journal.Technical, 1, 0), moment(journal.People, 1, 0)),
		entry(1, moment(journal.Technical, 1, 2)),
		entry(2, moment(journal.Technical, 1, 4)),
		away,
	}
	w := weekFigures(0, entries...)
	near(t, "T", w.Time, (1.0-3)/4, 1e-15)
	if w.HasHours || w.Hours != (ByTrack[float64]{}) {
		t.Errorf("hours %+v were said", w.Hours)
	}
	near(t, "T within a shorter span", weekFigures(0, entries[:1]...).Time, 0, 0)
}

func TestWeekWithoutAnything(t *testing.T) {
	answered := entry(0)
	answered.Answers = []journal.Answer{{Question: journal.Questions[0], Value: 1}}
	if w := weekFigures(0, answered); w.Observed || w.Away {
		t.Errorf("a week of answers is %+v", w)
	}
	away := entry(0, moment(journal.Technical, 1, 3))
	away.Away, away.Split = "leave", &journal.Split{People: 100}
	r := Of([]journal.Entry{away}, nil, spanOfWeeks(1))
	if w := r.Weeks[0]; w != (Week{Week: firstWeek, Away: true}) {
		t.Errorf("a week away is %+v", w)
	}
	if r.WeeksLogged != 0 || r.WeeksAway != 1 || r.Moments != 0 || len(r.Kinds) != 0 {
		t.Errorf("%d weeks logged, %d away, %d moments", r.WeeksLogged, r.WeeksAway, r.Moments)
	}
}
