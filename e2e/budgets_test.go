//go:build linux

package e2e

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"heliotrope/e2e/screen"
)

var (
	measure   = flag.Bool("budgets", false, "measure the program beside an empty window of Fyne, and fail over budget")
	runs      = flag.Int("runs", 7, "how often each start and each command is measured")
	withPeers = flag.Bool("peers", false, "measure the start and the memory of other journals too, where they are installed")
)

// The lives that a journal is measured with.
var lives = []struct {
	name           string
	weeks, moments int
	start, memory  float64 // at most so many times those of the empty window
}{
	{"an empty journal", 0, 0, 1.1, 1.15},
	{"10 years", 520, 5, 1.1, 1.2},
	{"50 years", 2600, 20, 1.25, 1.5},
}

// TestBudgets prints what the program spends, beside what an empty window of Fyne
// spends in the same run, or beside what a command may. Start it on a machine that does
// nothing else:
//
//	go test ./e2e -count=1 -run '^TestBudgets$' -v -budgets -timeout 60m
func TestBudgets(t *testing.T) {
	if !*measure {
		t.Skip("it measures time: -budgets starts it")
	}
	b := &table{t: t}
	folder := t.TempDir()
	journals := make([]string, len(lives))
	for i, life := range lives {
		journals[i] = filepath.Join(folder, strconv.Itoa(i), "journal.db")
		if life.weeks > 0 {
			logYears(t, journals[i], life.weeks, life.moments)
		}
	}
	binary := screen.Build(t, "-ldflags=-s -w")
	empty := filepath.Join(folder, "empty")
	if said, err := exec.Command("go", "build", "-buildvcs=false", "-ldflags=-s -w", "-o", empty, "heliotrope/e2e/empty").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, said)
	}
	d := screen.New(t, binary)
	b.starts(d, empty, journals)
	b.rest(d, empty, journals[1])
	b.growth(d, journals[1])
	b.commands(d, journals[2])
	b.print()
}

// table is what was measured, a figure a row.
type table struct {
	t    *testing.T
	rows [][4]string
}

// add adds a figure, and its budget if there is one.
func (b *table) add(what, figure, budget string, within bool) {
	verdict := "ok"
	switch {
	case budget == "":
		verdict = ""
	case !within:
		verdict = "OVER"
		b.t.Errorf("%s: %s, over the budget of %s", what, figure, budget)
	}
	b.rows = append(b.rows, [4]string{what, figure, budget, verdict})
}

// times adds a figure that may be so many times another.
func (b *table) times(what, figure string, got, base, most float64) {
	b.add(what, fmt.Sprintf("%s = %.2f ×", figure, got/base), fmt.Sprintf("%.2f ×", most), got <= most*base)
}

func (b *table) print() {
	var text strings.Builder
	for _, row := range b.rows {
		fmt.Fprintf(&text, "%-52s %-34s %-14s %s\n", row[0], row[1], row[2], row[3])
	}
	b.t.Logf("figure, budget, verdict\n%s", text.String())
}

// contender is a program whose start is measured.
type contender struct {
	name  string
	make  func() *exec.Cmd
	start []float64 // milliseconds to the first frame with text
	cpu   []float64 // milliseconds of the processor until then
	pss   []float64 // megabytes, five seconds later
}

// starts measures how long it takes until windows are drawn, and their memory, in turn.
func (b *table) starts(d *screen.Desktop, empty string, journals []string) {
	t := b.t
	onScreen := func(h screen.Home, name string, args ...string) *exec.Cmd {
		c := exec.Command(name, args...)
		c.Env = append(h.Environ(), "DISPLAY="+d.Display)
		return c
	}
	home := screen.NewHome(t)
	if err := os.MkdirAll(home.In("cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	all := []*contender{{name: "empty window of Fyne", make: func() *exec.Cmd { return onScreen(home, empty) }}}
	for i, life := range lives {
		h := screen.NewHome(t)
		all = append(all, &contender{name: "Heliotrope, " + life.name, make: func() *exec.Cmd {
			return onScreen(h, d.Binary, "--journal", journals[i], "--today", screen.Today)
		}})
	}
	if *withPeers {
		for _, name := range []string{"rednotebook", "lifeograph"} {
			path, err := exec.LookPath(name)
			if err != nil {
				b.add(name, "not installed", "", true)
				continue
			}
			h := screen.NewHome(t)
			all = append(all, &contender{name: name, make: func() *exec.Cmd { return onScreen(h, path) }})
		}
	}
	frames := d.Frames(t)
	for run := range 1 + *runs { // the first fills caches
		for _, c := range all {
			cmd := c.make()
			p, took := frames.Launch(t, cmd)
			cpu := processor(t, p.Pid())
			time.Sleep(5 * time.Second)
			pss := share(t, p.Pid())
			p.Signal(os.Interrupt)
			p.Exit()
			if run > 0 {
				c.start, c.cpu, c.pss = append(c.start, float64(took.Milliseconds())), append(c.cpu, cpu), append(c.pss, pss)
			}
		}
	}
	base := all[0]
	for i, c := range all {
		start := fmt.Sprintf("%.0f / %.0f / %.0f ms", slices.Min(c.start), median(c.start), slices.Max(c.start))
		pss := fmt.Sprintf("%.1f MB", median(c.pss))
		if i == 0 || i > len(lives) {
			b.add(c.name+": start", start, "", true)
			b.add(c.name+": memory", pss, "", true)
		} else {
			b.times(c.name+": start", start, median(c.start), median(base.start), lives[i-1].start)
			b.times(c.name+": memory", pss, median(c.pss), median(base.pss), lives[i-1].memory)
		}
		b.add(c.name+": processor until then", fmt.Sprintf("%.0f ms", median(c.cpu)), "", true)
	}
}

// rest measures both windows at the same time while nobody does anything, on every page.
// As much as an empty one is as much but for what varies between two of them.
func (b *table) rest(d *screen.Desktop, empty, journal string) {
	const slack, long = 1.2, 8 * time.Second
	t := b.t
	h := screen.NewHome(t)
	copyTo(t, h.Journal(), journal)
	c := exec.Command(empty)
	c.Env = append(h.Environ(), "DISPLAY="+d.Display)
	beside := screen.Start(t, c)
	w := d.Open(t, h)
	frames := d.Frames(t)
	frames.Watch(t, w)
	time.Sleep(long) // what is done once after the start is no rest
	for _, place := range places {
		w.Keys(place.key)
		frames.Rests(t, w, place.name)
		ours, theirs := scheduled(t, w.Process.Pid()), scheduled(t, beside.Pid())
		time.Sleep(long)
		ours, theirs = scheduled(t, w.Process.Pid())-ours, scheduled(t, beside.Pid())-theirs
		share := func(d time.Duration) float64 { return 100 * d.Seconds() / long.Seconds() }
		b.times("at rest, "+place.name, fmt.Sprintf("%.2f %%, empty %.2f %%", share(ours), share(theirs)), share(ours), share(theirs), slack)
	}
	w.Close()
	beside.Signal(os.Interrupt)
	beside.Exit()
}

// growth measures what the window has come to hold after 1,000 changes of the page and
// 60 of its size, above what it held after the first 100.
func (b *table) growth(d *screen.Desktop, journal string) {
	t := b.t
	h := screen.NewHome(t)
	copyTo(t, h.Journal(), journal)
	defer func(binary string, args []string) { d.Binary, d.Args = binary, args }(d.Binary, d.Args)
	d.Binary = screen.Build(t, "-tags", "profile")
	w := openProfiled(t, d, h)
	turn := func(n int) {
		for range n / 50 {
			w.Keys(slices.Repeat([]string{"ctrl+2", "ctrl+3", "ctrl+4", "ctrl+comma", "ctrl+1"}, 10)...)
		}
	}
	resize := func(n int) {
		for i := range n {
			w.Tool("xdotool", "windowsize", "--sync", w.ID, strconv.Itoa(900+7*(i*13%60)), strconv.Itoa(650+3*(i*17%60)))
		}
	}
	held := func() (least usage) {
		for look := range 6 {
			w.Keys("ctrl+2", "ctrl+1")
			time.Sleep(11 * time.Second) // Fyne forgets what is not seen any more once in ten
			if now := w.look(t); look == 0 {
				least = now
			} else {
				least = least.least(now)
			}
		}
		return least
	}
	turn(100)
	resize(60)
	first := held()
	turn(1000)
	resize(60)
	last := held()
	for _, what := range []struct {
		name        string
		first, last int
		unit        float64
		allow       float64 // what one look differs from another by
		format      string
	}{
		{"heap", first.heap, last.heap, 1e6, 1, "%.1f MB"},
		{"memory", first.memory, last.memory, 1e6, 4, "%.1f MB"},
		{"goroutines", first.goroutines, last.goroutines, 1, 0, "%.0f"},
		{"open files", first.descriptors, last.descriptors, 1, 0, "%.0f"},
	} {
		from, to := float64(what.first)/what.unit, float64(what.last)/what.unit
		b.add("growth of the "+what.name, fmt.Sprintf(what.format+" to "+what.format, from, to), fmt.Sprintf("+ "+what.format, what.allow), to-from <= what.allow)
	}
	w.Close()
}

// commands measures the commands with a journal of fifty years: the least of their time,
// and the most of their memory.
func (b *table) commands(d *screen.Desktop, journal string) {
	const memory = 100 // megabytes
	t := b.t
	h := screen.NewHome(t)
	pdf, file := h.In("report.pdf"), h.In("export.json")
	for _, c := range []struct {
		name   string
		budget float64 // seconds; 0 for none
		args   []string
	}{
		{"add, with the day’s backup", 0.4, []string{"add", "Found the leak /debugging +1"}},
		{"add", 0.15, []string{"add", "Found the other leak /debugging +1"}},
		{"show", 0, []string{"show"}},
		{"lean", 0.2, []string{"lean"}},
		{"report, PDF", 0.7, []string{"report", "--force", "-o", pdf}},
		{"report, PDF of everything", 0, []string{"report", "--full", "--force", "-o", pdf}},
		{"report, HTML", 0, []string{"report", "--force", "-o", h.In("report.html")}},
		{"report, CSV", 0, []string{"report", "--force", "-o", h.In("report.csv")}},
		{"export", 0, []string{"export", "--force", "-o", file}},
		{"import", 0, []string{"import", file}},
		{"check", 0, []string{"check"}},
		{"backup", 0, []string{"backup"}},
	} {
		var took, peak []float64
		for run := range *runs {
			if run == 0 || c.name == "add, with the day’s backup" {
				if err := os.RemoveAll(filepath.Dir(h.Journal())); err != nil {
					t.Fatal(err)
				}
				copyTo(t, h.Journal(), journal)
			}
			if run == 0 && c.name != "add, with the day’s backup" { // the day’s backup is there
				if said, err := d.Command(h, "--today", screen.Today, "add", "A first moment /debugging +1").CombinedOutput(); err != nil {
					t.Fatalf("%v: %s", err, said)
				}
				if c.name == "import" {
					if said, err := d.Command(h, "export", "--force", "-o", file).CombinedOutput(); err != nil {
						t.Fatalf("%v: %s", err, said)
					}
				}
			}
			seconds, megabytes := once(t, d.Command(h, append([]string{"--today", screen.Today}, c.args...)...))
			took, peak = append(took, seconds), append(peak, megabytes)
		}
		time, most := slices.Min(took), slices.Max(peak)
		budget, within := fmt.Sprintf("%d MB", memory), most <= memory
		if c.budget > 0 {
			budget, within = fmt.Sprintf("%.2f s, %s", c.budget, budget), within && time <= c.budget
		}
		b.add(c.name, fmt.Sprintf("%.2f s, %.0f MB", time, most), budget, within)
	}
}

// once runs a command, and returns its seconds and the most of memory that it had. What
// the system reports of a child in the end also counts what the test itself has.
func once(t *testing.T, c *exec.Cmd) (seconds, megabytes float64) {
	t.Helper()
	began := time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	over := make(chan error, 1)
	go func() { over <- c.Wait() }()
	for {
		select {
		case err := <-over:
			if err != nil {
				t.Fatalf("%v: %v", c.Args, err)
			}
			return time.Since(began).Seconds(), megabytes
		case <-time.After(2 * time.Millisecond):
			megabytes = max(megabytes, lineOf(fmt.Sprintf("/proc/%d/status", c.Process.Pid), "VmHWM:")/1024)
		}
	}
}

// lineOf returns the number after a name in a file of the system, 0 if there is none.
func lineOf(path, name string) float64 {
	text, _ := os.ReadFile(path)
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == name {
			n, _ := strconv.ParseFloat(fields[1], 64)
			return n
		}
	}
	return 0
}

// share returns the memory of a process and its children in megabytes, of what they
// share with others their part.
func share(t *testing.T, pid int) float64 {
	t.Helper()
	all := lineOf(fmt.Sprintf("/proc/%d/smaps_rollup", pid), "Pss:") / 1024
	children, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, path := range children {
		text, _ := os.ReadFile(path)
		for _, child := range strings.Fields(string(text)) {
			if n, err := strconv.Atoi(child); err == nil {
				all += share(t, n)
			}
		}
	}
	return all
}

// processor returns the milliseconds of the processor that a process has had.
func processor(t *testing.T, pid int) float64 {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Fatal(err)
	}
	const tick = 10
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return float64(tick * (user + system))
}

// scheduled returns how long the threads of a process have run, exactly.
func scheduled(t *testing.T, pid int) (all time.Duration) {
	t.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(threads) == 0 {
		t.Fatalf("the process %d has no threads: %v", pid, err)
	}
	for _, path := range threads {
		text, _ := os.ReadFile(path)
		if fields := strings.Fields(string(text)); len(fields) > 0 {
			n, _ := strconv.ParseInt(fields[0], 10, 64)
			all += time.Duration(n)
		}
	}
	return all
}

// median returns the one in the middle.
func median[T cmp.Ordered](of []T) T {
	sorted := slices.Sorted(slices.Values(of))
	return sorted[len(sorted)/2]
}

// copyTo copies a journal to a place.
func copyTo(t *testing.T, to, from string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}
