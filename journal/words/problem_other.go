//go:build !windows

package words

// systemErrors is empty: the sentinels are the errors of such a system.
var systemErrors map[string][]error
