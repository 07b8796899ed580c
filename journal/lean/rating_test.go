package lean

import (
	"math"
	"testing"

	"heliotrope/journal"
)

// TestRatingByHand: three moments +1, +2, 0, two of them in one week. With
// ν = 4+3-1 = 6 and t(.95, 6) = 1.94318, s² = (3.2+2)/6.
func TestRatingByHand(t *testing.T) {
	r := Of([]journal.Entry{
		entry(0, moment(journal.Both, 1, 9), moment(journal.Both, 2, 0)),
		entry(1, moment(journal.Both, 0, 1)),
	}, nil, spanOfWeeks(2)).Energy.Tracks.Both
	half := 1.9431802803927816 * math.Sqrt(5.2/6*(1.0/3+0.2*5/9))
	near(t, "mean", r.Mean, 1, 1e-15)
	near(t, "low", r.Low, 1-half, 1e-9)
	near(t, "high", r.High, 2, 0) // clipped
	if r.N != 3 || r.Drained != 0 {
		t.Errorf("%+v", r)
	}
}

// TestKinds are ordered by energy, then by how often they were rated; hours do
// not enter their means, and only those said are summed.
func TestKinds(t *testing.T) {
	named := func(kind string, energy journal.Energy, hours float64) journal.Moment {
		m := moment(journal.Technical, energy, hours)
		m.Kind = kind
		return m
	}
	kinds := Of([]journal.Entry{
		entry(0, named("coding", 2, 8), named("coding", -2, 0), named("review", 0, 0)),
		entry(1, named("design", 1, 0), named("incident", -1, 2)),
	}, nil, spanOfWeeks(2)).Kinds
	want := []Kind{
		{ID: "design", Rating: Rating{N: 1, Mean: 1}},
		{ID: "coding", Rating: Rating{N: 2, Drained: 1}, Hours: 8},
		{ID: "review", Rating: Rating{N: 1}},
		{ID: "incident", Rating: Rating{N: 1, Mean: -1, Drained: 1}, Hours: 2},
	}
	for i, k := range kinds {
		k.Low, k.High = 0, 0
		if k != want[i] {
			t.Errorf("kind %d is %+v, want %+v", i, k, want[i])
		}
	}
	if len(kinds) != len(want) {
		t.Errorf("%d kinds", len(kinds))
	}
}

func TestMissingAndTechLead(t *testing.T) {
	var moments []journal.Moment
	for range 6 {
		moments = append(moments, moment(journal.Technical, 0, 0), moment(journal.Both, 2, 0))
	}
	e := Of([]journal.Entry{entry(0, append(moments, moment(journal.People, 1, 0))...)}, nil, spanOfWeeks(1)).Energy
	if e.State != Insufficient || e.Missing(journal.Technical) != 0 || e.Missing(journal.People) != 5 || e.Missing(journal.Both) != 0 {
		t.Errorf("state %s, missing %d and %d", e.State, e.Missing(journal.Technical), e.Missing(journal.People))
	}
	if _, defined := e.Now(); defined {
		t.Error("the difference is defined with one people moment")
	}
	if e.TechLeadGivesMost() {
		t.Error("more than one people moment of +1 for sure")
	}
	for range 12 {
		moments = append(moments, moment(journal.People, -1, 0))
	}
	if e := Of([]journal.Entry{entry(0, moments...)}, nil, spanOfWeeks(1)).Energy; !e.TechLeadGivesMost() {
		t.Errorf("tech lead work does not give most: %+v", e.Tracks)
	}
}
