package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// childArgs holds the arguments with which a child of a test runs the program,
// one a line.
const childArgs = "HELIOTROPE_TEST_ARGS"

// onFullDisk runs the program where no file may be longer than so many blocks
// of 512 bytes, as the test of the given name, which must give way to
// [inChild].
func onFullDisk(t *testing.T, test, blocks string, args ...string) outcome {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such limit")
	}
	var out, errs strings.Builder
	c := exec.Command("sh", "-c", `ulimit -f `+blocks+` && exec "$@"`, "sh", os.Args[0], "-test.run=^"+test+"$")
	c.Env = append(os.Environ(), childArgs+"="+strings.Join(args, "\n"))
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil && c.ProcessState == nil {
		t.Fatal(err)
	}
	return outcome{c.ProcessState.ExitCode(), out.String(), errs.String()}
}

// inChild runs the program and does not return if this is a child.
func inChild() {
	if args := os.Getenv(childArgs); args != "" {
		os.Exit(run(strings.Split(args, "\n"), strings.NewReader(""), os.Stdout, os.Stderr))
	}
}

// TestRow66FullDisk: what does not fit is said so, and the journal is as it was.
func TestRow66FullDisk(t *testing.T) {
	inChild()
	path := sampleJournal(t)
	before := contents(t, path)
	add := on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1")
	got := onFullDisk(t, "TestRow66FullDisk", "16", add...)
	if got.code != exitFailed || got.out != "" || !strings.Contains(got.err, "check that there is room on the disk") {
		t.Errorf("exit %d: %q, %q", got.code, got.out, got.err)
	}
	if strings.Contains(got.err, secret) {
		t.Errorf("the message repeats what the user wrote: %s", got.err)
	}
	if after := contents(t, path); !reflect.DeepEqual(after, before) {
		t.Error("the journal changed")
	}
	succeeds(t, add...) // once there is room
}

// TestRow41ExportToAFullDisk: the file that was there stays.
func TestRow41ExportToAFullDisk(t *testing.T) {
	inChild()
	path, dir := sampleJournal(t), t.TempDir()
	for _, args := range [][]string{
		{"export", "-o", filepath.Join(dir, "export.json")},
		{"report", "-o", filepath.Join(dir, "report.html")},
	} {
		succeeds(t, on(path, args...)...)
		check := remains(t, dir)
		got := onFullDisk(t, "TestRow41ExportToAFullDisk", "16", on(path, args...)...)
		if got.code != exitFailed || !strings.Contains(got.err, "room on the disk") {
			t.Errorf("%s: exit %d: %q", args[0], got.code, got.err)
		}
		check()
	}
}

// TestRow41ReadOnlyFile: a file that may only be read is not replaced.
func TestRow41ReadOnlyFile(t *testing.T) {
	path, dir := sampleJournal(t), t.TempDir()
	file := filepath.Join(dir, "out.json")
	if err := os.WriteFile(file, []byte("dear to me"), 0o400); err != nil {
		t.Fatal(err)
	}
	check := remains(t, dir)
	refuses(t, exitFailed, "does not let Heliotrope use this file", on(path, "export", "-o", file)...)
	check()
}

// TestRow42FolderOfTheJournal: the folder is no file to write to.
func TestRow42FolderOfTheJournal(t *testing.T) {
	path := sampleJournal(t)
	check := remains(t, filepath.Dir(path))
	refuses(t, exitFailed, "not a file", on(path, "export", "-o", filepath.Dir(path))...)
	check()
}

// TestRow62FolderGone: the folder of a journal that was there, on a stick that
// was pulled out, is not made anew by looking.
func TestRow62FolderGone(t *testing.T) {
	stick := filepath.Join(t.TempDir(), "stick")
	path := filepath.Join(stick, "journal.db")
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	succeeds(t, on(path, "import", sampleFile)...)
	away := stick + ".away"
	if err := os.Rename(stick, away); err != nil {
		t.Fatal(err)
	}
	succeeds(t, on(path, "show")...)
	succeeds(t, on(path, "lean")...)
	if _, err := os.Stat(stick); err == nil {
		t.Error("the folder was made anew")
	}
	if err := os.Rename(away, stick); err != nil {
		t.Fatal(err)
	}
	if c := contents(t, path); len(c.Entries) == 0 {
		t.Error("the journal is empty")
	}
}
