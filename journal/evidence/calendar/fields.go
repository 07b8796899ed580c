package calendar

import (
	"strconv"
	"strings"
	"time"

	"heliotrope/journal/evidence/source"
)

// eventFields are the properties of an event that matter, by name, and how each is read
// into the event that is open.
var eventFields = map[string]func(*parser, *event, property){
	"UID":           func(p *parser, _ *event, prop property) { p.uid = prop.text() },
	"DTSTART":       (*parser).takeStart,
	"DTEND":         (*parser).takeEnd,
	"DURATION":      (*parser).takeLength,
	"RECURRENCE-ID": (*parser).takeRecurrence,
	"RRULE":         (*parser).takeRule,
	"EXRULE":        func(p *parser, _ *event, prop property) { p.fail(prop, source.ErrRule) }, // of RFC 2445; nothing writes it
	"RDATE":         (*parser).takeDates,
	"EXDATE":        (*parser).takeDates,
	"SEQUENCE":      func(_ *parser, e *event, prop property) { e.sequence, _ = strconv.Atoi(prop.text()) },
	"SUMMARY": func(_ *parser, e *event, prop property) {
		if e.title == "" {
			e.title = text(prop)
		}
	},
	"STATUS":   func(_ *parser, e *event, prop property) { e.canceled = e.canceled || prop.is("CANCELLED", "CANCELED") },
	"CLASS":    func(_ *parser, e *event, prop property) { e.private = prop.is("PRIVATE", "CONFIDENTIAL") },
	"TRANSP":   func(_ *parser, e *event, prop property) { e.free = e.free || prop.is("TRANSPARENT", "1") },
	"ATTENDEE": (*parser).takeAttendee,
	"X-MICROSOFT-CDO-BUSYSTATUS": func(_ *parser, e *event, prop property) {
		e.out = e.out || prop.is("OOF")
		e.free = e.free || prop.is("FREE")
		e.elsewhere = e.elsewhere || prop.is("WORKINGELSEWHERE")
	},
}

// takeEvent reads a property of the event that is open, if it matters.
func (p *parser) takeEvent(prop property) {
	switch take, e := eventFields[prop.name], p.event; {
	case e == nil:
	case take != nil:
		take(p, e, prop)
	case isEventType(prop.name):
		e.out = e.out || prop.is("outOfOffice")
		e.elsewhere = e.elsewhere || prop.is("workingLocation", "focusTime")
	}
}

// isEventType reports whether a property has the type that Google gives to an event.
func isEventType(name string) bool {
	return (strings.HasPrefix(name, "X") || strings.HasPrefix(name, "EVENT")) &&
		(strings.HasSuffix(name, "EVENTTYPE") || strings.HasSuffix(name, "EVENT-TYPE"))
}

// takeCalendar reads a property of the calendar that is open.
func (p *parser) takeCalendar(prop property) {
	switch prop.name {
	case "X-WR-TIMEZONE":
		if name := strings.TrimSpace(unescape(string(prop.value))); len(name) < 100 {
			p.calendar.name = name
		}
	case "METHOD":
		p.canceled = prop.is("CANCEL")
	}
}

// fail tells what is wrong with a property.
func (p *parser) fail(prop property, err error) { p.file.trouble(prop.line, err) }

func (p *parser) takeStart(e *event, prop property) {
	e.start, _ = p.moment(prop, string(prop.value)) // an event without is told in the end
	e.line = prop.line
}

func (p *parser) takeEnd(e *event, prop property) {
	m, ok := p.moment(prop, string(prop.value))
	if e.end, e.ends = m, ending; !ok {
		e.ends = unsaid
		p.fail(prop, source.ErrTime)
	}
}

func (p *parser) takeLength(e *event, prop property) {
	l, ok := parseLength(string(prop.value))
	if !ok {
		p.fail(prop, source.ErrTime)
	} else if e.ends == unsaid {
		e.length, e.ends = l, lasting
	}
}

func (p *parser) takeRecurrence(e *event, prop property) {
	m, ok := p.moment(prop, string(prop.value))
	if !ok {
		p.fail(prop, source.ErrTime)
		return
	}
	e.recurrence, e.differs = m, true
	e.following = strings.EqualFold(prop.parameter("RANGE"), "THISANDFUTURE")
}

func (p *parser) takeRule(e *event, prop property) {
	switch {
	case prop.text() == "":
	case len(e.rules) < maxRules && len(prop.value) < maxRule:
		e.rules = append(e.rules, value{string(prop.value), prop.line})
	default:
		p.fail(prop, source.ErrRule)
	}
}

// takeDates reads the times that a recurrence has in addition, or has not.
func (p *parser) takeDates(e *event, prop property) {
	for v := range strings.SplitSeq(string(prop.value), ",") {
		if strings.TrimSpace(v) == "" {
			continue
		}
		if len(e.added)+len(e.excluded) == maxDates {
			p.fail(prop, source.ErrLarge)
			return
		}
		switch d, ok := p.period(prop, v); {
		case !ok:
			p.fail(prop, source.ErrTime)
			return
		case prop.name == "RDATE":
			e.added = append(e.added, d)
		default:
			e.excluded = append(e.excluded, d.start)
		}
	}
}

// period reads a time, which may have an end or a length behind a slash.
func (p *parser) period(prop property, value string) (d period, ok bool) {
	first, last, hasEnd := strings.Cut(value, "/")
	if d.start, ok = p.moment(prop, first); !ok || !hasEnd {
		return d, ok
	}
	if d.end, ok = p.moment(prop, last); ok {
		d.ends = ending
	} else if d.length, ok = parseLength(last); ok {
		d.ends = lasting
	}
	return d, ok
}

// takeAttendee finds out whether the user declined.
func (p *parser) takeAttendee(e *event, prop property) {
	if p.own[address(string(prop.value))] || p.own[address(prop.parameter("EMAIL"))] {
		status := prop.parameter("PARTSTAT") + prop.parameter("STATUS") // the latter of vCalendar 1.0
		e.declined = strings.EqualFold(status, "DECLINED") || strings.EqualFold(status, "DELEGATED")
	}
}

// address returns the address of somebody as addresses are compared.
func address(s string) string {
	return source.Address(strings.TrimPrefix(source.Address(s), "mailto:"))
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
	default:
		m.zone = p.zoneOf(name)
	}
	return m, true
}

var utcZone = &zone{name: "UTC", at: time.UTC}

// zoneOf returns the zone of a name in the calendar that is open.
func (p *parser) zoneOf(name string) *zone {
	z := p.names[name]
	switch {
	case z != nil:
	case len(p.names) < maxZones:
		z = &zone{name: name}
		p.names[name] = z
	default:
		z = &zone{bad: true}
	}
	return z
}
