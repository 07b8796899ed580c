package calendar

import (
	"bytes"
	"io"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"heliotrope/journal/evidence/source"
)

// text returns the text that a property has, as it is shown: on one line, and without
// what would change how the rest of the line is shown.
func text(p property) string {
	value := p.value[:min(len(p.value), 16*source.MaxText)]
	if len(p.parameters) > 0 && strings.EqualFold(p.parameter("ENCODING"), "QUOTED-PRINTABLE") {
		decoded, _ := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(value))) // up to what is wrong
		value = decoded
	}
	s := string(value)
	if len(value) < len(p.value) {
		s = strings.ToValidUTF8(s, "")
	}
	if !utf8.ValidString(s) { // what old programs on Windows write
		s, _ = charmap.Windows1252.NewDecoder().String(s)
	}
	return source.Harmless(unescape(s))
}

var escapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\:`, ":", `\"`, `"`)

// unescape resolves the backslashes of RFC 5545, section 3.3.11.
func unescape(s string) string { return escapes.Replace(s) }
