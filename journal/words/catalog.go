package words

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"heliotrope/assets"
)

// catalog is the sentences of one folder in one language, by their ids.
type catalog map[string]sentence

// sentence is a text with gaps, such as {{.Name}}. Where it depends on a number it
// has two forms, and one is empty where it does not.
type sentence struct{ one, other string }

// catalogs are those that were read, by the names of their files.
var catalogs sync.Map

// catalogOf returns the catalog of a folder in a language, which is read when it is
// first asked for. It is part of the program, so every test finds a bad one at once.
func catalogOf(folder string, lang Language) catalog {
	names := folder + "/*." + string(lang) + ".toml"
	if known, ok := catalogs.Load(names); ok {
		return known.(catalog)
	}
	files, err := fs.Glob(assets.Words, names)
	if err != nil {
		panic(fmt.Sprintf("words: %v", err))
	}
	c := make(catalog)
	for _, name := range files {
		content, err := assets.Words.ReadFile(name)
		if err == nil {
			err = c.read(string(content))
		}
		if err != nil {
			panic(fmt.Sprintf("words: %s: %v", name, err))
		}
	}
	catalogs.Store(names, c)
	return c
}

// read adds the sentences of a file. It is TOML, and each line that is not empty or
// a comment is one of
//
//	"ID" = "TEXT"
//	"ID" = { one = "TEXT", other = "TEXT" }
//
// which takes a fiftieth of the time and the memory that reading any TOML does.
func (c catalog) read(file string) error {
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		var s sentence
		r := lineReader{rest: line}
		id := r.text()
		r.skip(" = ")
		if strings.HasPrefix(r.rest, "{") {
			r.skip("{ one = ")
			s.one = r.text()
			r.skip(", other = ")
			s.other = r.text()
			r.skip(" }")
		} else {
			s.other = r.text()
		}
		if r.bad || r.rest != "" {
			return fmt.Errorf("not a sentence: %s", line)
		}
		c[id] = s
	}
	return nil
}

// lineReader reads a line from left to right.
type lineReader struct {
	rest string
	bad  bool // something else was there
}

func (r *lineReader) skip(part string) {
	rest, ok := strings.CutPrefix(r.rest, part)
	r.rest, r.bad = rest, r.bad || !ok
}

// text reads a text in quotes. What the catalog escapes is escaped alike in TOML
// and in Go.
func (r *lineReader) text() string {
	quoted, err := strconv.QuotedPrefix(r.rest)
	if err != nil || quoted[0] != '"' {
		r.bad = true
		return ""
	}
	r.rest = r.rest[len(quoted):]
	text, _ := strconv.Unquote(quoted)
	return text
}

// filled returns text with its gaps filled.
func filled(text string, args []Args) string {
	before, rest, gaps := strings.Cut(text, "{{.")
	if !gaps {
		return text
	}
	var b strings.Builder
	for gaps {
		b.WriteString(before)
		var name string
		name, rest, _ = strings.Cut(rest, "}}")
		b.WriteString(valueOf(name, args))
		before, rest, gaps = strings.Cut(rest, "{{.")
	}
	b.WriteString(before)
	return b.String()
}

// valueOf returns what fills a gap, from the last of args that has it.
func valueOf(name string, args []Args) string {
	for i := len(args) - 1; i >= 0; i-- {
		switch v := args[i][name].(type) {
		case nil:
		case string:
			return v
		default:
			return fmt.Sprint(v)
		}
	}
	return "<no value>"
}
