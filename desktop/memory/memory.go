// Package memory gives back to the system what a program needs no more. Nothing that
// still holds anything is touched.
package memory

import "runtime/debug"

// GiveBack gives back garbage, which Go otherwise returns over minutes, and only what
// lies in one piece, and on Linux the pages of code, see [code]: the program's, and those
// of the driver of the screen, which compiles its shaders once. It takes some tens of
// milliseconds, in which other goroutines go on.
func GiveBack() {
	debug.FreeOSMemory()
	code()
}
