package words

import (
	"time"

	"heliotrope/journal"
)

// ClockDoubt says that a clock may be wrong which shows now while last is the
// last week that was logged. Of a clock that is trusted it says nothing.
func (w *Words) ClockDoubt(doubt journal.ClockDoubt, now time.Time, last journal.Week) string {
	if doubt == journal.ClockTrusted {
		return ""
	}
	return w.Say("clock."+string(doubt), Args{"Date": w.Date(now), "Week": w.Week(last)})
}
