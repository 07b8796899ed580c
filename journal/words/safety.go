package words

import (
	"errors"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// Repaired formats that a journal was restored and where the unreadable file is
// kept; "" if neither happened.
func (w *Words) Repaired(r backup.Restored) string {
	text := ""
	if r.Next.Weeks > 0 {
		text = w.Say("repaired.back", Args{"Holds": w.Summary(r.Next)})
	}
	switch {
	case r.Aside != "" && text != "":
		return text + " " + w.Say("repaired.aside", Args{"Path": r.Aside})
	case r.Aside != "":
		return w.Say("repaired.aside", Args{"Path": r.Aside})
	}
	return text
}

// ReadOnly formats why a journal can be read and not written.
func (w *Words) ReadOnly(reason error) string {
	if errors.Is(reason, journal.ErrNewerFormat) {
		return w.Say("read-only.newer")
	}
	return w.Say("read-only.file")
}

// LastBackup formats briefly when the last backup was made.
func (w *Words) LastBackup(made, now time.Time) string {
	year, month, day := now.Date()
	midnight := time.Date(year, month, day, 0, 0, 0, 0, now.Location())
	switch {
	case made.IsZero():
		return w.Say("backup.last.none")
	case !made.Before(midnight):
		return w.Say("backup.last.today")
	case !made.Before(midnight.AddDate(0, 0, -1)):
		return w.Say("backup.last.yesterday")
	}
	return w.Say("backup.last.day", Args{"Date": w.Date(made)})
}

// Differences formats what a restore of a backup would change, one sentence a
// line.
func (w *Words) Differences(d backup.Differences) []string {
	var lines []string
	for _, part := range []struct {
		id    string
		weeks []journal.Week
	}{
		{"differ.gone", d.Gone}, {"differ.changed", d.Changed}, {"differ.back", d.Back},
	} {
		if len(part.weeks) > 0 {
			lines = append(lines, w.Say(part.id, Args{"Weeks": w.WeekList(part.weeks)}))
		}
	}
	if lines == nil {
		return []string{w.Say("differ.none")}
	}
	return lines
}
