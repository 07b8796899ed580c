package words_test

import (
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// opposed returns a result of 40 weeks with more time on people work and more energy
// from technical work, both for long.
func opposed() lean.Result {
	span := lean.Span{From: firstOfLife, To: firstOfLife.Add(39)}
	r := lean.Result{Span: span, WeeksLogged: 40, Moments: 160, Weeks: []lean.Week{{
		Week: span.To, Observed: true, Energy: lean.ByTrack[lean.Tally]{Technical: lean.Tally{N: 1}},
	}}}
	r.Time.State, r.Time.Since, r.Time.Weeks = lean.People, firstOfLife.Add(11), 40
	r.Time.Levels = []lean.Level{{Week: span.To, Mid: 0.3, Low90: 0.1, High90: 0.5, ProbabilityPeople: 0.991}}
	r.Time.Spells = []lean.Spell{{Span: span, State: lean.People}}
	r.Time.Shares = lean.Shares{Technical: 0.3, Both: 0.1, People: 0.6}
	r.Energy.State, r.Energy.Since, r.Energy.Weeks = lean.Technical, firstOfLife.Add(9), 40
	r.Energy.Levels = []lean.Level{{Week: span.To, Mid: -0.6, Low90: -1, High90: -0.2, ProbabilityPeople: 0.05}}
	r.Energy.Tracks.Technical = lean.Rating{N: 60, Mean: 1, Low: 0.8, High: 1.2}
	r.Energy.Tracks.People = lean.Rating{N: 60, Mean: 0.4, Low: 0.2, High: 0.6}
	return r
}

// remarks returns the texts of what w remarks upon in r.
func remarks(w *words.Words, r lean.Result) (texts []string) {
	for _, remark := range w.Remarks(r, ownKinds) {
		texts = append(texts, remark.Text)
	}
	return texts
}

// TestRemarks checks what each remark says and what keeps it unsaid.
func TestRemarks(t *testing.T) {
	at := func(n int) journal.Week { return firstOfLife.Add(n) }
	moved := func(before, after, low, high float64) lean.Difference {
		return lean.Difference{Before: lean.Level{Mid: before}, After: lean.Level{Mid: after}, Mid: after - before, Low: low, High: high, Comparable: true}
	}
	lead := lean.EventChange{Event: journal.Event{ID: "a", Week: at(20), Kind: journal.RoleEvent, Title: "Tech\nlead"}}
	spells := []lean.Spell{
		{Span: lean.Span{From: at(8), To: at(20)}, State: lean.Technical},
		{Span: lean.Span{From: at(21), To: at(23)}, State: lean.Open},
		{Span: lean.Span{From: at(24), To: at(39)}, State: lean.People},
	}
	kind := func(id string, n int, mean, half float64) lean.Kind {
		return lean.Kind{ID: id, Rating: lean.Rating{N: n, Mean: mean, Low: mean - half, High: mean + half}}
	}
	for _, tt := range []struct {
		name   string
		change func(*lean.Result)
		en, fr string
	}{
		{"none", func(*lean.Result) {}, "", ""},
		{"nothing logged", func(r *lean.Result) { *r = lean.Result{Trend: &lean.Trend{PerQuarter: 1}} }, "", ""},

		{"tech lead work gives more", func(r *lean.Result) { r.Energy.Tracks.Both = lean.Rating{N: 20, Mean: 1.6, Low: 1.3, High: 1.9} },
			"Tech lead work leaves you with more energy than technical and people work: +1.6 on average over these 40 weeks, 0.6~points above technical work. If you are choosing, try a tech lead role first; both ways stay open from there.",
			"Le travail de tech lead vous laisse plus d’énergie que la technique et l’encadrement~: +1,6 en moyenne sur ces 40~semaines, 0,6~point au-dessus de la technique. Si vous hésitez, essayez d’abord un rôle de tech lead~: les deux voies restent ouvertes ensuite."},
		{"few tech lead moments", func(r *lean.Result) { r.Energy.Tracks.Both = lean.Rating{N: 5, Mean: 1.6, Low: 1.3, High: 1.9} }, "", ""},
		{"tech lead work may give more", func(r *lean.Result) { r.Energy.Tracks.Both = lean.Rating{N: 20, Mean: 1.6, Low: 1.2, High: 2} }, "", ""},

		{"a new team", func(r *lean.Result) {
			r.Time.State, r.Time.WeeksToSide = lean.Open, 3
			r.Time.Spells = []lean.Spell{{Span: r.Span, State: lean.Open}}
			r.Changes = []lean.EventChange{{Event: journal.Event{Week: at(39), Kind: journal.TeamEvent, Title: "x"}, Recent: true}}
		},
			"Your new team began in week 50 of 2026, so the reading starts again there.",
			"Votre nouvelle équipe a commencé en semaine 50 de 2026~: la lecture repart de là."},

		{"a new team before the first reading", func(r *lean.Result) {
			r.Time.State, r.Time.WeeksToSide = lean.Open, 3
			r.Time.Spells = []lean.Spell{{Span: r.Span, State: lean.Insufficient}}
			r.Changes = []lean.EventChange{{Event: journal.Event{Week: at(39), Kind: journal.TeamEvent, Title: "x"}, Recent: true}}
		}, "", ""},

		{"a trend", func(r *lean.Result) { r.Trend = &lean.Trend{PerQuarter: 0.081} },
			"Over these 40 weeks, the people side’s share of your time grew by about 4 percentage points a quarter.",
			"Sur ces 40~semaines, la part de votre temps du côté encadrement a augmenté d’environ 4~points de pourcentage par trimestre."},
		{"a trend of what was logged", func(r *lean.Result) { r.Trend, r.Time.FromMoments = &lean.Trend{PerQuarter: -0.02}, true },
			"Over these 40 weeks, the technical side’s share of the work you logged grew by about 1 percentage point a quarter.",
			"Sur ces 40~semaines, la part du côté technique dans le travail que vous avez noté a augmenté d’environ 1~point de pourcentage par trimestre."},
		{"a trend of nothing", func(r *lean.Result) { r.Trend = &lean.Trend{PerQuarter: 0.009} }, "", ""},
		{"a trend, and a change of work", func(r *lean.Result) {
			r.Trend = &lean.Trend{PerQuarter: -0.1}
			lead := lead
			lead.Time = moved(-0.2, 0.3, 0.2, 0.8)
			r.Changes = []lean.EventChange{lead}
		},
			"Before “Tech lead” (week 31 of 2026), 40% of your time was on the people side; after it, 65%.",
			"Avant «~Tech lead~» (semaine 31 de 2026), 40~% de votre temps était du côté encadrement~; après, 65~%."},
		{"a trend, and a swing", func(r *lean.Result) { r.Trend, r.Time.Spells = &lean.Trend{PerQuarter: -0.1}, spells },
			"Your time swung to people work around August 2026. Swings are normal in a career.",
			"Votre temps a basculé vers l’encadrement en août 2026. Ces bascules sont normales dans une carrière."},

		{"a change that moved the energy", func(r *lean.Result) {
			lead := lead
			lead.Time, lead.Energy = moved(0.2, 0.3, -0.2, 0.4), moved(0.3, -0.6, -1.3, -0.5)
			r.Changes = []lean.EventChange{lead}
		},
			"After “Tech lead” (week 31 of 2026), energy moved by about 0.9~points toward technical work.",
			"Après «~Tech lead~» (semaine 31 de 2026), l’énergie s’est déplacée d’environ 0,9~point vers la technique."},
		{"two changes in one week", func(r *lean.Result) {
			lead := lead
			lead.Energy = moved(0.3, -0.6, -1.3, -0.5)
			second := lead
			second.Event.Kind, second.Event.Title = journal.TeamEvent, "Payments"
			r.Changes = []lean.EventChange{lead, second}
		},
			"After “Tech lead” (week 31 of 2026), energy moved by about 0.9~points toward technical work.",
			"Après «~Tech lead~» (semaine 31 de 2026), l’énergie s’est déplacée d’environ 0,9~point vers la technique."},
		{"a swing, and a change of work", func(r *lean.Result) {
			lead := lead
			lead.Time = moved(-0.2, 0.3, 0.2, 0.8)
			r.Changes, r.Time.Spells = []lean.EventChange{lead}, spells
		},
			"Before “Tech lead” (week 31 of 2026), 40% of your time was on the people side; after it, 65%.",
			"Avant «~Tech lead~» (semaine 31 de 2026), 40~% de votre temps était du côté encadrement~; après, 65~%."},

		{"kinds apart", func(r *lean.Result) {
			r.Kinds = []lean.Kind{kind("debugging", 5, 2, 0.1), kind("coding", 30, 1.4, 0.3), kind("a\nb", 9, 0.5, 0.5), kind("hiring", 12, -0.2, 0.5)}
		},
			"Over these 40 weeks, “Coding” left you with more energy than “Hiring”: +1.4 on average in 30 moments, against −0.2 in 12 moments.",
			"Sur ces 40~semaines, «~Coding~» vous a laissé plus d’énergie que «~Hiring~»~: +1,4 en moyenne en 30~moments, contre −0,2 en 12~moments."},
		{"kinds that may be alike", func(r *lean.Result) {
			r.Kinds = []lean.Kind{kind("coding", 30, 1.4, 0.8), kind("tech-lead", 9, 0.5, 0.5), kind("hiring", 12, -0.2, 0.8)}
		}, "", ""},
		{"kinds that were apart once", func(r *lean.Result) {
			r.Kinds = []lean.Kind{kind("coding", 30, 1.4, 0.1), kind("tech-lead", 9, 0.5, 0.5), kind("hiring", 12, -0.2, 0.1)}
			r.Energy.Tracks.Technical.Mean, r.Energy.Tracks.People.Mean = 0.4, 0.4
		}, "", ""},
		{"two kinds", func(r *lean.Result) {
			r.Kinds = []lean.Kind{kind("coding", 30, 1.4, 0.1), kind("hiring", 12, -0.2, 0.1)}
		}, "", ""},

		{"chosen alike", func(r *lean.Result) { r.Chosen = lean.Chosen{Chosen: 41, Assigned: 40, Answer: lean.ChosenHolds} },
			"Among the 41 moments that you chose yourself over these 40 weeks, too, technical work leaves you with more energy.",
			"Parmi les 41~moments que vous avez choisis sur ces 40~semaines aussi, la technique vous laisse plus d’énergie."},
		{"chosen otherwise", func(r *lean.Result) { r.Chosen = lean.Chosen{Chosen: 41, Assigned: 40, Answer: lean.ChosenReverses} },
			"Among the 41 moments that you chose yourself over these 40 weeks, people work leaves you with more energy instead.",
			"Parmi les 41~moments que vous avez choisis sur ces 40~semaines, c’est au contraire l’encadrement qui vous laisse plus d’énergie."},
		{"chosen, not known", func(r *lean.Result) { r.Chosen = lean.Chosen{Chosen: 41, Assigned: 40, Answer: lean.ChosenUnsure} }, "", ""},

		{"answers alike", func(r *lean.Result) { r.Stated = []lean.Stated{{N: 1, Mean: -1}, {N: 2, Mean: -1}, {N: 1}, {}} },
			"Your answers point to technical work, and so does your logged energy.", "Vos réponses~: la technique~; l’énergie notée aussi."},
		{"answers otherwise", func(r *lean.Result) { r.Stated = []lean.Stated{{N: 1, Mean: 1}, {N: 2, Mean: 1}, {N: 1}} },
			"Your answers point to people work, your logged energy to technical work.", "Vos réponses~: l’encadrement~; l’énergie notée~: la technique."},
		{"answers in the middle", func(r *lean.Result) { r.Stated = []lean.Stated{{N: 1, Mean: 1}, {N: 2, Mean: -1}, {N: 1}} },
			"Your answers point to neither side, your logged energy to technical work.", "Vos réponses~: aucun côté~; l’énergie notée~: la technique."},
		{"two answers", func(r *lean.Result) { r.Stated = []lean.Stated{{N: 1, Mean: 1}, {N: 2, Mean: 1}, {}} }, "", ""},

		{"moments that drained", func(r *lean.Result) { r.Energy.Tracks.Technical.Drained, r.Energy.Tracks.People.Drained = 3, 30 },
			"Over these 40 weeks, 5% of technical and 50% of people moments drained you.",
			"Sur ces 40~semaines, 5~% des moments de technique et 50~% des moments d’encadrement vous ont pris de l’énergie."},
		{"what gives more drains more often", func(r *lean.Result) { r.Energy.Tracks.Technical.Drained, r.Energy.Tracks.People.Drained = 30, 3 }, "", ""},

		{"more people work than in the calendar", func(r *lean.Result) { r.Memory = lean.Memory{Weeks: 14, Mean: 0.16, Low: 0.1, High: 0.22} },
			"Over 14 weeks, you put about 8 percentage points more on the people side than your calendar shows. The range of your time allows for that.",
			"Sur 14~semaines, vous avez placé environ 8~points de pourcentage de plus du côté encadrement que ce qu’indique votre agenda. La plage de votre temps en tient compte."},
		{"more technical work than in the diary", func(r *lean.Result) {
			r.Memory = lean.Memory{Weeks: 12, Diary: 12, Mean: -0.02, Low: -0.03, High: -0.01}
		},
			"Over 12 weeks, you put about 1 percentage point more on the technical side than your diary shows. The range of your time allows for that.",
			"Sur 12~semaines, vous avez placé environ 1~point de pourcentage de plus du côté technique que ce qu’indique votre carnet. La plage de votre temps en tient compte."},
		{"memory and calendar agree", func(r *lean.Result) {
			r.Memory = lean.Memory{Weeks: 20, Diary: 2, Mean: 0.01, Low: -0.02, High: 0.04}
		},
			"Over 20 weeks, your splits agree with what your calendar and your diary show: on average, they very likely differ by at most 2 percentage points. That makes the range of your time narrower.",
			"Sur 20~semaines, vos répartitions s’accordent avec ce qu’indiquent votre agenda et votre carnet~: en moyenne, l’écart est très probablement d’au plus 2~points de pourcentage. La plage de votre temps en est plus étroite."},
		{"memory and calendar differ either way", func(r *lean.Result) { r.Memory = lean.Memory{Weeks: 20, Mean: 0.01, Low: -0.1, High: 0.12} },
			"Over 20 weeks, your splits differ from what your calendar shows, now to one side and now to the other. The range of your time allows for that.",
			"Sur 20~semaines, vos répartitions diffèrent de ce qu’indique votre agenda, tantôt d’un côté, tantôt de l’autre. La plage de votre temps en tient compte."},
		{"too few weeks in the calendar", func(r *lean.Result) { r.Memory = lean.Memory{Weeks: 11, Mean: 0.16, Low: 0.1, High: 0.22} }, "", ""},

		{"a change to ask about", func(r *lean.Result) { r.ChangePoint = &lean.ChangePoint{Week: at(16)} },
			"Did something change at work around week 27 of 2026? Your weeks look different from then on.",
			"Quelque chose a-t-il changé au travail autour de la semaine 27 de 2026~? Vos semaines sont différentes depuis."},
		{"a change that was declared", func(r *lean.Result) {
			r.ChangePoint, r.Changes = &lean.ChangePoint{Week: at(16)}, []lean.EventChange{lead}
		}, "", ""},
		{"a change a little too far from an event", func(r *lean.Result) {
			r.ChangePoint, r.Changes = &lean.ChangePoint{Week: at(15)}, []lean.EventChange{lead}
		},
			"Did something change at work around week 26 of 2026? Your weeks look different from then on.",
			"Quelque chose a-t-il changé au travail autour de la semaine 26 de 2026~? Vos semaines sont différentes depuis."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := opposed()
			tt.change(&r)
			both(t, func(w *words.Words) string { return strings.Join(remarks(w, r), "\n") }, tt.en, tt.fr)
		})
	}
}

// TestRemarksHaveSubjects checks that each remark is about a figure and its weeks.
func TestRemarksHaveSubjects(t *testing.T) {
	for _, l := range lives {
		r := l.result()
		for _, remark := range words.In(words.English).Remarks(r, ownKinds) {
			if !slices.Contains(lean.Figures, remark.Subject.Figure) || remark.Subject.Span != r.Span {
				t.Errorf("%s: %q is about %+v", l.name, remark.Text, remark.Subject)
			}
		}
	}
}
