package trends

import (
	"fmt"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// BenchmarkChangedWeek is what one changed week costs at ten years of 20 moments
// a week, all of them shown: the part that is computed off the window's goroutine,
// and the parts that the window waits for, which may take 16 ms: reading the journal,
// and showing what was computed.
func BenchmarkChangedWeek(b *testing.B) {
	const weeks = 520
	var contents journal.Contents
	last := journal.WeekOf(time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC))
	for i := range weeks {
		people := 20 + i*7%60
		e := journal.Entry{Week: last.Add(i + 1 - weeks), Split: &journal.Split{Technical: 90 - people, Both: 10, People: people}}
		for m := range 20 {
			kind := journal.BuiltInKinds()[m]
			e.Moments = append(e.Moments, journal.Moment{
				ID: fmt.Sprint("m", m), Text: "text", Kind: kind.ID, Track: kind.Track,
				Energy: journal.Energies[(i+m*m)%len(journal.Energies)], Hours: float64(m % 4),
			})
		}
		contents.Entries = append(contents.Entries, e)
	}
	in := chart.Input{Entries: contents.Entries, Kinds: journal.BuiltInKinds(), Words: words.In(words.English), Today: last}
	span := lean.SpanOf(in.Entries, last)
	var charts []chart.Chart
	b.Run("computed", func(b *testing.B) {
		for b.Loop() {
			in.Result = lean.Of(in.Entries, nil, span)
			charts = chart.Charts(in)
		}
	})
	if charts == nil {
		in.Result = lean.Of(in.Entries, nil, span)
		charts = chart.Charts(in)
	}
	d := newDesk(b, contents, words.English)
	b.Run("read", func(b *testing.B) {
		d.page.spans.Pills.SetChosen(3) // all weeks
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			d.Clock.Finish()
			e := contents.Entries[len(contents.Entries)-1]
			e.Split = &journal.Split{Technical: 50 + i%2, People: 50 - i%2}
			if err := d.Journal.Save(e); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			d.page.compute()
		}
		b.StopTimer()
		d.Clock.Finish()
	})
	b.Run("shown", func(b *testing.B) {
		for b.Loop() {
			d.page.show(in, charts)
		}
	})
}
