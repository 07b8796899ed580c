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
	args := Args{"When": w.Instant(b.Made), "Size": w.Size(b.Size)}
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
	when := Args{"When": w.Instant(s.Made)}
	switch {
	case s.Way == backup.Present:
		step.Title = w.Say("step.present")
	case s.Way == backup.Previous:
		step.Title = w.Say("step.previous")
	case s.Way == backup.Copy:
		step.Title = w.Say("step.copy", when)
	case s.Base == backup.Present:
		step.Title = w.Say("step.salvage.present")
	case s.Base == backup.Previous:
		step.Title = w.Say("step.salvage.previous")
	case s.Base == backup.Copy:
		step.Title = w.Say("step.salvage.copy", when)
	default:
		step.Title = w.Say("step.salvage")
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
	step.Loses = strings.Join(loses, " ")
	return step
}

// listedWeeks bounds how many weeks a sentence lists.
const listedWeeks = 8

// WeekList formats a list of weeks: "2026-W46, 2026-W47".
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

// SyncedFolder warns that other computers change the folder of a journal too;
// name is from [backup.SyncedFolder].
func (w *Words) SyncedFolder(name string) string {
	if name == backup.Network {
		return w.Say("synced.network")
	}
	return w.Say("synced.folder", Args{"Program": name})
}
