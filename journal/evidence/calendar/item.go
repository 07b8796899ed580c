package calendar

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"heliotrope/journal/evidence/source"
	"heliotrope/journal/fold"
)

// itemOf returns what a time of an event is shown as, without its key, and false for
// one that says nothing about how the user worked. Start and end are in the user's zone.
//
// A day or more without a break is no meeting, whatever the event says: it counts as
// whole days, which say something only if they are days off.
func itemOf(e *event, start, end time.Time) (source.Item, bool) {
	if e.canceled || e.declined || e.elsewhere {
		return source.Item{}, false
	}
	whole := e.start.date || end.Sub(start) >= 24*time.Hour
	if e.out || isOff(e.title, whole) {
		if first, last, ok := daysOff(start, end); ok {
			return source.Item{What: source.Off, Start: first, End: last}, true
		}
		return source.Item{What: source.Busy, Start: start, End: end}, !whole
	}
	switch {
	case whole || e.free:
		return source.Item{}, false
	case e.private || e.title == "":
		return source.Item{What: source.Busy, Start: start, End: end}, true
	}
	return source.Item{What: source.Meeting, Title: e.title, Start: start, End: end}, true
}

// The day of somebody who works by day, in hours, and how many of them make it a day
// off.
const (
	dayFrom, dayTo = 8, 18
	dayOff         = 6 * time.Hour
)

// daysOff returns the midnights around the days off from start to end, and false for
// none: less than most of a day is an appointment.
func daysOff(start, end time.Time) (first, last time.Time, ok bool) {
	place := start.Location()
	counts := func(y int, m time.Month, d int) bool {
		from, to := time.Date(y, m, d, dayFrom, 0, 0, 0, place), time.Date(y, m, d, dayTo, 0, 0, 0, place)
		if from.Before(start) {
			from = start
		}
		if to.After(end) {
			to = end
		}
		return to.Sub(from) >= dayOff
	}
	y, m, d := start.Date() // only the first and the last day can be too short
	if !counts(y, m, d) {
		d++
	}
	ey, em, ed := end.Date()
	if counts(ey, em, ed) {
		ed++
	}
	first, last = time.Date(y, m, d, 0, 0, 0, 0, place), time.Date(ey, em, ed, 0, 0, 0, 0, place)
	return first, last, last.After(first)
}

// How a title says that its owner is off, folded.
var (
	// offHours is what programs and people also write where it is for hours.
	offHours = []string{"out of office", "ooo", "absence du bureau", "absent du bureau", "absente du bureau", "hors du bureau"}

	// offDays is what only whole days begin with, and offAlone what is all that they say.
	offDays = []string{
		"vacation", "vacations", "holiday", "holidays", "bank holiday", "public holiday", "pto", "day off", "days off", "time off",
		"sick", "off sick", "sickness", "parental leave", "maternity leave", "paternity leave",
		"vacances", "conge", "conges", "rtt", "ferie", "maladie", "malade", "arret maladie", "arret de travail", "absence", "absent", "absente",
	}
	offAlone = []string{"leave", "off", "out", "away", "ill", "repos", "recuperation", "pont", "arret"}

	// fillers may come before both.
	fillers = []string{"on", "my", "i", "am", "annual", "paid", "unpaid", "summer", "winter", "en", "mes", "mon", "de", "jour", "jours", "journee", "je", "suis"}
)

// isOff reports whether a title says that its owner is off: of whole days also in words
// that mean something else in a meeting.
func isOff(title string, whole bool) bool {
	words := strings.FieldsFunc(fold.String(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if begins(words, offHours) || !whole {
		return begins(words, offHours)
	}
	for len(words) > 0 && slices.Contains(fillers, words[0]) {
		words = words[1:]
	}
	return begins(words, offDays) || slices.Contains(offAlone, strings.Join(words, " "))
}

// begins reports whether words begin with one of phrases.
func begins(words, phrases []string) bool {
	title := strings.Join(words, " ") + " "
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.HasPrefix(title, phrase+" ") })
}
