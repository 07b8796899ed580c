package paper

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// box replaces a character for which there is nothing else.
const box = '□'

// legible returns text as it can be shown, in reading order: composed letters,
// joined Arabic, a [foreign] character or names in brackets for what the font
// lacks. It is one line: line ends and other controls become spaces.
func legible(text string) string {
	if isPlain(text) {
		return text
	}
	return string(legibleRunes(text))
}

// isPlain reports whether text can be printed as it is: Latin, Greek, Cyrillic
// and symbols that do not depend on what is next to them.
func isPlain(text string) bool {
	for _, r := range text {
		alone := r >= ' ' && r <= '~' ||
			r >= 0xA0 && r < 0x300 && r != softHyphen ||
			r >= 0x370 && r < 0x483 ||
			r >= 0x2010 && r < 0x2028 || r == 0x202F || r >= 0x2030 && r < 0x2060 ||
			r >= 0x20A0 && r < 0x20D0 || r >= 0x2190 && r < 0x2600
		if !alone || !prints(r) {
			return false
		}
	}
	return true
}

const (
	softHyphen = '\u00AD'
	nonJoiner  = '\u200C'
	joiner     = '\u200D'
)

func legibleRunes(text string) []rune {
	text = norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))
	var shown []rune
	runes := joinArabic(substituted([]rune(text)))
	picture := false // the character before was a picture of the font
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case r == joiner && picture && i+1 < len(runes) && isPicture(runes[i+1]):
			i++ // a heart on fire is a heart
		case picture && isSkin(r):
		case unseen(r): // a key around a digit, or what is never seen
		case unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp):
			shown, picture = append(shown, ' '), false
		case prints(r):
			shown, picture = append(shown, r), isPicture(r)
		case isForeign(r): // a character for private use, which must not stand for another
			shown, picture = append(shown, box), false
		case unicode.Is(unicode.M, r):
			// its letter is read without the mark
		default:
			end := foreignEnd(runes, i)
			shown, picture = append(shown, legibleForeign(string(runes[i:end]))...), false
			i = end - 1
		}
	}
	return shown
}

// foreignEnd returns where the characters end that the font lacks and that begin
// at start, with their marks and what is joined to them.
func foreignEnd(runes []rune, start int) int {
	for i := start + 1; i < len(runes); i++ {
		r := runes[i]
		joined := runes[i-1] == joiner && isPicture(r)
		if !joined && !unseen(r) && !unicode.Is(unicode.M, r) && (prints(r) || isForeign(r) || unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp)) {
			return i
		}
	}
	return len(runes)
}

// substituted replaces what the font lacks by plainer characters that mean the
// same, where there are any: "㎏" is kg.
func substituted(runes []rune) []rune {
	var plainer []rune
	for _, r := range runes {
		parts := []rune{r}
		if !prints(r) {
			parts = []rune(norm.NFKD.String(string(r)))
		}
		if slices.ContainsFunc(parts, func(r rune) bool { return !prints(r) }) {
			parts = []rune{r}
		}
		plainer = append(plainer, parts...)
	}
	return plainer
}

// isPicture reports whether r may be an emoji.
func isPicture(r rune) bool {
	return r >= 0x1F000 && r < 0x20000 || r >= 0x2190 && r < 0x3000 && unicode.Is(unicode.So, r)
}

func isSkin(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }

func isFlagLetter(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
