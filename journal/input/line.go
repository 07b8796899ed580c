package input

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// Sort is what a token of a line stands for.
type Sort int

// The sorts of tokens.
const (
	SortTag    Sort = iota // #checkout, #"on call"
	SortHours              // 3h, 90 min, 1h30
	SortEnergy             // +2
	SortKind               // /debugging, /deb
)

// RuleQuote is the rule that a token breaks whose quotation mark is not closed at
// the end of a word.
const RuleQuote journal.Rule = "quote"

// maxTokens is how many tokens of a line are returned: more than anybody writes,
// and few enough for a paste of many megabytes. What comes after is words.
const maxTokens = 1_000

// Token is a part of a line that has the form of a tag, hours, energy or a kind.
// It is understood, and then one of its values is set, or it is words, and then
// Candidates or Problem tells why.
type Token struct {
	Start, End int // bytes in [Line.Typed]
	Sort       Sort

	Tag    string
	Hours  float64 // more than 0 and at most journal.MaxHours
	Energy journal.Energy
	Kind   string // id

	// Candidates are the ids of the kinds that the token may mean, if there are
	// several, in the order of [Matches].
	Candidates []string

	// Problem is the rule that the token breaks, or nil: [journal.RuleHours],
	// [journal.RuleEnergy], [journal.RuleKind] if there is no such kind,
	// [journal.RuleCount] and [journal.RuleLength] for tags, or [RuleQuote].
	Problem *journal.InvalidError
}

// Understood reports whether t was taken out of the words.
func (t Token) Understood() bool { return t.Problem == nil && t.Candidates == nil }

// Line is a moment as typed in one line.
type Line struct {
	// Typed is what was read: the text as typed, without what
	// [journal.CleanText] removes.
	Typed string

	// Text is the words: Typed without the tokens that were understood, one
	// space where each was, and otherwise to the byte.
	Text string

	Tags   []string
	Hours  float64        // 0 if not given
	Energy journal.Energy // counts if Rated
	Rated  bool
	Kind   string  // id, or "" if not given
	Tokens []Token // in the order of the line; of a very long one the first thousand or so
}

// Long reports whether l takes so many hours that they are asked about before it
// is saved.
func (l Line) Long() bool { return l.Hours > LongHours }

// Escape returns the line with a backslash before a token of it, which makes the
// token words.
func (l Line) Escape(t Token) string { return l.Typed[:t.Start] + `\` + l.Typed[t.Start:] }

// ParseLine reads a moment that is typed in one line, such as
//
//	Found the leak in the pool #checkout 3h +2 /debugging
//
// Tokens are whole words anywhere in it, in the same forms in every language:
//
//   - hours as [Hours] reads them, with a unit: 3h, 90m, 1h30, ½h, 1,5h, 3 h,
//     90 min, 1 h 30. Minutes without a unit belong to hours only if it is clear
//     that they do: "1h30", "1 h 30" and "1h 30" at the end, but not "3h 20 tickets".
//     A capital M alone is no minutes but millions;
//   - #tag, or #"on call" for a tag with spaces or other characters, which is
//     taken to the byte; other quotation marks will do. A number after #, as of an issue, is words;
//   - energy with its sign: +2, +1, +0, -0, ±0, -1, -2, also with a minus sign or
//     a dash;
//   - /kind: a name of a kind with hyphens for its spaces, or as much of it as no
//     other kind has; the letters count as in package fold. /"id" is the kind with
//     exactly that id.
//
// Punctuation after a token is not part of its value. If there are several of
// hours, energy and kind, the last that is understood counts and the others stay
// words. A backslash before a token makes it words and vanishes. What has the
// form of a token and cannot be understood stays words, with a [Token] that tells
// why. Nothing else is changed: a text of several lines keeps them.
//
// It takes time in proportion to the length of text, and never panics.
func ParseLine(text string, kinds []Kind) Line {
	text, _ = journal.CleanText(text, len(text))
	p := parser{line: Line{Typed: text}, kinds: kinds}
	scanForms(text, false, func(f form, escapes int) {
		if escapes > 0 {
			p.cuts = append(p.cuts, cut{from: f.start - 1, to: f.start})
			return
		}
		p.read(f)
	})
	p.finish()
	return p.line
}

// parser reads one line.
type parser struct {
	line  Line
	kinds []Kind
	names *names // made when a kind is looked up
	cuts  []cut

	hours, energy, kind *Token // the last that were understood
}

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
		if !ok {
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
	if n == 0 || n > 2 || !endsToken(text[sign+n:]) {
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
	number := true
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || strings.ContainsRune(",，、،", r) {
			break
		}
		number = number && unicode.IsDigit(r)
		end += size
	}
	value := strings.TrimRightFunc(text[signs:end], isPunctuation)
	f = form{sort: SortTag, end: signs + len(value), value: value}
	return f, !number && !journal.IsBlank(value) && endsTag(text[f.end:])
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

// read takes a form for what it stands for.
func (p *parser) read(f form) {
	t := Token{Start: f.start, End: f.end, Sort: f.sort}
	last := &p.hours
	switch f.sort {
	case SortTag:
		p.readTag(f, t)
		return
	case SortHours:
		t.Hours = f.hours
		if !possible(f.hours) {
			t.Hours, t.Problem = 0, &journal.InvalidError{Field: "hours", Rule: journal.RuleHours}
		}
	case SortEnergy:
		t.Energy, last = f.energy, &p.energy
		if !f.valid {
			t.Problem = &journal.InvalidError{Field: "energy", Rule: journal.RuleEnergy}
		}
	case SortKind:
		last = &p.kind
		p.readKind(f, &t)
	}
	if t.Understood() {
		*last = &t
		return
	}
	p.add(t)
}

// add adds a token if there are not too many, and reports whether it did.
func (p *parser) add(t Token) bool {
	if len(p.line.Tokens) >= maxTokens {
		return false
	}
	p.line.Tokens = append(p.line.Tokens, t)
	return true
}

func (p *parser) readTag(f form, t Token) {
	if f.quoted && !f.closed {
		t.Problem = &journal.InvalidError{Field: "tags[]", Rule: RuleQuote}
		p.add(t)
		return
	}
	t.Tag = f.value
	same := func(o string) bool { return !f.quoted && fold.Equal(o, f.value) || o == f.value }
	tooLong := len(f.value) > journal.MaxName
	if !tooLong {
		if i := slices.IndexFunc(p.line.Tags, same); i >= 0 {
			t.Tag = p.line.Tags[i]
			if p.add(t) {
				p.cuts = append(p.cuts, cut{f.start, f.end, true})
			}
			return
		}
	}
	switch {
	case tooLong:
		t.Problem = &journal.InvalidError{Field: "tags[]", Rule: journal.RuleLength}
	case strings.TrimSpace(f.value) == "":
		t.Problem = &journal.InvalidError{Field: "tags[]", Rule: journal.RuleRequired}
	case len(p.line.Tags) >= journal.MaxTags:
		t.Problem = &journal.InvalidError{Field: "tags", Rule: journal.RuleCount}
	}
	if t.Problem != nil {
		t.Tag = ""
		p.add(t)
		return
	}
	if p.add(t) {
		p.line.Tags = append(p.line.Tags, f.value)
		p.cuts = append(p.cuts, cut{f.start, f.end, true})
	}
}

func (p *parser) readKind(f form, t *Token) {
	if f.quoted && !f.closed {
		t.Problem = &journal.InvalidError{Field: "kind", Rule: RuleQuote}
		return
	}
	if p.names == nil {
		p.names = newNames(p.kinds)
	}
	var ids []string
	if f.quoted {
		if slices.ContainsFunc(p.kinds, func(k Kind) bool { return k.ID == f.value }) {
			ids = []string{f.value}
		}
	} else {
		ids = p.names.find(f.value)
	}
	switch len(ids) {
	case 0:
		t.Problem = &journal.InvalidError{Field: "kind", Rule: journal.RuleKind}
	case 1:
		t.Kind = ids[0]
	default:
		t.Candidates = ids
	}
}

// finish makes the words of what was not taken.
func (p *parser) finish() {
	l := &p.line
	for _, t := range []*Token{p.hours, p.energy, p.kind} {
		if t != nil {
			l.Tokens = append(l.Tokens, *t)
			p.cuts = append(p.cuts, cut{t.Start, t.End, true})
		}
	}
	slices.SortFunc(l.Tokens, func(a, b Token) int { return a.Start - b.Start })
	slices.SortFunc(p.cuts, func(a, b cut) int { return a.from - b.from })
	if p.hours != nil {
		l.Hours = p.hours.Hours
	}
	if p.energy != nil {
		l.Energy, l.Rated = p.energy.Energy, true
	}
	if p.kind != nil {
		l.Kind = p.kind.Kind
	}
	l.Text = without(l.Typed, p.cuts)
}

// cut is a part of a text that is left out.
type cut struct {
	from, to int
	spaced   bool // with the spaces around it, but for one
}

// without returns text without cuts, which are in its order.
func without(text string, cuts []cut) string {
	var b strings.Builder
	b.Grow(len(text))
	at := 0
	for i := 0; i < len(cuts); i++ {
		c := cuts[i]
		if !c.spaced {
			b.WriteString(text[at:c.from])
			at = c.to
			continue
		}
		for i+1 < len(cuts) && cuts[i+1].spaced && strings.TrimSpace(text[c.to:cuts[i+1].from]) == "" {
			i++
			c.to = cuts[i].to
		}
		words := strings.TrimRightFunc(text[at:c.from], unicode.IsSpace)
		rest := strings.TrimLeftFunc(text[c.to:], unicode.IsSpace)
		left, right := text[at+len(words):c.from], text[c.to:len(text)-len(rest)]
		b.WriteString(words)
		if b.Len() > 0 {
			b.WriteString(joint(left, right, rest))
		}
		at = len(text) - len(rest)
	}
	b.WriteString(text[at:])
	return b.String()
}

// joint returns the spaces in place of those on both sides of what is left out
// before rest: one, or a break with its spaces; none before punctuation; at the
// end, all but one.
func joint(left, right, rest string) string {
	breaks := func(s string) (n int) {
		for _, r := range s {
			if isBreak(r) {
				n++
			}
		}
		return n
	}
	switch {
	case rest == "":
		_, size := utf8.DecodeLastRuneInString(left)
		return left[:len(left)-size]
	case left == "" || punctuation(rest) > 0 && right == "":
		return right
	case right == "":
		return left
	case breaks(left)+breaks(right) == 0:
		return " "
	case breaks(right) > breaks(left):
		return right
	}
	return left
}

// FormatLine writes a moment as a line that [ParseLine] reads as its text, tags,
// hours, energy and kind. What of its text has the form of a token gets a
// backslash. If the kind is not one of kinds, it is left out.
func FormatLine(m journal.Moment, kinds []Kind) string {
	var b strings.Builder
	at := 0
	scanForms(m.Text, true, func(f form, escapes int) {
		b.WriteString(m.Text[at : f.start-escapes])
		b.WriteByte('\\')
		at = f.start - escapes
	})
	b.WriteString(m.Text[at:])
	var tokens []string
	var seen []string
	for _, tag := range m.Tags {
		token := TagToken(tag)
		if slices.ContainsFunc(seen, func(o string) bool { return fold.Equal(o, tag) }) {
			token = "#" + quote(tag) // which counts to the byte
		}
		tokens = append(tokens, token)
		seen = append(seen, tag)
	}
	if name, ok := KindToken(m.Kind, kinds); ok {
		tokens = append(tokens, name)
	}
	energy := energyToken(m.Energy)
	switch hours := hoursToken(m.Hours); {
	case m.Hours == 0:
		tokens = append(tokens, energy)
	case len(tokens) == 0: // hours after a number could be read together with it
		tokens = append(tokens, energy, hours)
	default:
		tokens = append(tokens, hours, energy)
	}
	for _, token := range tokens {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(token)
	}
	return b.String()
}

// TagToken writes a tag as a token, in quotes if it needs them.
func TagToken(tag string) string {
	token := "#" + tag
	if f, ok := formAt(token); ok && !f.quoted && f.end == len(token) && f.value == tag {
		return token
	}
	return "#" + quote(tag)
}

// KindToken writes a kind as a token: by the first of its names that means no
// other kind, or else by its id. It reports whether there is such a kind.
func KindToken(id string, kinds []Kind) (token string, ok bool) {
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.ID == id })
	if i < 0 {
		return "", false
	}
	known := newNames(kinds)
	for _, name := range kinds[i].Names {
		token := "/" + strings.Join(strings.Fields(strings.ToLower(name)), "-")
		f, ok := formAt(token)
		if ok && !f.quoted && f.end == len(token) && slices.Equal(known.find(f.value), []string{id}) {
			return token, true
		}
	}
	return "/" + quote(id), true
}

func quote(value string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}

func energyToken(e journal.Energy) string {
	if e < 0 {
		return "-" + string(rune('0'-e))
	}
	return "+" + string(rune('0'+e))
}
