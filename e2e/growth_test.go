//go:build linux

package e2e

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"heliotrope/e2e/screen"
)

// usage is what a program holds at a moment: of its own what its profile counts, see
// cmd/heliotrope, and of the system.
type usage struct {
	heap        int // bytes, without garbage
	goroutines  int
	memory      int // bytes that are in no file and not the profiler's: the system takes away and brings back those of libraries
	descriptors int
}

// least returns the least of each of two usages.
func (u usage) least(v usage) usage {
	return usage{
		heap: min(u.heap, v.heap), goroutines: min(u.goroutines, v.goroutines),
		memory: min(u.memory, v.memory), descriptors: min(u.descriptors, v.descriptors),
	}
}

// resource is a part of a usage, and how much more of it a program may hold in the end
// than before.
type resource struct {
	name    string
	of      func(usage) int
	allowed int
}

// resources returns what must not grow, the heap by more than so many bytes. Of memory,
// the C library, the driver of the screen and Go keep what they once had, in pieces,
// which differs from run to run.
func resources(heap int) []resource {
	return []resource{
		{"bytes of heap", func(u usage) int { return u.heap }, heap},
		{"goroutines", func(u usage) int { return u.goroutines }, 2},
		{"bytes of memory", func(u usage) int { return u.memory }, 16 << 20},
		{"file descriptors", func(u usage) int { return u.descriptors }, 2},
	}
}

// grown returns by how much a series goes on growing: the least of its last quarter above
// the most of its second. What a program comes to hold at first does not count, and one
// outlier does not either.
func grown(series []int) int {
	n := len(series)
	return slices.Min(series[n-n/4:]) - slices.Max(series[n/4:n/2])
}

// profiled is a program that counts what it holds when it is asked to.
type profiled struct {
	*screen.Window
	folder string // for its profiles
	asked  int    // what it holds
	rested int    // asked whether it rests
	had    []usage
}

// openProfiled opens the window of a program that was built with the tag profile. If
// the test fails, its profiles are kept.
func openProfiled(t *testing.T, d *screen.Desktop, h screen.Home) *profiled {
	t.Helper()
	p := &profiled{folder: h.In("profile")}
	d.Args = []string{"--profile", p.folder}
	t.Cleanup(func() {
		if !t.Failed() {
			return
		}
		if folder := screen.Kept(t); folder != "" {
			if err := os.CopyFS(filepath.Join(folder, "profile"), os.DirFS(p.folder)); err != nil {
				t.Log(err)
			}
		}
	})
	p.Window = d.Open(t, h, "FYNE_CACHE=2s") // what is not seen any more goes sooner
	return p
}

// count adds what the program holds now.
func (p *profiled) count(t *testing.T) { p.had = append(p.had, p.look(t)) }

// look returns what the program holds now.
func (p *profiled) look(t *testing.T) usage {
	t.Helper()
	p.asked++
	own := p.ask(t, syscall.SIGUSR1, fmt.Sprintf("counts-%d.txt", p.asked))
	proc := filepath.Join("/proc", strconv.Itoa(p.Process.Pid()))
	open, err := os.ReadDir(filepath.Join(proc, "fd"))
	if err != nil {
		t.Fatal(err)
	}
	pages := numbers(t, filepath.Join(proc, "smaps_rollup"))
	return usage{
		heap: own["heap"], goroutines: own["goroutines"],
		memory: (pages["Anonymous:"]+pages["Swap:"])*1024 - own["profiler"], descriptors: len(open),
	}
}

// rest waits until the window has done all that there is to do, and returns what it then
// shows.
func (p *profiled) rest(t *testing.T) screen.Picture {
	t.Helper()
	p.CatchUp()
	screen.Eventually(t, "a window that rests", func() bool {
		p.rested++
		return p.ask(t, syscall.SIGUSR2, fmt.Sprintf("tasks-%d.txt", p.rested))["tasks"] == 0
	})
	return p.Still()
}

// ask sends the program a signal and returns the figures that it then writes.
func (p *profiled) ask(t *testing.T, s syscall.Signal, name string) map[string]int {
	t.Helper()
	p.Process.Signal(s)
	path := filepath.Join(p.folder, name)
	screen.Eventually(t, "an answer of the program", func() bool {
		if p.Process.HasEnded() {
			t.Fatal("the program has ended")
		}
		_, err := os.Stat(path)
		return err == nil
	})
	return numbers(t, path)
}

// numbers reads the lines of a file that are a name and a number.
func numbers(t *testing.T, path string) map[string]int {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	found := make(map[string]int)
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) > 1 {
			if n, err := strconv.Atoi(fields[1]); err == nil {
				found[fields[0]] = n
			}
		}
	}
	return found
}

// judge fails the test if the program has come to hold more and more: of the heap, more
// than so many bytes.
func (p *profiled) judge(t *testing.T, heap int) {
	t.Helper()
	for _, r := range resources(heap) {
		series := make([]int, len(p.had))
		for i, u := range p.had {
			series[i] = r.of(u)
		}
		t.Logf("%s: %d", r.name, series)
		if more := grown(series); more > r.allowed {
			t.Errorf("%d %s more, want at most %d: %d", more, r.name, r.allowed, series)
		}
	}
}

// TestGrown: what grows on and on is told from what varies, or grows at first.
func TestGrown(t *testing.T) {
	const looks, allowed = 48, 100
	for _, test := range []struct {
		name  string
		at    func(i int) int
		grows bool
	}{
		{"nothing", func(int) int { return 0 }, false},
		{"warm after a quarter", func(i int) int { return 1000 * min(i, looks/4) }, false},
		{"up and down", func(i int) int { return 5000 + 900*(i%3) }, false},
		{"an outlier at the end", func(i int) int { return 1000 + 9000*(i/(looks-1)) }, false},
		{"less and less", func(i int) int { return 5000 - 50*i }, false},
		{"a leak", func(i int) int { return 20 * i }, true},
		{"a leak in what goes up and down", func(i int) int { return 30*i + 40*(i%3) }, true},
		{"one step that stays", func(i int) int { return 1000 + 300*(i/(looks/2)) }, true},
		{"a leak that begins late", func(i int) int { return 1000 + 50*max(0, i-looks/2) }, true},
	} {
		series := make([]int, looks)
		for i := range series {
			series[i] = test.at(i)
		}
		if got := grown(series); got > allowed != test.grows {
			t.Errorf("%s: grown by %d", test.name, got)
		}
	}
}
