package words

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"heliotrope/assets"
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
