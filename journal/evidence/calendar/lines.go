package calendar

import (
	"bytes"
	"io"
)

// maxLine is how much of a line is kept, in bytes, folds included: a list of 60,000
// dates. Longer ones are cut.
const maxLine = 1 << 20

// lines reads a file line by line, however its lines end, without keeping it.
type lines struct {
	from       io.Reader
	buffer     []byte
	start, end int // of what was read and not yet taken
	feed       int // of the next line feed in it, -1 where there is none, below start where that is not known
	number     int // of the line that was taken last, from 1
	failed     error
}

func newLines(from io.Reader, buffer []byte) *lines {
	return &lines{from: from, buffer: buffer, feed: -2}
}

// fill reads more, where there is room for it.
func (l *lines) fill() {
	if l.start > 0 {
		copy(l.buffer, l.buffer[l.start:l.end])
		l.start, l.end = 0, l.end-l.start
	}
	for range 100 {
		n, err := l.from.Read(l.buffer[l.end:])
		l.end += n
		l.failed = err
		l.feed = -2
		if n > 0 || err != nil {
			return
		}
	}
	l.failed = io.ErrNoProgress
}

// peek returns the next byte, 0 at the end.
func (l *lines) peek() byte {
	if l.start == l.end && l.failed == nil {
		l.fill()
	}
	if l.start == l.end {
		return 0
	}
	return l.buffer[l.start]
}

// part returns the next part of a line, without its end, and whether the line ends
// there. It is valid until the next call. The last line of a file needs no end; the
// error after it is [io.EOF].
func (l *lines) part() (part []byte, ends bool, err error) {
	for {
		read := l.buffer[l.start:l.end]
		if l.feed != -1 && l.feed < l.start {
			if l.feed = bytes.IndexByte(read, '\n'); l.feed >= 0 {
				l.feed += l.start
			}
		}
		until := l.end
		if l.feed >= 0 {
			until = l.feed
		}
		if i := bytes.IndexByte(l.buffer[l.start:until], '\r'); i >= 0 && l.start+i+1 < l.end {
			part = read[:i]
			l.start += i + 1
			if l.buffer[l.start] == '\n' {
				l.start++
			}
			return part, true, nil
		}
		if l.feed >= 0 {
			part = l.buffer[l.start:l.feed]
			l.start = l.feed + 1
			return part, true, nil
		}
		switch {
		case len(read) == len(l.buffer): // leave a return at its end, whose line feed may follow
			n := len(read)
			if read[n-1] == '\r' {
				n--
			}
			l.start += n
			return read[:n], false, nil
		case l.failed == nil:
			l.fill()
		case len(read) > 0:
			l.start = l.end
			return bytes.TrimSuffix(read, []byte("\r")), true, nil
		default:
			return nil, true, l.failed
		}
	}
}

// next returns the next content line that wanted takes by its beginning, unfolded into
// kept, and the number of its first line. Long reports that it was cut.
func (l *lines) next(kept []byte, wanted func(beginning []byte) bool) (line []byte, number int, long bool, err error) {
	for {
		line, number, keep, long, err := l.one(kept[:0], wanted)
		if keep || err != nil {
			return line, number, long, err
		}
	}
}

// one returns the next content line, whether it is wanted or not.
func (l *lines) one(line []byte, wanted func(beginning []byte) bool) (_ []byte, number int, keep, long bool, err error) {
	number = l.number + 1
	quoted := false
	for first := true; ; first = false {
		part, ends, err := l.part()
		if err != nil {
			if first {
				return nil, l.number, false, false, err
			}
			return line, number, keep, long, nil
		}
		if first {
			keep = wanted(part)
			quoted = bytes.HasSuffix(part, []byte("=")) && isQuotedPrintable(part)
		}
		if keep {
			line, long = appendPart(line, part, long)
		}
		for !ends && err == nil {
			if part, ends, err = l.part(); keep && err == nil {
				line, long = appendPart(line, part, long)
			}
		}
		l.number++
		soft := quoted && bytes.HasSuffix(part, []byte("=")) // as vCalendar 1.0 folds
		if c := l.peek(); c == ' ' || c == '\t' {
			if !soft {
				l.start++
			}
		} else if !soft {
			return line, number, keep, long, nil
		}
		if soft && keep {
			line = bytes.TrimSuffix(line, []byte("="))
		}
	}
}

func isQuotedPrintable(line []byte) bool {
	head, _, _ := bytes.Cut(line, []byte(":"))
	return bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
}

func appendPart(line, part []byte, long bool) ([]byte, bool) {
	if room := maxLine - len(line); len(part) > room {
		part, long = part[:room], true
	}
	return append(line, part...), long
}
