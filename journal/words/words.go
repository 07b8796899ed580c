package words

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
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
	Language Language
	own      catalog // of the first person or of a command, or nil
	all      catalog
}

// In returns the words of one language, which is English if lang is none.
func In(lang Language) *Words {
	if !slices.Contains(Languages, lang) {
		lang = English
	}
	return &Words{Language: lang, all: catalogOf("words", lang)}
}

// FirstPerson returns w for a text whose author is the user: "My answers" in
// place of "Your answers".
func (w *Words) FirstPerson() *Words {
	own := *w
	own.own = catalogOf("words/first-person", w.Language)
	return &own
}

// Command returns w for what a command prints: what it advises can be done in a
// shell, where nothing is on screen any more and nothing is saved automatically.
func (w *Words) Command() *Words {
	own := *w
	own.own = catalogOf("words/command", w.Language)
	return &own
}

// Say returns the sentence with the given id, its gaps filled.
func (w *Words) Say(id string, args ...Args) string { return filled(w.sentence(id).other, args) }

// Count is Say for a sentence that depends on a whole number n, its gap
// {{.Count}}.
func (w *Words) Count(id string, n int, args ...Args) string {
	return filled(w.form(id, n == 1, n < 2), append(args, Args{"Count": w.Number(float64(n), 0)}))
}

// form returns the form of a sentence for a number, which each language has its
// own singular of.
func (w *Words) form(id string, english, french bool) string {
	s := w.sentence(id)
	if w.Language == English && english || w.Language == French && french {
		return s.one
	}
	return s.other
}

// sentence returns the sentence with an id, or the id if the catalog lacks it. A
// test enforces that it has every id in use, in every language.
func (w *Words) sentence(id string) sentence {
	if s, ok := w.own[id]; ok {
		return s
	}
	if s, ok := w.all[id]; ok {
		return s
	}
	return sentence{id, id}
}
