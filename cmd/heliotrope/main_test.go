package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
	"github.com/rogpeppe/go-internal/testscript"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/exchange"
)

// TestMain also is the program, for the scripts.
func TestMain(m *testing.M) {
	testscript.Main(isolated{m}, map[string]func(){"heliotrope": heliotropeCommand, "status": statusCommand})
}

// isolated runs the tests where they find neither the journal nor the language
// of whoever runs them.
type isolated struct{ *testing.M }

func (m isolated) Run() int {
	nowhere := filepath.Join(os.DevNull, "home")
	for name, value := range map[string]string{
		"XDG_DATA_HOME":      nowhere,
		"XDG_CONFIG_HOME":    nowhere,
		"HELIOTROPE_JOURNAL": "",
		"LC_ALL":             "en_US.UTF-8",
		"LANGUAGE":           "en",
		// No test is a click on the desktop of whoever runs it.
		"DISPLAY": "", "WAYLAND_DISPLAY": "", "XDG_CURRENT_DESKTOP": "", "DESKTOP_SESSION": "",
		"GIO_LAUNCHED_DESKTOP_FILE": "", "DESKTOP_STARTUP_ID": "", "XDG_ACTIVATION_TOKEN": "",
	} {
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	xdg.Reload()
	return m.M.Run()
}

// outcome is what one run of the program left behind.
type outcome struct {
	code     int
	out, err string
}

// heliotrope runs the program within this process, on an empty standard input.
func heliotrope(t *testing.T, args ...string) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(args, strings.NewReader(""), &out, &errs)
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

// place returns where a journal may be begun, in a folder of its own.
func place(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "journal.db")
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
	c, err := readExchange(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func readExchange(text string) (journal.Contents, error) {
	return exchange.Read(strings.NewReader(text))
}

// remains returns a check that a folder has the same files with the same bytes
// as now.
func remains(t *testing.T, dir string) (check func()) {
	t.Helper()
	read := func() map[string]string {
		t.Helper()
		found, err := files(dir)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	before := read()
	return func() {
		t.Helper()
		for _, change := range changes(before, read()) {
			t.Error(change)
		}
	}
}

// files returns the content of every file below a folder, by path.
func files(dir string) (map[string]string, error) {
	found := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		found[path] = string(content)
		return err
	})
	return found, err
}

// changes returns what differs between two results of files.
func changes(before, after map[string]string) (all []string) {
	for name, content := range after {
		if was, ok := before[name]; !ok || was != content {
			all = append(all, name+" was made or changed")
		}
	}
	for name := range before {
		if _, ok := after[name]; !ok {
			all = append(all, name+" is gone")
		}
	}
	return all
}

// flip returns content with one bit of a letter changed, at or after a place.
func flip(content string, at int) string {
	changed := []byte(content)
	for changed[at] < 'a' || changed[at] > 'z' {
		at++
	}
	changed[at] ^= 1
	return string(changed)
}

// backups returns the paths of the backups of the journal at path.
func backups(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "*.db"))
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
