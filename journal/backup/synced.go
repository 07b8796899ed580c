package backup

import (
	"os"
	"path/filepath"
	"strings"
)

// markers are files that a program leaves in the folders it synchronizes.
var markers = []struct{ file, program string }{
	{".dropbox", "Dropbox"},
	{".dropbox.cache", "Dropbox"},
	{".stfolder", "Syncthing"},
	{".tmp.drivedownload", "Google Drive"},
	{".tmp.driveupload", "Google Drive"},
	{".nextcloudsync.log", "Nextcloud"},
	{".owncloudsync.log", "ownCloud"},
}

// folders are names of synchronized folders: the name itself, or with what
// follows behind one of the ends, such as "OneDrive - Example Ltd".
var folders = []struct{ name, program string }{
	{"Dropbox", "Dropbox"},
	{"OneDrive", "OneDrive"},
	{"Google Drive", "Google Drive"},
	{"GoogleDrive", "Google Drive"},
	{"Mobile Documents", "iCloud Drive"},
	{"com~apple~CloudDocs", "iCloud Drive"},
	{"iCloudDrive", "iCloud Drive"},
	{"iCloud Drive", "iCloud Drive"},
	{"Nextcloud", "Nextcloud"},
}

// Network is the name that [SyncedFolder] gives to a folder of another machine.
const Network = "network"

// SyncedFolder reports whether the file at path is in a folder that a program
// synchronizes with other machines, and which, or on a network file system:
// then it returns [Network]. A journal there may be replaced while it is open,
// which is noticed, and copies that differ may appear, see [ConflictedCopies].
func SyncedFolder(path string) (name string, ok bool) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", false
	}
	folder := filepath.Dir(path)
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	if name, ok := syncedBy(folder, func(name string) bool {
		_, err := os.Lstat(name)
		return err == nil
	}); ok {
		return name, true
	}
	if onNetwork(folder) {
		return Network, true
	}
	return "", false
}

// syncedBy looks at folder and those that it is in.
func syncedBy(folder string, exists func(path string) bool) (program string, ok bool) {
	for {
		base := filepath.Base(folder)
		for _, f := range folders {
			rest, ok := strings.CutPrefix(base, f.name)
			if ok && (rest == "" || strings.HasPrefix(rest, " (") || strings.HasPrefix(rest, " - ") || strings.HasPrefix(rest, "-")) {
				return f.program, true
			}
		}
		for _, m := range markers {
			if exists(filepath.Join(folder, m.file)) && !isHome(folder, m.file) {
				return m.program, true
			}
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return "", false
		}
		folder = parent
	}
}

// isHome reports whether a marker means nothing there: Dropbox has its own
// files in ~/.dropbox.
func isHome(folder, marker string) bool {
	home, err := os.UserHomeDir()
	return err == nil && marker == ".dropbox" && filepath.Clean(home) == folder
}
