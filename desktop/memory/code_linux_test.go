package memory

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// mapped maps a file of 64 pages, and reads them all.
func mapped(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "code")
	if err := os.WriteFile(path, bytes.Repeat([]byte{1}, 64*os.Getpagesize()), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	code, err := unix.Mmap(int(f.Fd()), 0, 64*os.Getpagesize(), unix.PROT_READ|unix.PROT_EXEC, unix.MAP_PRIVATE)
	if err != nil {
		t.Skip("nothing may be mapped as code:", err)
	}
	t.Cleanup(func() { _ = unix.Munmap(code) })
	if slices.Contains(code, 0) {
		t.Fatal("the file is another one")
	}
	return code
}

// resident returns how many pages of a mapping this process has in its memory.
func resident(t *testing.T, m mapping) (n int) {
	t.Helper()
	f, err := os.Open("/proc/self/pagemap")
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	page := uintptr(os.Getpagesize())
	entries := make([]byte, 8*(m.end-m.start)/page)
	if _, err := f.ReadAt(entries, int64(m.start/page*8)); err != nil {
		t.Fatal(err)
	}
	for i := 7; i < len(entries); i += 8 {
		if entries[i]&0x80 != 0 { // the highest bit says so
			n++
		}
	}
	return n
}

func TestStartGivesCodeBack(t *testing.T) {
	code := mapped(t)
	if n := resident(t, placeOf(code)); n != 64 {
		t.Fatalf("%d pages before, want 64", n)
	}
	Start()()
	if n := resident(t, placeOf(code)); n != 0 {
		t.Errorf("%d pages are still there", n)
	}
	if slices.Contains(code, 0) {
		t.Error("the code is another one")
	}
}

// Code that was changed in memory stays as it is.
func TestStartKeepsChanges(t *testing.T) {
	code := mapped(t)
	if err := unix.Mprotect(code, unix.PROT_READ|unix.PROT_WRITE); err != nil {
		t.Fatal(err)
	}
	code[7] = 2
	if err := unix.Mprotect(code, unix.PROT_READ|unix.PROT_EXEC); err != nil {
		t.Skip("what was written may not run:", err)
	}
	Start()()
	if code[7] != 2 {
		t.Error("the change is lost")
	}
}

func TestClean(t *testing.T) {
	const smaps = `55d0a000-55d0b000 r--p 00000000 08:01 42 /usr/bin/heliotrope
Anonymous:             0 kB
55d0b000-55d0c000 r-xp 00001000 08:01 42 /usr/bin/heliotrope
Rss:                   4 kB
Anonymous:             0 kB
VmFlags: rd ex mr mw me
55d0c000-55d0d000 r-xp 00002000 08:01 43 /usr/lib/a name with spaces.so
Anonymous:             0 kB
55d0d000-55d0e000 r-xp 00003000 08:01 44 /usr/lib/changed.so
Anonymous:             4 kB
55d0e000-55d0f000 rwxp 00000000 00:00 0
Anonymous:             0 kB
55d0f000-55d10000 r-xp 00000000 00:00 0 [vdso]
Anonymous:             0 kB
`
	want := []mapping{{0x55d0b000, 0x55d0c000}, {0x55d0c000, 0x55d0d000}}
	if got := clean(strings.NewReader(smaps)); !slices.Equal(got, want) {
		t.Errorf("%x, want %x", got, want)
	}
}
