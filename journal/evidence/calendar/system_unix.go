//go:build unix

package calendar

import (
	"io/fs"
	"syscall"
)

// doNotWait makes opening a pipe not wait for somebody to write to it.
const doNotWait = syscall.O_NONBLOCK

// inode returns what tells a file from another one that takes its place.
func inode(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ino
	}
	return 0
}
