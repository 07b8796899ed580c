package chart_test

import (
	"fmt"
	"os"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// A journal of half a year without answers has something to show in every chart
// but one.
func ExampleCharts() {
	from := journal.WeekOf(time.Date(2026, time.June, 1, 0, 0, 0, 0, time.UTC))
	var entries []journal.Entry
	for i := range 26 {
		entries = append(entries, journal.Entry{
			Week:  from.Add(i),
			Split: &journal.Split{Technical: 70, Both: 10, People: 20},
			Moments: []journal.Moment{
				{Kind: "debugging", Track: journal.Technical, Energy: journal.Energized, Hours: 4},
				{Kind: "one-on-one", Track: journal.People, Energy: journal.BitDrained, Hours: 1},
			},
		})
	}
	result := lean.Of(entries, nil, lean.SpanOf(entries, from.Add(25)))
	for _, c := range chart.Charts(chart.Input{Result: result, Entries: entries, Words: words.In(words.English)}) {
		const width = 560
		s := c.Draw(width, c.Height(width), chart.FontMeasurer{})
		fmt.Printf("%s: %d regions to point at\n", c.ID, len(s.Hits))
	}
	// Output:
	// dials: 26 regions to point at
	// tracks: 3 regions to point at
	// kinds: 2 regions to point at
	// quadrant: 3 regions to point at
	// quarters: 3 regions to point at
	// year: 26 regions to point at
	// drain: 4 regions to point at
}

// A scene is drawn by whoever has it, here as a file.
func ExampleScene_SVG() {
	s := chart.ShareBar(0.6, journal.Technical, 100, 10)
	s.Title, s.Summary = "Technical work", "60 % of the hours"
	s.Items = append(s.Items, chart.Mark{At: chart.Point{X: 60, Y: 5}, Radius: 4, Role: chart.Accent})
	if err := s.SVG(os.Stdout, chart.Light); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <svg xmlns="http://www.w3.org/2000/svg" width="100" height="10" viewBox="0 0 100 10" role="img" aria-labelledby="chart-title chart-desc" font-family="system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif">
	// <title id="chart-title">Technical work</title>
	// <desc id="chart-desc">60 % of the hours</desc>
	// <rect width="100%" height="100%" fill="#FFFFFF"/>
	// <rect x="0" y="0" width="100" height="10" class="area grid" fill="#E3E3E6"/>
	// <rect x="0" y="0" width="60" height="10" class="area technical" fill="#1F6FB4"/>
	// <circle cx="60" cy="5" r="4" class="mark accent" fill="#6B47B0"/>
	// </svg>
}
