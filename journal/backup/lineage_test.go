package backup

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// world is journals that are saved, copied and restored at random, with what is
// known of each state from outside: the saves that led to it.
type world struct {
	random *rand.Rand
	states []Summary
	saves  map[string]map[string]bool // of a state, the states that led to it, itself among them
	lines  int
}

func (w *world) add(s Summary, from string) Summary {
	s.State = fmt.Sprint("s", len(w.states))
	w.saves[s.State] = map[string]bool{s.State: true}
	for state := range w.saves[from] {
		w.saves[s.State][state] = true
	}
	w.states = append(w.states, s)
	return s
}

func (w *world) newLine() Line {
	w.lines++
	return Line{ID: fmt.Sprint("line", w.lines), Place: fmt.Sprint("place", w.random.IntN(3))}
}

// TestFollows: what the lineages show is what happened.
func TestFollows(t *testing.T) {
	for seed := range uint64(30) {
		w := world{random: rand.New(rand.NewPCG(seed, 0)), saves: make(map[string]map[string]bool)}
		var heads []Summary // what can be saved on
		for range 40 {
			switch n := w.random.IntN(10); {
			case len(heads) == 0 || n == 0: // begun
				heads = append(heads, w.add(Summary{Transaction: 1 + w.random.IntN(3), Lineage: Lineage{w.newLine()}}, ""))
			case n < 3: // any state is copied or restored, and goes on in a line of its own
				s := w.states[w.random.IntN(len(w.states))]
				lineage := s.Lineage.Continue(w.newLine(), s.Transaction)
				heads = append(heads, w.add(Summary{Transaction: s.Transaction + 1 + w.random.IntN(20), Lineage: lineage}, s.State))
			default: // saved
				i := w.random.IntN(len(heads))
				heads[i] = w.add(Summary{Transaction: heads[i].Transaction + 1, Lineage: heads[i].Lineage}, heads[i].State)
			}
		}
		for _, a := range w.states {
			for _, b := range w.states {
				if got, want := a.Follows(b), w.saves[a.State][b.State]; got != want {
					t.Fatalf("seed %d: %s follows %s: %v, want %v\n%+v\n%+v", seed, a.State, b.State, got, want, a, b)
				}
			}
		}
		checkOrder(t, seed, &w)
	}
}

// checkOrder backs up all states, and makes sure that the newest comes first with
// what led to it, and that no state displaces one that it does not follow.
func checkOrder(t *testing.T, seed uint64, w *world) {
	t.Helper()
	made := time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)
	var all []Backup
	for i, s := range w.states {
		all = append(all, Backup{
			Path: s.State, Made: made.Add(time.Duration(w.random.IntN(1000)) * time.Second), Transaction: s.Transaction,
			Verified: i%9 != 8, Summary: s,
		})
	}
	Sort(all, "place0")
	good := slices.DeleteFunc(slices.Clone(all), func(b Backup) bool { return !b.Verified })
	first := 0 // those that the first one follows, in the order in which they were saved
	for first < len(good) && good[0].Summary.Follows(good[first].Summary) {
		if first > 0 && good[first-1].Transaction < good[first].Transaction {
			t.Fatalf("seed %d: %s comes before %s, which is later", seed, good[first-1].Path, good[first].Path)
		}
		first++
	}
	for _, b := range good[first:] {
		if good[0].Summary.Follows(b.Summary) {
			t.Fatalf("seed %d: %s comes after those of another line", seed, b.Path)
		}
	}
	for _, i := range Tips(all) {
		tip := all[i]
		if slices.ContainsFunc(good, func(b Backup) bool { return b.Path != tip.Path && b.Summary.Follows(tip.Summary) }) {
			t.Errorf("seed %d: %s is followed by another", seed, tip.Path)
		}
		if len(Rotate(all, tip)) > 0 && !MayRotate(all) {
			t.Errorf("seed %d: nothing was to be read to rotate, but something is to go", seed)
		}
		for _, old := range Rotate(all, tip) {
			if !tip.Summary.Follows(old.Summary) || old.Path == tip.Path || old.Summary.Lineage.Last().Place != tip.Summary.Lineage.Last().Place {
				t.Errorf("seed %d: %s displaces %s", seed, tip.Path, old.Path)
			}
		}
	}
}

// What is put together from several states follows those that it was made of, and
// nothing follows it.
func TestFollowsWhatIsPutTogether(t *testing.T) {
	base := Summary{Transaction: 4, State: "a", Lineage: Lineage{{ID: "x"}}}
	together, later := base, base
	together.State = ""
	later.Transaction, later.State = 5, "b"
	for _, test := range []struct {
		name string
		a, b Summary
		want bool
	}{
		{"it follows its base", together, base, true},
		{"it does not follow what is later", together, later, false},
		{"its base does not follow it", base, together, false},
		{"nor does what is later", later, together, false},
		{"nothing is known of either", Summary{State: "a"}, Summary{State: "b"}, false},
	} {
		if got := test.a.Follows(test.b); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// A lineage does not grow without end. The oldest line is forgotten.
func TestContinueIsBounded(t *testing.T) {
	var l Lineage
	for i := range 3 * maxLines {
		l = l.Continue(Line{ID: fmt.Sprint(i)}, i)
	}
	if len(l) != maxLines || l.Last().ID != fmt.Sprint(3*maxLines-1) || l.Last().Until != 0 || l[len(l)-2].Until != 3*maxLines-1 {
		t.Errorf("%d lines, the last are %+v", len(l), l[len(l)-2:])
	}
}
