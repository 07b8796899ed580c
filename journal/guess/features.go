package guess

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// A feature is what a text shows of its kind: a word in it, the word that it
// begins with, two words that follow each other, or a tag. It is the number of
// a word with the number of the word before, or with one of these.
type feature uint64

const (
	alone   = 1<<32 - 1 - iota // a word, wherever it is
	opening                    // the first word
	tagged                     // a tag
)

func pair(before, word uint32) feature { return feature(before)<<32 | feature(word) }

// long and short are the numbers of letters at the beginning of a word that are
// features, so that most forms of a word share one: reviewed, reviewer, reviewing.
const long, short = 8, 5

// vocabulary numbers the words that have been seen, from 1 on, by their
// beginnings. Number 0 is any other word.
type vocabulary struct {
	beginnings map[string]uint32 // folded
	forms      map[string]word   // by what was written, which spares folding it again
	common     map[uint32]bool   // by the number of a long beginning
}

// word has the numbers of its beginnings.
type word struct {
	long, short uint32 // short is 0 if it is the same
	common      bool   // it shows nothing alone
}

const (
	oneOnOne  = "1:1" // however it is written
	anyNumber = "0"   // any other number
)

// setCommon makes a word one that shows nothing alone.
func (v *vocabulary) setCommon(written string) {
	w := v.see(written)
	w.common = true
	v.common[w.long], v.forms[written] = true, w
}

// see returns a word, with new numbers if it is new.
func (v *vocabulary) see(written string) word {
	w, ok := v.forms[written]
	if !ok {
		w = v.read(written, func(beginning string) uint32 {
			n, ok := v.beginnings[beginning]
			if !ok {
				n = uint32(len(v.beginnings) + 1)
				v.beginnings[beginning] = n
			}
			return n
		})
		v.forms[written] = w
	}
	return w
}

// find returns a word with the numbers that have been given.
func (v *vocabulary) find(written string) word {
	if w, ok := v.forms[written]; ok {
		return w
	}
	return v.read(written, func(beginning string) uint32 { return v.beginnings[beginning] })
}

// read returns a word; number returns the number of a beginning.
func (v *vocabulary) read(written string, number func(beginning string) uint32) word {
	if written == oneOnOne {
		return word{long: number(oneOnOne)}
	}
	letters := fold.String(written)
	if strings.Trim(letters, "0123456789") == "" {
		return word{long: number(anyNumber), common: true}
	}
	w := word{long: number(beginning(letters, long))}
	if b := beginning(letters, short); len(b) < len(letters) {
		w.short = number(b + "…")
	}
	w.common = v.common[w.long]
	return w
}

// beginning returns the first n letters of a word.
func beginning(word string, n int) string {
	for i := range word {
		if n == 0 {
			return word[:i]
		}
		n--
	}
	return word
}

// features returns the features of a text and its tags, and whole, which is the
// same for texts of the same words; get returns a word. Only as much is read as a
// moment may have.
func (v *vocabulary) features(text string, tags []string, get func(written string) word) (all []feature, whole feature) {
	all = make([]feature, 0, min(len(text), journal.MaxMoment)/2)
	read := func(text string, first uint32) {
		before := first
		eachWord(text[:min(len(text), journal.MaxMoment)], func(written string) {
			w := get(written)
			if before != 0 && w.long != 0 {
				all = append(all, pair(before, w.long))
			}
			if !w.common {
				all = append(all, pair(alone, w.long))
				if w.short != 0 {
					all = append(all, pair(alone, w.short))
				}
			}
			before = w.long
			const prime = 1099511628211 // of FNV-1a
			whole = (whole ^ feature(w.long)) * prime
		})
	}
	read(text, opening)
	same := whole
	for _, tag := range tags[:min(len(tags), journal.MaxTags)] {
		if w := get("#" + tag); w.long != 0 {
			all = append(all, pair(tagged, w.long))
		}
		read(tag, 0)
	}
	return all, same
}

// eachWord calls do with the words of a text: letters and digits that follow
// each other, and [oneOnOne].
func eachWord(text string, do func(word string)) {
	for len(text) > 0 {
		if size := sizeOneOnOne(text); size > 0 {
			do(oneOnOne)
			text = text[size:]
			continue
		}
		size := 0
		for size < len(text) {
			r, n := utf8.DecodeRuneInString(text[size:])
			if !inWord(r) {
				break
			}
			size += n
		}
		if size > 0 {
			do(text[:size])
		} else {
			_, size = utf8.DecodeRuneInString(text)
		}
		text = text[size:]
	}
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
}

// sizeOneOnOne returns the length of the 1:1, 1-1, 1–1, 1/1, 1on1, 1 to 1 and the
// like that text begins with, with the s of its plural, or 0.
func sizeOneOnOne(text string) int {
	if text[0] != '1' {
		return 0
	}
	for _, between := range [...]string{":", "-", "–", "/", "on", "-on-", " on ", "to", " to ", "o", " : "} {
		rest, ok := strings.CutPrefix(text[1:], between+"1")
		rest = strings.TrimPrefix(rest, "s")
		if next, _ := utf8.DecodeRuneInString(rest); ok && (rest == "" || !inWord(next)) {
			return len(text) - len(rest)
		}
	}
	return 0
}
