package controls

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
)

// Span is a part of a text, from byte From up to but not including byte To.
type Span struct{ From, To int }

// BreakLines returns the lines of a text that are no wider than width: between words,
// and inside one that is too wide alone. Nothing but the spaces at its breaks is left
// out.
func BreakLines(text string, width, size float32, style fyne.TextStyle) []Span {
	fits := func(from, to int) bool {
		return fyne.MeasureText(strings.TrimRight(text[from:to], " "), size, style).Width <= width
	}
	var lines []Span
	for from := 0; ; {
		if fits(from, len(text)) {
			return append(lines, Span{from, len(text)})
		}
		to := 0
		if words := ends(text, from, true); fits(from, words[0]) {
			to = last(words, func(end int) bool { return fits(from, end) })
		} else {
			to = last(ends(text, from, false), func(end int) bool { return fits(from, end) })
		}
		lines = append(lines, Span{from, from + len(strings.TrimRight(text[from:to], " "))})
		for to < len(text) && text[to] == ' ' {
			to++
		}
		if from = to; from == len(text) {
			return lines
		}
	}
}

// ends returns where a line that begins at a byte of a text may end: before each space,
// or before each rune but the first, and at the end.
func ends(text string, from int, spaces bool) (ends []int) {
	for i, r := range text[from:] {
		if i > 0 && (!spaces || r == ' ') {
			ends = append(ends, from+i)
		}
	}
	return append(ends, len(text))
}

// last returns the last of the ends that fits, or the first if none does.
func last(ends []int, fits func(end int) bool) int {
	n := sort.Search(len(ends), func(i int) bool { return !fits(ends[i]) })
	return ends[max(n-1, 0)]
}
