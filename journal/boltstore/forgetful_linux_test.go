package boltstore

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// forgetfulFigure has a program save on a file system that keeps in its memory
// what was not synced, and kills the file system: a power cut. What is left in
// the folder below it must be a sound journal that holds everything that was
// said to be saved.
func forgetfulFigure(t *testing.T, f form, random *rand.Rand) row {
	r := row{done: "The power is cut while a program saves on a file system that forgets what was not synced (FUSE, `.ci/forgetfs`), then the journal is opened"}
	if f.forgets == 0 {
		r.missing = "it takes a file system that is built for it, so only -figures does it"
		return r
	}
	program := filepath.Join(t.TempDir(), "forgetfs")
	if said, err := exec.Command("go", "build", "-C", "../../.ci/forgetfs", "-o", program, ".").CombinedOutput(); err != nil {
		r.missing = fmt.Sprintf("the file system could not be built: %.200s", said)
		return r
	}
	all, err := forgetRounds(t, program, "save until killed", f.forgets, random)
	if err != nil {
		r.missing = err.Error()
		return r
	}
	r.count = fmt.Sprintf("%d cuts, %s saves", f.forgets, thousands(all.told))
	r.result = fmt.Sprintf("**%d lost**, %d there before anybody was told", all.lost, all.extra)
	if all.lost > 0 {
		t.Errorf("%d saves were lost", all.lost)
	}
	rounds := max(2, f.forgets/10)
	control := controlOf(t, program, rounds, random)
	r.control = fmt.Sprintf("without syncs (`NoSync`): %d of %d cuts lost saves or the journal", control, rounds)
	alarm(t, control, "a save that was not synced")
	return r
}

// forgetRounds cuts the power so many times, and opens the journal after each.
// Its error says why that cannot be done here.
func forgetRounds(t *testing.T, program, child string, rounds int, random *rand.Rand) (all saved, err error) {
	t.Helper()
	disk := t.TempDir()
	path := filepath.Join(disk, "journal.db")
	there := 0
	for round := range rounds {
		last, err := cutWhileSaving(t, program, child, disk, random)
		if err != nil {
			return all, err
		}
		if last < 0 {
			last = there - 1 // the cut came before the first save of this round
		}
		got := compareNumbered(t, path, there, last+1)
		all.add(got)
		there = last + 1 - got.lost + got.extra
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
		checkSound(t, path)
	}
	return all, nil
}

// controlOf counts the cuts after which saves that were told are not there, or
// nothing can be read, when nothing is synced. Each begins with a new journal.
func controlOf(t *testing.T, program string, rounds int, random *rand.Rand) (bad int) {
	t.Helper()
	for range rounds {
		disk := t.TempDir()
		path := filepath.Join(disk, "journal.db")
		if s, err := Open(path); err != nil || s.Close() != nil {
			t.Fatal("no journal to begin with")
		}
		last, err := cutWhileSaving(t, program, "save until killed, without syncs", disk, random)
		if err != nil {
			t.Fatal(err)
		}
		h, _, err := openAndTell(path)
		if err != nil || len(h.contents.Entries) < last+1 {
			bad++
		}
	}
	return bad
}

// cutWhileSaving mounts the file system over disk, has a child save there, and
// kills the file system in the midst of it. It returns the number of the last
// save that the child acknowledged, -1 if there was none.
func cutWhileSaving(t *testing.T, program, name, disk string, random *rand.Rand) (last int, err error) {
	t.Helper()
	at := t.TempDir()
	system := exec.Command(program, disk, at)
	said, err := system.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := system.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = system.Process.Kill()
		_ = system.Wait()
		_ = syscall.Unmount(at, syscall.MNT_DETACH)
	}()
	if !bufio.NewScanner(said).Scan() {
		return 0, fmt.Errorf("nothing may be mounted")
	}
	child := childCommand(name, filepath.Join(at, "journal.db"))
	child.Stderr = nil // it loses its disk
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	saves, while := random.IntN(20), time.Duration(random.IntN(30_000))*time.Microsecond
	last = -1
	lines := bufio.NewScanner(output)
	for i := 0; lines.Scan(); i++ {
		if last, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
		if i == saves {
			time.AfterFunc(while, func() {
				_ = system.Process.Kill() // the power cut
				_ = child.Process.Kill()
			})
		}
	}
	_ = child.Wait() // killed, or out of its disk
	return last, nil
}

// saveForgetfully saves one week after the other and syncs nothing.
func saveForgetfully(path string) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	s.db.NoSync = true
	for i := 0; ; i++ {
		if err := s.Apply(numberedChange(i)); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(os.Stdout, i); err != nil {
			return err
		}
	}
}
