// Package calendar reads calendars as a source of evidence: a file in the format of
// iCalendar (RFC 5545), or a folder of such files, as Google, Outlook, Apple, Nextcloud,
// Thunderbird and others write them.
//
// A look goes through these steps, one file each: lines hands over one line after the
// other, of a file of any size; parse keeps what matters of each event; zones finds the
// time zones; expand finds the times that events recur at, by rule, through the library
// rrule-go; item decides what a time of an event is shown as. What was read of a file is
// remembered until that changes, so that the next week is there at once.
//
// All times are reckoned as a clock where the event is shows them, and become instants
// in the end: a meeting at 9 stays at 9 when the clocks change there, and moves for a
// user elsewhere.
package calendar

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/text/encoding/unicode"

	"heliotrope/journal/evidence/source"
)

// Kind is the kind of source that a calendar is.
var Kind source.Kind = kind{}

type kind struct{}

// ID implements [source.Kind].
func (kind) ID() string { return "calendar" }

// Addresses implements [source.Kind]. A calendar does not say whose it is.
func (kind) Addresses(context.Context, []string) []string { return nil }

// Open implements [source.Kind].
func (kind) Open(path string, own []string) source.Source {
	s := &calendar{
		path:  path,
		own:   make(map[string]bool),
		files: make(map[string]*remembered),
		zones: zones{known: make(map[string]*time.Location)},
	}
	for _, a := range own {
		if a = address(a); a != "" {
			s.own[a] = true
		}
	}
	return s
}

// What is looked at, at most.
const (
	maxSize  = 512 << 20 // bytes of a file
	maxFiles = 100_000   // of a folder
	maxTries = 3         // at a file that changes while it is read
)

// calendar is one place.
type calendar struct {
	path  string
	own   map[string]bool
	zones zones

	mu     sync.Mutex
	files  map[string]*remembered // by path
	weight int                    // of all of them
}

// remembered is what was read of a file.
type remembered struct {
	stamp stamp
	file  *file
}

// Path implements [source.Source].
func (c *calendar) Path() string { return c.path }

// Look implements [source.Source].
func (c *calendar) Look(ctx context.Context, s source.Span) (found source.Found) {
	tell := func(path string, err error) {
		if err != nil && ctx.Err() == nil && len(found.Troubles) < maxTroubles {
			found.Troubles = append(found.Troubles, source.Trouble{Path: path, Err: err})
		}
	}
	paths, err := c.list(ctx)
	tell(c.path, err)
	c.forget(paths)
	files, errs := c.readAll(ctx, paths, s)
	var events []*event
	for i, f := range files {
		tell(paths[i], errs[i])
		if f != nil {
			events = append(events, f.events...)
			found.Troubles = append(found.Troubles, f.troubles[:min(len(f.troubles), max(0, maxTroubles-len(found.Troubles)))]...)
		}
	}
	items, troubles := find(ctx, events, s)
	found.Items = items
	found.Troubles = append(found.Troubles, troubles...)
	return found
}

// readAll reads files on all processors, and returns what is in each, nil for one that
// cannot be read.
func (c *calendar) readAll(ctx context.Context, paths []string, s source.Span) ([]*file, []error) {
	files, errs := make([]*file, len(paths)), make([]error, len(paths))
	var next atomic.Int64
	var readers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(paths)/100+1) {
		readers.Go(func() {
			buffer := make([]byte, 1<<16)
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(paths) {
					return
				}
				files[i], errs[i] = c.read(ctx, paths[i], buffer, s)
			}
		})
	}
	readers.Wait()
	return files, errs
}

// list returns the files of c.
func (c *calendar) list(ctx context.Context) (paths []string, err error) {
	info, err := os.Stat(c.path)
	if err != nil {
		return nil, gone(err)
	}
	if !info.IsDir() {
		return []string{c.path}, nil
	}
	names, err := calendars(ctx, c.path)
	for i, name := range names {
		names[i] = filepath.Join(c.path, name)
	}
	return names, err
}

// forget forgets files that are no longer there.
func (c *calendar) forget(paths []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.files) == 0 {
		return
	}
	there := make(map[string]bool, len(paths))
	for _, path := range paths {
		there[path] = true
	}
	for path, r := range c.files {
		if !there[path] {
			delete(c.files, path)
			c.weight -= 1 + r.file.weight
		}
	}
}

// opened is a file that is open.
type opened interface {
	io.ReadCloser
	Stat() (fs.FileInfo, error)
}

// open opens a file. Tests replace it.
var open = func(path string) (opened, error) { return os.OpenFile(path, os.O_RDONLY|doNotWait, 0) }

// read returns what there is in a file, from memory if that is what it was. Of one that
// changes while it is read it returns the last state, with an error.
func (c *calendar) read(ctx context.Context, path string, buffer []byte, s source.Span) (*file, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, gone(err)
	}
	c.mu.Lock()
	known, room := c.files[path], c.weight < maxEvents
	c.mu.Unlock()
	if known != nil && known.stamp == stampOf(info) {
		return known.file, nil
	}
	for try := 1; ; try++ {
		f := &file{path: path, partial: !room}
		before, after, err := c.readOnce(ctx, f, buffer, s)
		if err == nil && before != after && try < maxTries && ctx.Err() == nil {
			continue
		}
		if err == nil && before != after {
			err = fmt.Errorf("%w: it changes while it is read", source.ErrBroken)
		}
		if err == nil {
			_, err = os.Stat(path)
		}
		if err == nil && !f.partial {
			c.remember(path, &remembered{before, f})
		}
		return f, gone(err)
	}
}

func (c *calendar) remember(path string, r *remembered) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.files[path]; old != nil {
		c.weight -= 1 + old.file.weight
	}
	c.files[path] = r
	c.weight += 1 + r.file.weight
}

// readOnce reads a file into f, and returns how it was before and after that.
func (c *calendar) readOnce(ctx context.Context, f *file, buffer []byte, s source.Span) (before, after stamp, err error) {
	if info, err := os.Stat(f.path); err != nil {
		return before, after, err
	} else if !info.Mode().IsRegular() { // opening it might wait, or do something
		return before, after, errSort
	}
	opened, err := open(f.path)
	if err != nil {
		return before, after, err
	}
	defer opened.Close()
	info, err := opened.Stat()
	switch {
	case err != nil:
		return before, after, err
	case !info.Mode().IsRegular():
		return before, after, errSort
	case info.Size() > maxSize:
		return before, after, source.ErrLarge
	}
	before = stampOf(info)
	if err := parse(f, decoded(&reader{ctx, opened, maxSize}), buffer, c.own, &c.zones, s); err != nil {
		return before, after, err
	}
	if info, err = opened.Stat(); err != nil {
		return before, after, err
	}
	return before, stampOf(info), nil
}

// errSort is returned for what is no file, such as a pipe or a device.
var errSort = fmt.Errorf("%w: it is not a file", source.ErrBroken)

// gone returns err so that it says so where there is nothing.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", source.ErrGone, err)
	}
	return err
}

// reader reads until a context is done, or a limit is reached.
type reader struct {
	ctx  context.Context
	from io.Reader
	left int64
}

// Read implements [io.Reader].
func (r *reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if r.left <= 0 {
		return 0, source.ErrLarge
	}
	n, err := r.from.Read(b)
	r.left -= int64(n)
	return n, err
}

// decoded returns what from has in UTF-8, without the mark at its beginning.
func decoded(from io.Reader) io.Reader {
	head := make([]byte, 3)
	n, _ := io.ReadFull(from, head) // an error comes again
	head = head[:n]
	all := io.MultiReader(strings.NewReader(string(head)), from)
	switch {
	case n == 3 && string(head) == "\ufeff":
		return from
	case n >= 2 && (head[0] == 0xFE && head[1] == 0xFF || head[0] == 0):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(all)
	case n >= 2 && (head[0] == 0xFF && head[1] == 0xFE || head[1] == 0):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(all)
	}
	return all
}

// stamp is what changes when a file does.
type stamp struct {
	size, modified int64
	inode          uint64
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{info.Size(), info.ModTime().UnixNano(), inode(info)}
}

// Stamp implements [source.Source].
func (c *calendar) Stamp() string {
	h := fnv.New128a()
	paths, err := c.list(context.Background())
	fmt.Fprintln(h, err)
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			fmt.Fprintln(h, path, err)
			continue
		}
		fmt.Fprintln(h, path, info.Mode().Type(), stampOf(info))
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// calendars returns the names of the calendar files in a folder, sorted.
func calendars(ctx context.Context, folder string) (names []string, err error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, gone(err)
	}
	defer f.Close()
	for {
		some, err := f.ReadDir(1000)
		for _, e := range some {
			if isNamed(e.Name()) && !e.IsDir() {
				names = append(names, e.Name())
			}
		}
		switch {
		case len(names) > maxFiles:
			err = source.ErrLarge
		case ctx.Err() != nil:
			err = ctx.Err()
		case errors.Is(err, io.EOF):
			slices.Sort(names)
			return names, nil
		}
		if err != nil {
			slices.Sort(names)
			return names[:min(len(names), maxFiles)], err
		}
	}
}

// isNamed reports whether a file is called as a calendar is. Those that begin with a
// dot are on their way to their name.
func isNamed(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".ics", ".ical", ".icalendar", ".vcs":
		return !strings.HasPrefix(name, ".")
	}
	return false
}
