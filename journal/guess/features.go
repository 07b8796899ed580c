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

// stem is the number of letters that count of a word, so that most forms of one
// are the same: reviewed, reviewer and reviewing.
const stem = 7

// vocabulary numbers the words that have been seen, from 1 on, by their
// beginnings. Number 0 is any other word.
type vocabulary struct {
	stems  map[string]uint32 // by stem
	forms  map[string]uint32 // the same by what was written, which spares folding it again
	common map[uint32]bool   // those that show nothing alone
}

const (
	oneOnOne = "1:1" // however it is written
	number   = "0"   // any number
)

// see returns the number of a word, a new one for a new word.
func (v *vocabulary) see(written string) uint32 {
	if n, ok := v.forms[written]; ok {
		return n
	}
	s := stemOf(written)
	n, ok := v.stems[s]
	if !ok {
		n = uint32(len(v.stems) + 1)
		v.stems[s] = n
	}
	v.forms[written] = n
	return n
}

// find returns the number of a word, or 0.
func (v *vocabulary) find(written string) uint32 {
	if n, ok := v.forms[written]; ok {
		return n
	}
	return v.stems[stemOf(written)]
}

func stemOf(word string) string {
	if word == oneOnOne {
		return word
	}
	word = fold.String(word)
	if strings.Trim(word, "0123456789") == "" {
		return number
	}
	letters := 0
	for i := range word {
		if letters == stem {
			return word[:i]
		}
		letters++
	}
	return word
}

// features returns the features of a text and its tags; number returns the
// number of a word. Only what a moment may have is read, however long text is.
func (v *vocabulary) features(text string, tags []string, number func(string) uint32) []feature {
	var all []feature
	read := func(text string, first uint64) {
		before := uint32(first)
		eachWord(text[:min(len(text), journal.MaxMoment)], func(written string) {
			n := number(written)
			if before != 0 && n != 0 {
				all = append(all, pair(before, n))
			}
			if n != 0 && !v.common[n] {
				all = append(all, pair(alone, n))
			}
			before = n
		})
	}
	read(text, opening)
	for _, tag := range tags[:min(len(tags), journal.MaxTags)] {
		if n := number("#" + tag); n != 0 {
			all = append(all, pair(tagged, n))
		}
		read(tag, 0)
	}
	return all
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
