package report_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"heliotrope/assets"
	"heliotrope/journal/words"
)

// spoken returns every sentence of a language by its id, all plural forms of it
// together.
func spoken(t *testing.T, lang words.Language) map[string]string {
	t.Helper()
	names, err := fs.Glob(assets.Words, "words/*."+string(lang)+".toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no sentences of %s: %v", lang, err)
	}
	all := make(map[string]string)
	for _, name := range names {
		content, err := assets.Words.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var entries map[string]any
		if err := toml.Unmarshal(content, &entries); err != nil {
			t.Fatal(err)
		}
		for id, entry := range entries {
			switch entry := entry.(type) {
			case string:
				all[id] = entry
			case map[string]any:
				for _, form := range entry {
					all[id] += form.(string) + "{{}}"
				}
			}
		}
	}
	return all
}

var gap = regexp.MustCompile(`\{\{[^}]*\}\}`)

// parts returns what is between the gaps of a sentence.
func parts(sentence string) []string {
	var all []string
	for _, part := range gap.Split(sentence, -1) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// fold returns text in small letters without accents.
func fold(text string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(text)))
}
