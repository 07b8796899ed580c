//go:build race

package ui

// raceDetector slows everything down, so that times say nothing.
const raceDetector = true
