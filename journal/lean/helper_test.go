package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"heliotrope/journal"
)

// firstWeek is the first week of most journals of these tests.
var firstWeek = journal.WeekOf(time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC))

// spanOfWeeks returns the span of n weeks from firstWeek.
func spanOfWeeks(n int) Span { return Span{firstWeek, firstWeek.Add(n - 1)} }

// moment returns a moment of a track with an energy and hours, 0 for none said.
func moment(track journal.Track, energy journal.Energy, hours float64) journal.Moment {
	return journal.Moment{ID: "m", Text: "text", Kind: "kind-" + string(track), Track: track, Energy: energy, Hours: hours}
}

// entry returns the entry of the i-th week from firstWeek.
func entry(i int, moments ...journal.Moment) journal.Entry {
	for j := range moments {
		if moments[j].ID == "m" {
			moments[j].ID = fmt.Sprint("m", j)
		}
	}
	return journal.Entry{Week: firstWeek.Add(i), Moments: moments}
}

// randomMoment returns any valid moment.
func randomMoment(rng *rand.Rand) journal.Moment {
	m := moment(journal.Tracks[rng.IntN(3)], journal.Energy(rng.IntN(5)-2), float64(rng.IntN(9))/2)
	m.Chosen = rng.IntN(2) == 0
	return m
}

// randomSplit returns any split in steps of 5.
func randomSplit(rng *rand.Rand) *journal.Split {
	technical := 5 * rng.IntN(21)
	both := 5 * rng.IntN((100-technical)/5+1)
	return &journal.Split{Technical: technical, Both: both, People: 100 - technical - both}
}

// randomJournal returns weeks with up to most moments each: some are missing,
// some away, most have a split, and a few events change the work.
func randomJournal(rng *rand.Rand, weeks, most int) ([]journal.Entry, []journal.Event) {
	var entries []journal.Entry
	for i := range weeks {
		if rng.IntN(10) == 0 {
			continue
		}
		e := entry(i)
		for range rng.IntN(most + 1) {
			e.Moments = append(e.Moments, randomMoment(rng))
		}
		e = entry(i, e.Moments...)
		if rng.IntN(10) > 0 {
			e.Split = randomSplit(rng)
		}
		if rng.IntN(15) == 0 {
			e.Away = "leave"
		}
		entries = append(entries, e)
	}
	var events []journal.Event
	for i := range weeks / 40 {
		events = append(events, journal.Event{
			ID: fmt.Sprint("e", i), Week: firstWeek.Add(rng.IntN(weeks)),
			Kind: journal.EventKinds[rng.IntN(len(journal.EventKinds))], Title: "event",
		})
	}
	return entries, events
}

// near checks got to within tolerance.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) && got != want {
		t.Errorf("%s = %v, want %v within %v", what, got, want, tolerance)
	}
}
