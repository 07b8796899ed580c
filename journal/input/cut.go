package input

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cut is a part of a text that is left out.
type cut struct {
	from, to int
	spaced   bool // with the spaces around it, but for one
}

// without returns text without cuts, which are in its order.
func without(text string, cuts []cut) string {
	var b strings.Builder
	b.Grow(len(text))
	at := 0
	for i := 0; i < len(cuts); i++ {
		c := cuts[i]
		if !c.spaced {
			b.WriteString(text[at:c.from])
			at = c.to
			continue
		}
		for i+1 < len(cuts) && cuts[i+1].spaced && strings.TrimSpace(text[c.to:cuts[i+1].from]) == "" {
			i++
			c.to = cuts[i].to
		}
		words := strings.TrimRightFunc(text[at:c.from], unicode.IsSpace)
		rest := strings.TrimLeftFunc(text[c.to:], unicode.IsSpace)
		left, right := text[at+len(words):c.from], text[c.to:len(text)-len(rest)]
		if rest == "" {
			words = withoutSeparator(words)
		}
		b.WriteString(words)
		if b.Len() > 0 {
			b.WriteString(joint(left, right, rest))
		}
		at = len(text) - len(rest)
	}
	b.WriteString(text[at:])
	return b.String()
}

// withoutSeparator returns words without the comma or semicolon at their end, which
// divided them from what is left out.
func withoutSeparator(words string) string {
	_, size := utf8.DecodeLastRuneInString(words)
	if last := words[len(words)-size:]; isSeparators(last) {
		return words[:len(words)-size]
	}
	return words
}

// joint returns the spaces in place of those on both sides of what is left out
// before rest: one, or a break with its spaces; none before punctuation; at the
// end, all but one.
func joint(left, right, rest string) string {
	breaks := func(s string) (n int) {
		for _, r := range s {
			if isBreak(r) {
				n++
			}
		}
		return n
	}
	switch {
	case rest == "":
		_, size := utf8.DecodeLastRuneInString(left)
		return left[:len(left)-size]
	case left == "" || punctuation(rest) > 0 && right == "":
		return right
	case right == "":
		return left
	case breaks(left)+breaks(right) == 0:
		return " "
	case breaks(right) > breaks(left):
		return right
	}
	return left
}
