package words

import (
	"fmt"
	"strings"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// Instant formats a day and the time: "22 November 2026, 18:04".
func (w *Words) Instant(t time.Time) string {
	return w.Say("date.instant", Args{"Date": w.Date(t), "Hour": fmt.Sprintf("%02d", t.Hour()), "Minute": fmt.Sprintf("%02d", t.Minute())})
}

// ExactInstant formats a day and the time to the second: "22 November 2026,
// 18:04:33".
func (w *Words) ExactInstant(t time.Time) string {
	two := func(n int) string { return fmt.Sprintf("%02d", n) }
	return w.Say("date.exact", Args{"Date": w.Date(t), "Hour": two(t.Hour()), "Minute": two(t.Minute()), "Second": two(t.Second())})
}

// Saved formats when a copy of a journal was made, and the computer that the
// journal was last saved on if that is known: "22 November 2026, 18:04:33, from
// paris".
func (w *Words) Saved(made time.Time, s backup.Summary) string {
	when := w.ExactInstant(made)
	if computer := s.Lineage.Last().Computer; computer != "" {
		return w.Say("backup.from", Args{"When": when, "Computer": computer})
	}
	return when
}

// Size formats the size of a file: "84 KB".
func (w *Words) Size(bytes int64) string {
	const kilo, mega = 1_000, 1_000_000
	if bytes < mega {
		return w.Say("size.kilo", Args{"Number": w.Number(float64(max(bytes, kilo))/kilo, 0)})
	}
	return w.Say("size.mega", Args{"Number": w.Number(float64(bytes)/mega, 1)})
}

// Summary formats what a journal contains: "31 weeks with 214 moments, latest:
// week 47 of 2026".
func (w *Words) Summary(s backup.Summary) string {
	if s.Weeks == 0 {
		return w.Say("backup.holds.nothing")
	}
	return w.Say("backup.holds", Args{
		"Weeks": w.Count("count.weeks", s.Weeks), "Moments": w.Count("count.moments", s.Moments), "Last": w.WeekInline(s.Last),
	})
}

// Backup formats when a backup was made and what it contains, or that it is
// damaged.
func (w *Words) Backup(b backup.Backup) string {
	args := Args{"When": w.Saved(b.Made, b.Summary), "Size": w.Size(b.Size)}
	if !b.Verified {
		return w.Say("backup.bad", args)
	}
	args["Holds"] = w.Summary(b.Summary)
	return w.Say("backup.good", args)
}

// Step is a recovery option in words.
type Step struct {
	Title string // what it is
	Holds string // what it restores
	Loses string // what other options contain and it does not
}

// Step formats a recovery option.
func (w *Words) Step(s backup.Step) Step {
	step := Step{Holds: w.Say("step.holds", Args{"Holds": w.Summary(s.Summary)})}
	when := Args{"When": w.Saved(s.Made, s.Summary)}
	switch {
	case s.Way == backup.Present:
		step.Title = w.Say("step.present")
		step.Holds = w.Say("step.contains", Args{"Holds": w.Summary(s.Summary)})
	case s.Way == backup.Previous:
		step.Title = w.Say("step.previous")
	case s.Way == backup.Copy:
		step.Title = w.Say("step.copy", when)
	case s.Way == backup.Aside:
		step.Title = w.Say("step.aside", when)
	case s.Aside != "":
		step.Title = w.Say("step.salvage.aside", when)
	case s.Base == backup.Present:
		step.Title = w.Say("step.salvage.present")
	case s.Base == backup.Previous:
		step.Title = w.Say("step.salvage.previous")
	case s.Base == backup.Copy:
		step.Title = w.Say("step.salvage.copy", when)
	default:
		step.Title = w.Say("step.salvage")
	}
	if saved := s.Summary.Saved; !saved.IsZero() {
		step.Holds += " " + w.Say("step.saved", Args{"When": w.Saved(saved.Local(), s.Summary)})
	}
	loses := w.lacks(s.Lacks)
	if loses == nil {
		loses = append(loses, w.Say("step.complete"))
	}
	if len(s.Salvaged) > 0 {
		loses = append(loses, w.Say("step.salvaged", Args{"Weeks": w.WeekList(s.Salvaged)}))
	}
	step.Loses = strings.Join(loses, " ")
	return step
}

// lacks formats what an option lacks, one sentence each.
func (w *Words) lacks(l backup.Lacks) (sentences []string) {
	if len(l.Missing) > 0 {
		sentences = append(sentences, w.Say("step.missing", Args{"Weeks": w.WeekList(l.Missing)}))
	}
	if len(l.Differing) > 0 {
		sentences = append(sentences, w.Say("step.differing", Args{"Weeks": w.WeekList(l.Differing)}))
	}
	if l.Moments > 0 {
		sentences = append(sentences, w.Count("step.moments", l.Moments))
	}
	if l.Events > 0 {
		sentences = append(sentences, w.Count("step.events", l.Events))
	}
	if l.Kinds > 0 {
		sentences = append(sentences, w.Count("step.kinds", l.Kinds))
	}
	if l.Brief {
		sentences = append(sentences, w.Say("step.briefs"))
	}
	if l.Dismissed {
		sentences = append(sentences, w.Say("step.dismissed"))
	}
	return sentences
}

// listedWeeks bounds how many weeks and runs of weeks a sentence lists.
const listedWeeks = 8

// WeekList formats a sorted list of weeks, of which three and more that follow
// each other are a run: "2026-W40 to 2026-W45, 2026-W47".
func (w *Words) WeekList(weeks []journal.Week) string {
	var names []string
	rest := len(weeks)
	for at := 0; at < len(weeks) && len(names) < listedWeeks; {
		end := at + 1
		for end < len(weeks) && weeks[end] == weeks[end-1].Add(1) {
			end++
		}
		name := weeks[at].String()
		if end-at < 3 {
			end = at + 1
		} else {
			name = w.Say("weeks.run", Args{"From": name, "To": weeks[end-1].String()})
		}
		names = append(names, name)
		rest -= end - at
		at = end
	}
	list := strings.Join(names, ", ")
	if rest > 0 {
		return w.Count("weeks.more", rest, Args{"Weeks": list})
	}
	return list
}

// Restored formats what a restore changes, one sentence a line: what is
// restored, and what of the present journal is not in it.
func (w *Words) Restored(r backup.Restored) []string {
	lines := []string{w.Say("restored.next", Args{"Holds": w.Summary(r.Next)})}
	if r.Other && r.Present.Weeks > 0 {
		lines = append(lines, w.Say("restored.other"))
	}
	for _, part := range []struct {
		id    string
		weeks []journal.Week
	}{
		{"restored.back", r.Back}, {"restored.changed", r.Changed}, {"restored.gone", r.Gone},
	} {
		if len(part.weeks) > 0 && r.Present.Weeks > 0 {
			lines = append(lines, w.Say(part.id, Args{"Weeks": w.WeekList(part.weeks)}))
		}
	}
	return lines
}

// Behind formats how a journal differs from what was last saved here.
func (w *Words) Behind(b backup.Behind) string {
	args := Args{"When": w.ExactInstant(b.Seen.Local())}
	switch {
	case b.Unreadable || b.Seen.IsZero():
		return w.Say("behind.unreadable")
	case b.Other:
		return w.Say("behind.other", args)
	case b.Missing > 0:
		return w.Count("behind.missing", b.Missing, args)
	}
	return w.Say("behind.apart", args)
}

// Lost formats that a save is in none of the options, "" for the zero time.
func (w *Words) Lost(saved time.Time) string {
	if saved.IsZero() {
		return ""
	}
	return w.Say("ladder.lost", Args{"When": w.ExactInstant(saved.Local())})
}

// SyncedFolder warns that other computers change the folder of a journal too;
// name is from [backup.SyncedFolder].
func (w *Words) SyncedFolder(name string) string {
	if name == backup.Network {
		return w.Say("synced.network")
	}
	return w.Say("synced.folder", Args{"Program": name})
}

// SecondFolder formats how far the backups in the second folder are, compared
// with those in the first; both are sorted, the one to restore first. Problem is
// why the second folder cannot be used, if it cannot.
func (w *Words) SecondFolder(first, second []backup.Backup, problem error) string {
	if problem != nil {
		return w.Say("second.problem", Args{"Problem": w.Problem(problem).What})
	}
	there := make(map[string]bool) // by state
	var newest *backup.Backup
	for i, b := range second {
		if b.Verified {
			there[b.Summary.State] = true
			if newest == nil {
				newest = &second[i]
			}
		}
	}
	missing := 0 // the newest in the first folder that are not in the second
	for _, b := range first {
		if b.Verified && there[b.Summary.State] {
			break
		}
		if b.Verified {
			missing++
		}
	}
	switch {
	case newest == nil:
		return w.Say("second.none")
	case missing == 0:
		return w.Say("second.good", Args{"When": w.Instant(newest.Made)})
	}
	return w.Count("second.behind", missing, Args{"When": w.Instant(newest.Made)})
}
