package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"heliotrope/journal/evidence/source"
)

// errNone is returned for a file in which there is no calendar.
var errNone = fmt.Errorf("%w: no calendar begins in it", source.ErrBroken)

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
	uid      string      // of that
}

// parse reads a calendar into f. What is wrong with it is told in f; the error is one
// of from. Buffer is for what is read at once.
func parse(f *file, from io.Reader, buffer []byte, own map[string]bool, zones *zones, s source.Span) error {
	p := &parser{
		file: f, own: own, zones: zones, from: wallOf(s.From), to: wallOf(s.To),
		calendar: &zone{}, names: make(map[string]*zone), defined: make(map[string]*definition),
	}
	lines := newLines(from, buffer)
	defer p.finish()
	var kept []byte
	for {
		line, number, long, err := lines.next(kept, p.wants)
		switch {
		case errors.Is(err, io.EOF):
			p.tellEnd(number)
			return nil
		case err != nil:
			return err
		case long:
			f.trouble(number, source.ErrLarge)
		}
		kept = line
		p.take(propertyOf(line, number))
	}
}

// tellEnd tells what is wrong with a file that ends with a line.
func (p *parser) tellEnd(last int) {
	switch {
	case last == 0:
		p.file.trouble(0, source.ErrCut)
	case !p.seen:
		p.file.trouble(1, errNone)
	case len(p.stack) > 0:
		p.file.trouble(last, source.ErrCut)
	}
}

// wants reports whether a line that begins so is looked at: most of what an event has
// does not matter.
func (p *parser) wants(line []byte) bool {
	name := nameOf(line)
	switch {
	case len(name) == 0, len(name) > 64:
		return false
	case len(name) == len(line): // folded in its name
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
	switch name = capitals[:len(name)]; string(name) {
	case "BEGIN", "END":
		return true
	case "ATTENDEE":
		return len(p.own) > 0
	}
	return eventFields[string(name)] != nil || isEventType(string(name))
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

// add retains the event that was open.
func (p *parser) add() {
	e := p.event
	p.event = nil
	switch {
	case e == nil:
		return
	case e.start.wall.IsZero():
		p.file.trouble(e.line, source.ErrTime)
		return
	case p.uid == "":
		p.uid = "\x00" + e.title + "\x00" + e.start.wall.String()
	}
	e.wholeDays()
	e.uid = idOf(p.uid)
	e.canceled = e.canceled || p.canceled
	p.file.add(e, p.from, p.to)
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
