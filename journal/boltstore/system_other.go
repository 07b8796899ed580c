//go:build !windows

package boltstore

import "syscall"

// What the system reports where a file cannot be written.
var (
	diskFaults   = []error{syscall.EIO}
	readOnlyDisk = syscall.EROFS
	systemCodes  = []syscall.Errno{
		syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EIO, syscall.EROFS, syscall.EPERM, syscall.EACCES, syscall.ESTALE,
		syscall.ENODEV, syscall.ENXIO, syscall.ETIMEDOUT, syscall.ENOMEM, syscall.EINVAL, syscall.EBUSY, syscall.ENOTCONN, syscall.EBADF,
	}
)
