package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
)

// form is a part of a text that has the form of a token.
type form struct {
	start, end int // with the punctuation that goes with it
	sort       Sort
	value      string // of a tag or a kind: without its sign and its quotes
	quoted     bool
	closed     bool    // if quoted
	hours      float64 // of hours
	energy     journal.Energy
	valid      bool // of energy
}

// scanForms calls found for each part of text that has the form of a token, with
// the number of backslashes before it. If all is words, or after a backslash, a
// quote ends with its first word: what comes later might close it.
func scanForms(text string, allWords bool, found func(f form, escapes int)) {
	words := false // there are words before
	for at := 0; at < len(text); {
		if r, size := utf8.DecodeRuneInString(text[at:]); unicode.IsSpace(r) {
			at += size
			continue
		}
		start := at
		for start < len(text) && text[start] == '\\' {
			start++
		}
		f, ok := formAt(text[start:])
		if !ok || f.sort == SortHours && isTimeOfDay(text[:at], text[start+f.end:]) {
			words = true
			at = start + wordEnd(text[start:])
			continue
		}
		escapes := start - at
		words = words || escapes > 0
		if f.quoted && (allWords || escapes > 0) {
			f.end = wordEnd(text[start:])
		}
		f.start, f.end = start, start+f.end
		f.end += ownPunctuation(text[f.end:], words)
		found(f, escapes)
		at = f.end
		if at < len(text) && !startsTag(text[at:]) { // punctuation that is words
			n := wordEnd(text[at:])
			words = words || n > 0
			at += n
		}
	}
}

// formAt returns the form of a token that text begins with, without the
// punctuation after it.
func formAt(text string) (f form, ok bool) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case isHash(r):
		return tagAt(text)
	case r == '/':
		return kindAt(text, size)
	case '0' <= r && r <= '9', r == '.', r == ',', fractions[r][1] > 0:
		return hoursAt(text)
	case strings.ContainsRune("+-−–±", r):
		return energyAt(text, size)
	}
	return f, false
}

func hoursAt(text string) (f form, ok bool) {
	d, ok := scanDuration(text)
	if !ok || !d.unit {
		return f, false
	}
	f = form{sort: SortHours, hours: d.hours, end: d.end}
	if d.longer > 0 && endsToken(text[d.longer:]) && !isMillions(text[:d.longer]) {
		tight := !d.apart && gap(text[d.end:]) == 0
		if tight || d.minutesUnit || len(d.minutes) == 2 && (d.apart || noWord(text[d.longer:])) {
			return form{sort: SortHours, hours: d.hoursLonger, end: d.longer}, true
		}
	}
	return f, endsToken(text[d.end:]) && !isMillions(text[:d.end])
}

// isMillions reports whether text ends with a capital M alone.
func isMillions(text string) bool {
	before, ok := strings.CutSuffix(text, "M")
	return ok && unitName(before[max(0, len(before)-1):]) == ""
}

// noWord reports whether the line ends after text's first punctuation, or goes on
// with something that looks like a token.
func noWord(text string) bool {
	text = text[punctuation(text):]
	text = text[gap(text):]
	r, _ := utf8.DecodeRuneInString(text)
	return text == "" || isBreak(r) || isHash(r) || strings.ContainsRune(`/+-−–±\`, r)
}

func energyAt(text string, sign int) (f form, ok bool) {
	n := digits(text[sign:])
	if n == 0 || n > 2 || !endsToken(text[sign+n:]) || isUnit(text[sign+n:]) {
		return f, false
	}
	f = form{sort: SortEnergy, end: sign + n}
	if text[:f.end] == "±0" {
		f.valid = true
		return f, true
	}
	f.energy, f.valid = Energy(text[:f.end])
	return f, !strings.HasPrefix(text, "±")
}

// isUnit reports whether text goes on with the sign of a unit, so that the number
// before it is a difference.
func isUnit(text string) bool {
	r, _ := utf8.DecodeRuneInString(text[gap(text):])
	return strings.ContainsRune("%‰°€$£", r)
}

// isTimeOfDay reports whether hours between two texts are of the clock and not a
// duration, as French writes them: "à 14h30", "vers 9 h", "de 9 h à 10 h".
func isTimeOfDay(before, after string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	for _, word := range []string{"à", "jusqu’à", "jusqu'à", "vers", "dès", "at", "@"} {
		start := len(before) - len(word)
		if start >= 0 && strings.EqualFold(before[start:], word) {
			if r, _ := utf8.DecodeLastRuneInString(before[:start]); start == 0 || unicode.IsSpace(r) {
				return true
			}
		}
	}
	next, ok := strings.CutPrefix(after[gap(after):], "à")
	return ok && digits(next[gap(next):]) > 0
}

func tagAt(text string) (f form, ok bool) {
	signs := len(text) - len(strings.TrimLeftFunc(text, isHash))
	if f, ok = quotedAt(text, signs); ok {
		if f.closed && !endsTag(text[f.end:]) {
			f.closed, f.end = false, wordEnd(text)
		}
		f.sort = SortTag
		return f, true
	}
	end := signs
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || strings.ContainsRune(",，、،", r) {
			break
		}
		end += size
	}
	value := strings.TrimRightFunc(text[signs:end], isPunctuation)
	f = form{sort: SortTag, end: signs + len(value), value: value}
	isNumber := !strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsDigit(r) })
	return f, !isNumber && !journal.IsBlank(value) && endsTag(text[f.end:])
}

// quotedAt returns the quoted value that text has after so many bytes of signs. If
// the quote is not closed, the form ends with the word.
func quotedAt(text string, signs int) (f form, ok bool) {
	mark, size := utf8.DecodeRuneInString(text[signs:])
	i := strings.IndexRune(openQuotes, mark)
	if i < 0 || size == 0 {
		return f, false
	}
	closing := []rune(closeQuotes)[utf8.RuneCountInString(openQuotes[:i])]
	f = form{quoted: true}
	var b strings.Builder
	for at := signs + size; at < len(text) && b.Len() <= maxQuoted; {
		r, n := utf8.DecodeRuneInString(text[at:])
		if r == closing {
			f.end, f.value, f.closed = at+n, b.String(), true
			if mark != '"' { // a keyboard may put spaces within guillemets
				f.value = strings.TrimSpace(f.value)
			}
			return f, true
		}
		if next, m := utf8.DecodeRuneInString(text[at+n:]); r == '\\' && (next == closing || next == '\\') {
			at, n = at+n, m
		}
		b.WriteString(text[at : at+n])
		at += n
	}
	f.end = signs + size + wordEnd(text[signs+size:])
	return f, true
}

const (
	openQuotes  = `"“„«`
	closeQuotes = `"”“»`
	maxQuoted   = 4 * journal.MaxName // bytes in quotes
)

func kindAt(text string, sign int) (f form, ok bool) {
	if f, ok = quotedAt(text, sign); ok {
		if f.closed && !endsToken(text[f.end:]) {
			f.closed, f.end = false, wordEnd(text)
		}
		f.sort = SortKind
		return f, true
	}
	end := sign + wordEnd(text[sign:])
	value := strings.TrimRightFunc(text[sign:end], isPunctuation)
	first, _ := utf8.DecodeRuneInString(value)
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) || strings.ContainsRune(value, '/') {
		return f, false
	}
	return form{sort: SortKind, end: sign + len(value), value: value}, true
}

// wordEnd returns how many bytes there are up to the next space.
func wordEnd(text string) int {
	if n := strings.IndexFunc(text, unicode.IsSpace); n >= 0 {
		return n
	}
	return len(text)
}

// endsToken reports whether a token may end before text: nothing but punctuation
// follows in its word.
func endsToken(text string) bool {
	text = text[punctuation(text):]
	r, _ := utf8.DecodeRuneInString(text)
	return text == "" || unicode.IsSpace(r)
}

// endsTag reports whether a tag may end before text: another may follow a comma.
func endsTag(text string) bool {
	n := punctuation(text)
	return endsToken(text) || isSeparators(text[:n]) && startsTag(text[n:])
}

// startsTag reports whether text begins with a tag that may be escaped.
func startsTag(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isHash(r) || r == '\\'
}

// ownPunctuation returns how many bytes of the punctuation after a token go with
// it: commas between tokens, and everything if no words are before.
func ownPunctuation(text string, words bool) int {
	n := punctuation(text)
	if words && !isSeparators(text[:n]) {
		return 0
	}
	return n
}

// punctuation returns how many bytes of punctuation text begins with.
func punctuation(text string) int {
	return len(text) - len(strings.TrimLeftFunc(text, isPunctuation))
}

// isPunctuation reports whether r may follow a word without being part of it.
func isPunctuation(r rune) bool {
	return strings.ContainsRune(`.,;:!?…)]}"'”’»。，、；：！？）」』،؛؟`, r)
}

func isSeparators(text string) bool {
	return text != "" && strings.Trim(text, ",;，、；،؛") == ""
}

func isHash(r rune) bool { return r == '#' || r == '＃' }
