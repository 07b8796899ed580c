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
		if IsName(name) {
			m.names = append(m.names, fold.New(name).TrimSpace())
		}
	}
	slices.SortStableFunc(m.names, func(a, b fold.Text) int { return b.Len() - a.Len() })
	return m
}

// mask returns text with the mark for every name in it that is a whole word, or
// several. What package fold calls the same letters makes no difference, nor
// does a hyphen for a space.
func (m masker) mask(text string) string {
	if len(m.names) == 0 || text == "" {
		return text
	}
	var b strings.Builder
	copied := 0
	for _, name := range m.spans(fold.New(text)) {
		b.WriteString(text[copied:name.From])
		b.WriteString(m.mark)
		copied = name.To
	}
	return b.String() + text[copied:]
}

// maskAll returns texts with each of them masked.
func (m masker) maskAll(texts []string) []string {
	if len(m.names) == 0 {
		return texts
	}
	masked := make([]string, len(texts))
	for i, text := range texts {
		masked[i] = m.mask(text)
	}
	return masked
}

// spans returns the parts of text that are names, from left to right. Names that
// share letters are one part, so that nothing is left of either.
func (m masker) spans(text fold.Text) []fold.Span {
	var spans []fold.Span
	for i := range text.Len() {
		n := m.at(text, i)
		if n == 0 {
			continue
		}
		name := text.Span(i, i+n)
		if last := len(spans) - 1; last >= 0 && name.From < spans[last].To {
			spans[last].To = max(spans[last].To, name.To)
		} else {
			spans = append(spans, name)
		}
	}
	return spans
}

// at returns the length of the longest name that is at i in text, 0 if none.
func (m masker) at(text fold.Text, i int) int {
	for _, name := range m.names {
		end := i + name.Len()
		if spelledAt(text, i, name) && (i == 0 || !oneWord(text.Rune(i-1), text.Rune(i))) &&
			(end == text.Len() || !oneWord(text.Rune(end-1), text.Rune(end)) || particle(text.Rune(end-1), text.Rune(end))) {
			return name.Len()
		}
	}
	return 0
}

// spelledAt reports whether name is at i in text, with a hyphen or a space.
func spelledAt(text fold.Text, i int, name fold.Text) bool {
	spaced := func(r rune) rune {
		if r == '-' {
			return ' '
		}
		return r
	}
	if i+name.Len() > text.Len() {
		return false
	}
	for k := range name.Len() {
		if spaced(text.Rune(i+k)) != spaced(name.Rune(k)) {
			return false
		}
	}
	return true
}

// oneWord reports whether a word goes on from a to b. A digit ends a word of
// letters, and so does a letter of another script: better to hide a little more.
// Scripts that put no space between words are taken to have one everywhere but
// before a vowel sign.
func oneWord(a, b rune) bool {
	if unicode.IsDigit(a) && unicode.IsDigit(b) {
		return true
	}
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
	if !letter(a) || !letter(b) || script(a) != script(b) {
		return false
	}
	return unicode.IsMark(b) || !unicode.In(a, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// particle reports whether b may begin a word that is written without a space
// after a name that ends in a, as those of Korean are.
func particle(a, b rune) bool { return unicode.Is(unicode.Hangul, a) && unicode.Is(unicode.Hangul, b) }

// script returns the name of the script of a letter.
func script(r rune) string {
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return name
		}
	}
	return ""
}

// IsName reports whether a name can be hidden: whether it has anything to read
// but punctuation.
func IsName(name string) bool {
	return strings.ContainsFunc(fold.String(name), func(r rune) bool {
		return unicode.In(r, unicode.Letter, unicode.Number, unicode.So)
	})
}
