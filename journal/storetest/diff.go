package storetest

import (
	"encoding/json"
	"fmt"
	"strings"

	"heliotrope/journal"
)

// Diff describes the first difference between two journals, or returns "" if
// they are the same down to the offsets of times. Lists that are nil and empty
// are the same.
func Diff(want, got journal.Contents) string {
	return diffLines(lines(want), lines(got))
}

// DiffAside is [Diff] for what is next to a journal.
func DiffAside(want, got journal.Aside) string {
	return diffLines(linesAside(want), linesAside(got))
}

func diffLines(wantLines, gotLines []string) string {
	for i := range max(len(wantLines), len(gotLines)) {
		var w, g string
		if i < len(wantLines) {
			w = wantLines[i]
		}
		if i < len(gotLines) {
			g = gotLines[i]
		}
		if w != g {
			return fmt.Sprintf("line %d: want %s, got %s", i+1, w, g)
		}
	}
	return ""
}

// lines writes everything in c, one field a line.
func lines(c journal.Contents) []string {
	c = c.Clone()
	c.Sort()
	return indented(c)
}

func linesAside(a journal.Aside) []string {
	a = a.Clone()
	a.Sort()
	return indented(a)
}

func indented(v any) []string {
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return []string{err.Error()}
	}
	return strings.Split(strings.ReplaceAll(string(text), ": []", ": null"), "\n")
}
