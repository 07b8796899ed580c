package lean

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"

	"heliotrope/journal"
)

// rules are those of both dials.
type rules struct{ time, energy rule }

var presentRules = rules{timeRule, energyRule}

// life is the journal of a simulated user and what the dials showed.
type life struct {
	writer
	entries []journal.Entry
	gaps    []float64 // true difference of energy, week by week
	result  Result    // after the last week

	// States of the dials as they were seen week by week: a state is of what was
	// known in its week.
	timeStates, energyStates []State
}

// population is users of one sort and what is counted of them.
type population struct {
	name    string
	writer  func(*rand.Rand) writer
	figures []figure
}

// figure is what is counted of each user: 0 or 1 if it is a share, NaN of users
// who do not count.
type figure struct {
	name  string
	reach bound
	of    func(life) float64
}

// simulate lets n users of a population live, with random numbers that begin
// with seed, and returns a sample of each figure, by each of the rules.
func (p population) simulate(n int, seed uint64, by ...rules) [][]sample {
	counted := make([][][]float64, n) // by user, rules and figure
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for {
				user := int(next.Add(1)) - 1
				if user >= n {
					return
				}
				counted[user] = p.live(rand.New(rand.NewPCG(seed, uint64(user))), by)
			}
		})
	}
	workers.Wait()

	samples := make([][]sample, len(by))
	for r := range by {
		samples[r] = make([]sample, len(p.figures))
		for f := range p.figures {
			for user := range n {
				samples[r][f].add(counted[user][r][f])
			}
		}
	}
	return samples
}

// live lets one user live and returns the figures by each of the rules.
func (p population) live(rng *rand.Rand, by []rules) [][]float64 {
	w := p.writer(rng)
	entries, events, gaps := w.live(rng)
	span := spanOfWeeks(w.weeks)
	counted := make([][]float64, len(by))
	for r, rules := range by {
		l := life{writer: w, entries: entries, gaps: gaps}
		l.result = of(entries, events, span, rules.time, rules.energy)
		l.timeStates = statesIn(l.result.Time.Spells, span)
		l.energyStates = statesIn(l.result.Energy.Spells, span)
		for _, f := range p.figures {
			counted[r] = append(counted[r], f.of(l))
		}
	}
	return counted
}

// statesIn returns the state of each week of span.
func statesIn(spells []Spell, span Span) []State {
	states := make([]State, span.Weeks())
	for i := range states {
		states[i] = Insufficient
	}
	for _, s := range spells {
		for w := s.From; !w.After(s.To); w = w.Next() {
			states[w.Index()-span.From.Index()] = s.State
		}
	}
	return states
}
