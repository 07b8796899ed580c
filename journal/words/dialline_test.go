package words_test

import (
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// The short lines of both dials say how sure a side is and since when, as the long ones
// do, or the same about why none is named.
func TestDialLines(t *testing.T) {
	most := 400
	if testing.Short() {
		most /= 10
	}
	named := 0
	for _, lang := range words.Languages {
		w := words.In(lang)
		for seed := range most {
			r := randomResult(uint64(seed))
			if r.WeeksLogged == 0 {
				continue
			}
			for long, line := range map[string]words.DialLine{w.TimeLine(r): w.TimeNow(r), w.EnergyLine(r): w.EnergyNow(r)} {
				if line.Figure == "" || !strings.HasSuffix(line.Figure, ".") {
					t.Fatalf("seed %d, %s: the figure is %q", seed, lang, line.Figure)
				}
				if !strings.Contains(long, strings.TrimSuffix(line.Certainty, ".")) {
					named++
					if !strings.Contains(line.Certainty, w.Say("trends.week", words.Args{"Number": ""})) {
						t.Fatalf("seed %d, %s: %q, and in full %q", seed, lang, line, long)
					}
				}
			}
			if shares := r.Time.Shares; r.Time.State != lean.Insufficient {
				largest := journal.Technical
				for _, track := range journal.Tracks {
					if shares.Of(track) > shares.Of(largest) {
						largest = track
					}
				}
				figure := w.TimeNow(r).Figure
				first, _, _ := strings.Cut(figure, ",")
				if share := w.Percent(shares.Of(largest)); !strings.Contains(figure, share) || lang == words.English && !r.Time.FromMoments && !strings.HasPrefix(first, share) {
					t.Fatalf("seed %d, %s: %q does not begin with %s", seed, lang, figure, share)
				}
			}
		}
	}
	if named == 0 {
		t.Error("no journal names a side")
	}
}

// The week of today counts as missing once it is over.
func TestWeeksCovered(t *testing.T) {
	w := words.In(words.English)
	today, _ := journal.ParseWeek("2026-W48")
	span := lean.Span{From: today.Add(-4), To: today}
	for _, tt := range []struct {
		weeks []lean.Week
		want  string
	}{
		{nil, "0 logged, 4 missing"},
		{[]lean.Week{{Week: today.Add(-3), Observed: true}, {Week: today.Add(-2), Away: true}}, "1 logged, 1 off, 2 missing"},
		{[]lean.Week{{Week: today.Add(-3)}, {Week: today, Observed: true}}, "1 logged, 1 without moments, 3 missing"},
	} {
		r := lean.Result{Span: span, Weeks: tt.weeks}
		for _, week := range tt.weeks {
			if week.Observed {
				r.WeeksLogged++
			}
			if week.Away {
				r.WeeksAway++
			}
		}
		if got, want := w.WeeksCovered(r, today), "5 weeks to week 48 of 2026 · "+tt.want+" · 0 moments"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
