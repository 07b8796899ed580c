package words_test

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"heliotrope/assets"
	"heliotrope/journal/words"
)

// sentence is an entry of the catalog: its text by plural form, or as
// "other" alone.
type sentence struct {
	forms map[string]string
	file  string
}

func (s sentence) plural() bool { return len(s.forms) > 1 }

// texts returns the text of every form.
func (s sentence) texts() []string { return slices.Collect(maps.Values(s.forms)) }

var gap = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

// gaps returns the names of all gaps, sorted.
func (s sentence) gaps() []string {
	names := make(map[string]bool)
	for _, text := range s.forms {
		for _, found := range gap.FindAllStringSubmatch(text, -1) {
			names[found[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// catalog reads the sentences of a language as the files have them, apart
// from the program's own reading.
func catalog(t *testing.T, lang words.Language) map[string]sentence {
	t.Helper()
	return sentencesOf(t, "words/*."+string(lang)+".toml")
}

// replacing lists the folders of sentences that replace others.
var replacing = []string{"first-person", "command"}

// instead reads the sentences of a language that replace others, from one of
// these folders.
func instead(t *testing.T, folder string, lang words.Language) map[string]sentence {
	t.Helper()
	return sentencesOf(t, "words/"+folder+"/*."+string(lang)+".toml")
}

// firstPerson reads the sentences of a language as a report has them.
func firstPerson(t *testing.T, lang words.Language) map[string]sentence {
	t.Helper()
	return instead(t, "first-person", lang)
}

func sentencesOf(t *testing.T, pattern string) map[string]sentence {
	t.Helper()
	names, err := fs.Glob(assets.Words, pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	all := make(map[string]sentence)
	for _, name := range names {
		content, err := assets.Words.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var entries map[string]any
		if err := toml.Unmarshal(content, &entries); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for id, entry := range entries {
			if first, twice := all[id]; twice {
				// The later file would win without a word.
				t.Errorf("%s is in %s and in %s", id, first.file, path.Base(name))
			}
			all[id] = sentence{formsOf(t, id, entry), path.Base(name)}
		}
	}
	return all
}

func formsOf(t *testing.T, id string, entry any) map[string]string {
	t.Helper()
	switch entry := entry.(type) {
	case string:
		return map[string]string{"other": entry}
	case map[string]any:
		forms := make(map[string]string)
		for form, text := range entry {
			text, ok := text.(string)
			if !ok {
				t.Fatalf("%s.%s is no text", id, form)
			}
			forms[form] = text
		}
		return forms
	}
	t.Fatalf("%s is %T", id, entry)
	return nil
}

// The program reads the catalog as what it is, TOML, although it knows only a part
// of that.
func TestCatalogIsReadAsTOML(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		for folder, all := range map[string]map[string]sentence{
			"": catalog(t, lang), "first-person": instead(t, "first-person", lang), "command": instead(t, "command", lang),
		} {
			said := map[string]*words.Words{"": w, "first-person": w.FirstPerson(), "command": w.Command()}[folder]
			for id, s := range all {
				args := make(words.Args)
				for _, name := range s.gaps() {
					args[name] = "{{." + name + "}}"
				}
				if got := said.Say(id, args); got != s.forms["other"] {
					t.Errorf("%s: %s is %q, want %q", lang, id, got, s.forms["other"])
				}
			}
		}
	}
}

// Every sentence exists in every language, in the same file, with the same
// gaps and with a plural or without one.
func TestLanguagesAgree(t *testing.T) {
	en, fr := catalog(t, words.English), catalog(t, words.French)
	for _, id := range slices.Sorted(maps.Keys(en)) {
		other, ok := fr[id]
		if !ok {
			t.Errorf("%s is missing in French", id)
			continue
		}
		if a, b := area(en[id].file), area(other.file); a != b {
			t.Errorf("%s is in %s in English and in %s in French", id, a, b)
		}
		if en[id].plural() != other.plural() {
			t.Errorf("%s has a plural in one language only", id)
		}
		if a, b := en[id].gaps(), other.gaps(); !slices.Equal(a, b) {
			t.Errorf("%s has the gaps %v in English and %v in French", id, a, b)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(fr)) {
		if _, ok := en[id]; !ok {
			t.Errorf("%s is missing in English", id)
		}
	}
}

// A sentence that replaces another has the same gaps, and does so in both
// languages.
func TestSentencesReplaceOthers(t *testing.T) {
	for _, folder := range replacing {
		for _, lang := range words.Languages {
			all, other := catalog(t, lang), make(map[words.Language]map[string]sentence)
			for _, l := range words.Languages {
				other[l] = instead(t, folder, l)
			}
			for id, s := range other[lang] {
				if !slices.Equal(s.gaps(), all[id].gaps()) || s.plural() != all[id].plural() {
					t.Errorf("%s: %s in %s has other gaps or forms", lang, id, folder)
				}
				for l, there := range other {
					if _, ok := there[id]; !ok {
						t.Errorf("%s is in %s in %s and not in %s", id, folder, lang, l)
					}
				}
			}
		}
	}
}

// area returns the part of a file's name before the language.
func area(file string) string { return strings.SplitN(file, ".", 2)[0] }

// A sentence with a plural has the two forms that both languages have, and
// all of its gaps in both.
func TestPluralForms(t *testing.T) {
	for _, lang := range words.Languages {
		for id, s := range catalog(t, lang) {
			if !s.plural() {
				if _, ok := s.forms["other"]; !ok || len(s.forms) != 1 {
					t.Errorf("%s: %s has the forms %v", lang, id, slices.Sorted(maps.Keys(s.forms)))
				}
				continue
			}
			if got := slices.Sorted(maps.Keys(s.forms)); !slices.Equal(got, []string{"one", "other"}) {
				t.Errorf("%s: %s has the forms %v", lang, id, got)
			}
			for form, text := range s.forms {
				alone := sentence{forms: map[string]string{form: text}}
				if got := alone.gaps(); !slices.Equal(got, s.gaps()) {
					t.Errorf("%s: %s.%s has the gaps %v, not %v", lang, id, form, got, s.gaps())
				}
			}
		}
	}
}
