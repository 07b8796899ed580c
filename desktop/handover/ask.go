package handover

import (
	"errors"
	"fmt"
	"net"
	"syscall"
	"time"
)

// Ask puts a question to the program that has the journal at path open, and
// returns its answer. It takes time: as long as the other one needs, and up to a
// minute if that does not answer.
//
// The error is [ErrNobody], [ErrStranger] or a [*VersionError] if nothing was
// asked, and [ErrUnanswered] if it is not known what became of it. What the other
// program refuses is [Answer.Err].
func Ask(path string, r Request) (Answer, error) { return ask(path, r, usual) }

func ask(path string, r Request, l limits) (Answer, error) {
	name, err := socketName(path)
	if err != nil {
		return Answer{}, ErrNobody
	}
	found := ErrNobody
	for _, folder := range folders() {
		if folder.check() != nil {
			continue
		}
		c, err := dial(folder.socket(name), l.reach)
		if err != nil {
			continue
		}
		a, err := put(newWire(c, l), r)
		if !errors.Is(err, ErrStranger) {
			return a, err
		}
		found = err // somebody else may be in the other folder
	}
	return Answer{}, found
}

// dial connects to a socket. While more programs ask than can wait in line, it
// tries again.
func dial(socket string, limit time.Duration) (net.Conn, error) {
	end := time.Now().Add(limit)
	for {
		c, err := net.DialTimeout(network, socket, limit)
		if err == nil || !errors.Is(err, syscall.EAGAIN) || time.Now().After(end) {
			return c, err
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// put puts a question over a connection, and closes that.
func put(w *wire, r Request) (Answer, error) {
	defer w.Close()
	if err := checkPeer(w.Conn); err != nil {
		return Answer{}, fmt.Errorf("%w: %w", ErrStranger, err)
	}
	w.within(w.limits.reach)
	var hello greeting
	if err := w.read(&hello); err != nil {
		return Answer{}, fmt.Errorf("%w: %w", ErrStranger, err)
	}
	switch hello.Heliotrope {
	case "":
		return Answer{}, ErrStranger
	case r.Version:
		a, err := w.exchange(r)
		if err != nil {
			return Answer{}, fmt.Errorf("%w: %w", ErrUnanswered, err)
		}
		return a, nil
	}
	if r.Kind == Raise {
		r.Path = ""          // another version may read another format
		_, _ = w.exchange(r) // what it answers may mean something else
	}
	return Answer{}, &VersionError{hello.Heliotrope}
}

// exchange writes a request and reads the answer to it.
func (w *wire) exchange(r Request) (Answer, error) {
	w.within(w.limits.request)
	if err := w.write(r, nil); err != nil {
		return Answer{}, err
	}
	w.within(w.limits.forAnswer(r.Kind))
	var line answerLine
	err := w.read(&line)
	if err == nil && !line.Done {
		err = errRubbish
	}
	if err == nil {
		line.Body, err = w.readBody(line.Size)
	}
	return line.Answer, err
}
