package calendar

import (
	"bytes"
	"slices"
	"strings"
)

// property is a content line in its parts, of which name is in capital letters.
type property struct {
	name       string
	parameters []byte // each with the semicolon before it
	value      []byte
	line       int
}

// nameOf returns the part of a line before its parameters and its value.
func nameOf(line []byte) []byte {
	for i, c := range line {
		if c == ':' || c == ';' {
			return line[:i]
		}
	}
	return line
}

// propertyOf takes a content line apart. Its value is empty where it has none.
func propertyOf(line []byte, number int) property {
	p := property{line: number}
	name := nameOf(line)
	p.name = strings.ToUpper(strings.TrimSpace(string(name[:min(len(name), 100)])))
	rest, quoted := line[len(name):], false
	for i, c := range rest {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			p.parameters, p.value = rest[:i], rest[i+1:]
			return p
		}
	}
	if i := bytes.IndexByte(rest, ':'); i >= 0 { // a quote without its end
		p.parameters, p.value = rest[:i], rest[i+1:]
	}
	return p
}

// parameter returns the value of a parameter, without its quotes, "" for none.
func (p property) parameter(name string) string {
	rest := p.parameters
	for len(rest) > 0 {
		rest = rest[1:]
		end, quoted := len(rest), false
		for i, c := range rest {
			if c == '"' {
				quoted = !quoted
			} else if c == ';' && !quoted {
				end = i
				break
			}
		}
		key, value, found := bytes.Cut(rest[:end], []byte("="))
		if !found { // vCalendar 1.0 has values alone
			key, value = []byte("ENCODING"), key
		}
		if bytes.EqualFold(bytes.TrimSpace(key), []byte(name)) {
			return string(bytes.Trim(bytes.TrimSpace(value), `"`))
		}
		rest = rest[end:]
	}
	return ""
}

// text returns the value without the space around it.
func (p property) text() string { return string(bytes.TrimSpace(p.value)) }

// is reports whether the value is one of values, whatever its letters.
func (p property) is(values ...string) bool {
	text := p.text()
	return slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(text, v) })
}
