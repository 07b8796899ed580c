//go:build unix

package boltstore

import (
	"fmt"
	"io/fs"
	"syscall"
)

// fileNumber returns the number of a file on its disk, "" if it is not known.
func fileNumber(info fs.FileInfo) string {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return fmt.Sprint(stat.Ino)
	}
	return ""
}
