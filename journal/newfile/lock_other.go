//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package newfile

import "errors"

func share(string) (unlock func()) { return func() {} }

func claim(string) (unlock func(), err error) { return func() {}, errors.ErrUnsupported }
