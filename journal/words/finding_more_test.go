package words_test

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

func TestSwings(t *testing.T) {
	r := result(lean.Clear, lean.TechnicalSide, -0.4)
	both(t, func(w *words.Words) string { return w.Swings(r) }, "", "")
	r.Swings = []lean.Swing{{Week: journal.WeekAt(2960), To: lean.PeopleSide}}
	both(t, func(w *words.Words) string { return w.Swings(r) },
		"The lean swung to people around 21 September 2026. Swings like these are a normal part of a career.",
		"La tendance a basculé vers l’encadrement autour du 21 septembre 2026. De telles bascules sont normales dans une carrière.")
	r.Verdict.Strength = lean.Insufficient
	both(t, func(w *words.Words) string { return w.Swings(r) }, "", "")
}

func TestContext(t *testing.T) {
	since := journal.WeekAt(2960)
	with := func(p lean.Position) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Position = p
		return r
	}
	for _, tt := range []struct {
		position lean.Position
		en, fr   string
	}{
		{lean.Position{}, "", ""},
		{lean.Position{Role: journal.RoleTechLead, Since: since, CompanySize: "51-250"},
			"Context: Tech lead since 21 September 2026; company: 51–250 people. The same title can mean other work in another company.",
			"Contexte~: Tech lead depuis le 21 septembre 2026~; entreprise~: 51–250 personnes. Le même titre peut désigner un autre travail ailleurs."},
		{lean.Position{Role: journal.RoleTechLead, Since: since},
			"Context: Tech lead since 21 September 2026. The same title can mean other work in another company.",
			"Contexte~: Tech lead depuis le 21 septembre 2026. Le même titre peut désigner un autre travail ailleurs."},
		{lean.Position{CompanySize: "a few of us"},
			"Context: your company, a few of us. How much of either track a role holds depends on the company.",
			"Contexte~: votre entreprise, a few of us. La part de chaque voie dans un rôle dépend de l’entreprise."},
	} {
		both(t, func(w *words.Words) string { return w.Context(with(tt.position)) }, tt.en, tt.fr)
	}
}

func TestEnergyNow(t *testing.T) {
	with := func(people float64, weeks int) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.EnergyNow = &lean.EnergyLevel{Level: lean.Level{ProbabilityPeople: people}, Weeks: weeks}
		return r
	}
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{result(lean.Clear, lean.TechnicalSide, -0.4), "", ""},
		{with(0.999, 7), "", ""},
		{with(0.6, 20), "", ""},
		{with(0.9996, 8), "By now an hour of people work energizes you more than one of technical work; that is 99% certain.",
			"Désormais, une heure d’encadrement vous donne plus d’énergie qu’une heure de technique~; c’est certain à 99~%."},
		{with(0.15, 8), "By now an hour of technical work seems to energize you more than one of people work; that is 85% likely.",
			"Désormais, une heure de technique semble vous donner plus d’énergie qu’une heure d’encadrement~; c’est probable à 85~%."},
	} {
		both(t, func(w *words.Words) string { return w.EnergyNow(tt.result) }, tt.en, tt.fr)
	}
}

func TestLastQuarter(t *testing.T) {
	with := func(pull float64, weeks int) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Quarters = []lean.Quarter{
			{Year: 2026, Number: 3, T: -0.3, L: -0.3 + pull, Pull: pull, Weeks: weeks},
			{Year: 2026, Number: 4, T: 1, L: 1, Weeks: 3},
		}
		return r
	}
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{with(0.2, 3), "", ""},
		{with(0.02, 4), "In Q3 2026 time and energy went together: time 0.30 toward technical, weighted by energy 0.28 toward technical.",
			"Au T3 2026, le temps et l’énergie sont allés ensemble~: le temps à 0,30 vers la technique, pondéré par l’énergie à 0,28 vers la technique."},
		{with(0.0499, 4), "In Q3 2026 time and energy went together: time 0.30 toward technical, weighted by energy 0.25 toward technical.",
			"Au T3 2026, le temps et l’énergie sont allés ensemble~: le temps à 0,30 vers la technique, pondéré par l’énergie à 0,25 vers la technique."},
		{with(0.0501, 4), "In Q3 2026 energy pulled toward people, by 0.05: time 0.30 toward technical, weighted by energy 0.25 toward technical.",
			"Au T3 2026, l’énergie a tiré vers l’encadrement, de 0,05~: le temps à 0,30 vers la technique, pondéré par l’énergie à 0,25 vers la technique."},
		{with(0.5, 4), "In Q3 2026 energy pulled toward people, by 0.50: time 0.30 toward technical, weighted by energy 0.20 toward people.",
			"Au T3 2026, l’énergie a tiré vers l’encadrement, de 0,50~: le temps à 0,30 vers la technique, pondéré par l’énergie à 0,20 vers l’encadrement."},
		{with(-0.1, 4), "In Q3 2026 energy pulled toward technical, by 0.10: time 0.30 toward technical, weighted by energy 0.40 toward technical.",
			"Au T3 2026, l’énergie a tiré vers la technique, de 0,10~: le temps à 0,30 vers la technique, pondéré par l’énergie à 0,40 vers la technique."},
	} {
		both(t, func(w *words.Words) string { return w.LastQuarter(tt.result) }, tt.en, tt.fr)
	}
}

func TestKindsApart(t *testing.T) {
	kinds := append(journal.BuiltInKinds(), journal.Kind{ID: "mine", Name: "On\ncall", Track: journal.People})
	with := func(ks ...lean.Kind) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Kinds = ks
		return r
	}
	most := lean.Kind{ID: "debugging", Mean: 1.6, Low: 1.2, High: 2, HasBand: true, Hours: 34}
	least := lean.Kind{ID: "mine", Mean: -1.1, Low: -1.5, High: -0.7, HasBand: true, Hours: 20}
	near := least
	near.High = 1.3
	few := least
	few.HasBand = false
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{with(most), "", ""},
		{with(most, few), "", ""},
		{with(most, near), "It cannot be told yet which kind of work gives you most energy an hour.",
			"On ne peut pas encore dire quel type de travail vous donne le plus d’énergie par heure."},
		{with(most, least, few), "Most energy an hour: Debugging (+1.6 over 34~h). Least: On call (−1.1 over 20~h).",
			"Le plus d’énergie par heure~: Débogage (+1,6 sur 34~h). Le moins~: On call (−1,1 sur 20~h)."},
	} {
		both(t, func(w *words.Words) string { return w.KindsApart(tt.result, kinds) }, tt.en, tt.fr)
	}
}
