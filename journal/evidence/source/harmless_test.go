package source_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"heliotrope/journal/evidence/source"
)

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		" Réunion\t d’équipe \r\n 1:1 ": "Réunion d’équipe 1:1",
		"a\x00b\x1b[31mc\x7f\u0085d":    "ab[31mc d",
		"\u202Egnp.exe\u202C \u2066x\u2069 \u200Fy \u061Cz": "gnp.exe x y z",
		"\uFEFFa\u00ADb\u200Bc\U000E0041d\uE000\uFFFE":      "abcd",
		"👩\u200D💻 می\u200Cخواهم":                            "👩\u200D💻 می\u200Cخواهم",
		"a\xffb\xc3":                                        "a\uFFFDb\uFFFD",
		"a\u2028b\u2029c\u00A0d":                            "a b c d",
		strings.Repeat("é", 148):                            strings.Repeat("é", 148),
		strings.Repeat("é", 200):                            strings.Repeat("é", 148) + "…",
	} {
		if got := source.Harmless(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzHarmless(f *testing.F) {
	f.Add("a \u202E\x00 b" + strings.Repeat("é", 200))
	f.Fuzz(func(t *testing.T, text string) {
		got := source.Harmless(text)
		if len(got) > source.MaxText || !utf8.ValidString(got) {
			t.Errorf("%q: %q", text, got)
		}
		if again := source.Harmless(got); again != got {
			t.Errorf("%q: %q, and again %q", text, got, again)
		}
	})
}
