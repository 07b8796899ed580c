package guess_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/guess"
)

// score counts guesses.
type score struct {
	n, first, three int // moments, and those whose kind is the first guess, or one of the first three
	all             []outcome
}

// outcome is the probability of a first guess, and whether it is right.
type outcome struct {
	p           float64
	sure, right bool
}

func (s *score) add(guesses []guess.Guess, kind string) {
	at := slices.IndexFunc(guesses, func(g guess.Guess) bool { return g.Kind == kind })
	s.n++
	if at == 0 {
		s.first++
	}
	if at >= 0 && at < 3 {
		s.three++
	}
	s.all = append(s.all, outcome{guesses[0].P, guesses[0].Sure(), at == 0})
}

// shown returns the shares of moments whose guess is shown and of those guesses
// that are right.
func (s *score) shown(sure func(outcome) bool) (share, precision float64) {
	shown, right := 0, 0
	for _, o := range s.all {
		if sure(o) {
			shown++
			if o.right {
				right++
			}
		}
	}
	return percent(shown, s.n), percent(right, shown)
}

func percent(part, of int) float64 { return 100 * float64(part) / float64(max(of, 1)) }

func (s *score) String() string {
	shown, precision := s.shown(func(o outcome) bool { return o.sure })
	return fmt.Sprintf("%d moments: first guess right %.0f%%, one of three %.0f%%, asked %.0f%%, right where shown %.0f%%",
		s.n, percent(s.first, s.n), percent(s.three, s.n), 100-shown, precision)
}

// curve formats what is shown and right from each probability on.
func (s *score) curve() string {
	var b strings.Builder
	for p := 0.3; p < 0.95; p += 0.1 {
		shown, precision := s.shown(func(o outcome) bool { return o.p >= p })
		fmt.Fprintf(&b, "  from %.1f: %3.0f%% shown, %3.0f%% of them right\n", p, shown, precision)
	}
	return b.String()
}

func sample(t testing.TB, lang string) (journal.Kinds, []journal.Entry) {
	t.Helper()
	data, err := assets.Samples.ReadFile("sample." + lang + ".json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := exchange.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return append(journal.BuiltInKinds(), c.Kinds...), c.Entries
}

// held returns the moments of testdata/moments.LANG.txt, which nothing learned.
func held(t testing.TB, lang string) []journal.Moment {
	t.Helper()
	data, err := os.ReadFile("testdata/moments." + lang + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var moments []journal.Moment
	for line := range strings.Lines(string(data)) {
		if kind, text, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			moments = append(moments, journal.Moment{Kind: kind, Text: text})
		}
	}
	return moments
}

// TestAccuracy measures guesses of moments that were not learned, and that they are
// about as good as the manual shows.
func TestAccuracy(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		kinds, entries := sample(t, lang)
		plain, empty, past := guess.New(journal.BuiltInKinds(), nil), guess.New(kinds, nil), guess.New(kinds, nil)
		var others, seeds, before, without score
		for _, m := range held(t, lang) {
			others.add(plain.Kinds(m.Text, nil), m.Kind)
		}
		for i, e := range entries {
			rest := guess.New(kinds, slices.Delete(slices.Clone(entries), i, i+1))
			for _, m := range e.Moments {
				seeds.add(empty.Kinds(m.Text, nil), m.Kind)
				before.add(past.Kinds(m.Text, m.Tags), m.Kind)
				without.add(rest.Kinds(m.Text, m.Tags), m.Kind)
			}
			for _, m := range e.Moments {
				past.Learn(m)
			}
		}
		for _, tt := range []struct {
			what                           string
			s                              *score
			first, three, shown, precision float64 // at least, in percent
		}{
			{"empty journal, plain texts", &others, 67, 80, 60, 80},
			{"empty journal, sample", &seeds, 27, 44, 10, 55},
			{"sample, from the weeks before", &before, 42, 64, 33, 65},
			{"sample, without the week itself", &without, 47, 71, 40, 66},
		} {
			t.Logf("%s, %s: %v\n%s", lang, tt.what, tt.s, tt.s.curve())
			shown, precision := tt.s.shown(func(o outcome) bool { return o.sure })
			if percent(tt.s.first, tt.s.n) < tt.first || percent(tt.s.three, tt.s.n) < tt.three || shown < tt.shown || precision < tt.precision {
				t.Errorf("%s, %s: %v; want at least %.0f%%, %.0f%%, %.0f%% shown, %.0f%% right", lang, tt.what, tt.s, tt.first, tt.three, tt.shown, tt.precision)
			}
		}
	}
}
