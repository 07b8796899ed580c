//go:build unix

package boltstore

import (
	"io/fs"
	"syscall"
)

// fileNumber returns the number of a file on its disk, 0 if it is not known.
func fileNumber(info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Ino)
	}
	return 0
}
