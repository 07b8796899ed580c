package console

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/windows"
)

// resultFile names, in a child, the file for what it found.
const resultFile = "HELIOTROPE_CONSOLE_TEST"

// TestMain is also the child: a program that starts without a console.
func TestMain(m *testing.M) {
	path := os.Getenv(resultFile)
	if path == "" {
		os.Exit(m.Run())
	}
	Join()
	_, errOut := fmt.Fprintln(os.Stdout, "out")
	_, errErr := fmt.Fprintln(os.Stderr, "err")
	result := fmt.Sprint(errors.Join(errOut, errErr))
	Leave()
	_, errOut = fmt.Fprintln(os.Stdout, "later")
	result += "\n" + fmt.Sprint(errOut)
	if err := os.WriteFile(path, []byte(result), 0o600); err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// TestJoinWithoutHandles starts a child that is given no stream at all, as a desktop
// and a shell start a program for windows: it can write all the same.
func TestJoinWithoutHandles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "result")
	t.Setenv(resultFile, path)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	line, err := windows.UTF16PtrFromString(`"` + self + `"`)
	if err != nil {
		t.Fatal(err)
	}
	var child windows.ProcessInformation
	if err := windows.CreateProcess(nil, line, nil, nil, false, windows.DETACHED_PROCESS, nil, nil, new(windows.StartupInfo), &child); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = errors.Join(windows.CloseHandle(child.Process), windows.CloseHandle(child.Thread)) }()
	if _, err := windows.WaitForSingleObject(child.Process, windows.INFINITE); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != "<nil>\n<nil>" {
		t.Errorf("the child wrote with %s (%v)", got, err)
	}
}

// TestJoinRedirected requires that what a shell redirected stays so.
func TestJoinRedirected(t *testing.T) {
	path := filepath.Join(t.TempDir(), "result")
	t.Setenv(resultFile, path)
	var out, errs strings.Builder // through pipes
	c := exec.Command(os.Args[0])
	c.Stdout, c.Stderr = &out, &errs
	c.SysProcAttr = &windows.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS}
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	if out.String() != "out\nlater\n" || errs.String() != "err\n" {
		t.Errorf("on the pipes came %q and %q", out.String(), errs.String())
	}
}
