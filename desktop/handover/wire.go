package handover

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net"
	"time"
)

// limits are how large a message may be and how long one end waits for the
// other.
type limits struct {
	line        int           // bytes of a line
	body        int64         // bytes of a body
	connections int           // that are answered at a time; more wait
	reach       time.Duration // to connect, and to be greeted
	request     time.Duration // for the request to come
	answer      time.Duration // for the answer of what only shows a window
	long        time.Duration // for the answer of what takes the disk, and to read a body
}

var usual = limits{
	line:        1 << 20,
	body:        1 << 30, // the largest journal
	connections: 32,
	reach:       3 * time.Second,
	request:     5 * time.Second,
	answer:      10 * time.Second,
	long:        time.Minute,
}

// forAnswer returns how long to wait for an answer to a request of a kind.
func (l limits) forAnswer(k Kind) time.Duration {
	switch k {
	case Raise, Capture, Remind:
		return l.answer
	}
	return l.long
}

// greeting is what the listener writes first.
type greeting struct {
	Heliotrope string `json:"heliotrope"` // its version
}

// answerLine is the line of an answer.
type answerLine struct {
	Answer
	Done bool  `json:"answered"` // so that no other JSON is taken for an answer
	Size int64 `json:"size"`     // of the body
}

// errLong is returned for a message that is larger than it may be.
var errLong = errors.New("message too long")

// errRubbish is returned for a message that is none.
var errRubbish = errors.New("not a message")

// wire is one end of a connection.
type wire struct {
	net.Conn
	in     *bufio.Reader
	limits limits
}

func newWire(c net.Conn, l limits) *wire { return &wire{c, bufio.NewReader(c), l} }

// within sets how long what follows may take.
func (w *wire) within(d time.Duration) { _ = w.SetDeadline(time.Now().Add(d)) } // an error comes with what follows

// write writes a message and its body.
func (w *wire) write(message any, body []byte) error {
	line, err := json.Marshal(message)
	if err != nil {
		return err
	}
	if len(line) >= w.limits.line || int64(len(body)) > w.limits.body {
		return errLong
	}
	all := net.Buffers{append(line, '\n'), body}
	_, err = all.WriteTo(w.Conn)
	return err
}

// read reads the line of a message.
func (w *wire) read(message any) error {
	var line []byte
	for {
		part, err := w.in.ReadSlice('\n')
		if line = append(line, part...); len(line) > w.limits.line {
			return errLong
		}
		if err == nil {
			break
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
	if json.Unmarshal(line, message) != nil {
		return errRubbish // the error could repeat what the user wrote
	}
	return nil
}

// readBody reads a body, nil if there is none. What was announced is not believed before it comes.
func (w *wire) readBody(size int64) ([]byte, error) {
	if size < 0 || size > w.limits.body {
		return nil, errLong
	}
	if size == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	_, err := io.CopyN(&b, w.in, size)
	return b.Bytes(), err
}
