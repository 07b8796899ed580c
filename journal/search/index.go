// Package search finds moments and reflections in a journal.
//
// An [Index] has the texts of a journal folded once, see package fold, so that a
// query only has to look for letters in letters. A [Query] has words, all of which
// must be found, and filters: of the values of one filter any will do, and all
// filters must be met. [Index.Reasons] returns where a word was found that is not in
// the text itself, and [Marks] where it is in it.
package search

import (
	"iter"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// Names are the names under which the user knows kinds and tracks.
type Names struct {
	Kinds  map[string]string // by id
	Tracks map[journal.Track]string
}

// Index is a journal to search in, the newest week first. It is never changed but by
// [Index.Fold], so it may be used by several goroutines.
type Index struct {
	weeks    []week
	unfolded int // texts
	names    Names
	kinds    map[string]string // folded names
	tracks   map[journal.Track]string
}

// week is an entry with its texts folded.
type week struct {
	entry              *journal.Entry
	moments            []moment // nil until they are folded
	prompt, reflection string
}

type moment struct {
	text string
	tags string // each with # before and tagEnd around it; "" for none
}

const tagEnd = "\x00" // which no query has

// New returns an index of entries, which are given the oldest first and must not be
// changed later. Before, which may be nil, is an older index of the same journal: what
// it has of entries that are still the same is not folded again. The others are folded
// by [Index.Fold], which has to be called before words and tags can be looked for.
func New(entries iter.Seq[journal.Entry], names Names, before *Index) *Index {
	x := &Index{names: names, kinds: make(map[string]string, len(names.Kinds)), tracks: make(map[journal.Track]string, len(names.Tracks))}
	for id, name := range names.Kinds {
		x.kinds[id] = fold.String(name)
	}
	for track, name := range names.Tracks {
		x.tracks[track] = fold.String(name)
	}
	old := before.oldestFirst()
	for e := range entries {
		for len(old) > 0 && old[len(old)-1].entry.Week.Before(e.Week) {
			old = old[:len(old)-1]
		}
		if len(old) > 0 && same(old[len(old)-1].entry, &e) {
			x.weeks = append(x.weeks, old[len(old)-1])
			continue
		}
		x.weeks = append(x.weeks, week{entry: &e})
		x.unfolded += len(e.Moments) + 1
	}
	for i, j := 0, len(x.weeks)-1; i < j; i, j = i+1, j-1 {
		x.weeks[i], x.weeks[j] = x.weeks[j], x.weeks[i]
	}
	return x
}

// oldestFirst returns the weeks of x, which may be nil, with the oldest at the end.
func (x *Index) oldestFirst() []week {
	if x == nil {
		return nil
	}
	return x.weeks
}

// same reports whether two entries are the same one, without a look into what they
// have: a journal never changes in place what an entry has.
func same(a, b *journal.Entry) bool {
	return a.Week == b.Week && a.Away == b.Away && a.Prompt == b.Prompt && a.Reflection == b.Reflection && a.Split == b.Split && a.Evidence == b.Evidence &&
		slices.Equal(a.Diary, b.Diary) &&
		len(a.Moments) == len(b.Moments) && (len(a.Moments) == 0 || &a.Moments[0] == &b.Moments[0])
}

// Unfolded returns how many texts are still to be folded.
func (x *Index) Unfolded() int { return x.unfolded }

// Fold folds what is not folded yet, about 200,000 texts a second. It may run while
// another goroutine looks for something that has no words and no tags.
func (x *Index) Fold() {
	for i := range x.weeks {
		if x.weeks[i].moments == nil {
			x.weeks[i].fold()
		}
	}
	x.unfolded = 0
}

func (w *week) fold() {
	e := w.entry
	w.moments = make([]moment, len(e.Moments))
	if e.Reflection != "" {
		w.prompt, w.reflection = fold.String(e.Prompt), fold.String(e.Reflection)
	}
	for i, m := range e.Moments {
		w.moments[i].text = fold.String(m.Text)
		if len(m.Tags) == 0 {
			continue
		}
		var tags strings.Builder
		for _, tag := range m.Tags {
			tags.WriteString(tagEnd + "#" + fold.String(tag))
		}
		w.moments[i].tags = tags.String() + tagEnd
	}
}

// Tag is a tag of a journal.
type Tag struct {
	Name    string // as it was written last
	Moments int    // that have it
}

// Tags returns the tags of the journal in no order, those that fold to the same
// letters as one.
func (x *Index) Tags() []Tag {
	at := make(map[string]int)
	var tags []Tag
	for _, w := range x.weeks {
		for i := len(w.moments) - 1; i >= 0; i-- {
			rest, k := w.moments[i].tags, 0
			for len(rest) > len(tagEnd) {
				tag, more, _ := strings.Cut(rest[len(tagEnd):], tagEnd)
				rest = tagEnd + more
				n, seen := at[tag]
				if !seen {
					n = len(tags)
					at[tag] = n
					tags = append(tags, Tag{Name: w.entry.Moments[i].Tags[k]})
				}
				tags[n].Moments++
				k++
			}
		}
	}
	return tags
}
