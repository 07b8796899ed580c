package transfer

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// counts are how many records there are of each kind, and of moments if that is
// known.
type counts struct{ weeks, moments, events, kinds, briefs, dismissed int }

func countsOf(c journal.Contents) counts {
	n := counts{weeks: len(c.Entries), events: len(c.Events), kinds: len(c.Kinds), briefs: len(c.Briefs), dismissed: len(c.Dismissed)}
	for i := range c.Entries {
		n.moments += len(c.Entries[i].Moments)
	}
	return n
}

// countsOfRefs counts the records of a conflict, which may be nil.
func countsOfRefs(c *journal.ConflictError) (n counts) {
	if c == nil {
		return n
	}
	for _, r := range c.Records {
		switch r.One {
		case journal.EntryList.One:
			n.weeks++
		case journal.EventList.One:
			n.events++
		case journal.BriefList.One:
			n.briefs++
		case journal.DismissalList.One:
			n.dismissed++
		default:
			n.kinds++
		}
	}
	return n
}

// without returns c less o, without moments: those of weeks that differ are not known.
func (c counts) without(o counts) counts {
	return counts{
		weeks: c.weeks - o.weeks, events: c.events - o.events, kinds: c.kinds - o.kinds,
		briefs: c.briefs - o.briefs, dismissed: c.dismissed - o.dismissed,
	}
}

// parts formats what there is, each for itself.
func (c counts) parts(w *words.Words) (parts []string) {
	for _, part := range []struct {
		id string
		n  int
	}{
		{"count.weeks", c.weeks}, {"count.moments", c.moments}, {"count.events", c.events}, {"count.kinds", c.kinds},
		{"count.briefs", c.briefs}, {"count.dismissed", c.dismissed},
	} {
		if part.n > 0 {
			parts = append(parts, w.Count(part.id, part.n))
		}
	}
	return parts
}

func (c counts) words(w *words.Words) string { return strings.Join(c.parts(w), ", ") }

// first formats the first of what there is.
func (c counts) first(w *words.Words) string { return c.parts(w)[0] }
