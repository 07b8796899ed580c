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

// Facts are what is known of a week apart from what its places have of it.
type Facts struct {
	Week journal.Week
	Now  time.Time // in the user's time zone; what comes later was not held yet

	// From and To are when a working day begins and ends, in minutes since midnight.
	From, To int

	Moments   []journal.Moment          // that are logged in the week
	Kinds     journal.Kinds             // the catalog
	Guess     func(title string) string // returns the kind that a meeting is of by its title, "" if that is not sure; nil for no guess
	Dismissed func(id string) bool      // reports whether what has a [Line.Dismissal] is never to be shown; nil for nothing
}

// Week is what a week held.
type Week struct {
	Lines []Line
	Off   []time.Weekday // working days that were not worked, Monday first
	Met   bool           // whether there was a meeting, which only a calendar tells
	Free  Block          // the longest time between meetings in a working day; zero if there was none

	// Hours are those whose track is known, and Covered is how much of the working time
	// that is, 0 to 1. Both are by what is dismissed too.
	Hours   journal.Hours
	Covered float64

	Troubles []source.Trouble
}

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
	Logged    bool   // whether a moment is about it
}

// Block is a span of time within a day.
type Block struct{ From, To time.Time }

// Hours returns how long b is.
func (b Block) Hours() float64 { return b.To.Sub(b.From).Hours() }

// enough is how much of the working time has to be covered for its hours to be compared
// with what the user remembers.
const enough = 0.6

// Enough reports whether enough of the working time is covered, with meetings among it,
// for the hours to be compared with a split.
func (w Week) Enough() bool { return w.Covered >= enough && w.Met }

// AllOff reports whether no working day was worked.
func (w Week) AllOff() bool { return len(w.Off) == workdays }

// workdays is how many days of a week are working days, from Monday.
const workdays = 5

// longest is how long a meeting is at most. What is longer, such as a conference of
// three days in one event, has no hours.
const longest = 16 * time.Hour

// endless is how long an event is at most that is shown.
const endless = 14 * 24 * time.Hour

// Of decides what a week held.
func Of(found source.Found, f Facts) Week {
	span := SpanOf(f.Week, f.Now.Location())
	var items []source.Item
	for _, item := range found.Items {
		held := item.What == source.Off || item.Start.Before(f.Now)
		touches := span.Contains(item.Start) || item.Start.Before(span.From) && item.End.After(span.From)
		if held && touches && item.End.Sub(item.Start) <= endless {
			items = append(items, item)
		}
	}
	w := Week{Off: off(items, span), Troubles: found.Troubles}
	w.Lines = lines(items, f)
	w.measure(items, span, f)
	return w
}

// off returns the working days of a span that items cover as a whole.
func off(items []source.Item, span source.Span) []time.Weekday {
	var days []time.Weekday
	for d := range workdays {
		from, to := span.From.AddDate(0, 0, d), span.From.AddDate(0, 0, d+1)
		covers := func(i source.Item) bool {
			return i.What == source.Off && !i.Start.After(from) && !i.End.Before(to)
		}
		if slices.ContainsFunc(items, covers) {
			days = append(days, from.Weekday())
		}
	}
	return days
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
		line.Logged = slices.ContainsFunc(f.Moments, line.isAbout)
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

// isAbout reports whether a moment is about what the line is: it was made from it, or it
// names it.
func (l *Line) isAbout(m journal.Moment) bool {
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
