package exchange

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
	"heliotrope/journal/shape"
)

// file is the outermost object of an exchange file.
type file struct {
	Format         string    `json:"format" exchange:"required"`
	Version        int       `json:"version" exchange:"required"`
	ID             string    `json:"id" exchange:"required"`
	Exported       time.Time `json:"exported,omitzero"` // no part of the journal
	shape.Contents `json:",embed"`
}

// unmarshal reads data into v, stricter than package json alone: no null but for
// a split, and "\r\n" is a line feed.
func unmarshal(data []byte, v any, options ...json.Options) error {
	read := &texts{known: make(map[string]string)}
	strict := json.WithUnmarshalers(json.JoinUnmarshalers(
		json.UnmarshalFromFunc(refuseNull), json.UnmarshalFromFunc(read.read), shape.Unmarshalers,
	))
	err := json.Unmarshal(data, v, append(options, strict)...)
	if err == nil {
		return nil
	}
	if bad, ok := errors.AsType[*json.SemanticError](err); ok {
		return semanticError(data, bad)
	}
	return syntaxError(data, err)
}

// nullError is null where a value of another type belongs.
type nullError struct{ want reflect.Type }

func (nullError) Error() string { return "null" }

func refuseNull(d *jsontext.Decoder, v any) error {
	if _, isSplit := v.(**shape.Split); d.PeekKind() == 'n' && !isSplit {
		return nullError{reflect.TypeOf(v)}
	}
	return errors.ErrUnsupported
}

// texts are short texts that were read. Kinds, tracks and tags come again and again, and
// so each of them is in memory once.
type texts struct {
	known map[string]string // by their JSON
	plain []byte
}

const (
	shortText = 24   // bytes of JSON, at most, of a text that is known
	mostTexts = 1000 // that are known
)

func (t *texts) read(d *jsontext.Decoder, text *string) error {
	if d.PeekKind() != '"' {
		return errors.ErrUnsupported
	}
	value, err := d.ReadValue()
	if err != nil {
		return err
	}
	known, ok := t.known[string(value)]
	if ok {
		*text = known
		return nil
	}
	if t.plain, err = jsontext.AppendUnquote(t.plain[:0], value); err != nil {
		return err
	}
	*text = strings.ReplaceAll(string(t.plain), "\r\n", "\n")
	if len(value) <= shortText && len(t.known) < mostTexts {
		t.known[string(value)] = *text
	}
	return nil
}

// semanticError returns an *Error for a value that is of another type, or for a
// name that is not known.
func semanticError(data []byte, bad *json.SemanticError) error {
	path := pathOf(bad.JSONPointer)
	place := locate(data, path)
	if errors.Is(bad.Err, json.ErrUnknownName) {
		problem := ProblemUnknown
		for _, f := range reflect.VisibleFields(bad.GoType) {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); strings.EqualFold(name, bad.JSONPointer.LastToken()) {
				problem = ProblemCase
			}
		}
		return errorAt(data, place.name, path, problem, nil)
	}
	return errorAt(data, place.value, path, problemOf(bad, data[place.value:]), nil)
}

// problemOf returns what is wrong with the value that begins at the start of
// data.
func problemOf(bad *json.SemanticError, data []byte) Problem {
	number := data[0] == '-' || data[0] >= '0' && data[0] <= '9'
	t := bad.GoType
	if null, ok := errors.AsType[nullError](bad.Err); ok {
		t = null.want
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t == reflect.TypeFor[time.Time]():
		if data[0] == '"' {
			return ProblemTime
		}
		return ProblemNotText
	case number && errors.Is(bad.Err, strconv.ErrRange):
		return ProblemRange
	}
	return problems[t.Kind()]
}

var problems = map[reflect.Kind]Problem{
	reflect.Struct:  ProblemNotObject,
	reflect.Slice:   ProblemNotList,
	reflect.String:  ProblemNotText,
	reflect.Int:     ProblemNotInteger,
	reflect.Float64: ProblemNotNumber,
	reflect.Bool:    ProblemNotBool,
}

// syntaxError returns an *Error for an error of package jsontext, whose own
// words quote the file.
func syntaxError(data []byte, err error) error {
	bad, ok := errors.AsType[*jsontext.SyntacticError](err)
	if !ok { // io.EOF, where a value should begin
		return errorAt(data, len(data), "", ProblemTruncated, nil)
	}
	offset := int(bad.ByteOffset)
	problem := ProblemSyntax
	switch {
	case errors.Is(bad.Err, io.ErrUnexpectedEOF):
		problem = ProblemTruncated
	case errors.Is(bad.Err, jsontext.ErrDuplicateName):
		problem = ProblemDuplicate
	case isSurrogate(data[offset:]):
		problem = ProblemSurrogate
	}
	return errorAt(data, offset, pathOf(bad.JSONPointer), problem, nil)
}

// isSurrogate reports whether data begins with the escape of a surrogate.
func isSurrogate(data []byte) bool {
	digits, ok := bytes.CutPrefix(data, []byte(`\u`))
	if !ok {
		return false
	}
	unit, err := strconv.ParseUint(string(digits[:min(4, len(digits))]), 16, 16)
	return err == nil && unit >= 0xD800 && unit <= 0xDFFF
}

// required lists the fields that an object has to have, by the field or list
// that the object is in.
var required = sync.OnceValue(func() map[string][]string {
	all := make(map[string][]string)
	requiredIn(reflect.TypeFor[file](), "", all)
	requiredIn(reflect.TypeFor[shape.Kind](), "kinds", all)
	requiredIn(reflect.TypeFor[shape.Event](), "events", all)
	requiredIn(reflect.TypeFor[shape.Brief](), "briefs", all)
	requiredIn(reflect.TypeFor[shape.Dismissal](), "dismissed", all)
	requiredIn(reflect.TypeFor[shape.Entry](), "entries", all)
	return all
})

func requiredIn(t reflect.Type, in string, all map[string][]string) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous {
			name = in
		}
		if f.Tag.Get("exchange") == "required" {
			all[in] = append(all[in], name)
		}
		requiredIn(f.Type, name, all)
	}
}

// checkRequired checks that every object has the fields that it has to have, and
// that no track is empty and no hours are 0 where they could be left out.
func checkRequired(data []byte) error {
	type object struct {
		start int
		names map[string]bool
	}
	var open []object
	w := newWalker(data)
	for w.next() {
		switch kind := w.tok.Kind(); {
		case kind == '{':
			open = append(open, object{w.start, make(map[string]bool)})
		case kind == '}':
			last := open[len(open)-1]
			open = open[:len(open)-1]
			for _, name := range required()[w.field()] {
				if !last.names[name] {
					return errorAt(data, last.start, pathOf(w.json.StackPointer().AppendToken(name)), ProblemMissing, nil)
				}
			}
		case w.atName():
			open[len(open)-1].names[w.tok.String()] = true
		case w.field() == "track" && w.tok.String() == "":
			return w.invalid(journal.RuleTrack)
		case w.field() == "hours":
			if hours, _ := w.tok.Float(); hours == 0 { // or too little for a number
				return w.invalid(journal.RuleHours)
			}
		}
	}
	return nil
}
