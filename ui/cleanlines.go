package ui

import (
	"strings"

	"heliotrope/journal"
)

// mostPastedLines is how many lines may be pasted at once: with many more, an entry
// answers each key late.
const mostPastedLines = 1_000

// cleanLines makes text fit for a field of several lines.
func cleanLines(text string, limit int) (clean string, cut int) {
	text, cut = journal.CleanText(text, limit)
	end := 0
	for range mostPastedLines {
		next := strings.IndexByte(text[end:], '\n')
		if next < 0 {
			return text, cut
		}
		end += next + 1
	}
	return text[:end], cut + len(text) - end
}
