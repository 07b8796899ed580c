//go:build unix

package backup

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// Disk returns the folder at which the disk that contains folder is mounted. It
// is "" for the disk of the root, and where that is not known.
func Disk(folder string) string {
	folder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return ""
	}
	number, ok := device(folder)
	if !ok {
		return ""
	}
	for {
		parent := filepath.Dir(folder)
		if parent == folder {
			return ""
		}
		if other, ok := device(parent); !ok || other != number {
			return folder
		}
		folder = parent
	}
}

// Mounted reports whether a disk is mounted at a folder that Disk returned. For
// "" it is.
func Mounted(disk string) bool {
	if disk == "" {
		return true
	}
	number, ok := device(disk)
	other, okParent := device(filepath.Dir(disk))
	return ok && (!okParent || number != other)
}

// device returns the number of the disk that a folder is on.
func device(folder string) (number string, ok bool) {
	info, err := os.Stat(folder)
	if err != nil {
		return "", false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return "", false
	}
	return fmt.Sprint(stat.Dev), true
}
