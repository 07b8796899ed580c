package paper_test

import (
	"io"
	"runtime"
	"testing"
	"time"

	"heliotrope/journal/report/paper"
)

// tenYears is a report of 520 weeks with seven charts.
func tenYears() paper.Document {
	d := demo(520)
	for range 4 {
		d.Blocks = append(d.Blocks, figure("Dix ans", 520, true))
	}
	return d
}

func BenchmarkTenYears(b *testing.B) {
	d := tenYears()
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

// Ten years are written within a blink and a fraction of a machine's memory:
// what is allocated over the whole run bounds its peak.
func TestTenYearsAreQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	const (
		patience = 2 * time.Second // 0.5 s are meant; tests share their machine
		memory   = 150 << 20
	)
	d := tenYears()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begun := time.Now()
	if err := paper.WritePDF(io.Discard, paper.LayOut(d, paper.A4), d.Properties); err != nil {
		t.Fatal(err)
	}
	took := time.Since(begun)
	runtime.ReadMemStats(&after)
	if took > patience {
		t.Errorf("took %v", took)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > memory {
		t.Errorf("allocated %d MB", used>>20)
	}
}
