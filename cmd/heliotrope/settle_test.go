package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/memory"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
)

// doubtful is a store whose disk fails at the first save, which may be there
// nevertheless.
type doubtful struct {
	*memory.Store
	saves  bool  // it is there
	verify error // what looking again ends with
}

var errDoubt = fmt.Errorf("%w: %w", journal.ErrReadOnly, syscall.EIO)

func (d *doubtful) Apply(change journal.Change) error {
	if d.saves {
		if err := d.Store.Apply(change); err != nil {
			return err
		}
	}
	return errDoubt
}

func (d *doubtful) Verify() error { return d.verify }

// TestSettle: after a save that failed in doubt a command says what is on the
// disk, and ends so that a script does not repeat what is done.
func TestSettle(t *testing.T) {
	for _, test := range []struct {
		name  string
		store doubtful
		code  int
		said  string
	}{
		{"saved", doubtful{saves: true}, exitDone, "don’t repeat"},
		{"not saved", doubtful{}, exitFailed, "was not saved"},
		{"not known", doubtful{saves: true, verify: syscall.EIO}, exitDoubt, "isn’t known"},
		{"nor this", doubtful{verify: syscall.EIO}, exitDoubt, "isn’t known"},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.store.Store = memory.New(journal.Contents{})
			j, err := journal.Open(&test.store)
			if err != nil {
				t.Fatal(err)
			}
			var errs strings.Builder
			p := &program{out: &output{to: io.Discard}, err: &errs, words: words.In(words.English).Command(), vault: newVault(t)}
			kind := journal.Kind{ID: "handover", Name: "Handover", Track: journal.Technical}
			err = p.settle(j, j.SaveKind(kind), func() bool {
				_, ok := j.Kinds().Find(kind.ID)
				return ok
			})
			if code := p.end(err, "add", true); code != test.code || !strings.Contains(errs.String(), test.said) {
				t.Errorf("exit %d with %q, want %d and that it %s", code, errs.String(), test.code, test.said)
			}
			if !strings.Contains(errs.String(), "the disk reported an error") {
				t.Errorf("why is not said: %q", errs.String())
			}
		})
	}
}

// TestSettleLeavesFailuresAlone: what failed before anything was saved is what
// it was.
func TestSettleLeavesFailuresAlone(t *testing.T) {
	p := &program{vault: newVault(t)}
	full := fmt.Errorf("save journal: %w", syscall.ENOSPC)
	if err := p.settle(nil, full, nil); !errors.Is(err, full) {
		t.Errorf("it is %v, want %v", err, full)
	}
	if err := p.settle(nil, nil, nil); err != nil {
		t.Errorf("without a failure it is %v", err)
	}
}

// newVault returns a vault in which nothing was opened.
func newVault(t *testing.T) *vault.Vault {
	t.Helper()
	folder := t.TempDir()
	v, err := vault.At(filepath.Join(folder, "journal.db"), preferences.Open(filepath.Join(folder, "settings.json")), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestReadOnlyJournal: a journal that may only be read is a matter of its
// permissions. To repeat the command would not help.
func TestReadOnlyJournal(t *testing.T) {
	path := place(t)
	succeeds(t, on(path, "import", sampleFile)...)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
		_ = f.Close()
		t.Skip("root may write all files")
	}
	one := writeFile(t, "one.json", `{"format": "heliotrope-journal", "version": 1, "id": "one",
		"entries": [{"week": "2020-W10", "reflection": "x"}]}`)
	for _, args := range [][]string{{"add", "Fed the quokka", "--kind", "coding", "--energy", "1"}, {"import", one}} {
		ended := heliotrope(t, on(path, args...)...)
		if ended.code != exitFailed || !strings.Contains(ended.err, "permissions") || strings.Contains(ended.err, "command again") {
			t.Errorf("%s ends with %+v", args[0], ended)
		}
	}
}

// TestFailingSync makes single system calls of the program fail: what it says
// and how it ends must be true of the journal then.
func TestFailingSync(t *testing.T) {
	if runtime.GOOS != "linux" || exec.Command("strace", "-o", os.DevNull, "true").Run() != nil {
		t.Skip("there is no strace that may trace")
	}
	file := writeFile(t, "one.json", `{"format": "heliotrope-journal", "version": 1, "id": "one",
		"entries": [{"week": "2020-W10", "moments": [{"id": "m", "text": "Fed the quokka", "kind": "coding", "energy": 1, "hours": 1}]}]}`)
	count := func(path string) (n int) {
		for _, e := range contents(t, path).Entries {
			n += len(e.Moments)
		}
		return n
	}
	for name, args := range map[string][]string{
		"add":    {"add", "Fed the quokka", "--kind", "coding", "--energy", "1"},
		"import": {"import", file},
	} {
		for _, when := range []string{"1", "2", "2+", "3", "4"} {
			t.Run(name+" "+when, func(t *testing.T) {
				path := place(t)
				succeeds(t, on(path, "import", sampleFile)...)
				succeeds(t, on(path, "backup")...)
				before := count(path)
				program, err := exec.LookPath("heliotrope")
				if err != nil {
					t.Fatal(err)
				}
				c := exec.Command("strace", append([]string{"-f", "-o", filepath.Join(t.TempDir(), "trace"),
					"-e", "inject=fdatasync:error=EIO:when=" + when, program}, on(path, args...)...)...)
				c.Env = append(os.Environ(), "TODAY=")
				said, err := c.CombinedOutput()
				code := c.ProcessState.ExitCode()
				added := count(path) - before
				switch code {
				case exitDone:
					if added != 1 {
						t.Errorf("done, and %d were added: %s", added, said)
					}
				case exitFailed:
					if added != 0 || !strings.Contains(string(said), "not saved") {
						t.Errorf("failed, and %d were added: %s", added, said)
					}
				case exitDoubt:
					if !strings.Contains(string(said), "isn’t known") {
						t.Errorf("in doubt, which is not said: %s", said)
					}
				default:
					t.Errorf("exit %d (%v): %s", code, err, said)
				}
				if want := map[string]int{"1": exitFailed, "2+": exitDoubt}[when]; code != want {
					t.Errorf("exit %s, want %d: %s", strconv.Itoa(code), want, said)
				}
			})
		}
	}
}
