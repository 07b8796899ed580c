package paper

import (
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letterForms are the shapes of an Arabic letter; 0 for one that it does not
// have. A letter without initial form does not join the one after it.
type letterForms struct{ isolated, final, initial, medial rune }

// arabicForms knows the letters that Unicode has shapes of. The shapes of a
// letter follow each other in the order of letterForms, and each decomposes
// into the letter.
var arabicForms = sync.OnceValue(func() map[rune]letterForms {
	forms := make(map[rune]letterForms)
	for _, block := range [][2]rune{{0xFB50, 0xFBFF}, {0xFE80, 0xFEF4}} {
		before, nth := rune(0), 0
		for shape := block[0]; shape <= block[1]; shape++ {
			parts := []rune(norm.NFKC.String(string(shape)))
			if len(parts) != 1 || parts[0] == shape || !prints(shape) {
				before = 0
				continue
			}
			letter := parts[0]
			f := forms[letter]
			if letter != before {
				before, nth, f = letter, 0, letterForms{}
			}
			*[]*rune{&f.isolated, &f.final, &f.initial, &f.medial}[min(nth, 3)] = shape
			forms[letter] = f
			nth++
		}
	}
	return forms
})

const (
	kashida = '\u0640' // a stroke that joins on both sides
	lam     = '\u0644'
)

// lamAlef are the ligatures of lam and the letter after it, isolated and final,
// which no reader of Arabic would see apart.
var lamAlef = map[rune][2]rune{
	'\u0622': {0xFEF5, 0xFEF6},
	'\u0623': {0xFEF7, 0xFEF8},
	'\u0625': {0xFEF9, 0xFEFA},
	'\u0627': {0xFEFB, 0xFEFC},
}

// joinArabic replaces Arabic letters in reading order by the shapes that they
// have next to their neighbors.
func joinArabic(runes []rune) []rune {
	forms := arabicForms()
	var joined []rune
	before := rune(0) // the last character that is not a mark
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		f, isLetter := forms[r]
		fromBefore := isLetter && f.final != 0 && joinsNext(before)
		if !isMark(r) {
			before = r
		}
		switch {
		case !isLetter:
			joined = append(joined, r)
		case r == lam && i+1 < len(runes) && lamAlef[runes[i+1]] != [2]rune{}:
			ligature := lamAlef[runes[i+1]][0]
			if fromBefore {
				ligature = lamAlef[runes[i+1]][1]
			}
			i++
			before = runes[i]
			joined = append(joined, ligature)
		default:
			joined = append(joined, f.nextTo(fromBefore, f.initial != 0 && joinsBefore(runes[i+1:])))
		}
	}
	return joined
}

func (f letterForms) nextTo(before, after bool) rune {
	switch {
	case before && after:
		return f.medial
	case before:
		return f.final
	case after:
		return f.initial
	}
	return f.isolated
}

// joinsNext reports whether r joins a letter after it.
func joinsNext(r rune) bool {
	return r == kashida || r == joiner || arabicForms()[r].initial != 0
}

// joinsBefore reports whether the first of runes that is not a mark joins a
// letter before it.
func joinsBefore(runes []rune) bool {
	for _, r := range runes {
		if !isMark(r) {
			return r == kashida || r == joiner || arabicForms()[r].final != 0
		}
	}
	return false
}

// isMark reports whether r is drawn on the character before it.
func isMark(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me) }
