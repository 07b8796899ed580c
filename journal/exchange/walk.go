package exchange

import (
	"bytes"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
)

// walker goes over the tokens of a file in memory and knows where it is.
type walker struct {
	json  *jsontext.Decoder
	data  []byte
	tok   jsontext.Token // the one read last
	start int            // where that begins
	names []string       // in each object around it, the name read last; "" in a list
	err   error
}

// newWalker returns a walker at the start of data. It refuses invalid UTF-8 and
// lone surrogates; repeated names are left to the reading of what they name.
func newWalker(data []byte) *walker {
	return &walker{json: jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true)), data: data}
}

// next reads the next token of the value. It returns false after the last one
// and at an error.
func (w *walker) next() bool {
	if w.tok.Kind() != 0 && w.json.StackDepth() == 0 {
		return false
	}
	w.start = int(w.json.InputOffset())
	for w.start < len(w.data) && strings.IndexByte(" \t\r\n,:", w.data[w.start]) >= 0 {
		w.start++
	}
	tok, err := w.json.ReadToken()
	if err != nil {
		w.err = syntaxError(w.data, err)
		return false
	}
	w.tok = tok
	switch kind := tok.Kind(); {
	case kind == '{' || kind == '[':
		w.names = append(w.names, "")
	case kind == '}' || kind == ']':
		w.names = w.names[:len(w.names)-1]
	case w.atName():
		w.names[len(w.names)-1] = tok.String()
	}
	return true
}

// path returns the path to the token read last.
func (w *walker) path() string { return pathOf(w.json.StackPointer()) }

// field returns the name of the field that the token read last is in, or "" at
// the top.
func (w *walker) field() string {
	for _, name := range slices.Backward(w.names) {
		if name != "" {
			return name
		}
	}
	return ""
}

// atName reports whether the token read last is the name of a member.
func (w *walker) atName() bool {
	kind, length := w.json.StackIndex(w.json.StackDepth())
	return kind == '{' && length%2 == 1
}

// fail returns an *Error for the token read last.
func (w *walker) fail(problem Problem) error {
	return errorAt(w.data, w.start, w.path(), problem, nil)
}

// invalid returns an *Error for the token read last, which breaks rule.
func (w *walker) invalid(rule journal.Rule) error {
	path := w.path()
	return errorAt(w.data, w.start, path, ProblemInvalid, &journal.InvalidError{Field: path, Rule: rule})
}

// place is where a field is in a file.
type place struct{ name, value int }

// locate returns the place of the field at path, or of the innermost object
// around it that is there. The data must be valid.
func locate(data []byte, path string) place {
	var found place
	w := newWalker(data)
	for name := 0; w.next(); {
		kind, here := w.tok.Kind(), w.path()
		switch rest, inside := strings.CutPrefix(path, here); {
		case kind == '}' || kind == ']':
		case w.atName():
			if name = w.start; here == path {
				found.name = name
			}
		case here == path:
			return place{name, w.start}
		case inside && (here == "" || rest[0] == '.' || rest[0] == '['):
			found.value = w.start
		}
	}
	return found
}
