package input

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
)

// longHours is the time above which a moment is asked about before it is saved:
// more than that is hardly ever meant, but may be.
const longHours = 16

// RuleDuration is the rule that typed hours break if they have none of the forms
// that [Hours] reads.
const RuleDuration journal.Rule = "duration"

// Hours reads how long a moment took, in hours. The forms are the same in every
// language:
//
//   - hours with a decimal point or comma or a fraction: 1.5, 1,5, 1½, with or
//     without a unit: 2 h, 2 hours, 2 heures;
//   - minutes: 90m, 90 min, 90 minutes;
//   - both: 1h30, 1 h 30 min, 1:30.
//
// Digits are those of ASCII, and there is no sign, no exponent and no separator
// of thousands. The same time has the same value in each form. Whatever
// [heliotrope/journal/words.Words.Hours] prints is read, too.
//
// The error is a *[journal.InvalidError] for the field "hours": of
// [RuleDuration] for text that has no such form, and of
// [journal.RuleHours] for a time that no moment can have.
func Hours(text string) (float64, error) {
	text = strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " ")
	hours, ok := clock(text)
	if !ok {
		var d duration
		d, ok = scanDuration(text)
		hours = d.hours
		if d.longer > 0 {
			hours, d.end = d.hoursLonger, d.longer
		}
		ok = ok && d.end == len(text)
	}
	switch {
	case !ok:
		return 0, &journal.InvalidError{Field: "hours", Rule: RuleDuration}
	case !possible(hours):
		return 0, &journal.InvalidError{Field: "hours", Rule: journal.RuleHours}
	}
	return hours, nil
}

// possible reports whether a moment can have taken that many hours.
func possible(hours float64) bool { return hours > 0 && hours <= journal.MaxHours }

// clock reads hours and minutes with a colon between them.
func clock(text string) (hours float64, ok bool) {
	h, m, ok := strings.Cut(text, ":")
	if !ok || h == "" || digits(h) < len(h) || len(m) != 2 || digits(m) < 2 || m[0] > '5' {
		return 0, false
	}
	return (number(h)*60 + number(m)) / 60, true
}

// duration is a time at the beginning of a text.
type duration struct {
	hours       float64
	end         int     // bytes that it takes
	unit        bool    // it names its unit
	apart       bool    // there is a space before the unit
	hoursLonger float64 // with the minutes that follow
	longer      int     // bytes that both take; 0 if no minutes follow
	minutes     string  // the digits of those minutes
	minutesUnit bool    // they name their unit
}

// fractions are the common fractions that have a character.
var fractions = map[rune][2]float64{
	'½': {1, 2}, '⅓': {1, 3}, '⅔': {2, 3}, '¼': {1, 4}, '¾': {3, 4}, '⅙': {1, 6}, '⅚': {5, 6},
	'⅛': {1, 8}, '⅜': {3, 8}, '⅝': {5, 8}, '⅞': {7, 8},
}

var units = map[string]float64{ // how many there are in an hour
	"h": 1, "hr": 1, "hrs": 1, "hour": 1, "hours": 1, "heure": 1, "heures": 1,
	"m": 60, "mn": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
}

// longestUnit is the length of the longest unit in bytes.
const longestUnit = len("minutes")

// scanDuration reads the time at the beginning of text, but for one with a colon.
// It divides once, so that equal times are equal numbers.
func scanDuration(text string) (d duration, ok bool) {
	whole := digits(text)
	at, isWhole := whole, true
	if at < len(text) && (text[at] == '.' || text[at] == ',') {
		if more := digits(text[at+1:]); whole+more > 0 {
			at, isWhole = at+1+more, false
		}
	}
	d.hours, d.end = number(text[:at]), at
	if isWhole {
		space := gap(text[at:])
		r, size := utf8.DecodeRuneInString(text[at+space:])
		if f, is := fractions[r]; is && (whole > 0 || space == 0) {
			at += space + size
			d.hours, d.end, isWhole = (d.hours*f[1]+f[0])/f[1], at, false
		}
	}
	if at == 0 {
		return d, false
	}
	fraction := !isWhole && text[at-1] >= utf8.RuneSelf
	space := gap(text[at:])
	name := unitName(text[at+space:])
	perHour := units[strings.ToLower(name)]
	if perHour == 0 || perHour == 60 && fraction {
		return d, true
	}
	d.hours, d.end, d.unit, d.apart = d.hours/perHour, at+space+len(name), true, space > 0
	if perHour == 1 && isWhole {
		d.scanMinutes(text, number(text[:whole]))
	}
	return d, true
}

// scanMinutes reads the minutes after the hours.
func (d *duration) scanMinutes(text string, hours float64) {
	at := d.end + gap(text[d.end:])
	n := digits(text[at:])
	if n == 0 || n > 2 || n == 2 && text[at] > '5' {
		return
	}
	d.minutes = text[at : at+n]
	d.hoursLonger, d.longer = (hours*60+number(d.minutes))/60, at+n
	at += n
	space := gap(text[at:])
	if name := unitName(text[at+space:]); units[strings.ToLower(name)] == 60 {
		d.longer, d.minutesUnit = at+space+len(name), true
	}
}

// digits returns how many digits text begins with.
func digits(text string) int {
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return n
}

// gap returns how many bytes of spaces text begins with, up to the end of its
// line.
func gap(text string) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !unicode.IsSpace(r) || isBreak(r) {
			break
		}
		n += size
	}
	return n
}

// isBreak reports whether a new line begins after r.
func isBreak(r rune) bool { return r == '\n' || r == '\u2028' || r == '\u2029' }

// unitName returns the letters that text begins with, if there are not too many
// for a unit.
func unitName(text string) string {
	n := 0
	for n < len(text) && n <= longestUnit && ('a' <= text[n]|0x20 && text[n]|0x20 <= 'z') {
		n++
	}
	return text[:n]
}

// number reads digits with at most one decimal point or comma; none are 0. One
// that is too large is infinite.
func number(digits string) float64 {
	v, _ := strconv.ParseFloat(strings.Replace(digits, ",", ".", 1), 64)
	return v
}
