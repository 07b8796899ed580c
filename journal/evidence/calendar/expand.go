package calendar

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"
	"time"

	"heliotrope/journal/evidence/source"
)

// look finds what takes place in a span.
type look struct {
	span     source.Span
	user     *time.Location
	items    []source.Item
	troubles []source.Trouble
	told     map[*zone]bool
}

// find returns what events, of all files of a place, come to in a span.
func find(ctx context.Context, events []*event, s source.Span) ([]source.Item, []source.Trouble) {
	l := &look{span: s, user: s.From.Location(), told: make(map[*zone]bool)}
	from, to := wallOf(s.From), wallOf(s.To)
	concerned := make(map[id][]*event) // by what has one UID: an event, and those of its times that differ
	var order []id
	for _, e := range events {
		if _, ok := concerned[e.uid]; !ok && e.mayTouch(from, to) {
			concerned[e.uid] = nil
			order = append(order, e.uid)
		}
	}
	for _, e := range events {
		if series, ok := concerned[e.uid]; ok {
			concerned[e.uid] = append(series, e)
		}
	}
	for _, uid := range order {
		if ctx.Err() != nil {
			break
		}
		l.expand(concerned[uid])
	}
	slices.SortStableFunc(l.items, func(a, b source.Item) int {
		return cmp.Or(a.Start.Compare(b.Start), a.End.Compare(b.End), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Key, b.Key))
	})
	return slices.CompactFunc(l.items, func(a, b source.Item) bool { return a.Key == b.Key && a.Start.Equal(b.Start) }), l.troubles
}

func (l *look) trouble(f *file, line int, err error) {
	if len(l.troubles) < maxTroubles {
		l.troubles = append(l.troubles, source.Trouble{Path: f.path, Line: line, Err: err})
	}
}

// expand finds the times of a series: an event, and those of its times that differ.
func (l *look) expand(series []*event) {
	events := l.newest(series)
	differing := l.differing(series, events)
	var following []*event
	for _, wall := range slices.SortedFunc(maps.Keys(differing), time.Time.Compare) {
		e := differing[wall]
		usual := e.recurrence
		if len(events) > 0 {
			usual = events[0].start
			if e.following {
				following = append(following, e)
			}
			if events[0].canceled {
				continue
			}
		}
		l.add(e, e.start.in(l.user), e.start.wall, l.key(e.uid, usual, wall))
	}
	for _, e := range events {
		l.recur(e, differing, following)
	}
}

// newest returns the events of a series in their newest version, one for each time at
// which one begins: some programs write what recurs as an event for each time.
func (l *look) newest(series []*event) (events []*event) {
	newest := 0
	for _, e := range series {
		if !e.differs {
			newest = max(newest, e.sequence)
		}
	}
	for _, e := range series {
		if e.differs || e.sequence != newest {
			continue
		}
		same := func(o *event) bool { return o.start.in(l.user).Equal(e.start.in(l.user)) }
		if i := slices.IndexFunc(events, same); i >= 0 {
			events[i] = e
		} else {
			events = append(events, e)
		}
	}
	return events
}

// differing returns the times that differ from what events of their series say, in their
// newest version, by the wall of when they would have been.
func (l *look) differing(series, events []*event) map[time.Time]*event {
	differing := make(map[time.Time]*event)
	for _, e := range series {
		if !e.differs {
			continue
		}
		wall := e.recurrence.wall
		if len(events) > 0 {
			wall = events[0].wallOf(e.recurrence, l.user)
		}
		if other := differing[wall]; other == nil || other.sequence <= e.sequence {
			differing[wall] = e
		}
	}
	return differing
}

// wallOf returns what a clock where e is shows at m. Of a date without a time, it is
// its midnight; of a time without a zone, that time.
func (e *event) wallOf(m moment, user *time.Location) time.Time {
	switch {
	case m.date || m.floating:
		return m.wall
	case e.start.date:
		return midnight(wallOf(m.in(user)))
	}
	return wallOf(m.in(user).In(e.start.location(user)))
}

// occurrence is one time of an event.
type occurrence struct {
	wall   time.Time // by a clock where the event is
	period *period   // that it is from, nil if it is not
}

// recur finds the times of e that are as the event says, or as one of following does.
func (l *look) recur(e *event, differing map[time.Time]*event, following []*event) {
	user := l.user
	place := e.start.location(user)
	shift := func(f *event) time.Duration {
		return e.wallOf(f.start, user).Sub(e.wallOf(f.recurrence, user))
	}
	reach, ahead := e.reach(), 1
	for _, f := range following {
		days := int(shift(f).Abs()/(24*time.Hour)) + 1
		reach, ahead = max(reach, f.reach())+days, ahead+days
	}
	from := wallOf(l.span.From.In(place)).AddDate(0, 0, -reach)
	to := wallOf(l.span.To.In(place)).AddDate(0, 0, ahead)

	for _, o := range l.occurrences(e, from, to) {
		day := differing[midnight(o.wall)]
		if differing[o.wall] != nil || day != nil && day.recurrence.date || l.excludes(e, o.wall) {
			continue
		}
		key := l.key(e.uid, e.start, o.wall)
		shown, wall := e, o.wall
		var since time.Time
		for _, f := range following {
			if begins := e.wallOf(f.recurrence, user); begins.Before(o.wall) && begins.After(since) {
				shown, wall, since = f, o.wall.Add(shift(f)), begins
			}
		}
		start := at(wall, place)
		if o.period != nil && o.period.ends != unsaid {
			l.addPeriod(e, start, wall, o.period, key)
		} else {
			l.add(shown, start, wall, key)
		}
	}
}

// occurrences returns the times of e from one wall to another, as its rules and the dates
// beside them have it, and its first.
func (l *look) occurrences(e *event, from, to time.Time) []occurrence {
	times := []occurrence{{wall: e.start.wall}}
	for _, v := range e.rules {
		r, err := parseRule(v.text, e.start.wall, e.start.location(l.user))
		var walls []time.Time
		if err == nil {
			walls, err = r.between(from, to, 50+48*int(to.Sub(from)/(24*time.Hour)))
		}
		if err != nil {
			l.trouble(e.place, v.line, err)
			continue
		}
		for _, wall := range walls {
			times = append(times, occurrence{wall: wall})
		}
	}
	for i := range e.added {
		wall := e.wallOf(e.added[i].start, l.user)
		if e.added[i].start.date && !e.start.date { // at the usual time of that day
			wall = wall.Add(e.start.wall.Sub(midnight(e.start.wall)))
		}
		if !wall.Before(from) && !wall.After(to) {
			times = append(times, occurrence{wall: wall, period: &e.added[i]})
		}
	}
	slices.SortStableFunc(times, func(a, b occurrence) int { return a.wall.Compare(b.wall) })
	return slices.CompactFunc(times, func(a, b occurrence) bool { return a.wall.Equal(b.wall) })
}

// excludes reports whether e does not take place at one of its times.
func (l *look) excludes(e *event, wall time.Time) bool {
	for _, m := range e.excluded {
		if d := m.wall.Sub(wall).Abs(); d > 48*time.Hour {
			continue
		}
		if x := e.wallOf(m, l.user); x.Equal(wall) || m.date && x.Equal(midnight(wall)) || e.start.date && midnight(x).Equal(wall) {
			return true
		}
	}
	return false
}

// key returns the key of what is at wall, of an event that usually is at a time such as
// usual. It is the same in every calendar that has it.
func (l *look) key(uid id, usual moment, wall time.Time) string {
	b := append([]byte("calendar\x00"), uid[:]...)
	if usual.date {
		b = append(b, wall.Format(time.DateOnly)...)
	} else {
		b = binary.BigEndian.AppendUint64(b, uint64(at(wall, usual.location(l.user)).Unix()))
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}

// addPeriod adds a time of e that has an end of its own.
func (l *look) addPeriod(e *event, start, wall time.Time, p *period, key string) {
	own := *e
	own.start, own.end, own.length, own.ends = p.start, p.end, p.length, p.ends
	l.add(&own, start, wall, key)
}

// add adds what a time of e is shown as, if a part of it is in the span.
func (l *look) add(e *event, start, wall time.Time, key string) {
	end := e.endOf(start, wall, l.user)
	if end.Before(start) {
		if l.span.Contains(start) {
			l.trouble(e.place, e.line, source.ErrTime)
		}
		return
	}
	if !start.Before(l.span.To) || !end.After(l.span.From) && !(start.Equal(end) && l.span.Contains(start)) {
		return
	}
	for _, m := range []moment{e.start, e.end} {
		if m.zone != nil && m.zone.bad && !m.date && !l.told[m.zone] {
			l.told[m.zone] = true
			l.trouble(e.place, e.line, source.ErrZone)
		}
	}
	switch item, ok := itemOf(e, start.In(l.user), end.In(l.user)); {
	case ok:
		item.Key = key
		l.items = append(l.items, item)
	case end.Sub(start) > longest && !e.start.date && !e.canceled && !e.declined && !e.elsewhere && !e.free:
		l.trouble(e.place, e.line, source.ErrTime)
	}
}

// longest is how long an event with times is at most. A longer one has an end by mistake.
const longest = 31 * 24 * time.Hour
