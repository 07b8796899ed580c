// Package texts makes texts fit for fields, which must not freeze, and for
// labels, which show the beginning of a long text.
package texts

import (
	"strings"
	"unicode/utf8"

	"heliotrope/journal"
)

// MostLines is how many lines may be pasted at once: with many more, an entry
// answers each key late.
const MostLines = 1_000

// CleanLines makes text fit for a field of several lines, cut to at most limit
// bytes, and returns what it cut.
func CleanLines(text string, limit int) (clean, rest string) {
	text, _ = journal.CleanText(text, len(text))
	clean = cutTo(text, limit)
	end := 0
	for range MostLines {
		next := strings.IndexByte(clean[end:], '\n')
		if next < 0 {
			return clean, text[len(clean):]
		}
		end += next + 1
	}
	return text[:end], text[end:]
}

// CleanLine makes text fit for a field of one line. What it cuts still has
// its lines.
func CleanLine(text string, limit int) (clean, rest string) {
	text, _ = journal.CleanText(text, len(text))
	head := cutTo(text, limit)
	clean = strings.Join(strings.FieldsFunc(head, func(r rune) bool { return r == '\n' || r == '\t' }), " ")
	return clean, text[len(head):]
}

// cutTo returns the beginning of a cleaned text that has at most limit bytes.
func cutTo(text string, limit int) string {
	head, _ := journal.CleanText(text[:min(len(text), max(limit, 0)+utf8.UTFMax)], limit)
	return head
}

// Flatten puts text on one line and shortens it to at most n characters: a
// label slows down with the length of its text.
func Flatten(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	return strings.TrimSpace(string(runes[:n-1])) + "…"
}
