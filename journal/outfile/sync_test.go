package outfile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// replaceSync replaces sync until the test ends.
func replaceSync(t *testing.T, with func(*os.File) error) {
	t.Helper()
	before := sync
	t.Cleanup(func() { sync = before })
	sync = with
}

// TestWriteSyncs: a file has its name only once all of it is on the disk, and
// the write ends only once its name is there too.
func TestWriteSyncs(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder cannot be synced there")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	must(t, write(path, "old"))
	var order []string
	replaceSync(t, func(f *os.File) error {
		file, _ := os.ReadFile(path)
		if f.Name() == dir {
			order = append(order, "folder, with the "+string(file)+" file")
			return f.Sync()
		}
		synced, err := os.ReadFile(f.Name())
		order = append(order, string(synced)+", with the "+string(file)+" file")
		return errors.Join(err, f.Sync())
	})
	must(t, write(path, "new"))
	if want := []string{"new, with the old file", "folder, with the new file"}; !slices.Equal(order, want) {
		t.Errorf("synced were %q, want %q", order, want)
	}
}

// TestWriteFailingSync: what may not be on the disk does not replace what is.
// That the name of a file which is there cannot be synced is no failure.
func TestWriteFailingSync(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	must(t, write(path, "old"))
	broken := errors.New("broken")
	replaceSync(t, func(f *os.File) error {
		if f.Name() != dir {
			return broken
		}
		return nil
	})
	if err := write(path, "new"); !errors.Is(err, broken) {
		t.Errorf("Write returned %v, want that a sync failed", err)
	}
	if got := listing(t, dir); got != "report.html=old" {
		t.Errorf("the folder contains %s, want the old file alone", got)
	}
	replaceSync(t, func(f *os.File) error {
		if f.Name() == dir {
			return broken
		}
		return nil
	})
	must(t, write(path, "new"))
	if got := listing(t, dir); got != "report.html=new" {
		t.Errorf("the folder contains %s, want the new file alone", got)
	}
}
