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
	"testing"

	"heliotrope/journal"
)

// Where a full disk is made.
const (
	limitVariable   = "HELIOTROPE_TEST_LIMIT"   // bytes that a file of the child may have
	ballastVariable = "HELIOTROPE_TEST_BALLAST" // or a file that is in the way, on a small disk
	rescueVariable  = "HELIOTROPE_TEST_RESCUE"  // where it leaves a copy of its journal
)

// saveUntilFull makes numbered saves until the disk is full, and prints the
// number of each; then a small one, and once there is room the one that was
// refused. If boast, it calls the refused one saved and stops.
func saveUntilFull(path string, boast bool) error {
	makeRoom, err := limitRoom()
	if err != nil {
		return err
	}
	s, err := Open(path)
	if err != nil {
		return err
	}
	i, refusal := 0, error(nil)
	for ; refusal == nil; i++ {
		if refusal = s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(i)}}); refusal == nil || boast {
			fmt.Println("saved", i)
		}
	}
	if !boast {
		if errors.Is(refusal, journal.ErrReadOnly) {
			return fmt.Errorf("a full disk ended in doubt: %w", refusal)
		}
		fmt.Println("full")
		if err := saveAfter(s, i-1, makeRoom); err != nil {
			return err
		}
	}
	return errors.Join(s.CopyTo(os.Getenv(rescueVariable)), s.Close())
}

// saveAfter goes on after save i was refused.
func saveAfter(s *Store, i int, makeRoom func() error) error {
	c, err := s.Load()
	if err != nil || len(c.Entries) != i {
		return fmt.Errorf("full, it shows %d saves of %d (%w)", len(c.Entries), i, err)
	}
	if err := s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(0)}, Draft: &journal.Draft{ID: "d", Week: week("2026-W47"), Text: "small"}}); err == nil {
		fmt.Println("small")
	}
	if err := makeRoom(); err != nil {
		return err
	}
	for _, j := range []int{i, i + 1} {
		if err := s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(j)}}); err != nil {
			return fmt.Errorf("there is room again: %w", err)
		}
		fmt.Println("saved", j)
	}
	return nil
}

// limitRoom makes the disk small as the environment says, and returns what
// makes room again.
func limitRoom() (makeRoom func() error, err error) {
	if ballast := os.Getenv(ballastVariable); ballast != "" {
		return func() error { return os.Remove(ballast) }, os.WriteFile(ballast, make([]byte, 1<<20), 0o600)
	}
	return limitFiles(os.Getenv(limitVariable))
}

// fullFigure lets a program save until its files may not grow any more.
func fullFigure(t *testing.T, _ form, _ *rand.Rand) row {
	r := row{done: "The disk is full: files may not grow past 128, 256 or 384 KiB (`RLIMIT_FSIZE`) until one save was refused"}
	if runtime.GOOS != "linux" {
		r.missing = "it takes Linux"
		return r
	}
	var all, control saved
	small, runs := 0, 0
	for kib := 128; kib <= 384; kib += 128 {
		limit := fmt.Sprintf("%s=%d", limitVariable, kib<<10)
		got, tookSmall := fill(t, "save until the disk is full", nil, limit)
		all.add(got)
		small += tookSmall
		runs++
		boast, _ := fill(t, "call all saved", nil, limit)
		control.add(boast)
	}
	r.count = fmt.Sprintf("%d full disks, %s saves", runs, thousands(all.told))
	return fullRow(t, r, all, control, fmt.Sprintf("a small save possible in %d of %d", small, runs))
}

// smallDiskFigure does the same on a disk of its own, in memory.
func smallDiskFigure(t *testing.T, _ form, _ *rand.Rand) row {
	r := row{done: "The disk is full: a disk of 3 MiB in memory (`unshare -Urm`, tmpfs), until a file of 1 MiB beside the journal was removed"}
	mount := []string{"unshare", "-Urm", "sh", "-c", `mount -t tmpfs -o size=3m none "${2%/*}" && exec "$@"`, "sh"}
	if runtime.GOOS != "linux" || exec.Command("unshare", "-Urm", "mount", "-t", "tmpfs", "none", t.TempDir()).Run() != nil {
		r.missing = "this user may not mount a disk"
		return r
	}
	got, small := fill(t, "save until the disk is full", mount, "")
	boast, _ := fill(t, "call all saved", mount, "")
	smallToo := "and a small one too"
	if small > 0 {
		smallToo = "a small save still possible"
	}
	r.count = fmt.Sprintf("1 full disk, %s saves", thousands(got.told))
	return fullRow(t, r, got, boast, smallToo)
}

func fullRow(t *testing.T, r row, all, control saved, small string) row {
	t.Helper()
	if all.lost > 0 || all.extra > 0 {
		t.Errorf("%d saves were lost, %d are there that were refused", all.lost, all.extra)
	}
	alarm(t, control.lost, "a refused save")
	r.result = fmt.Sprintf("**0 lost**; the save was refused, the journal readable, %s, and the refused one saved once there was room", small)
	r.control = fmt.Sprintf("a refused save reported as saved: %d lost", control.lost)
	return r
}

// fill runs a child that fills its disk, and compares what it says with a copy
// of its journal.
func fill(t *testing.T, name string, before []string, limit string) (got saved, small int) {
	t.Helper()
	folder, rescue := t.TempDir(), filepath.Join(t.TempDir(), "rescue.db")
	child := childCommand(name, filepath.Join(folder, "journal.db"), before...)
	child.Env = append(child.Env, rescueVariable+"="+rescue)
	if limit != "" {
		child.Env = append(child.Env, limit)
	} else {
		child.Env = append(child.Env, ballastVariable+"="+filepath.Join(folder, "ballast"))
	}
	said, err := child.Output()
	if err != nil {
		t.Errorf("the child said %q: %v", said, err)
		return saved{}, 0
	}
	return compareNumbered(t, rescue, 0, strings.Count(string(said), "saved")), strings.Count(string(said), "small")
}
