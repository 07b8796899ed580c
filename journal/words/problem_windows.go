package words

import "golang.org/x/sys/windows"

// systemErrors are the errors of Windows that mean the same as sentinels, by id in
// the catalog.
var systemErrors = map[string][]error{
	"disk-full": {windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL},
	"quota":     {windows.ERROR_DISK_QUOTA_EXCEEDED},
	"too-large": {windows.ERROR_FILE_TOO_LARGE},
	"disk-fault": {
		windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_WRITE_FAULT, windows.ERROR_READ_FAULT, windows.ERROR_GEN_FAILURE,
		windows.ERROR_SECTOR_NOT_FOUND,
	},
	"read-only-disk": {windows.ERROR_WRITE_PROTECT},
	"not-folder":     {windows.ERROR_DIRECTORY},
	"links":          {windows.ERROR_CANT_RESOLVE_FILENAME},
	"long-name":      {windows.ERROR_FILENAME_EXCED_RANGE},
	"too-many-open":  {windows.ERROR_TOO_MANY_OPEN_FILES},
	"busy": {
		windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_BUSY, windows.ERROR_USER_MAPPED_FILE,
	},
	"away": {
		windows.ERROR_NOT_READY, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_DEVICE_NOT_CONNECTED, windows.ERROR_BAD_NET_NAME,
		windows.ERROR_NETNAME_DELETED, windows.ERROR_UNEXP_NET_ERR, windows.ERROR_REM_NOT_LIST, windows.ERROR_NO_NET_OR_BAD_PATH,
		windows.ERROR_NETWORK_UNREACHABLE, windows.ERROR_HOST_UNREACHABLE, windows.ERROR_SEM_TIMEOUT,
	},
	"unread":      {windows.ERROR_BROKEN_PIPE, windows.ERROR_NO_DATA},
	"closed-file": {windows.ERROR_INVALID_HANDLE},
	"refused":     {windows.ERROR_INVALID_NAME, windows.ERROR_BAD_PATHNAME, windows.ERROR_INVALID_PARAMETER},
	"memory":      {windows.ERROR_NOT_ENOUGH_MEMORY, windows.ERROR_OUTOFMEMORY, windows.ERROR_COMMITMENT_LIMIT},
	"unsupported": {windows.ERROR_NOT_SAME_DEVICE, windows.ERROR_TOO_MANY_LINKS},
}
