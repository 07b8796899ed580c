package backup

import "syscall"

// networkTypes are the file systems of other machines, by the numbers that
// statfs(2) gives them.
var networkTypes = map[uint32]bool{
	0x6969:     true, // NFS
	0x517B:     true, // SMB
	0xFF534D42: true, // CIFS
	0xFE534D42: true, // SMB 2
	0x5346414F: true, // AFS
	0x6B414653: true, // AFS of the kernel
	0x73757245: true, // Coda
	0x00C36400: true, // Ceph
	0x01021997: true, // 9P
}

// onNetwork reports whether folder is on a network file system. One that is
// mounted by a program, as sshfs does, looks like a local one.
func onNetwork(folder string) bool {
	var stat syscall.Statfs_t
	if err := syscall.Statfs(folder, &stat); err != nil {
		return false
	}
	return networkTypes[uint32(stat.Type)]
}
