package boltstore

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"heliotrope/journal"
)

// failingSaves is how many saves a child makes on a failing disk.
const failingSaves = 3

// saveOnFailingDisk makes numbered saves while strace makes a call fail. It
// prints of each whether it was refused, and in the end saved, which all are.
func saveOnFailingDisk(path string, sync bool) error {
	runtime.LockOSThread() // strace counts the calls of each thread by themselves
	s, err := Open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	if !sync {
		s.db.NoSync = true
	}
	for i := range failingSaves {
		change := journal.Change{PutEntries: []journal.Entry{numbered(i)}}
		err := s.Apply(change)
		if err != nil {
			fmt.Println("refused", i)
			err = saveAgain(s, change, err)
		}
		if err != nil {
			return fmt.Errorf("save %d: %w", i, err)
		}
		fmt.Println("saved", i)
	}
	return nil
}

// saveAgain makes change after it was refused. If it is in doubt nothing more
// may be reported as saved until the store has checked.
func saveAgain(s *Store, change journal.Change, refusal error) error {
	if !errors.Is(refusal, syscall.EIO) {
		return fmt.Errorf("%w, want EIO", refusal)
	}
	if errors.Is(refusal, journal.ErrReadOnly) {
		if err := s.Apply(change); !errors.Is(err, journal.ErrReadOnly) || !strings.Contains(err.Error(), "earlier save") {
			return errors.Join(errors.New("after a failed sync a save was not refused"), err)
		}
		if err := s.Verify(); err != nil {
			return fmt.Errorf("verify: %w", err)
		}
	}
	return s.Apply(change)
}

// strace returns what traces a program, or why there is nothing.
func strace() (path, missing string) {
	path, err := exec.LookPath("strace")
	if err != nil {
		return "", "strace is not installed"
	}
	if err := exec.Command(path, "-qq", "-o", os.DevNull, "true").Run(); err != nil {
		return "", "strace may not trace"
	}
	return path, ""
}

// errorsFigure makes each write and each sync of three saves fail in turn. A
// save that fails must be reported, and what is reported as saved must be there.
func errorsFigure(t *testing.T, f form, _ *rand.Rand) row {
	r := row{done: "The disk fails (EIO) at the n-th write or sync of three saves, for every n; what was refused is saved again"}
	path, missing := strace()
	if r.missing = missing; missing != "" {
		return r
	}
	failed, refused := 0, 0
	for _, call := range []string{"fdatasync", "pwrite64"} {
		for n := 1; n <= f.errors; n++ {
			file, said, injected := failAt(t, path, "save on a failing disk", call, n)
			if !injected {
				break // there are no more
			}
			failed++
			refusals := strings.Count(said, "refused")
			refused += refusals
			// The note beside the journal is written without a sync, and the
			// journal does without it. All else must be told.
			if refusals == 0 && call == "fdatasync" {
				t.Errorf("%s %d: nobody was told", call, n)
			}
			got := compareNumbered(t, file, 0, failingSaves)
			if got.lost > 0 || strings.Count(said, "saved") != failingSaves {
				t.Errorf("%s %d: the child said %q, and %d are lost", call, n, said, got.lost)
			}
			checkSound(t, file)
		}
	}
	if _, _, injected := failAt(t, path, "save without syncs", "fdatasync", 1); injected {
		t.Error("control: a sync was made")
	}
	r.count = fmt.Sprintf("%d errors", failed)
	r.result = fmt.Sprintf("**0 lost**: %d saves refused, then made; the other %d hit the marker file, which is optional", refused, failed-refused)
	r.control = "without syncs (`NoSync`): no error is seen, as nothing is synced"
	return r
}

// failAt runs a child whose n-th call fails. It returns its journal, what it
// said, and whether there was such a call.
func failAt(t *testing.T, strace, name, call string, n int) (path, said string, injected bool) {
	t.Helper()
	folder := t.TempDir()
	path = filepath.Join(folder, "journal.db")
	if err := mustOpen(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	trace := filepath.Join(folder, "trace")
	child := childCommand(name, path, strace, "-f", "-qq", "-o", trace, "-e", "trace="+call,
		"-e", fmt.Sprintf("inject=%s:error=EIO:when=%d", call, n))
	output, err := child.Output()
	if err != nil {
		t.Errorf("%s %d: %v", call, n, err)
	}
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	return path, string(output), strings.Contains(string(calls), "(INJECTED)")
}
