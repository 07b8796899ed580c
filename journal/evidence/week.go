package evidence

import (
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
)

// Facts are what is known of a week apart from what its places have of it.
type Facts struct {
	Week journal.Week
	Now  time.Time // in the user's time zone; what comes later was not held yet

	// From and To are when a working day begins and ends, in minutes since midnight.
	From, To int

	Moments   []journal.Moment          // that are logged in the week
	Kinds     journal.Kinds             // the catalog
	Guess     func(title string) string // returns the kind that a meeting is of by its title, "" if that is not sure; nil for no guess
	Dismissed func(id string) bool      // reports whether what has a [Line.Dismissal] is never to be shown; nil for nothing
}

// Week is what a week held.
type Week struct {
	Lines []Line
	Off   []time.Weekday // working days that were not worked, Monday first
	Met   bool           // whether there was a meeting, which only a calendar tells
	Free  Block          // the longest time between meetings in a working day; zero if there was none

	// Hours are those whose track is known, and Covered is how much of the working time
	// that is, 0 to 1. Both are by what is dismissed too.
	Hours   journal.Hours
	Covered float64

	Troubles []source.Trouble
}

// Block is a span of time within a day.
type Block struct{ From, To time.Time }

// Hours returns how long b is.
func (b Block) Hours() float64 { return b.To.Sub(b.From).Hours() }

// enough is how much of the working time has to be covered for its hours to be compared
// with what the user remembers.
const enough = 0.6

// Enough reports whether enough of the working time is covered, with meetings among it,
// for the hours to be compared with a split.
func (w Week) Enough() bool { return w.Covered >= enough && w.Met }

// AllOff reports whether no working day was worked.
func (w Week) AllOff() bool { return len(w.Off) == workdays }

// workdays is how many days of a week are working days, from Monday.
const workdays = 5

// longest is how long a meeting is at most. What is longer, such as a conference of
// three days in one event, has no hours.
const longest = 16 * time.Hour

// endless is how long an event is at most that is shown.
const endless = 14 * 24 * time.Hour

// Of decides what a week held.
func Of(found source.Found, f Facts) Week {
	span := SpanOf(f.Week, f.Now.Location())
	var items []source.Item
	for _, item := range found.Items {
		held := item.What == source.Off || item.Start.Before(f.Now)
		touches := span.Contains(item.Start) || item.Start.Before(span.From) && item.End.After(span.From)
		if held && touches && item.End.Sub(item.Start) <= endless {
			items = append(items, item)
		}
	}
	w := Week{Off: off(items, span), Troubles: found.Troubles}
	w.Lines = lines(items, f)
	w.measure(items, span, f)
	return w
}

// off returns the working days of a span that items cover as a whole.
func off(items []source.Item, span source.Span) []time.Weekday {
	var days []time.Weekday
	for d := range workdays {
		from, to := span.From.AddDate(0, 0, d), span.From.AddDate(0, 0, d+1)
		covers := func(i source.Item) bool {
			return i.What == source.Off && !i.Start.After(from) && !i.End.Before(to)
		}
		if slices.ContainsFunc(items, covers) {
			days = append(days, from.Weekday())
		}
	}
	return days
}
