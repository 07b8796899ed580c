package report

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// masker hides names in what the user wrote.
type masker struct {
	names [][]rune // folded, longest first
	mark  string   // replaces a name
}

func newMasker(names []string, mark string) masker {
	m := masker{mark: mark}
	for _, name := range names {
		if f := fold(strings.TrimSpace(name)); len(f.runes) > 0 {
			m.names = append(m.names, f.runes)
		}
	}
	slices.SortStableFunc(m.names, func(a, b []rune) int { return len(b) - len(a) })
	return m
}

// mask returns text with the mark for every name in it that is a whole word, or
// several. Case, accents and the way in which a character is put together make
// no difference, nor do invisible characters and the kind of space, hyphen or
// apostrophe.
func (m masker) mask(text string) string {
	if len(m.names) == 0 || text == "" {
		return text
	}
	var b strings.Builder
	f, copied := fold(text), 0
	for i := 0; i < len(f.runes); {
		n := m.at(f.runes, i)
		if n == 0 {
			i++
			continue
		}
		b.WriteString(text[copied:max(copied, f.from[i])])
		b.WriteString(m.mark)
		copied = f.to[i+n-1]
		i += n
	}
	return b.String() + text[copied:]
}

// at returns the length of the longest name that is at i in text, 0 if none.
func (m masker) at(text []rune, i int) int {
	if i > 0 && oneWord(text[i-1], text[i]) {
		return 0
	}
	for _, name := range m.names {
		end := i + len(name)
		if end <= len(text) && slices.Equal(text[i:end], name) && (end == len(text) || !oneWord(text[end-1], text[end])) {
			return len(name)
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

// folded is a text in the form in which names are compared, and for every rune
// the bytes of the text that it comes from.
type folded struct {
	runes    []rune
	from, to []int
}

func fold(text string) folded {
	var f folded
	lower := cases.Fold()
	for start := 0; start < len(text); {
		end := start + max(1, norm.NFKD.NextBoundaryInString(text[start:], true))
		for _, r := range lower.String(norm.NFKD.String(text[start:end])) {
			f.add(r, start, end)
		}
		start = end
	}
	return f
}

// add adds a rune unless it makes no difference.
func (f *folded) add(r rune, start, end int) {
	switch {
	case unicode.Is(unicode.Cf, r): // soft hyphens and the like
		return
	case r >= 0x0300 && r <= 0x036F: // accents
		if n := len(f.to); n > 0 && f.to[n-1] == start {
			f.to[n-1] = end // goes with what it follows
		}
		return
	case unicode.IsSpace(r):
		r = ' '
		if n := len(f.runes); n > 0 && f.runes[n-1] == ' ' {
			f.to[n-1] = end
			return
		}
	case unicode.Is(unicode.Pd, r):
		r = '-'
	case strings.ContainsRune("’‘ʼ′", r):
		r = '\''
	}
	f.runes, f.from, f.to = append(f.runes, r), append(f.from, start), append(f.to, end)
}
