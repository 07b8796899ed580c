package git

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"heliotrope/journal/evidence/source"
)

// How far repositories are searched for: deep enough for a folder of projects by
// company, team and language, and not for a whole disk.
const (
	maxDepth   = 8      // folders below the one that is asked
	maxNested  = 3      // folders below a repository, for those inside
	maxFolders = 50_000 // in all
	maxEntries = 50_000 // of a folder
	maxFound   = 1_000
	maxTold    = 100
)

// Find implements [source.Kind]. Of the working trees of a repository it returns the
// main one, or if that is elsewhere, the first. It follows no symbolic links, and
// passes hidden folders, unless they are bare repositories, and node_modules.
func (k kind) Find(ctx context.Context, path string) ([]string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if filepath.Base(path) == ".git" {
		path = filepath.Dir(path)
	}
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return nil, nil
	}
	s := search{kind: k, ctx: ctx, found: make(map[string]place)}
	s.visit(path, maxDepth)
	if err := ctx.Err(); err != nil {
		s.told = append(s.told, err)
	} else if s.folders > maxFolders || len(s.found) >= maxFound {
		s.tell(path, source.ErrLarge)
	}
	var paths []string
	for at := range maps.Values(s.found) {
		paths = append(paths, at.path)
	}
	slices.Sort(paths)
	return paths, errors.Join(s.told...)
}

// search is one search for repositories.
type search struct {
	kind
	ctx     context.Context
	found   map[string]place // by what their working trees have in common
	folders int
	told    []error
}

// tell tells what could not be looked into.
func (s *search) tell(path string, err error) {
	if len(s.told) < maxTold {
		s.told = append(s.told, source.Trouble{Path: path, Err: err})
	}
}

// visit searches a folder and what is at most depth below it.
func (s *search) visit(dir string, depth int) {
	if s.folders++; s.folders > maxFolders || len(s.found) >= maxFound || s.ctx.Err() != nil {
		return
	}
	entries, err := list(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) && s.folders == 1:
		s.tell(dir, source.ErrGone)
		return
	case errors.Is(err, fs.ErrNotExist):
		return
	case err != nil:
		s.tell(dir, err)
	}
	if has(entries, ".git") {
		s.take(dir)
		depth = min(depth, maxNested)
	} else if isBare(entries) {
		s.take(dir)
		return
	}
	for _, e := range entries {
		inner := filepath.Join(dir, e.Name())
		switch {
		case !e.IsDir(), e.Name() == ".git", e.Name() == "node_modules", depth == 0:
		case !strings.HasPrefix(e.Name(), "."):
			s.visit(inner, depth-1)
		default:
			if hidden, err := list(inner); err == nil && isBare(hidden) {
				s.take(inner)
			}
		}
	}
}

// take takes the repository at path, if it is one.
func (s *search) take(path string) {
	at, err := locate(path)
	if err == nil {
		err = at.check(s.belongs)
	}
	if err != nil {
		s.tell(path, err)
		return
	}
	group := at.group()
	if _, there := s.found[group]; !there || at.isMain() {
		s.found[group] = at
	}
}

// list returns what is in a folder, sorted.
func list(dir string) ([]fs.DirEntry, error) {
	folder, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	entries, err := folder.ReadDir(maxEntries)
	if err == nil && len(entries) == maxEntries {
		err = source.ErrLarge
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// isBare reports whether a folder has what a repository has.
func isBare(entries []fs.DirEntry) bool {
	return has(entries, "HEAD") && has(entries, "objects") && has(entries, "refs")
}

func has(sorted []fs.DirEntry, name string) bool {
	_, ok := slices.BinarySearchFunc(sorted, name, func(e fs.DirEntry, name string) int { return strings.Compare(e.Name(), name) })
	return ok
}
