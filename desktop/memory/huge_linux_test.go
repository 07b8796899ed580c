package memory

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestUseHugePages(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage/enabled"); err != nil {
		t.Skip("the system has none: ", err)
	}
	UseHugePages()
	if n := resident(t, huge); n > hugeBytes/os.Getpagesize()/4 {
		t.Errorf("%d pages were taken at once", n)
	}
	if flags := flagsOf(t, huge); !slices.Contains(flags, "hg") {
		t.Errorf("the heap grows with %q, want hg among them", flags)
	}
	Start()()
	if flags := flagsOf(t, huge); slices.Contains(flags, "hg") {
		t.Errorf("after the start the heap has %q", flags)
	}
}

// flagsOf returns what the system notes about the middle of a mapping, each in two
// letters, see proc_pid_smaps(5).
func flagsOf(t *testing.T, m mapping) []string {
	t.Helper()
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	middle := m.start + (m.end-m.start)/2
	inside := false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var one mapping
		if n, _ := fmt.Sscanf(lines.Text(), "%x-%x ", &one.start, &one.end); n == 2 {
			inside = one.start <= middle && middle < one.end
		} else if flags, found := strings.CutPrefix(lines.Text(), "VmFlags:"); found && inside {
			return strings.Fields(flags)
		}
	}
	t.Fatal("nothing is mapped there")
	return nil
}
