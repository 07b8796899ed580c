//go:build !windows && !darwin

package alert

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// fakes is a folder in which programs are looked for.
type fakes struct {
	t      *testing.T
	folder string
}

// newFakes makes no other program be found.
func newFakes(t *testing.T) fakes {
	t.Helper()
	f := fakes{t, t.TempDir()}
	t.Setenv("PATH", f.folder)
	t.Setenv("XDG_CURRENT_DESKTOP", "")
	return f
}

// add adds a program that records its arguments and what it reads, and then
// does what a line of shell says.
func (f fakes) add(name, then string) {
	f.t.Helper()
	record := filepath.Join(f.folder, name+".args")
	script := "#!/bin/sh\nprintf '%s\\0' \"$@\" \"esc=$ZENITY_ESC\" > '" + record + ".part'\n" +
		"/bin/cat > '" + record + ".read'\n" +
		"/bin/mv '" + record + ".part' '" + record + "'\n" + then + "\n"
	if err := os.WriteFile(filepath.Join(f.folder, name), []byte(script), 0o700); err != nil {
		f.t.Fatal(err)
	}
}

// args returns the arguments of a program, nil if it was not called.
func (f fakes) args(name string) []string {
	f.t.Helper()
	text, err := os.ReadFile(filepath.Join(f.folder, name+".args"))
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		f.t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\x00"), "\x00")
}

// hostile has all that a program could take for something other than text.
var hostile = Message{Title: "Heliotrope", Text: "--help <b>&amp;\\n /a&b\n\nIsn’t “it” é€?", Close: "Close"}

func TestProgramsReadTextAsText(t *testing.T) {
	f := newFakes(t)
	for _, test := range []struct {
		name string
		args []string
		read string
	}{
		{"zenity", []string{
			"--error", "--no-markup", "--width=420", "--title=Heliotrope",
			"--text=--help <b>&amp;\\\\n /a&b\n\nIsn’t “it” é€?", "--ok-label=Close", "esc=0",
		}, ""},
		{"kdialog", []string{
			"--title=Heliotrope", "--error=<qt>--help &lt;b&gt;&amp;amp;\\\\n /a&amp;b<br><br>Isn’t “it” é€?</qt>", "esc=",
		}, ""},
		{"xmessage", []string{
			"-center", "-title", "Heliotrope", "-buttons", "Close:0", "-default", "Close", "-file", "-", "esc=",
		}, "--help <b>&amp;\\n /a&b\n\nIsn't \"it\" \xe9??"},
	} {
		f.add(test.name, "exit 0")
		if ended := dialog(hostile, time.Hour); ended != closed {
			t.Errorf("%s: the dialog ended as %v", test.name, ended)
		}
		if got := f.args(test.name); !reflect.DeepEqual(got, test.args) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.args)
		}
		read, err := os.ReadFile(filepath.Join(f.folder, test.name+".args.read"))
		if err != nil || string(read) != test.read {
			t.Errorf("%s: read %q, want %q (%v)", test.name, read, test.read, err)
		}
		f.add(test.name, "exit 1") // for the next one to be tried
	}
}

// A desktop's own program comes first, and one that cannot show anything is
// followed by another.
func TestOrderOfPrograms(t *testing.T) {
	for _, test := range []struct {
		desktop string
		broken  []string
		called  []string
	}{
		{"", nil, []string{"zenity"}},
		{"ubuntu:GNOME", nil, []string{"zenity"}},
		{"KDE", nil, []string{"kdialog"}},
		{"", []string{"zenity"}, []string{"zenity", "kdialog"}},
		{"KDE", []string{"kdialog", "zenity"}, []string{"zenity", "kdialog", "xmessage"}},
	} {
		f := newFakes(t)
		t.Setenv("XDG_CURRENT_DESKTOP", test.desktop)
		for _, name := range []string{"zenity", "kdialog", "xmessage"} {
			f.add(name, "exit 0")
		}
		for _, name := range test.broken {
			f.add(name, "exit 1")
		}
		if ended := dialog(hostile, time.Hour); ended != closed {
			t.Errorf("%+v: the dialog ended as %v", test, ended)
		}
		var called []string
		for _, name := range []string{"zenity", "kdialog", "xmessage"} {
			if f.args(name) != nil {
				called = append(called, name)
			}
		}
		if !reflect.DeepEqual(called, test.called) {
			t.Errorf("%+v: called %q", test, called)
		}
	}
}

func TestNoProgramIsAFailure(t *testing.T) {
	f := newFakes(t)
	if ended := dialog(hostile, time.Hour); ended != failed {
		t.Errorf("without a program the dialog ended as %v", ended)
	}
	if err := os.WriteFile(filepath.Join(f.folder, "zenity"), []byte("no program"), 0o700); err != nil {
		t.Fatal(err)
	}
	if ended := dialog(hostile, time.Hour); ended != failed {
		t.Errorf("with a damaged program the dialog ended as %v", ended)
	}
}

// A program that hangs does not make this one hang, nor does it lose its
// dialog.
func TestHangingProgram(t *testing.T) {
	f := newFakes(t)
	if err := os.Mkdir(filepath.Join(f.folder, "go"), 0o700); err != nil {
		t.Fatal(err)
	}
	ended := filepath.Join(f.folder, "ended")
	f.add("zenity", "while [ -d '"+f.folder+"/go' ]; do /bin/sleep 0.01; done; : > '"+ended+"'")
	if got := dialog(hostile, time.Millisecond); got != open {
		t.Errorf("the dialog ended as %v", got)
	}
	if err := os.Remove(filepath.Join(f.folder, "go")); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if _, err := os.Stat(ended); err == nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("the program was ended")
		}
	}
}

func TestLinesAreBroken(t *testing.T) {
	const word = "abcdefghi"
	got := broken(strings.TrimSpace(strings.Repeat(word+" ", 10)) + "\n\nx\u00a0: y")
	want := strings.TrimSpace(strings.Repeat(word+" ", 7)) + "\n" + word + " " + word + " " + word + "\n\nx\u00a0: y"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
