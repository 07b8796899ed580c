package paper_test

import (
	"io"
	"runtime"
	"testing"

	"heliotrope/journal/report/paper"
)

// years is a report of so many years with seven charts.
func years(n int) paper.Document {
	d := demo(52 * n)
	for range 4 {
		d.Blocks = append(d.Blocks, figure("Toutes ces années", 52*n, true))
	}
	return d
}

func BenchmarkTenYears(b *testing.B) {
	d := years(10)
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		laidOut := paper.LayOut(d, paper.A4)
		pages = len(laidOut)
		if err := paper.WritePDF(io.Discard, laidOut, d.Properties); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages), "pages")
}

// Ten years need a fraction of a machine's memory: all that is allocated on the
// way, which bounds the peak, and not much more than five years twice.
func TestTenYearsNeedLittleMemory(t *testing.T) {
	const most = 150 << 20
	allocated := func(d paper.Document) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := paper.WritePDF(io.Discard, paper.LayOut(d, paper.A4), d.Properties); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	allocated(years(1)) // reads the fonts
	one, five, ten := allocated(years(1)), allocated(years(5)), allocated(years(10))
	t.Logf("%d, %d and %d MB for 1, 5 and 10 years", one>>20, five>>20, ten>>20)
	if ten > most {
		t.Errorf("allocated %d MB", ten>>20)
	}
	if more, before := float64(ten-five), float64(five-one); more > 2*before {
		t.Errorf("five years more allocate %.1f times as much as four", more/before)
	}
}
