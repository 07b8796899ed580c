package journal

import (
	"slices"

	"heliotrope/journal/fold"
)

// SpellTags returns tags, which are typed, in the spelling that the journal has:
// a tag with the letters of one there becomes that one, the newest if there are
// several. A tag that is there exactly so stays, and so does one with the letters
// of one of before, whose spelling is being changed.
func (j *Journal) SpellTags(tags, before []string) []string {
	if len(tags) == 0 {
		return tags
	}
	spelled := slices.Clone(tags)
	wanted := make(map[string]int) // by the folded form, where in spelled
	for i, tag := range tags {
		if folded := fold.String(tag); !slices.ContainsFunc(before, func(o string) bool { return fold.String(o) == folded }) {
			wanted[folded] = i
		}
	}
	for _, e := range slices.Backward(j.snapshot().Entries) {
		for _, m := range slices.Backward(e.Moments) {
			for _, tag := range m.Tags {
				i, ok := wanted[fold.String(tag)]
				switch {
				case !ok:
				case tag == tags[i]:
					spelled[i] = tag
					delete(wanted, fold.String(tag))
				case spelled[i] == tags[i]:
					spelled[i] = tag
				}
			}
		}
		if len(wanted) == 0 {
			break
		}
	}
	return spelled
}
