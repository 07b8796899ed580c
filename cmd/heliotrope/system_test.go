package main

import (
	"strings"
	"testing"

	"heliotrope/journal/words"
)

// TestWordsOfOtherSystems requires that no system shows what only another one has.
func TestWordsOfOtherSystems(t *testing.T) {
	for goos, want := range map[string]struct {
		keys   string
		debian bool
	}{
		"linux": {"Ctrl+D", true}, "freebsd": {"Ctrl+D", true}, "darwin": {"Ctrl+D", false}, "windows": {"Ctrl+Z", false},
	} {
		if got := endOfInput(goos); got != want.keys {
			t.Errorf("on %s, %s ends what is typed", goos, got)
		}
		for _, l := range words.Languages {
			if text := words.In(l).Say(noOpenGL(goos)); strings.Contains(text, "Debian") != want.debian {
				t.Errorf("on %s, in %s: %s", goos, l, text)
			}
		}
	}
}
