package outfile

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// badPlace is a place that takes no file.
type badPlace struct {
	name  string
	spoil func(t *testing.T, path string) string // makes the place of the file bad, and returns it
	want  error                                  // nil for any
}

var badPlaces = []badPlace{
	{"a folder has the name", func(t *testing.T, path string) string {
		must(t, os.Remove(path), os.Mkdir(path, 0o700))
		return path
	}, nil},
	{"the file is read-only", func(t *testing.T, path string) string {
		must(t, os.Chmod(path, 0o400))
		return path
	}, fs.ErrPermission},
	{"a link to a read-only file", func(t *testing.T, path string) string {
		link := filepath.Join(filepath.Dir(path), "link")
		must(t, os.Chmod(path, 0o400), os.Symlink(filepath.Base(path), link))
		return link
	}, fs.ErrPermission},
	{"the folder is gone", func(_ *testing.T, path string) string {
		return filepath.Join(filepath.Dir(path), "gone", "report.html")
	}, fs.ErrNotExist},
	{"the folder is a file", func(_ *testing.T, path string) string {
		return filepath.Join(path, "report.html")
	}, nil},
	{"the folder takes no file", func(t *testing.T, _ string) string {
		const folder = "/sys" // even root may make no file there, if the kernel's is mounted
		if _, err := os.Stat(folder + "/kernel"); err != nil || runtime.GOOS != "linux" {
			t.Skip("there is no such folder")
		}
		return filepath.Join(folder, "report.html")
	}, fs.ErrPermission},
}

// TestWriteRefusesPlace: where the file cannot be put, the one that was there
// stays, and nothing is left next to it.
func TestWriteRefusesPlace(t *testing.T) {
	for _, tt := range badPlaces {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "report.html")
			must(t, write(path, "old"))
			bad := tt.spoil(t, path)
			before := listing(t, dir)
			err := write(bad, "new")
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("write returned %v, want %v", err, tt.want)
			}
			if after := listing(t, dir); after != before {
				t.Errorf("the folder contains %s, and contained %s", after, before)
			}
		})
	}
}

// TestWriteOnFullDisk writes where no file may be longer than four kilobytes.
func TestWriteOnFullDisk(t *testing.T) {
	const child = "HELIOTROPE_TEST_FULL_DISK"
	if path := os.Getenv(child); path != "" {
		err := write(path, strings.Repeat("new", 100_000))
		if err == nil || !strings.Contains(err.Error(), "too large") {
			t.Errorf("write returned %v, want that the file is too large", err)
		}
		return
	}
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such limit")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	must(t, write(path, "old"))
	before := listing(t, dir)
	c := exec.Command("sh", "-c", `ulimit -f 8 && exec "$@"`, "sh", os.Args[0], "-test.run=^TestWriteOnFullDisk$")
	c.Env = append(os.Environ(), child+"="+path)
	if said, err := c.CombinedOutput(); err != nil {
		t.Errorf("the child said %s (%v)", said, err)
	}
	if after := listing(t, dir); after != before {
		t.Errorf("the folder contains %s, and contained %s", after, before)
	}
}

// listing returns what a folder contains, with the content of its files.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range entries {
		content, _ := os.ReadFile(filepath.Join(dir, e.Name())) // none of a folder
		all = append(all, e.Name()+"="+string(content))
	}
	return strings.Join(all, " ")
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}
