//go:build !windows

package newfile

func whenFree(do func() error) error { return do() }
