// Package shape is the shape of a journal's records outside of memory: the
// names of their fields, and what is left out where there is nothing to write.
// The file (package boltstore) and the exchange file (package exchange) share
// it. The shapes are apart from the domain types, so that either may change
// without the other.
//
// A kind of record has one file here and one in package journal. To add one,
// declare its type and its [journal.List] there, add its lists to
// journal.Contents and journal.Change, and here its shape and its [Table], which
// goes into the tables of package boltstore and into [Contents]. Everything else,
// the stores, the exchange file, merge, undo and trash, goes over the lists and
// the tables.
//
// Fields are never renamed. After the first release, one that is added takes a
// new version of both formats.
package shape

import (
	"time"

	"heliotrope/journal"
)

// Table is one kind of record: the list that it has in a journal, its shape S,
// and how one becomes the other.
type Table[K comparable, T journal.Record[K, T], S any] struct {
	journal.List[K, T]

	Key   func(*S) *string // where the shape has the key
	Shape func(T) S
	Read  func(S) T // what it returns need not be valid
}

// shapes returns the shapes of records.
func (t Table[K, T, S]) shapes(c *journal.Contents) []S {
	var shapes []S
	for _, r := range *t.In(c) {
		shapes = append(shapes, t.Shape(r))
	}
	return shapes
}

// read adds the records of shapes to c.
func (t Table[K, T, S]) read(c *journal.Contents, shapes []S) {
	records := t.In(c)
	for _, s := range shapes {
		*records = append(*records, t.Read(s))
	}
}

// Contents is the shape of everything that a journal contains.
type Contents struct {
	Kinds   []Kind  `json:"kinds"`
	Events  []Event `json:"events"`
	Briefs  []Brief `json:"briefs,omitempty"`
	Entries []Entry `json:"entries"`
}

// Of returns the shape of c.
func Of(c journal.Contents) Contents {
	return Contents{
		Kinds: Kinds.shapes(&c), Events: Events.shapes(&c), Briefs: Briefs.shapes(&c), Entries: Entries.shapes(&c),
	}
}

// Journal returns what s is the shape of, without the journal's id. It need not
// be valid.
func (s Contents) Journal() (c journal.Contents) {
	Kinds.read(&c, s.Kinds)
	Events.read(&c, s.Events)
	Briefs.read(&c, s.Briefs)
	Entries.read(&c, s.Entries)
	return c
}

// week returns the week that text names, or the zero week, which is not valid.
func week(text string) journal.Week {
	w, _ := journal.ParseWeek(text)
	return w
}

// Time returns t as RFC 3339 can write it. Its offsets are whole minutes of less
// than a day; those of old local mean times would move the instant.
func Time(t time.Time) time.Time {
	const day = 24 * 60 * 60
	switch _, offset := t.Zone(); {
	case offset <= -day || offset >= day:
		return t.UTC()
	case offset%60 != 0:
		return t.In(time.FixedZone("", offset-offset%60))
	}
	return t
}
