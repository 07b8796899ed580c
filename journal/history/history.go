// Package history compares a week with an earlier version of it.
package history

import (
	"slices"

	"heliotrope/journal"
)

// Mark is the side of a comparison that something is on.
type Mark int

// The marks.
const (
	Same    Mark = iota // on both sides
	Changed             // on both sides, but not the same
	Only                // on one side alone
)

// Pair is a moment as it was then and as it is now; nil where it was not there.
type Pair struct {
	Then, Now *journal.Moment
	Mark      Mark
}

// Moments pairs the moments of two entries by their ids: those of then in their
// order, after them those that only now has.
func Moments(then, now []journal.Moment) []Pair {
	var pairs []Pair
	for i := range then {
		pair := Pair{Then: &then[i], Mark: Only}
		if k := find(now, then[i].ID); k >= 0 {
			pair.Now, pair.Mark = &now[k], Same
			if !equal(then[i], now[k]) {
				pair.Mark = Changed
			}
		}
		pairs = append(pairs, pair)
	}
	for i := range now {
		if find(then, now[i].ID) < 0 {
			pairs = append(pairs, Pair{Now: &now[i], Mark: Only})
		}
	}
	return pairs
}

func find(moments []journal.Moment, id string) int {
	return slices.IndexFunc(moments, func(m journal.Moment) bool { return m.ID == id })
}

func equal(a, b journal.Moment) bool {
	return journal.Entry{Moments: []journal.Moment{a}}.Equal(journal.Entry{Moments: []journal.Moment{b}})
}

// Changes is what was done to a week, in counts of moments and in parts of it.
type Changes struct {
	Added, Removed, Edited           int
	Reflection, Split, Answers, Away bool
	Evidence, Diary                  bool
}

// Between returns what was done from before to after.
func Between(before, after journal.Entry) Changes {
	var c Changes
	for _, pair := range Moments(before.Moments, after.Moments) {
		switch {
		case pair.Then == nil:
			c.Added++
		case pair.Now == nil:
			c.Removed++
		case pair.Mark == Changed:
			c.Edited++
		}
	}
	c.Split = !same(before.Split, after.Split)
	c.Evidence = !same(before.Evidence, after.Evidence)
	c.Diary = !slices.Equal(before.Diary, after.Diary)
	c.Answers = !slices.Equal(before.Answers, after.Answers)
	c.Away = before.Away != after.Away
	c.Reflection = before.Reflection != after.Reflection || before.Reflection != "" && before.Prompt != after.Prompt
	return c
}

// same reports whether a and b are both nil, or have equal values.
func same[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }
