package journal

import "testing"

// TestQuartersCoverEachWeekOnce: each week is in one quarter, between its first and
// its last, over years of 52 and of 53 weeks.
func TestQuartersCoverEachWeekOnce(t *testing.T) {
	first := WeekOf(Quarter{2000, 1}.First().Monday())
	q := QuarterOf(first)
	for w := first; w.Year() < 2060; w = w.Next() {
		got := QuarterOf(w)
		if got != q && (got != q.Next() || q.Last() != w.Prev() || got.First() != w || got.Prev() != q) {
			t.Fatalf("%v is in %v, after %v of %v to %v", w, got, q, q.First(), q.Last())
		}
		q = got
		if w.Before(q.First()) || w.After(q.Last()) {
			t.Fatalf("%v is not in %v to %v of %v", w, q.First(), q.Last(), q)
		}
	}
}

func TestParseQuarter(t *testing.T) {
	for _, q := range []Quarter{{2026, 1}, {2026, 4}, {FirstYear, 1}, {LastYear, 4}} {
		if got, err := ParseQuarter(q.String()); err != nil || got != q {
			t.Errorf("%v is read as %v (%v)", q, got, err)
		}
	}
	for _, s := range []string{"", "2026", "2026-Q0", "2026-Q5", "2026-Q", "2026-q3", "2026-Q33", " 2026-Q3", "1899-Q4", "2026-W03", "99999-Q1", "-026-Q1"} {
		if got, err := ParseQuarter(s); err == nil {
			t.Errorf("%q is read as %v", s, got)
		}
	}
}
