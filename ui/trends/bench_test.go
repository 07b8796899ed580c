package trends

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// tenYears returns ten years of 20 moments a week.
func tenYears() journal.Contents {
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
	return contents
}

// showAll shows all weeks of ten years.
func showAll(b *testing.B, contents journal.Contents) *desk {
	d := newDesk(b, contents, words.English)
	d.page.spans.Pills.SetChosen(3)
	d.page.compute()
	d.Clock.Finish()
	return d
}

// BenchmarkFirstPaint is the page of ten years from nothing to all that it draws, which
// may take 120 ms.
func BenchmarkFirstPaint(b *testing.B) {
	d := showAll(b, tenYears())
	for b.Loop() {
		p := New(d.Session(words.English), nil, d)
		p.spans.Pills.SetChosen(3)
		d.Show(p.Content())
		p.Shown()
		d.Clock.Finish()
		uitest.Walk(p.Content(), func(o fyne.CanvasObject) {
			if r, ok := o.(*canvas.Raster); ok {
				r.Generator(int(r.Size().Width), int(r.Size().Height))
			}
		})
	}
}

// BenchmarkPageSwitch is what it takes to come back to the page of ten years when nothing
// changed, which may take 16 ms.
func BenchmarkPageSwitch(b *testing.B) {
	d := showAll(b, tenYears())
	for b.Loop() {
		d.page.Content().Hide()
		d.page.Content().Show()
		d.page.Shown()
	}
}

// BenchmarkChangedWeek is what one changed week costs at ten years, all of them shown:
// the part that is computed off the window's goroutine, and the parts that the window
// waits for, which may take 16 ms: reading the journal, and showing what was computed.
func BenchmarkChangedWeek(b *testing.B) {
	contents := tenYears()
	last := contents.Entries[len(contents.Entries)-1]
	in := chart.Input{Entries: contents.Entries, Kinds: journal.BuiltInKinds(), Words: words.In(words.English), Today: last.Week}
	span := lean.SpanOf(in.Entries, last.Week)
	in.Result = lean.Of(in.Entries, nil, span)
	charts := chart.Charts(in)
	b.Run("computed", func(b *testing.B) {
		for b.Loop() {
			chart.Charts(chart.Input{Result: lean.Of(in.Entries, nil, span), Entries: in.Entries, Kinds: in.Kinds, Words: in.Words, Today: in.Today})
		}
	})
	d := showAll(b, contents)
	b.Run("read", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			d.Clock.Finish()
			last.Split = &journal.Split{Technical: 50 + i%2, People: 50 - i%2}
			if err := d.Journal.Save(last); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			d.page.update()
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
