package guess_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/guess"
)

func first(g *guess.Guesser, text string, tags ...string) guess.Guess { return g.Kinds(text, tags)[0] }

func moment(kind, text string, tags ...string) journal.Moment {
	return journal.Moment{Kind: kind, Text: text, Tags: tags}
}

func TestAnEmptyJournalGuessesFromTheCatalog(t *testing.T) {
	g := guess.New(journal.BuiltInKinds(), nil)
	for _, tt := range []struct{ text, kind string }{
		{"1:1 with Ines", "one-on-one"},
		{"1-1 with Ines", "one-on-one"},
		{"1on1s", "one-on-one"},
		{"1–1 Ines", "one-on-one"},
		{"1 to 1 with Ines", "one-on-one"},
		{"one on one with Ines", "one-on-one"},
		{"POINT HEBDO avec Inès", "one-on-one"},
		{"Reviewed three pull requests", "review"},
		{"relecture d’une PR de Léa", "review"},
		{"Found the leak in the pool", "debugging"},
		{"Trouvé la fuite mémoire", "debugging"},
		{"TROUVE LA FUITE MEMOIRE", "debugging"},
		{"On-call week", "incident"},
		{"Semaine d'astreinte", "incident"},
		{"Entretien avec un candidat", "hiring"},
		{"Code review de la PR de Léa", "review"}, // English terms in French
	} {
		if got := first(g, tt.text); got.Kind != tt.kind || !got.Sure() {
			t.Errorf("%q: %v, want %s for sure", tt.text, got, tt.kind)
		}
	}
}

func TestATagIsReadToo(t *testing.T) {
	g := guess.New(journal.BuiltInKinds(), nil)
	if got := first(g, "Thursday with Noor", "Hiring interviews"); got.Kind != "hiring" || !got.Sure() {
		t.Errorf("%v", got)
	}
}

func TestCapitalsAndAccentsMakeNoDifference(t *testing.T) {
	kinds, entries := sample(t, "fr")
	g := guess.New(kinds, entries)
	for _, m := range entries[5].Moments {
		for _, other := range []string{strings.ToUpper(m.Text), strings.ToLower(m.Text), strings.NewReplacer("é", "e", "à", "a", "’", "'").Replace(m.Text)} {
			if a, b := g.Kinds(m.Text, m.Tags), g.Kinds(other, m.Tags); !slices.Equal(a, b) {
				t.Errorf("%q: %v, and %v for %q", m.Text, a[0], b[0], other)
			}
		}
	}
}

func TestWhatIsNotUnderstoodIsAsked(t *testing.T) {
	_, entries := sample(t, "en")
	// Nearly all of this journal is of one kind, which must not be guessed of anything.
	var coding journal.Entry
	coding.Week = entries[0].Week
	for range 500 {
		coding.Moments = append(coding.Moments, moment("coding", "Added the endpoint"))
	}
	for _, g := range []*guess.Guesser{
		guess.New(journal.BuiltInKinds(), nil), guess.New(journal.BuiltInKinds(), entries), guess.New(journal.BuiltInKinds(), []journal.Entry{coding}),
	} {
		for _, text := range []string{
			"", " ", "\n", "\x00\x01\x1b[31m", "\xff\xfe", "…", "😀", "12345", "修复了支付服务的超时问题", "Ödeme servisindeki zaman aşımını düzelttim",
			strings.Repeat("修复", 5<<20/3), strings.Repeat("qwx ", 10<<18), strings.Repeat("\x00", 10<<20),
		} {
			guesses := g.Kinds(text, nil)
			if len(guesses) != len(journal.BuiltInKinds()) {
				t.Fatalf("%d guesses", len(guesses))
			}
			if guesses[0].Sure() {
				t.Errorf("%.40q: %v", text, guesses[0])
			}
		}
	}
}

func TestProbabilitiesAddUp(t *testing.T) {
	kinds, entries := sample(t, "fr")
	g := guess.New(kinds, entries)
	long := strings.Repeat("entretien candidat ", 10<<20/19)
	for _, text := range []string{"", "1:1", "Revue de code", entries[3].Moments[0].Text, long} {
		sum, before := 0.0, 1.0
		for _, k := range g.Kinds(text, []string{"seatlock"}) {
			if !(k.P >= 0 && k.P <= before) {
				t.Errorf("%.40q: %v after %v", text, k, before)
			}
			sum, before = sum+k.P, k.P
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("%.40q: probabilities add up to %v", text, sum)
		}
	}
	if got := first(g, long); got.Kind != "hiring" {
		t.Errorf("a long text is %v", got)
	}
}

func TestOwnMomentsTeach(t *testing.T) {
	g := guess.New(journal.BuiltInKinds(), nil)
	const text = "Zebra gallop past quokkas"
	if got := first(g, text); got.Sure() {
		t.Fatalf("%v before it was learned", got)
	}
	g.Learn(moment("team", text))
	g.Learn(moment("team", "Zebra gallop again", "zoo"))
	g.Learn(moment("no such kind", text))
	if got := first(g, "zebra GALLOP"); got.Kind != "team" || !got.Sure() {
		t.Errorf("%v after it was learned", got)
	}
	if got := first(g, "Something else", "Zoo"); got.Kind != "team" {
		t.Errorf("%v for the tag", got)
	}
}

func TestACorrectedGuessIsNotRepeated(t *testing.T) {
	_, entries := sample(t, "en")
	for _, entries := range [][]journal.Entry{nil, entries} {
		g := guess.New(journal.BuiltInKinds(), entries)
		for _, tt := range []struct{ text, guessed, corrected string }{
			{"PR reviews", "review", "glue"},
			{"Interview", "hiring", "team"},
			{"1:1 with Paul", "one-on-one", "mentoring"},
		} {
			if got := first(g, tt.text); got.Kind != tt.guessed || !got.Sure() {
				t.Fatalf("%q: %v, want %s", tt.text, got, tt.guessed)
			}
			g.Learn(moment(tt.corrected, tt.text))
			if got := first(g, strings.ToUpper(tt.text)); got.Kind != tt.corrected || !got.Sure() {
				t.Errorf("%q: %v after %s was chosen", tt.text, got, tt.corrected)
			}
		}
	}
}

func TestRecentMomentsWeighMore(t *testing.T) {
	week, _ := journal.ParseWeek("2026-W40")
	entries := []journal.Entry{
		{Week: week, Moments: []journal.Moment{moment("planning", "Zebra gallop"), moment("planning", "Zebra gallop")}},
		{Week: week.Add(-200), Moments: []journal.Moment{moment("team", "Zebra gallop"), moment("team", "Zebra gallop"), moment("team", "Zebra gallop")}},
	}
	if got := first(guess.New(journal.BuiltInKinds(), entries), "Zebra gallop"); got.Kind != "planning" {
		t.Errorf("%v, want what it was lately", got)
	}
}

func TestKindsOfTheUserAreKnownByTheirNames(t *testing.T) {
	kinds := append(journal.BuiltInKinds(), journal.Kind{ID: "own", Name: "Customer visits", Track: journal.Both})
	for i := range kinds {
		if kinds[i].ID == "review" {
			kinds[i].Name = "Gardening"
		}
	}
	g := guess.New(kinds, nil)
	for _, tt := range []struct{ text, kind string }{
		{"Visited a customer in Lyon", "own"},
		{"customer visit", "own"},
		{"Gardening all day", "review"},
		{"Reviewed three pull requests", "review"},
	} {
		if got := first(g, tt.text); got.Kind != tt.kind {
			t.Errorf("%q: %v, want %s", tt.text, got, tt.kind)
		}
	}
	for _, k := range guess.New(kinds[1:], nil).Kinds("Whiteboard session on the new architecture", nil) {
		if k.Kind == kinds[0].ID {
			t.Errorf("%s is guessed and not in the catalog", k.Kind)
		}
	}
	if got := guess.New(nil, nil).Kinds("anything", nil); len(got) != 0 {
		t.Errorf("%v without any kind", got)
	}
}

// tenYears returns 520 weeks of 20 moments whose words are those of the sample.
func tenYears(tb testing.TB, lang string) (journal.Kinds, []journal.Entry) {
	kinds, entries := sample(tb, lang)
	var all []journal.Moment
	for _, e := range entries {
		all = append(all, e.Moments...)
	}
	week := entries[0].Week
	var decade []journal.Entry
	for i := range 520 {
		e := journal.Entry{Week: week.Add(i)}
		for j := range 20 {
			m := all[(i*20+j)%len(all)]
			m.Text += fmt.Sprintf(" %v, ticket%d", all[(i*7+j*13)%len(all)].Tags, (i*20+j)/3)
			e.Moments = append(e.Moments, m)
		}
		decade = append(decade, e)
	}
	return kinds, decade
}

func BenchmarkNew(b *testing.B) {
	for _, lang := range []string{"en", "fr"} {
		kinds, entries := tenYears(b, lang)
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				guess.New(kinds, entries)
			}
		})
	}
	b.Run("empty", func(b *testing.B) {
		for b.Loop() {
			guess.New(journal.BuiltInKinds(), nil)
		}
	})
}

func BenchmarkKinds(b *testing.B) {
	kinds, entries := tenYears(b, "fr")
	g := guess.New(kinds, entries)
	for _, tt := range []struct{ name, text string }{
		{"moment", entries[100].Moments[3].Text},
		{"longest", strings.Repeat(entries[100].Moments[3].Text+" ", 1000)},
	} {
		b.Run(tt.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Kinds(tt.text, []string{"seatlock"})
			}
		})
	}
}
