package handover

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"sync"
	"time"
)

// network is the only network of this package: sockets that are files.
const network = "unix"

// Listener answers those that ask for one journal.
type Listener struct {
	version string
	serve   func(Request) Answer
	limits  limits

	sockets []*socket
	slots   chan struct{}  // one for each connection that is answered
	working sync.WaitGroup // accepting and answering
}

// socket is a socket that is listened at.
type socket struct {
	*net.UnixListener
	folder folder
	path   string
	file   fs.FileInfo // of the socket, by which it is known again
}

// Listen answers those that ask for the journal at path, until Close is called.
// There need not be a journal yet. The version is that of the program. Serve is
// called for each request, on a goroutine of its connection; several may be
// called at a time. Those of another version only get to raise the window.
//
// The error wraps [ErrTaken], or [ErrNoPlace] with why there is none.
func Listen(path, version string, serve func(Request) Answer) (*Listener, error) {
	return listen(path, version, serve, usual)
}

func listen(path, version string, serve func(Request) Answer, lim limits) (*Listener, error) {
	l := &Listener{version: version, serve: serve, limits: lim, slots: make(chan struct{}, lim.connections)}
	name, err := socketName(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoPlace, err)
	}
	problem := ErrNoPlace
	for _, folder := range folders() {
		s, err := folder.listen(name, lim)
		if errors.Is(err, ErrTaken) {
			return nil, errors.Join(err, l.Close())
		}
		if err != nil {
			problem = fmt.Errorf("%w: %w", problem, err)
			continue
		}
		l.sockets = append(l.sockets, s)
	}
	if l.sockets == nil {
		return nil, problem
	}
	for _, s := range l.sockets {
		l.working.Go(func() { l.accept(s) })
	}
	return l, nil
}

// listen makes the socket of a name in a folder. One that nobody listens at, since
// its program was killed, is removed. Only one program at a time looks for that.
func (f folder) listen(name string, l limits) (*socket, error) {
	if err := f.create(); err != nil {
		return nil, err
	}
	unlock, err := f.lock(l.reach)
	if err != nil {
		return nil, err
	}
	defer unlock()
	path := f.socket(name)
	if c, err := dial(path, l.reach); err == nil {
		_ = c.Close()
		return nil, ErrTaken
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	listener, err := net.ListenUnix(network, &net.UnixAddr{Name: path, Net: network})
	if err != nil {
		return nil, err
	}
	listener.SetUnlinkOnClose(false) // there may be another's by then
	s := &socket{listener, f, path, nil}
	if err = os.Chmod(path, 0o600); err == nil {
		s.file, err = os.Lstat(path)
	}
	if err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	return s, nil
}

// Close ends the listening. It waits for what is being answered. A Listener that
// is nil, or closed, does nothing.
func (l *Listener) Close() error {
	if l == nil {
		return nil
	}
	var all error
	for _, s := range l.sockets {
		all = errors.Join(all, s.remove(l.limits.reach))
		if err := s.UnixListener.Close(); !errors.Is(err, net.ErrClosed) {
			all = errors.Join(all, err)
		}
	}
	l.working.Wait()
	return all
}

// remove removes the file of the socket, unless another program has made one of
// the same name.
func (s *socket) remove(limit time.Duration) error {
	unlock, err := s.folder.lock(limit)
	if err != nil {
		return err
	}
	defer unlock()
	now, err := os.Lstat(s.path)
	if err != nil || !os.SameFile(now, s.file) {
		return nil
	}
	return os.Remove(s.path)
}

// accept answers all who connect.
func (l *Listener) accept(s *socket) {
	for {
		l.slots <- struct{}{} // more than that wait in line
		c, err := s.Accept()
		if errors.Is(err, net.ErrClosed) {
			<-l.slots
			return
		}
		if err != nil { // the system has too many files open
			<-l.slots
			time.Sleep(100 * time.Millisecond)
			continue
		}
		l.working.Go(func() {
			defer func() { <-l.slots }()
			defer c.Close()
			l.answer(newWire(c, l.limits))
		})
	}
}

// answer answers one question. What goes wrong is reported to nobody: who asks sees it.
func (l *Listener) answer(w *wire) {
	if checkPeer(w.Conn) != nil {
		return
	}
	w.within(l.limits.request)
	if w.write(greeting{l.version}, nil) != nil {
		return
	}
	var r Request
	if w.read(&r) != nil {
		return
	}
	var a Answer
	switch {
	case r.Version == l.version:
		a = l.serve(r)
	case r.Kind == Raise:
		a = l.serve(Request{Kind: Raise, Token: r.Token})
	default:
		a = Refuse(ErrUnknown)
	}
	w.within(l.limits.long)
	_ = w.write(answerLine{a, true, int64(len(a.Body))}, a.Body)
}
