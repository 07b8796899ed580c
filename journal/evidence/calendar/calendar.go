// Package calendar reads calendars as a source of evidence: a file in the format of
// iCalendar (RFC 5545), or a folder of such files, as Google, Outlook, Apple, Nextcloud,
// Thunderbird and others write them.
//
// A look goes through these steps, one file each: folder lists the files; disk opens
// each and hands over what it has as UTF-8; lines hands over one line after the other, of
// a file of any size, and property takes it apart; parse follows what begins and ends,
// fields reads what matters of an event, and file retains it; zones finds the time zones,
// also such as a definition in the file; expand finds the times that events recur at, by
// rule, through the library rrule-go; item decides what a time of an event is shown as.
// What was read of a file is remembered until that changes, so that the next week is
// there at once.
//
// All times are reckoned as a clock where the event is shows them, which is called a wall
// here, and become instants in the end: a meeting at 9 stays at 9 when the clocks change
// there, and moves for a user elsewhere.
package calendar

import (
	"context"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

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
	return &calendar{
		path:  path,
		own:   source.Addresses(own),
		files: make(map[string]*file),
		zones: zones{known: make(map[string]*time.Location)},
	}
}

// The most that is looked at.
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
	files  map[string]*file // that are remembered, by path
	weight int              // of all of them
}

// Path implements [source.Source].
func (c *calendar) Path() string { return c.path }

// Look implements [source.Source].
func (c *calendar) Look(ctx context.Context, s source.Span) (found source.Found) {
	tell := func(troubles ...source.Trouble) {
		room := max(0, maxTroubles-len(found.Troubles))
		found.Troubles = append(found.Troubles, troubles[:min(len(troubles), room)]...)
	}
	fail := func(path string, err error) {
		if err != nil && ctx.Err() == nil {
			tell(source.Trouble{Path: path, Err: err})
		}
	}
	paths, err := c.list(ctx)
	fail(c.path, err)
	c.forget(paths)
	files, errs := c.readAll(ctx, paths, s)
	var events []*event
	for i, f := range files {
		fail(paths[i], errs[i])
		if f != nil {
			events = append(events, f.events...)
			tell(f.troubles...)
		}
	}
	items, troubles := find(ctx, events, s)
	found.Items, found.Troubles = items, append(found.Troubles, troubles...)
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
	names, err := filesIn(ctx, c.path)
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
	for path, f := range c.files {
		if !there[path] {
			delete(c.files, path)
			c.weight -= 1 + f.weight
		}
	}
}

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
		return known, nil
	}
	for try := 1; ; try++ {
		f := &file{path: path, partial: !room}
		changed, err := c.readOnce(ctx, f, buffer, s)
		switch {
		case changed && try < maxTries && ctx.Err() == nil:
			continue
		case changed:
			err = errChanges
		case err == nil:
			_, err = os.Stat(path)
		}
		if err == nil && !f.partial {
			c.remember(f)
		}
		return f, gone(err)
	}
}

// readOnce reads a file into f, and reports whether it changed meanwhile.
func (c *calendar) readOnce(ctx context.Context, f *file, buffer []byte, s source.Span) (changed bool, err error) {
	opened, info, err := openFile(f.path)
	if err != nil {
		return false, err
	}
	defer opened.Close()
	f.stamp = stampOf(info)
	if err := parse(f, decoded(&reader{ctx, opened, maxSize}), buffer, c.own, &c.zones, s); err != nil {
		return false, err
	}
	if info, err = opened.Stat(); err != nil {
		return false, err
	}
	return stampOf(info) != f.stamp, nil
}

// remember remembers a file.
func (c *calendar) remember(f *file) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.files[f.path]; old != nil {
		c.weight -= 1 + old.weight
	}
	c.files[f.path] = f
	c.weight += 1 + f.weight
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
