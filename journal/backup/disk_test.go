package backup

import (
	"path/filepath"
	"runtime"
	"testing"
)

// TestDisk: a disk is found where it is mounted, and a folder is none.
func TestDisk(t *testing.T) {
	if !Mounted("") {
		t.Error("the disk of the root is not there")
	}
	if runtime.GOOS != "linux" {
		t.Skip("what is mounted is known of Linux")
	}
	if got := Disk("/proc/self"); got != "/proc" || !Mounted(got) {
		t.Errorf("the disk of /proc/self is %q, mounted %v", got, Mounted(got))
	}
	folder := t.TempDir()
	if Mounted(folder) || Mounted(filepath.Join(folder, "none")) {
		t.Error("a folder, or none, is a disk")
	}
	if Disk(filepath.Join(folder, "none")) != "" {
		t.Error("what is not there is on a disk")
	}
}
