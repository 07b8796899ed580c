package evidence

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/fold"
)

// Line is one thing that the week held: all meetings of one title, or all that was done
// of one sort in one repository.
type Line struct {
	What    source.What // Meeting, Commit, Review or Pairing
	Title   string      // of the meeting, which may have none, or the repository
	Details []string    // what says more of each, each once, in the order of time
	Count   int
	Hours   float64 // 0 where it is not known
	Days    []time.Weekday
	Kind    string // of work, by a guess; "" for none

	Source    string // for [journal.Moment.Source]
	Dismissal string // for [journal.Dismissal]
	Logged    bool   // whether a moment logs it
}

// order is that in which lines are shown.
var order = []source.What{source.Meeting, source.Commit, source.Review, source.Pairing}

// lines makes one line of all items that are of one sort and have one title.
func lines(items []source.Item, f Facts) []Line {
	var all []*Line
	named := make(map[string]*Line)
	for _, item := range items {
		if !slices.Contains(order, item.What) {
			continue
		}
		name := fold.String(item.Title)
		dismissal := hash("never", scope(item.What), name)
		if f.Dismissed != nil && f.Dismissed(dismissal) {
			continue
		}
		one := string(item.What) + "\x00" + name
		line, there := named[one]
		if !there {
			line = &Line{
				What: item.What, Title: item.Title, Kind: kindOf(item, f), Dismissal: dismissal,
				Source: hash("line", string(item.What), f.Week.String(), name),
			}
			named[one] = line
			all = append(all, line)
		}
		line.add(item)
	}
	slices.SortStableFunc(all, func(a, b *Line) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.What), slices.Index(order, b.What)),
			-cmp.Compare(a.Hours, b.Hours), -cmp.Compare(a.Count, b.Count))
	})
	var shown []Line
	for _, line := range all {
		line.Logged = slices.ContainsFunc(f.Moments, line.isLoggedAs)
		shown = append(shown, *line)
	}
	return shown
}

// scope returns what is dismissed with a name: a title, or a repository with all that
// was done there.
func scope(what source.What) string {
	if what == source.Meeting {
		return "title"
	}
	return "repository"
}

// add counts one more item.
func (l *Line) add(item source.Item) {
	l.Count++
	if length := item.End.Sub(item.Start); length <= longest {
		l.Hours += length.Hours()
	}
	if day := item.Start.Weekday(); !slices.Contains(l.Days, day) {
		l.Days = append(l.Days, day)
	}
	if item.Detail != "" && !slices.Contains(l.Details, item.Detail) {
		l.Details = append(l.Details, item.Detail)
	}
}

// kindOf returns the kind of work that an item is most likely of, "" if that is not
// known.
func kindOf(item source.Item, f Facts) string {
	kind := ""
	switch item.What {
	case source.Commit:
		kind = "coding"
	case source.Review:
		kind = "review"
	case source.Pairing:
		kind = "pairing"
	default:
		if f.Guess != nil && item.Title != "" {
			kind = f.Guess(item.Title)
		}
	}
	if k, there := f.Kinds.Find(kind); !there || k.Hidden {
		return ""
	}
	return kind
}

// isLoggedAs reports whether a moment logs the line: it was made from it, or names it.
func (l *Line) isLoggedAs(m journal.Moment) bool {
	return m.Source == l.Source ||
		(l.What == source.Meeting || m.Kind == l.Kind) && mentions(fold.String(m.Text), fold.String(l.Title))
}

// mentions reports whether a text has a name in it, from the beginning of a word to the
// end of one. A name of a letter or two is in too many.
func mentions(text, name string) bool {
	const least = 3
	if name = strings.TrimSpace(name); utf8.RuneCountInString(name) < least {
		return false
	}
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(name):])
		if !letter(before) && !letter(after) {
			return true
		}
		at = i + len(name)
	}
}

// hash returns a short name of parts that says nothing of them.
func hash(parts ...string) string {
	sum := sha256.Sum256([]byte("heliotrope\x00" + strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}
