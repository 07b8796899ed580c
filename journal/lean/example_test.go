package lean_test

import (
	"fmt"
	"math"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

func ExampleOf() {
	today := journal.WeekOf(time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC))
	var entries []journal.Entry
	for ago := range 10 {
		entries = append(entries, journal.Entry{
			Week:  today.Add(-ago),
			Split: &journal.Split{Technical: 70, Both: 10, People: 20},
			Moments: []journal.Moment{
				{Kind: "debugging", Track: journal.Technical, Energy: journal.Energized, Hours: 4},
				{Kind: "one-on-one", Track: journal.People, Energy: journal.BitDrained, Hours: 1},
			},
		})
	}
	r := lean.Of(entries, nil, lean.SpanOf(entries, today))
	energy, _ := r.Energy.Now()
	fmt.Printf("time: %s, %.0f%% technical\n", r.Time.State, 100*r.Time.Shares.Technical)
	fmt.Printf("energy: %s, %.1f points\n", r.Energy.State, energy.Mid)
	// Output:
	// time: technical, 70% technical
	// energy: technical, -2.9 points
}

// The data are Sen's own, 1968.
func ExampleTheilSen() {
	slope, intercept := lean.TheilSen(
		[]float64{1, 2, 3, 4, 10, 12, 18},
		[]float64{9, 15, 19, 20, 45, 55, 78})
	fmt.Println(slope, intercept)
	// Output: 4 4
}

// The data are Sen's own, 1968.
func ExampleSlopeLimits() {
	y := []float64{9, 15, 19, 20, 45, 55, 78}
	low, high := lean.SlopeLimits([]float64{1, 2, 3, 4, 10, 12, 18}, y, 0.93, lean.MannKendall(y, 1).Var)
	fmt.Printf("%.4f to %.4f\n", low, high)
	// Output: 3.7143 to 4.3750
}

// The data are frosts in Frankfurt (Schoenwiese 1992).
func ExampleMannKendall() {
	k := lean.MannKendall([]float64{9, 12, 4, 3, 0, 4, 2, 1, 4, 2, 9, 7}, 1)
	fmt.Printf("S %d, variance %v, Z %.7f, p %.7f\n", k.S, k.Var, k.Z, k.P)
	// Output: S -7, variance 207, Z -0.4170288, p 0.6766573
}

func ExamplePettitt() {
	c := lean.Pettitt([]float64{1, 3, 2, 2, 1, 3, 9, 8, 7, 9, 8, 7}, 3)
	fmt.Printf("after %d, K %v, p %.3f\n", c.After, c.K, c.P)
	// Output: after 6, K 36, p 0.031
}

func ExampleSmooth() {
	fit := lean.Smooth(lean.Series{
		Y:    []float64{0.2, -0.1, math.NaN(), 0.4},
		C:    []float64{1, 1, 1, 1},
		Jump: []float64{0, 0, 0, 4}, // something changed before the last week
	}, 0.1)
	fmt.Printf("%.2f\n", fit.Mean)
	// Output: [0.09 0.08 0.08 0.34]
}
