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

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

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

// marshaler makes package json write each record as its shape.
func (t Table[K, T, S]) marshaler() *json.Marshalers {
	return json.MarshalToFunc(func(e *jsontext.Encoder, r T) error { return json.MarshalEncode(e, t.Shape(r)) })
}

// unmarshaler makes package json read each record from its shape.
func (t Table[K, T, S]) unmarshaler() *json.Unmarshalers {
	return json.UnmarshalFromFunc(func(d *jsontext.Decoder, r *T) error {
		var s S
		err := json.UnmarshalDecode(d, &s)
		if err == nil {
			*r = t.Read(s)
		}
		return err
	})
}

// Contents is the shape of everything that a journal contains. A record has its own
// shape only while it is written, with [Marshalers], or read, with [Unmarshalers]:
// so a journal is not in memory twice.
type Contents struct {
	Kinds     []journal.Kind      `json:"kinds"`
	Events    []journal.Event     `json:"events"`
	Briefs    []journal.Brief     `json:"briefs,omitempty"`
	Dismissed []journal.Dismissal `json:"dismissed,omitempty"`
	Entries   []journal.Entry     `json:"entries"`
}

// Marshalers and Unmarshalers write and read the records in [Contents]. Those that
// are read need not be valid.
var (
	Marshalers   = json.JoinMarshalers(Kinds.marshaler(), Events.marshaler(), Briefs.marshaler(), Dismissed.marshaler(), Entries.marshaler())
	Unmarshalers = json.JoinUnmarshalers(Kinds.unmarshaler(), Events.unmarshaler(), Briefs.unmarshaler(), Dismissed.unmarshaler(), Entries.unmarshaler())
)

// Of returns the shape of c.
func Of(c journal.Contents) Contents {
	return Contents{c.Kinds, c.Events, c.Briefs, c.Dismissed, c.Entries}
}

// Journal returns what s is the shape of, without the journal's id.
func (s Contents) Journal() journal.Contents {
	return journal.Contents{
		Kinds: orNil(s.Kinds), Events: orNil(s.Events), Briefs: orNil(s.Briefs),
		Dismissed: orNil(s.Dismissed), Entries: orNil(s.Entries),
	}
}

// orNil returns a list, nil for an empty one.
func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
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
