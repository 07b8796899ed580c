package lean

import (
	"fmt"
	"slices"
	"testing"

	"heliotrope/journal"
)

// behindNames gives what Behind returned as "week: moments / answers", the week
// counted from the first.
func behindNames(entries []journal.Entry) []string {
	var names []string
	for _, e := range entries {
		name := fmt.Sprint(e.Week.Index()-firstWeek.Index(), ":")
		for _, m := range e.Moments {
			name += " " + m.Text
		}
		for _, a := range e.Answers {
			name += " " + string(a.Question)
		}
		names = append(names, name)
	}
	return names
}

func TestBehind(t *testing.T) {
	named := func(text, kind string, track journal.Track, energy journal.Energy, chosen bool) journal.Moment {
		m := moment(track, energy, 1)
		m.ID, m.Text, m.Kind, m.Chosen = text, text, kind, chosen
		return m
	}
	split := entry(1)
	split.Split = &journal.Split{Technical: 100}
	split.Answers = []journal.Answer{{Question: journal.Questions[0], Value: 1}}
	away := entry(2, named("gone", "coding", journal.Technical, -2, true))
	away.Away = "leave"
	away.Answers = []journal.Answer{{Question: journal.Questions[1], Value: 1}}
	split.Evidence = &journal.Hours{Technical: 30}
	away.Split, away.Evidence = split.Split, split.Evidence
	unsplit := entry(4)
	unsplit.Evidence = split.Evidence
	entries := []journal.Entry{
		entry(3, named("c", "coding", journal.Technical, 1, false), named("d", "pairing", journal.Both, -1, true)),
		away, split,
		entry(0, named("a", "coding", journal.Technical, -1, true), named("b", "coaching", journal.People, -2, false)),
		unsplit,
	}
	one := Span{firstWeek.Add(3), firstWeek.Add(3)}
	for _, test := range []struct {
		subject Subject
		want    []string
	}{
		{Subject{Figure: TimeFigure}, []string{"0: a b", "1:", "3: c d"}},
		{Subject{Figure: TimeFigure, Span: one}, []string{"3: c d"}},
		{Subject{Figure: WeekFigure, Span: Span{firstWeek.Add(2), firstWeek.Add(2)}}, []string{"2: gone"}},
		{Subject{Figure: EnergyFigure}, []string{"0: a b", "3: c"}},
		{Subject{Figure: TracksFigure}, []string{"0: a b", "3: c d"}},
		{Subject{Figure: TracksFigure, Track: journal.Both}, []string{"3: d"}},
		{Subject{Figure: KindFigure, Kind: "coding"}, []string{"0: a", "3: c"}},
		{Subject{Figure: ChosenFigure}, []string{"0: a"}},
		{Subject{Figure: DrainFigure}, []string{"0: a b", "3: d"}},
		{Subject{Figure: DrainFigure, Track: journal.People}, []string{"0: b"}},
		{Subject{Figure: DrainFigure, Kind: "pairing"}, []string{"3: d"}},
		{Subject{Figure: MemoryFigure}, []string{"1:"}},
		{Subject{Figure: StatedFigure}, []string{"1: energizes", "2: scope"}},
		{Subject{Figure: StatedFigure, Question: journal.Questions[1]}, []string{"2: scope"}},
	} {
		if got := behindNames(Behind(entries, test.subject)); !slices.Equal(got, test.want) {
			t.Errorf("%+v: %q, want %q", test.subject, got, test.want)
		}
	}
	if len(entries[0].Moments) != 2 || entries[2].Answers == nil {
		t.Error("the entries themselves were changed")
	}
	if got := Behind(nil, Subject{Figure: TimeFigure}); got != nil {
		t.Errorf("an empty journal has %v behind it", got)
	}
}

func TestNeutralMomentsAreNotBehindTheDrain(t *testing.T) {
	neutral := entry(0, moment(journal.Technical, journal.Neutral, 2))
	if got := Behind([]journal.Entry{neutral}, Subject{Figure: DrainFigure}); len(got) != 0 {
		t.Errorf("%v are behind the drain", got)
	}
}

func TestStrongest(t *testing.T) {
	named := func(text string, energy journal.Energy, hours float64) journal.Moment {
		m := moment(journal.Technical, energy, hours)
		m.ID, m.Text = text, text
		return m
	}
	away := entry(5, named("away", -2, 9))
	away.Away = "sick"
	entries := []journal.Entry{
		entry(0, named("long", -2, 4), named("mild", -1, 8), named("same", -2, 1), named("good", 2, 1)),
		entry(1, named("same", -2, 2), named("neutral", 0, 1), named("late", -2, 2)),
		away,
	}
	for _, test := range []struct {
		sign journal.Energy
		most int
		want []string
	}{
		{-1, 9, []string{"long", "late", "same", "mild"}}, {-1, 2, []string{"long", "late"}}, {1, 3, []string{"good"}},
	} {
		var got []string
		for _, m := range Strongest(entries, test.sign, test.most) {
			got = append(got, m.Text)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%d, %d: %q, want %q", test.sign, test.most, got, test.want)
		}
	}
}

func TestQuarterSpan(t *testing.T) {
	for _, test := range []struct {
		year, number int
		from, to     string
	}{
		{2026, 1, "2026-W01", "2026-W13"}, {2026, 3, "2026-W27", "2026-W39"},
		{2026, 4, "2026-W40", "2026-W53"}, {2025, 4, "2025-W40", "2025-W52"},
	} {
		span := Quarter{Year: test.year, Number: test.number}.Span()
		if span.From.String() != test.from || span.To.String() != test.to {
			t.Errorf("%d Q%d: %v, want %s to %s", test.year, test.number, span, test.from, test.to)
		}
	}
}
