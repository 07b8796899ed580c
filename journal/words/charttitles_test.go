package words_test

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

func TestSpellName(t *testing.T) {
	r := opposed()
	week := r.Span.From.Add(20)
	r.Changes = []lean.EventChange{{Event: journal.Event{Week: week, Kind: journal.LeaveEvent}}, {Event: journal.Event{Week: week, Kind: journal.CompanyEvent}}}
	spell := func(from, to int, s lean.State) lean.Spell {
		return lean.Spell{Span: lean.Span{From: r.Span.From.Add(from), To: r.Span.From.Add(to)}, State: s}
	}
	for _, tt := range []struct {
		spell  lean.Spell
		en, fr string
	}{
		{spell(0, 3, lean.Insufficient), "too early", "trop tôt"},
		{spell(0, 39, lean.Insufficient), "too early", "trop tôt"},
		{spell(4, 9, lean.Open), "open", "ouvert"},
		{spell(20, 30, lean.Open), "open: started again with the company", "ouvert~: repart avec l’entreprise"},
		{spell(21, 39, lean.Open), "open", "ouvert"},
		{spell(9, 19, lean.Technical), "technical", "technique"},
		{spell(31, 39, lean.People), "people, since week 42", "encadrement, depuis la semaine 42"},
		{spell(-20, 39, lean.People), "people, since week 43 of 2025", "encadrement, depuis la semaine 43 de 2025"},
		{spell(31, 39, lean.Even), "about even, since week 42", "à peu près égal, depuis la semaine 42"},
	} {
		both(t, func(w *words.Words) string { return w.SpellName(r, tt.spell) }, tt.en, tt.fr)
	}
}

func TestDialsTitle(t *testing.T) {
	event := func(n int, title string) lean.EventChange {
		return lean.EventChange{Event: journal.Event{ID: title, Week: firstOfLife.Add(n), Kind: journal.RoleEvent, Title: title}}
	}
	with := func(c lean.EventChange, time, energy lean.Difference) lean.EventChange {
		c.Time, c.Energy = time, energy
		return c
	}
	moved, still := lean.Difference{Comparable: true, Mid: 0.5, Low: 0.2, High: 0.8}, lean.Difference{Comparable: true, Mid: 0.5, Low: -0.2, High: 1.2}
	a, b := event(10, "A"), event(20, "B")
	swung := []lean.Spell{{State: lean.Technical}, {Span: lean.Span{From: firstOfLife.Add(24)}, State: lean.People}}
	for _, tt := range []struct {
		change func(*lean.Result)
		en, fr string
	}{
		{func(*lean.Result) {}, "Time and energy, week by week", "Temps et énergie, semaine par semaine"},
		{func(r *lean.Result) { r.Changes = []lean.EventChange{with(a, moved, moved), with(b, moved, moved)} },
			"Since “B” time has moved, and so has what gives energy", "Depuis «~B~», le temps a bougé, et ce qui donne de l’énergie aussi"},
		{func(r *lean.Result) { r.Changes = []lean.EventChange{with(a, moved, moved), with(b, moved, still)} },
			"Since “B” time has moved. What gives energy has not clearly moved", "Depuis «~B~», le temps a bougé. Ce qui donne de l’énergie n’a pas nettement bougé"},
		{func(r *lean.Result) { r.Changes = []lean.EventChange{with(b, still, moved)} },
			"Since “B” what gives energy has moved. Time has not clearly moved", "Depuis «~B~», ce qui donne de l’énergie a bougé. Le temps n’a pas nettement bougé"},
		{func(r *lean.Result) { r.Changes = []lean.EventChange{with(b, still, still)} },
			"Since “B” neither time nor what gives energy has clearly moved", "Depuis «~B~», ni le temps ni ce qui donne de l’énergie n’a nettement bougé"},
		{func(r *lean.Result) { r.Changes = []lean.EventChange{with(b, moved, lean.Difference{})} },
			"Since “B” time has moved", "Depuis «~B~», le temps a bougé"},
		{func(r *lean.Result) {
			r.Changes = []lean.EventChange{with(a, moved, moved), with(b, lean.Difference{}, lean.Difference{})}
		},
			"Time and energy, week by week", "Temps et énergie, semaine par semaine"},
		{func(r *lean.Result) { r.Time.Spells = swung },
			"Time swung to people work around August 2026", "Le temps a basculé vers l’encadrement en août 2026"},
		{func(r *lean.Result) { r.Trend = &lean.Trend{PerQuarter: 0.1} },
			"The people side’s share of time has grown", "La part du temps du côté encadrement a augmenté"},
	} {
		r := opposed()
		tt.change(&r)
		both(t, func(w *words.Words) string { return w.DialsTitle(r) }, tt.en, tt.fr)
	}
}

func TestTracksTitle(t *testing.T) {
	for _, tt := range []struct {
		lead   lean.Rating
		en, fr string
	}{
		{lean.Rating{}, "Average energy on each track", "Énergie moyenne de chaque voie"},
		{lean.Rating{N: 5, Mean: 0.9}, "Average energy on each track", "Énergie moyenne de chaque voie"},
		{lean.Rating{N: 6, Mean: 0.7, High: 1}, "Tech lead work gives nearly as much as technical work", "Le travail de tech lead donne presque autant que la technique"},
		{lean.Rating{N: 6, Mean: 0.6, High: 1}, "Average energy on each track", "Énergie moyenne de chaque voie"},
		{lean.Rating{N: 6, Mean: 0.4, High: 1}, "Average energy on each track", "Énergie moyenne de chaque voie"},
		{lean.Rating{N: 6, Mean: 1.6, Low: 1.1}, "Average energy on each track", "Énergie moyenne de chaque voie"},
		{lean.Rating{N: 6, Mean: 1.6, Low: 1.3}, "Tech lead work leaves more energy than technical and people work", "Le travail de tech lead laisse plus d’énergie que la technique et l’encadrement"},
	} {
		r := opposed()
		r.Energy.Tracks.Both = tt.lead
		both(t, func(w *words.Words) string { return w.TracksTitle(r) }, tt.en, tt.fr)
	}
}
