package console

import (
	"os"

	"golang.org/x/sys/windows"
)

var (
	kernel        = windows.NewLazySystemDLL("kernel32.dll")
	attachConsole = kernel.NewProc("AttachConsole")
	freeConsole   = kernel.NewProc("FreeConsole")
)

// attachParent is ATTACH_PARENT_PROCESS.
const attachParent = ^uint32(0)

// stream is one of the three standard streams.
type stream struct {
	id      uint32
	file    **os.File
	console string // the device to open
	joined  bool   // is a file that this package opened
}

var streams = []*stream{
	{id: windows.STD_INPUT_HANDLE, file: &os.Stdin, console: "CONIN$"},
	{id: windows.STD_OUTPUT_HANDLE, file: &os.Stdout, console: "CONOUT$"},
	{id: windows.STD_ERROR_HANDLE, file: &os.Stderr, console: "CONOUT$"},
}

// attached is set while the program has the console of its parent.
var attached bool

func join() {
	// Attaching replaces the standard handles, also redirected ones.
	var given [3]windows.Handle
	for i, s := range streams {
		given[i], _ = windows.GetStdHandle(s.id)
	}
	ok, _, _ := attachConsole.Call(uintptr(attachParent))
	attached = ok != 0 // not for a program built for a console, which has one
	for i, s := range streams {
		if redirected(given[i]) {
			_ = windows.SetStdHandle(s.id, given[i])
			continue
		}
		name := os.DevNull
		if attached {
			name = s.console
		}
		s.open(name)
	}
}

func leave() {
	if !attached {
		return
	}
	attached = false
	_, _, _ = freeConsole.Call()
	for _, s := range streams {
		if s.joined {
			s.open(os.DevNull)
		}
	}
}

func missing() bool { return !attached && streams[2].joined }

// redirected reports whether a standard handle leads somewhere: to a file, a
// pipe, a device, or a console that was handed over with it.
func redirected(h windows.Handle) bool {
	if h == 0 || h == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(h)
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

// open makes a device the stream. Where it cannot be opened, the stream stays.
func (s *stream) open(name string) {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return
	}
	if s.joined {
		_ = (*s.file).Close()
	}
	*s.file, s.joined = f, true
	_ = windows.SetStdHandle(s.id, windows.Handle(f.Fd()))
}
