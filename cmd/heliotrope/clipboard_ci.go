//go:build ci

package main

// copyPicture is nil where the window is built without the libraries of a
// screen, as on a server that runs the tests.
var copyPicture func(png []byte) error
