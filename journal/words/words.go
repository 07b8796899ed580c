package words

import (
	"fmt"
	"io/fs"
	"math"
	"strconv"
	"strings"
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

// FirstPerson returns w for a text whose author is the user: "My work leans
// technical" in place of "Your work leans technical".
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
	scale := math.Pow10(decimals)
	if math.Round(v*scale) == 0 {
		v = 0
	}
	return asPrinted.Replace(w.printer.Sprint(number.Decimal(v, number.Scale(decimals))))
}

// asPrinted replaces the hyphen by a minus sign and the narrow no-break space,
// which few fonts have, by the common one.
var asPrinted = strings.NewReplacer("-", "−", "\u202f", "\u00a0")

// Signed is Number with a plus sign before a positive number.
func (w *Words) Signed(v float64, decimals int) string {
	text := w.Number(v, decimals)
	if math.Round(v*math.Pow10(decimals)) > 0 {
		return "+" + text
	}
	return text
}

// Percent formats a share of 1 as whole percents.
func (w *Words) Percent(share float64) string {
	return w.Say("number.percent", Args{"Number": w.Number(100*share, 0)})
}

// Hours formats hours with as many decimals as they need, at most two, or as
// hours and minutes where those are exact and two decimals are not: "1.5 h",
// "20 min", "1 h 20". What is shorter than a hundredth of an hour gets the decimals
// that it needs.
func (w *Words) Hours(hours float64) string {
	if text, ok := w.minutes(hours); ok {
		return text
	}
	return w.Say("number.hours", Args{"Number": w.decimalHours(hours)})
}

// HoursTyped is Hours for a field that takes hours: without a unit where none
// is needed.
func (w *Words) HoursTyped(hours float64) string {
	if text, ok := w.minutes(hours); ok {
		return text
	}
	return w.decimalHours(hours)
}

// minutes formats hours in whole minutes, and reports whether that takes fewer
// digits than decimals do.
func (w *Words) minutes(hours float64) (text string, ok bool) {
	all := math.Round(60 * hours)
	if all == 0 || math.Abs(60*hours-all) > 1e-9*all || math.Abs(100*hours-math.Round(100*hours)) <= 1e-9*all {
		return "", false
	}
	h, m := math.Floor(all/60), math.Mod(all, 60)
	if h == 0 {
		return w.Say("number.minutes", Args{"Minutes": w.Number(m, 0)}), true
	}
	return w.Say("number.hours-minutes", Args{"Hours": w.Number(h, 0), "Minutes": fmt.Sprintf("%02.0f", m)}), true
}

// decimalHours is Decimal, but not 0 for what is not 0.
func (w *Words) decimalHours(hours float64) string {
	for decimals := 3; hours != 0 && math.Abs(hours) < 0.005 && decimals <= 12; decimals++ {
		if math.Round(hours*math.Pow10(decimals)) != 0 {
			return w.Number(hours, decimals)
		}
	}
	return w.Decimal(hours)
}

// Decimal formats v with at most two decimals and no trailing zero.
func (w *Words) Decimal(v float64) string {
	for decimals := range 2 {
		scale := math.Pow10(decimals)
		if math.Abs(v*scale-math.Round(v*scale)) < 0.005*scale {
			return w.Number(v, decimals)
		}
	}
	return w.Number(v, 2)
}

// Week names a week as a heading: "Week 47, 2026".
func (w *Words) Week(week journal.Week) string {
	return w.Say("week.name", Args{"Number": week.Number(), "Year": week.Year()})
}

// WeekInline names a week inside a sentence: "week 47 of 2026".
func (w *Words) WeekInline(week journal.Week) string {
	return w.Say("week.inline", Args{"Number": week.Number(), "Year": week.Year()})
}

// WeeksLogged formats how many weeks were logged and how many of the others
// were spent away: "66 weeks logged, 4 away".
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

// Track names a track.
func (w *Words) Track(t journal.Track) string { return w.Say("track." + string(t)) }

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

// Toward formats a lean with a word for its sign: "0.42 toward technical".
func (w *Words) Toward(lean float64) string {
	size := w.Number(math.Abs(lean), 2)
	switch {
	case math.Abs(lean) < 0.005:
		return w.Say("lean.middle")
	case lean < 0:
		return w.Say("lean.toward.technical", Args{"Number": size})
	}
	return w.Say("lean.toward.people", Args{"Number": size})
}

// Away returns why a week was not worked: a built-in reason in the language's
// word, any other as it was written.
func (w *Words) Away(reason string) string {
	switch reason {
	case "leave", "sick", "on-call", "other":
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
