//go:build darwin || windows

package main

import (
	"errors"

	"golang.design/x/clipboard"
)

// copyPicture puts a picture, as PNG, into the clipboard of the system.
func copyPicture(png []byte) error {
	if err := clipboard.Init(); err != nil {
		return err
	}
	if clipboard.Write(clipboard.FmtImage, png) == nil {
		return errors.New("the clipboard does not take the picture")
	}
	return nil
}
