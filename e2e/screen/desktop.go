//go:build linux

package screen

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
)

// Today is a Monday, in week 48 of 2026.
const Today = "2026-11-23"

// Desktop is a screen with a window manager, and a program to show there.
type Desktop struct {
	Binary  string
	Args    []string // before all others, when a window is to come
	Display string
}

// Build builds the program as users get it, but for flags of go build, and
// returns the path of its file.
func Build(t testing.TB, flags ...string) (binary string) {
	t.Helper()
	Need(t, "go")
	binary = filepath.Join(t.TempDir(), "heliotrope")
	args := append([]string{"build", "-buildvcs=false", "-o", binary}, flags...)
	if said, err := exec.Command("go", append(args, "heliotrope/cmd/heliotrope")...).CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, said)
	}
	return binary
}

// New starts a screen with a window manager for the program in a file.
func New(t testing.TB, binary string) *Desktop {
	t.Helper()
	Need(t, "Xvfb", "openbox", "xdotool", "wmctrl")
	d := &Desktop{Binary: binary, Display: Serve(t)}
	c := exec.Command("openbox", "--sm-disable")
	c.Env = append(NewHome(t).Environ(), "DISPLAY="+d.Display)
	Start(t, c)
	Eventually(t, "a window manager", func() bool {
		_, err := d.Tool("wmctrl", "-m")
		return err == nil
	})
	if _, err := d.Tool("xdotool", "mousemove", strconv.Itoa(Width), strconv.Itoa(Height)); err != nil { // out of the way
		t.Fatal(err)
	}
	return d
}

// Tool runs one of the programs that drive windows and returns what it says.
func (d *Desktop) Tool(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Env = []string{"PATH=" + os.Getenv("PATH"), "DISPLAY=" + d.Display}
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s %q: %w: %s", name, args, err, errs.String())
	}
	return strings.TrimSpace(string(out)), nil
}

// Command returns a command of the program, to be run where no window is
// needed.
func (d *Desktop) Command(h Home, args ...string) *exec.Cmd {
	c := exec.Command(d.Binary, args...)
	c.Env = h.Environ()
	return c
}

// Import imports an exchange file into the user's journal.
func (d *Desktop) Import(t testing.TB, h Home, file string) {
	t.Helper()
	if said, err := d.Command(h, "import", file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

// Export returns what the program says that the journal holds.
func (d *Desktop) Export(t testing.TB, h Home) journal.Contents {
	t.Helper()
	c := d.Command(h, "export")
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("export: %v: %s", err, errs.String())
	}
	contents, err := exchange.Read(strings.NewReader(string(out)))
	if err != nil {
		t.Fatal(err)
	}
	return contents
}

// Start starts the program on the user's journal, with a window to come, and
// with more in its environment.
func (d *Desktop) Start(t testing.TB, h Home, more ...string) *Process {
	t.Helper()
	c := d.Command(h, append(slices.Clone(d.Args), "--today", Today)...)
	c.Env = append(c.Env, more...)
	if d.Display != "" {
		c.Env = append(c.Env, "DISPLAY="+d.Display)
	}
	return Start(t, c)
}

// Open starts the program and waits until its window is drawn and has the focus.
func (d *Desktop) Open(t testing.TB, h Home, more ...string) *Window {
	t.Helper()
	w := d.Find(t, d.Start(t, h, more...), "^Heliotrope$")
	w.Activate()
	w.HasFocus()
	w.Drawn()
	return w
}

// Find waits until a program shows a window with a title.
func (d *Desktop) Find(t testing.TB, p *Process, title string) *Window {
	t.Helper()
	w := &Window{Process: p, t: t, d: d}
	Eventually(t, "a window", func() bool {
		if p.HasEnded() {
			t.Fatalf("the program ended before it showed a window: %s", p.errs)
		}
		found, err := d.Tool("xdotool", "search", "--all", "--onlyvisible",
			"--pid", strconv.Itoa(p.Pid()), "--name", title)
		w.ID = found
		return err == nil && found != ""
	})
	t.Cleanup(w.keep)
	return w
}
