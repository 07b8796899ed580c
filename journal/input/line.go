package input

import (
	"slices"
	"strings"
	"unicode"

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
// Candidates or Problem is why.
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

// Long reports whether l takes more than 16 hours, about which the user is asked
// before it is saved.
func (l Line) Long() bool { return l.Hours > longHours }

// ParseLine reads a moment that is typed in one line, such as
//
//	Found the leak in the pool #checkout 3h +2 /debugging
//
// Tokens are whole words anywhere in it, in the same forms in every language:
//
//   - hours as [Hours] reads them, with a unit: 3h, 90m, 1h30, ½h, 1,5h, 3 h,
//     90 min, 1 h 30. Minutes without a unit belong to hours only if it is clear
//     that they do: "1h30", "1 h 30" and "1h 30" at the end, but not "3h 20 tickets".
//     A capital M alone means millions, and "à 14h30" or "9 h à 10 h" is the
//     time of day: both are words;
//   - #tag, or #"on call" for a tag with spaces or other characters, which is
//     taken to the byte; other quotation marks will do. A number after #, as of
//     an issue, is words;
//   - energy with its sign: +2, +1, +0, -0, ±0, -1, -2, also with a minus sign or
//     a dash, but not before a unit: "+2 %" is words;
//   - /kind: a name of a kind with hyphens for its spaces, or as much of it as no
//     other kind has; the letters count as in package fold. /"id" is the kind with
//     exactly that id.
//
// Punctuation after a token is not part of its value, and a comma before those at
// the end goes with them. If there are several of hours, energy and kind, the last
// that is understood counts. The others stay words, but vanish where only tokens
// follow: "+1 +2" is a change of mind.
//
// A backslash before a token makes it words and vanishes. What has the
// form of a token and cannot be understood stays words, with a [Token] that has
// the reason. Nothing else is changed: a text of several lines keeps them.
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
	before              []cut  // those of before
}

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
		last = &p.energy
		t.Energy = f.energy
		if !f.valid {
			t.Problem = &journal.InvalidError{Field: "energy", Rule: journal.RuleEnergy}
		}
	case SortKind:
		last = &p.kind
		p.readKind(f, &t)
	}
	if t.Understood() {
		if *last != nil {
			p.before = append(p.before, cut{(*last).Start, (*last).End, true})
		}
		*last = &t
	} else {
		p.add(t)
	}
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
	t.Tag, t.Problem = p.tag(f)
	if !p.add(t) || !t.Understood() {
		return
	}
	p.cuts = append(p.cuts, cut{f.start, f.end, true})
	if !slices.Contains(p.line.Tags, t.Tag) {
		p.line.Tags = append(p.line.Tags, t.Tag)
	}
}

// tag returns the tag that a form means, which may be one of those before: one
// without quotes is the same as one with the same letters.
func (p *parser) tag(f form) (tag string, problem *journal.InvalidError) {
	broken := func(rule journal.Rule) (string, *journal.InvalidError) {
		return "", &journal.InvalidError{Field: "tags[]", Rule: rule}
	}
	switch {
	case f.quoted && !f.closed:
		return broken(RuleQuote)
	case strings.TrimSpace(f.value) == "":
		return broken(journal.RuleRequired)
	case len(f.value) > journal.MaxName:
		return broken(journal.RuleLength)
	}
	for _, tag := range p.line.Tags {
		if tag == f.value || !f.quoted && fold.Equal(tag, f.value) {
			return tag, nil
		}
	}
	if len(p.line.Tags) == journal.MaxTags {
		return "", &journal.InvalidError{Field: "tags", Rule: journal.RuleCount}
	}
	return f.value, nil
}

func (p *parser) readKind(f form, t *Token) {
	if f.quoted && !f.closed {
		t.Problem = &journal.InvalidError{Field: "kind", Rule: RuleQuote}
		return
	}
	switch ids := p.kindIDs(f); len(ids) {
	case 0:
		t.Problem = &journal.InvalidError{Field: "kind", Rule: journal.RuleKind}
	case 1:
		t.Kind = ids[0]
	default:
		t.Candidates = ids
	}
}

// kindIDs returns the ids of the kinds that a form may mean.
func (p *parser) kindIDs(f form) []string {
	if f.quoted {
		if slices.ContainsFunc(p.kinds, func(k Kind) bool { return k.ID == f.value }) {
			return []string{f.value}
		}
		return nil
	}
	if p.names == nil {
		p.names = newNames(p.kinds)
	}
	return p.names.find(f.value)
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
	inOrder := func(a, b cut) int { return a.from - b.from }
	slices.SortFunc(p.cuts, inOrder)
	slices.SortFunc(p.before, inOrder)
	p.cuts = append(p.cuts, p.replaced()...)
	slices.SortFunc(p.cuts, inOrder)
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

// replaced returns the tokens that others of the line replace: only tokens follow
// them.
func (p *parser) replaced() []cut {
	cuts, before := p.cuts, p.before
	for rest := strings.TrimRightFunc(p.line.Typed, unicode.IsSpace); ; {
		switch n, m := len(cuts), len(before); {
		case n > 0 && cuts[n-1].spaced && cuts[n-1].to == len(rest):
			rest, cuts = rest[:cuts[n-1].from], cuts[:n-1]
		case m > 0 && before[m-1].to == len(rest):
			rest, before = rest[:before[m-1].from], before[:m-1]
		default:
			return p.before[m:]
		}
		rest = strings.TrimRightFunc(rest, unicode.IsSpace)
	}
}
