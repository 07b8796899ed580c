package lean

import (
	"fmt"
	"strings"
	"testing"

	"heliotrope/journal"
)

// see is one calendar week of a passage in a test: p is P(level > 0), near that
// of being close to the middle.
type see struct {
	p, near              float64
	missing, change, few bool
}

// letters names the state after each week by its first letter.
func letters(r rule, weeks []see) string {
	p := passage{rule: r}
	var b strings.Builder
	for i, w := range weeks {
		p.see(look{
			week: firstWeek.Index() + i, counts: !w.missing, change: w.change, insufficient: w.few,
			people: func() float64 { return w.p }, near: func(float64) float64 { return w.near },
		})
		b.WriteByte(string(p.state)[0])
	}
	return b.String()
}

// times repeats one week.
func times(n int, w see) []see {
	all := make([]see, n)
	for i := range all {
		all[i] = w
	}
	return all
}

func run(parts ...[]see) (all []see) {
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// TestPassage takes the two dials' rules through every way into a state and out
// of it; i is insufficient, o open, e even, t technical and p people.
func TestPassage(t *testing.T) {
	few, unsure := see{p: 0.5, few: true}, see{p: 0.5}
	people, technical, even := see{p: 0.99}, see{p: 0.01}, see{p: 0.5, near: 0.95}
	gap := see{p: 0.9, missing: true}
	for _, test := range []struct {
		name  string
		rule  rule
		weeks []see
		want  string
	}{
		{"too little, then nothing clear", timeRule, run(times(3, few), times(7, unsure)), "iiiooooooo"},
		{"a side from the 8th week", timeRule, times(9, people), "ooooooopp"},
		{"a side needs four weeks running", timeRule, run(times(7, unsure), times(5, technical)), "oooooooooott"},
		{"three weeks running do not suffice", timeRule, run(times(7, unsure), times(3, people), times(1, unsure), times(4, people)), "oooooooooooooop"},
		{"missing weeks do not break a run", timeRule, run(times(6, unsure), times(2, people), times(2, gap), times(2, people)), "ooooooooooop"},
		{"energy needs one week", energyRule, run(times(7, unsure), times(1, people)), "ooooooop"},
		{"energy is entered at .985", energyRule, run(times(8, see{p: 0.984}), times(1, see{p: 0.985})), "oooooooop"},
		{"time is entered at .97", timeRule, run(times(8, see{p: 0.969}), times(4, see{p: 0.97})), "ooooooooooop"},
		{"no state is entered in a missing week", energyRule, run(times(7, unsure), times(1, see{p: 0.99, missing: true})), "oooooooo"},
		{"a side stays while likely", timeRule, run(times(8, people), times(2, see{p: 0.82}), times(1, see{p: 0.81}), times(1, people)), "ooooooopppoo"},
		{"a side is left in a missing week too", timeRule, run(times(8, people), times(1, see{p: 0.8, missing: true})), "ooooooopo"},
		{"even from the 8th week", timeRule, times(9, even), "oooooooee"},
		{"even is entered at .90 and left under .60", timeRule, run(times(8, see{p: .5, near: .89}), times(1, see{p: .5, near: .9}), times(1, see{p: .5, near: .6}), times(1, see{p: .5, near: .59})), "ooooooooeeo"},
		{"a side is stronger than even", energyRule, run(times(8, even), times(1, see{p: 0.99, near: 0.95})), "oooooooep"},
		{"even is not entered from a side", energyRule, run(times(8, people), times(1, see{p: 0.9, near: 0.95})), "ooooooopp"},
		{"from side to side", energyRule, run(times(8, people), times(1, technical)), "ooooooopt"},
		{"after a change from the 4th week, its own included", timeRule, run(times(8, people), times(1, see{p: .99, change: true}), times(4, people)), "ooooooopooopp"},
		{"after a change even in a missing week", energyRule, run(times(8, people), times(1, see{p: .99, change: true, missing: true}), times(4, people)), "ooooooopoooop"},
		{"a change while too little is logged", timeRule, run(times(3, few), times(1, see{p: .99, few: true, change: true}), times(5, people)), "iiiiooopp"},
		{"open after 13 weeks without one that counts", timeRule, run(times(8, people), times(13, see{p: .9, missing: true})), "ooooooopppppppppppppo"},
	} {
		if got := letters(test.rule, test.weeks); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestSpells(t *testing.T) {
	d := Of(alternating(8, 12, 0), nil, spanOfWeeks(24)).Time
	var names []string
	for _, s := range d.Spells {
		names = append(names, fmt.Sprintf("%s %d-%d", s.State, s.From.Index()-firstWeek.Index(), s.To.Index()-firstWeek.Index()))
	}
	for i, s := range d.Spells[1:] {
		if s.From != d.Spells[i].To.Next() || s.State == d.Spells[i].State {
			t.Errorf("%v", names)
		}
	}
	if len(d.Swings()) != 1 || d.Swings()[0].State != People || d.Since != d.Swings()[0].From {
		t.Errorf("swings %v of %v", d.Swings(), names)
	}
}

// alternating returns technical weeks up to the turn, then people weeks, each
// with a split and moments of the given energy.
func alternating(turn, after int, energy journal.Energy) []journal.Entry {
	var entries []journal.Entry
	for i := range turn + after {
		e := entry(i, moment(journal.Technical, energy, 0), moment(journal.People, energy, 0))
		e.Split = &journal.Split{Technical: 85, Both: 10, People: 5}
		if i >= turn {
			e.Split = &journal.Split{Technical: 5, Both: 10, People: 85}
		}
		entries = append(entries, e)
	}
	return entries
}
