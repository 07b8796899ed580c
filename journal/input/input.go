// Package input reads and writes a moment as the user types it in one line
// ([ParseLine], [FormatLine]), and what a flag of a command gives of one ([Hours],
// [Tags], [Energy]). The window and the commands do that here and nowhere else, so
// that the same text means the same in both.
//
// A line is words, in which hours, tags, energy and a kind may stand anywhere. It
// reads every form that people write and that can mean only one thing; the forms
// are the same in every language. What is not understood stays words, and a
// backslash makes words of what would be understood, so any text can be written.
// What a moment may contain is decided by [heliotrope/journal.Moment.Validate].
package input

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// Tags reads tags that are separated by commas, in one text or several. A # or
// more before a tag is left out, as is what then cannot be seen, and of tags with
// the same letters the first is taken. Spaces within a tag become one.
func Tags(texts ...string) []string {
	var tags []string
	var seen []string // folded
	for _, tag := range strings.Split(strings.Join(texts, ","), ",") {
		tag = strings.TrimLeftFunc(tag, func(r rune) bool { return r == '#' || r == '＃' || unicode.IsSpace(r) })
		tag = strings.Join(strings.Fields(tag), " ")
		if folded := fold.String(tag); !journal.IsBlank(tag) && !slices.Contains(seen, folded) {
			seen = append(seen, folded)
			tags = append(tags, tag)
		}
	}
	return tags
}

var point = regexp.MustCompile(`^([-−–+]?)([0-2])$`)

// Energy reads a point of energy: a whole number from -2 to 2, with or without a
// sign. A minus sign and a dash are as good as a hyphen. It reports whether text
// is a point.
func Energy(text string) (e journal.Energy, ok bool) {
	m := point.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, false
	}
	e = journal.Energy(m[2][0] - '0')
	if m[1] != "" && m[1] != "+" {
		e = -e
	}
	return e, true
}
