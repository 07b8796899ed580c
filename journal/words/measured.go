package words

import (
	"strings"
	"time"

	"heliotrope/journal"
)

// TrackHours formats measured hours, without the tracks that have none: "5 h
// technical, 1 h 30 people". It returns "" for no hours.
func (w *Words) TrackHours(h journal.Hours) string {
	var parts []string
	for _, t := range journal.Tracks {
		if hours := h.Of(t); hours > 0 {
			parts = append(parts, w.Say("measured."+string(t), Args{"Hours": w.HoursAbout(hours)}))
		}
	}
	return strings.Join(parts, ", ")
}

// DiaryDay formats a day of a diary: "Monday: 5 h technical, 1 h 30 people".
func (w *Words) DiaryDay(d journal.DiaryDay) string {
	hours := w.TrackHours(d.Hours)
	if hours == "" {
		hours = w.Say("measured.none")
	}
	return w.Say("measured.day", Args{"Day": w.Weekday(time.Weekday(d.Day % 7)), "Hours": hours})
}
