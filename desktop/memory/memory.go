// Package memory has a program start fast, and then gives back to the system what it
// needs no more. Nothing that still holds anything is touched.
package memory

import "runtime/debug"

// startPercent is by how much the heap may grow during the start until garbage is
// collected, see [debug.SetGCPercent].
const startPercent = 400

// Start has garbage collected less often until over is called, once the start is over:
// most of what that makes lives on. Over gives back garbage, which Go otherwise returns
// over minutes, and only what lies in one piece, and on Linux the pages of code: those
// of the program, and of the driver of the screen, which compiles its shaders once. It
// takes some tens of milliseconds, in which other goroutines go on.
func Start() (over func()) {
	usual := debug.SetGCPercent(startPercent)
	return func() {
		debug.SetGCPercent(usual)
		useSmallPages()
		debug.FreeOSMemory()
		dropCode()
	}
}
