package lean

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"heliotrope/journal"
)

// TestArchetypes reads sixteen weeks of the work that people of six roles do,
// in hours of the built-in kinds, all of it liked alike: the tracks of the kinds
// decide. Staff engineers mentor, set direction and influence across teams, so
// none of theirs may be taken for managers.
func TestArchetypes(t *testing.T) {
	for _, a := range []struct {
		role  string
		hours map[string]float64 // of a usual week, by kind
		want  []State
	}{
		{"solver", map[string]float64{
			"debugging": 12, "coding": 10, "incident": 4, "review": 3, "pairing": 3, "planning": 1, "mentoring": 1,
		}, []State{Technical}},
		{"architect", map[string]float64{
			"design": 8, "writing": 6, "review": 4, "research": 4, "direction": 6, "stakeholders": 6, "mentoring": 2,
		}, []State{Technical}},
		{"tech lead", map[string]float64{
			"tech-lead": 10, "coding": 7, "review": 5, "planning": 5, "pairing": 4, "stakeholders": 4, "mentoring": 3, "hiring": 1,
		}, []State{Technical, Open, Even}},
		{"glue", map[string]float64{
			"glue": 10, "stakeholders": 6, "mentoring": 6, "planning": 6, "coding": 5, "writing": 3, "hiring": 2,
		}, []State{Technical, Open, Even}},
		{"right hand", map[string]float64{
			"direction": 8, "stakeholders": 8, "planning": 6, "team": 6, "one-on-one": 3, "writing": 5, "review": 3, "hiring": 1,
		}, []State{Open, Even}},
		{"manager", map[string]float64{
			"one-on-one": 9, "team": 7, "hiring": 5, "feedback": 4, "coaching": 4, "conflict": 2, "planning": 4, "stakeholders": 3, "review": 1,
		}, []State{People}},
	} {
		rng := rand.New(rand.NewPCG(11, 1))
		var entries []journal.Entry
		for i := range 16 {
			var moments []journal.Moment
			for _, id := range slices.Sorted(maps.Keys(a.hours)) {
				kind, ok := journal.BuiltInKinds().Find(id)
				if !ok {
					t.Fatalf("no kind %s", id)
				}
				m := moment(kind.Track, journal.BitEnergized, a.hours[id]*(0.5+rng.Float64()))
				m.Kind = id
				moments = append(moments, m)
			}
			entries = append(entries, entry(i, moments...))
		}
		r := Of(entries, nil, spanOfWeeks(16))
		if !slices.Contains(a.want, r.Time.State) {
			now, _ := r.Time.Now()
			t.Errorf("%s is read as %s at %.2f, not %v", a.role, r.Time.State, now.Mid, a.want)
		}
		if r.Energy.State.IsSide() {
			t.Errorf("%s gets energy from %s work, all of it liked alike", a.role, r.Energy.State)
		}
	}
}
