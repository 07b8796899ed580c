package line

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// BenchmarkKeyInLine measures two keys, a letter that is typed into a line and taken
// back, with ten years of moments in the journal.
func BenchmarkKeyInLine(b *testing.B) {
	for _, text := range []string{
		"Found the leak in the pool #checkout 3h +2 ",
		"Found the leak in the pool #che",
		"Found the leak in the pool /",
		"1:1 with In",
		strings.Repeat("Found the leak in the pool ", 290),
	} {
		b.Run(text[:min(len(text), 40)], func(b *testing.B) {
			d := open(b, tenYears(), words.English)
			d.Paste(text)
			b.ReportAllocs()
			for b.Loop() {
				d.Window.Canvas().Focused().TypedRune('e')
				d.Press(fyne.KeyBackspace)
			}
		})
	}
}

// tenYears returns a journal of ten years with twenty moments a week.
func tenYears() journal.Contents {
	kinds := journal.BuiltInKinds()
	verbs := []string{"Found", "Paired on", "Reviewed", "1:1 with Ines about", "Planned", "Wrote", "Interviewed for", "Debugged"}
	nouns := []string{"the leak in the pool", "the migration", "a design", "hiring", "the roadmap", "on-call", "the checkout"}
	c := journal.Contents{ID: "test"}
	first := journal.WeekOf(time.Date(2016, time.December, 5, 0, 0, 0, 0, time.UTC))
	for i := range 520 {
		e := journal.Entry{Week: first.Add(i)}
		for n := range 20 {
			k := kinds[(i*7+n*3)%len(kinds)]
			at := i*20 + n
			e.Moments = append(e.Moments, journal.Moment{
				ID: fmt.Sprintf("m%d", at), Text: fmt.Sprintf("%s %s, %d", verbs[at%len(verbs)], nouns[at%len(nouns)], at/3),
				Kind: k.ID, Track: k.Track, Energy: journal.Energies[at%5], Hours: 1, Tags: []string{fmt.Sprintf("team%d", at%40)},
			})
		}
		c.Entries = append(c.Entries, e)
	}
	return c
}
