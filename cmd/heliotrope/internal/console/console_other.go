//go:build !windows

package console

func join() {}

func leave() {}
