package chart_test

import (
	"fmt"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// logged returns the entries of so many calendar weeks from start, whose time
// and energy go their own ways in circles. Every ninth week is missing, every
// fourteenth was away.
func logged(weeks int) []journal.Entry {
	var entries []journal.Entry
	for i := range weeks {
		e := journal.Entry{Week: start.Add(i)}
		switch {
		case i%9 == 7:
			continue
		case i%14 == 12:
			e.Away = "leave"
		default:
			people := 15 + (i*i/3)%20 + 50*(i/20%2)
			e.Split = &journal.Split{Technical: 90 - people, Both: 10, People: people}
			for k, track := range []journal.Track{journal.Technical, journal.People, journal.Technical} {
				e.Moments = append(e.Moments, journal.Moment{
					ID: fmt.Sprint(i, "-", k), Text: "work", Kind: "coding", Track: track,
					Energy: journal.Energy((i/13*(k+1)+i*k)%5 - 2), Hours: float64(1 + (i+k)%4),
				})
			}
		}
		entries = append(entries, e)
	}
	return entries
}

// inputFor returns the input for charts of so many weeks.
func inputFor(weeks int, lang words.Language) chart.Input {
	entries := logged(weeks)
	return chart.Input{
		Result:  lean.Of(entries, nil, lean.SpanOf(entries, start.Add(weeks-1))),
		Entries: entries, Words: words.In(lang), Today: start.Add(weeks - 1),
	}
}
