package search

import (
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// Query is what is looked for. The zero query finds everything.
type Query struct {
	Words []string // folded, see [Words]

	// The filters. An empty one is not applied.
	Tracks   []journal.Track
	Kinds    []string // ids
	Energies []journal.Energy
	Tags     []string // in any spelling

	// Private and Off are the values of one filter: private moments, and weeks off.
	Private, Off bool
}

// Words returns the words of a text to search for.
func Words(text string) []string { return strings.Fields(fold.String(text)) }

// Empty reports whether q finds everything.
func (q Query) Empty() bool { return len(q.Words) == 0 && !q.Filtered() }

// Folded reports whether q needs what [Index.Fold] makes.
func (q Query) Folded() bool { return len(q.Words)+len(q.Tags) > 0 }

// Filtered reports whether q has a filter.
func (q Query) Filtered() bool { return q.ofMoments() || q.Off }

// ofMoments reports whether q has a filter that only a moment can meet.
func (q Query) ofMoments() bool {
	return len(q.Tracks)+len(q.Kinds)+len(q.Energies)+len(q.Tags) > 0 || q.Private && !q.Off
}

// Row is a line of what was found: the head of a week, or something in it.
type Row struct {
	Entry *journal.Entry // of the journal, not to be changed
	Item  int            // a moment of it, or one of the following
}

// The rows that are no moments.
const (
	Head       = -1
	Reflection = -2
)

// Moment returns the moment of a row, nil if it has none.
func (r Row) Moment() *journal.Moment {
	if r.Item < 0 {
		return nil
	}
	return &r.Entry.Moments[r.Item]
}

// Found is what a query found.
type Found struct {
	// Rows are the newest week first, each with its head, its moments, the newest
	// first, and its reflection.
	Rows []Row

	Weeks, Moments, Reflections int
}

// asked is a query made ready to be compared with many moments.
type asked struct {
	Query
	tags   []string          // as they are in a moment
	kinds  []map[string]bool // for each word, those whose names contain it
	tracks []map[journal.Track]bool
}

// Find returns what q finds. A reflection is no moment: where a filter is of moments,
// it is found by words alone, in a week with a moment that meets the filters.
func (x *Index) Find(q Query) Found {
	a := x.ask(q)
	var found Found
	for i := range x.weeks {
		x.findIn(&x.weeks[i], a, &found)
	}
	return found
}

func (x *Index) ask(q Query) asked {
	a := asked{Query: q}
	for _, tag := range q.Tags {
		a.tags = append(a.tags, tagEnd+"#"+fold.String(tag)+tagEnd)
	}
	for _, word := range q.Words {
		kinds, tracks := make(map[string]bool), make(map[journal.Track]bool)
		for id, name := range x.kinds {
			if strings.Contains(name, word) {
				kinds[id] = true
			}
		}
		for track, name := range x.tracks {
			if strings.Contains(name, word) {
				tracks[track] = true
			}
		}
		a.kinds, a.tracks = append(a.kinds, kinds), append(a.tracks, tracks)
	}
	return a
}

func (x *Index) findIn(w *week, a asked, found *Found) {
	e := w.entry
	start, passes := len(found.Rows), false
	found.Rows = append(found.Rows, Row{e, Head})
	for i := len(e.Moments) - 1; i >= 0; i-- {
		if !a.passes(w, i) {
			continue
		}
		passes = true
		if a.inMoment(w, i) {
			found.Rows = append(found.Rows, Row{e, i})
		}
	}
	moments := len(found.Rows) - start - 1
	if e.Reflection != "" && a.inReflection(w, passes) {
		found.Rows = append(found.Rows, Row{e, Reflection})
		found.Reflections++
	}
	alone := len(a.Words) == 0 && !a.ofMoments() && (e.Away != "" || !a.Off)
	if len(found.Rows) == start+1 && !alone {
		found.Rows = found.Rows[:start]
		return
	}
	found.Weeks++
	found.Moments += moments
}

// passes reports whether a moment meets the filters.
func (a *asked) passes(w *week, i int) bool {
	m := &w.entry.Moments[i]
	return (len(a.Tracks) == 0 || slices.Contains(a.Tracks, m.Track)) &&
		(len(a.Kinds) == 0 || slices.Contains(a.Kinds, m.Kind)) &&
		(len(a.Energies) == 0 || slices.Contains(a.Energies, m.Energy)) &&
		(len(a.tags) == 0 || slices.ContainsFunc(a.tags, func(tag string) bool { return strings.Contains(w.moments[i].tags, tag) })) &&
		(!a.Private && !a.Off || a.Private && m.Private || a.Off && w.entry.Away != "")
}

// inMoment reports whether each word is in the text of a moment, in one of its tags or
// in the name of its kind or track.
func (a *asked) inMoment(w *week, i int) bool {
	if len(a.Words) == 0 {
		return true
	}
	folded, m := &w.moments[i], &w.entry.Moments[i]
	for k, word := range a.Words {
		if !strings.Contains(folded.text, word) && !strings.Contains(folded.tags, word) && !a.kinds[k][m.Kind] && !a.tracks[k][m.Track] {
			return false
		}
	}
	return true
}

// inReflection reports whether a reflection is found, in a week with or without a
// moment that meets the filters.
func (a *asked) inReflection(w *week, passes bool) bool {
	switch {
	case a.ofMoments():
		if !passes || len(a.Words) == 0 {
			return false
		}
	case a.Off && w.entry.Away == "":
		return false
	}
	return !slices.ContainsFunc(a.Words, func(word string) bool {
		return !strings.Contains(w.reflection, word) && !strings.Contains(w.prompt, word)
	})
}
