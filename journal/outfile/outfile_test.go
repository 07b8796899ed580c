package outfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// write writes a file, over any that is there.
func write(path, content string) error {
	return Write(Replace, File{Path: path, Content: []byte(content)})
}

// onlyNew allows no file to be replaced.
func onlyNew(_ string, there fs.FileInfo) error {
	if there != nil {
		return fs.ErrExist
	}
	return nil
}

func TestWriteReplacesAndRetainsMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.html")
	if err := write(path, "one"); err != nil {
		t.Fatal(err)
	}
	modes := runtime.GOOS != "windows" // where a file has none
	if info, _ := os.Stat(path); modes && info.Mode().Perm() != 0o600 {
		t.Errorf("a new file has mode %v, want 0600", info.Mode().Perm())
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := write(path, "two"); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "two" {
		t.Errorf("the file contains %q, want %q", got, "two")
	}
	if info, _ := os.Stat(path); modes && info.Mode().Perm() != 0o644 {
		t.Errorf("a replaced file has mode %v, want 0644", info.Mode().Perm())
	}
}

// TestWriteAsksAboutEachFirst: what one file is refused for leaves all as they
// were, whichever it is.
func TestWriteAsksAboutEachFirst(t *testing.T) {
	names := []string{"talk.md", "talk-lean.svg", "talk-year.svg"}
	for _, taken := range names {
		for _, spoil := range []func(path string) error{
			func(path string) error { return os.WriteFile(path, []byte("mine"), 0o600) },
			func(path string) error { return os.Mkdir(path, 0o700) },
			func(path string) error { return os.Symlink("nowhere", path) },
		} {
			dir := t.TempDir()
			var files []File
			var paths []string
			for _, name := range names {
				files = append(files, File{Path: filepath.Join(dir, name), Content: []byte("new")})
				paths = append(paths, filepath.Join(dir, name))
			}
			must(t, spoil(filepath.Join(dir, taken)))
			before := listing(t, dir)
			err := Write(onlyNew, files...)
			failed, ok := errors.AsType[*fs.PathError](err)
			if !ok || failed.Path != filepath.Join(dir, taken) {
				t.Errorf("with %s there Write returned %v", taken, err)
			}
			if _, looked := Look(onlyNew, paths...); looked == nil || looked.Error() != err.Error() {
				t.Errorf("Look returned %v, and Write %v", looked, err)
			}
			if after := listing(t, dir); after != before {
				t.Errorf("the folder contains %s, and contained %s", after, before)
			}
		}
	}
}

// TestLook: what would be replaced can be known before, in the order given.
func TestLook(t *testing.T) {
	dir := t.TempDir()
	a, b, c := filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "c")
	must(t, write(a, ""), write(c, ""), os.Symlink("c", filepath.Join(dir, "d")))
	got, err := Look(Replace, c, b, a, filepath.Join(dir, "d"), os.DevNull)
	if want := []string{c, a, filepath.Join(dir, "d")}; err != nil || !slices.Equal(got, want) {
		t.Errorf("Look returned %q (%v), want %q", got, err, want)
	}
}

// TestWriteThroughLink: a link to a file stays a link, and allow is asked about
// both names.
func TestWriteThroughLink(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target"), filepath.Join(dir, "link")
	must(t, write(target, "old"), os.Symlink("target", link))
	var asked []string
	ask := func(path string, there fs.FileInfo) error {
		asked = append(asked, filepath.Base(path))
		return Replace(path, there)
	}
	must(t, Write(ask, File{Path: link, Content: []byte("new")}))
	if got, _ := os.ReadFile(target); string(got) != "new" {
		t.Errorf("the target contains %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v (%v)", info, err)
	}
	if !slices.Contains(asked, "target") || !slices.Contains(asked, "link") {
		t.Errorf("allow was asked about %q", asked)
	}
}

// TestWriteWhatAppearsMeanwhile: what gets the name after the look is not lost,
// unless allow lets it be replaced.
func TestWriteWhatAppearsMeanwhile(t *testing.T) {
	precious := func(path string) error { return os.WriteFile(path, []byte("precious"), 0o600) }
	for _, tt := range []struct {
		name   string
		appear func(path string) error
		allow  Allow
		want   error
		left   string
	}{
		{"a file", precious, onlyNew, fs.ErrExist, "report.html=precious"},
		{"a file that may be replaced", precious, Replace, nil, "report.html=new"},
		{"a folder", func(path string) error { return os.Mkdir(path, 0o700) }, Replace, ErrNotFile, "report.html="},
		{"a link", func(path string) error { return os.Symlink("nowhere", path) }, Replace, ErrNotFile, "report.html="},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "report.html")
			replaceSync(t, func(f *os.File) error {
				if f.Name() != dir { // it is filled, and has no name yet
					return tt.appear(path)
				}
				return nil
			})
			if err := Write(tt.allow, File{Path: path, Content: []byte("new")}); !errors.Is(err, tt.want) {
				t.Errorf("Write returned %v, want %v", err, tt.want)
			}
			if got := listing(t, dir); got != tt.left {
				t.Errorf("the folder contains %s, want %s", got, tt.left)
			}
		})
	}
}

// TestWriteAsksAgain: the last word on a file that is replaced is spoken once the
// new one is complete.
func TestWriteAsksAgain(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	must(t, write(path, "old"))
	refused := errors.New("refused")
	asked := 0
	err := Write(func(string, fs.FileInfo) error {
		if asked++; asked > 1 {
			return refused
		}
		return nil
	}, File{Path: path, Content: []byte("new")})
	if got := listing(t, dir); !errors.Is(err, refused) || got != "report.html=old" {
		t.Errorf("Write returned %v, and the folder contains %s", err, got)
	}
}

// TestWriteUndoesNames: if one file cannot get its name, those that have got
// theirs are removed again.
func TestWriteUndoesNames(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	synced := 0
	replaceSync(t, func(*os.File) error {
		if synced++; synced == 2 {
			return os.WriteFile(first, []byte("precious"), 0o600)
		}
		return nil
	})
	err := Write(onlyNew, File{Path: first, Content: []byte("new")}, File{Path: second, Content: []byte("new")})
	if got := listing(t, dir); !errors.Is(err, fs.ErrExist) || got != "a=precious" {
		t.Errorf("Write returned %v, and the folder contains %s", err, got)
	}
}

func TestWriteToNullDevice(t *testing.T) {
	before, err := os.Stat(os.DevNull)
	must(t, err, write(os.DevNull, "gone"))
	after, err := os.Stat(os.DevNull)
	if err != nil || after.Mode() != before.Mode() || !os.SameFile(before, after) {
		t.Errorf("the null device was %v and is %v (%v)", before, after, err)
	}
}

// TestWriteRefusesPipe: nothing waits for the other end of a pipe.
func TestWriteRefusesPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no named pipes in folders")
	}
	path := filepath.Join(t.TempDir(), "pipe")
	must(t, mkfifo(path))
	if err := write(path, "x"); !errors.Is(err, ErrNotFile) {
		t.Errorf("Write returned %v, want ErrNotFile", err)
	}
}

// TestErrorsNameTheFile: an error has the path that the user knows, and never
// that of a file which only this package knows.
func TestErrorsNameTheFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	replaceSync(t, func(f *os.File) error { return &fs.PathError{Op: "sync", Path: f.Name(), Err: syscall.EIO} })
	for asked, want := range map[string]string{
		path:                                 path,
		filepath.Join(dir, "none", "x"):      filepath.Join(dir, "none"),
		filepath.Join(dir, "a", "b", "c.md"): filepath.Join(dir, "a", "b"),
	} {
		err := write(asked, "x")
		failed, ok := errors.AsType[*fs.PathError](err)
		if !ok || failed.Path != want || strings.Contains(err.Error(), ".tmp") {
			t.Errorf("Write to %s returned %v, want an error about %s", asked, err, want)
		}
	}
}

// What is written bit by bit is complete, or not there.
func TestWriteBitByBit(t *testing.T) {
	path, broken := filepath.Join(t.TempDir(), "journal.json"), errors.New("broken")
	content := func(err error) func(io.Writer) error {
		return func(w io.Writer) error {
			_, _ = io.WriteString(w, "first ")
			_, _ = io.WriteString(w, "last")
			return err
		}
	}
	if err := Write(Replace, File{Path: path, Write: content(broken)}); !errors.Is(err, broken) {
		t.Errorf("got %v, want the error of the content", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a part of it is there: %v", err)
	}
	must(t, Write(Replace, File{Path: path, Write: content(nil)}))
	if got, err := os.ReadFile(path); string(got) != "first last" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}
