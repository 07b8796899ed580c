package outfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func TestWriteReplacesAndRetainsMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.html")
	if err := Write(path, text("one")); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("a new file has mode %v, want 0600", info.Mode().Perm())
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, text("two")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "two" {
		t.Errorf("the file contains %q, want %q", got, "two")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o644 {
		t.Errorf("a replaced file has mode %v, want 0644", info.Mode().Perm())
	}
}

// TestWriteFailsWhole: a failure leaves the old file and no other.
func TestWriteFailsWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	if err := Write(path, text("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := Write(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("Write returned %v, want the error of the content", err)
	}
	if err := Write(dir, text("x")); err == nil {
		t.Error("Write to a folder succeeded")
	}
	if err := Write(filepath.Join(dir, "none", "x"), text("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Write into no folder returned %v, want fs.ErrNotExist", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("the file contains %q, want %q", got, "old")
	}
	if names, _ := os.ReadDir(dir); len(names) != 1 {
		t.Errorf("the folder contains %d files, want 1", len(names))
	}
}
