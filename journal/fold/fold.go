// Package fold decides when two texts consist of the same letters.
//
// A reader takes many characters for the same: capitals and small letters,
// letters with and without accents, ’ and ', a no-break space and a space. What
// is searched, suggested, compared or hidden in a journal is folded first, here
// and nowhere else, so that all of them agree.
//
// Folding makes no difference between
//
//   - capital and small letters, in every script, ß and ss, ς and σ;
//   - letters with and without accents, vowel points and tone marks;
//   - letters with and without a stroke (ø and o), ligatures and their letters
//     (æ and ae, ﬁ and fi), dotless ı, i and İ;
//   - forms of one letter: final ones in Hebrew, those of Persian and Arabic,
//     hiragana and katakana, full and half width, superscripts and digits of
//     other scripts;
//   - apostrophes, quotation marks, hyphens and dashes, spaces of any kind and
//     number;
//   - texts with and without invisible characters.
//
// It does make a difference where another letter is read: ü and ue, か and が,
// vowel signs of the scripts of India, traditional and simplified characters.
package fold

import (
	"slices"
	"strings"
	"unicode"

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
	var f Text
	for start := 0; start < len(text); {
		if next := start + 1; next == len(text) || text[next] < 0x80 {
			if part := text[start:next]; plain(part) { // as nearly all are
				f.add(rune(strings.ToLower(part)[0]), start, next)
				start = next
				continue
			}
		}
		end := start + max(1, norm.NFKC.NextBoundaryInString(text[start:], true))
		segment := text[start:end]
		if segment == "´" { // which decomposes to a space with an accent
			segment = "'"
		}
		for _, r := range norm.NFC.String(letters(norm.NFKD.String(segment))) {
			f.add(r, start, end)
		}
		if n := len(f.to); n > 0 && f.to[n-1] < end && onlyMarks(text[start:end]) {
			f.to[n-1] = end // an accent goes with what it follows
		}
		start = end
	}
	return f
}

// Len returns the number of letters of the folded text.
func (t Text) Len() int { return len(t.runes) }

// Rune returns the letter at i.
func (t Text) Rune(i int) rune { return t.runes[i] }

// Span returns the part of the original that the letters from i up to but not
// including j come from; j must be greater than i.
func (t Text) Span(i, j int) Span { return Span{t.from[i], t.to[j-1]} }

// HasAt reports whether the letters of o are in t at i.
func (t Text) HasAt(i int, o Text) bool {
	return i+len(o.runes) <= len(t.runes) && slices.Equal(t.runes[i:i+len(o.runes)], o.runes)
}

// All returns the parts of the original in which query occurs, from left to
// right, none overlapping another. An empty query occurs nowhere.
func (t Text) All(query Text) (spans []Span) {
	for i := 0; len(query.runes) > 0 && i+len(query.runes) <= len(t.runes); {
		if !t.HasAt(i, query) {
			i++
			continue
		}
		spans = append(spans, t.Span(i, i+len(query.runes)))
		i += len(query.runes)
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

// add adds a letter. Spaces that follow each other become one.
func (t *Text) add(r rune, start, end int) {
	if n := len(t.runes); r == ' ' && n > 0 && t.runes[n-1] == ' ' {
		t.to[n-1] = end
		return
	}
	t.runes, t.from, t.to = append(t.runes, r), append(t.from, start), append(t.to, end)
}

// letters replaces and drops what makes no difference in a decomposed text.
func letters(text string) string {
	var b strings.Builder
	for _, r := range text {
		r = unicode.ToLower(unicode.ToUpper(r)) // by way of the capital, as ς and σ share one
		switch same, ok := sameAs[r]; {
		case ok:
			b.WriteString(same)
		case invisible(r) || mark(r):
		case unicode.IsSpace(r) || r == 0x2800: // U+2800 is a Braille pattern without dots
			b.WriteByte(' ')
		case unicode.Is(unicode.Pd, r):
			b.WriteByte('-')
		case r >= 'ァ' && r <= 'ヶ' || r == 'ヽ' || r == 'ヾ': // katakana
			b.WriteRune(r - 'ァ' + 'ぁ')
		default:
			b.WriteRune(digit(r))
		}
	}
	return b.String()
}

// mark reports whether a character is an accent, a vowel point or a tone mark.
// Marks of combining class 0 are vowels of their script, and those of kana make
// another letter.
func mark(r rune) bool {
	if r == 0x3099 || r == 0x309A {
		return false
	}
	return unicode.Is(unicode.Mn, r) && norm.NFD.PropertiesString(string(r)).CCC() != 0
}

// invisible reports whether a character shows nothing and takes no room.
func invisible(r rune) bool {
	switch r {
	case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0:
		return true // joiners and fillers that Unicode counts as letters or marks
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector) || unicode.IsControl(r) && !unicode.IsSpace(r)
}

func onlyMarks(text string) bool {
	for _, r := range norm.NFKD.String(text) {
		if !mark(r) {
			return false
		}
	}
	return true
}

// digit returns the digit that has the same value as a digit of another script,
// and other characters as they are.
func digit(r rune) rune {
	if r < 0x80 || !unicode.IsDigit(r) {
		return r
	}
	zero := r // digits of a script follow each other from a zero on
	for unicode.IsDigit(zero-1) && r-zero < 9 {
		zero--
	}
	return '0' + r - zero
}

// sameAs has the letters that decomposition does not reach.
var sameAs = map[rune]string{
	// Latin: strokes, ligatures, and letters without a dot.
	'ø': "o", 'đ': "d", 'ð': "d", 'ɖ': "d", 'ł': "l", 'ƚ': "l", 'ħ': "h", 'ŧ': "t", 'ƀ': "b", 'ɨ': "i", 'ɉ': "j",
	'ɍ': "r", 'ɏ': "y", 'ƶ': "z", 'ʉ': "u", 'ǥ': "g", 'ⱥ': "a", 'ⱦ': "t", 'ȼ': "c", 'ɇ': "e", 'ᵽ': "p", 'ꝁ': "k",
	'æ': "ae", 'œ': "oe", 'þ': "th", 'ŋ': "n", 'ĸ': "k", 'ı': "i", 'ȷ': "j", 'ß': "ss", 'ə': "e", 'ɛ': "e", 'ɔ': "o",
	// Cyrillic: letters with strokes and descenders.
	'ғ': "г", 'қ': "к", 'ҝ': "к", 'ҟ': "к", 'ҡ': "к", 'ң': "н", 'ҥ': "н", 'ұ': "ү", 'ҳ': "х", 'ҷ': "ч", 'ҹ': "ч",
	'җ': "ж", 'ҙ': "з", 'ҫ': "с", 'ҭ': "т", 'ө': "о", 'ґ': "г", 'ђ': "д",
	// Hebrew: forms at the end of a word, and the points that count as letters.
	'ך': "כ", 'ם': "מ", 'ן': "נ", 'ף': "פ", 'ץ': "צ", '׳': "'", '״': "\"", '־': "-",
	// Arabic and Persian: forms of one letter, and the stroke that stretches words.
	'ى': "ي", 'ی': "ي", 'ې': "ي", 'ک': "ك", 'ڪ': "ك", 'ة': "ه", 'ہ': "ه", 'ھ': "ه", 'ە': "ه", 'ٱ': "ا", 'ـ': "",
	// Apostrophes and quotation marks.
	'’': "'", '‘': "'", '‛': "'", '‚': "'", 'ʼ': "'", 'ʻ': "'", 'ʽ': "'", 'ʾ': "'", 'ʿ': "'", 'ʹ': "'", 'ˈ': "'",
	'′': "'", '`': "'", 'ꞌ': "'", '‹': "'", '›': "'",
	'“': "\"", '”': "\"", '„': "\"", '‟': "\"", '«': "\"", '»': "\"", '″': "\"", '「': "\"", '」': "\"", '『': "\"", '』': "\"",
	// Signs that are typed as others.
	'−': "-", '⁄': "/", '∕': "/", '×': "x", '·': ".", '・': ".", '•': ".",
}
