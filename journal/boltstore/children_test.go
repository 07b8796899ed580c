package boltstore

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"heliotrope/journal"
)

// childVariable makes the test program a child process: it names what the
// child does with the journal whose path is its only argument.
const childVariable = "HELIOTROPE_TEST_CHILD"

var children = map[string]func(path string) error{
	"save until killed":           func(path string) error { return saveUntilKilled(path, false) },
	"tell, then save":             func(path string) error { return saveUntilKilled(path, true) },
	"save on a failing disk":      func(path string) error { return saveOnFailingDisk(path, true) },
	"save without syncs":          func(path string) error { return saveOnFailingDisk(path, false) },
	"save until the disk is full": func(path string) error { return saveUntilFull(path, false) },
	"call all saved":              func(path string) error { return saveUntilFull(path, true) },
	"save some":                   func(path string) error { return saveSome(path, true) },
	"save some without syncs":     func(path string) error { return saveSome(path, false) },
	"back up until killed":        backUpUntilKilled,
	"back up on a full disk":      backUpOnFullDisk,
	"show read-only":              showReadOnly,
}

func TestMain(m *testing.M) {
	if child, ok := children[os.Getenv(childVariable)]; ok {
		if err := child(os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// childCommand returns what runs the named child on the journal at path, after
// the program and its arguments in before, if any.
func childCommand(name, path string, before ...string) *exec.Cmd {
	all := append(before, os.Args[0], path)
	child := exec.Command(all[0], all[1:]...)
	child.Env = append(os.Environ(), childVariable+"="+name)
	child.Stderr = os.Stderr
	return child
}

// numbered returns the i-th entry that a child saves. Some are longer than a
// page.
func numbered(i int) journal.Entry {
	return journal.Entry{Week: week("1900-W01").Add(i), Reflection: strings.Repeat(fmt.Sprintf("words of %d. ", i), 1+i%500)}
}

func numberedChange(i int) journal.Change {
	return journal.Change{PutEntries: []journal.Entry{numbered(i)}}
}

// saved is what a child saved, against what it was told.
type saved struct {
	told  int // saves that it was told of
	lost  int // of these, not there
	extra int // there, and nobody was told
}

func (s *saved) add(o saved) {
	s.told += o.told
	s.lost += o.lost
	s.extra += o.extra
}

// compareNumbered compares the journal at path with the numbered entries from
// first on, of which all before end were said to be saved. There is nothing
// else in it, and all that is there must be right.
func compareNumbered(t *testing.T, path string, first, end int) saved {
	t.Helper()
	h, opening, err := openAndTell(path)
	if err != nil {
		t.Errorf("%d saves were told, then: %v", end, err)
		return saved{}
	}
	if opening.Behind != nil {
		t.Errorf("the note beside the file is ahead of it: %+v", opening.Behind)
	}
	c := h.contents
	for i, e := range c.Entries {
		if !e.Equal(numbered(i)) {
			t.Errorf("week %v does not hold what was saved", e.Week)
		}
	}
	there := len(c.Entries)
	return saved{told: end - first, lost: max(0, end-there), extra: max(0, there-end)}
}
