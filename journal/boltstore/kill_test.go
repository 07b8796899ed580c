package boltstore

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"
)

// saveUntilKilled saves one week after the other, on from what the journal
// holds, and prints the number of each once it is saved, or just before.
func saveUntilKilled(path string, before bool) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	c, err := s.Load()
	if err != nil {
		return err
	}
	for i := len(c.Entries); ; i++ {
		if before {
			fmt.Println(i)
		}
		if err := s.Apply(numberedChange(i)); err != nil {
			return err
		}
		if before {
			continue
		}
		if _, err := fmt.Println(i); err != nil {
			return err
		}
	}
}

// killedFigure kills a program while it saves, again and again, and each time
// opens its journal: it must be sound and hold everything that was said to be
// saved. This shows that a crash of the program loses nothing. It cannot show
// the same of a power cut, as the system still writes what it was given.
func killedFigure(t *testing.T, f form, random *rand.Rand) row {
	r := row{done: "The program is killed (`kill -9`) at any moment of a save, then its journal is opened"}
	if runtime.GOOS == "windows" {
		r.missing = "there is no SIGKILL"
		return r
	}
	all := killRounds(t, "save until killed", f.kills, random)
	r.count = fmt.Sprintf("%s kills, %s saves", thousands(f.kills), thousands(all.told))
	r.result = fmt.Sprintf("**%d lost**, %d there before they were reported", all.lost, all.extra)
	if all.lost > 0 {
		t.Errorf("%d saves were lost", all.lost)
	}
	// A kill right between the two loses nothing: so the control goes on until
	// one does lose something.
	var control saved
	rounds := 0
	for least := max(3, f.kills/25); rounds < least || control.lost == 0 && rounds < maxControl; rounds++ {
		control.add(killRounds(t, "tell, then save", 1, random))
	}
	r.control = fmt.Sprintf("reported as saved just before it is: %d lost in %d kills", control.lost, rounds)
	alarm(t, control.lost, "a save that was not made")
	return r
}

// killRounds has the named child save and kills it, in so many rounds. Now and
// then it begins with a new journal, so that none grows too long.
func killRounds(t *testing.T, child string, rounds int, random *rand.Rand) (all saved) {
	t.Helper()
	var path string
	there := 0
	for round := range rounds {
		if round%50 == 0 {
			path, there = filepath.Join(t.TempDir(), "journal.db"), 0
		}
		// The delay puts the end anywhere in a save.
		last := killWhileSaving(t, child, path, random.IntN(20), time.Duration(random.IntN(30_000))*time.Microsecond)
		got := compareNumbered(t, path, there, last+1)
		all.add(got)
		there = last + 1 - got.lost + got.extra
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
		checkSound(t, path)
	}
	return all
}

// killWhileSaving starts a child that saves into the journal at path and kills
// it a while after so many more saves. It returns the number of the last save
// that the child acknowledged.
func killWhileSaving(t *testing.T, name, path string, saves int, while time.Duration) (last int) {
	t.Helper()
	child := childCommand(name, path)
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
