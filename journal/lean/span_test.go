package lean

import (
	"slices"
	"testing"

	"heliotrope/journal"
)

// TestLater: what is logged after a span is named only if the span was to contain
// everything up to today.
func TestLater(t *testing.T) {
	week := func(text string) journal.Week {
		w, err := journal.ParseWeek(text)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	entries := []journal.Entry{{Week: week("2062-W47")}, {Week: week("2026-W40")}, {Week: week("2027-W10")}, {Week: week("2026-W48")}}
	for _, tt := range []struct {
		from, to string
		want     []journal.Week
	}{
		{"2026-W40", "2026-W48", []journal.Week{week("2027-W10"), week("2062-W47")}},
		{"2026-W45", "2026-W48", []journal.Week{week("2027-W10"), week("2062-W47")}},
		{"2026-W40", "2027-W20", []journal.Week{week("2062-W47")}},
		{"2026-W40", "2026-W47", nil}, // cut by choice
		{"2026-W40", "2062-W47", nil},
	} {
		span := Span{From: week(tt.from), To: week(tt.to)}
		if got := span.Later(entries, week("2026-W48")); !slices.Equal(got, tt.want) {
			t.Errorf("after %v are %v, want %v", span, got, tt.want)
		}
	}
}
