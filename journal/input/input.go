// Package input reads what the user types for a moment: a whole one in a line
// ([ParseLine]), or its hours, tags and point of energy. The window and the
// commands read it here and nowhere else, so that both take the same for the
// same.
//
// It reads what people write, in every form that can mean only one thing, and
// the forms are the same in every language. What a moment may contain is decided
// by [heliotrope/journal.Moment.Validate].
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

// TagsText returns tags as a text that [EditedTags] reads.
func TagsText(tags []string) string { return strings.Join(tags, ", ") }

// EditedTags reads a text that was [TagsText] of tags before it was changed. What
// is left of those stays as it is, to the byte, whatever it is; what is new is
// read as [Tags] reads it, unless a tag with the same letters stays.
func EditedTags(before []string, text string) []string {
	type item struct {
		tag   string
		stays bool
	}
	var items []item
	left := slices.Clone(before)
	for parts := strings.Split(text, ","); len(parts) > 0; {
		n := 1 // parts that a tag takes: one with commas takes several
		i := slices.IndexFunc(left, func(tag string) bool {
			own := strings.Split(tag, ",")
			n = len(own)
			return n <= len(parts) && slices.EqualFunc(own, parts[:n], sameButSpaces)
		})
		if i >= 0 {
			items = append(items, item{left[i], true})
			left = slices.Delete(left, i, i+1)
		} else {
			n = 1
			for _, tag := range Tags(parts[0]) {
				items = append(items, item{tag, false})
			}
		}
		parts = parts[n:]
	}
	var tags []string
	for i, it := range items {
		twice := func(o item) bool { return fold.Equal(o.tag, it.tag) }
		if it.stays || !slices.ContainsFunc(items[:i], twice) &&
			!slices.ContainsFunc(items, func(o item) bool { return o.stays && twice(o) }) {
			tags = append(tags, it.tag)
		}
	}
	return tags
}

// sameButSpaces reports whether texts are the same but for the spaces around
// them.
func sameButSpaces(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }

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
