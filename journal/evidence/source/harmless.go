package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText is how many bytes of a title or detail are kept.
const MaxText = 300

// Harmless returns text as it may be shown in a line of others: on one line of at most
// [MaxText] bytes, without control characters and those that turn the direction of
// what follows. What is no UTF-8 becomes U+FFFD.
func Harmless(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case !keeps(r):
			continue
		}
		if b.Len()+len(" ")+utf8.RuneLen(r) > MaxText-len("…") {
			return b.String() + "…"
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// keeps reports whether r is shown: of the invisible characters only those that join
// emoji and the letters of some scripts.
func keeps(r rune) bool {
	const nonJoiner, joiner = 0x200C, 0x200D
	if r == nonJoiner || r == joiner {
		return true
	}
	return !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) && r&0xFFFE != 0xFFFE
}
