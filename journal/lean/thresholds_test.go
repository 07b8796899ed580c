package lean

import (
	"fmt"
	"testing"

	"heliotrope/journal"
)

// normal is a posterior of one week, so near to the normal distribution that
// its tables are right to three digits.
func normal(mean, deviation float64) mixture {
	return mixture{nu: 1e6, parts: []component{{weight: 1, mean: mean, scale: deviation}}}
}

// TestBalanceWidth has 80 % within 0.2 of the middle where the standard
// deviation is 0.2/1.2816 = 0.1561.
func TestBalanceWidth(t *testing.T) {
	for deviation, want := range map[float64]Strength{0.155: Balanced, 0.157: NoClear} {
		beyond := deviation*deviation - splitAllowance*splitAllowance
		p := posterior{nu: 1e6, steps: 1, allowance: splitAllowance, grid: []gridPoint{
			{weight: 1, q: priorRatio, sigma2: beyond, mean: []float64{0}, variance: []float64{1}},
		}}
		now := Level{ProbabilityPeople: 0.5}
		if v := p.verdict(now, sideWeeks, firstMoments); v.Strength != want {
			t.Errorf("standard deviation %v: %s, want %s", deviation, v.Strength, want)
		}
	}
}

// TestSwingThresholds watches a level that is on the people side, then for some
// weeks on the technical side as far and as surely as given. 80 % of a normal
// distribution lie above its mean less 0.8416 standard deviations.
func TestSwingThresholds(t *testing.T) {
	const deviation, quartile, most = 0.1, 0.6745, 0.8416
	at := func(watch *swingWatch, week int, mean float64) {
		level := Level{Week: journal.WeekAt(week), Low50: mean - quartile*deviation, High50: mean + quartile*deviation}
		watch.see(level, normal(mean, deviation))
	}
	for _, test := range []struct {
		mean  float64
		weeks int
		want  int
	}{
		{-0.1 - most*deviation - 0.002, 4, 1},
		{-0.1 - most*deviation + 0.002, 4, 0}, // not quite 80 %
		{-0.5, 3, 0},
		{-0.5, 4, 1},
	} {
		t.Run(fmt.Sprintf("%.3f for %d weeks", test.mean, test.weeks), func(t *testing.T) {
			var watch swingWatch
			for week := range 10 {
				at(&watch, week, 0.5)
			}
			for week := range test.weeks {
				at(&watch, 10+week, test.mean)
			}
			if len(watch.swings) != test.want {
				t.Fatalf("%v, want %d swings", watch.swings, test.want)
			}
			if test.want == 1 && watch.swings[0] != (Swing{journal.WeekAt(10), TechnicalSide}) {
				t.Errorf("%v", watch.swings)
			}
		})
	}
}

// TestChosenThresholds asks for as many chosen as assigned moments.
func TestChosenThresholds(t *testing.T) {
	for _, test := range []struct {
		chosen, assigned int
		want             ChosenAnswer
	}{{12, 12, ChosenHolds}, {11, 12, ChosenUntold}, {12, 11, ChosenUntold}} {
		c := Chosen{
			Chosen:   ChosenPart{N: test.chosen, HasBand: true, Low: 0.1, High: 0.4},
			Assigned: ChosenPart{N: test.assigned},
		}
		if got := chosenAnswer(c, PeopleSide); got != test.want {
			t.Errorf("%d chosen, %d assigned: %q, want %q", test.chosen, test.assigned, got, test.want)
		}
	}
}
