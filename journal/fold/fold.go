// Package fold decides when two texts consist of the same letters.
//
// A reader takes many characters for the same: capitals and small letters,
// letters with and without accents, ’ and ', a no-break space and a space. What
// is searched, suggested, compared or hidden in a journal is folded first, here
// and nowhere else, so that all of them agree. The rule is what a reader of the
// language calls the same word, and in doubt what someone types who does not
// have the letter on the keyboard.
//
// Folding makes no difference between
//
//   - capital and small letters, in every script, ß and ss, ς and σ;
//   - letters with and without accents: also ё and е, ї and і, Vietnamese tones,
//     the breathings of Greek, the points of Hebrew, Arabic and Syriac, hamza and
//     madda, the nukta of India;
//   - letters with and without a stroke, bar or hook (ø and o, қ and к),
//     ligatures and their letters (æ and ae, ﬁ and fi, þ and th), dotless ı, i
//     and İ;
//   - forms of one letter: final ones of Hebrew, those of alef, yeh, kaf, heh and
//     ta marbuta, the shapes that Arabic letters take in a word, with and
//     without tatweel;
//   - hiragana and katakana, Korean syllables and their parts, full and half
//     width, letters in circles, superscripts, digits of every script;
//   - apostrophes of any kind; quotation marks; hyphens and dashes; spaces of any
//     kind and number;
//   - texts with and without characters that show nothing.
//
// It does make a difference where a reader sees another letter:
//
//   - ü and ue, å and aa, е and э, й and и;
//   - Latin, Greek and Cyrillic letters that look alike;
//   - か and が, は and ぱ, ア and ァ, ー and -;
//   - vowel signs and viramas of the scripts of India and its neighbors, vowels
//     and tones of Thai, Lao, Khmer and Burmese, since these spell other words;
//   - traditional and simplified characters;
//   - a hyphen, a space, and neither of them.
package fold

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// String returns text folded. Two texts have the same letters if their folded
// forms are equal.
func String(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	return string(New(text).runes)
}

// Equal reports whether two texts have the same letters.
func Equal(a, b string) bool { return String(a) == String(b) }

// plain reports whether folding only has to change capitals.
func plain(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c >= 0x7f || c < ' ' || c == '`' || c == ' ' && i+1 < len(text) && text[i+1] == ' ' {
			return false
		}
	}
	return true
}

// Text is a folded text that knows where in the original each letter was.
type Text struct {
	runes    []rune
	from, to []int // the bytes of the original that a rune comes from
}

// Span is a part of a text, from byte From up to but not including byte To.
type Span struct{ From, To int }

// New folds text.
func New(text string) Text {
	t := Text{make([]rune, 0, len(text)), make([]int, 0, len(text)), make([]int, 0, len(text))}
	begin := 0 // of the next letter
	for start := 0; start < len(text); {
		end := start + 1
		if end < len(text) && text[end] >= utf8.RuneSelf || !plain(text[start:end]) { // hardly ever
			end = start + max(1, norm.NFKC.NextBoundaryInString(text[start:], true))
		}
		begin = t.add(text, begin, start, end)
		start = end
	}
	return t
}

// Len returns the number of letters of the folded text.
func (t Text) Len() int { return len(t.runes) }

// Rune returns the letter at i.
func (t Text) Rune(i int) rune { return t.runes[i] }

// Span returns the part of the original that the letters from i up to but not
// including j come from, with all accents and invisible characters that belong
// to them; j must be greater than i.
func (t Text) Span(i, j int) Span { return Span{t.from[i], t.to[j-1]} }

// HasAt reports whether the letters of o are in t at i.
func (t Text) HasAt(i int, o Text) bool {
	return i+len(o.runes) <= len(t.runes) && slices.Equal(t.runes[i:i+len(o.runes)], o.runes)
}

// Spans returns the parts of the original in which a folded word is, from the first
// to the last, none of which overlap.
func (t Text) Spans(word string) (spans []Span) {
	letters := []rune(word)
	for i := 0; len(letters) > 0 && i+len(letters) <= len(t.runes); i++ {
		if slices.Equal(t.runes[i:i+len(letters)], letters) {
			spans = append(spans, t.Span(i, i+len(letters)))
			i += len(letters) - 1
		}
	}
	return spans
}

// TrimSpace returns t without the spaces at its ends.
func (t Text) TrimSpace() Text {
	from, to := 0, len(t.runes)
	for from < to && t.runes[from] == ' ' {
		from++
	}
	for to > from && t.runes[to-1] == ' ' {
		to--
	}
	return Text{t.runes[from:to], t.from[from:to], t.to[from:to]}
}

// add folds the part of text from byte start up to byte end: a letter with what
// combines with it, and what comes before it from byte begin on. It returns where
// the next letter begins. What folds to nothing belongs to the letter before, or
// to the one after where a word may begin.
func (t *Text) add(text string, begin, start, end int) (next int) {
	folded := letters(text[start:end])
	n := len(t.runes)
	switch {
	case folded != "":
	case strings.ContainsFunc(text[start:end], pairs):
		return end
	case n == 0 || t.runes[n-1] == ' ' || unicode.IsPunct(t.runes[n-1]):
		return begin
	default:
		t.extend(end)
	}
	for _, r := range folded {
		if t.joins(r, text, start) {
			t.extend(end)
			continue
		}
		t.runes, t.from, t.to = append(t.runes, r), append(t.from, begin), append(t.to, end)
	}
	return end
}

// joins reports whether r, which comes from byte start of text, is no letter but
// part of the last one, which then becomes what they make together.
func (t *Text) joins(r rune, text string, start int) bool {
	n := len(t.runes)
	if n == 0 {
		return changes(r, 0)
	}
	last, part := t.runes[n-1], r
	switch {
	case r == ' ':
		return last == ' ' // spaces that follow each other are one
	case changes(r, 0) && !changes(r, last):
		return true // an accent like any other
	case changes(r, 0), r >= 0x1161 && r <= 0x11C2: // the vowel or the end of a Korean syllable
	case isolated(text[start:]) && isolated(text[t.from[n-1]:]):
		part = final(r)
	default:
		return false
	}
	one := []rune(norm.NFC.String(string([]rune{last, part})))
	if len(one) == 1 {
		t.runes[n-1] = one[0]
	}
	return len(one) == 1
}

// extend makes the original up to byte end part of the last letter.
func (t *Text) extend(end int) {
	if n := len(t.to); n > 0 {
		t.to[n-1] = end
	}
}
