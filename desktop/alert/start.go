package alert

import (
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/term"
)

// ByClick reports whether a click started the program, so that nobody sees its
// standard error: the desktop has left a sign of that, or the program was started in
// a desktop's session by neither a terminal nor a script. On Windows it always
// returns false: there the console of the program shows it.
func ByClick() bool {
	if runtime.GOOS == "windows" {
		return false
	}
	return start{
		env:      os.Getenv,
		pid:      os.Getpid(),
		terminal: hasTerminal() || term.IsTerminal(int(os.Stderr.Fd())) && !onConsole(os.Stderr),
		piped:    isPipe(os.Stdin) || isPipe(os.Stdout) || isPipe(os.Stderr),
		graphic:  runtime.GOOS == "darwin",
	}.byClick()
}

// start is how the program was started.
type start struct {
	env      func(string) string
	pid      int
	terminal bool // standard error leads to a terminal, or the program was started in one
	piped    bool // a standard stream leads to or comes from another program
	graphic  bool // every session of the system has a screen
}

func (s start) byClick() bool {
	switch {
	case s.terminal:
		return false
	case s.launched():
		return true
	case s.piped, s.has("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"):
		return false // a script, a job of cron, or a command for another computer
	default:
		return s.graphic || s.has("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION")
	}
}

// launched reports whether a desktop has left its sign for this program. Some
// signs are inherited, as by what an editor runs; one says for which process it is.
func (s start) launched() bool {
	if s.has("GIO_LAUNCHED_DESKTOP_FILE") {
		pid := s.env("GIO_LAUNCHED_DESKTOP_FILE_PID")
		return pid == "" || pid == strconv.Itoa(s.pid)
	}
	return s.has("DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN")
}

// has reports whether one of the variables is set.
func (s start) has(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return s.env(name) != "" })
}

// hasTerminal reports whether the program was started in a terminal, wherever
// its streams lead.
func hasTerminal() bool {
	f, err := os.Open("/dev/tty")
	if err != nil {
		return false
	}
	_ = f.Close()
	return true
}

// onConsole reports whether f leads to a console of Linux, which is behind the
// screen of a session that was started on it.
func onConsole(f *os.File) bool {
	name, err := os.Readlink("/proc/self/fd/" + strconv.Itoa(int(f.Fd())))
	number, ok := strings.CutPrefix(name, "/dev/tty")
	return err == nil && ok && number != "" && strings.Trim(number, "0123456789") == ""
}

func isPipe(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeNamedPipe != 0
}
