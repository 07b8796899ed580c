//go:build unix

package handover

import (
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// quick are limits for tests that run into them.
var quick = limits{
	line: 1 << 12, body: 1 << 16, connections: 4,
	reach: 50 * time.Millisecond, request: 50 * time.Millisecond, answer: 50 * time.Millisecond, long: 50 * time.Millisecond,
}

// nobody is an id of another user.
const nobody = 65534

// In whatever state the folders are, a program listens where it can, and whoever asks
// finds it there; where it cannot, it is told so.
func TestFolders(t *testing.T) {
	type world struct{ runtime, cache string }
	ok := func(t *testing.T, errs ...error) {
		t.Helper()
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
	}
	spoil := func(t *testing.T, w world, mode os.FileMode) { ok(t, os.Chmod(w.runtime, mode)) }
	for name, tt := range map[string]struct {
		spoil func(t *testing.T, w world)
		where string // of the sockets
	}{
		"both":                     {func(*testing.T, world) {}, "runtime and cache"},
		"no runtime folder":        {func(t *testing.T, w world) { t.Setenv("XDG_RUNTIME_DIR", "") }, "cache"},
		"a relative one":           {func(t *testing.T, w world) { t.Setenv("XDG_RUNTIME_DIR", "run") }, "cache"},
		"one that is gone":         {func(t *testing.T, w world) { ok(t, os.Remove(w.runtime)) }, "cache"},
		"a file":                   {func(t *testing.T, w world) { ok(t, os.Remove(w.runtime), os.WriteFile(w.runtime, nil, 0o600)) }, "cache"},
		"a link":                   {func(t *testing.T, w world) { ok(t, os.Remove(w.runtime), os.Symlink(w.cache, w.runtime)) }, "cache"},
		"writable by a group":      {func(t *testing.T, w world) { spoil(t, w, 0o770) }, "cache"},
		"writable by all":          {func(t *testing.T, w world) { spoil(t, w, 0o777|os.ModeSticky) }, "cache"},
		"of another user":          {func(t *testing.T, w world) { chown(t, w.runtime) }, "cache"},
		"with a file in our place": {func(t *testing.T, w world) { ok(t, os.WriteFile(filepath.Join(w.runtime, "heliotrope"), nil, 0o600)) }, "cache"},
		"with a link in our place": {func(t *testing.T, w world) { ok(t, os.Symlink(w.cache, filepath.Join(w.runtime, "heliotrope"))) }, "cache"},
		"with an open folder there": {func(t *testing.T, w world) {
			ok(t, os.Mkdir(filepath.Join(w.runtime, "heliotrope"), 0o755), os.Chmod(filepath.Join(w.runtime, "heliotrope"), 0o755))
		}, "cache"},
		"one of another user there": {func(t *testing.T, w world) {
			ok(t, os.Mkdir(filepath.Join(w.runtime, "heliotrope"), 0o700))
			chown(t, filepath.Join(w.runtime, "heliotrope"))
		}, "cache"},
		"a long path": {func(t *testing.T, w world) {
			long := filepath.Join(w.runtime, strings.Repeat("x", 100))
			ok(t, os.Mkdir(long, 0o700))
			t.Setenv("XDG_RUNTIME_DIR", long)
		}, "cache"},
		"a cache that is a file": {func(t *testing.T, w world) { ok(t, os.Remove(w.cache), os.WriteFile(w.cache, nil, 0o600)) }, "runtime"},
		"no home":                {func(t *testing.T, w world) { t.Setenv("XDG_CACHE_HOME", ""); t.Setenv("HOME", "") }, "runtime"},
		"nothing": {func(t *testing.T, w world) {
			t.Setenv("XDG_CACHE_HOME", "")
			t.Setenv("HOME", "")
			t.Setenv("XDG_RUNTIME_DIR", "")
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			runtime, cache, path := place(t)
			tt.spoil(t, world{runtime, cache})
			l, err := Listen(path, "1.0.0", func(Request) Answer { return Answer{Out: "here"} })
			if tt.where == "" {
				if !errors.Is(err, ErrNoPlace) {
					t.Errorf("it returned %v", err)
				}
				if _, err := Ask(path, add); !errors.Is(err, ErrNobody) {
					t.Errorf("who asks: %v", err)
				}
				if err := l.Close(); err != nil {
					t.Error(err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var where []string
			for _, s := range l.sockets {
				info, err := os.Lstat(s.path)
				if err != nil || info.Mode() != os.ModeSocket|0o600 {
					t.Errorf("the socket is %v (%v)", info, err)
				}
				switch {
				case strings.HasPrefix(s.path, runtime):
					where = append(where, "runtime")
				case strings.HasPrefix(s.path, cache):
					where = append(where, "cache")
				}
				if folder, err := os.Stat(filepath.Dir(s.path)); err != nil || folder.Mode().Perm() != 0o700 {
					t.Errorf("its folder is %v (%v)", folder, err)
				}
			}
			if got := strings.Join(where, " and "); got != tt.where {
				t.Errorf("it listens in %s, want %s", got, tt.where)
			}
			if a, err := Ask(path, add); err != nil || a.Out != "here" {
				t.Errorf("who asks: %v, %v", a, err)
			}
			if err := l.Close(); err != nil {
				t.Error(err)
			}
			for _, s := range l.sockets {
				if _, err := os.Lstat(s.path); err == nil {
					t.Error("a socket is left behind")
				}
			}
		})
	}
}

// chown gives a folder to another user, which only the superuser can.
func chown(t *testing.T, folder string) {
	t.Helper()
	if err := os.Chown(folder, nobody, nobody); err != nil {
		t.Skip(err)
	}
}

// Who asks in a session finds the window that was started without one, and the other
// way round.
func TestOneFolderInCommon(t *testing.T) {
	runtime, _, path := place(t)
	for _, at := range []string{runtime, ""} {
		t.Setenv("XDG_RUNTIME_DIR", at)
		l := serving(t, path, func(Request) Answer { return Answer{Out: "here"} })
		for _, by := range []string{"", runtime} {
			t.Setenv("XDG_RUNTIME_DIR", by)
			if a, err := Ask(path, add); err != nil || a.Out != "here" {
				t.Errorf("listening with %q, asked with %q: %v, %v", at, by, a, err)
			}
			if _, err := Listen(path, "1.0.0", nil); !errors.Is(err, ErrTaken) {
				t.Errorf("listening with %q, and with %q: %v", at, by, err)
			}
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
}

// sockets returns the paths of the sockets that a journal has.
func sockets(t *testing.T, path string) (all []string) {
	t.Helper()
	name, err := socketName(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders() {
		if err := f.create(); err != nil {
			t.Fatal(err)
		}
		all = append(all, f.socket(name))
	}
	return all
}

// stranger listens at the sockets of a journal as something else, which does with each
// connection what do does.
func stranger(t *testing.T, path string, do func(net.Conn)) {
	t.Helper()
	for _, socket := range sockets(t, path) {
		l, err := net.Listen("unix", socket)
		if err != nil {
			t.Fatal(err)
		}
		var all sync.WaitGroup
		all.Go(func() {
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				all.Go(func() {
					defer c.Close()
					do(c)
				})
			}
		})
		t.Cleanup(func() {
			_ = l.Close()
			all.Wait()
		})
	}
}

// A socket that a killed program has left behind is known for what it is, and so is
// anything else in its place.
func TestStaleSocket(t *testing.T) {
	for name, leave := range map[string]func(socket string) error{
		"a socket": func(socket string) error {
			l, err := net.ListenUnix("unix", &net.UnixAddr{Name: socket, Net: "unix"})
			if err == nil {
				l.SetUnlinkOnClose(false)
				err = l.Close()
			}
			return err
		},
		"a file":         func(socket string) error { return os.WriteFile(socket, []byte("x"), 0o600) },
		"a link nowhere": func(socket string) error { return os.Symlink("/nowhere/at/all", socket) },
		"a pipe":         func(socket string) error { return syscall.Mkfifo(socket, 0o600) },
		"a folder":       func(socket string) error { return os.Mkdir(socket, 0o700) },
	} {
		t.Run(name, func(t *testing.T) {
			_, _, path := place(t)
			for _, socket := range sockets(t, path) {
				if err := leave(socket); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := Ask(path, add); !errors.Is(err, ErrNobody) {
				t.Errorf("who asks: %v", err)
			}
			serving(t, path, func(Request) Answer { return Answer{Out: "here"} })
			if a, err := Ask(path, add); err != nil || a.Out != "here" {
				t.Errorf("%v, %v", a, err)
			}
		})
	}
}

// readLine reads one line.
func readLine(c net.Conn) {
	b := make([]byte, 1)
	for {
		if _, err := c.Read(b); err != nil || b[0] == '\n' {
			return
		}
	}
}

// What does not greet is asked for nothing, and what greets and then goes wrong leaves
// a doubt. Neither is waited for longer than the limits.
func TestStranger(t *testing.T) {
	hello := "{\"heliotrope\":\"1.0.0\"}\n"
	endless := func(c net.Conn) {
		for {
			if _, err := c.Write([]byte(strings.Repeat("x", 1<<10))); err != nil {
				return
			}
		}
	}
	wait := func(c net.Conn) { _, _ = io.Copy(io.Discard, c) }
	greets := func(then func(net.Conn)) func(net.Conn) {
		return func(c net.Conn) {
			_, _ = io.WriteString(c, hello)
			readLine(c)
			then(c)
		}
	}
	writes := func(text string, then func(net.Conn)) func(net.Conn) {
		return func(c net.Conn) {
			_, _ = io.WriteString(c, text)
			then(c)
		}
	}
	leave := func(net.Conn) {}
	for name, tt := range map[string]struct {
		do   func(net.Conn)
		want error
	}{
		"rubbish":               {writes("HTTP/1.1 400 Bad Request\r\n\r\n", leave), ErrStranger},
		"bytes":                 {writes("\x00\xff\xfe\n", wait), ErrStranger},
		"other JSON":            {writes("{\"jsonrpc\":\"2.0\"}\n", wait), ErrStranger},
		"nothing":               {wait, ErrStranger},
		"the end":               {leave, ErrStranger},
		"half a greeting":       {writes("{\"heliotrope\":", wait), ErrStranger},
		"endless data":          {endless, ErrStranger},
		"no answer":             {greets(wait), ErrUnanswered},
		"the end of it":         {greets(leave), ErrUnanswered},
		"half an answer":        {greets(writes("{\"answered\":true,", leave)), ErrUnanswered},
		"a rubbish answer":      {greets(writes("Segmentation fault\n", leave)), ErrUnanswered},
		"an empty answer":       {greets(writes("{}\n", leave)), ErrUnanswered},
		"an endless answer":     {greets(endless), ErrUnanswered},
		"half a body":           {greets(writes("{\"answered\":true,\"size\":1000}\nhalf", leave)), ErrUnanswered},
		"a body that is late":   {greets(writes("{\"answered\":true,\"size\":1000}\nhalf", wait)), ErrUnanswered},
		"a body without an end": {greets(writes("{\"answered\":true,\"size\":1000000000000}\n", endless)), ErrUnanswered},
		"a body of less than 0": {greets(writes("{\"answered\":true,\"size\":-1}\n", wait)), ErrUnanswered},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, path := place(t)
			stranger(t, path, tt.do)
			if a, err := ask(path, add, quick); !errors.Is(err, tt.want) || a.Body != nil {
				t.Errorf("it returned %v", err)
			}
			if _, err := listen(path, "1.0.0", nil, quick); !errors.Is(err, ErrTaken) {
				t.Errorf("next to it, to listen returned %v", err)
			}
		})
	}
}

// Whoever asks rubbish, nothing or too much is hung up on, and the next one is
// answered.
func TestBadRequests(t *testing.T) {
	_, _, path := place(t)
	var served atomic.Int32
	l, err := listen(path, "1.0.0", func(Request) Answer { served.Add(1); return Answer{Out: "here"} }, quick)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for name, text := range map[string]string{
		"rubbish":      "GET / HTTP/1.1\r\n",
		"nothing":      "",
		"half":         "{\"version\":\"1.0.0\",",
		"too much":     strings.Repeat("x", 1<<16),
		"another form": "[]\n",
		"a bad moment": "{\"version\":\"1.0.0\",\"moment\":7}\n",
	} {
		c, err := net.Dial("unix", l.sockets[0].path)
		if err != nil {
			t.Fatal(err)
		}
		readLine(c) // the greeting
		_, _ = io.WriteString(c, text)
		if answer, _ := io.ReadAll(c); len(answer) > 0 {
			t.Errorf("%s: it answered %q", name, answer)
		}
		_ = c.Close()
	}
	if served.Load() > 0 {
		t.Error("something bad was served")
	}
	a, err := ask(path, add, usual)
	if err != nil || a.Out != "here" {
		t.Errorf("%v, %v", a, err)
	}
}

// More than can be answered at a time are answered one after the other, while others
// only hold their connection.
func TestManyAtOnce(t *testing.T) {
	_, _, path := place(t)
	few := usual
	few.connections, few.request = 4, time.Second // of which the others need little, also beside much else
	var now, most atomic.Int32
	l, err := listen(path, "1.0.0", func(Request) Answer {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		defer now.Add(-1)
		return Answer{Out: "here"}
	}, few)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for range 6 {
		c, err := net.Dial("unix", l.sockets[0].path)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
	}
	long := usual
	long.reach = time.Minute
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			if a, err := ask(path, add, long); err != nil || a.Out != "here" {
				t.Errorf("%v, %v", a, err)
			}
		})
	}
	all.Wait()
	if most.Load() > 8 { // four a socket
		t.Errorf("%d were answered at a time", most.Load())
	}
}

// An answer is given before the listener is closed, and none after it.
func TestCloseWaits(t *testing.T) {
	_, _, path := place(t)
	asked, answer := make(chan struct{}), make(chan struct{})
	l := serving(t, path, func(Request) Answer {
		close(asked)
		<-answer
		return Answer{Out: "last"}
	})
	got := make(chan error)
	go func() {
		a, err := Ask(path, add)
		if err == nil && a.Out != "last" {
			err = errors.New(a.Out)
		}
		got <- err
	}()
	<-asked
	closed := make(chan error)
	go func() { closed <- l.Close() }()
	close(answer)
	if err := errors.Join(<-got, <-closed); err != nil {
		t.Error(err)
	}
	if _, err := Ask(path, add); !errors.Is(err, ErrNobody) {
		t.Errorf("afterwards: %v", err)
	}
}
