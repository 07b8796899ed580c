package boltstore

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"heliotrope/journal"
)

// tracedVariable says how many saves a traced child makes.
const tracedVariable = "HELIOTROPE_TEST_SAVES"

// saveSome makes some numbered saves and prints the number of each.
func saveSome(path string, sync bool) error {
	runtime.LockOSThread() // so that its calls are in the order of the trace
	n, err := strconv.Atoi(os.Getenv(tracedVariable))
	if err != nil {
		return err
	}
	s, err := Open(path)
	if err != nil {
		return err
	}
	if !sync {
		s.db.NoSync = true
	}
	for i := range n {
		if err := s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(i)}}); err != nil {
			return err
		}
		fmt.Println(i)
	}
	return s.Close()
}

// call is a system call that a child made on its journal, or its saying that a
// save is on the disk.
type call struct {
	name string // pwrite64, ftruncate, fdatasync, fsync; write when it said so
	at   int    // offset or length
	data []byte
}

var (
	tracedCall  = regexp.MustCompile(`^\d+ +(\w+)\((\d+)<([^>]*)>(.*)$`)
	tracedWrite = regexp.MustCompile(`^, "([^"]*)", \d+, (\d+)`)
	tracedCut   = regexp.MustCompile(`^, (\d+)`)
)

// record has a child make n saves into the journal at path, and returns what
// it asked of the system.
func record(t *testing.T, strace, name, path string, n int) (calls []call) {
	t.Helper()
	trace := filepath.Join(t.TempDir(), "trace")
	child := childCommand(name, path, strace, "-f", "-qq", "-y", "-xx", "-s", "10000000", "-o", trace,
		"-e", "trace=pwrite64,ftruncate,fdatasync,fsync,write")
	child.Env = append(child.Env, fmt.Sprintf("%s=%d", tracedVariable, n))
	if _, err := child.Output(); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(trace)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<30)
	for lines.Scan() {
		m := tracedCall.FindStringSubmatch(lines.Text())
		switch {
		case m == nil:
		case m[1] == "write" && m[2] == "1":
			calls = append(calls, call{name: m[1]})
		case unhex(t, m[3]) == path:
			calls = append(calls, parseCall(t, m[1], m[4]))
		}
	}
	return calls
}

// unhex reads what strace -xx writes.
func unhex(t *testing.T, text string) string {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(text, `\x`, ""))
	if err != nil {
		return text // it is not written so
	}
	return string(b)
}

func parseCall(t *testing.T, name, rest string) call {
	t.Helper()
	c := call{name: name}
	var number string
	switch name {
	case "pwrite64":
		m := tracedWrite.FindStringSubmatch(rest)
		if m == nil {
			t.Fatalf("a write that cannot be read: %.200s", rest)
		}
		c.data, number = []byte(unhex(t, m[1])), m[2]
	case "ftruncate":
		m := tracedCut.FindStringSubmatch(rest)
		if m == nil {
			t.Fatalf("a cut that cannot be read: %.200s", rest)
		}
		number = m[1]
	default:
		return c
	}
	at, err := strconv.Atoi(number)
	if err != nil {
		t.Fatal(err)
	}
	c.at = at
	return c
}

// disk is a file as a disk has it.
type disk struct {
	durable []byte
	waiting []call // since the last sync
	told    int    // saves that were reported
	syncs   int
}

// do makes one call.
func (d *disk) do(c call) {
	switch c.name {
	case "write":
		d.told++
	case "fdatasync", "fsync":
		d.durable = applied(d.durable, d.waiting)
		d.waiting = nil
		d.syncs++
	default:
		d.waiting = append(d.waiting, c)
	}
}

// applied returns file after calls. It may write to it.
func applied(file []byte, calls []call) []byte {
	for _, c := range calls {
		if need := c.at + len(c.data); need > len(file) {
			file = append(file, make([]byte, need-len(file))...)
		}
		copy(file[c.at:], c.data)
		if c.name == "ftruncate" {
			file = file[:c.at]
		}
	}
	return file
}

// part returns some of the calls that wait, writes in sectors.
func (d *disk) part(random *rand.Rand) (some []call) {
	for _, c := range d.waiting {
		if c.name == "ftruncate" && random.IntN(2) == 0 {
			some = append(some, c)
		}
		for at := 0; at < len(c.data); at += sector {
			if random.IntN(2) == 0 {
				some = append(some, call{name: c.name, at: c.at + at, data: c.data[at:min(at+sector, len(c.data))]})
			}
		}
	}
	return some
}

// recordedFigure records what a saving program asks of the system, cuts the
// power after each call, and drops what was not synced by then: all of it, or
// any part. What the program had reported as saved must be there. It shows what the
// kill cannot: that a save waits for the disk.
func recordedFigure(t *testing.T, f form, random *rand.Rand) row {
	r := row{done: "A program saves, and what it asks of the system is recorded. The power is cut after every call: what was not synced is lost, all of it or any 512-byte parts"}
	path, missing := strace()
	if r.missing = missing; missing != "" {
		return r
	}
	all, cuts, images := cutEverywhere(t, path, "save some", f.traced, random)
	if all.lost > 0 {
		t.Errorf("%d saves were lost", all.lost)
	}
	control, _, controlImages := cutEverywhere(t, path, "save some without syncs", max(4, f.traced/10), random)
	alarm(t, control.lost, "a save without a sync")
	r.count = fmt.Sprintf("%s cuts in %s saves, %s images", thousands(cuts), thousands(f.traced), thousands(images))
	r.result = "**0 lost** of what was reported as saved; two syncs a save"
	r.control = fmt.Sprintf("without syncs (`NoSync`): saves lost in %s of %s images", thousands(control.lost), thousands(controlImages))
	return r
}

// cutEverywhere cuts the power after each call of a child's saves. In what it
// returns, lost counts images.
func cutEverywhere(t *testing.T, strace, child string, n int, random *rand.Rand) (all saved, cuts, images int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "journal.db")
	s := mustOpen(t, path)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	begin, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := disk{durable: begin}
	look := newScratch(t)
	for _, c := range record(t, strace, child, path, n) {
		d.do(c)
		cuts++
		for _, calls := range [][]call{nil, d.part(random), d.waiting} {
			images++
			if !d.holds(t, look.put(t, applied(bytes.Clone(d.durable), calls))) {
				all.lost++
			}
			if len(d.waiting) == 0 {
				break
			}
		}
	}
	if all.told = d.told; d.told != n {
		t.Errorf("%d of %d saves were recorded", d.told, n)
	}
	if all.lost == 0 && d.syncs < 2*n {
		t.Errorf("%d syncs in %d saves", d.syncs, n)
	}
	return all, cuts, images
}

// holds reports whether the journal at path contains all that was reported as saved.
// Whatever it holds must be right.
func (d *disk) holds(t *testing.T, path string) bool {
	t.Helper()
	c, err := openAndLoad(path)
	if err != nil {
		return false
	}
	for i, e := range c.Entries {
		if !e.Equal(numbered(i)) {
			t.Errorf("week %v does not hold what was saved", e.Week)
		}
	}
	return len(c.Entries) == d.told || len(c.Entries) == d.told+1
}
