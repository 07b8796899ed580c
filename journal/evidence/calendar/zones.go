package calendar

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"time"
)

// zones finds time zones by the names that files have for them, and remembers them. It
// may be used by several goroutines.
type zones struct {
	mu    sync.Mutex
	known map[string]*time.Location // by name, or by definition
}

// find returns the zone of a name, nil if nobody knows it. Defined is what the file
// says about it, nil for nothing.
//
// The rules that everybody has go before those in the file, which programs write from
// their own, often old ones.
func (z *zones) find(name string, defined *definition) *time.Location {
	if l := z.named(name); l != nil || defined == nil {
		return l
	}
	if l := z.named(defined.location); l != nil {
		return l
	}
	return z.remember(defined.key(), defined.build)
}

// remember returns what make returns, from memory if it can.
func (z *zones) remember(key string, build func() *time.Location) *time.Location {
	z.mu.Lock()
	l, ok := z.known[key]
	z.mu.Unlock()
	if ok {
		return l
	}
	l = build()
	z.mu.Lock()
	defer z.mu.Unlock()
	if len(z.known) < 2*maxZones {
		z.known[key] = l
	}
	return l
}

func (z *zones) named(name string) *time.Location {
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if name == "" {
		return nil
	}
	return z.remember("name "+name, func() *time.Location { return locate(name) })
}

// locate returns the zone of a name: one of IANA's, also with the prefix by which
// Mozilla and libical say whose rules they have, or one of Windows.
func locate(name string) *time.Location {
	switch strings.ToUpper(name) {
	case "Z", "UTC", "GMT", "TZONE://MICROSOFT/UTC":
		return time.UTC
	case "LOCAL":
		return nil
	}
	if iana, ok := windowsZones[strings.ToLower(name)]; ok {
		name = iana
	}
	for {
		if l, err := time.LoadLocation(name); err == nil && name != "" {
			return l
		}
		_, rest, found := strings.Cut(name, "/")
		if !found || !strings.Contains(rest, "/") {
			return nil
		}
		name = rest
	}
}

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
		if len(o.rules) < maxRules && len(value) < 4096 {
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
