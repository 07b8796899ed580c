package git

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"heliotrope/journal/evidence/source"
)

// place is where the parts of a repository are.
type place struct {
	path   string // as the user knows it
	own    string // what belongs to this working tree, such as HEAD: git's GIT_DIR
	common string // what it shares with others: objects, branches, configuration
}

// locate finds the parts of the repository at path, and reads nothing but the files
// that lead to them.
func locate(path string) (place, error) {
	p := place{path: path, own: filepath.Join(path, ".git")}
	info, err := os.Stat(p.own)
	switch {
	case err == nil && !info.IsDir(): // of a submodule, or another working tree
		to, ok := strings.CutPrefix(line(p.own), "gitdir: ")
		if !ok {
			return p, source.ErrBroken
		}
		p.own = join(path, to)
	case errors.Is(err, fs.ErrNotExist): // bare, or nothing
		p.own = path
	case err != nil:
		return p, err
	}
	p.common = p.own
	if to := line(filepath.Join(p.own, "commondir")); to != "" {
		p.common = join(p.own, to)
	}
	if _, err := os.Lstat(filepath.Join(p.own, "HEAD")); errors.Is(err, fs.ErrNotExist) {
		if p.own != filepath.Join(path, ".git") {
			return p, source.ErrGone
		}
		return p, source.ErrBroken
	}
	for _, name := range []string{"objects", "refs"} {
		if info, err := os.Stat(filepath.Join(p.common, name)); err != nil || !info.IsDir() {
			return p, source.ErrBroken
		}
	}
	for _, file := range p.files() { // git would wait for a pipe
		if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
			return p, source.ErrBroken
		}
	}
	return p, nil
}

// files returns the paths of the files on which it depends what git finds, whether
// there are such or not.
func (p place) files() []string {
	common := func(name string) string { return filepath.Join(p.common, filepath.FromSlash(name)) }
	return []string{
		filepath.Join(p.own, "HEAD"), common("HEAD"), common("config"), common("config.worktree"), filepath.Join(p.own, "config.worktree"),
		common("packed-refs"), common("reftable/tables.list"), filepath.Join(p.own, "reftable/tables.list"), common("shallow"), common("objects/info/alternates"),
	}
}

// check returns an error if the repository is not the user's own: git believes what
// is configured there.
func (p place) check(belongs func(path string) (bool, error)) error {
	for _, path := range []string{p.path, p.own, p.common} {
		if ok, err := belongs(path); err != nil {
			return err
		} else if !ok {
			return source.ErrForeign
		}
	}
	return nil
}

// line returns the line that is all of a small file, "" if it is not such a file.
func line(path string) string {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, 8<<10))
	if err != nil {
		return ""
	}
	return strings.TrimRight(string(text), "\r\n")
}

// join returns where to is, which may be relative to dir.
func join(dir, to string) string {
	to = filepath.FromSlash(to)
	if filepath.IsAbs(to) {
		return filepath.Clean(to)
	}
	return filepath.Join(dir, to)
}

// isMain reports whether all of the repository is here, and p is not one more working
// tree of it.
func (p place) isMain() bool { return p.own == p.common }

// title returns the name of the repository: that of its folder, for a working tree that
// of the folder of the main one.
func (p place) title() string {
	folder := p.path
	if !p.isMain() {
		folder = p.common
	}
	name := filepath.Base(folder)
	if name == ".git" || name == ".bare" { // as working trees beside each other are laid out
		name = filepath.Base(filepath.Dir(folder))
	}
	if folder == p.common {
		name = strings.TrimSuffix(name, ".git")
	}
	return source.Harmless(name)
}

// group returns the path that all working trees have in common.
func (p place) group() string {
	if real, err := filepath.EvalSymlinks(p.common); err == nil {
		return real
	}
	return p.common
}

// maxRefs is how many files and folders a stamp regards.
const maxRefs = 20_000

var errMany = fmt.Errorf("%w: branches", source.ErrLarge)

// stamp returns a value that is another one once a branch moved, was added or removed,
// or something else changed on which depends what git finds. It does not start git.
func (p place) stamp() (string, error) {
	sum := sha256.New()
	for _, file := range p.files() {
		add(sum, file)
	}
	add(sum, filepath.Join(p.common, "objects", "pack"))
	count := 0
	walk := func(dir string) error {
		return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if count++; count > maxRefs {
				return errMany
			}
			if err == nil || d != nil {
				add(sum, path)
			}
			return nil
		})
	}
	if err := walk(filepath.Join(p.common, "refs")); err != nil {
		return "", err
	}
	trees, err := os.ReadDir(filepath.Join(p.common, "worktrees"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	for _, tree := range trees {
		add(sum, filepath.Join(p.common, "worktrees", tree.Name(), "HEAD"))
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// add adds what tells a file from its next version.
func add(sum hash.Hash, path string) {
	info, err := os.Lstat(path)
	if err != nil {
		return
	}
	fmt.Fprintf(sum, "%s\x00%d\x00%d\x00%v\n", path, info.Size(), info.ModTime().UnixNano(), info.Mode())
}
