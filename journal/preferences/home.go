package preferences

import (
	"os"
	"path/filepath"
	"runtime"
)

// DefaultPath returns the path of the user's file: settings.json in the folder
// of the program below [os.UserConfigDir], where XDG_CONFIG_HOME counts if it is
// absolute. It is "" where that would be below a home folder that [HasHome]
// denies.
func DefaultPath() string {
	if !HasHome() && !filepath.IsAbs(os.Getenv("XDG_CONFIG_HOME")) {
		return ""
	}
	folder, err := os.UserConfigDir()
	if err != nil { // XDG_CONFIG_HOME is relative
		home, _ := os.UserHomeDir() // there is one
		folder = filepath.Join(home, ".config")
	}
	name := "heliotrope"
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		name = "Heliotrope"
	}
	return filepath.Join(folder, name, fileName)
}

// HasHome reports whether the system names a home folder in which the user would
// find something again: one that is there, is a folder, and is not the root. It
// looks at the disk.
func HasHome() bool {
	home, err := os.UserHomeDir()
	if err != nil || !filepath.IsAbs(home) || filepath.Dir(filepath.Clean(home)) == filepath.Clean(home) {
		return false
	}
	info, err := os.Stat(home)
	return err == nil && info.IsDir()
}
