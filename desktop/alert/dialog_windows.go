package alert

import (
	"time"

	"golang.org/x/sys/windows"
)

// dialog shows m in the message box of the system, in front of other windows, until
// the user closes it.
func dialog(m Message, _ time.Duration) end {
	text, err := windows.UTF16PtrFromString(m.Text)
	if err != nil {
		return failed
	}
	title, err := windows.UTF16PtrFromString(m.Title)
	if err != nil {
		return failed
	}
	if _, err := windows.MessageBox(0, text, title, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND); err != nil {
		return failed
	}
	return closed
}
