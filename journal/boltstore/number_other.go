//go:build !unix

package boltstore

import "io/fs"

// fileNumber returns "": it is not known here.
func fileNumber(fs.FileInfo) string { return "" }
