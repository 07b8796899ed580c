package recall_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/recall"
)

func past(texts ...string) *recall.Past {
	p := recall.New(nil)
	for _, text := range texts {
		p.Add(journal.Moment{Text: text, Kind: "coding"})
	}
	return p
}

func want(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestMomentsBeginWithWhatIsTyped(t *testing.T) {
	p := past("1:1 with Ines", "Lunch with Ines", "Débogage du nœud", "Ines showed the plan", "Found a leak")
	for _, tt := range []struct {
		typed string
		want  []string
	}{
		{"1:1 w", []string{"1:1 with Ines"}},
		{"  1:1", []string{"1:1 with Ines"}},
		{"debo", []string{"Débogage du nœud"}},
		{"DÉBOGAGE DU NOEUD", []string{"Débogage du nœud"}},
		{"Found a leak", nil}, // nothing to add
		{"found a leak", []string{"Found a leak"}},
		{"ines", []string{"Ines showed the plan", "Lunch with Ines", "1:1 with Ines"}}, // its beginning before a word of it
		{"ines 1", []string{"1:1 with Ines"}},                                          // in any order
		{"nes", nil},
		{"ines  lu", []string{"Lunch with Ines"}},
		{"x", nil},
		{"\x00\xff", nil},
	} {
		want(t, tt.typed, p.Moments(tt.typed, 9), tt.want...)
	}
	want(t, "two", p.Moments("ines", 2), "Ines showed the plan", "Lunch with Ines")
	want(t, "none", p.Moments("ines", 0))
	want(t, "nothing typed", p.Moments("", 2), "Found a leak", "Ines showed the plan")
	want(t, "10 MB", p.Moments(strings.Repeat("ines ", 2<<20), 9))
	want(t, "nothing written", past().Moments("", 9))
}

func TestOftenAndLatelyUsedComesFirst(t *testing.T) {
	texts := []string{"Standup A", "Standup B", "Standup B", "Standup B", "Standup C"}
	want(t, "often", past(texts...).Moments("stand", 9), "Standup B", "Standup C", "Standup A")
	for i := range 5 * recall.Lately {
		texts = append(texts, fmt.Sprint("Something ", i))
	}
	want(t, "lately", past(append(texts, "Standup A")...).Moments("stand", 9), "Standup A", "Standup B", "Standup C")
}

func TestSameLettersAreOfferedOnceAsLastWritten(t *testing.T) {
	p := past("Revue de code", "REVUE  DE CODE", "Révue de code")
	want(t, "texts", p.Moments("revue", 9), "Révue de code")
	p.Add(journal.Moment{Text: "Two\n\tlines", Tags: []string{"Équipe"}})
	p.Add(journal.Moment{Text: "More", Tags: []string{"équipe", "Équipe mobile", "mobile"}})
	want(t, "lines", p.Moments("two", 9), "Two lines")
	want(t, "tags", p.Tags("equ", 9), "équipe", "Équipe mobile")
	want(t, "tags with #", p.Tags("#EQU", 1), "équipe")
	want(t, "words of tags", p.Tags("mob", 9), "mobile", "Équipe mobile")
	want(t, "any tag", p.Tags("", 1), "équipe")
}

func TestPrivateIsNotOffered(t *testing.T) {
	p := past("Talked with the union")
	p.Add(journal.Moment{Text: "Talked about my salary", Private: true, Tags: []string{"salary"}, Kind: "team"})
	p.Add(journal.Moment{Text: "talked with the Union", Private: true})
	p.Add(journal.Moment{Text: "Talked with the union"})
	want(t, "texts", p.Moments("talk", 9))
	want(t, "tags", p.Tags("sal", 9))
	if n := p.Uses("team"); n != 1 {
		t.Errorf("team is used %d times", n)
	}
}

func TestUsesAreOfTheLastMoments(t *testing.T) {
	week, _ := journal.ParseWeek("2026-W40")
	moments := slices.Repeat([]journal.Moment{{Text: "x", Kind: "coding"}}, recall.Lately)
	p := recall.New([]journal.Entry{{Week: week, Moments: moments}, {Week: week.Add(1), Moments: []journal.Moment{{Text: "y", Kind: "team"}}}})
	if coding, team, none := p.Uses("coding"), p.Uses("team"), p.Uses("hiring"); coding != recall.Lately-1 || team != 1 || none != 0 {
		t.Errorf("%d, %d and %d", coding, team, none)
	}
}

// tenYears returns 520 weeks of 20 moments, most of them written once.
func tenYears() []journal.Entry {
	week, _ := journal.ParseWeek("2016-W40")
	var entries []journal.Entry
	for i := range 520 {
		e := journal.Entry{Week: week.Add(i)}
		for j := range 20 {
			e.Moments = append(e.Moments, journal.Moment{
				Text: fmt.Sprintf("Trouvé la fuite %d dans le nœud %d, puis relu le correctif avec Inès pour l’équipe", i*20+j, j),
				Tags: []string{fmt.Sprint("équipe ", j), fmt.Sprint("projet ", i)},
			})
		}
		entries = append(entries, e)
	}
	return entries
}

func BenchmarkNew(b *testing.B) {
	entries := tenYears()
	for b.Loop() {
		recall.New(entries)
	}
}

func BenchmarkMoments(b *testing.B) {
	p := recall.New(tenYears())
	for _, typed := range []string{"t", "trouve la fuite 99", "inès cor", "xyz", "a e i o u " + strings.Repeat("tr ", 2000)} {
		b.Run(fmt.Sprintf("%.10s", typed), func(b *testing.B) {
			for b.Loop() {
				p.Moments(typed, 8)
			}
		})
	}
}

func BenchmarkTags(b *testing.B) {
	p := recall.New(tenYears())
	for b.Loop() {
		p.Tags("#pro", 8)
	}
}
