package preferences

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func place(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "heliotrope", "settings.json")
}

// put makes a file of preferences with content.
func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func chooseFrench(p *Preferences) { p.Language = "fr" }

func TestChange(t *testing.T) {
	path := place(t)
	f := Open(path)
	if got := f.Get(); !reflect.DeepEqual(got, Preferences{}) {
		t.Errorf("without a file they are %+v", got)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("reading made a folder")
	}
	want := Preferences{
		Appearance: "dark", TextSize: 2, Language: "fr", HideYearAgo: true, SyncWarning: "Dropbox",
		SecondFolders: map[string]string{"/home/me/journal.db": "/media/stick"},
	}
	if err := f.Change(func(p *Preferences) { *p = want }); err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]Preferences{"here": f.Get(), "at the next start": Open(path).Get()} {
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s they are %+v, want %+v", name, got, want)
		}
	}
	if runtime.GOOS == "windows" {
		return
	}
	for name, want := range map[string]fs.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v (%v), want %v", name, info.Mode(), err, want)
		}
	}
}

// TestGetIsACopy: what a caller does with the preferences changes nothing.
func TestGetIsACopy(t *testing.T) {
	f := Open(place(t))
	if err := f.Change(func(p *Preferences) { p.SecondFolders = map[string]string{"a": "b"} }); err != nil {
		t.Fatal(err)
	}
	f.Get().SecondFolders["a"] = "c"
	if got := f.Get().SecondFolders["a"]; got != "b" {
		t.Errorf("the folder is now %q", got)
	}
}

// TestLaterVersion: what this version does not know is retained.
func TestLaterVersion(t *testing.T) {
	path := place(t)
	put(t, path, `{"language": "en", "tea": {"day": 5, "hour": "16:00"}, "appearance": "sepia"}`)
	if err := Open(path).Change(chooseFrench); err != nil {
		t.Fatal(err)
	}
	got := contentOf(t, path)
	for _, want := range []string{`"tea"`, `"16:00"`, `"fr"`, `"sepia"`} {
		if !strings.Contains(got, want) {
			t.Errorf("the file lacks %s: %s", want, got)
		}
	}
}

// TestDamaged: a damaged file means the defaults, and is moved aside before
// another takes its place.
func TestDamaged(t *testing.T) {
	for _, content := range []string{
		"", "{", "null?", `{"language": 5}`, `{"textSize": "big"}`, `[]`, `{"language": "fr", "language": "en"}`,
		"\x00\x00\x00\x00", strings.Repeat(" ", maxSize+1),
	} {
		t.Run(fmt.Sprintf("%.20q", content), func(t *testing.T) {
			path := place(t)
			put(t, path, content)
			f := Open(path)
			if got := f.Get(); !reflect.DeepEqual(got, Preferences{}) {
				t.Errorf("they are %+v", got)
			}
			if contentOf(t, path) != content {
				t.Error("reading changed the file")
			}
			if err := f.Change(chooseFrench); err != nil {
				t.Fatal(err)
			}
			if got := Open(path).Get().Language; got != "fr" {
				t.Errorf("the language is %q", got)
			}
			aside, err := filepath.Glob(path + ".damaged-*")
			if err != nil || len(aside) != 1 || contentOf(t, aside[0]) != content {
				t.Errorf("moved aside to %q (%v)", aside, err)
			}
		})
	}
}

// TestCannotStore: a choice that cannot be stored holds until the program ends.
func TestCannotStore(t *testing.T) {
	for name, f := range map[string]*File{"no folder": Open(""), "a file for a folder": func() *File {
		path := place(t)
		put(t, filepath.Dir(path), "")
		return Open(path)
	}()} {
		if err := f.Change(chooseFrench); err == nil {
			t.Errorf("%s: stored", name)
		}
		if err := f.Change(func(p *Preferences) { p.TextSize = 1 }); err == nil {
			t.Errorf("%s: stored later", name)
		}
		if got := f.Get(); got.Language != "fr" || got.TextSize != 1 {
			t.Errorf("%s: they are %+v", name, got)
		}
	}
}

// TestReadOnlyFile: a file that its owner protects is not replaced.
func TestReadOnlyFile(t *testing.T) {
	path := place(t)
	put(t, path, `{"language": "en"}`)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := Open(path).Change(chooseFrench); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("stored with %v", err)
	}
	if got := contentOf(t, path); !strings.Contains(got, `"en"`) {
		t.Errorf("the file is %s", got)
	}
}

// TestLink: a link to a file elsewhere stays a link.
func TestLink(t *testing.T) {
	path, target := place(t), filepath.Join(t.TempDir(), "dotfiles.json")
	put(t, target, `{"language": "en"}`)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, path); err != nil {
		t.Skip(err)
	}
	if err := Open(path).Change(chooseFrench); err != nil {
		t.Fatal(err)
	}
	if got := contentOf(t, target); !strings.Contains(got, `"fr"`) {
		t.Errorf("the file behind the link is %s", got)
	}
}

// TestTwoPrograms: each sees what the other stored once it changes something,
// and however they meet, one complete file is left.
func TestTwoPrograms(t *testing.T) {
	path := place(t)
	one, other := Open(path), Open(path)
	if err := errors.Join(one.Change(chooseFrench), other.Change(func(p *Preferences) { p.TextSize = 2 })); err != nil {
		t.Fatal(err)
	}
	if got := Open(path).Get(); got.Language != "fr" || got.TextSize != 2 {
		t.Errorf("one after the other they store %+v", got)
	}
	var group sync.WaitGroup
	for _, f := range []*File{one, other} {
		group.Go(func() {
			for i := range 50 {
				if err := f.Change(func(p *Preferences) { p.SyncWarning = strings.Repeat("x", 100*i) }); err != nil {
					t.Error(err)
				}
				if got := Open(path).Get(); got.Language != "fr" {
					t.Errorf("half a file was seen: %+v", got)
				}
			}
		})
	}
	group.Wait()
	if aside, err := filepath.Glob(path + ".*"); err != nil || len(aside) > 0 {
		t.Errorf("something stays behind: %q (%v)", aside, err)
	}
}

// TestReload: what another program stored is seen, unless the file cannot be read.
func TestReload(t *testing.T) {
	path := place(t)
	f := Open(path)
	if err := Open(path).Change(chooseFrench); err != nil {
		t.Fatal(err)
	}
	if got := f.Get().Language; got != "" {
		t.Errorf("before, the language is %q", got)
	}
	f.Reload()
	put(t, path, "{damaged")
	f.Reload()
	if got := f.Get().Language; got != "fr" {
		t.Errorf("the language is %q", got)
	}
}

func TestDefaultPath(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the folder is another one there")
	}
	t.Setenv("XDG_CONFIG_HOME", "/config")
	if got := DefaultPath(); got != "/config/heliotrope/settings.json" {
		t.Errorf("the path is %q", got)
	}
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("HOME", "")
	if got := DefaultPath(); got != "" {
		t.Errorf("without a home the path is %q", got)
	}
}

func TestRecognize(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	own, elsewhere := DefaultPath(), t.TempDir()
	if err := os.MkdirAll(filepath.Dir(own), 0o700); err != nil {
		t.Fatal(err)
	}
	for content, want := range map[string]bool{
		`{"language": "fr"}`: true, `{"textSize":1,"secondFolders":{"/a":"/b"}}`: true,
		`{}`: false, ``: false, `[]`: false, `{"language": "fr", "editor.fontSize": 12}`: false, `notes`: false,
	} {
		path := filepath.Join(elsewhere, "copy.json")
		put(t, path, content)
		if got := Recognize(path); got != want {
			t.Errorf("%s is recognized: %v", content, got)
		}
	}
	for path, want := range map[string]bool{
		own: true, own + ".damaged-20261123-070000.000000000": true, own + ".bak": false,
		filepath.Join(elsewhere, "settings.json"): false, elsewhere: false,
	} {
		if got := Recognize(path); got != want {
			t.Errorf("%s is recognized: %v", path, got)
		}
	}
}
