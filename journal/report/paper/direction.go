package paper

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// isRightToLeft reports whether the first letter of runes that has a direction
// runs from right to left.
func isRightToLeft(runes []rune) bool {
	for _, r := range runes {
		switch classOf(base(r)) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// hasRightToLeft reports whether any of runes runs from right to left. Without
// one, a line is seen in reading order.
func hasRightToLeft(runes []rune) bool {
	return slices.ContainsFunc(runes, func(r rune) bool {
		class := classOf(base(r))
		return class == bidi.R || class == bidi.AL || class == bidi.AN
	})
}

func classOf(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

// printed returns text as it is seen from left to right, legible and on one
// line.
func printed(text string) string { return ordered(legible(text)) }

// ordered returns a text that is legible as it is seen from left to right.
func ordered(text string) string {
	runes := []rune(text)
	if !hasRightToLeft(runes) {
		return text
	}
	order, levels := visualOrder(runes, isRightToLeft(runes))
	seen := make([]rune, 0, len(runes))
	for _, i := range order {
		seen = append(seen, facing(runes[i], levels[i]))
	}
	return string(seen)
}

// visualOrder returns the places of a line's characters as they are seen from
// left to right, and the level of each: odd where the text runs from right to
// left. rightToLeft is the direction of the paragraph. A mark of such a text
// comes before its letter, which is where the font draws it.
func visualOrder(runes []rune, rightToLeft bool) (order, levels []int) {
	levels = levelsOf(runes, rightToLeft)
	order = make([]int, len(runes))
	for i := range order {
		order[i] = i
	}
	// Rule L2 of Unicode's bidirectional algorithm: reverse from the highest
	// level down.
	for level := 2; level >= 1; level-- {
		for from := 0; from < len(order); from++ {
			to := from
			for to < len(order) && levels[order[to]] >= level {
				to++
			}
			slices.Reverse(order[from:to])
			from = max(from, to-1)
		}
	}
	return order, levels
}

// levelsOf returns levels as Unicode's bidirectional algorithm does for a text
// without embeddings. Package bidi finds the directions but does not export
// the levels: they are 1 from right to left, and from left to right 0 or, within
// a text of the other direction, 2.
func levelsOf(runes []rune, rightToLeft bool) []int {
	levels := make([]int, len(runes))
	runes = bases(runes)
	mark, within := "\u200E", 0 // a mark that gives the paragraph its direction
	if rightToLeft {
		mark, within = "\u200F", 2
	}
	var paragraph bidi.Paragraph
	if _, err := paragraph.SetString(mark + string(runes)); err != nil {
		return levels
	}
	ordering, err := paragraph.Order()
	if err != nil {
		return levels
	}
	for n := range ordering.NumRuns() {
		run := ordering.Run(n)
		first, last := run.Pos()
		first, last = max(0, first-1), min(last-1, len(runes)-1) // without the mark
		for i := first; i <= last; i++ {
			levels[i] = within
			if run.Direction() == bidi.RightToLeft {
				levels[i] = 1
			}
		}
		if !rightToLeft && n > 0 && run.Direction() == bidi.LeftToRight {
			for i := range numberLength(runes[first : last+1]) {
				levels[first+i] = 2 // a number in a text from right to left
			}
		}
	}
	return levels
}

// numberLength returns how many of the first runes are a number.
func numberLength(runes []rune) int {
	length := 0
	for i, r := range runes {
		switch classOf(r) {
		case bidi.EN, bidi.AN:
			length = i + 1
		case bidi.ET:
			if i == length && i > 0 {
				length++ // "5%", but not "%" alone
			}
		case bidi.ES, bidi.CS, bidi.NSM:
		default:
			return length
		}
	}
	return length
}

// facing returns r, or its mirror image where the text runs from right to left.
func facing(r rune, level int) rune {
	if level%2 == 0 || isForeign(r) {
		return r
	}
	if mirror, ok := map[rune]rune{'«': '»', '»': '«', '‹': '›', '›': '‹', '<': '>', '>': '<'}[r]; ok {
		return mirror
	}
	return []rune(bidi.ReverseString(string(r)))[0]
}
