//go:build !windows

package console

func join() {}

func leave() {}

func missing() bool { return false }
