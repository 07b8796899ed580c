package boltstore

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
)

// quick reads the records of entries in the very form in which this program writes
// them: all fields in their order, and nothing else. That takes a fifth of the time
// of package json, which reads whatever has another form, and decides what is no record
// at all. What quick can read, package json reads alike.
//
// What it returns shares memory: a string that comes again and again is there once,
// and other strings and lists lie next to those of other weeks.
type quick struct {
	rest  []byte // what is not read yet
	comma bool   // the next field is not the first of its object
	bad   bool   // it has another form

	known   map[string]string // strings that come again and again
	texts   strings.Builder   // the other ones
	moments slab[journal.Moment]
	tags    slab[string]

	plain []byte // a string in which something was escaped
	week  []journal.Moment
	names []string
}

// decode is the decode of entries, for a record whose code fits.
func (q *quick) decode(b box, key string, value []byte) (loaded[journal.Entry], error) {
	week, err := journal.ParseWeek(key)
	if err != nil {
		return entries.decode(b, key, value)
	}
	e, ok := q.entry(value[headerSize:])
	if !ok {
		return entries.decode(b, key, value)
	}
	e.record.Week, e.revision = week, revisionOf(value)
	if err := e.record.Validate(); err != nil {
		return loaded[journal.Entry]{}, damaged(entriesBucket, key, err)
	}
	return e, nil
}

// entry reads the payload of a record, and reports whether it could.
func (q *quick) entry(payload []byte) (e loaded[journal.Entry], ok bool) {
	q.rest, q.comma, q.bad = payload, false, false
	if q.field("away") {
		e.record.Away = q.again()
	}
	if q.field("split") {
		e.record.Split = q.split()
	}
	if q.field("evidence") {
		q.comma = false
		h := q.hours()
		e.record.Evidence = &h
	}
	if q.field("diary") {
		e.record.Diary = q.diary()
	}
	if q.field("moments") {
		e.record.Moments = q.allMoments()
	}
	if q.field("answers") {
		e.record.Answers = q.allAnswers()
	}
	if q.field("prompt") {
		e.record.Prompt = q.again()
	}
	if q.field("reflection") {
		e.record.Reflection = q.text()
	}
	if q.field("updated") {
		e.record.Updated = q.time()
	}
	if q.field("saved") {
		e.saved = q.time()
	}
	q.end()
	return e, !q.bad && len(q.rest) == 0
}

func (q *quick) split() *journal.Split {
	var s journal.Split
	q.comma = false
	s.Technical, s.Both, s.People = q.number("technical"), q.number("both"), q.number("people")
	q.end()
	return &s
}

// hours reads the rest of an object, which ends with hours by track.
func (q *quick) hours() (h journal.Hours) {
	if q.must("technical") {
		h.Technical = q.float()
	}
	if q.must("both") {
		h.Both = q.float()
	}
	if q.must("people") {
		h.People = q.float()
	}
	q.end()
	return h
}

func (q *quick) diary() (days []journal.DiaryDay) {
	q.list(func() {
		q.comma = false
		days = append(days, journal.DiaryDay{Day: q.number("day"), Hours: q.hours()})
	})
	return days
}

func (q *quick) allMoments() []journal.Moment {
	q.week = q.week[:0]
	q.list(func() { q.week = append(q.week, q.moment()) })
	return q.moments.put(q.week)
}

func (q *quick) moment() (m journal.Moment) {
	q.comma = false
	if q.must("id") {
		m.ID = q.text()
	}
	if q.must("text") {
		m.Text = q.text()
	}
	if q.must("kind") {
		m.Kind = q.again()
	}
	if q.must("track") {
		m.Track = journal.Track(q.again())
	}
	m.Energy = journal.Energy(q.number("energy"))
	if q.field("hours") {
		m.Hours = q.float()
	}
	if q.field("tags") {
		m.Tags = q.allTags()
	}
	m.Private = q.field("private") && q.expect("true")
	m.Chosen = q.field("chosen") && q.expect("true")
	if q.field("logged") {
		m.Logged = q.time()
	}
	if q.field("source") {
		m.Source = q.text()
	}
	q.end()
	return m
}

func (q *quick) allTags() []string {
	q.names = q.names[:0]
	q.list(func() { q.names = append(q.names, q.again()) })
	return q.tags.put(q.names)
}

func (q *quick) allAnswers() (answers []journal.Answer) {
	q.list(func() {
		var a journal.Answer
		q.comma = false
		if q.must("question") {
			a.Question = journal.Question(q.again())
		}
		a.Value = q.number("value")
		q.end()
		answers = append(answers, a)
	})
	return answers
}

// take reads s, if that comes next.
func (q *quick) take(s string) bool {
	if len(q.rest) < len(s) || string(q.rest[:len(s)]) != s {
		return false
	}
	q.rest = q.rest[len(s):]
	return true
}

// expect is take of what must come next.
func (q *quick) expect(s string) bool {
	ok := q.take(s)
	q.bad = q.bad || !ok
	return ok
}

// field reads the name of a field, if that comes next. The value is to be read then.
func (q *quick) field(name string) bool {
	mark := byte('{')
	if q.comma {
		mark = ','
	}
	const around = len(`{"":`)
	n := len(name)
	if r := q.rest; len(r) < n+around || r[0] != mark || r[1] != '"' || string(r[2:2+n]) != name || r[2+n] != '"' || r[3+n] != ':' {
		return false
	}
	q.rest, q.comma = q.rest[n+around:], true
	return true
}

// must is field for one that is always there.
func (q *quick) must(name string) bool {
	ok := q.field(name)
	q.bad = q.bad || !ok
	return ok
}

// end reads the end of an object with at least one field.
func (q *quick) end() {
	q.bad = q.bad || !q.comma
	q.expect("}")
	q.comma = true
}

// list reads a list of at least one item.
func (q *quick) list(item func()) {
	q.expect("[")
	for !q.bad {
		if item(); !q.take(",") {
			break
		}
	}
	q.expect("]")
	q.comma = true
}

// string reads a string. It is good until the next one is read.
func (q *quick) string() []byte {
	if !q.expect(`"`) {
		return nil
	}
	end := bytes.IndexByte(q.rest, '"')
	if end < 0 {
		q.bad = true
		return nil
	}
	s, ascii := q.rest[:end], true
	for _, c := range s {
		if c == '\\' {
			return q.escaped()
		}
		q.bad = q.bad || c < ' '
		ascii = ascii && c < utf8.RuneSelf
	}
	q.bad = q.bad || !ascii && !utf8.Valid(s)
	q.rest = q.rest[end+1:]
	return s
}

// escaped reads a string, after its quotation mark, in which something is escaped.
func (q *quick) escaped() (s []byte) {
	end := 0
	for end < len(q.rest) && q.rest[end] != '"' {
		if q.rest[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(q.rest) {
		q.bad = true
		return nil
	}
	quoted := slices.Concat([]byte{'"'}, q.rest[:end+1])
	var err error
	if q.plain, err = jsontext.AppendUnquote(q.plain[:0], quoted); err != nil {
		q.bad = true
	}
	q.rest = q.rest[end+1:]
	return q.plain
}

// text reads a string.
func (q *quick) text() string {
	s := q.string()
	if q.texts.Cap()-q.texts.Len() < len(s) {
		q.texts = strings.Builder{}
		q.texts.Grow(max(textSize, len(s)))
	}
	at := q.texts.Len()
	q.texts.Write(s)
	return q.texts.String()[at:]
}

// again reads a string that comes again and again.
func (q *quick) again() string {
	s := q.string()
	known, ok := q.known[string(s)]
	if !ok {
		if q.known == nil {
			q.known = make(map[string]string)
		}
		known = string(s)
		q.known[known] = known
	}
	return known
}

// number reads a field with a whole number.
func (q *quick) number(name string) int {
	if !q.must(name) {
		return 0
	}
	n, err := strconv.Atoi(string(q.digits("-0123456789")))
	q.bad = q.bad || err != nil
	return n
}

// float reads a number that is not negative.
func (q *quick) float() float64 {
	n, err := strconv.ParseFloat(string(q.digits(".0123456789")), 64)
	q.bad = q.bad || err != nil
	return n
}

// digits reads a number as JSON writes it: without a plus, leading zeros, or a point
// that is first or last.
func (q *quick) digits(of string) []byte {
	n := 0
	for n < len(q.rest) && strings.IndexByte(of, q.rest[n]) >= 0 {
		n++
	}
	s := q.rest[:n]
	q.rest = q.rest[n:]
	whole := bytes.TrimPrefix(s, []byte("-"))
	switch {
	case len(whole) == 0, whole[0] == '.', whole[len(whole)-1] == '.',
		len(whole) > 1 && whole[0] == '0' && whole[1] != '.',
		len(whole) < len(s) && whole[0] == '0':
		q.bad = true
	}
	return s
}

// time reads a time, which must be written as package json would write it.
func (q *quick) time() (t time.Time) {
	s := q.string()
	err := t.UnmarshalText(s)
	_, offset := t.Zone()
	const day = 24 * 60 * 60
	if err != nil || offset <= -day || offset >= day || string(t.AppendFormat(make([]byte, 0, 40), time.RFC3339Nano)) != string(s) {
		q.bad = true
	}
	return t
}

const (
	textSize  = 32 << 10 // bytes of text that lie in one string
	slabItems = 256      // items of short lists that lie in one list
)

// slab has many short lists, so that each takes no more than its length.
type slab[T any] []T

// put returns a copy of list.
func (s *slab[T]) put(list []T) []T {
	if cap(*s)-len(*s) < len(list) {
		*s = make([]T, 0, max(slabItems, len(list)))
	}
	at := len(*s)
	*s = append(*s, list...)
	return (*s)[at:len(*s):len(*s)]
}
