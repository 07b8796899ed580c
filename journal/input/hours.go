package input

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"heliotrope/journal"
)

// The forms of hours, on one line of small letters and plain spaces.
var (
	decimal = regexp.MustCompile(`^(\d+[.,]?\d*|[.,]\d+) ?(h|hrs?|hours?|heures?)?$`)
	common  = regexp.MustCompile(`^(\d*) ?([½⅓⅔¼¾⅙⅚⅛⅜⅝⅞]) ?(h|hrs?|hours?|heures?)?$`)
	minutes = regexp.MustCompile(`^(\d+[.,]?\d*|[.,]\d+) ?(m|mn|mins?|minutes?)$`)
	both    = regexp.MustCompile(`^(\d+) ?(h|hrs?|hours?|heures?) ?([0-5]?\d) ?(m|mn|mins?|minutes?)?$`)
	clock   = regexp.MustCompile(`^(\d+):([0-5]\d)$`)
)

// fractions are the common fractions that have a character.
var fractions = map[string][2]float64{
	"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅙": {1, 6}, "⅚": {5, 6},
	"⅛": {1, 8}, "⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8},
}

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
	hours, ok := parseHours(strings.ToLower(strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " ")))
	switch {
	case !ok:
		return 0, &journal.InvalidError{Field: "hours", Rule: RuleDuration}
	case !(hours > 0 && hours <= journal.MaxHours):
		return 0, &journal.InvalidError{Field: "hours", Rule: journal.RuleHours}
	}
	return hours, nil
}

// parseHours reads hours in any form and range. It divides once, so that equal
// times are equal numbers.
func parseHours(text string) (hours float64, ok bool) {
	if m := decimal.FindStringSubmatch(text); m != nil {
		return number(m[1]), true
	}
	if m := common.FindStringSubmatch(text); m != nil {
		f := fractions[m[2]]
		return (number(m[1])*f[1] + f[0]) / f[1], true
	}
	if m := minutes.FindStringSubmatch(text); m != nil {
		return number(m[1]) / 60, true
	}
	if m := both.FindStringSubmatch(text); m != nil {
		return (number(m[1])*60 + number(m[3])) / 60, true
	}
	if m := clock.FindStringSubmatch(text); m != nil {
		return (number(m[1])*60 + number(m[2])) / 60, true
	}
	return 0, false
}

// number reads digits with at most one decimal point or comma; none are 0. One
// that is too large is infinite.
func number(digits string) float64 {
	v, _ := strconv.ParseFloat(strings.ReplaceAll(digits, ",", "."), 64)
	return v
}
