package lean

import (
	"math"
	"testing"

	"heliotrope/journal"
)

func TestTimeShares(t *testing.T) {
	tech, people, both := moment(journal.Technical, 1, 6), moment(journal.People, 1, 2), moment(journal.Both, 1, 4)
	for _, test := range []struct {
		name    string
		entries []journal.Entry
		people  float64 // NaN without any time
	}{
		{"nothing", nil, math.NaN()},
		{"an empty week", []journal.Entry{entry(0)}, math.NaN()},
		{"moments", []journal.Entry{entry(0, tech, people, both)}, 4.0 / 12},
		{"a split beside moments", []journal.Entry{splitEntry(0, 10, 20, 70, tech, people)}, 0.8},
		{"hours weigh weeks", []journal.Entry{
			splitEntry(0, 0, 0, 100, people), splitEntry(1, 100, 0, 0, tech),
		}, 2.0 / 8},
		{"a split in one, moments in the other", []journal.Entry{
			splitEntry(0, 50, 0, 50, tech), entry(1, people),
		}, (3 + 2) / 8.0},
		{"unknown hours weigh equally", []journal.Entry{
			splitEntry(0, 100, 0, 0), splitEntry(1, 0, 100, 0), splitEntry(2, 0, 0, 100),
		}, 0.5},
		{"unknown hours among known ones weigh as their mean", []journal.Entry{
			splitEntry(0, 100, 0, 0, tech), splitEntry(1, 100, 0, 0, people), splitEntry(2, 0, 0, 100),
		}, 4.0 / 12},
	} {
		got := Of(test.entries, nil, spanOfWeeks(5)).Time
		if math.IsNaN(test.people) {
			if got != (Shares{}) {
				t.Errorf("%s: %+v, want no shares", test.name, got)
			}
			continue
		}
		near(t, test.name, got.People, test.people, 1e-15)
		near(t, test.name+", technical", got.Technical, 1-test.people, 1e-15)
	}
}

func TestEnergies(t *testing.T) {
	energy := Of([]journal.Entry{
		entry(0, moment(journal.Technical, 2, 3), moment(journal.Both, -1, 2)),
		splitEntry(1, 0, 0, 100, moment(journal.Technical, -2, 1)), // the split has no energy
	}, nil, spanOfWeeks(5)).Energy
	near(t, "technical", energy.Technical, (6.0-1-2)/5, 1e-15)
	near(t, "people", energy.People, -1, 1e-15)
	near(t, "technical drain", energy.TechnicalDrain, 2.0/5, 1e-15)
	near(t, "people drain", energy.PeopleDrain, 1, 0)
	if difference, ok := energy.Difference(); !ok || math.Abs(difference+1.6) > 1e-15 {
		t.Errorf("difference %v, %v", difference, ok)
	}
	energy = Of([]journal.Entry{entry(0, moment(journal.People, 2, 3))}, nil, spanOfWeeks(5)).Energy
	if _, ok := energy.Difference(); ok || energy.HasTechnical || !energy.HasPeople {
		t.Errorf("people work alone: %+v", energy)
	}
}

func TestKinds(t *testing.T) {
	m := func(kind string, energy journal.Energy, hours float64) journal.Moment {
		return journal.Moment{Kind: kind, Track: journal.Technical, Energy: energy, Hours: hours}
	}
	got := Of([]journal.Entry{
		entry(0, m("a", -1, 1), m("a", 0, 1), m("a", 1, 1), m("a", 2, 1), m("two", 2, 4), m("two", 2, 4)),
		entry(1, m("b", 2, 1), m("b", 2, 1), m("b", 2, 1), m("one", -2, 3)),
		entry(2, m("long", 2, 100), m("long", -2, 0.1), m("long", -2, 0.1)),
		entry(3, m("c", 1, 1), m("c", 0, 2), m("c", -1, 3)),
	}, nil, spanOfWeeks(5)).Kinds

	// a: the textbook interval 0.5 ± t(.975, 3) s/√4 with s² = 5/3.
	aHalf := studentQuantile(0.975, 3) * math.Sqrt(5.0/3/4)
	// c: n' = 36/14, s² = Σ h(e-m)²/Σh · n'/(n'-1).
	cMean, cN := -2.0/6, 36.0/14
	cSpread := (math.Pow(1-cMean, 2) + 2*cMean*cMean + 3*math.Pow(-1-cMean, 2)) / 6
	cHalf := studentQuantile(0.975, cN-1) * math.Sqrt(cSpread/(cN-1))
	want := []Kind{
		{ID: "b", N: 3, Hours: 3, Mean: 2, HasBand: true, Low: 2 - studentQuantile(0.975, 2)*math.Sqrt(1.0/12/3), High: 2},
		{ID: "long", N: 3, Hours: 100.2, Mean: 199.6 / 100.2, HasBand: true, Low: -2, High: 2},
		{ID: "a", N: 4, Hours: 4, Mean: 0.5, HasBand: true, Low: 0.5 - aHalf, High: min(0.5+aHalf, 2)},
		{ID: "c", N: 3, Hours: 6, Mean: cMean, HasBand: true, Low: max(cMean-cHalf, -2), High: min(cMean+cHalf, 2)},
		{ID: "two", N: 2, Hours: 8, Mean: 2},
		{ID: "one", N: 1, Hours: 3, Mean: -2},
	}
	if len(got) != len(want) {
		t.Fatalf("%d kinds, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		if g.ID != w.ID || g.N != w.N || g.HasBand != w.HasBand {
			t.Errorf("kind %d: %+v, want %+v", i, g, w)
		}
		nearAll(t, w.ID, []float64{g.Hours, g.Mean, g.Low, g.High}, []float64{w.Hours, w.Mean, w.Low, w.High}, 1e-12)
	}
}

// TestKindsOfTies puts kinds that are equal but for their id in a fixed order.
func TestKindsOfTies(t *testing.T) {
	for range 20 { // the order of a map differs from run to run
		e := entry(0)
		for _, id := range []string{"d", "a", "c", "b"} {
			e.Moments = append(e.Moments, journal.Moment{Kind: id, Track: journal.Both, Hours: 1})
		}
		kinds := Of([]journal.Entry{e}, nil, spanOfWeeks(1)).Kinds
		for i, id := range []string{"a", "b", "c", "d"} {
			if kinds[i].ID != id {
				t.Fatalf("kind %d is %s, want %s", i, kinds[i].ID, id)
			}
		}
	}
}

func TestStated(t *testing.T) {
	answers := func(n int, away string, as ...journal.Answer) journal.Entry {
		return journal.Entry{Week: firstWeek.Add(n), Away: away, Answers: as}
	}
	r := Of([]journal.Entry{
		answers(0, "", journal.Answer{Question: journal.Code, Value: -2}, journal.Answer{Question: journal.Scale, Value: 1}),
		answers(1, "leave", journal.Answer{Question: journal.Code, Value: 1}),
		answers(9, "", journal.Answer{Question: journal.Code, Value: 2}), // outside the span
	}, nil, spanOfWeeks(5))
	for i, s := range r.Stated {
		want := Stated{Question: journal.Questions[i]}
		switch want.Question {
		case journal.Code:
			want.N, want.Mean = 2, -0.5
		case journal.Scale:
			want.N, want.Mean = 1, 1
		}
		if s != want {
			t.Errorf("%+v, want %+v", s, want)
		}
	}
	if r.WeeksLogged != 0 || r.Levels != nil {
		t.Errorf("answers alone are %d weeks observed", r.WeeksLogged)
	}
}

// TestSwings swings over years, with a flutter too short to count.
func TestSwings(t *testing.T) {
	var entries []journal.Entry
	for i := range 120 {
		people := 10
		if i >= 30 && i < 90 {
			people = 90
		}
		if i == 60 || i == 61 { // two weeks back
			people = 10
		}
		entries = append(entries, splitEntry(i, 100-people, 0, people, moment(journal.Both, 1, 2)))
	}
	swings := Of(entries, nil, spanOfWeeks(120)).Swings
	if len(swings) != 2 || swings[0].To != PeopleSide || swings[1].To != TechnicalSide {
		t.Fatalf("swings %+v, want to people and back", swings)
	}
	for i, want := range []int{30, 90} {
		if at := swings[i].Week.Index() - firstWeek.Index(); at < want-1 || at > want+3 {
			t.Errorf("swing %d in week %d, want about %d", i, at, want)
		}
	}
	// Seven weeks, however far apart, are too few for a swing.
	for _, every := range []int{1, 5} {
		for weeks := 7; weeks <= 16; weeks += 9 {
			far := repeat(weeks, func(i int) journal.Entry {
				people := 100 * (i / (weeks/2 + 1))
				e := splitEntry(i*every, 100-people, 0, people, moment(journal.Both, 1, 2), moment(journal.Both, 1, 2))
				return e
			})
			if got := len(Of(far, nil, spanOfWeeks(weeks*every)).Swings); (got == 1) != (weeks >= sideWeeks) {
				t.Errorf("%d weeks, every %d: %d swings", weeks, every, got)
			}
		}
	}
	if swings := Of(steady(60, 50, 0, 50), nil, spanOfWeeks(60)).Swings; swings != nil {
		t.Errorf("balance swings: %+v", swings)
	}
	slight := append(steady(30, 43, 0, 57), changed(steady(30, 57, 0, 43), func(e *journal.Entry) { e.Week = e.Week.Add(30) })...)
	if swings := Of(slight, nil, spanOfWeeks(60)).Swings; swings != nil {
		t.Errorf("a lean too slight to be sure of swings: %+v", swings)
	}
	if swings := Of(steady(60, 90, 0, 10), nil, spanOfWeeks(60)).Swings; swings != nil {
		t.Errorf("a steady lean swings: %+v", swings)
	}
}
