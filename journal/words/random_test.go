package words_test

import (
	"fmt"
	"math"
	"math/rand/v2"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// pick returns one of some values.
func pick[V any](rng *rand.Rand, values ...V) V { return values[rng.IntN(len(values))] }

// randomResult computes the result of a random journal: short and long ones, with
// and without splits, of one track, of equal and of extreme energies, with gaps,
// weeks away, changes of work, swings and trends.
func randomResult(seed uint64) lean.Result {
	measure := randomMeasure(seed)
	rng := rand.New(rand.NewPCG(seed, 2))
	weeks := pick(rng, 1+rng.IntN(8), 8+rng.IntN(8), 16+rng.IntN(15), 30+rng.IntN(31))
	var (
		people   = pick(rng, rng.Float64(), rng.Float64(), 0.5)
		lead     = pick(rng, 0, 0.1, 0.1, 0.5, 0.8)
		jitter   = pick(rng, 0, 0.05, 0.1, 0.3)
		asked    = pick(rng, 0, 0.4, 0.6, 1, 1, 1)
		logged   = pick(rng, 1, 0.9, 0.5)
		away     = pick(rng, 0, 0, 0.1)
		many     = pick(rng, 0, 1, 2, 4, 4, 8)
		weight   = pick(rng, [3]float64{1, 1, 1}, [3]float64{1, 0, 1}, [3]float64{1, 0, 0}, [3]float64{0, 0, 1}, [3]float64{0, 1, 0}, [3]float64{1, 8, 1}, [3]float64{8, 1, 1}, [3]float64{2, 1, 6})
		spread   = pick(rng, 0, 0.5, 0.9, 1.5)
		rated    = pick(rng, 1, 1, 1, 0.3)
		until    = pick(rng, 1, 1, 1, 0.4) // of the weeks, which have moments
		alike    = pick(rng, false, false, false, true)
		chosen   = pick(rng, 0, 0.3, 0.7)
		reversed = pick(rng, false, false, true)
		answers  = pick(rng, 0, 0.5, 1)
		slope    = pick(rng, 0, 0, 0.01, -0.01)
		gap      = pick(rng, 0, 0, 0, 14+rng.IntN(20))
		energy   [3]float64
	)
	switch rng.IntN(8) {
	case 0:
		for i := range energy {
			energy[i] = 4*rng.Float64() - 2
		}
	case 1:
		for i := range energy {
			energy[i] = -2 * rng.Float64()
		}
	case 2:
		same := float64(rng.IntN(5) - 2)
		energy = [3]float64{same, same, same}
	case 3:
		energy = [3]float64{2, 0, -2}
	case 4:
		energy = [3]float64{-2, 0, 2}
	case 5:
		energy = [3]float64{0.2, 1.6, 0}
	case 6:
		energy = [3]float64{1.2, 1, -0.2}
	case 7:
		middle := 2*rng.Float64() - 0.5
		energy = [3]float64{middle + 0.4*rng.NormFloat64(), middle, middle + 0.4*rng.NormFloat64()}
	}
	first := firstOfLife
	var events []journal.Event
	turns := make(map[int]bool)
	for i := range rng.IntN(4) {
		e := journal.Event{ID: fmt.Sprint(i), Week: first.Add(rng.IntN(weeks)), Kind: pick(rng, journal.EventKinds...), Title: fmt.Sprintf("Event %c", 'A'+i)}
		events = append(events, e)
		turns[e.Week.Index()] = pick(rng, true, true, false)
	}
	if rng.IntN(3) == 0 {
		turns[first.Add(weeks/2).Index()] = true // a change that nobody declared
	}
	gapAt := rng.IntN(weeks)
	span := lean.Span{From: first, To: first.Add(weeks + pick(rng, 0, 0, 0, gap) - 1)}
	var entries []journal.Entry
	for n := range weeks {
		week := first.Add(n)
		if gap > 0 && n >= gapAt {
			week = week.Add(gap)
			span.To = later(span.To, week)
		}
		if turns[week.Index()] {
			people = 1 - people
			energy[0], energy[2] = energy[2]+0.3*rng.NormFloat64(), energy[0]
			if alike {
				energy[0] = energy[2]
			}
		}
		people = min(max(people+slope, 0), 1)
		if rng.Float64() > logged {
			continue
		}
		e := journal.Entry{Week: week}
		if rng.Float64() < away {
			e.Away = "leave"
		}
		if rng.Float64() < asked {
			both := int(math.Round(100 * min(max(lead+jitter*rng.NormFloat64()/2, 0), 1)))
			p := int(math.Round(float64(100-both) * min(max(people+jitter*rng.NormFloat64(), 0), 1)))
			e.Split = &journal.Split{Technical: 100 - both - p, Both: both, People: p}
		}
		measure(&e)
		moments := many
		if rng.Float64() > rated || float64(n) > until*float64(weeks) {
			moments = 0
		}
		for i := range moments {
			k := draw(rng, weight)
			kind := ownKinds[[]int{rng.IntN(2), 2, 3 + rng.IntN(2)}[k]]
			m := journal.Moment{ID: fmt.Sprint(i), Text: "x", Kind: kind.ID, Track: kind.Track, Hours: pick(rng, 0, 0.5, 1, 4)}
			m.Chosen = rng.Float64() < chosen
			mean := energy[k]
			if m.Chosen && reversed {
				mean = energy[2-k]
			}
			m.Energy = journal.Energy(math.Round(min(max(mean+spread*rng.NormFloat64(), -2), 2)))
			e.Moments = append(e.Moments, m)
		}
		if rng.Float64() < answers {
			e.Answers = []journal.Answer{{Question: pick(rng, journal.Questions...), Value: rng.IntN(5) - 2}}
		}
		entries = append(entries, e)
	}
	if rng.IntN(8) == 0 {
		span.From = span.From.Add(rng.IntN(weeks))
	}
	return lean.Of(entries, events, span)
}

// randomMeasure returns what gives entries measured hours: of a calendar, of a diary,
// of both or none, which agree with the splits, always differ or are all technical.
func randomMeasure(seed uint64) func(*journal.Entry) {
	rng := rand.New(rand.NewPCG(seed, 3))
	var (
		left  = pick(rng, 0, 0.3, 1)
		diary = pick(rng, 0, 0, 0.5, 1)
		slant = pick(rng, 0, 0, 0.1, -0.1, -1)
		blur  = pick(rng, 0, 0.03, 0.1, 0.5)
	)
	return func(e *journal.Entry) {
		share := slant + blur*rng.NormFloat64()
		if e.Split != nil {
			share += float64(e.Split.People) / 100
		}
		people := 40 * min(max(share, 0), 1)
		if rng.Float64() >= left {
			return
		}
		if rng.Float64() >= diary {
			e.Evidence = &journal.Hours{Technical: 40 - people, People: people}
			return
		}
		for day := range 5 {
			e.SetDiary(journal.DiaryDay{Day: day + 1, Hours: journal.Hours{Technical: (40 - people) / 5, People: people / 5}})
		}
	}
}

func later(a, b journal.Week) journal.Week {
	if a.Before(b) {
		return b
	}
	return a
}

// draw returns an index with a probability in proportion to its weight.
func draw(rng *rand.Rand, weights [3]float64) int {
	at := rng.Float64() * (weights[0] + weights[1] + weights[2])
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}
