// Package source is what package evidence asks of a place that contains traces of the
// user's weeks: a repository, a calendar.
//
// A [Kind] finds places and opens them; a [Source] is one place: a week goes in, and
// [Item]s come out. It only reads, opens no connection, and starts nothing that the
// place itself could choose. What it cannot read, it tells as a [Trouble] next to
// what it can. Whether an item is shown, and as what, is decided in package evidence.
package source

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Kind is one kind of source.
type Kind interface {
	// ID names the kind in the user's settings, such as "git". It never changes.
	ID() string

	// Find returns the paths of the places of this kind at path or below it, sorted,
	// each as [Kind.Open] takes it. What cannot be looked into is told in the error,
	// next to what was found.
	Find(ctx context.Context, path string) ([]string, error)

	// Addresses returns the e-mail addresses under which the user appears to be known
	// on this computer, and in the places at paths, most likely first.
	Addresses(ctx context.Context, paths []string) []string

	// Open returns the place at path. It does not look at the disk. Own are the
	// user's addresses.
	Open(path string, own []string) Source
}

// Source is one place. It may be used by several goroutines at once.
type Source interface {
	// Path returns where it is.
	Path() string

	// Look returns what there is of a span of time. It reads the disk, and returns
	// soon after ctx is done, with whatever it has.
	Look(ctx context.Context, s Span) Found

	// Stamp returns a value that changes whenever Look may find something else. It
	// takes milliseconds.
	Stamp() string
}

// Span is a span of time, From included and To not. Both are in the user's time zone,
// which the items are in too.
type Span struct {
	From, To time.Time
}

// Contains reports whether t is in s.
func (s Span) Contains(t time.Time) bool { return !t.Before(s.From) && t.Before(s.To) }

// Found is what a look found.
type Found struct {
	Items    []Item // by their beginning
	Troubles []Trouble
}

// What is what an item is.
type What string

// What items are.
const (
	Meeting What = "meeting" // an event with a beginning and an end
	Commit  What = "commit"  // the user's own
	Review  What = "review"  // the user reviewed it
	Pairing What = "pairing" // the user wrote it together with its author
	Off     What = "off"     // not worked: leave, sick, out of office
	Busy    What = "busy"    // taken by something that is not shown, such as a private event
)

// Item is one trace.
type Item struct {
	What What

	// Key tells the item from all others of all sources, and is the same whenever it
	// is found again. It is never shown.
	Key string

	// Title is what the user calls it by, and what makes several items one: of an event
	// its summary, of a commit the name of the repository. It is empty where What is Off
	// or Busy, and where an event has none.
	Title string

	// Detail says more, such as the subject of a commit. It may be empty.
	Detail string

	// Start and End are when it was, of which a part is in the span. They are equal
	// for what has no length. Where What is Off they are midnights.
	Start, End time.Time
}

// Trouble is something that could not be read, or not as it stands. It is an error,
// whose text is for logs and tests: it has nothing of the contents.
type Trouble struct {
	Path string // of the repository or file
	Line int    // in the file, from 1; 0 where there is none
	Err  error  // wraps one of the sentinels here, or an error of the file system
}

// Error implements error.
func (t Trouble) Error() string {
	if t.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", t.Path, t.Line, t.Err)
	}
	return fmt.Sprintf("%s: %v", t.Path, t.Err)
}

// Unwrap returns what went wrong.
func (t Trouble) Unwrap() error { return t.Err }

// Why something could not be read. They are matched with errors.Is; package words
// has the sentences for users.
var (
	// ErrMissing is returned for a program that is not installed.
	ErrMissing = errors.New("the program is not installed")

	// ErrOld is returned for a program of a version that lacks what is needed.
	ErrOld = errors.New("the program is too old")

	// ErrForeign is returned for a place that belongs to another user of the computer.
	ErrForeign = errors.New("the place belongs to another user")

	// ErrGone is returned for a place that is no longer there.
	ErrGone = errors.New("the place is no longer there")

	// ErrBroken is returned for a place that is damaged, or that something else wrote.
	ErrBroken = errors.New("the place cannot be read")

	// ErrCut is returned for a file that ends in the middle.
	ErrCut = errors.New("the file ends too early")

	// ErrLarge is returned for what is larger than is looked at.
	ErrLarge = errors.New("there is too much to look at")

	// ErrSlow is returned for a place that did not answer in time.
	ErrSlow = errors.New("the place did not answer in time")

	// ErrZone is returned for an event in a time zone that is not known. It is taken
	// to be in the user's.
	ErrZone = errors.New("the time zone is not known")

	// ErrTime is returned for an event whose time is not one, or makes no sense. It is
	// left out.
	ErrTime = errors.New("the time makes no sense")

	// ErrRule is returned for an event whose recurrence cannot be read. It is shown
	// once, or not at all.
	ErrRule = errors.New("the recurrence cannot be read")
)
