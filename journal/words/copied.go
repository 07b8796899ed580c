package words

import (
	"slices"

	"heliotrope/journal"
)

// WeekCopied formats that a week is on the clipboard, and whether private moments are.
func (w *Words) WeekCopied(e journal.Entry) string {
	id := "week.copied"
	if slices.ContainsFunc(e.Moments, func(m journal.Moment) bool { return m.Private }) {
		id = "week.copied.private"
	}
	return w.Say(id, Args{"Week": w.Week(e.Week)})
}
