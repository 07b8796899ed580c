//go:build !ci

package main

import (
	"errors"

	"golang.design/x/clipboard"
)

// errClipboard is returned where the system's clipboard cannot be reached, as
// on a Wayland desktop without X.
var errClipboard = errors.New("the clipboard cannot be reached")

// copyPicture puts a picture, as PNG, into the clipboard of the system. On X
// it stays there until something else is copied or the program ends.
func copyPicture(png []byte) error {
	if err := clipboard.Init(); err != nil {
		return errors.Join(errClipboard, err)
	}
	if clipboard.Write(clipboard.FmtImage, png) == nil {
		return errClipboard
	}
	return nil
}
