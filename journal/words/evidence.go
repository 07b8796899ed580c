package words

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
	"heliotrope/journal/evidence/source"
)

// EvidenceLine formats a line of what a week held, without its title: "2 times, 3 h ·
// Mon, Thu".
func (w *Words) EvidenceLine(l evidence.Line) string {
	parts := []string{w.held(l), w.days(l.Days)}
	if l.Logged {
		parts = append(parts, w.Say("held.logged"))
	}
	return strings.Join(parts, " · ")
}

// held formats how much of it there was.
func (w *Words) held(l evidence.Line) string {
	hours := w.HoursAbout(l.Hours)
	switch {
	case l.What == source.Commit:
		return w.Count("held.commits", l.Count)
	case l.What == source.Review:
		return w.Count("held.reviews", l.Count)
	case l.What == source.Pairing:
		return w.Count("held.pairing", l.Count)
	case l.Count == 1 && hours == "":
		return w.Say("held.meeting")
	case l.Count == 1:
		return hours
	case hours == "":
		return w.Say("held.meetings.unknown", Args{"Count": w.Number(float64(l.Count), 0)})
	}
	return w.Say("held.meetings", Args{"Count": w.Number(float64(l.Count), 0), "Hours": hours})
}

// EvidenceTitle returns what a line is called.
func (w *Words) EvidenceTitle(l evidence.Line) string {
	if l.Title == "" {
		return w.Say("held.untitled")
	}
	return l.Title
}

// EvidenceText returns the text of a moment that is made of a line, in words that the
// user may change.
func (w *Words) EvidenceText(l evidence.Line) string {
	switch l.What {
	case source.Commit, source.Review, source.Pairing:
		return w.Say("held.text."+string(l.What), Args{"Title": l.Title})
	}
	return w.EvidenceTitle(l)
}

// EvidenceFree formats the longest time between meetings, "" for none.
func (w *Words) EvidenceFree(b evidence.Block) string {
	if b == (evidence.Block{}) {
		return ""
	}
	const clock = "15:04"
	return w.Say("held.free", Args{
		"Day": w.dayShort(b.From.Weekday()), "From": b.From.Format(clock), "To": b.To.Format(clock), "Hours": w.HoursAbout(b.Hours()),
	})
}

// EvidenceOff formats which working days were not worked, "" for none.
func (w *Words) EvidenceOff(week evidence.Week) string {
	switch {
	case len(week.Off) == 0:
		return ""
	case week.AllOff():
		return w.Say("held.off.all")
	}
	return w.Count("held.off", len(week.Off), Args{"Days": w.days(week.Off)})
}

// EvidencePeople formats which share of a week was people work by its meetings and
// commits, of which h are the hours, more than 0.
func (w *Words) EvidencePeople(h journal.Hours) string {
	return w.Say("held.people", Args{"Percent": w.Percent(h.People / h.Sum())})
}

// EvidenceTrouble formats what could not be read of a place, and where.
func (w *Words) EvidenceTrouble(t source.Trouble) string {
	args := Args{"Place": source.Harmless(t.Path), "Line": w.Number(float64(t.Line), 0), "Problem": w.evidenceProblem(t.Err)}
	if t.Line > 0 {
		return w.Say("held.trouble.line", args)
	}
	return w.Say("held.trouble", args)
}

// evidenceProblems are the errors of sources with their own words.
var evidenceProblems = []struct {
	id  string
	err error
}{
	{"missing", source.ErrMissing},
	{"old", source.ErrOld},
	{"foreign", source.ErrForeign},
	{"gone", source.ErrGone},
	{"cut", source.ErrCut},
	{"large", source.ErrLarge},
	{"slow", source.ErrSlow},
	{"zone", source.ErrZone},
	{"time", source.ErrTime},
	{"rule", source.ErrRule},
	{"broken", source.ErrBroken},
}

func (w *Words) evidenceProblem(err error) string {
	for _, p := range evidenceProblems {
		if errors.Is(err, p.err) {
			return w.Say("held.trouble." + p.id)
		}
	}
	return w.Problem(err).What
}

// days lists days of the week: "Mon, Thu".
func (w *Words) days(days []time.Weekday) string {
	names := make([]string, len(days))
	for i, d := range days {
		names[i] = w.dayShort(d)
	}
	return strings.Join(names, ", ")
}

func (w *Words) dayShort(d time.Weekday) string { return w.Say(fmt.Sprintf("weekday.short.%d", d)) }
