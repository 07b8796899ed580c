package calendar

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"heliotrope/journal/evidence/source"
)

// entries goes through a folder, of any size, in no order. An error is the last.
func entries(ctx context.Context, folder string) iter.Seq2[fs.DirEntry, error] {
	return func(yield func(fs.DirEntry, error) bool) {
		f, err := os.Open(folder)
		if err != nil {
			yield(nil, gone(err))
			return
		}
		defer f.Close()
		for err == nil {
			var some []fs.DirEntry
			some, err = f.ReadDir(1000)
			for _, e := range some {
				if !yield(e, nil) {
					return
				}
			}
			if err == nil {
				err = ctx.Err()
			}
		}
		if !errors.Is(err, io.EOF) {
			yield(nil, err)
		}
	}
}

// filesIn returns the names of the calendar files in a folder, sorted. The error is next
// to those that were found.
func filesIn(ctx context.Context, folder string) (names []string, err error) {
	defer func() { slices.Sort(names) }()
	for e, err := range entries(ctx, folder) {
		switch {
		case err != nil:
			return names, err
		case e.IsDir() || !isNamed(e.Name()):
		case len(names) == maxFiles:
			return names, source.ErrLarge
		default:
			names = append(names, e.Name())
		}
	}
	return names, nil
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
