package chart

import (
	"cmp"
	"strings"
)

// wrap breaks a text into at most so many lines that are no wider than room,
// between words where it can. What does not fit is cut and ended by "…".
func wrap(text string, room, size float64, most int, m Measurer) []string {
	fits := func(s string) bool { return m.Width(s, size, false) <= room }
	rest := oneLine(text)
	var lines []string
	for rest != "" && len(lines) < most-1 && !fits(rest) {
		line := head(rest, fits)
		lines = append(lines, strings.TrimRight(line, " "))
		rest = strings.TrimLeft(rest[len(line):], " ")
	}
	if rest != "" && !fits(rest) {
		rest = strings.TrimRight(head(rest, func(s string) bool { return fits(s + "…") }), " .,;:–-") + "…"
	}
	if rest != "" {
		lines = append(lines, rest)
	}
	return lines
}

// head returns the beginning of text that fits: whole words, or what fits of
// the first word if that is too long by itself, and at least a character.
func head(text string, fits func(string) bool) string {
	taken := ""
	for i, r := range text {
		if r == ' ' {
			if !fits(text[:i]) {
				break
			}
			taken = text[:i]
		}
	}
	if taken != "" {
		return taken
	}
	for i, r := range text {
		if i > 0 && !clings(r) && !afterJoiner(text[:i]) {
			if taken != "" && !fits(text[:i]) {
				break
			}
			taken = text[:i]
		}
	}
	return cmp.Or(taken, text)
}

func afterJoiner(text string) bool { return strings.HasSuffix(text, "\u200d") }
