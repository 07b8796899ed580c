package handover

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"heliotrope/journal"
)

// place gives the test a runtime folder, a cache folder and a journal of its own.
// The paths of sockets are short, so they are not below t.TempDir.
func place(t *testing.T) (runtime, cache, path string) {
	t.Helper()
	top, err := os.MkdirTemp("", "hh")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(top) })
	runtime, cache = filepath.Join(top, "r"), filepath.Join(top, "c")
	for _, folder := range []string{runtime, cache} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	t.Setenv("XDG_CACHE_HOME", cache)
	t.Setenv("HOME", cache)
	t.Setenv("LocalAppData", cache)
	return runtime, cache, filepath.Join(top, "journal.db")
}

// serving listens for the journal at path until the test ends.
func serving(t *testing.T, path string, serve func(Request) Answer) *Listener {
	t.Helper()
	l, err := Listen(path, "1.0.0", serve)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// add is a request to log something.
var add = Request{Version: "1.0.0", Kind: Add, Week: "2026-W48", Moment: journal.Moment{
	ID: "m1", Text: "Fed the quokka\n“twice”", Kind: "coding", Track: journal.Technical, Energy: journal.BitEnergized,
	Hours: 1.5, Tags: []string{"zoo"}, Private: true, Logged: time.Date(2026, 11, 27, 17, 0, 0, 0, time.UTC),
}}

// What is asked arrives as it was, and so does the answer with its body.
func TestAsk(t *testing.T) {
	_, _, path := place(t)
	body := bytes.Repeat([]byte("{}\n"), 1<<20)
	asked := make(chan Request, 1)
	serving(t, path, func(r Request) Answer {
		asked <- r
		return Answer{Out: "out", Errs: "errs", Status: 3, Body: body}
	})
	a, err := Ask(path, add)
	if err != nil || a.Err() != nil {
		t.Fatal(err, a.Err())
	}
	if a.Out != "out" || a.Errs != "errs" || a.Status != 3 || !bytes.Equal(a.Body, body) {
		t.Errorf("the answer is %q %q %d with %d bytes", a.Out, a.Errs, a.Status, len(a.Body))
	}
	if got := <-asked; got.Kind != Add || got.Week != add.Week || !got.Moment.Equal(add.Moment) {
		t.Errorf("%+v was asked", got)
	}
}

// An answer without a body has none.
func TestNoBody(t *testing.T) {
	_, _, path := place(t)
	serving(t, path, func(Request) Answer { return Refuse(ErrBusy) })
	if a, err := Ask(path, add); err != nil || !errors.Is(a.Err(), ErrBusy) || a.Body != nil {
		t.Errorf("%v, %v, %q", err, a.Err(), a.Body)
	}
}

// What was refused, and why, arrives as errors that are known again.
func TestRefuse(t *testing.T) {
	for _, p := range problems {
		if err := Refuse(fmt.Errorf("context: %w", p.err)).Err(); !errors.Is(err, p.err) {
			t.Errorf("%v arrives as %v", p.err, err)
		}
	}
	bad, ok := errors.AsType[*journal.InvalidError](Refuse(&journal.InvalidError{Field: "text", Rule: journal.RuleLength}).Err())
	if !ok || bad.Field != "text" || bad.Rule != journal.RuleLength {
		t.Errorf("a bad field arrives as %v", bad)
	}
	if err := Refuse(errors.New("secret")).Err(); !errors.Is(err, ErrFailed) {
		t.Errorf("an unknown error arrives as %v", err)
	}
	if err := (Answer{Problems: []string{"of a later version"}}).Err(); !errors.Is(err, ErrFailed) {
		t.Errorf("an unknown name arrives as %v", err)
	}
	if err := (Answer{}).Err(); err != nil {
		t.Error(err)
	}
}

func TestAskNobody(t *testing.T) {
	_, _, path := place(t)
	if _, err := Ask(path, add); !errors.Is(err, ErrNobody) {
		t.Errorf("nobody listens: %v", err)
	}
	l := serving(t, path, func(Request) Answer { return Answer{} })
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Ask(path, add); !errors.Is(err, ErrNobody) {
		t.Errorf("nobody listens any more: %v", err)
	}
}

// One program listens for a journal, by whatever path it is reached.
func TestListenOnce(t *testing.T) {
	_, _, path := place(t)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	link := path + ".link"
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	serving(t, path, func(r Request) Answer { return Answer{Out: "first"} })
	if _, err := Listen(link, "1.0.0", nil); !errors.Is(err, ErrTaken) {
		t.Errorf("a second program listens: %v", err)
	}
	if a, err := Ask(link, add); err != nil || a.Out != "first" {
		t.Errorf("%v, %v", a, err)
	}
	serving(t, path+".other", func(r Request) Answer { return Answer{Out: "other"} })
	if a, err := Ask(path+".other", add); err != nil || a.Out != "other" {
		t.Errorf("another journal: %v, %v", a, err)
	}
}

// Of programs that start at once, one listens.
func TestListenAtOnce(t *testing.T) {
	_, _, path := place(t)
	var listeners sync.Map
	var taken atomic.Int32
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			l, err := Listen(path, "1.0.0", func(Request) Answer { return Answer{} })
			switch {
			case err == nil:
				listeners.Store(i, l)
			case errors.Is(err, ErrTaken):
				taken.Add(1)
			default:
				t.Error(err)
			}
		})
	}
	all.Wait()
	n := 0
	listeners.Range(func(_, l any) bool {
		n++
		return l.(*Listener).Close() == nil
	})
	if n != 1 || taken.Load() != 19 {
		t.Errorf("%d listen, %d were refused", n, taken.Load())
	}
}

// Another version is not asked for anything but to show itself.
func TestOtherVersion(t *testing.T) {
	_, _, path := place(t)
	asked := make(chan Request, 3)
	serving(t, path, func(r Request) Answer { asked <- r; return Answer{} })
	for _, kind := range []Kind{Add, Read, Raise} {
		_, err := Ask(path, Request{Version: "0.9.0", Kind: kind, Path: "/some/file.json", Token: "token"})
		if other, ok := errors.AsType[*VersionError](err); !ok || other.Theirs != "1.0.0" || !errors.Is(err, ErrOtherVersion) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if got := <-asked; got.Kind != Raise || got.Token != "token" || got.Path != "" || len(asked) > 0 {
		t.Errorf("%+v was asked, and %d more", got, len(asked))
	}
}
