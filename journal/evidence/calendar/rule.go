package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"heliotrope/journal/evidence/source"
)

// maxSteps is how many times of a rule are counted at most, on the way to those that
// are asked for.
const maxSteps = 200_000

// rule is a recurrence rule that is ready to be expanded. What it needs and does not
// name is from the first time, as RFC 5545 says.
type rule struct {
	options rrule.ROption // Dtstart and Until are walls
	plain   bool          // it has nothing but a frequency, an interval and an end
}

// seconds is the length of a period of a frequency, 0 if that varies.
var seconds = map[rrule.Frequency]int64{
	rrule.WEEKLY: 7 * 86400, rrule.DAILY: 86400, rrule.HOURLY: 3600, rrule.MINUTELY: 60, rrule.SECONDLY: 1,
}

// parseRule reads a rule of what is first at start, a wall in a zone. Errors wrap
// [source.ErrRule].
//
// What the library would misunderstand, search for without end, or fail at is refused or
// completed here.
func parseRule(text string, start time.Time, place *time.Location) (r rule, err error) {
	fail := func(reason any) (rule, error) { return rule{}, fmt.Errorf("%w: %v", source.ErrRule, reason) }
	var parts []string
	var until time.Time
	plain := true
	for part := range strings.SplitSeq(strings.ToUpper(strings.ReplaceAll(text, " ", "")), ";") {
		key, v, _ := strings.Cut(part, "=")
		switch {
		case part == "" || strings.HasPrefix(key, "X-") || part == "RSCALE=GREGORIAN" || part == "SKIP=OMIT":
			continue
		case key == "UNTIL":
			m, utc, ok := parseMoment(v)
			switch {
			case !ok:
				return fail("its end")
			case m.date:
				m.wall = m.wall.Add(24*time.Hour - time.Second)
			case utc:
				m.wall = wallOf(m.wall.In(place))
			}
			until = m.wall
			continue
		case key == "BYEASTER" || key == "DTSTART": // the library's own
			return fail("a part")
		case key == "COUNT" || key == "INTERVAL":
			if n, err := strconv.Atoi(v); err != nil || n < 1 || key == "INTERVAL" && n > 10_000_000 {
				return fail("a number")
			}
		case strings.HasPrefix(key, "BY"):
			plain = false
		}
		parts = append(parts, part)
	}
	o, err := rrule.StrToROption(strings.Join(parts, ";"))
	if err != nil {
		return fail("its form")
	}
	o.Dtstart, o.Until, o.Interval = start, until, max(1, o.Interval)
	r = rule{options: *o, plain: plain}
	if err := r.complete(); err != nil {
		return fail(err)
	}
	return r, nil
}

// complete fills in what the rule takes from its first time, and returns an error for a
// rule that the library cannot expand.
func (r *rule) complete() error {
	o := &r.options
	for i, s := range o.Bysecond { // a leap second
		o.Bysecond[i] = min(s, 59)
	}
	for _, list := range []*[]int{&o.Bysetpos, &o.Bymonth, &o.Bymonthday, &o.Byyearday, &o.Byweekno, &o.Byhour, &o.Byminute, &o.Bysecond} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	start := o.Dtstart
	weekday := []rrule.Weekday{rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA}[start.Weekday()]
	switch noDays := len(o.Byweekday)+len(o.Bymonthday)+len(o.Byyearday) == 0; {
	case noDays && (o.Freq == rrule.WEEKLY || o.Freq == rrule.YEARLY && len(o.Byweekno) > 0):
		o.Byweekday = []rrule.Weekday{weekday}
	case noDays && (o.Freq == rrule.YEARLY || o.Freq == rrule.MONTHLY):
		if o.Freq == rrule.YEARLY && len(o.Bymonth) == 0 {
			o.Bymonth = []int{int(start.Month())}
		}
		o.Bymonthday = []int{start.Day()}
	}
	if err := r.numbered(); err != nil {
		return err
	}
	if o.Freq < rrule.HOURLY && len(o.Byhour) == 0 {
		o.Byhour = []int{start.Hour()}
	}
	if o.Freq < rrule.MINUTELY && len(o.Byminute) == 0 {
		o.Byminute = []int{start.Minute()}
	}
	if o.Freq < rrule.SECONDLY && len(o.Bysecond) == 0 {
		o.Bysecond = []int{start.Second()}
	}
	if max(1, len(o.Byhour))*max(1, len(o.Byminute))*max(1, len(o.Bysecond)) > 100 {
		return errors.New("too many times a day")
	}
	if o.Freq >= rrule.HOURLY && len(o.Bysetpos) > 0 { // the library would count each second of centuries
		return errors.New("a place among the times of an hour")
	}
	if o.Freq >= rrule.HOURLY && !r.comes() {
		return errors.New("it never comes")
	}
	return nil
}

// numbered checks days such as 2MO, and writes out those without a number beside them:
// the library has only what is both.
func (r *rule) numbered() error {
	o := &r.options
	most := 5
	if o.Freq == rrule.YEARLY && len(o.Bymonth) == 0 {
		most = 53
	}
	if o.Freq > rrule.MONTHLY {
		return nil // it leaves the numbers out
	}
	var days []rrule.Weekday
	some := false
	for _, d := range o.Byweekday {
		if d.N() > most || d.N() < -most {
			return errors.New("the number of a day")
		}
		some = some || d.N() != 0
	}
	for _, d := range o.Byweekday {
		if d.N() != 0 || !some {
			days = append(days, d)
			continue
		}
		for n := 1; n <= most; n++ {
			days = append(days, d.Nth(n))
		}
	}
	o.Byweekday = slices.Compact(days)
	return nil
}

// comes reports whether a rule by hours, minutes or seconds ever arrives at a time of
// the day that it names. The library would look for it without end.
func (r *rule) comes() bool {
	o := r.options
	has := func(list []int, n int) bool { return len(list) == 0 || slices.Contains(list, n) }
	period := seconds[o.Freq]
	h, m, s := o.Dtstart.Clock()
	first := int64(h*3600 + m*60 + s)
	step := int64(o.Interval) * period % 86400
	for now, n := first, 0; n <= 86400; n++ {
		if has(o.Byhour, int(now/3600)) && has(o.Byminute, int(now/60%60)) && (o.Freq < rrule.SECONDLY || has(o.Bysecond, int(now%60))) {
			return true
		}
		if now = (now + step) % 86400; now == first {
			return false
		}
	}
	return false
}

// between returns the times of the rule from one wall to another, both included. Errors
// wrap [source.ErrRule]: there are more than limit, or it takes too many steps.
func (r rule) between(from, to time.Time, limit int) (walls []time.Time, err error) {
	defer func() { // the library has seen less than calendars have
		if problem := recover(); problem != nil {
			walls, err = nil, fmt.Errorf("%w: the library fails", source.ErrRule)
		}
	}()
	o := r.options
	if !o.Until.IsZero() && o.Until.Before(to) {
		to = o.Until
	}
	if period := seconds[o.Freq] * int64(o.Interval); o.Count > 0 && r.plain && period > 0 {
		if int64(o.Count-1) <= (to.Unix()-o.Dtstart.Unix())/period {
			to = time.Unix(o.Dtstart.Unix()+int64(o.Count-1)*period, 0).UTC()
		}
		o.Count = 0
	}
	if to.Before(from) || to.Before(o.Dtstart) || to.Year() > 9999 {
		return nil, nil
	}
	o.Until = to
	if o.Count == 0 {
		o.Dtstart = r.near(from)
	}
	// The library looks until the year 9999 for what never comes. Since the calendar
	// repeats itself every 400 years, it is let begin near there.
	years := (9999 - to.Year()) / 400 * 400
	o.Dtstart, o.Until = o.Dtstart.AddDate(years, 0, 0), o.Until.AddDate(years, 0, 0)
	from = from.AddDate(years, 0, 0)
	library, err := rrule.NewRRule(o)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", source.ErrRule, err)
	}
	next := library.Iterator()
	for range maxSteps {
		t, ok := next()
		if !ok {
			return walls, nil
		}
		if t.Before(from) {
			continue
		}
		if len(walls) == limit {
			return walls, fmt.Errorf("%w: it comes too often", source.ErrRule)
		}
		walls = append(walls, t.AddDate(-years, 0, 0))
	}
	return walls, fmt.Errorf("%w: it came too often before", source.ErrRule)
}

// near returns where to begin so that no time of the rule from a wall on is missed: at a
// period shortly before that, or at the first time. It is only for rules without a count.
func (r rule) near(from time.Time) time.Time {
	o := r.options
	start := o.Dtstart
	whole := func(n int64) int { return int(n/int64(o.Interval)-1) * o.Interval }
	y, m, d := start.Date()
	switch o.Freq {
	case rrule.YEARLY:
		if n := whole(int64(from.Year() - y)); n > 0 {
			return time.Date(y+n, 1, 1, 0, 0, 0, 0, time.UTC)
		}
	case rrule.MONTHLY:
		if n := whole(int64((from.Year()-y)*12 + int(from.Month()-m))); n > 0 {
			return time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		}
	case rrule.WEEKLY, rrule.DAILY:
		first := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		if o.Freq == rrule.WEEKLY {
			first = first.AddDate(0, 0, -(int(start.Weekday())+6-o.Wkst.Day())%7)
		}
		days := seconds[o.Freq] / 86400
		if n := whole((from.Unix() - first.Unix()) / 86400 / days); n > 0 {
			return first.AddDate(0, 0, n*int(days))
		}
	default:
		if n := whole((from.Unix() - start.Unix()) / seconds[o.Freq]); n > 0 {
			return time.Unix(start.Unix()+int64(n)*seconds[o.Freq], 0).UTC()
		}
	}
	return start
}
