package chart

import (
	"slices"
	"testing"
	"unicode/utf8"
)

// mono measures a text by its characters.
type mono struct{}

func (mono) Width(text string, _ float64, _ bool) float64 {
	return float64(utf8.RuneCountInString(text))
}

func TestShortenCutsNoCharacter(t *testing.T) {
	for _, tt := range []struct {
		text string
		room float64
		want string
	}{
		{"short", 5, "short"},
		{"a longer text", 10, "a longer…"},
		{"seven🧑🏽 more", 7, "seven…"}, // not the face without its skin
		{"cafe\u0301s noirs", 6, "cafe\u0301…"},
		{"abcdee\u0301s noirs", 7, "abcde…"}, // nor a letter without its accent
		{"abc de", 3, ""},                    // too little would be left
	} {
		if got := shorten(tt.text, tt.room, 1, mono{}); got != tt.want {
			t.Errorf("%q in %g: %q, want %q", tt.text, tt.room, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text string
		room float64
		most int
		want []string
	}{
		{"", 10, 2, nil},
		{"short", 10, 2, []string{"short"}},
		{"one two three", 10, 2, []string{"one two", "three"}},
		{" one\ttwo\n three ", 10, 2, []string{"one two", "three"}},
		{"one two three fours", 10, 2, []string{"one two", "three…"}},
		{"one two three four", 10, 1, []string{"one two…"}},
		{"one two, three", 9, 1, []string{"one two…"}},
		{"exactly 10", 10, 2, []string{"exactly 10"}},
		{"aaaaaaaaaaaaaaaaaaaaaaaaa", 10, 3, []string{"aaaaaaaaaa", "aaaaaaaaaa", "aaaaa"}},
		{"aaaaaaaaaaaaaaaaaaaaaaaaa", 10, 2, []string{"aaaaaaaaaa", "aaaaaaaaa…"}},
		{"a bbbbbbbbbbbbbbbb", 10, 3, []string{"a", "bbbbbbbbbb", "bbbbbb"}},
		{"e\u0301e\u0301e\u0301", 3, 3, []string{"e\u0301", "e\u0301", "e\u0301"}}, // an accent stays on its letter
		{"👩\u200d💻👩\u200d💻", 4, 2, []string{"👩\u200d💻", "👩\u200d💻"}},               // and what is joined stays together
		{"👩\u200d💻👩\u200d💻", 2, 2, []string{"👩\u200d💻", "👩\u200d💻…"}},
		{"aa🧑🏽a", 3, 2, []string{"aa", "🧑🏽a"}},
		{"ab", 0, 3, []string{"a", "b"}}, // no room: a character a line
	}
	for _, tt := range tests {
		if got := wrap(tt.text, tt.room, 1, tt.most, mono{}); !slices.Equal(got, tt.want) {
			t.Errorf("%q in %d lines of %g: %q, want %q", tt.text, tt.most, tt.room, got, tt.want)
		}
	}
}
