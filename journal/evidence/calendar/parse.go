package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"heliotrope/journal/evidence/source"
)

// What of a file is retained at most.
const (
	maxEvents   = 50_000 // beyond them only those that a look may need, by weight
	maxNeeded   = 200_000
	maxTroubles = 20
	maxZones    = 500
	maxRules    = 8      // of an event
	maxDates    = 65_536 // of an event that are added or excluded
	maxDepth    = 64     // of components in each other
)

// errNone is returned for a file in which there is no calendar.
var errNone = fmt.Errorf("%w: no calendar begins in it", source.ErrBroken)

// file is what was read of a file.
type file struct {
	path     string
	events   []*event
	troubles []source.Trouble
	partial  bool // only what a certain look may need
	weight   int
}

func (f *file) trouble(line int, err error) {
	if len(f.troubles) < maxTroubles {
		f.troubles = append(f.troubles, source.Trouble{Path: f.path, Line: line, Err: err})
	}
}

// parser reads a file.
type parser struct {
	file     *file
	own      map[string]bool // addresses of the user, in small letters
	zones    *zones
	from, to time.Time // of the look, in walls

	stack    []string         // of the components that are open
	seen     bool             // a calendar has begun
	calendar *zone            // of times without a zone in this calendar
	canceled bool             // the calendar is a message that cancels what it has
	names    map[string]*zone // of zones in this calendar
	defined  map[string]*definition
	zone     *definition // that is open
	rule     *observance // that is open, in zone
	event    *event      // that is open
	uid      string
	last     int // line
}

// parse reads a calendar into f. What is wrong with it is told in f; the error is one
// of from. Buffer is for what is read at once.
func parse(f *file, from io.Reader, buffer []byte, own map[string]bool, zones *zones, s source.Span) error {
	p := &parser{
		file: f, own: own, zones: zones, from: wallOf(s.From), to: wallOf(s.To),
		calendar: &zone{}, names: make(map[string]*zone), defined: make(map[string]*definition),
	}
	lines := newLines(from, buffer)
	var kept []byte
	for {
		line, number, long, err := lines.next(kept, p.wants)
		p.last = number
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.finish()
			return err
		}
		kept = line
		if long {
			f.trouble(number, source.ErrLarge)
		}
		p.take(propertyOf(line, number))
	}
	switch {
	case p.last == 0:
		f.trouble(0, source.ErrCut)
	case !p.seen:
		f.trouble(1, errNone)
	case len(p.stack) > 0:
		f.trouble(p.last, source.ErrCut)
	}
	p.finish()
	return nil
}

// wants reports whether a line that begins so is looked at.
func (p *parser) wants(line []byte) bool {
	name := nameOf(line)
	switch {
	case len(name) == 0, len(name) > 64:
		return false
	case len(name) == len(line), len(name) == 3, len(name) == 5: // folded in its name; UID, BEGIN, DTEND, RRULE, RDATE, CLASS
		return true
	case p.event == nil:
		return true
	}
	var capitals [64]byte
	for i, c := range name {
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		capitals[i] = c
	}
	name = capitals[:len(name)]
	switch string(name) {
	case "DTSTART", "DURATION", "EXDATE", "EXRULE", "RECURRENCE-ID", "SEQUENCE", "SUMMARY", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS":
		return true
	case "ATTENDEE":
		return len(p.own) > 0
	}
	return name[0] == 'X' && isEventType(string(name)) || bytes.HasPrefix(name, []byte("EVENT"))
}

// isEventType reports whether a property says what type of event of Google's one is.
func isEventType(name string) bool {
	return strings.HasSuffix(name, "EVENTTYPE") || strings.HasSuffix(name, "EVENT-TYPE")
}

// top returns the component that is open, "" for none.
func (p *parser) top() string {
	if len(p.stack) == 0 {
		return ""
	}
	return p.stack[len(p.stack)-1]
}

func (p *parser) take(prop property) {
	switch prop.name {
	case "BEGIN":
		p.begin(component(prop.value), prop.line)
		return
	case "END":
		p.end(component(prop.value), prop.line)
		return
	}
	switch p.top() {
	case "VCALENDAR":
		p.takeCalendar(prop)
	case "VEVENT":
		p.takeEvent(prop)
	case "VTIMEZONE":
		p.zone.take(prop)
	case "STANDARD", "DAYLIGHT":
		if p.rule != nil {
			p.rule.take(prop)
		}
	}
}

// component returns the name of a component.
func component(value []byte) string {
	return strings.ToUpper(string(bytes.TrimSpace(value[:min(len(value), 40)])))
}

func (p *parser) begin(name string, line int) {
	switch name {
	case "VCALENDAR":
		if len(p.stack) > 0 {
			p.file.trouble(line, source.ErrBroken)
			p.close(0)
		}
		p.seen, p.canceled, p.calendar = true, false, &zone{}
	case "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE":
		if len(p.stack) > 1 { // what it would be in has no end
			p.file.trouble(line, source.ErrBroken)
			p.close(1)
		}
		switch {
		case name == "VTIMEZONE":
			p.zone = &definition{}
		case name == "VEVENT" && p.top() == "VCALENDAR":
			p.event, p.uid = &event{place: p.file, line: line}, ""
		}
	case "STANDARD", "DAYLIGHT":
		if p.top() == "VTIMEZONE" {
			p.rule = p.zone.observe(name == "DAYLIGHT")
		}
	}
	if len(p.stack) == maxDepth {
		p.file.trouble(line, source.ErrBroken)
		p.close(1)
	}
	p.stack = append(p.stack, name)
}

// find returns where a component is in the stack, -1 for nowhere.
func (p *parser) find(name string) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i] == name {
			return i
		}
	}
	return -1
}

func (p *parser) end(name string, line int) {
	i := p.find(name)
	if i != len(p.stack)-1 || i < 0 {
		p.file.trouble(line, source.ErrBroken)
	}
	if i >= 0 {
		p.close(i)
	}
}

// close ends the components from the i-th on.
func (p *parser) close(i int) {
	for len(p.stack) > i {
		name := p.top()
		p.stack = p.stack[:len(p.stack)-1]
		switch name {
		case "VCALENDAR":
			p.settle()
		case "VEVENT":
			p.add()
		case "VTIMEZONE":
			if len(p.defined) < maxZones && p.zone.name != "" {
				p.defined[p.zone.name] = p.zone
			}
		case "STANDARD", "DAYLIGHT":
			p.rule = nil
		}
	}
}

func (p *parser) takeCalendar(prop property) {
	switch prop.name {
	case "X-WR-TIMEZONE":
		if name := strings.TrimSpace(unescape(string(prop.value))); len(name) < 100 {
			p.calendar.name = name
		}
	case "METHOD":
		p.canceled = is(prop, "CANCEL")
	}
}

// is reports whether a property has a value, whatever its letters.
func is(prop property, value string) bool {
	return strings.EqualFold(string(bytes.TrimSpace(prop.value)), value)
}

func (p *parser) takeEvent(prop property) {
	e := p.event
	if e == nil {
		return
	}
	switch prop.name {
	case "UID":
		p.uid = string(bytes.TrimSpace(prop.value))
	case "DTSTART":
		e.start, _ = p.moment(prop, string(prop.value))
		e.line = prop.line
	case "DTEND":
		m, ok := p.moment(prop, string(prop.value))
		if e.end, e.ends = m, ending; !ok {
			p.file.trouble(prop.line, source.ErrTime)
			e.ends = unsaid
		}
	case "DURATION":
		l, ok := parseLength(string(prop.value))
		if !ok {
			p.file.trouble(prop.line, source.ErrTime)
		} else if e.ends == unsaid {
			e.length, e.ends = l, lasting
		}
	case "RECURRENCE-ID":
		if m, ok := p.moment(prop, string(prop.value)); ok {
			e.recurrence, e.differs = m, true
			e.following = strings.EqualFold(prop.parameter("RANGE"), "THISANDFUTURE")
		} else {
			p.file.trouble(prop.line, source.ErrTime)
		}
	case "RRULE":
		if len(bytes.TrimSpace(prop.value)) == 0 {
			return
		}
		if len(e.rules) < maxRules && len(prop.value) < 4096 {
			e.rules = append(e.rules, value{string(prop.value), prop.line})
		} else {
			p.file.trouble(prop.line, source.ErrRule)
		}
	case "EXRULE": // of RFC 2445; nothing writes it
		p.file.trouble(prop.line, source.ErrRule)
	case "RDATE", "EXDATE":
		p.takeDates(prop)
	case "SEQUENCE":
		e.sequence, _ = strconv.Atoi(string(bytes.TrimSpace(prop.value)))
	case "SUMMARY":
		if e.title == "" {
			e.title = text(prop)
		}
	case "STATUS":
		e.canceled = e.canceled || is(prop, "CANCELLED") || is(prop, "CANCELED")
	case "CLASS":
		e.private = is(prop, "PRIVATE") || is(prop, "CONFIDENTIAL")
	case "TRANSP":
		e.free = e.free || is(prop, "TRANSPARENT") || is(prop, "1")
	case "X-MICROSOFT-CDO-BUSYSTATUS":
		e.out = e.out || is(prop, "OOF")
		e.free = e.free || is(prop, "FREE")
		e.elsewhere = e.elsewhere || is(prop, "WORKINGELSEWHERE")
	case "ATTENDEE":
		if p.isOwn(prop) {
			status := prop.parameter("PARTSTAT") + prop.parameter("STATUS") // the latter of vCalendar 1.0
			e.declined = strings.EqualFold(status, "DECLINED") || strings.EqualFold(status, "DELEGATED")
		}
	default:
		if isEventType(prop.name) {
			e.out = e.out || is(prop, "outOfOffice")
			e.elsewhere = e.elsewhere || is(prop, "workingLocation") || is(prop, "focusTime")
		}
	}
}

// isOwn reports whether an attendee is the user.
func (p *parser) isOwn(prop property) bool {
	return p.own[address(string(prop.value))] || p.own[address(prop.parameter("EMAIL"))]
}

// address returns an address as addresses are compared.
func address(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	return strings.TrimSpace(strings.TrimPrefix(s, "mailto:"))
}

func (p *parser) takeDates(prop property) {
	e := p.event
	for v := range strings.SplitSeq(string(prop.value), ",") {
		if strings.TrimSpace(v) == "" {
			continue
		}
		if len(e.added)+len(e.excluded) == maxDates {
			p.file.trouble(prop.line, source.ErrLarge)
			return
		}
		first, last, isPeriod := strings.Cut(v, "/")
		m, ok := p.moment(prop, first)
		d := period{start: m}
		if ok && isPeriod {
			if d.end, ok = p.moment(prop, last); ok {
				d.ends = ending
			} else if d.length, ok = parseLength(last); ok {
				d.ends = lasting
			}
		}
		switch {
		case !ok:
			p.file.trouble(prop.line, source.ErrTime)
			return
		case prop.name == "RDATE":
			e.added = append(e.added, d)
		default:
			e.excluded = append(e.excluded, m)
		}
	}
}

// moment reads a value of a property with its zone.
func (p *parser) moment(prop property, value string) (moment, bool) {
	m, utc, ok := parseMoment(value)
	if !ok || m.date {
		return m, ok
	}
	name := strings.TrimSpace(prop.parameter("TZID"))
	switch {
	case utc:
		m.zone = utcZone
	case name == "" || len(name) > 200:
		m.zone, m.floating = p.calendar, true
	case p.names[name] == nil && len(p.names) < maxZones:
		p.names[name] = &zone{name: name}
		fallthrough
	case p.names[name] != nil:
		m.zone = p.names[name]
	default:
		m.zone = &zone{bad: true}
	}
	return m, true
}

var utcZone = &zone{name: "UTC", at: time.UTC}

// add retains the event that was open.
func (p *parser) add() {
	e := p.event
	p.event = nil
	if e == nil {
		return
	}
	if e.start.wall.IsZero() {
		p.file.trouble(e.line, source.ErrTime)
		return
	}
	e.wholeDays()
	if p.uid == "" {
		p.uid = "\x00" + e.title + "\x00" + e.start.wall.String()
	}
	e.uid = idOf(p.uid)
	e.canceled = e.canceled || p.canceled
	f := p.file
	if f.partial && !e.may(p.from, p.to) {
		return
	}
	if !f.partial && f.weight+e.weight() > maxEvents {
		f.partial = true
		all := f.events
		f.events, f.weight = nil, 0
		for _, e := range all {
			if e.may(p.from, p.to) {
				f.events, f.weight = append(f.events, e), f.weight+e.weight()
			}
		}
	}
	if f.weight+e.weight() > maxNeeded {
		f.trouble(e.line, source.ErrLarge)
		return
	}
	f.events, f.weight = append(f.events, e), f.weight+e.weight()
}

// finish ends the file. An event that is open was cut, and may lack anything.
func (p *parser) finish() {
	p.event = nil
	p.close(0)
}

// settle finds the zones of the calendar that ends.
func (p *parser) settle() {
	if p.calendar.name != "" {
		p.names[p.calendar.name+"\x00"] = p.calendar
	}
	for _, z := range p.names {
		z.at = p.zones.find(z.name, p.defined[z.name])
		z.bad = z.at == nil
	}
	clear(p.names)
	clear(p.defined)
}
