package autostart

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// place gives the test a folder of settings, and returns the path of the entry.
func place(t *testing.T) string {
	t.Helper()
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("nothing waits there")
	}
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(t.TempDir(), "config"))
	path, err := Path()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

const journal = "/home/me/journal.db"

func TestEnable(t *testing.T) {
	path := place(t)
	if Enabled() {
		t.Error("it is there before")
	}
	if err := Disable(); err != nil {
		t.Error(err)
	}
	if err := enable("/opt/h/libexec/heliotrope-reminder", journal); err != nil {
		t.Fatal(err)
	}
	got := contentOf(t, path)
	for _, line := range []string{"[Desktop Entry]", "Type=Application", `Exec="/opt/h/libexec/heliotrope-reminder" --journal "/home/me/journal.db"`, "TryExec=/opt/h/libexec/heliotrope-reminder"} {
		if !strings.Contains("\n"+got, "\n"+line+"\n") {
			t.Errorf("the entry lacks %s: %s", line, got)
		}
	}
	if !Enabled() {
		t.Error("it is not there")
	}
	if validate, err := exec.LookPath("desktop-file-validate"); err == nil {
		if out, err := exec.Command(validate, path).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%v: %s", err, out)
		}
	}
	if err := enable("/usr/libexec/heliotrope-reminder", journal); err != nil { // it was moved
		t.Fatal(err)
	}
	if got := contentOf(t, path); strings.Contains(got, "/opt") {
		t.Errorf("after a move it is %s", got)
	}
	if err := Disable(); err != nil || Enabled() {
		t.Errorf("removed with %v", err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

// TestSwitchedOff: what the user switched off in the settings of the desktop stays so.
func TestSwitchedOff(t *testing.T) {
	long := "X-Note=" + strings.Repeat("a", bufio.MaxScanTokenSize) + "\nHidden=true"
	for _, line := range []string{"Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true", long} {
		path := place(t)
		if err := enable("/a/heliotrope-reminder", journal); err != nil {
			t.Fatal(err)
		}
		content := contentOf(t, path) + line + "\n"
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := enable("/b/heliotrope-reminder", journal); !errors.Is(err, ErrHidden) {
			t.Errorf("%s: %v", line, err)
		}
		if Enabled() || contentOf(t, path) != content {
			t.Errorf("%s: it is on again: %s", line, contentOf(t, path))
		}
	}
}

// TestQuoted: whatever a path contains, it is one argument, as the specification reads
// it: first the escapes of a value, then the quotes and what they escape.
func TestQuoted(t *testing.T) {
	for _, arg := range []string{"/a b/c", `/a"b`, "/a`b", "/a$HOME", `/a\b`, "/100%f", "/a\nb\tc", "/é’☂", "/a;b&c|d>e*?#(~)'"} {
		value := strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t", `\r`, "\r", `\s`, " ").Replace(quoted(arg))
		inner, ok := strings.CutPrefix(strings.TrimSuffix(value, `"`), `"`)
		if !ok {
			t.Errorf("%q is %s", arg, value)
		}
		var got strings.Builder
		for i := 0; i < len(inner); i++ {
			switch c := inner[i]; {
			case c == '\\', c == '%' && i+1 < len(inner) && inner[i+1] == '%':
				i++
				got.WriteByte(inner[i])
			case strings.IndexByte("\"`$%", c) >= 0:
				t.Errorf("%q has an open %c in %s", arg, c, value)
			default:
				got.WriteByte(c)
			}
		}
		if got.String() != arg {
			t.Errorf("%q is read as %q", arg, got.String())
		}
	}
}

func TestProgram(t *testing.T) {
	if _, err := Program(); !errors.Is(err, ErrTemporary) {
		t.Errorf("of a program by go test: %v", err)
	}
	top := t.TempDir()
	self := filepath.Join(top, "bin", "heliotrope")
	put := func(path string, mode os.FileMode) string {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, mode); err != nil {
			t.Fatal(err)
		}
		real, err := filepath.EvalSymlinks(path)
		if err != nil {
			t.Fatal(err)
		}
		return real
	}
	put(self, 0o700)
	if _, err := programOf(self); !errors.Is(err, ErrMissing) {
		t.Errorf("without the waiting program: %v", err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	put(filepath.Join(top, "libexec", programName), 0o600)
	if _, err := programOf(self); !errors.Is(err, ErrMissing) {
		t.Errorf("with one that cannot be run: %v", err)
	}
	other := filepath.Join(top, "libexec")
	if err := os.RemoveAll(other); err != nil {
		t.Fatal(err)
	}
	want := put(filepath.Join(top, "libexec", programName), 0o700)
	link := filepath.Join(t.TempDir(), "heliotrope")
	if err := os.Symlink(self, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{self, link} {
		if got, err := programOf(path); err != nil || got != want {
			t.Errorf("of %s it is %s (%v)", path, got, err)
		}
	}
	want = put(filepath.Join(top, "bin", programName), 0o700)
	if got, err := programOf(self); err != nil || got != want {
		t.Errorf("next to it is %s (%v)", got, err)
	}
}

// TestRefresh: an entry that is not there, is of another journal, or was switched off,
// stays as it is. One for this journal would name this program, which go test built.
func TestRefresh(t *testing.T) {
	path := place(t)
	if err := Refresh(journal); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is there: %v", err)
	}
	if err := enable("/a/heliotrope-reminder", journal); err != nil {
		t.Fatal(err)
	}
	if err := Refresh("/home/me/journal"); err != nil {
		t.Errorf("for another journal: %v", err)
	}
	if err := Refresh(journal); !errors.Is(err, ErrTemporary) {
		t.Errorf("for this journal: %v", err)
	}
	if err := os.WriteFile(path, []byte(contentOf(t, path)+"Hidden=true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Refresh(journal); err != nil {
		t.Errorf("switched off: %v", err)
	}
}

func TestNoHome(t *testing.T) {
	place(t)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("HOME", "")
	if err := enable("/a/heliotrope-reminder", journal); !errors.Is(err, ErrNoHome) {
		t.Errorf("without a home: %v", err)
	}
	if err := Disable(); err != nil || Enabled() {
		t.Errorf("without a home: %v", err)
	}
}
