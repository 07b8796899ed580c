package report

import (
	"slices"
	"strings"
	"unicode"

	"heliotrope/journal/fold"
)

// masker hides names in what the user wrote.
type masker struct {
	names []fold.Text // longest first
	mark  string      // replaces a name
}

func newMasker(names []string, mark string) masker {
	m := masker{mark: mark}
	for _, name := range names {
		if f := fold.New(name).TrimSpace(); f.Len() > 0 {
			m.names = append(m.names, f)
		}
	}
	slices.SortStableFunc(m.names, func(a, b fold.Text) int { return b.Len() - a.Len() })
	return m
}

// mask returns text with the mark for every name in it that is a whole word, or
// several. What package fold calls the same letters makes no difference.
func (m masker) mask(text string) string {
	if len(m.names) == 0 || text == "" {
		return text
	}
	var b strings.Builder
	f, copied := fold.New(text), 0
	for i := 0; i < f.Len(); {
		n := m.at(f, i)
		if n == 0 {
			i++
			continue
		}
		name := f.Span(i, i+n)
		b.WriteString(text[copied:max(copied, name.From)])
		b.WriteString(m.mark)
		copied = name.To
		i += n
	}
	return b.String() + text[copied:]
}

// at returns the length of the longest name that is at i in text, 0 if none.
func (m masker) at(text fold.Text, i int) int {
	if i > 0 && oneWord(text.Rune(i-1), text.Rune(i)) {
		return 0
	}
	for _, name := range m.names {
		end := i + name.Len()
		if text.HasAt(i, name) && (end == text.Len() || !oneWord(text.Rune(end-1), text.Rune(end))) {
			return name.Len()
		}
	}
	return 0
}

// oneWord reports whether a word goes on from a to b. A digit ends a word of
// letters: better to hide a little more. Scripts that put no space between
// words are taken to have one everywhere.
func oneWord(a, b rune) bool {
	if unicode.IsDigit(a) && unicode.IsDigit(b) {
		return true
	}
	letter := func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana,
			unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	}
	return letter(a) && letter(b)
}
