package words_test

import (
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// result returns a result with a verdict near level, for spans of 26 weeks of
// which 24 were logged.
func result(strength lean.Strength, side lean.Side, level float64) lean.Result {
	last := journal.WeekAt(2970)
	return lean.Result{
		Span: lean.Span{From: last.Add(-25), To: last},
		Verdict: lean.Verdict{
			Side: side, Strength: strength,
			Level: lean.Level{Week: last, Mid: level, Low90: level - 0.2, High90: level + 0.2},
		},
		Time:        lean.Shares{Technical: 0.42, People: 0.58},
		Energy:      lean.Energies{Technical: 1.1, People: -0.3, HasTechnical: true, HasPeople: true},
		WeeksLogged: 24, Moments: 96,
	}
}

func TestFinding(t *testing.T) {
	early := result(lean.Insufficient, lean.NoSide, 0)
	early.WeeksLogged, early.Moments = 2, 7
	early.Verdict.WeeksMissing, early.Verdict.MomentsMissing = 2, 5
	moments := early
	moments.Verdict.WeeksMissing, moments.Verdict.MomentsMissing = 0, 1
	tests := []struct {
		name   string
		result lean.Result
		en, fr string
		side   string // as colored in English
	}{
		{"empty", lean.Result{}, "Nothing to read yet", "Rien à lire pour l’instant", ""},
		{"weeks missing", early, "2 more weeks until a first reading", "Encore 2 semaines avant une première lecture", ""},
		{"moments missing", moments, "1 more moment until a first reading", "Encore 1 moment avant une première lecture", ""},
		{"early", result(lean.Early, lean.TechnicalSide, -0.5), "An early signal: your work may lean technical", "Un premier signe\u00a0: votre travail pencherait vers la technique", "technical"},
		{"none", result(lean.NoClear, lean.NoSide, 0.1), "No clear lean so far", "Pas de tendance nette pour l’instant", ""},
		{"leaning", result(lean.Leaning, lean.PeopleSide, 0.2), "Your work seems to lean people", "Votre travail semble pencher vers l’encadrement", "people"},
		{"clear", result(lean.Clear, lean.TechnicalSide, -0.4), "Your work leans technical", "Votre travail penche vers la technique", "technical"},
		{"balanced", result(lean.Balanced, lean.NoSide, 0.02), "You are close to balance", "Vous êtes proche de l’équilibre", ""},
		{"clear without a side", result(lean.Clear, lean.NoSide, 0), "No clear lean so far", "Pas de tendance nette pour l’instant", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			en, fr := words.In(words.English), words.In(words.French)
			if got := en.Finding(tt.result); got != tt.en {
				t.Errorf("English: %q, want %q", got, tt.en)
			}
			if got := fr.Finding(tt.result); got != tt.fr {
				t.Errorf("French: %q, want %q", got, tt.fr)
			}
			if got := en.FindingSide(tt.result); got != tt.side {
				t.Errorf("side %q, want %q", got, tt.side)
			}
			if got := fr.FindingSide(tt.result); (got == "") != (tt.side == "") || !strings.Contains(fr.Finding(tt.result), got) {
				t.Errorf("French side %q is not in %q", got, fr.Finding(tt.result))
			}
		})
	}
}

func TestFacts(t *testing.T) {
	with := func(people, technicalEnergy, peopleEnergy float64) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Time = lean.Shares{Technical: 1 - people, People: people}
		r.Energy.Technical, r.Energy.People = technicalEnergy, peopleEnergy
		return r
	}
	unknown := with(0.58, 1, 0)
	unknown.Energy.HasPeople = false
	timeless := with(0.58, 1, 0)
	timeless.Time = lean.Shares{}
	tests := []struct {
		name   string
		result lean.Result
		want   string
	}{
		{"apart", with(0.58, 1.1, -0.3), "People work took 58% of your time, yet an hour of technical work left you 1.4\u00a0points more energized."},
		{"together", with(0.3, 1, 0), "Technical work took 70% of your time, and an hour of it left you 1.0\u00a0points more energized than people work."},
		{"same energy", with(0.3, 1, 1.2), "Technical work took 70% of your time, and an hour of either left you about equally energized."},
		{"same time", with(0.51, 0, 1.5), "Your time was split about evenly, and an hour of people work left you 1.5\u00a0points more energized."},
		{"energy unknown", unknown, "People work took 58% of your time."},
		{"time unknown", timeless, ""},
		{"balanced", result(lean.Balanced, lean.NoSide, 0), "People work took 58% of your time, yet an hour of technical work left you 1.4\u00a0points more energized. Both is a real answer: the tech-lead role is a bridge to try first."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := words.In(words.English).Facts(tt.result); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestCertainty(t *testing.T) {
	more := result(lean.Leaning, lean.TechnicalSide, -0.4)
	more.Verdict.WeeksNeeded = 5
	never := result(lean.NoClear, lean.NoSide, 0.05)
	never.Verdict.WillNotSettle = true
	early := lean.Result{WeeksLogged: 1, Moments: 3}
	tests := []struct {
		name   string
		result lean.Result
		want   string
	}{
		{"empty", lean.Result{}, "Log a week to begin."},
		{"insufficient", early, "1 week and 3 moments so far; a first reading needs 4 weeks and 12 moments."},
		{"clear", result(lean.Clear, lean.TechnicalSide, -0.42), "24 weeks logged of 26. The lean is 0.42 toward technical, and with 90% certainty between 0.22 and 0.62 toward technical."},
		{"more weeks", more, "24 weeks logged of 26. The lean is 0.40 toward technical, and with 90% certainty between 0.20 and 0.60 toward technical. About 5 more weeks like these would make it clear."},
		{"never", never, "24 weeks logged of 26. The lean is 0.05 toward people, and with 90% certainty between 0.15 toward technical and 0.25 toward people. More weeks will not settle it: it is too close to balance."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.ReplaceAll(words.In(words.English).Certainty(tt.result), "\u00a0", " ")
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// Every sentence exists in both languages: none comes out as its id.
func TestFindingIsWorded(t *testing.T) {
	strengths := []lean.Strength{lean.Insufficient, lean.Early, lean.NoClear, lean.Leaning, lean.Clear, lean.Balanced}
	for _, lang := range words.Languages {
		w := words.In(lang)
		for _, strength := range strengths {
			for _, side := range []lean.Side{lean.TechnicalSide, lean.PeopleSide, lean.NoSide} {
				for _, people := range []float64{0.2, 0.5, 0.8} {
					for _, energy := range []float64{-1, 0, 1} {
						r := result(strength, side, people-0.5)
						r.Time = lean.Shares{Technical: 1 - people, People: people}
						r.Energy = lean.Energies{People: energy, HasTechnical: true, HasPeople: true}
						for _, said := range []string{w.Finding(r), w.FindingSide(r), w.Facts(r), w.Certainty(r)} {
							if strings.Contains(said, "finding.") || strings.Contains(said, "lean.") || strings.Contains(said, "<no value>") {
								t.Errorf("%s %s %s: %q", lang, strength, side, said)
							}
						}
					}
				}
			}
		}
	}
}

func TestMovement(t *testing.T) {
	with := func(trend *lean.Trend) lean.Result {
		r := result(lean.Clear, lean.TechnicalSide, -0.4)
		r.Trend = trend
		return r
	}
	early := with(&lean.Trend{PerQuarter: -0.2, Low: -0.3, High: -0.1, P: 0.01})
	early.Verdict.Strength = lean.Insufficient
	tests := []struct {
		name   string
		result lean.Result
		want   string
	}{
		{"too early", early, ""},
		{"under twelve weeks", with(nil), ""},
		{"technical", with(&lean.Trend{PerQuarter: -0.2, Low: -0.3, High: -0.07, P: 0.01}),
			"Over the whole span the lean moved toward technical, by 0.20 a quarter (at 90%, 0.07 to 0.30)."},
		{"people", with(&lean.Trend{PerQuarter: 0.2, Low: 0.07, High: 0.3, P: 0.01}),
			"Over the whole span the lean moved toward people, by 0.20 a quarter (at 90%, 0.07 to 0.30)."},
		{"chance", with(&lean.Trend{PerQuarter: 0.2, Low: -0.1, High: 0.5, P: 0.4}),
			"No steady movement toward either side can be told from chance."},
		{"just told", with(&lean.Trend{PerQuarter: 0.2, Low: 0.01, High: 0.4, P: 0.0999}),
			"Over the whole span the lean moved toward people, by 0.20 a quarter (at 90%, 0.01 to 0.40)."},
		{"just not told", with(&lean.Trend{PerQuarter: 0.2, Low: 0.01, High: 0.4, P: 0.1001}),
			"No steady movement toward either side can be told from chance."},
		{"limits of both signs", with(&lean.Trend{PerQuarter: 0.2, Low: -0.01, High: 0.4, P: 0.09}),
			"No steady movement toward either side can be told from chance."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.ReplaceAll(words.In(words.English).Movement(tt.result), "\u00a0", " ")
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			if got := words.In(words.French).Movement(tt.result); (got == "") != (tt.want == "") || strings.Contains(got, "finding.") {
				t.Errorf("French: %q", got)
			}
		})
	}
}
