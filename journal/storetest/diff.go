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

// DiffAside is [Diff] for what stands beside a journal.
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
	c = clone(c)
	for i := range c.Entries {
		plain(&c.Entries[i])
	}
	c.Kinds, c.Events, c.Entries = orNil(c.Kinds), orNil(c.Events), orNil(c.Entries)
	return indented(c)
}

func linesAside(a journal.Aside) []string {
	a = a.Clone()
	a.Sort()
	a.Trash = orNil(a.Trash)
	for _, t := range a.Trash {
		if t.Entry != nil {
			plain(t.Entry)
		}
		if t.Moment != nil {
			t.Moment.Tags = orNil(t.Moment.Tags)
		}
	}
	return indented(a)
}

// plain makes lists in e that are empty the same, whether nil or not.
func plain(e *journal.Entry) {
	e.Moments, e.Answers = orNil(e.Moments), orNil(e.Answers)
	for j := range e.Moments {
		e.Moments[j].Tags = orNil(e.Moments[j].Tags)
	}
}

func indented(v any) []string {
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return []string{err.Error()}
	}
	return strings.Split(string(text), "\n")
}

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
