package boltstore

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
)

// childVariable makes the test program a child process: it names what the
// child does with the journal whose path is its only argument.
const childVariable = "HELIOTROPE_TEST_CHILD"

var children = map[string]func(path string) error{
	"save until killed":      saveUntilKilled,
	"save on a failing disk": saveOnFailingDisk,
	"migrate until killed":   migrateUntilKilled,
	"show read-only":         showReadOnly,
	"back up until killed":   backUpUntilKilled,
	"back up on a full disk": backUpOnFullDisk,
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

// saveUntilKilled saves one week after the other, on from what the journal
// holds, and prints the number of each once it is saved.
func saveUntilKilled(path string) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	c, err := s.Load()
	if err != nil {
		return err
	}
	for i := len(c.Entries); ; i++ {
		if err := s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(i)}}); err != nil {
			return err
		}
		if _, err := fmt.Println(i); err != nil {
			return err
		}
	}
}

// numbered returns the i-th entry that is saved. Some are longer than a page.
func numbered(i int) journal.Entry {
	return journal.Entry{Week: week("1900-W01").Add(i), Reflection: strings.Repeat(fmt.Sprintf("words of %d. ", i), 1+i%500)}
}

// TestKill kills a program while it saves, again and again, and each time
// opens its journal: it must be sound and hold everything that was said to be
// saved. This shows that a crash of the program loses nothing; it cannot show
// the same of a power cut, for which see TestOptions.
func TestKill(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no SIGKILL there")
	}
	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	path := filepath.Join(t.TempDir(), "journal.db")
	saved, extra := 0, 0
	for round := range rounds {
		// The delay puts the end anywhere in a save.
		last := killWhileSaving(t, path, random.IntN(20), time.Duration(random.IntN(30_000))*time.Microsecond)
		s := mustOpen(t, path)
		if told := s.Opening().Rollback; told != nil {
			t.Errorf("seed %d, round %d: the note beside the file is ahead of it: %+v", seed, round, told)
		}
		c, err := s.Load()
		if err != nil {
			t.Fatalf("seed %d, round %d: %v", seed, round, err)
		}
		if len(c.Entries) < last+1 {
			t.Fatalf("seed %d, round %d: %d weeks were said to be saved, %d are there", seed, round, last+1, len(c.Entries))
		}
		for i, e := range c.Entries {
			if !e.Equal(numbered(i)) {
				t.Fatalf("seed %d, round %d: week %v does not hold what was saved", seed, round, e.Week)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		checkSound(t, path)
		extra += len(c.Entries) - (last + 1)
		saved = len(c.Entries)
	}
	t.Logf("%d rounds, %d saves, none lost, %d there that nobody was told of", rounds, saved, extra)
}

// killWhileSaving starts a child that saves into the journal at path and kills
// it a while after so many more saves. It returns the number of the last save
// that the child acknowledged.
func killWhileSaving(t *testing.T, path string, saves int, while time.Duration) (last int) {
	t.Helper()
	child := exec.Command(os.Args[0], path)
	child.Env = append(os.Environ(), childVariable+"=save until killed")
	child.Stderr = os.Stderr
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	for i := 0; lines.Scan(); i++ {
		if last, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
		if i == saves {
			time.AfterFunc(while, func() { _ = child.Process.Kill() }) // SIGKILL
		}
	}
	if err := child.Wait(); child.ProcessState.Exited() {
		t.Fatalf("the child ended by itself: %v", err)
	}
	return last
}
