package texts

import (
	"strings"
	"testing"

	"heliotrope/journal"
)

func TestCleanLines(t *testing.T) {
	few := strings.Repeat("\n", MostLines)
	for _, tt := range []struct {
		text string
		want string
		cut  int
	}{
		{"", "", 0}, {"one\r\ntwo", "one\ntwo", 0}, {few[1:] + "end", few[1:] + "end", 0}, {few, few, 0}, {few + "end", few, 3},
	} {
		if got, rest := CleanLines(tt.text, journal.MaxReflection); got != tt.want || len(rest) != tt.cut {
			t.Errorf("%d bytes became %d with %d cut, want %d with %d", len(tt.text), len(got), len(rest), len(tt.want), tt.cut)
		}
	}
	if got, rest := CleanLines(few+"end", 5); got != few[:5] || len(rest) != MostLines+3-5 {
		t.Errorf("cut at both limits: %d bytes, %d cut", len(got), len(rest))
	}
}

// A cleaned text and its rest are together the whole text.
func TestCleanRest(t *testing.T) {
	for _, tt := range []struct {
		text        string
		limit       int
		clean, rest string
	}{
		{"", 10, "", ""},
		{"abc", 3, "abc", ""},
		{"abc", 2, "ab", "c"},
		{"abc", 0, "", "abc"},
		{"aé", 2, "a", "é"},
		{"a👩b", 4, "a", "👩b"},
		{"a\r\nb", 3, "a\nb", ""},
		{strings.Repeat("\n", MostLines+1), 1 << 20, strings.Repeat("\n", MostLines), "\n"},
	} {
		if clean, rest := CleanLines(tt.text, tt.limit); clean != tt.clean || rest != tt.rest {
			t.Errorf("%q cut to %d is %q and %q, want %q and %q", tt.text, tt.limit, clean, rest, tt.clean, tt.rest)
		}
	}
	if clean, rest := CleanLine("a\n\nb\tc d", 6); clean != "a b c" || rest != " d" {
		t.Errorf("a line is %q and %q", clean, rest)
	}
}

func TestFlatten(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"short", "short"}, {"two\n\nlines", "two lines"}, {"exactly10!", "exactly10!"}, {"eleven runes", "eleven ru…"},
		{"é🌻é🌻é🌻é🌻é🌻é", "é🌻é🌻é🌻é🌻é…"}, {"seven   x y z", "seven x y…"}, {"", ""},
	} {
		if got := Flatten(tt.text, 10); got != tt.want {
			t.Errorf("%q became %q, want %q", tt.text, got, tt.want)
		}
	}
}

// BenchmarkCleanLines cleans 10 MB.
func BenchmarkCleanLines(b *testing.B) {
	text := strings.Repeat("A line of some words that is pasted.\n", 10<<20/37)
	for b.Loop() {
		CleanLines(text, journal.MaxReflection)
	}
}
