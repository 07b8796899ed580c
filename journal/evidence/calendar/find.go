package calendar

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"heliotrope/journal/evidence/source"
)

// How far calendars are looked for.
const (
	maxFolders = 20_000
	maxBelow   = 10
	maxFound   = 1000
)

// passed are folders in which nobody has a calendar, but many folders.
var passed = []string{".git", ".cache", "node_modules", ".Trash", ".snapshots", ".npm", ".cargo", ".rustup"}

// Find implements [source.Kind]: path itself if it is a calendar file, whatever its
// name, and the folders from path on that have calendar files in them.
func (kind) Find(ctx context.Context, path string) ([]string, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, gone(err)
	case !info.IsDir():
		if info.Mode().IsRegular() && (isNamed(filepath.Base(path)) || beginsCalendar(path)) {
			return []string{path}, nil
		}
		return nil, nil
	}
	f := &finder{ctx: ctx}
	f.look(path, 0)
	slices.Sort(f.found)
	return f.found, errors.Join(f.errs...)
}

// finder looks for folders with calendars.
type finder struct {
	ctx     context.Context
	found   []string
	errs    []error
	folders int
}

func (f *finder) fail(err error) {
	if len(f.errs) < maxTroubles {
		f.errs = append(f.errs, err)
	}
}

// look looks into a folder that is so many folders below the first, and reports whether
// to go on.
func (f *finder) look(folder string, below int) bool {
	if err := f.ctx.Err(); err != nil {
		f.fail(err)
		return false
	}
	if f.folders++; f.folders > maxFolders || len(f.found) == maxFound {
		f.fail(fmt.Errorf("%s: %w", folder, source.ErrLarge))
		return false
	}
	var folders []string
	has := false
	for e, err := range entries(f.ctx, folder) {
		switch {
		case err != nil:
			f.fail(err)
		case e.Type().IsRegular() && isNamed(e.Name()):
			has = true
		case e.IsDir() && below < maxBelow && len(folders) < maxFolders && !slices.Contains(passed, e.Name()):
			folders = append(folders, filepath.Join(folder, e.Name()))
		}
	}
	if has {
		f.found = append(f.found, folder)
	}
	slices.Sort(folders)
	for _, folder := range folders {
		if !f.look(folder, below+1) {
			return false
		}
	}
	return true
}

// beginsCalendar reports whether a file begins as a calendar does.
func beginsCalendar(path string) bool {
	f, err := open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 100)
	n, _ := io.ReadFull(decoded(io.LimitReader(f, 200)), head)
	return bytes.HasPrefix(bytes.ToUpper(bytes.TrimSpace(head[:n])), []byte("BEGIN:VCALENDAR"))
}
