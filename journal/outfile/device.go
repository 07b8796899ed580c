package outfile

import (
	"slices"
	"strings"
)

// devices are the names that Windows gives to devices in every folder, with any
// ending.
var devices = []string{
	"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
	"COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
	"LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
}

// isDevice reports whether Windows, up to version 10, takes path for a device, to
// which a file would be lost: nul.pdf is one. Not so NUL itself, which is the null
// device for whoever asks for it.
func isDevice(path string) bool {
	name := strings.ToUpper(path[strings.LastIndexAny(path, `/\:`)+1:])
	if name == "NUL" {
		return false
	}
	name, _, _ = strings.Cut(name, ".")
	return slices.Contains(devices, strings.TrimRight(name, " "))
}
