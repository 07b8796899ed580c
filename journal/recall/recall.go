// Package recall completes what the user writes with what they wrote before.
//
// It compares texts as package fold does, so capitals and accents need not be
// typed. Of texts with the same letters only the last spelling is offered. What is
// private is not: others may look at the screen while something else is typed.
package recall

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// Past is what the user has written. Its methods other than [Past.Add] may be
// called concurrently.
type Past struct {
	texts, tags spellings
	kinds       []string // of all moments, in the order in which they were added
}

// Lately is how many of the last moments [Past.Uses] counts.
const Lately = 100

// New returns the past of entries, oldest first. Ten years of them may take a tenth
// of a second: the window calls it on another goroutine than its own.
func New(entries []journal.Entry) *Past {
	p := new(Past)
	for i := range entries {
		for _, m := range entries[i].Moments {
			p.Add(m)
		}
	}
	return p
}

// Add adds a moment as the last one.
func (p *Past) Add(m journal.Moment) {
	p.kinds = append(p.kinds, m.Kind)
	now := len(p.kinds)
	p.texts.add(m.Text, now, m.Private)
	if !m.Private {
		for _, tag := range m.Tags {
			p.tags.add(tag, now, false)
		}
	}
}

// Uses returns how many of the last [Lately] moments are of a kind.
func (p *Past) Uses(kind string) int {
	n := 0
	for _, k := range p.kinds[max(0, len(p.kinds)-Lately):] {
		if k == kind {
			n++
		}
	}
	return n
}

// Moments returns at most n texts of moments, a few, that what was typed may become:
// first those that begin with it, then those in which each word of it begins a
// word. Among them come first those used lately and often. A text is returned on
// one line, and not if it is what was typed, or was ever private. If nothing was
// typed, any text matches.
func (p *Past) Moments(typed string, n int) []string { return p.texts.find(typed, n, len(p.kinds)) }

// Tags returns at most n tags that what was typed may become, with or without a
// #, chosen as [Past.Moments] does.
func (p *Past) Tags(typed string, n int) []string {
	return p.tags.find(strings.TrimLeft(strings.TrimSpace(typed), "#＃"), n, len(p.kinds))
}

// spellings are texts by their letters.
type spellings struct {
	all []spelling
	at  map[string]int // in all, by letters
}

type spelling struct {
	text    string // as last written
	letters string // folded
	times   float64
	last    int  // the last moment that has it, counted from the first
	private bool // in any of them
}

func (s *spellings) add(text string, now int, private bool) {
	letters := strings.TrimSpace(fold.String(text))
	if letters == "" {
		return
	}
	i, ok := s.at[letters]
	if !ok {
		if s.at == nil {
			s.at = make(map[string]int)
		}
		i = len(s.all)
		s.at[letters], s.all = i, append(s.all, spelling{letters: letters})
	}
	one := &s.all[i]
	one.text, one.last = text, now
	one.times++
	one.private = one.private || private
}

// rank returns how well a spelling fits before others: often and lately used,
// where each hundred moments without it halve how often that was.
func (s *spelling) rank(now int) float64 {
	return s.times * math.Exp2(-float64(now-s.last)/Lately)
}

func (s *spellings) find(typed string, n, now int) []string {
	if n <= 0 || len(typed) > journal.MaxMoment {
		return nil
	}
	letters := strings.TrimLeft(fold.String(typed), " ")
	words := strings.Fields(letters)
	slices.Sort(words)
	words = slices.Compact(words)
	var best []match // at most n, in order
	for i := range s.all {
		one := &s.all[i]
		m := match{one, strings.HasPrefix(one.letters, letters), one.rank(now)}
		if one.private || one.text == typed || !m.begins && slices.ContainsFunc(words, one.lacksWord) {
			continue
		}
		if at, _ := slices.BinarySearchFunc(best, m, match.compare); at < n {
			best = slices.Insert(best[:min(len(best), n-1)], at, m)
		}
	}
	var found []string
	for _, m := range best {
		text := m.text
		if strings.ContainsAny(text, "\n\t") {
			text = strings.Join(strings.Fields(text), " ")
		}
		found = append(found, text)
	}
	return found
}

// match is a spelling that fits what was typed.
type match struct {
	*spelling
	begins bool // with what was typed
	rank   float64
}

// compare orders matches, the best one first.
func (m match) compare(o match) int {
	if m.begins != o.begins {
		if m.begins {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(o.rank, m.rank), o.last-m.last, strings.Compare(m.letters, o.letters))
}

// lacksWord reports whether no word of s begins with word.
func (s *spelling) lacksWord(word string) bool {
	for at := 0; ; {
		i := strings.Index(s.letters[at:], word)
		if i < 0 {
			return true
		}
		at += i
		if r, _ := utf8.DecodeLastRuneInString(s.letters[:at]); at == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
		_, size := utf8.DecodeRuneInString(s.letters[at:])
		at += size
	}
}
