//go:build !unix

package boltstore

import "io/fs"

// fileNumber returns 0: it is not known here.
func fileNumber(fs.FileInfo) uint64 { return 0 }
