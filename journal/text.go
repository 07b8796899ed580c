package journal

import (
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal/fold"
)

// The limits of what a journal contains, in bytes unless another unit is named.
// They are far above what a week needs; they stop a runaway import or paste
// from making the journal slow.
const (
	MaxMoment     = 8_000
	MaxLine       = 16_000 // a moment as a line, with its tags, kind, hours and energy
	MaxReflection = 20_000
	MaxTitle      = 500
	MaxName       = 100
	MaxTags       = 30    // tags of a moment
	MaxMoments    = 1_000 // moments of a week
	MaxHours      = 168   // the hours of a week
)

// NewID returns a fresh random id.
func NewID() string { return strings.ToLower(rand.Text()) }

// at names the i-th item of a list as the exchange file does.
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// validID reports whether id is 1 to 100 bytes of visible characters.
func validID(id string) bool {
	if id == "" || len(id) > 100 {
		return false
	}
	if isPlain(id) {
		return true
	}
	if !utf8.ValidString(id) {
		return false
	}
	for _, r := range id {
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// checkText checks that text is valid UTF-8 of at most limit bytes without
// control characters other than tab and line feed.
func checkText(field, text string, limit int) error {
	if rule := textRule(text, limit); rule != "" {
		return invalid(field, rule)
	}
	return nil
}

// textRule is checkText, but returns the rule that text breaks, "" for none.
func textRule(text string, limit int) Rule {
	switch {
	case len(text) > limit:
		return RuleLength
	case !validText(text):
		return RuleText
	}
	return ""
}

func validText(text string) bool {
	for i := range len(text) { // most is ASCII
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			return utf8.ValidString(text[i:]) && !strings.ContainsFunc(text[i:], isForbidden)
		case isForbidden(rune(c)):
			return false
		}
	}
	return true
}

// isPlain reports whether text has only letters, digits and signs of ASCII, and no
// space.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] <= ' ' || text[i] >= 0x7F {
			return false
		}
	}
	return true
}

func checkTags(field string, tags []string) error {
	if len(tags) > MaxTags {
		return invalid(field, RuleCount)
	}
	for i, tag := range tags {
		if onlySpaces(tag) {
			return invalid(at(field, i), RuleRequired)
		}
		if rule := textRule(tag, MaxName); rule != "" {
			return invalid(at(field, i), rule)
		}
		if slices.Contains(tags[:i], tag) {
			return invalid(at(field, i), RuleUnique)
		}
	}
	return nil
}

func isForbidden(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

// IsBlank reports whether nothing in text can be seen. No such text is taken from
// a user.
func IsBlank(text string) bool { return !strings.ContainsFunc(text, fold.Shows) }

// onlySpaces reports whether text consists of spaces and formats. That is all
// that is refused of what was stored, since earlier versions took other
// characters that cannot be seen for text.
func onlySpaces(text string) bool {
	if text != "" && isPlain(text[:1]) {
		return false
	}
	return !strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r)
	})
}

// CleanText makes typed or pasted text fit to be saved: line ends become line
// feeds, bytes that are no text and control characters go, and it is cut at a
// character boundary to at most limit bytes, none if limit is negative. It
// returns how many bytes of the cleaned text were cut.
func CleanText(text string, limit int) (clean string, cut int) {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, isForbidden) {
		text = cleaned(text)
	}
	end := len(text)
	if end > limit {
		end = max(limit, 0)
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
	}
	return text[:end], len(text) - end
}

// cleaned returns text with its line ends as line feeds and without what is no
// text, in one pass: a paste may be of many megabytes.
func cleaned(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\r':
			b.WriteByte('\n')
			if strings.HasPrefix(text[i+1:], "\n") {
				size++
			}
		case r == utf8.RuneError && size == 1, isForbidden(r):
		default:
			b.WriteString(text[i : i+size])
		}
		i += size
	}
	return b.String()
}
