package exchange

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
)

// decoder reads values of a known type from a file in memory. It is strict
// where package jsontext leaves room, and knows where it is.
type decoder struct {
	json  *jsontext.Decoder
	data  []byte
	start int // where the token read last begins

	moments int // read so far
}

// newDecoder returns a decoder at the start of data. Without options it
// refuses duplicate names, invalid UTF-8 and lone surrogates.
func newDecoder(data []byte, options ...jsontext.Options) *decoder {
	return &decoder{json: jsontext.NewDecoder(bytes.NewBuffer(data), options...), data: data}
}

// token reads the next token.
func (d *decoder) token() (jsontext.Token, error) {
	d.start = int(d.json.InputOffset())
	for d.start < len(d.data) && strings.IndexByte(" \t\r\n,:", d.data[d.start]) >= 0 {
		d.start++
	}
	tok, err := d.json.ReadToken()
	if err != nil {
		return jsontext.Token{}, d.syntaxError(err)
	}
	return tok, nil
}

// expect reads the next token and fails with problem if it is of another kind.
func (d *decoder) expect(kind jsontext.Kind, problem Problem) (jsontext.Token, error) {
	tok, err := d.token()
	if err == nil && tok.Kind() != kind {
		err = d.fail(problem, nil)
	}
	return tok, err
}

// fail returns an *Error for the token read last.
func (d *decoder) fail(problem Problem, cause error) error {
	return errorAt(d.data, d.start, pathOf(d.json.StackPointer()), problem, cause)
}

// invalid returns an *Error for the token read last, which breaks rule.
func (d *decoder) invalid(rule journal.Rule) error {
	path := pathOf(d.json.StackPointer())
	return errorAt(d.data, d.start, path, ProblemInvalid, &journal.InvalidError{Field: path, Rule: rule})
}

// syntaxError returns an *Error for an error of package jsontext, whose own
// words quote the file.
func (d *decoder) syntaxError(err error) error {
	bad, ok := errors.AsType[*jsontext.SyntacticError](err)
	if !ok { // io.EOF, where a value should begin
		return errorAt(d.data, len(d.data), "", ProblemTruncated, nil)
	}
	offset := int(bad.ByteOffset)
	problem := ProblemSyntax
	switch {
	case errors.Is(bad.Err, io.ErrUnexpectedEOF):
		problem = ProblemTruncated
	case errors.Is(bad.Err, jsontext.ErrDuplicateName):
		problem = ProblemDuplicate
	case isSurrogate(d.data[offset:]):
		problem = ProblemSurrogate
	}
	return errorAt(d.data, offset, pathOf(bad.JSONPointer), problem, nil)
}

// isSurrogate reports whether data begins with the escape of a surrogate.
func isSurrogate(data []byte) bool {
	if len(data) < len(`\ud800`) || data[0] != '\\' || data[1] != 'u' {
		return false
	}
	unit, err := strconv.ParseUint(string(data[2:6]), 16, 16)
	return err == nil && unit >= 0xD800 && unit <= 0xDFFF
}

// member is a field of an object and how to read its value.
type member struct {
	name     string
	required bool
	read     func() error
}

// object reads an object that has the given members and no others.
func (d *decoder) object(members ...member) error {
	if _, err := d.expect('{', ProblemNotObject); err != nil {
		return err
	}
	begin := d.start
	seen := make([]bool, len(members))
	for {
		tok, err := d.token()
		if err != nil {
			return err
		}
		if tok.Kind() == '}' {
			break
		}
		i, err := d.find(members, tok.String())
		if err != nil {
			return err
		}
		seen[i] = true
		if err := members[i].read(); err != nil {
			return err
		}
	}
	for i, m := range members {
		if m.required && !seen[i] {
			path := pathOf(d.json.StackPointer().AppendToken(m.name))
			return errorAt(d.data, begin, path, ProblemMissing, nil)
		}
	}
	return nil
}

// find returns the index of the member with the name that was just read.
func (d *decoder) find(members []member, name string) (int, error) {
	problem := ProblemUnknown
	for i, m := range members {
		if m.name == name {
			return i, nil
		}
		if strings.EqualFold(m.name, name) {
			problem = ProblemCase
		}
	}
	return 0, d.fail(problem, nil)
}

// list reads a list of at most limit items. An empty one is nil.
func list[T any](d *decoder, items *[]T, limit int, read func(item *T) error) func() error {
	return func() error {
		if _, err := d.expect('[', ProblemNotList); err != nil {
			return err
		}
		for d.json.PeekKind() != ']' {
			if len(*items) == limit {
				if _, err := d.token(); err != nil {
					return err
				}
				return d.fail(ProblemTooMany, nil)
			}
			var item T
			if err := read(&item); err != nil {
				return err
			}
			*items = append(*items, item)
		}
		_, err := d.token()
		return err
	}
}

// word reads a name out of a set, or an id, as it stands.
func word[T ~string](d *decoder, value *T) func() error {
	return func() error {
		tok, err := d.expect('"', ProblemNotText)
		if err == nil {
			*value = T(tok.String())
		}
		return err
	}
}

// text reads what a user wrote, with line feeds for line ends.
func (d *decoder) text(value *string) func() error {
	return func() error {
		tok, err := d.expect('"', ProblemNotText)
		if err == nil {
			*value = strings.ReplaceAll(tok.String(), "\r\n", "\n")
		}
		return err
	}
}

// integer reads a whole number, written without fraction or exponent.
func (d *decoder) integer(value *int) func() error {
	return func() error {
		tok, err := d.expect('0', ProblemNotInteger)
		if err != nil {
			return err
		}
		*value, err = strconv.Atoi(tok.String())
		switch {
		case errors.Is(err, strconv.ErrRange):
			return d.fail(ProblemRange, nil)
		case err != nil:
			return d.fail(ProblemNotInteger, nil)
		}
		return nil
	}
}

func (d *decoder) number(value *float64) func() error {
	return func() error {
		tok, err := d.expect('0', ProblemNotNumber)
		if err != nil {
			return err
		}
		if *value, err = strconv.ParseFloat(tok.String(), 64); err != nil {
			return d.fail(ProblemRange, nil)
		}
		return nil
	}
}

func (d *decoder) boolean(value *bool) func() error {
	return func() error {
		tok, err := d.token()
		if err != nil {
			return err
		}
		if tok.Kind() != 't' && tok.Kind() != 'f' {
			return d.fail(ProblemNotBool, nil)
		}
		*value = tok.Bool()
		return nil
	}
}

// instant reads a time as RFC 3339 has it, offset included, and nothing looser.
func (d *decoder) instant(value *time.Time) func() error {
	return func() error {
		tok, err := d.expect('"', ProblemNotText)
		if err != nil {
			return err
		}
		// Package time takes a comma and an hour of one digit as well (go.dev/issue/54580).
		quoted, _ := jsontext.AppendQuote(nil, tok.String())
		if json.Unmarshal(quoted, value) != nil {
			return d.fail(ProblemTime, nil)
		}
		return nil
	}
}

func (d *decoder) week(value *journal.Week) func() error {
	return func() error {
		tok, err := d.expect('"', ProblemNotText)
		if err != nil {
			return err
		}
		if *value, err = journal.ParseWeek(tok.String()); err != nil {
			return d.invalid(journal.RuleWeek)
		}
		return nil
	}
}

// skip reads over a value.
func (d *decoder) skip() error {
	if err := d.json.SkipValue(); err != nil {
		return d.syntaxError(err)
	}
	return nil
}
