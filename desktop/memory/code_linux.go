package memory

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// dropCode takes the pages of code out of the memory of the process. They stay in the
// system's cache of files as long as that has room, so what runs again comes back
// without a look at the disk. The system does the same when memory becomes scarce.
//
// Without /proc, it does nothing.
func dropCode() {
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		return
	}
	defer f.Close()
	for _, m := range clean(f) {
		m.advise(unix.MADV_DONTNEED)
	}
}

// mapping is a part of the address space.
type mapping struct{ start, end uintptr }

// placeOf returns where bytes are.
func placeOf(b []byte) mapping {
	start := uintptr(unsafe.Pointer(unsafe.SliceData(b)))
	return mapping{start, start + uintptr(len(b))}
}

// advise tells the system how the mapping is used. It may ignore that.
func (m mapping) advise(how uintptr) {
	_, _, _ = unix.Syscall(unix.SYS_MADVISE, m.start, m.end-m.start, how)
}

// clean reads a list of mappings in the form of /proc/self/smaps, and returns those of
// code that is as in its file. What was changed, by a debugger for example, would be
// lost with its pages.
func clean(smaps io.Reader) (all []mapping) {
	var now mapping
	isCode := false
	for lines := bufio.NewScanner(smaps); lines.Scan(); {
		var start, end uintptr
		var access, offset, device, path string
		var inode, changed uint64
		line := lines.Text()
		if n, _ := fmt.Sscanf(line, "%x-%x %s %s %s %d %s", &start, &end, &access, &offset, &device, &inode, &path); n >= 6 {
			now, isCode = mapping{start, end}, access == "r-xp" && inode != 0
			continue
		}
		if n, _ := fmt.Sscanf(line, "Anonymous: %d kB", &changed); n == 1 && isCode && changed == 0 {
			all = append(all, now)
		}
	}
	return all
}
