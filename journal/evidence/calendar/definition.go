package calendar

import (
	"encoding/binary"
	"slices"
	"strings"
	"time"
)

// definition is a time zone as a file defines it.
type definition struct {
	name, location string
	observances    []*observance
}

// observance is when a clock is set by a certain offset from UTC.
type observance struct {
	daylight    bool
	start       time.Time // wall
	before      int       // the offset until then, in seconds
	after       int
	rules       []string
	added       []time.Time
	bad, offset bool
}

func (d *definition) take(prop property) {
	switch prop.name {
	case "TZID":
		d.name = strings.TrimSpace(strings.Trim(string(prop.value), `"`))
	case "X-LIC-LOCATION":
		d.location = strings.TrimSpace(string(prop.value))
	}
}

// observe returns a new observance of d.
func (d *definition) observe(daylight bool) *observance {
	o := &observance{daylight: daylight}
	if len(d.observances) < maxZones {
		d.observances = append(d.observances, o)
	}
	return o
}

func (o *observance) take(prop property) {
	value := strings.TrimSpace(string(prop.value))
	ok := true
	switch prop.name {
	case "DTSTART":
		var m moment
		m, _, ok = parseMoment(value)
		o.start = m.wall
	case "TZOFFSETFROM":
		o.before, ok = parseOffset(value)
	case "TZOFFSETTO":
		o.after, ok = parseOffset(value)
		o.offset = true
	case "RRULE":
		if len(o.rules) < maxRules && len(value) < maxRule {
			o.rules = append(o.rules, value)
		}
	case "RDATE":
		for v := range strings.SplitSeq(value, ",") {
			if m, _, ok := parseMoment(v); ok && len(o.added) < maxZones {
				o.added = append(o.added, m.wall)
			}
		}
	}
	o.bad = o.bad || !ok
}

// parseOffset reads an offset such as +0100, in seconds.
func parseOffset(s string) (seconds int, ok bool) {
	sign := 1
	if strings.HasPrefix(s, "-") {
		sign = -1
	}
	s = strings.ReplaceAll(strings.TrimLeft(s, "+-"), ":", "")
	if len(s) == 4 {
		s += "00"
	}
	n, ok := digits(s, 6)
	return sign * (n/10000*3600 + n/100%100*60 + n%100), ok && n < 240000
}

// key tells d from other definitions.
func (d *definition) key() string {
	var b strings.Builder
	b.WriteString("zone")
	for _, o := range d.observances {
		b.Write(binary.BigEndian.AppendUint64(nil, uint64(o.start.Unix())))
		b.Write(binary.BigEndian.AppendUint32(nil, uint32(o.before)))
		b.Write(binary.BigEndian.AppendUint32(nil, uint32(o.after)))
		b.WriteString(strings.Join(o.rules, "\n"))
		for _, t := range o.added {
			b.Write(binary.BigEndian.AppendUint64(nil, uint64(t.Unix())))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// change is when the clocks of a zone change.
type change struct {
	at     int64 // seconds since 1970
	offset int
}

// build returns the zone that d defines, nil if it makes no sense. The changes of its
// clocks are those of the years 1970 to 2100.
func (d *definition) build() *time.Location {
	first := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	var changes []change
	for _, o := range d.observances {
		if o.bad || !o.offset || o.start.IsZero() {
			return nil
		}
		onsets := append([]time.Time{o.start}, o.added...)
		for _, text := range o.rules {
			r, err := parseRule(text, o.start, time.FixedZone("", o.before))
			if err != nil {
				return nil
			}
			more, err := r.between(first, last, 1000)
			if err != nil {
				return nil
			}
			onsets = append(onsets, more...)
		}
		for _, t := range onsets {
			changes = append(changes, change{t.Unix() - int64(o.before), o.after})
		}
	}
	if len(changes) == 0 {
		return nil
	}
	slices.SortStableFunc(changes, func(a, b change) int { return int(min(1, max(-1, a.at-b.at))) })
	changes = slices.CompactFunc(changes, func(a, b change) bool { return a.at == b.at })
	l, err := time.LoadLocationFromTZData(d.name, tzif(changes))
	if err != nil {
		return nil
	}
	return l
}

// tzif returns changes in the format of RFC 8536, which package time reads. Before the
// first one it is as after it.
func tzif(changes []change) []byte {
	header := func(times, types, letters int) []byte {
		b := append([]byte("TZif2"), make([]byte, 15)...)
		for _, n := range []int{0, 0, 0, times, types, letters} {
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
		return b
	}
	var offsets []int
	var indexes []byte
	for _, c := range changes {
		i := slices.Index(offsets, c.offset)
		if i < 0 {
			if i = len(offsets); i == 255 {
				return nil
			}
			offsets = append(offsets, c.offset)
		}
		indexes = append(indexes, byte(i))
	}
	b := append(header(0, 1, 1), make([]byte, 7)...) // a first part for old readers
	b = append(b, header(len(changes), len(offsets), 1)...)
	for _, c := range changes {
		b = binary.BigEndian.AppendUint64(b, uint64(c.at))
	}
	b = append(b, indexes...)
	for _, offset := range offsets {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(offset)))
		b = append(b, 0, 0)
	}
	return append(b, "\x00\n\n"...)
}
