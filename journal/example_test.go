package journal_test

import (
	"fmt"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/memory"
)

// A journal that is opened again has what was saved, and no more.
func Example() {
	store := memory.New(journal.Contents{ID: "j"})
	j, err := journal.Open(store)
	if err != nil {
		fmt.Println(err)
		return
	}
	week := journal.WeekOf(time.Date(2026, 11, 20, 16, 0, 0, 0, time.UTC))
	err = j.Save(journal.Entry{Week: week, Moments: []journal.Moment{
		{ID: "m1", Text: "Found the leak", Kind: "debugging", Track: journal.Technical, Energy: 2, Hours: 3},
	}})
	fmt.Println("saved:", err)

	err = j.Save(journal.Entry{Week: week, Moments: []journal.Moment{{ID: "m2", Text: "Planning", Kind: "planning", Energy: 7}}})
	fmt.Println("refused:", err)

	for _, m := range j.Entry(week).Moments {
		fmt.Println(week, m.Text)
	}
	// Output:
	// saved: <nil>
	// refused: moments[0].track breaks the rule "track"
	// 2026-W47 Found the leak
}

// A week has the number that ISO 8601 gives it, also around New Year.
func ExampleWeekOf() {
	for _, day := range []time.Time{
		time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC),
		time.Date(2027, 1, 3, 0, 0, 0, 0, time.UTC),
		time.Date(2027, 1, 4, 0, 0, 0, 0, time.UTC),
	} {
		fmt.Println(day.Format(time.DateOnly), journal.WeekOf(day))
	}
	// Output:
	// 2026-12-31 2026-W53
	// 2027-01-03 2026-W53
	// 2027-01-04 2027-W01
}
