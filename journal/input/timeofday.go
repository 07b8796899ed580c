package input

import (
	"strings"
	"unicode"
)

// TimeOfDay reads a time of day, in minutes since midnight from 0 to 1439, and
// reports whether it is one. The forms are the same in every language:
//
//   - with 24 hours: 16:00, 16.00, 1600, 16h30, 16 h, 16;
//   - with 12: 4 pm, 4:30 p.m., 12am, which is midnight.
func TimeOfDay(text string) (minutes int, ok bool) {
	text = strings.ToLower(strings.Join(strings.FieldsFunc(text, unicode.IsSpace), ""))
	text, afternoon, twelve := cutHalf(text)
	h, m, ok := cutTime(text)
	if !ok || len(h) > 2 || digits(h) < len(h) || len(m) != 2 || digits(m) < 2 {
		return 0, false
	}
	hour, minute := int(number(h)), int(number(m))
	switch {
	case minute > 59, hour > 23, twelve && (hour < 1 || hour > 12):
		return 0, false
	case twelve && hour == 12:
		hour = 0
	}
	if afternoon {
		hour += 12
	}
	return hour*60 + minute, true
}

// cutHalf returns text without the half of the day that it names at its end.
func cutHalf(text string) (rest string, afternoon, named bool) {
	for _, half := range []string{"a.m.", "a.m", "am", "p.m.", "p.m", "pm"} {
		if rest, named = strings.CutSuffix(text, half); named {
			return rest, half[0] == 'p', true
		}
	}
	return text, false, false
}

// cutTime returns the digits of the hour and those of the minute.
func cutTime(text string) (hour, minute string, ok bool) {
	for _, between := range []string{":", ".", "h"} {
		h, m, found := strings.Cut(text, between)
		if !found {
			continue
		}
		if m == "" && between == "h" {
			m = "00"
		}
		return h, strings.TrimSuffix(m, "min"), h != ""
	}
	if len(text) == len("1600") {
		return text[:2], text[2:], true
	}
	return text, "00", text != ""
}
