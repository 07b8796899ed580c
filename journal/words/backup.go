package words

import (
	"fmt"
	"strings"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// Instant gives a day and the time on it, as in "22 November 2026, 18:04".
func (w *Words) Instant(t time.Time) string {
	return w.Say("date.instant", Args{"Date": w.Date(t), "Hour": fmt.Sprintf("%02d", t.Hour()), "Minute": fmt.Sprintf("%02d", t.Minute())})
}

// Size gives the size of a file, as in "84 KB".
func (w *Words) Size(bytes int64) string {
	const kilo, mega = 1_000, 1_000_000
	if bytes < mega {
		return w.Say("size.kilo", Args{"Number": w.Number(float64(max(bytes, kilo))/kilo, 0)})
	}
	return w.Say("size.mega", Args{"Number": w.Number(float64(bytes)/mega, 1)})
}

// Holds says what a journal's file holds, as in "31 weeks with 214 moments, up
// to Week 47, 2026".
func (w *Words) Holds(s backup.Summary) string {
	if s.Weeks == 0 {
		return w.Say("backup.holds.nothing")
	}
	return w.Say("backup.holds", Args{
		"Weeks": w.Count("count.weeks", s.Weeks), "Moments": w.Count("count.moments", s.Moments), "Last": w.WeekInline(s.Last),
	})
}

// Backup says of a backup when it was made and what it holds, or that it is
// damaged.
func (w *Words) Backup(b backup.Backup) string {
	args := Args{"When": w.Instant(b.Made), "Size": w.Size(b.Size)}
	if !b.Verified {
		return w.Say("backup.bad", args)
	}
	args["Holds"] = w.Holds(b.Summary)
	return w.Say("backup.good", args)
}

// Step is a way back to a journal in words.
type Step struct {
	Title string // what it is
	Holds string // what it brings back
	Loses string // what of the other ways it does not bring back
}

// Step says what a way back is, what it brings and what it loses.
func (w *Words) Step(s backup.Step) Step {
	said := Step{Holds: w.Say("step.holds", Args{"Holds": w.Holds(s.Summary)})}
	when := Args{"When": w.Instant(s.Made)}
	switch {
	case s.Way == backup.Present:
		said.Title = w.Say("step.present")
	case s.Way == backup.Previous:
		said.Title = w.Say("step.previous")
	case s.Way == backup.Copy:
		said.Title = w.Say("step.copy", when)
	case s.Base == backup.Present:
		said.Title = w.Say("step.salvage.present")
	case s.Base == backup.Previous:
		said.Title = w.Say("step.salvage.previous")
	case s.Base == backup.Copy:
		said.Title = w.Say("step.salvage.copy", when)
	default:
		said.Title = w.Say("step.salvage")
	}
	var loses []string
	if len(s.Missing) > 0 {
		loses = append(loses, w.Say("step.missing", Args{"Weeks": w.WeekList(s.Missing)}))
	}
	if len(s.Older) > 0 {
		loses = append(loses, w.Say("step.older", Args{"Weeks": w.WeekList(s.Older)}))
	}
	if loses == nil {
		loses = append(loses, w.Say("step.complete"))
	}
	if len(s.Salvaged) > 0 {
		loses = append(loses, w.Say("step.salvaged", Args{"Weeks": w.WeekList(s.Salvaged)}))
	}
	said.Loses = strings.Join(loses, " ")
	return said
}

// listedWeeks bounds how many weeks a sentence lists.
const listedWeeks = 8

// WeekList lists weeks briefly, as in "2026-W46, 2026-W47".
func (w *Words) WeekList(weeks []journal.Week) string {
	var names []string
	for _, week := range weeks[:min(len(weeks), listedWeeks)] {
		names = append(names, week.String())
	}
	list := strings.Join(names, ", ")
	if more := len(weeks) - listedWeeks; more > 0 {
		return w.Count("weeks.more", more, Args{"Weeks": list})
	}
	return list
}

// Restored says what taking the place of a journal changes, one sentence a
// line: what is brought back, and what of the present journal is not in it.
func (w *Words) Restored(r backup.Restored) []string {
	lines := []string{w.Say("restored.next", Args{"Holds": w.Holds(r.Next)})}
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

// SyncedFolder says that a journal is in a folder that others change too; the
// name is that of [backup.SyncedFolder].
func (w *Words) SyncedFolder(name string) string {
	if name == backup.Network {
		return w.Say("synced.network")
	}
	return w.Say("synced.folder", Args{"Program": name})
}
