package words_test

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

func TestLeanTitle(t *testing.T) {
	with := func(change func(*lean.Result)) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		change(&r)
		return r
	}
	trend := func(slope, p float64) *lean.Trend {
		return &lean.Trend{PerQuarter: slope, Low: slope - 0.1, High: slope + 0.1, P: p}
	}
	jump := lean.EventChange{Comparable: true, Difference: 0.5, Low: 0.2, High: 0.8}
	small := lean.EventChange{Comparable: true, Difference: 0.1, Low: -0.2, High: 0.4}
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{with(func(r *lean.Result) { r.Verdict.Strength = lean.Insufficient }), "Lean, week by week", "La tendance, semaine par semaine"},
		{with(func(*lean.Result) {}), "The lean so far, week by week", "La tendance jusqu’ici, semaine par semaine"},
		{with(func(r *lean.Result) { r.Trend = trend(0.05, 0.4) }), "The lean did not clearly move", "La tendance n’a pas nettement bougé"},
		{with(func(r *lean.Result) { r.Trend = trend(-0.3, 0.01) }), "The lean moved toward technical", "La tendance est allée vers la technique"},
		{with(func(r *lean.Result) { r.Trend = trend(0.3, 0.01) }), "The lean moved toward people", "La tendance est allée vers l’encadrement"},
		{with(func(r *lean.Result) { r.Changes = []lean.EventChange{jump, small} }),
			"The lean shifted at 1 change at work", "La tendance a bougé lors de 1~changement au travail"},
		{with(func(r *lean.Result) { r.Trend, r.Changes = trend(0, 1), []lean.EventChange{jump, jump} }),
			"The lean shifted at 2 changes at work", "La tendance a bougé lors de 2~changements au travail"},
		{with(func(r *lean.Result) { r.Swings = []lean.Swing{{Week: journal.WeekAt(2960), To: lean.PeopleSide}} }),
			"The lean swung to people around September 2026", "La tendance a basculé vers l’encadrement en septembre 2026"},
	} {
		both(t, func(w *words.Words) string { return w.LeanTitle(tt.result) }, tt.en, tt.fr)
	}
}
