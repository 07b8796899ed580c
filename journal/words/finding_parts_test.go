package words_test

import (
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

func TestChosen(t *testing.T) {
	with := func(answer lean.ChosenAnswer, n int, l float64) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Chosen = lean.Chosen{Chosen: lean.ChosenPart{N: n, L: l, HasL: true}, Answer: answer}
		return r
	}
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{with(lean.ChosenUntold, 40, -0.3), "", ""},
		{with(lean.ChosenHolds, 40, -0.3), "The lean holds among the 40 moments that you chose yourself: there it is 0.30 toward technical.",
			"La tendance tient parmi les 40~moments que vous avez choisis~: elle y est de 0,30 vers la technique."},
		{with(lean.ChosenReverses, 1200, 0.3), "Among the 1,200 moments that you chose yourself it is the other way round: 0.30 toward people.",
			"Parmi les 1~200~moments que vous avez choisis, c’est l’inverse~: 0,30 vers l’encadrement."},
		{with(lean.ChosenUnsure, 12, 0), "Whether the lean holds among the 12 moments that you chose yourself cannot be told yet.",
			"On ne peut pas encore dire si la tendance tient parmi les 12~moments que vous avez choisis."},
	} {
		both(t, func(w *words.Words) string { return w.Chosen(tt.result) }, tt.en, tt.fr)
	}
}

func TestRecent(t *testing.T) {
	both(t, func(w *words.Words) string { return w.Recent(result(lean.Clear, lean.TechnicalSide, -0.4)) }, "", "")
	for _, tt := range []struct {
		kind   journal.EventKind
		weeks  int
		en, fr string
	}{
		{journal.RoleEvent, 0, "Your new role has no logged week of its own yet.", "Votre nouveau rôle n’a pas encore de semaine remplie."},
		{journal.RoleEvent, 1, "Your new role has its own short history: 1 week so far.", "Votre nouveau rôle a sa propre histoire, encore courte~: 1~semaine jusqu’ici."},
		{journal.RoleEvent, 3, "Your new role has its own short history: 3 weeks so far.", "Votre nouveau rôle a sa propre histoire, encore courte~: 3~semaines jusqu’ici."},
		{journal.TeamEvent, 0, "Your new team has no logged week of its own yet.", "Votre nouvelle équipe n’a pas encore de semaine remplie."},
		{journal.TeamEvent, 2, "Your new team has its own short history: 2 weeks so far.", "Votre nouvelle équipe a sa propre histoire, encore courte~: 2~semaines jusqu’ici."},
		{journal.CompanyEvent, 0, "Your new company has no logged week of its own yet.", "Votre nouvelle entreprise n’a pas encore de semaine remplie."},
		{journal.CompanyEvent, 2, "Your new company has its own short history: 2 weeks so far.", "Votre nouvelle entreprise a sa propre histoire, encore courte~: 2~semaines jusqu’ici."},
	} {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Verdict.Recent = &lean.EventChange{Event: journal.Event{Kind: tt.kind, Title: "x"}, WeeksAfter: tt.weeks, Recent: true}
		both(t, func(w *words.Words) string { return w.Recent(r) }, tt.en, tt.fr)
	}
}

func TestBeforeAfter(t *testing.T) {
	r := result(lean.Clear, lean.TechnicalSide, -0.4)
	change := lean.EventChange{
		Event:  journal.Event{Kind: journal.RoleEvent, Title: "Payments"},
		Before: lean.Level{Mid: -0.1}, After: lean.Level{Mid: 0.42},
		Comparable: true, Difference: 0.52, Low: 0.2, High: 0.84,
	}
	back, small, short := change, change, change
	back.Event.Title, back.Event.Role = "", journal.RoleTechLead
	back.Before, back.After = change.After, change.Before
	back.Difference, back.Low, back.High = -0.52, -0.84, -0.2
	small.Low = -0.1
	short.Comparable = false
	early := r
	early.Verdict.Strength = lean.Insufficient
	for _, tt := range []struct {
		result lean.Result
		change lean.EventChange
		en, fr string
	}{
		{r, change, "Before “Payments” the lean was 0.10 toward technical, after it 0.42 toward people: a move toward people, by 0.52 (at 90%, 0.20 to 0.84).",
			"Avant «~Payments~», la tendance était de 0,10 vers la technique~; après, de 0,42 vers l’encadrement~: un mouvement de 0,52 vers l’encadrement (à 90~%, 0,20 à 0,84)."},
		{r, back, "Before “Tech lead” the lean was 0.42 toward people, after it 0.10 toward technical: a move toward technical, by 0.52 (at 90%, 0.20 to 0.84).",
			"Avant «~Tech lead~», la tendance était de 0,42 vers l’encadrement~; après, de 0,10 vers la technique~: un mouvement de 0,52 vers la technique (à 90~%, 0,20 à 0,84)."},
		{r, small, "Before “Payments” the lean was 0.10 toward technical, after it 0.42 toward people: too small a difference to tell from chance.",
			"Avant «~Payments~», la tendance était de 0,10 vers la technique~; après, de 0,42 vers l’encadrement~: un écart trop petit pour le distinguer du hasard."},
		{r, short, "", ""},
		{early, change, "", ""},
	} {
		both(t, func(w *words.Words) string { return w.BeforeAfter(tt.result, tt.change) }, tt.en, tt.fr)
	}
}

// answering returns r with mean answers to the first questions.
func answering(r lean.Result, means ...float64) lean.Result {
	for i, q := range journal.Questions {
		s := lean.Stated{Question: q}
		if i < len(means) {
			s.N, s.Mean = 2, means[i]
		}
		r.Stated = append(r.Stated, s)
	}
	return r
}

func TestStatedTitle(t *testing.T) {
	clear := result(lean.Clear, lean.TechnicalSide, -0.4)
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{answering(clear, 2), "1 question of ten answered so far", "1 question sur dix a une réponse pour l’instant"},
		{answering(clear, 2, 2), "2 questions of ten answered so far", "2 questions sur dix ont une réponse pour l’instant"},
		{answering(result(lean.Insufficient, lean.NoSide, 0), 1, 1, 1), "3 questions of ten answered so far", "3 questions sur dix ont une réponse pour l’instant"},
		{answering(clear, 2, 1, 1), "Your answers point to people work; your log leans technical",
			"Vos réponses vont vers l’encadrement~; votre journal penche vers la technique"},
		{answering(clear, -2, 0, 0), "Your answers and your log both point to technical work",
			"Vos réponses et votre journal vont vers la technique"},
		{answering(result(lean.Clear, lean.PeopleSide, 0.4), 1, 1, 1), "Your answers and your log both point to people work",
			"Vos réponses et votre journal vont vers l’encadrement"},
		{answering(result(lean.Leaning, lean.PeopleSide, 0.2), 1, 1, 1), "Your answers point to people work; your log seems to lean people",
			"Vos réponses vont vers l’encadrement~; votre journal semble pencher vers l’encadrement"},
		{answering(result(lean.Balanced, lean.NoSide, 0), -1, -1, -1), "Your answers point to technical work; your log is close to balance",
			"Vos réponses vont vers la technique~; votre journal est proche de l’équilibre"},
		{answering(result(lean.NoClear, lean.NoSide, 0), 0, 0, 0.5), "Your answers take neither side; your log shows no clear lean so far",
			"Vos réponses ne vont d’aucun côté~; votre journal ne montre pas de tendance nette pour l’instant"},
	} {
		both(t, func(w *words.Words) string { return w.StatedTitle(tt.result) }, tt.en, tt.fr)
	}
}

func TestStatedBesideLogged(t *testing.T) {
	with := answering
	clear := result(lean.Clear, lean.TechnicalSide, -0.4)
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{with(clear), "", ""},
		{with(clear, 2, 2), "", ""},
		{with(result(lean.Insufficient, lean.NoSide, 0), 1, 1, 1, 1), "", ""},
		{with(clear, 2, 1, 1), "What you say leans people, by 1.3~points out of 2 over 3 questions; what you log leans technical.",
			"Ce que vous dites penche vers l’encadrement, de 1,3~point sur 2 d’après 3~questions~; ce que vous notez penche vers la technique."},
		{with(result(lean.Clear, lean.PeopleSide, 0.4), -2, -2, -2, -2), "What you say leans technical, by 2.0~points out of 2 over 4 questions; what you log leans people.",
			"Ce que vous dites penche vers la technique, de 2,0~points sur 2 d’après 4~questions~; ce que vous notez penche vers l’encadrement."},
		{with(result(lean.Leaning, lean.PeopleSide, 0.2), -1, 1, 0.5), "What you say takes neither side, over 3 questions; what you log seems to lean people.",
			"Ce que vous dites ne prend aucun côté, d’après 3~questions~; ce que vous notez semble pencher vers l’encadrement."},
		{with(result(lean.Early, lean.TechnicalSide, -0.5), 0, 0, 0), "What you say takes neither side, over 3 questions; what you log seems to lean technical.",
			"Ce que vous dites ne prend aucun côté, d’après 3~questions~; ce que vous notez semble pencher vers la technique."},
		{with(result(lean.Balanced, lean.NoSide, 0), 0, 0, 0), "What you say takes neither side, over 3 questions; what you log is close to balance.",
			"Ce que vous dites ne prend aucun côté, d’après 3~questions~; ce que vous notez est proche de l’équilibre."},
		{with(result(lean.NoClear, lean.NoSide, 0), 0, 0, 0), "What you say takes neither side, over 3 questions; what you log shows no clear lean so far.",
			"Ce que vous dites ne prend aucun côté, d’après 3~questions~; ce que vous notez ne montre pas de tendance nette pour l’instant."},
	} {
		both(t, func(w *words.Words) string { return w.StatedBesideLogged(tt.result) }, tt.en, tt.fr)
	}
}

func TestDraining(t *testing.T) {
	with := func(e lean.Energies) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Energy = e
		return r
	}
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{result(lean.Insufficient, lean.NoSide, 0), "", ""},
		{with(lean.Energies{}), "", ""},
		{with(lean.Energies{HasTechnical: true, HasPeople: true, TechnicalDrain: 0.124, PeopleDrain: 0.5}),
			"Of the hours you rated, 12% of technical work and 50% of people work drained you.",
			"Parmi les heures que vous avez évaluées, la part qui vous a pris de l’énergie est de 12~% pour la technique et de 50~% pour l’encadrement."},
		{with(lean.Energies{HasTechnical: true, TechnicalDrain: 0.01}), "Of the hours of technical work you rated, 1% drained you.",
			"Parmi les heures de technique que vous avez évaluées, la part qui vous a pris de l’énergie est de 1~%."},
		{with(lean.Energies{HasPeople: true, PeopleDrain: 1}), "Of the hours of people work you rated, 100% drained you.",
			"Parmi les heures d’encadrement que vous avez évaluées, la part qui vous a pris de l’énergie est de 100~%."},
		{with(lean.Energies{HasPeople: true}), "None of the hours you rated drained you.", "Aucune des heures que vous avez évaluées ne vous a pris de l’énergie."},
	} {
		both(t, func(w *words.Words) string { return w.Draining(tt.result) }, tt.en, tt.fr)
	}
}

func TestChangeQuestion(t *testing.T) {
	r := result(lean.Clear, lean.TechnicalSide, -0.4)
	both(t, func(w *words.Words) string { return w.ChangeQuestion(r) }, "", "")
	r.ChangePoint = &lean.ChangePoint{Week: r.Span.To.Add(-10), P: 0.01}
	long := r
	long.ChangePoint = &lean.ChangePoint{Week: r.Span.To.Add(-60), P: 0.01}
	near := func(apart int) lean.Result {
		answered := r
		answered.Changes = []lean.EventChange{{Event: journal.Event{Week: r.ChangePoint.Week.Add(apart), Kind: journal.OtherEvent}}}
		return answered
	}
	early := r
	early.Verdict.Strength = lean.Insufficient
	const en, fr = "Did something change around week 39?", "Quelque chose a-t-il changé autour de la semaine 39~?"
	for _, tt := range []struct {
		result lean.Result
		en, fr string
	}{
		{r, en, fr},
		{long, "Did something change around week 41 of 2025?", "Quelque chose a-t-il changé autour de la semaine 41 de 2025~?"},
		{early, "", ""},
		{near(-4), "", ""},
		{near(4), "", ""},
		{near(-5), en, fr},
		{near(5), en, fr},
	} {
		both(t, func(w *words.Words) string { return w.ChangeQuestion(tt.result) }, tt.en, tt.fr)
	}
}

// Just inside and just outside of what is called even.
func TestEven(t *testing.T) {
	w := words.In(words.English)
	for people, want := range map[float64]string{0.476: "about evenly", 0.474: "Technical work took", 0.524: "about evenly", 0.526: "People work took"} {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Time = lean.Shares{Technical: 1 - people, People: people}
		if got := w.Facts(r); !strings.Contains(got, want) {
			t.Errorf("%v of the time: %q, want %q", people, got, want)
		}
	}
	for mean, want := range map[float64]string{-0.26: "leans technical", -0.24: "takes neither side", 0.24: "takes neither side", 0.26: "leans people"} {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		for _, q := range journal.Questions {
			r.Stated = append(r.Stated, lean.Stated{Question: q, N: 1, Mean: mean})
		}
		if got := w.StatedBesideLogged(r); !strings.HasPrefix(got, "What you say "+want) {
			t.Errorf("mean answer %v: %q, want %q", mean, got, want)
		}
	}
}
