package words

import (
	"time"

	"heliotrope/journal"
)

// ClockDoubt warns about a clock that shows now although last is the last week
// logged. It returns "" for a trusted clock.
func (w *Words) ClockDoubt(doubt journal.ClockDoubt, now time.Time, last journal.Week) string {
	if doubt == journal.ClockTrusted {
		return ""
	}
	return w.Say("clock."+string(doubt), Args{"Date": w.Date(now), "Week": w.WeekInline(last)})
}
