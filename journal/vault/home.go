package vault

import (
	"os"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

// DefaultPath returns where the journal is if the user names no other place:
// journal.db in the program's folder below the user's data folder.
//
// The error is [journal.ErrNoHome] where the data folder would be below a home
// folder that the system does not name, or that is not there, is no folder, or is
// the root: there nobody would find a journal again. It looks at the disk.
func DefaultPath() (string, error) {
	name := "heliotrope"
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		name = "Heliotrope"
	}
	if runtime.GOOS == "windows" || filepath.IsAbs(os.Getenv("XDG_DATA_HOME")) || preferences.HasHome() {
		return filepath.Join(xdg.DataHome, name, "journal.db"), nil
	}
	return "", journal.ErrNoHome
}
