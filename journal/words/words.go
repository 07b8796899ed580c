package words

import (
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"heliotrope/assets"
	"heliotrope/journal"
)

// Language is a language of the program.
type Language string

// The languages.
const (
	English Language = "en"
	French  Language = "fr"
)

// Languages lists the languages, the fallback first.
var Languages = []Language{English, French}

// Match returns the language that fits the user's preferences best, given as
// tags or locale names such as "fr_CA.UTF-8", in order of preference.
func Match(wanted ...string) Language {
	matcher := language.NewMatcher([]language.Tag{language.English, language.French})
	tags := make([]language.Tag, 0, len(wanted))
	for _, w := range wanted {
		w, _, _ = strings.Cut(w, ".")
		w, _, _ = strings.Cut(w, "@")
		if tag, err := language.Parse(strings.ReplaceAll(w, "_", "-")); err == nil {
			tags = append(tags, tag)
		}
	}
	_, i, _ := matcher.Match(tags...)
	return Languages[i]
}

// Args fills the gaps of a sentence. Numbers are text, formatted by
// [Words.Number] and the like; "Count" is the number that selects the plural,
// and [Words.Count] fills it.
type Args map[string]any

// Words makes the sentences of one language. It is safe for concurrent use.
type Words struct {
	Language  Language
	own       *i18n.Localizer // of the first person or of a command, or nil
	localizer *i18n.Localizer
	printer   *message.Printer
}

var (
	sentences   = load(assets.Words, "words/*.toml")
	firstPerson = load(assets.Words, "words/first-person/*.toml")
	command     = load(assets.Words, "words/command/*.toml")
)

// load reads the files of the catalog that match pattern. The catalog is part
// of the program, so every test finds a bad one at once.
func load(catalog fs.FS, pattern string) *i18n.Bundle {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	files, err := fs.Glob(catalog, pattern)
	if err != nil {
		panic(fmt.Sprintf("words: %v", err))
	}
	for _, name := range files {
		if _, err := b.LoadMessageFileFS(catalog, name); err != nil {
			panic(fmt.Sprintf("words: %s: %v", name, err))
		}
	}
	return b
}

// In returns the words of one language.
func In(lang Language) *Words {
	return &Words{
		Language:  lang,
		localizer: i18n.NewLocalizer(sentences, string(lang)),
		printer:   message.NewPrinter(language.Make(string(lang))),
	}
}

// FirstPerson returns w for a text whose author is the user: "My answers" in
// place of "Your answers".
func (w *Words) FirstPerson() *Words {
	own := *w
	own.own = i18n.NewLocalizer(firstPerson, string(w.Language))
	return &own
}

// Command returns w for what a command prints: what it advises can be done in a
// shell, where nothing is on screen any more and nothing is saved automatically.
func (w *Words) Command() *Words {
	own := *w
	own.own = i18n.NewLocalizer(command, string(w.Language))
	return &own
}

// Say returns the sentence with the given id, its gaps filled.
func (w *Words) Say(id string, args ...Args) string {
	return w.localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: merge(args, nil)})
}

// Count is Say for a sentence that depends on a whole number n, its gap
// {{.Count}}.
func (w *Words) Count(id string, n int, args ...Args) string {
	return w.localize(&i18n.LocalizeConfig{
		MessageID:    id,
		PluralCount:  min(n, 2), // above two the forms are the same, except for round millions in French
		TemplateData: merge(args, Args{"Count": w.Number(float64(n), 0)}),
	})
}

// localize returns the id of a sentence that the catalog lacks. A test enforces
// that it has every id in use, in every language.
func (w *Words) localize(config *i18n.LocalizeConfig) string {
	if w.own != nil {
		if text, err := w.own.Localize(config); err == nil {
			return text
		}
	}
	text, err := w.localizer.Localize(config)
	if err != nil {
		return config.MessageID
	}
	return text
}

func merge(all []Args, more Args) Args {
	merged := Args{}
	for _, args := range append(all, more) {
		for name, value := range args {
			merged[name] = value
		}
	}
	return merged
}

// Number formats v with the given number of decimals as the language does,
// with a minus sign rather than a hyphen and without a negative zero.
func (w *Words) Number(v float64, decimals int) string {
	if rounded(v, decimals) == 0 {
		v = 0
	}
	return asPrinted.Replace(w.printer.Sprint(number.Decimal(v, number.Scale(decimals))))
}

// rounded returns v as [Words.Number] prints it.
func rounded(v float64, decimals int) float64 {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64)
	return v
}

// asPrinted replaces the hyphen by a minus sign and the narrow no-break space,
// which few fonts have, by the common one.
var asPrinted = strings.NewReplacer("-", "−", "\u202f", "\u00a0")

// Signed is Number with a plus sign before a positive number.
func (w *Words) Signed(v float64, decimals int) string {
	text := w.Number(v, decimals)
	if rounded(v, decimals) > 0 {
		return "+" + text
	}
	return text
}

// Percent formats a share of 1 as whole percents. What is nearly nothing or
// nearly all gets the decimals that show so.
func (w *Words) Percent(share float64) string {
	v, decimals := 100*share, 0
	left := min(v, 100-v)
	for left > 1e-9 && left <= 0.5*math.Pow10(-decimals) {
		decimals++
	}
	return w.Say("number.percent", Args{"Number": w.Number(v, decimals)})
}

// Hours formats hours with as many decimals as they have, or as hours and
// minutes where those are exact and two decimals are not: "1.5 h", "20 min",
// "1 h 20". It returns "" for 0, hours that were not given.
func (w *Words) Hours(hours float64) string {
	if hours == 0 {
		return ""
	}
	if text, ok := w.minutes(hours); ok {
		return text
	}
	return w.Say("number.hours", Args{"Number": w.Decimal(hours)})
}

// HoursAbout is Hours where there is little room: with two decimals, or as many
// as show that it is not 0, and a sign that it is about so if there are more.
func (w *Words) HoursAbout(hours float64) string {
	exact := w.Hours(hours)
	if _, ok := w.minutes(hours); ok {
		return exact
	}
	const most = 20 // decimals that one rounds to
	for decimals := 2; decimals < most; decimals++ {
		scale := math.Pow10(decimals)
		about := w.Say("number.hours", Args{"Number": w.Decimal(math.Round(hours*scale) / scale)})
		if about == exact {
			break
		}
		if math.Round(hours*scale) > 0 {
			return w.Say("number.about", Args{"Number": about})
		}
	}
	return exact
}

// sumError is how far a sum of many hours may be from what it would be if each
// were exact, relative to it.
const sumError = 1e-13

// minutes formats hours in whole minutes, and reports whether that is what they
// are, up to sumError, and takes fewer digits than decimals do.
func (w *Words) minutes(hours float64) (text string, ok bool) {
	all := math.Round(60 * hours)
	if all == 0 || math.Abs(hours-all/60) > sumError*hours || math.Abs(100*hours-math.Round(100*hours)) <= sumError*all {
		return "", false
	}
	h, m := math.Floor(all/60), math.Mod(all, 60)
	if h == 0 {
		return w.Say("number.minutes", Args{"Minutes": w.Number(m, 0)}), true
	}
	return w.Say("number.hours-minutes", Args{"Hours": w.Number(h, 0), "Minutes": fmt.Sprintf("%02.0f", m)}), true
}

// Decimal formats v with all of its decimals, but for those that adding up
// brings: 0.1 and 0.2 are 0.3.
func (w *Words) Decimal(v float64) string {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	_, decimals, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return w.Number(v, len(decimals))
}

// Week names a week as a heading: "Week 47, 2026".
func (w *Words) Week(week journal.Week) string {
	return w.Say("week.name", Args{"Number": week.Number(), "Year": week.Year()})
}

// WeekInline names a week inside a sentence: "week 47 of 2026".
func (w *Words) WeekInline(week journal.Week) string {
	return w.Say("week.inline", Args{"Number": week.Number(), "Year": week.Year()})
}

// Later formats that logged weeks, oldest first, are not included since they come
// after the weeks that are. It returns "" for none.
func (w *Words) Later(weeks []journal.Week) string {
	const most = 3
	var names []string
	for _, week := range weeks[:min(most, len(weeks))] {
		names = append(names, w.WeekInline(week))
	}
	if len(weeks) == 0 {
		return ""
	}
	if len(weeks) > most {
		names = append(names[:most-1], "…", w.WeekInline(weeks[len(weeks)-1]))
	}
	return w.Count("weeks.later", len(weeks), Args{"Weeks": strings.Join(names, ", ")})
}

// WeeksLogged formats how many weeks were logged and how many of the others
// were weeks off: "66 weeks logged, 4 off".
func (w *Words) WeeksLogged(logged, away int) string {
	text := w.Count("weeks.logged", logged)
	if away == 0 {
		return text
	}
	return w.Count("weeks.logged.away", away, Args{"Logged": text})
}

// WeekDates formats a week's days: "16–22 November 2026".
func (w *Words) WeekDates(week journal.Week) string {
	first, last := week.Monday(), week.Sunday()
	id := "week.dates.month"
	switch {
	case first.Year() != last.Year():
		id = "week.dates.year"
	case first.Month() != last.Month():
		id = "week.dates.months"
	}
	return w.Say(id, Args{
		"FromDay": w.day(first), "FromMonth": w.Month(first.Month()), "FromYear": first.Year(),
		"ToDay": w.day(last), "ToMonth": w.Month(last.Month()), "ToYear": last.Year(),
	})
}

// WeeksAgo formats how long before the week of today another one was: "eight weeks
// ago". It returns "" for one that was not before.
func (w *Words) WeeksAgo(week, today journal.Week) string {
	weeks, years := today.Index()-week.Index(), today.Year()-week.Year()
	sameNumber := years > 0 && week.Number() == today.Number()
	switch {
	case weeks <= 0:
		return ""
	case weeks == 1:
		return w.Say("weeks.ago.last")
	case sameNumber && years == 1:
		return w.Say("years.ago.last")
	case sameNumber:
		return w.Say("years.ago", Args{"Years": w.small(years)})
	}
	return w.Say("weeks.ago", Args{"Weeks": w.small(weeks)})
}

// small formats a number inside a sentence, up to nine in words.
func (w *Words) small(n int) string {
	if n < 2 || n > 9 {
		return w.Number(float64(n), 0)
	}
	return w.Say(fmt.Sprintf("number.word.%d", n))
}

// Date formats a day: "22 November 2026".
func (w *Words) Date(t time.Time) string {
	return w.Say("date.day", Args{"Day": w.day(t), "Month": w.Month(t.Month()), "Year": t.Year()})
}

// day formats the day of the month of t. French writes the first one as an
// ordinal.
func (w *Words) day(t time.Time) string {
	if t.Day() == 1 {
		return w.Say("date.first")
	}
	return strconv.Itoa(t.Day())
}

// Month returns the name of a month.
func (w *Words) Month(m time.Month) string { return w.Say(fmt.Sprintf("month.%d", m)) }

// MonthShort returns the short name of a month, for an axis.
func (w *Words) MonthShort(m time.Month) string { return w.Say(fmt.Sprintf("month.short.%d", m)) }

// Kind names a kind of work: the user's own name for it, or the language's.
func (w *Words) Kind(k journal.Kind) string {
	if k.Name != "" {
		return k.Name
	}
	return w.Say("kind." + k.ID)
}

// KindLine names a kind with what it means, if it is built in and was not
// renamed: "Glue work: unblocking, onboarding, noticing what was dropped".
func (w *Words) KindLine(k journal.Kind) string {
	if k.Name != "" {
		return k.Name
	}
	return w.Say("kind.line", Args{"Kind": w.Kind(k), "Meaning": w.KindMeaning(k)})
}

// KindMeaning returns what a built-in kind means, in one line without a period. It
// returns "" for a kind that the user named.
func (w *Words) KindMeaning(k journal.Kind) string {
	if k.Name != "" {
		return ""
	}
	return w.Say("kind." + k.ID + ".meaning")
}

// TrackHeading names a track as a heading.
func (w *Words) TrackHeading(t journal.Track) string { return w.Say("track.heading." + string(t)) }

// Track names a track.
func (w *Words) Track(t journal.Track) string { return w.Say("track." + string(t)) }

// Energies names the points of energy, from drained to energized.
func (w *Words) Energies() []string {
	var names []string
	for _, e := range journal.Energies {
		names = append(names, w.Energy(e))
	}
	return names
}

// MomentNotes formats what a moment of a kind with the given name was like, its
// hours only if they were given: "Debugging · energized · 6 h".
func (w *Words) MomentNotes(kind string, m journal.Moment) string {
	notes := []string{kind, w.Energy(m.Energy)}
	if hours := w.Hours(m.Hours); hours != "" {
		notes = append(notes, hours)
	}
	return strings.Join(notes, " · ")
}

// Energy names a point of the energy scale.
func (w *Words) Energy(e journal.Energy) string { return w.Say(fmt.Sprintf("energy.%d", e)) }

// Role names a role.
func (w *Words) Role(r journal.Role) string { return w.Say("role." + string(r)) }

// EventKind names a kind of event.
func (w *Words) EventKind(k journal.EventKind) string { return w.Say("event.kind." + string(k)) }

// Event names an event: its title, or the role that it begins.
func (w *Words) Event(e journal.Event) string {
	if e.Title != "" {
		return e.Title
	}
	return w.Role(e.Role)
}

// CompanySize formats a built-in company size as a number of people,
// "1,001–5,000 people", and returns any other size as it was written.
func (w *Words) CompanySize(size string) string {
	if slices.Contains(journal.CompanySizes, size) {
		size = digits.ReplaceAllStringFunc(size, func(number string) string {
			n, _ := strconv.Atoi(number)
			return w.Number(float64(n), 0)
		})
		return w.Say("company.size", Args{"Size": strings.ReplaceAll(size, "-", "–")})
	}
	return size
}

var digits = regexp.MustCompile(`[0-9]+`)

// Away returns why a week was not worked: a built-in reason in the language's
// word, any other as it was written.
func (w *Words) Away(reason string) string {
	if reason == journal.OnCall || slices.Contains(journal.AwayReasons, reason) {
		return w.Say("away." + reason)
	}
	return reason
}

// Prompts returns the prompts of the reflection in the order in which they
// rotate.
func (w *Words) Prompts() []string {
	prompts := make([]string, 0, promptCount)
	for i := range promptCount {
		prompts = append(prompts, w.Say(fmt.Sprintf("prompt.%d", i+1)))
	}
	return prompts
}

const promptCount = 8

// PromptIndex returns the index of a prompt among [Words.Prompts], in whatever
// language it was shown, and -1 if it is none of them.
func PromptIndex(prompt string) int {
	if i, ok := promptIndexes()[prompt]; ok {
		return i
	}
	return -1
}

var promptIndexes = sync.OnceValue(func() map[string]int {
	indexes := make(map[string]int)
	for _, l := range Languages {
		for i, prompt := range In(l).Prompts() {
			indexes[prompt] = i
		}
	}
	return indexes
})
