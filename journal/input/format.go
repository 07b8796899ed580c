package input

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// EscapeText writes words as a line that [ParseLine] reads as these words alone.
func EscapeText(words string) string {
	var b strings.Builder
	at := 0
	scanForms(words, true, func(f form, escapes int) {
		b.WriteString(words[at : f.start-escapes])
		b.WriteByte('\\')
		at = f.start - escapes
	})
	b.WriteString(words[at:])
	return b.String()
}

// FormatLine writes a moment as a line that [ParseLine] reads as its text, tags,
// hours, energy and kind. What of its text has the form of a token gets a
// backslash. If the kind is not one of kinds, it is left out.
func FormatLine(m journal.Moment, kinds []Kind) string {
	var b strings.Builder
	b.WriteString(EscapeText(m.Text))
	if words := strings.TrimRightFunc(b.String(), unicode.IsSpace); withoutSeparator(words) != words {
		spaces := b.String()[len(words):]
		b.Reset()
		b.WriteString(words + "," + spaces) // the one that divides the words from the tokens
	}
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
	energy := EnergyToken(m.Energy)
	switch hours := HoursToken(m.Hours); {
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
	return KindID(id), true
}

// KindID writes a kind by its id, as a token that means it in every language.
func KindID(id string) string { return "/" + quote(id) }

func quote(value string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}

// EnergyToken writes a point of energy as a token.
func EnergyToken(e journal.Energy) string {
	if e < 0 {
		return "-" + string(rune('0'-e))
	}
	return "+" + string(rune('0'+e))
}

// HoursToken writes hours as a token that is read as the same number: in whole hours
// or minutes, or else in decimals.
func HoursToken(hours float64) string {
	minutes := math.Round(60 * hours)
	switch whole := int(minutes); {
	case minutes/60 != hours || minutes > 60*journal.MaxHours:
		return strconv.FormatFloat(hours, 'f', -1, 64) + "h"
	case whole%60 == 0:
		return strconv.Itoa(whole/60) + "h"
	case whole < 60:
		return strconv.Itoa(whole) + "m"
	default:
		return fmt.Sprintf("%dh%02d", whole/60, whole%60)
	}
}
