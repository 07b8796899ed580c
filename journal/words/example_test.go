package words_test

import (
	"fmt"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// The same value is put into words in each language by its own rules.
func Example() {
	week := journal.WeekOf(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC))
	for _, language := range words.Languages {
		w := words.In(language)
		fmt.Printf("%s: %s, %s\n", language, w.WeekInline(week), w.WeekDates(week))
	}
	// Output:
	// en: week 47 of 2026, 16–22 November 2026
	// fr: semaine 47 de 2026, du 16 au 22 novembre 2026
}
