package chart

import (
	"cmp"
	"strings"
	"unicode"
)

// shorten returns text on one line, cut and ended by "…" where it is wider than
// room. It returns "" if less than a few characters would be left.
func shorten(text string, room, size float64, m Measurer) string {
	const fewest = 4
	text = oneLine(text)
	if m.Width(text, size, false) <= room {
		return text
	}
	runes := []rune(text)
	fits, tooMany := 0, len(runes)
	for tooMany-fits > 1 {
		middle := (fits + tooMany) / 2
		if m.Width(string(runes[:middle])+"…", size, false) <= room {
			fits = middle
		} else {
			tooMany = middle
		}
	}
	for fits > 0 && clings(runes[fits]) {
		fits--
	}
	if fits < fewest {
		return ""
	}
	return strings.TrimRight(string(runes[:fits]), " .,;:–-") + "…"
}

// oneLine returns text on one line, with one space between words.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// clings reports whether r belongs to the character before it.
func clings(r rune) bool {
	const (
		joiner            = '\u200d'
		lightest, darkest = '\U0001F3FB', '\U0001F3FF' // skins of emoji
	)
	return r == joiner || r >= lightest && r <= darkest || unicode.In(r, unicode.Mn, unicode.Me, unicode.Variation_Selector)
}

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
// the first word if that alone is too long, and at least a character.
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
