package exchange

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// pathOf writes a JSON pointer, "/entries/3/week", the way that package journal
// names fields, "entries[3].week". No field of the format is a number, so a
// number is an index.
func pathOf(pointer jsontext.Pointer) string {
	var path strings.Builder
	for name := range pointer.Tokens() {
		switch {
		case isIndex(name):
			path.WriteString("[" + name + "]")
			continue
		case path.Len() > 0:
			path.WriteByte('.')
		}
		if !isFieldName(name) {
			name = "…"
		}
		path.WriteString(name)
	}
	return path.String()
}

func isIndex(name string) bool {
	return name != "" && len(name) <= 8 && strings.Trim(name, "0123456789") == ""
}

// isFieldName reports whether name looks like one that a program chose, so that
// an error may show it.
func isFieldName(name string) bool {
	return name != "" && len(name) <= 32 && !strings.ContainsFunc(name, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '_' && r != '-'
	})
}
