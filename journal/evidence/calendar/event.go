package calendar

import (
	"crypto/sha256"
	"strings"
	"time"
)

// id stands for the UID of an event.
type id [16]byte

func idOf(uid string) id {
	sum := sha256.Sum256([]byte(uid))
	return id(sum[:16])
}

// event is what is retained of an event in a file: one that takes place once, one that
// recurs, or one time of such a one that differs.
type event struct {
	uid   id
	place *file
	line  int // of its beginning

	start  moment
	end    moment // if ends is ending
	length length // if ends is lasting
	ends   ends

	recurrence moment // when it would have been, of one time that differs; see differs
	differs    bool
	following  bool // and so do all after it

	rules    []value
	added    []period
	excluded []moment
	sequence int // of its version; the highest is the newest

	title     string
	canceled  bool
	declined  bool // by the user
	private   bool
	free      bool // the user has time for something else
	elsewhere bool // tells where or how the user works, and takes no time
	out       bool // out of office
}

// ends says how an event says when it ends.
type ends byte

const (
	unsaid  ends = iota // not at all
	ending              // by a time
	lasting             // by a length
)

// value is a value that is read later.
type value struct {
	text string
	line int
}

// period is a time that is added to a recurrence, with an end of its own if ends says so.
type period struct {
	start, end moment
	length     length
	ends       ends
}

// wholeDays makes dates of the times of an event from one midnight to another, or to
// the minute before it, as some programs write whole days, and where only one of them
// is a date.
func (e *event) wholeDays() {
	if e.ends != ending || e.start.date && e.end.date {
		return
	}
	start, end := e.start.wall, midnight(e.end.wall.Add(time.Minute))
	whole := e.start.zone == e.end.zone && e.start.zone != utcZone && start.Equal(midnight(start)) &&
		end.After(start) && end.Sub(e.end.wall) <= time.Minute && !end.Before(e.end.wall)
	if whole || e.start.date || e.end.date {
		e.start = moment{wall: midnight(start), date: true}
		e.end = moment{wall: end, date: true}
	}
}

// days returns how many days an event without times has.
func (e *event) days() int {
	switch {
	case e.ends == ending:
		return max(1, int(e.end.wall.Sub(e.start.wall)/(24*time.Hour)))
	case e.ends == lasting:
		return max(1, e.length.days)
	}
	return 1
}

// endOf returns the end of the time of e that begins at start, which a clock where e
// is shows as wall.
func (e *event) endOf(start, wall time.Time, user *time.Location) time.Time {
	if e.start.date {
		return at(wall.AddDate(0, 0, e.days()), user)
	}
	switch e.ends {
	case ending:
		return start.Add(e.end.in(user).Sub(e.start.in(user)))
	case lasting:
		if e.length.days > 0 {
			start = at(wall.AddDate(0, 0, e.length.days), e.start.location(user))
		}
		return start.Add(e.length.time)
	}
	return start
}

// reach returns the days that a time of e takes, at least.
func (e *event) reach() int {
	switch e.ends {
	case ending:
		return max(0, int(e.end.wall.Sub(e.start.wall)/(24*time.Hour))) + 2
	case lasting:
		return e.length.days + int(e.length.time/(24*time.Hour)) + 2
	}
	return 2
}

// mayTouch reports whether e may take place in a span from one wall to another, or change
// what does, whatever its zones are.
func (e *event) mayTouch(from, to time.Time) bool {
	const day = 24 * time.Hour
	switch {
	case e.differs:
		return true
	case e.start.wall.After(to.Add(2 * day)):
		return false
	case len(e.added) > 0:
		return true
	case len(e.rules) > 0:
		for _, rule := range e.rules {
			if until, ok := untilOf(rule.text); !ok || until.wall.AddDate(0, 0, e.reach()+1).After(from) {
				return true
			}
		}
	}
	return e.start.wall.AddDate(0, 0, e.reach()+1).After(from)
}

// weight is what retaining e costs, in events.
func (e *event) weight() int { return 1 + (len(e.added)+len(e.excluded))/8 + len(e.rules) }

// untilOf returns the end that a rule names.
func untilOf(rule string) (until moment, ok bool) {
	_, rest, found := strings.Cut(strings.ToUpper(rule), "UNTIL=")
	if !found {
		return until, false
	}
	rest, _, _ = strings.Cut(rest, ";")
	until, _, ok = parseMoment(rest)
	return until, ok
}
