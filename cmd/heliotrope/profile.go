//go:build profile && unix

package main

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"runtime/trace"
	"sync"
	"syscall"
	"time"

	"heliotrope/ui/tasks"
)

// traced is how long the trace goes on from the start. It holds the start of the
// window with the largest journals, and can still be looked at.
const traced = 3 * time.Second

// Built with the tag profile, the program takes --profile FOLDER before all else, and
// writes there what it spends: trace.out of its start, cpu.pprof of the whole run, and
// heap.pprof as it ends. At each SIGUSR1 it also writes, with a number, what it has and
// spent since the last, see [profile.snapshot], and at each SIGUSR2 how much is under way
// in its windows, see [tasks.UnderWay]. Nothing of this is in what users get.
func init() {
	if len(os.Args) < 3 || os.Args[1] != "--profile" {
		return
	}
	p := &profile{folder: os.Args[2]}
	os.Args = append(os.Args[:1], os.Args[3:]...)
	p.begin()
	exit = func(code int) {
		p.end()
		os.Exit(code)
	}
}

// profile is what is written of one run.
type profile struct {
	folder string
	trace  func() // ends it

	mu        sync.Mutex
	snapshots int
	moments   int // at which it was written what is under way
	cpu       *os.File
}

func (p *profile) begin() {
	must(os.MkdirAll(p.folder, 0o700))
	f := p.create("trace.out")
	must(trace.Start(f))
	p.trace = sync.OnceFunc(func() {
		trace.Stop()
		must(f.Close())
	})
	time.AfterFunc(traced, p.trace)
	p.beginCPU()
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1, syscall.SIGUSR2)
	go func() {
		for s := range asked {
			if s == syscall.SIGUSR1 {
				p.snapshot()
				continue
			}
			p.moments++
			p.writeFigures(fmt.Sprintf("tasks-%d.txt", p.moments), fmt.Sprintf("tasks %d\n", tasks.UnderWay()))
		}
	}()
}

func (p *profile) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.trace()
	p.endCPU("cpu.pprof")
	runtime.GC()
	p.write("heap.pprof", "heap")
}

// snapshot writes cpu-N.pprof of the time since the last one, heap-N.pprof,
// goroutine-N.pprof, and, once these are complete, counts-N.txt: how many goroutines and
// objects there are, and in bytes the heap, without garbage or what writing the others
// takes, and what the profiler itself keeps of each place that asked for memory. What is
// garbage then has been given back to the system, so that the memory of the process can
// be compared.
func (p *profile) snapshot() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.snapshots++
	p.endCPU(fmt.Sprintf("cpu-%d.pprof", p.snapshots))
	runtime.GC() // empties pools, whose content the next one frees
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	p.write(fmt.Sprintf("heap-%d.pprof", p.snapshots), "heap")
	p.write(fmt.Sprintf("goroutine-%d.pprof", p.snapshots), "goroutine")
	debug.FreeOSMemory()
	p.writeFigures(fmt.Sprintf("counts-%d.txt", p.snapshots), fmt.Sprintf("goroutines %d\nheap %d\nobjects %d\nprofiler %d\n",
		runtime.NumGoroutine(), m.HeapAlloc, m.HeapObjects, m.BuckHashSys))
	p.beginCPU()
}

// writeFigures writes a file that is complete once it is there.
func (p *profile) writeFigures(name, text string) {
	must(os.WriteFile(p.in(name+".part"), []byte(text), 0o600))
	must(os.Rename(p.in(name+".part"), p.in(name)))
}

func (p *profile) beginCPU() {
	p.cpu = p.create("cpu.pprof")
	must(pprof.StartCPUProfile(p.cpu))
}

func (p *profile) endCPU(name string) {
	pprof.StopCPUProfile()
	must(p.cpu.Close())
	must(os.Rename(p.cpu.Name(), p.in(name)))
}

func (p *profile) write(name, of string) {
	f := p.create(name)
	must(pprof.Lookup(of).WriteTo(f, 0))
	must(f.Close())
}

func (p *profile) create(name string) *os.File {
	f, err := os.Create(p.in(name))
	must(err)
	return f
}

func (p *profile) in(name string) string { return filepath.Join(p.folder, name) }

// must ends a program that cannot be measured.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "heliotrope: profile:", err)
		os.Exit(exitFailed)
	}
}
