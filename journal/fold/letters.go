package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters returns the letters of a segment of text without what makes no
// difference.
func letters(segment string) string {
	if len(segment) == 1 && plain(segment) {
		return strings.ToLower(segment)
	}
	var (
		b    strings.Builder
		last rune
	)
	for _, r := range norm.NFKD.String(withoutSpacing(segment)) {
		if changes(r, last) {
			b.WriteRune(r)
			continue
		}
		if accent(r) || invisible(r) {
			continue
		}
		last = unicode.ToLower(unicode.ToUpper(r)) // by way of the capital, which ς and σ share
		if same, ok := sameAs[last]; ok {
			b.WriteString(same)
			continue
		}
		switch {
		case unicode.IsSpace(last) || last == blankBraille:
			last = ' '
		case unicode.Is(unicode.Pd, last):
			last = '-'
		case last >= 'ァ' && last <= 'ヶ' || last == 'ヽ' || last == 'ヾ':
			last -= 'ァ' - 'ぁ'
		default:
			last = digit(last)
		}
		b.WriteRune(last)
	}
	return norm.NFC.String(b.String())
}

const blankBraille = 0x2800 // a pattern without dots

// withoutSpacing returns text with accents that stand alone, such as ¨, as those
// on a letter. They decompose to a space and an accent.
func withoutSpacing(text string) string {
	var b strings.Builder
	for _, r := range text {
		c := string(r)
		if d := string(norm.NFKD.PropertiesString(c).Decomposition()); len(d) > 1 && d[0] == ' ' {
			c = d[1:]
		}
		if same, ok := sameAs[r]; ok {
			c = same
		}
		b.WriteString(c)
	}
	return b.String()
}

// accent reports whether a character is an accent, a point or a tone that makes
// no other letter. Unicode's combining class shows which are: 1 are strokes, 7
// nuktas, 8 the voices of kana, 10 to 36 the points of Hebrew, Arabic and Syriac, from 200 on marks
// above and below; others are vowels, tones and viramas of their script.
func accent(r rune) bool {
	const burmeseTone = 0x1037 // in the class of nuktas
	if !unicode.Is(unicode.Mn, r) || r == burmeseTone {
		return unicode.Is(unicode.Me, r)
	}
	class := norm.NFD.PropertiesString(string(r)).CCC()
	return class == 1 || class == 7 || class == 8 || class >= 10 && class <= 36 || class >= 200
}

// changes reports whether an accent makes another letter of the one before it,
// which is 0 if it is not known yet: й of и, and が of か.
func changes(accent, letter rune) bool {
	switch accent {
	case 0x0306:
		return letter == 'и' || letter == 0
	case 0x3099, 0x309A:
		return unicode.In(letter, unicode.Hiragana, unicode.Katakana) || letter == 0
	}
	return false
}

// invisible reports whether a character shows nothing and takes no room, or
// only stretches the word that it is in.
func invisible(r rune) bool {
	const emptyNote = 0x1D159 // a note of music without a head
	return r == 'ـ' || r == emptyNote || unicode.IsControl(r) && !unicode.IsSpace(r) ||
		unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// Shows reports whether a character can be seen alone: not a space, not one that
// shows nothing, and not an accent, which needs a letter.
func Shows(r rune) bool {
	return !unicode.IsSpace(r) && r != blankBraille && (r == 'ـ' || !invisible(r)) && !unicode.In(r, unicode.Mn, unicode.Me)
}

// pairs reports whether a character, which shows nothing, begins or ends a
// direction of writing: the other one of the pair may be far away.
func pairs(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// isolated reports whether text begins with a part of a Korean syllable as it
// is typed and shown alone.
func isolated(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text, invisible))
	return r >= 'ㄱ' && r <= 'ㅣ' || r >= 0xFFA1 && r <= 0xFFDC // of half width
}

// final returns the consonant that ends a Korean syllable for the one that
// begins it, and other characters as they are.
func final(r rune) rune {
	const begin, end = 0x1100, 0x11A7
	places := [...]rune{1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27}
	if i := int(r - begin); i >= 0 && i < len(places) && places[i] > 0 {
		return end + places[i]
	}
	return r
}

// digit returns the digit that has the same value as a digit of another script,
// and other characters as they are.
func digit(r rune) rune {
	if r < utf8.RuneSelf || !unicode.IsDigit(r) {
		return r
	}
	zero := r // digits of a script follow each other from a zero on
	for unicode.IsDigit(zero-1) && r-zero < 9 {
		zero--
	}
	return '0' + r - zero
}

// variants has, after the letters that they are the same as, those that
// decomposition does not reach.
var variants = [][2]string{
	// Latin: strokes, hooks, ligatures, small capitals, letters without a dot.
	{"a", "ⱥɑᴀ"}, {"ae", "æᴁ"}, {"b", "ƀƃɓʙ"}, {"c", "ȼƈɕᴄ"}, {"d", "đðɖɗƌᴅ"}, {"e", "ɇəǝɛᴇ"}, {"f", "ƒꜰ"},
	{"g", "ǥɠɡɢ"}, {"h", "ħɦⱨʜ"}, {"i", "ıɨɪ"}, {"j", "ɉȷʝᴊ"}, {"k", "ƙꝁĸⱪᴋ"}, {"l", "łƚɫɬɭⱡʟ"}, {"m", "ɱᴍ"},
	{"n", "ŋɲɳƞɴ"}, {"o", "øɔɵᴏ"}, {"oe", "œɶ"}, {"p", "ᵽƥᴘ"}, {"q", "ɋʠ"}, {"r", "ɍɽɼʀ"}, {"s", "ȿʂꜱ"}, {"ss", "ß"},
	{"t", "ŧƭʈƫⱦᴛ"}, {"th", "þ"}, {"u", "ʉᴜ"}, {"v", "ʋⱱᴠ"}, {"w", "ⱳᴡ"}, {"y", "ɏƴʏ"}, {"z", "ƶȥɀⱬᴢ"},
	// Cyrillic: strokes, hooks, descenders, and yat.
	{"г", "ґғҕ"}, {"е", "ѣ"}, {"ж", "җ"}, {"з", "ҙ"}, {"к", "қҝҟҡӄ"}, {"н", "ңҥӈ"}, {"о", "ө"}, {"п", "ҧ"}, {"с", "ҫ"},
	{"т", "ҭ"}, {"у", "үұ"}, {"х", "ҳ"}, {"ч", "ҷҹ"},
	// Hebrew: forms at the end of a word, and the digraphs of Yiddish.
	{"כ", "ך"}, {"מ", "ם"}, {"נ", "ן"}, {"פ", "ף"}, {"צ", "ץ"}, {"וו", "װ"}, {"וי", "ױ"}, {"יי", "ײ"},
	// Arabic, Persian and Urdu: forms of one letter.
	{"ا", "ٱ"}, {"ه", "ةۃہھە"}, {"ك", "کڪ"}, {"ي", "ىیې"},
	// Signs that are typed as others.
	{"'", "’‘‛‚ʼʻʽʾʿʹˈˊˋ′`´΄᾽᾿ꞌ‹›՚׳❛❜"}, {"\"", "ʺ“”„‟«»″「」『』〝〞〟״❝❞"}, {"-", "−־⁃˗"}, {"~", "〜"},
	{"/", "⁄∕"}, {"x", "×"}, {".", "·・•‧"},
}

var sameAs = func() map[rune]string {
	same := make(map[rune]string)
	for _, v := range variants {
		for _, r := range v[1] {
			same[r] = v[0]
		}
	}
	return same
}()
