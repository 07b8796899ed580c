package journal

import (
	"cmp"
	"math"
	"slices"
)

// The bounds of measured hours.
const (
	MaxDayHours  = 24 // the hours of a day
	measuredDays = 4  // of a diary, which then stands for its week
)

// Hours are hours of work by track, measured rather than remembered.
type Hours struct {
	Technical, Both, People float64
}

// Of returns the hours of a track.
func (h Hours) Of(t Track) float64 {
	switch t {
	case Technical:
		return h.Technical
	case Both:
		return h.Both
	}
	return h.People
}

// Sum returns the hours of all tracks.
func (h Hours) Sum() float64 { return h.Technical + h.Both + h.People }

// Plus returns h and o together.
func (h Hours) Plus(o Hours) Hours {
	return Hours{h.Technical + o.Technical, h.Both + o.Both, h.People + o.People}
}

// fit reports whether h are hours, and no more than most in sum.
func (h Hours) fit(most float64) bool {
	for _, hours := range []float64{h.Technical, h.Both, h.People} {
		if math.Signbit(hours) || !(hours <= most) { // also refuses NaN and a negative zero
			return false
		}
	}
	return h.Sum() <= most
}

// Validate checks that h are more than 0 and at most [MaxHours] in sum, and returns
// an *[InvalidError].
func (h Hours) Validate() error {
	if !h.fit(MaxHours) || h.Sum() == 0 {
		return invalid("hours", RuleHours)
	}
	return nil
}

// DiaryDay is what one day of a week was spent on, as the user wrote it down that
// day. A day without hours was not worked.
type DiaryDay struct {
	Day   int   // from 1, Monday, to 7, Sunday
	Hours Hours // at most MaxDayHours in sum
}

// compare orders days by their place in the week.
func (d DiaryDay) compare(o DiaryDay) int { return cmp.Compare(d.Day, o.Day) }

// checkDiary checks that each day is one, has the hours of one, and comes after the
// one before.
func checkDiary(days []DiaryDay) error {
	for i, d := range days {
		switch {
		case d.Day < 1 || d.Day > 7:
			return invalid(at("diary", i)+".day", RuleDay)
		case i > 0 && d.Day <= days[i-1].Day:
			return invalid(at("diary", i)+".day", RuleUnique)
		case !d.Hours.fit(MaxDayHours):
			return invalid(at("diary", i), RuleDayHours)
		}
	}
	return nil
}

// DiaryOf returns the hours written on a day of the week, from 1, Monday, and whether
// something was.
func (e Entry) DiaryOf(day int) (h Hours, ok bool) {
	i := slices.IndexFunc(e.Diary, func(d DiaryDay) bool { return d.Day == day })
	if i < 0 {
		return Hours{}, false
	}
	return e.Diary[i].Hours, true
}

// SetDiary makes d what is written on its day.
func (e *Entry) SetDiary(d DiaryDay) {
	e.DropDiary(d.Day)
	e.Diary = append(e.Diary, d)
	slices.SortFunc(e.Diary, DiaryDay.compare)
}

// DropDiary removes what is written on a day.
func (e *Entry) DropDiary(day int) {
	e.Diary = slices.DeleteFunc(slices.Clone(e.Diary), func(d DiaryDay) bool { return d.Day == day })
}

// Measured returns where the week's time went by its diary, if that has four days, and
// else by its evidence. It reports false if neither says so.
func (e Entry) Measured() (h Hours, ok bool) {
	for _, d := range e.Diary {
		h = h.Plus(d.Hours)
	}
	switch {
	case len(e.Diary) >= measuredDays && h.Sum() > 0:
		return h, true
	case e.Evidence != nil:
		return *e.Evidence, true
	}
	return Hours{}, false
}
