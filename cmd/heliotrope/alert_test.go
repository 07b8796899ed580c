//go:build linux

package main

import (
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"heliotrope/desktop/handover"
	"heliotrope/e2e/screen"
	"heliotrope/journal"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/words"
	"heliotrope/ui"
)

// Who starts the program by a click sees in a dialog why no window comes, and
// its standard error has it too.
func (d *desktop) testAlerts(t *testing.T) {
	dark := screen.Serve(t, "-extension", "GLX")
	broken := startBrokenScreen(t)
	nowhere := filepath.Join(t.TempDir(), "home")
	const noDisplay, noOpenGL = "there is no display", "support OpenGL"
	for _, test := range []struct {
		name    string
		env     []string
		prepare func(*testing.T, screen.Home)
		want    []string // in the dialog
	}{
		{"no display", []string{"DESKTOP_SESSION=xfce"}, nil, []string{noDisplay, "Your journal was not changed.", "Log out"}},
		{"no display, by an entry", []string{"GIO_LAUNCHED_DESKTOP_FILE=/x.desktop"}, nil, []string{noDisplay}},
		{"a display out of reach", []string{"DISPLAY=:987"}, nil, []string{noDisplay}},
		{"a display that ends at once", []string{"DISPLAY=" + broken}, nil, []string{noDisplay}},
		{"Wayland out of reach", []string{"WAYLAND_DISPLAY=wayland-7"}, nil, []string{noDisplay}},
		{"no OpenGL", []string{"DISPLAY=" + dark}, nil, []string{noOpenGL, "Your journal was not changed.", "graphics driver"}},
		{"no OpenGL and a damaged journal", []string{"DISPLAY=" + dark}, damaged, []string{"is damaged", noOpenGL, "left as it is", "graphics driver"}},
		{"no display and a damaged journal", []string{"DESKTOP_SESSION=xfce"}, damaged, []string{"is damaged", noDisplay}},
		{"no OpenGL and a journal in use", []string{"DISPLAY=" + dark}, locked, []string{"already open", "Nothing was changed."}},
		{"no OpenGL and a folder for a journal", []string{"DISPLAY=" + dark}, folder, []string{"isn’t a regular file", "Nothing was changed."}},
		{"no OpenGL and no home", []string{"DISPLAY=" + dark, "HOME=" + nowhere, "XDG_DATA_HOME=", "XDG_CONFIG_HOME="}, nil, []string{"Your home folder", "Log out"}},
		{"no OpenGL and no runtime folder", []string{"DISPLAY=" + dark, "XDG_RUNTIME_DIR="}, nil, []string{noOpenGL}},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := screen.NewHome(t)
			if said, err := d.Command(h, "import", sampleFile).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, said)
			}
			if test.prepare != nil {
				test.prepare(t, h)
			}
			check := remains(t, h.In("data"))
			shown, errs := d.click(t, h, test.env...)
			for _, want := range test.want {
				if !strings.Contains(shown, want) {
					t.Errorf("the dialog shows %q, want %q", shown, want)
				}
			}
			if shellWords.MatchString(shown) {
				t.Errorf("the dialog shows what is for a shell: %q", shown)
			}
			if errs == "" || strings.Contains(errs, "goroutine") || strings.Contains(errs, ".go:") {
				t.Errorf("standard error has %q", errs)
			}
			check()
		})
	}
	if _, err := os.Lstat(nowhere); err == nil {
		t.Error("a home folder was made")
	}
}

// shellWords is what only somebody in a shell can do something with.
var shellWords = regexp.MustCompile(`heliotrope |--|\b[A-Z]+_[A-Z]+\b|\bHOME\b`)

func damaged(t *testing.T, h screen.Home) {
	t.Helper()
	content := []byte(readFile(t, h.Journal()))
	clear(content[len(content)/4:])
	if err := os.WriteFile(h.Journal(), content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// locked has another program open the journal, which answers nobody.
func locked(t *testing.T, h screen.Home) {
	t.Helper()
	store, err := boltstore.Open(h.Journal())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
}

func folder(t *testing.T, h screen.Home) {
	t.Helper()
	if err := errors.Join(os.Remove(h.Journal()), os.Mkdir(h.Journal(), 0o700)); err != nil {
		t.Fatal(err)
	}
}

// startBrokenScreen starts a server that hangs up on everybody, and returns its
// name.
func startBrokenScreen(t *testing.T) string {
	t.Helper()
	server, err := net.Listen("unix", "@/tmp/.X11-unix/X988")
	if err != nil {
		t.Skip("the display :988 is taken: ", err)
	}
	t.Cleanup(func() { _ = server.Close() })
	go func() {
		for {
			conn, err := server.Accept()
			if err != nil {
				return
			}
			_ = conn.Close()
		}
	}()
	return ":988"
}

// click starts the program as a file manager does, with more in its
// environment, and returns what its dialog shows, "" if there is none, and its
// standard error. It must fail.
func (d *desktop) click(t *testing.T, h screen.Home, env ...string) (shown, errs string) {
	t.Helper()
	programs, record := t.TempDir(), h.In("dialog")
	script := "#!/bin/sh\nfor arg; do case $arg in --text=*) printf %s \"${arg#--text=}\" > '" + record + "';; esac; done\n"
	if err := os.WriteFile(filepath.Join(programs, "zenity"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(d.Binary, "--today", today)
	c.Env = append(append(h.Environ(), "PATH="+programs), env...)
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // no terminal
	log, err := os.Create(h.In("log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	c.Stdout, c.Stderr = log, log
	if code, _ := screen.Start(t, c).Exit(); code != exitFailed {
		t.Errorf("exit %d, want %d", code, exitFailed)
	}
	if text, err := os.ReadFile(record); err == nil {
		shown = string(text)
	}
	return shown, readFile(t, log.Name())
}

// What a dialog shows fits a window, in both languages.
func TestAlertWords(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		for _, err := range []error{
			ui.ErrNoDisplay, ui.ErrNoOpenGL, journal.ErrNoHome, journal.ErrInUse, journal.ErrNewerFormat, journal.ErrSlow,
			hiddenError{journal.ErrDamaged, ui.ErrNoOpenGL}, hiddenError{journal.ErrMissing, ui.ErrNoDisplay}, ui.ErrUnsaved, handover.ErrUnanswered,
		} {
			p := alertOf(w, err)
			if p.What == "" || shellWords.MatchString(p.String()) {
				t.Errorf("%s, %v: %q", lang, err, p)
			}
			if noScreen(err) && (p.Safe == "" || p.Do == "") {
				t.Errorf("%s, %v: %+v lacks what is safe or what to do", lang, err, p)
			}
		}
	}
}
