package paper

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// namesOf returns the names that Unicode gives to characters, in brackets:
// "[party popper]". A name that comes again is counted, and characters that have
// only the name of their group, as Chinese ones have, share it.
func namesOf(characters [][]rune) string {
	var names []string
	lastName, lastGroup, repeats := "", "", 1
	for _, c := range characters {
		name, group := nameOf(c)
		last := len(names) - 1
		switch {
		case name == lastName:
			repeats++
			names[last] = fmt.Sprintf("%s × %d", name, repeats)
			continue
		case group != "" && group == lastGroup:
			names[last] += strings.TrimPrefix(name, group)
		default:
			names = append(names, name)
		}
		lastName, lastGroup, repeats = name, group, 1
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// nameOf returns the name of a character, with those of what it is joined from,
// and how it begins if that is the name of a group.
func nameOf(character []rune) (name, group string) {
	var names []string
	flag := ""
	for _, r := range character {
		switch {
		case isFlagLetter(r):
			flag += string('A' + r - 0x1F1E6)
		case unseen(r):
		default:
			name, group = runeName(r)
			names = append(names, name)
		}
	}
	if flag != "" {
		names = append(names, "flag "+flag)
	}
	if len(names) != 1 {
		group = ""
	}
	return strings.Join(names, ", "), group
}

// runeName returns the name of r. Those that have only the name of their group
// are told apart by their number.
func runeName(r rune) (name, group string) {
	name = runenames.Name(r)
	switch {
	case name == "":
		return fmt.Sprintf("U+%04X", r), ""
	case strings.HasPrefix(name, "<"):
		group, _, _ = strings.Cut(strings.Trim(name, "<>"), ",")
		return fmt.Sprintf("%s %04X", group, r), group
	}
	return strings.ToLower(name), ""
}

// unseen reports whether r changes how its neighbors look and is not seen itself.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector) || r == '\u20E3'
}
