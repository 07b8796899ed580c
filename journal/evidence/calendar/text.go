package calendar

import (
	"bytes"
	"io"
	"mime/quotedprintable"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// maxTitle is the length of a title, in bytes. Longer ones are cut.
const maxTitle = 300

// text returns the text that a property has, as it is shown: on one line, and without
// what would change how the rest of the line is shown.
func text(p property) string {
	value := p.value[:min(len(p.value), 16*maxTitle)]
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
	return harmless(unescape(s))
}

var escapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\:`, ":", `\"`, `"`)

// unescape resolves the backslashes of RFC 5545, section 3.3.11.
func unescape(s string) string { return escapes.Replace(s) }

// harmless returns s on one line of at most maxTitle bytes, without control characters
// and those that turn the direction of what follows.
func harmless(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case r == utf8.RuneError, unicode.IsControl(r), !keeps(r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if b.Len()+utf8.RuneLen(r) > maxTitle-len("…") {
			return strings.TrimRight(b.String(), " ") + "…"
		}
		b.WriteRune(r)
	}
	return b.String()
}

// keeps reports whether a title keeps r: of the invisible characters only those that
// join emoji and the letters of some scripts.
func keeps(r rune) bool {
	const nonJoiner, joiner = 0x200C, 0x200D
	if r == nonJoiner || r == joiner {
		return true
	}
	return !unicode.In(r, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp) && r != 0xFFFE && r != 0xFFFF
}
