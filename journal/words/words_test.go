package words_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// shown makes the no-break spaces of a text readable in a table: all of them
// become "~".
func shown(text string) string {
	return strings.NewReplacer("\u00a0", "~", "\u202f", "~").Replace(text)
}

// both compares what the two languages make of one thing.
func both(t *testing.T, say func(*words.Words) string, en, fr string) {
	t.Helper()
	if got := shown(say(words.In(words.English))); got != en {
		t.Errorf("English: %q, want %q", got, en)
	}
	if got := shown(say(words.In(words.French))); got != fr {
		t.Errorf("French: %q, want %q", got, fr)
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		v        float64
		decimals int
		en, fr   string
	}{
		{0, 0, "0", "0"},
		{0, 2, "0.00", "0,00"},
		{0.42, 2, "0.42", "0,42"},
		{-0.42, 2, "−0.42", "−0,42"},
		{0.5, 1, "0.5", "0,5"},
		{7, 1, "7.0", "7,0"},
		{12345.678, 1, "12,345.7", "12~345,7"},
		{-1000000, 0, "−1,000,000", "−1~000~000"},
		{-0.004, 2, "0.00", "0,00"}, // no negative zero
		{-0.4, 0, "0", "0"},
		{math.Copysign(0, -1), 1, "0.0", "0,0"},
		{-0.006, 2, "−0.01", "−0,01"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.Number(tt.v, tt.decimals) }, tt.en, tt.fr)
	}
}

// Numbers are those of the Unicode CLDR, but for a minus sign and a no-break space
// that more fonts have.
func TestNumbersOfTheLanguage(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	printed := strings.NewReplacer("-", "−", "\u202f", "\u00a0")
	for _, lang := range words.Languages {
		w, cldr := words.In(lang), message.NewPrinter(language.Make(string(lang)))
		for range 2000 {
			v, decimals := math.Round(random.NormFloat64()*1000)/8*math.Pow10(random.IntN(9)-3), random.IntN(4)
			if math.Abs(v) < 1 {
				v++ // has no negative zero
			}
			want := printed.Replace(cldr.Sprint(number.Decimal(v, number.Scale(decimals))))
			if got := w.Number(v, decimals); got != want {
				t.Errorf("%s: %v with %d decimals is %q, want %q", lang, v, decimals, got, want)
			}
		}
	}
}

func TestSigned(t *testing.T) {
	tests := []struct {
		v        float64
		decimals int
		en, fr   string
	}{
		{2, 0, "+2", "+2"},
		{-2, 0, "−2", "−2"},
		{0, 0, "0", "0"},
		{0.04, 1, "0.0", "0,0"},
		{-0.04, 1, "0.0", "0,0"},
		{0.06, 1, "+0.1", "+0,1"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.Signed(tt.v, tt.decimals) }, tt.en, tt.fr)
	}
}

func TestPercent(t *testing.T) {
	tests := []struct {
		share  float64
		en, fr string
	}{
		{0, "0%", "0~%"},
		{0.584, "58%", "58~%"},
		{1, "100%", "100~%"},
		{-0.001, "0%", "0~%"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.Percent(tt.share) }, tt.en, tt.fr)
	}
}

// Hours have all of their decimals.
func TestHours(t *testing.T) {
	tests := []struct {
		hours  float64
		en, fr string
	}{
		{0.5, "0.5~h", "0,5~h"},
		{1, "1~h", "1~h"},
		{1.25, "1.25~h", "1,25~h"},
		{1.333333, "1.333333~h", "1,333333~h"},
		{1.4999, "1.4999~h", "1,4999~h"},
		{0.1 + 0.2, "0.3~h", "0,3~h"},
		{2.999, "2.999~h", "2,999~h"},
		{1.0 / 3, "20~min", "20~min"},
		{4.0 / 3, "1~h~20", "1~h~20"},
		{61.0 / 60, "1~h~01", "1~h~01"},
		{0.1 + 7.0/30, "20~min", "20~min"},
		{0.333333333333, "0.333333333333~h", "0,333333333333~h"},
		{7 * (1.0 / 3), "2~h~20", "2~h~20"},
		{0.15, "0.15~h", "0,15~h"}, // exact as minutes, too
		{1.0 / 120, "0.00833333333333333~h", "0,00833333333333333~h"},
		{0.004, "0.004~h", "0,004~h"},
		{0.0000016, "0.0000016~h", "0,0000016~h"},
		{1e-9, "0.000000001~h", "0,000000001~h"},
		{0, "", ""}, // not said
		{168, "168~h", "168~h"},
		{1234.5, "1,234.5~h", "1~234,5~h"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.Hours(tt.hours) }, tt.en, tt.fr)
	}
}

// A moment without hours shows none, and a kind that the user named has no meaning
// that is not the user's.
func TestMomentNotesAndKindLines(t *testing.T) {
	m := journal.Moment{Energy: journal.Energized, Hours: 1.5}
	both(t, func(w *words.Words) string { return w.MomentNotes("K", m) }, "K · energized · 1.5~h", "K · énergisant · 1,5~h")
	m.Hours = 0
	both(t, func(w *words.Words) string { return w.MomentNotes("K", m) }, "K · energized", "K · énergisant")
	glue, named := journal.Kind{ID: "glue"}, journal.Kind{ID: "glue", Name: "Errands"}
	both(t, func(w *words.Words) string { return w.KindLine(glue) },
		"Glue work: unblocking, onboarding, noticing what was dropped", "Travail invisible~: débloquer, accueillir, rattraper les oublis")
	both(t, func(w *words.Words) string { return w.KindLine(named) + w.KindMeaning(named) }, "Errands", "Errands")
}

// Where there is little room, hours that have more decimals are marked as
// rounded, and what is not 0 is not shown as 0.
func TestHoursAbout(t *testing.T) {
	tests := []struct {
		hours  float64
		en, fr string
	}{
		{1.5, "1.5~h", "1,5~h"}, {0.25, "0.25~h", "0,25~h"}, {0, "", ""}, {1.0 / 3, "20~min", "20~min"}, {0.1 + 0.2, "0.3~h", "0,3~h"},
		{1.4999, "≈~1.5~h", "≈~1,5~h"}, {2.999, "≈~3~h", "≈~3~h"}, {1.0 / 7, "≈~0.14~h", "≈~0,14~h"}, {0.004, "0.004~h", "0,004~h"},
		{0.00333, "≈~0.003~h", "≈~0,003~h"}, {1e-9, "0.000000001~h", "0,000000001~h"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.HoursAbout(tt.hours) }, tt.en, tt.fr)
	}
}

// A share is 0 % or 100 % only if it is.
func TestPercentNearTheEnds(t *testing.T) {
	tests := []struct {
		share  float64
		en, fr string
	}{
		{0, "0%", "0~%"}, {1, "100%", "100~%"}, {0.004, "0.4%", "0,4~%"}, {0.005, "0.5%", "0,5~%"}, {0.9951, "99.5%", "99,5~%"}, {0.99994, "99.99%", "99,99~%"},
		{0.00001, "0.001%", "0,001~%"}, {1e-12, "0%", "0~%"}, {0.333, "33%", "33~%"}, {1.0 / 3 * 3, "100%", "100~%"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.Percent(tt.share) }, tt.en, tt.fr)
	}
}

// French writes the first day of a month as an ordinal, and only that one.
func TestDate(t *testing.T) {
	tests := []struct {
		date   time.Time
		en, fr string
	}{
		{time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), "1 June 2026", "1er juin 2026"},
		{time.Date(2026, 6, 11, 0, 0, 0, 0, time.UTC), "11 June 2026", "11 juin 2026"},
		{time.Date(2026, 8, 21, 23, 59, 0, 0, time.UTC), "21 August 2026", "21 août 2026"},
		{time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC), "28 February 2026", "28 février 2026"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.Date(tt.date) }, tt.en, tt.fr)
	}
}

func TestWeekDates(t *testing.T) {
	tests := []struct{ week, en, fr string }{
		{"2026-W47", "16–22 November 2026", "du 16 au 22 novembre 2026"},
		{"2026-W23", "1–7 June 2026", "du 1er au 7 juin 2026"},                                       // begins with a month
		{"2026-W09", "23 February – 1 March 2026", "du 23 février au 1er mars 2026"},                 // ends with one
		{"2026-W40", "28 September – 4 October 2026", "du 28 septembre au 4 octobre 2026"},           // within
		{"2026-W53", "28 December 2026 – 3 January 2027", "du 28 décembre 2026 au 3 janvier 2027"},   // across years
		{"2025-W01", "30 December 2024 – 5 January 2025", "du 30 décembre 2024 au 5 janvier 2025"},   // in the earlier year
		{"2022-W52", "26 December 2022 – 1 January 2023", "du 26 décembre 2022 au 1er janvier 2023"}, // to New Year’s Day
		{"2024-W01", "1–7 January 2024", "du 1er au 7 janvier 2024"},                                 // from it
	}
	for _, tt := range tests {
		week, err := journal.ParseWeek(tt.week)
		if err != nil {
			t.Fatal(err)
		}
		both(t, func(w *words.Words) string { return w.WeekDates(week) }, tt.en, tt.fr)
	}
}

func TestWeek(t *testing.T) {
	week, err := journal.ParseWeek("2026-W07")
	if err != nil {
		t.Fatal(err)
	}
	both(t, func(w *words.Words) string { return w.Week(week) }, "Week 7, 2026", "Semaine 7 de 2026")
}

func TestWeekInline(t *testing.T) {
	both(t, func(w *words.Words) string { return w.WeekInline(journal.WeekAt(2968)) }, "week 47 of 2026", "semaine 47 de 2026")
}

func TestLater(t *testing.T) {
	first := journal.WeekOf(time.Date(2027, time.January, 6, 0, 0, 0, 0, time.UTC))
	var weeks []journal.Week
	for i := range 5 {
		weeks = append(weeks, first.Add(i))
	}
	for n, want := range map[int][2]string{
		0: {"", ""},
		1: {"1 week after this period is not included: week 1 of 2027.",
			"1 semaine postérieure à cette période n’est pas incluse : semaine 1 de 2027."},
		3: {"3 weeks after this period are not included: week 1 of 2027, week 2 of 2027, week 3 of 2027.",
			"3 semaines postérieures à cette période ne sont pas incluses : semaine 1 de 2027, semaine 2 de 2027, semaine 3 de 2027."},
		5: {"5 weeks after this period are not included: week 1 of 2027, week 2 of 2027, …, week 5 of 2027.",
			"5 semaines postérieures à cette période ne sont pas incluses : semaine 1 de 2027, semaine 2 de 2027, …, semaine 5 de 2027."},
	} {
		for i, l := range []words.Language{words.English, words.French} {
			if got := strings.ReplaceAll(words.In(l).Later(weeks[:n]), "\u00a0", " "); got != want[i] {
				t.Errorf("%d weeks: got %q, want %q", n, got, want[i])
			}
		}
	}
}

func TestWeeksLogged(t *testing.T) {
	for _, tt := range []struct {
		logged, away int
		en, fr       string
	}{
		{0, 0, "0 weeks logged", "0 semaine remplie"},
		{1, 0, "1 week logged", "1 semaine remplie"},
		{66, 4, "66 weeks logged, 4 off", "66 semaines remplies, 4 d’absence"},
		{1234, 1, "1,234 weeks logged, 1 off", "1~234 semaines remplies, 1 d’absence"},
	} {
		both(t, func(w *words.Words) string { return w.WeeksLogged(tt.logged, tt.away) }, tt.en, tt.fr)
	}
}

// Only the sizes that are offered are formatted.
func TestCompanySize(t *testing.T) {
	for _, tt := range []struct{ size, en, fr string }{
		{"51-250", "51–250 people", "51–250 personnes"},
		{"1001-5000", "1,001–5,000 people", "1~001–5~000 personnes"},
		{"5001+", "5,001+ people", "5~001+ personnes"},
		{"1001-2000", "1001-2000", "1001-2000"},
	} {
		both(t, func(w *words.Words) string { return w.CompanySize(tt.size) }, tt.en, tt.fr)
	}
}

// No number has the narrow no-break space, which few fonts have.
func TestNumberSpace(t *testing.T) {
	for _, lang := range words.Languages {
		if got := words.In(lang).Number(-1234567.8, 1); strings.ContainsAny(got, " \u202f-") {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// Nothing is plural in English and singular in French.
func TestCount(t *testing.T) {
	tests := []struct {
		id     string
		n      int
		en, fr string
	}{
		{"count.weeks", 0, "0 weeks", "0~semaine"},
		{"count.weeks", 1, "1 week", "1~semaine"},
		{"count.weeks", 2, "2 weeks", "2~semaines"},
		{"count.moments", 0, "0 moments", "0~moment"},
		{"count.moments", 1, "1 moment", "1~moment"},
		{"count.moments", 1234, "1,234 moments", "1~234~moments"},
		{"count.same", 0, "0 were already there", "0 y était déjà"},
		{"count.same", 1, "1 was already there", "1 y était déjà"},
		{"count.same", 2, "2 were already there", "2 y étaient déjà"},
	}
	for _, tt := range tests {
		both(t, func(w *words.Words) string { return w.Count(tt.id, tt.n) }, tt.en, tt.fr)
	}
}

// Round millions, for which French has a separate form, are formatted as well.
func TestCountNeverFails(t *testing.T) {
	for _, lang := range words.Languages {
		for id, s := range catalog(t, lang) {
			if !s.plural() {
				continue
			}
			for _, n := range []int{0, 1, 2, 11, 21, 100, 1_000_000, 2_000_000} {
				if said := words.In(lang).Count(id, n); said == id || said == "" {
					t.Errorf("%s: %s is not said of %d", lang, id, n)
				}
			}
		}
	}
}

func TestMatch(t *testing.T) {
	tests := []struct {
		wanted []string
		want   words.Language
	}{
		{nil, words.English},
		{[]string{""}, words.English},
		{[]string{"C"}, words.English},
		{[]string{"C.UTF-8"}, words.English},
		{[]string{"POSIX"}, words.English},
		{[]string{"en"}, words.English},
		{[]string{"en_GB.UTF-8"}, words.English},
		{[]string{"fr"}, words.French},
		{[]string{"fr-FR"}, words.French},
		{[]string{"fr_CA.UTF-8"}, words.French},
		{[]string{"fr_BE@euro"}, words.French},
		{[]string{"fr_CH.ISO-8859-1@euro"}, words.French},
		{[]string{"de_DE"}, words.English},
		{[]string{"de_DE.UTF-8", "fr_FR.UTF-8"}, words.French},
		{[]string{"de", "en", "fr"}, words.English},
		{[]string{"not a locale", "fr"}, words.French},
		{[]string{"\x00", "🦘"}, words.English},
	}
	for _, tt := range tests {
		if got := words.Match(tt.wanted...); got != tt.want {
			t.Errorf("Match(%q) = %s, want %s", tt.wanted, got, tt.want)
		}
	}
}

// What the user calls something is left as it is; what the program calls it is
// said in the language.
func TestNames(t *testing.T) {
	kind := func(k journal.Kind) func(*words.Words) string {
		return func(w *words.Words) string { return w.Kind(k) }
	}
	both(t, kind(journal.Kind{ID: "review"}), "Code review", "Revue de code")
	both(t, kind(journal.Kind{ID: "review", Name: "Reading"}), "Reading", "Reading")
	both(t, kind(journal.Kind{ID: "mine", Name: "Garden leave"}), "Garden leave", "Garden leave")

	event := func(e journal.Event) func(*words.Words) string {
		return func(w *words.Words) string { return w.Event(e) }
	}
	both(t, event(journal.Event{Title: "Moved", Role: journal.RoleManager}), "Moved", "Moved")
	both(t, event(journal.Event{Role: journal.RoleManager}), "Engineering manager", "Engineering manager")

	away := func(reason string) func(*words.Words) string {
		return func(w *words.Words) string { return w.Away(reason) }
	}
	both(t, away("parental"), "Parental or family leave", "Congé parental ou familial")
	both(t, away("between-jobs"), "Between jobs", "Entre deux postes")
	both(t, away("on-call"), "On call", "Astreinte") // as earlier versions wrote it
	both(t, away("jury duty"), "jury duty", "jury duty")
	both(t, away(""), "", "")
}

// The domain's values all have names of their own.
func TestEverythingHasAName(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		names := make(map[string]bool)
		check := func(area, name string) {
			t.Helper()
			key := area + name
			if name == "" || strings.HasPrefix(name, area+".") || names[key] {
				t.Errorf("%s: %q is no name of its own for a %s", lang, name, area)
			}
			names[key] = true
		}
		for _, k := range journal.BuiltInKinds() {
			check("kind", w.Kind(k))
		}
		for _, track := range journal.Tracks {
			check("track", w.Track(track))
		}
		for _, e := range journal.Energies {
			check("energy", w.Energy(e))
		}
		for _, r := range journal.Roles {
			check("role", w.Role(r))
		}
		for _, k := range journal.EventKinds {
			check("event", w.EventKind(k))
		}
		for m := time.January; m <= time.December; m++ {
			check("month", w.Month(m))
			check("month.short", w.MonthShort(m))
		}
		for i, p := range w.Prompts() {
			check("prompt", p)
			if got := words.PromptIndex(p); got != i {
				t.Errorf("the prompt %q has index %d, want %d", p, got, i)
			}
		}
	}
}

// An id that the catalog has not is shown rather than nothing.
func TestUnknownSentence(t *testing.T) {
	both(t, func(w *words.Words) string { return w.Say("no.such.id") }, "no.such.id", "no.such.id")
}
