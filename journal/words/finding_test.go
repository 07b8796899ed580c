package words_test

import (
	"fmt"
	"testing"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// TestFindingSides checks that the sides of a title are found in it, in order.
func TestFindingSides(t *testing.T) {
	r := opposed()
	for lang, want := range map[words.Language]string{
		words.English: "[{people work people} {technical work technical}]",
		words.French:  "[{l’encadrement people} {la technique technical}]",
	} {
		if got := fmt.Sprint(words.In(lang).FindingSides(r)); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
	r.Time.State, r.Time.Levels[0].Low90 = lean.Open, -0.1
	for lang, want := range map[words.Language]string{
		words.English: "[{Technical work technical}]",
		words.French:  "[{La technique technical}]",
	} {
		if got := fmt.Sprint(words.In(lang).FindingSides(r)); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

// TestLinesAtTheirBounds checks that a rounded figure never says another thing than
// the words next to it.
func TestLinesAtTheirBounds(t *testing.T) {
	timeAt := func(s lean.State, mid, low, high, people float64) lean.Result {
		r := opposed()
		r.Time.State = s
		r.Time.Levels = []lean.Level{{Mid: mid, Low90: low, High90: high, ProbabilityPeople: people}}
		return r
	}
	energyAt := func(s lean.State, mid, low, high, people float64) lean.Result {
		r := opposed()
		r.Energy.State = s
		r.Energy.Levels = []lean.Level{{Mid: mid, Low90: low, High90: high, ProbabilityPeople: people}}
		return r
	}
	ofTime := func(r lean.Result) func(*words.Words) string {
		return func(w *words.Words) string { return w.TimeLine(r) }
	}
	ofEnergy := func(r lean.Result) func(*words.Words) string {
		return func(w *words.Words) string { return w.EnergyLine(r) }
	}
	both(t, ofTime(timeAt(lean.People, 0.006, -0.2, 0.3, 0.83)),
		"About 50.3% of your time is on the people side, very likely between 40 and 65%. It is likely the larger side, and has been named since week 22 of 2026.",
		"Environ 50,3~% de votre temps est du côté encadrement, très probablement entre 40 et 65~%. C’est probablement le plus grand des deux côtés, nommé depuis la semaine 22 de 2026.")
	both(t, ofTime(timeAt(lean.Open, 0.14, -0.002, 0.28, 0.95)),
		"About 57% of your time is on the people side, very likely between 49.9 and 64%. Either side may be the larger.",
		"Environ 57~% de votre temps est du côté encadrement, très probablement entre 49,9 et 64~%. Chacun des deux côtés peut être le plus grand.")
	both(t, ofTime(timeAt(lean.Open, 0.14, 0.0002, 0.28, 0.95)),
		"About 57% of your time is on the people side, very likely between 50.1 and 64%. That has not been certain for long enough to name a side.",
		"Environ 57~% de votre temps est du côté encadrement, très probablement entre 50,1 et 64~%. Ce n’est pas sûr depuis assez longtemps pour nommer un côté.")
	both(t, ofEnergy(energyAt(lean.Technical, -0.15, -0.34, 0.04, 0.1)),
		"A technical moment gives you about 0.1~points more than a people one, very likely between 0 and 0.3. Technical work is very likely ahead, and has been named since week 20 of 2026.",
		"Un moment de technique vous donne environ 0,1~point de plus qu’un moment d’encadrement, très probablement entre 0 et 0,3. La technique est très probablement en tête. Ce côté est nommé depuis la semaine 20 de 2026.")
	both(t, ofEnergy(energyAt(lean.Technical, -0.2, -0.5, 0.1, 0.17)),
		"After a technical moment you are very likely between 0.1~points lower and 0.5~points higher than after a people one. Technical work is likely ahead, and has been named since week 20 of 2026.",
		"Un moment de technique vous laisse très probablement entre 0,1~point de moins et 0,5~point de plus qu’un moment d’encadrement. La technique est probablement en tête. Ce côté est nommé depuis la semaine 20 de 2026.")
	both(t, ofEnergy(energyAt(lean.Even, -0.1, -0.31, 0.11, 0.3)),
		"Technical and people moments leave you about the same: they very likely differ by at most 0.3~points.",
		"Technique et encadrement vous laissent à peu près autant~: l’écart est très probablement de 0,3~point au plus.")
}

// TestVerbs checks that nothing that drains is said to give energy, and that what
// may do either is said to do neither.
func TestVerbs(t *testing.T) {
	rating := func(mean, half float64) lean.Rating {
		return lean.Rating{N: 40, Mean: mean, Low: mean - half, High: mean + half}
	}
	for _, tt := range []struct {
		technical, people lean.Rating
		en, fr            string
	}{
		{rating(1, 0.2), rating(0.3, 0.2), "technical work gives you more energy", "la technique vous donne plus d’énergie"},
		{rating(1, 0.2), rating(-0.1, 0.2), "technical work gives you more energy", "la technique vous donne plus d’énergie"},
		{rating(0.1, 0.2), rating(-0.5, 0.2), "technical work gives you more energy", "la technique vous donne plus d’énergie"},
		{rating(0.04, 0.2), rating(-0.5, 0.2), "technical work leaves you with more energy", "la technique vous laisse plus d’énergie"},
		{rating(-0.1, 0.2), rating(-0.5, 0.2), "technical work leaves you with more energy", "la technique vous laisse plus d’énergie"},
		{rating(-0.3, 0.2), rating(-1, 0.2), "technical work drains you less", "la technique vous prend moins d’énergie"},
		{rating(0.5, 0.2), rating(-1, 0.2), "technical work gives you energy while people work takes it", "la technique vous donne de l’énergie alors que l’encadrement vous en prend"},
	} {
		r := opposed()
		r.Energy.Tracks.Technical, r.Energy.Tracks.People = tt.technical, tt.people
		both(t, func(w *words.Words) string { return w.Finding(r) },
			"You spend more time on people work, but "+tt.en, "Vous consacrez plus de temps à l’encadrement, mais "+tt.fr)
	}
}
