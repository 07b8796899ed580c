package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/exchange"
)

// No test may find the journal of whoever runs it, or speak their language.
func TestMain(m *testing.M) {
	os.Exit(apart(m.Run))
}

func apart(run func() int) int {
	home, err := os.MkdirTemp("", "heliotrope-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(home)
	for name, value := range map[string]string{
		"XDG_DATA_HOME":      home,
		"XDG_CONFIG_HOME":    home,
		"HELIOTROPE_JOURNAL": "",
		"LC_ALL":             "en_US.UTF-8",
		"LANGUAGE":           "en",
	} {
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	xdg.Reload()
	return run()
}

// secret is part of every text that these tests log as a user would. No
// message may repeat it.
const secret = "quokka"

// outcome is what one run of the program left behind.
type outcome struct {
	code     int
	out, err string
}

// heliotrope runs the program within this process, on an empty standard input.
func heliotrope(t *testing.T, args ...string) outcome {
	t.Helper()
	return heliotropeReading(t, "", args...)
}

// heliotropeReading is heliotrope with something on standard input.
func heliotropeReading(t *testing.T, in string, args ...string) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(args, strings.NewReader(in), &out, &errs)
	if strings.Contains(strings.ToLower(errs.String()), secret) {
		t.Errorf("%q: a message repeats what the user wrote: %s", args, &errs)
	}
	return outcome{code, out.String(), errs.String()}
}

// on returns the arguments for a command on the journal at path, on the Monday
// of week 48 of 2026.
func on(path string, args ...string) []string {
	return append([]string{"--journal", path, "--today", "2026-11-23"}, args...)
}

// succeeds runs a command that must be done and returns what it answers.
func succeeds(t *testing.T, args ...string) outcome {
	t.Helper()
	got := heliotrope(t, args...)
	if got.code != exitDone {
		t.Fatalf("%q: exit %d, want %d: %s", args, got.code, exitDone, got.err)
	}
	return got
}

// refuses runs a command that must end with code, put nothing on standard
// output, and explain itself with words that contain want.
func refuses(t *testing.T, code int, want string, args ...string) {
	t.Helper()
	got := heliotrope(t, args...)
	if got.code != code || got.out != "" || !strings.Contains(got.err, want) {
		t.Errorf("%q: exit %d with %q on standard output and %q on standard error, want %d, nothing, and %q",
			args, got.code, got.out, got.err, code, want)
	}
}

// place returns where a journal may be begun, in a folder of its own.
func place(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "journal.db")
}

// sampleJournal returns a journal that holds the sample.
func sampleJournal(t *testing.T) string {
	t.Helper()
	path := place(t)
	succeeds(t, on(path, "import", sampleFile)...)
	return path
}

// sampleFile is an exchange file with a year and a half of everything.
var sampleFile = filepath.Join("..", "..", "assets", "sample.en.json")

// contents reads what the journal at path holds, not by way of a command.
func contents(t *testing.T, path string) journal.Contents {
	t.Helper()
	store, err := boltstore.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	c, err := store.Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// exported reads an exchange file.
func exported(t *testing.T, text string) journal.Contents {
	t.Helper()
	c, err := exchange.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// remains returns a check that a folder holds the same files with the same
// bytes as now.
func remains(t *testing.T, dir string) (check func()) {
	t.Helper()
	before := files(t, dir)
	return func() {
		t.Helper()
		after := files(t, dir)
		for name, content := range after {
			if was, ok := before[name]; !ok || was != content {
				t.Errorf("%s was made or changed", name)
			}
		}
		for name := range before {
			if _, ok := after[name]; !ok {
				t.Errorf("%s is gone", name)
			}
		}
	}
}

// files returns the content of every file below a folder, by path.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		found[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// readFile returns the content of a file.
func readFile(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// writeFile makes a file in a folder of its own and returns its path.
func writeFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// lines returns the lines of text that are not empty.
func lines(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return line == "" })
}
