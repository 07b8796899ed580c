package boltstore

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// What the system reports where a file cannot be written, on Windows.
var (
	diskFaults = []error{
		windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_WRITE_FAULT, windows.ERROR_READ_FAULT,
		windows.ERROR_GEN_FAILURE, windows.ERROR_SECTOR_NOT_FOUND,
	}
	readOnlyDisk = windows.ERROR_WRITE_PROTECT
	systemCodes  = []syscall.Errno{
		windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED, windows.ERROR_FILE_TOO_LARGE,
		windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_WRITE_FAULT, windows.ERROR_READ_FAULT, windows.ERROR_GEN_FAILURE,
		windows.ERROR_SECTOR_NOT_FOUND, windows.ERROR_WRITE_PROTECT, windows.ERROR_ACCESS_DENIED, windows.ERROR_NOT_READY,
		windows.ERROR_DEVICE_NOT_CONNECTED, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_NETNAME_DELETED, windows.ERROR_UNEXP_NET_ERR,
		windows.ERROR_SEM_TIMEOUT, windows.ERROR_NOT_ENOUGH_MEMORY, windows.ERROR_COMMITMENT_LIMIT, windows.ERROR_INVALID_PARAMETER,
		windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE, windows.ERROR_INVALID_HANDLE,
	}
)
