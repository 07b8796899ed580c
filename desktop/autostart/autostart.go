// Package autostart starts the waiting program, which reminds of the week while
// Heliotrope is closed, when the user logs in, by an entry in the folder that the
// freedesktop.org specification names.
//
// The entry is there only while the reminder is on. It names the file that it starts
// in TryExec too, so that it does nothing once that is uninstalled, and the waiting
// program removes it when it sees that.
package autostart

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"heliotrope/journal/outfile"
	"heliotrope/journal/preferences"
)

// Errors of a system on which nothing can be started when the user logs in.
var (
	// ErrTemporary is returned of a program that was built for one run, by go run: it
	// is gone before the user logs in again.
	ErrTemporary = errors.New("the program was built for one run")

	// ErrMissing is returned where the waiting program is not installed with this one.
	ErrMissing = errors.New("the waiting program is not installed")

	// ErrHidden is returned where the user has switched the entry off in the settings
	// of the desktop.
	ErrHidden = errors.New("the entry is switched off in the settings of the desktop")

	// ErrNoHome is returned where the system names no folder for the entry.
	ErrNoHome = errors.New("no folder for what is started at login")
)

const (
	programName = "heliotrope-reminder" // of the waiting program
	fileName    = "org.heliotrope.Journal.Reminder.desktop"
)

// Path returns the path of the entry, whether it is there or not. The error is
// [ErrNoHome], or [errors.ErrUnsupported] on Windows and macOS, whose own scheduled
// notifications need no program that waits.
func Path() (string, error) {
	switch runtime.GOOS {
	case "windows", "darwin":
		return "", errors.ErrUnsupported
	}
	folder := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(folder) {
		home, err := os.UserHomeDir()
		if err != nil || !preferences.HasHome() {
			return "", ErrNoHome
		}
		folder = filepath.Join(home, ".config")
	}
	return filepath.Join(folder, "autostart", fileName), nil
}

// Program returns the path of the waiting program: next to this one, or in the folder
// libexec next to that of this one.
func Program() (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	return programOf(self)
}

func programOf(self string) (string, error) {
	if real, err := filepath.EvalSymlinks(self); err == nil {
		self = real
	}
	if isTemporary(self) {
		return "", ErrTemporary
	}
	folder := filepath.Dir(self)
	for _, path := range []string{filepath.Join(folder, programName), filepath.Join(filepath.Dir(folder), "libexec", programName)} {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0 {
			return path, nil
		}
	}
	return "", fmt.Errorf("%w with %s", ErrMissing, self)
}

// isTemporary reports whether a program is in the folder in which go run and go test
// build.
func isTemporary(program string) bool {
	for dir := filepath.Dir(program); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if strings.HasPrefix(filepath.Base(dir), "go-build") {
			return true
		}
	}
	return false
}

// Enable has the waiting program start when the user logs in, for the journal at an
// absolute path. The errors are those above, and those of the file system.
func Enable(journal string) error {
	program, err := Program()
	if err != nil {
		return err
	}
	return enable(program, journal)
}

func enable(program, journal string) error {
	path, err := Path()
	if err != nil {
		return err
	}
	before, err := os.ReadFile(path)
	switch content := entry(program, journal); {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case hidden(before):
		return ErrHidden
	case err == nil && bytes.Equal(before, content):
		return nil
	default:
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		return outfile.Write(outfile.Replace, outfile.File{Path: path, Content: content})
	}
}

// Refresh makes an entry for the journal name the program that is installed now, which
// may have been moved, and starts that if none waits yet. Without such an entry it does
// nothing: there was none, it cannot be read, or the user has removed it.
func Refresh(journal string) error {
	path, err := Path()
	if err != nil {
		return err
	}
	content, err := os.ReadFile(path)
	if err != nil || hidden(content) || !bytes.Contains(content, []byte(" --journal "+quoted(journal)+"\n")) {
		return nil
	}
	if err := Enable(journal); err != nil {
		return err
	}
	return Start(journal)
}

// Disable removes the entry, if there is one.
func Disable() error {
	path, err := Path()
	if err == nil {
		err = os.Remove(path)
	}
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errors.ErrUnsupported) || errors.Is(err, ErrNoHome) {
		return nil
	}
	return err
}

// Enabled reports whether the waiting program starts when the user logs in.
func Enabled() bool {
	path, err := Path()
	if err != nil {
		return false
	}
	content, err := os.ReadFile(path)
	return err == nil && !hidden(content)
}

// Start starts the waiting program now, which outlives this one. If one waits for the
// journal already, that goes on, and the new one ends at once.
func Start(journal string) error {
	program, err := Program()
	if err != nil {
		return err
	}
	c := exec.Command(program, "--journal", journal)
	c.Dir = "/" // no folder is in use for its sake
	Detach(c)
	if err := c.Start(); err != nil {
		return err
	}
	go func() { _ = c.Wait() }() // as a parent must
	return nil
}

// entry returns the content of an entry that starts a program for a journal.
func entry(program, journal string) []byte {
	return fmt.Appendf(nil, `[Desktop Entry]
Type=Application
Name=Heliotrope reminder
Name[fr]=Rappel d’Heliotrope
Comment=Waits for the time to remind you to log the week
Comment[fr]=Attend l’heure de vous rappeler de remplir la semaine
Exec=%s --journal %s
TryExec=%s
Icon=org.heliotrope.Journal
Terminal=false
NoDisplay=true
StartupNotify=false
`, quoted(program), quoted(journal), escaped(program))
}

// quoted returns an argument as the key Exec has it: quoted, and then escaped as all
// values are.
func quoted(arg string) string {
	arg = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`", `$`, `\$`, `%`, `%%`).Replace(arg)
	return `"` + escaped(arg) + `"`
}

// escaped returns a text as the value of a key.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(text)
}

// hidden reports whether the user has switched an entry off: the specification has
// Hidden for that, and GNOME has another key.
func hidden(content []byte) bool {
	for line := range strings.Lines(string(content)) {
		key, value, _ := strings.Cut(line, "=")
		switch strings.TrimSpace(key) + "=" + strings.TrimSpace(value) {
		case "Hidden=true", "X-GNOME-Autostart-enabled=false":
			return true
		}
	}
	return false
}
