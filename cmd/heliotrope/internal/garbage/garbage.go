// Package garbage says when garbage is collected. While the packages of a program are
// initialized it is not: they make little, most of which stays. Looking for the rest
// takes a fifth of the time that the program takes to begin.
package garbage

import "runtime/debug"

// usual is the percentage of growth after which garbage is collected otherwise.
var usual = debug.SetGCPercent(-1)

// Often has garbage collected as in other programs.
func Often() { debug.SetGCPercent(usual) }

// Beyond has garbage collected only once the program takes so many bytes.
func Beyond(bytes int64) {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(bytes)
}
