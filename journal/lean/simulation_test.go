package lean

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"heliotrope/journal"
)

var figures = flag.String("figures", "short", "how many users are simulated: short, or long for the figures of METHOD.md")

// simulated returns how many users to simulate, and three standard deviations
// of a share of 10 % among so many: what the simulation itself may be off by.
// The users are the same in each run.
func simulated(t *testing.T, short, long int) (users int, slack float64) {
	t.Helper()
	switch *figures {
	case "short":
		users = short
	case "long":
		users = long
	default:
		t.Fatalf("-figures=%s, want short or long", *figures)
	}
	return users, 3 * math.Sqrt(0.1*0.9/float64(users))
}

// writer is a simulated user. Each week the true people share of time moves a
// little; the split that is logged is off by the same amount every week and by
// some noise, and is rounded to the slider's 5 points; moments are a random
// sample of the work.
type writer struct {
	start, drift     float64 // people share at first; standard deviation of its weekly step
	bias, noise      float64 // standard deviation of what the split is off by, always and each week
	moments          int     // a week
	peopleE, techE   float64 // mean energies of either track
	missing          float64 // share of weeks without an entry
	fromMomentsAlone bool    // no split is asked
}

// live returns a journal of weeks and the true L of its last week.
func (w writer) live(rng *rand.Rand, weeks int) ([]journal.Entry, float64) {
	share := w.start
	bias := w.bias * rng.NormFloat64()
	var entries []journal.Entry
	for i := range weeks {
		share = min(max(share+w.drift*rng.NormFloat64(), 0.02), 0.98)
		if i < weeks-1 && rng.Float64() < w.missing {
			continue
		}
		e := entry(i)
		if !w.fromMomentsAlone {
			people := 5 * int(math.Round(20*min(max(share+bias+w.noise*rng.NormFloat64(), 0), 1)))
			e.Split = &journal.Split{Technical: 100 - people, People: people}
		}
		for range w.moments {
			m := moment(journal.Technical, 0, []float64{0.5, 1, 2, 4}[rng.IntN(4)])
			energy := w.techE
			if rng.Float64() < share {
				m, energy = moment(journal.People, 0, m.Hours), w.peopleE
			}
			m.Energy = journal.Energy(math.Round(min(max(energy+0.9*rng.NormFloat64(), -2), 2)))
			e.Moments = append(e.Moments, m)
		}
		entries = append(entries, e)
	}
	wP, wT := trueWeight(w.peopleE), trueWeight(w.techE)
	return entries, weighted(share, wP, wT)
}

// shareOf returns the people share of time at which the true L is lean:
// atanh L = atanh T + atanh R with R of the mean weights (METHOD.md, section 1).
func (w writer) shareOf(lean float64) float64 {
	wP, wT := trueWeight(w.peopleE), trueWeight(w.techE)
	return (1 + math.Tanh(math.Atanh(lean)-math.Atanh((wP-wT)/(wP+wT)))) / 2
}

// trueWeight is the mean weight of energies that live draws around mean.
func trueWeight(mean float64) float64 {
	below := func(x float64) float64 { return 0.5 * math.Erfc(-(x-mean)/0.9/math.Sqrt2) }
	// w is 0, ¼ … 1: a quarter for each boundary between points that is passed.
	return (4 - below(-1.5) - below(-0.5) - below(0.5) - below(1.5)) / 4
}

// TestCoverage lives many journals and counts how often the 90 % band of now
// contains the truth, and how often a side is claimed that is the wrong one.
// METHOD.md, section 2, has 88 to 96 % for such settings; section 4 has at most
// 2 % told that the wrong side is clear. Here a leaning counts as well, and some
// leans are next to nothing, so it may be up to 5 %.
func TestCoverage(t *testing.T) {
	runs, slack := simulated(t, 60, 400)
	split := writer{drift: 0.015, bias: 0.05, noise: 0.08, moments: 5, peopleE: 0.6, techE: 0.6}
	pulled, sparse, alone := split, split, split
	pulled.peopleE, pulled.techE = 1.0, -0.2
	sparse.moments, sparse.missing = 3, 0.25
	alone.fromMomentsAlone, alone.bias = true, 0
	for _, test := range []struct {
		name   string
		writer writer
		weeks  int
	}{
		{"split", split, 8}, {"split", split, 26}, {"split", split, 52},
		{"energy pulls", pulled, 12}, {"energy pulls", pulled, 26},
		{"few moments, weeks missing", sparse, 12}, {"few moments, weeks missing", sparse, 26},
		{"moments alone", alone, 8}, {"moments alone", alone, 26},
	} {
		t.Run(fmt.Sprintf("%s, %d weeks", test.name, test.weeks), func(t *testing.T) {
			t.Parallel() // thousands of journals
			rng := rand.New(rand.NewPCG(2026, uint64(test.weeks)))
			held, wrong := 0, 0
			for range runs {
				w := test.writer
				w.start = 0.15 + 0.7*rng.Float64()
				entries, truth := w.live(rng, test.weeks)
				v := Of(entries, nil, spanOfWeeks(test.weeks)).Verdict
				if v.Level.Low90 <= truth && truth <= v.Level.High90 {
					held++
				}
				if v.Side == PeopleSide && truth < 0 || v.Side == TechnicalSide && truth > 0 {
					wrong++
				}
			}
			coverage, misled := float64(held)/float64(runs), float64(wrong)/float64(runs)
			t.Logf("%.3f held, %.3f told the wrong side", coverage, misled)
			if coverage < 0.87-slack || coverage > 0.985+slack {
				t.Errorf("the 90 %% band contains the truth in %.3f", coverage)
			}
			if misled > 0.05 {
				t.Errorf("%.3f are told the wrong side", misled)
			}
		})
	}
}

// TestVerdicts lives users whose lean stays the same, with energies that differ,
// and counts those who are told that a side is clear after 26 weeks, how often the
// 90 % band contains their lean, and trends, of which there are none.
//
// Whoever misjudges the split by 5 points week after week is off by 0.1 in the
// lean, and no weeks show it. So of balanced users who do, 7 to 10 % are told that a
// side is clear: a band of 90 % leaves 5 % beyond either limit.
// Those who judge well are hardly ever told so, and their band, which allows for
// the misjudgement all the same, contains the truth nearly always.
func TestVerdicts(t *testing.T) {
	const weeks = 26
	users, slack := simulated(t, 80, 600)
	if *figures == "long" {
		slack = 0 // the limits are what is promised
	}
	for _, test := range []struct {
		name                      string
		lean, bias                float64 // of half of the users the lean is the other way
		leastClear, mostClear     float64 // share told that a side is clear
		leastCovered, mostCovered float64
	}{
		{"balanced, judged well", 0, 0, 0, 0.02, 0.97, 1},
		{"balanced, misjudged", 0, 0.05, 0, 0.10, 0.86, 0.97},
		{"half way, misjudged", 0.5, 0.05, 0.85, 1, 0.86, 0.97},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel() // hundreds of journals
			rng := rand.New(rand.NewPCG(26, uint64(100*(test.lean+test.bias))))
			clearly, wrong, held, trends := 0, 0, 0, 0
			for user := range users {
				w := writer{bias: test.bias, noise: 0.08, moments: 3 + rng.IntN(4), missing: 0.1}
				w.peopleE, w.techE = -0.3+1.4*rng.Float64(), -0.3+1.4*rng.Float64()
				lean := test.lean * float64(1-2*(user%2))
				w.start = w.shareOf(lean)
				entries, truth := w.live(rng, weeks)
				near(t, "true lean", truth, lean, 1e-12)

				r := Of(entries, nil, spanOfWeeks(weeks))
				v := r.Verdict
				if v.Strength == Clear {
					clearly++
				}
				if v.Side == PeopleSide && lean < 0 || v.Side == TechnicalSide && lean > 0 {
					wrong++
				}
				if v.Level.Low90 <= lean && lean <= v.Level.High90 {
					held++
				}
				if r.Trend != nil && r.Trend.P < 0.10 {
					trends++
				}
			}
			share := func(n int) float64 { return float64(n) / float64(users) }
			t.Logf("%.3f clear, %.3f told the wrong side, %.3f held, %.3f trends",
				share(clearly), share(wrong), share(held), share(trends))
			if s := share(clearly); s < test.leastClear-slack || s > test.mostClear+slack {
				t.Errorf("%.3f are told that a side is clear", s)
			}
			if s := share(wrong); s > 0.02 {
				t.Errorf("%.3f are told the wrong side", s)
			}
			if s := share(held); s < test.leastCovered-slack || s > test.mostCovered+slack {
				t.Errorf("the 90 %% band contains the truth in %.3f", s)
			}
			if s := share(trends); s > 0.125+slack {
				t.Errorf("%.3f trends at 10 %%", s)
			}
		})
	}
}

// TestFalseAlarms makes weeks without a trend or a change, each like the one
// before by φ = 0.3, and counts trends at 10 % and change points. METHOD.md has
// 10 to 12 % in section 3, 18 to 21 % without the correction, and 2 to 5 % in
// section 5.
func TestFalseAlarms(t *testing.T) {
	runs, slack := simulated(t, 600, 3000)
	for _, test := range []struct {
		weeks   int
		missing float64
		phi     float64
	}{{12, 0, 0.3}, {26, 0, 0.3}, {52, 0, 0.3}, {26, 0.3, 0.3}, {26, 0, 0}} {
		rng := rand.New(rand.NewPCG(9, uint64(test.weeks)))
		trends, raw, changes := 0, 0, 0
		for range runs {
			var weeks []Week
			level := rng.NormFloat64()
			for i := 0; len(weeks) < test.weeks; i++ {
				level = test.phi*level + math.Sqrt(1-test.phi*test.phi)*rng.NormFloat64()
				if rng.Float64() >= test.missing {
					weeks = append(weeks, Week{Week: firstWeek.Add(i), Observed: true, L: 0.25 * level})
				}
			}
			if trendOf(weeks).P < 0.10 {
				trends++
			}
			if _, y := ranked(weeks); MannKendall(y, 1).P < 0.10 {
				raw++
			}
			if changePointOf(weeks) != nil {
				changes++
			}
		}
		n := float64(runs)
		t.Logf("%d weeks, %v missing, φ %v: %.3f trends (%.3f uncorrected), %.3f change points",
			test.weeks, test.missing, test.phi, float64(trends)/n, float64(raw)/n, float64(changes)/n)
		if rate := float64(trends) / n; rate > 0.125+slack || rate < 0.05-slack {
			t.Errorf("%d weeks, %v missing: %.3f trends at 10 %%", test.weeks, test.missing, rate)
		}
		if rate := float64(changes) / n; rate > 0.055+slack {
			t.Errorf("%d weeks, %v missing: %.3f change points at 5 %%", test.weeks, test.missing, rate)
		}
	}
}
