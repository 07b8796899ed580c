package ui

import (
	"fmt"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// tenYears is a journal of 520 weeks of 20 moments.
func tenYears(today journal.Week) journal.Contents {
	c := journal.Contents{ID: "tenyears"}
	kinds := journal.BuiltInKinds()
	for i := range 520 {
		e := journal.Entry{Week: today.Add(i - 519), Reflection: "A week like another, with a thought about it."}
		for m := range 20 {
			k := kinds[(i+m)%len(kinds)]
			e.Moments = append(e.Moments, journal.Moment{
				ID: fmt.Sprintf("%d-%d", i, m), Text: "Untangled the retry queue with Noor", Kind: k.ID, Track: k.Track,
				Energy: journal.Energy((i+m)%5 - 2), Hours: 1, Tags: []string{"checkout"}, Logged: e.Week.Monday().Add(time.Duration(m) * time.Hour),
			})
		}
		c.Entries = append(c.Entries, e)
	}
	return c
}

// BenchmarkPages measures the window's own work for going from each page to each
// other, and from week to week, at ten years.
func BenchmarkPages(b *testing.B) {
	d := newDesk(b, tenYears(in2026(48)), words.English)
	for _, name := range pageNames {
		d.open(name)
	}
	d.open(pageWeek)
	for _, from := range pageNames[1:] {
		for _, to := range pageNames[1:] {
			if from == to {
				continue
			}
			b.Run(fmt.Sprintf("%s-%s", from, to), func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					d.open(from)
					b.StartTimer()
					d.shell.space.open(to)
					d.Window.Content().MinSize()
				}
			})
		}
	}
	d.open(pageWeek)
	b.Run("week-before", func(b *testing.B) {
		for b.Loop() {
			d.shell.space.goBefore()
			d.Window.Content().MinSize()
		}
	})
}
