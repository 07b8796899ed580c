package past

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold makes text comparable for a search: without case and without accents.
func fold(text string) string {
	ascii := true
	for i := range len(text) {
		if text[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(text)
	}
	bare, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), text)
	if err != nil {
		bare = text
	}
	return strings.ToLower(bare)
}

// matches reports whether each word of a query, folded, is in folded text.
func matches(folded string, query []string) bool {
	for _, word := range query {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}
