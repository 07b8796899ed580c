package ui

import (
	"strings"
	"unicode/utf8"

	"heliotrope/journal"
)

// mostPastedLines is how many lines may be pasted at once: with many more, an entry
// answers each key late.
const mostPastedLines = 1_000

// cleanLines makes text fit for a field of several lines, cut to at most limit
// bytes, and returns what it cut.
func cleanLines(text string, limit int) (clean, rest string) {
	text, _ = journal.CleanText(text, len(text))
	clean = cutTo(text, limit)
	end := 0
	for range mostPastedLines {
		next := strings.IndexByte(clean[end:], '\n')
		if next < 0 {
			return clean, text[len(clean):]
		}
		end += next + 1
	}
	return text[:end], text[end:]
}

// cleanLine makes text fit for a field of one line. What it cuts keeps its
// lines.
func cleanLine(text string, limit int) (clean, rest string) {
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
