package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// brokenVariable takes a check out of FuzzParseMeta, for the control.
const brokenVariable = "HELIOTROPE_TEST_BROKEN"

// maxControlFuzz is how many executions the control may take to find its
// failure, at which it ends. A handful is usual.
const maxControlFuzz = 1_000_000

// slowFuzz is how many times as long an execution of FuzzDiagnose takes as one
// of the others: it examines a whole file.
const slowFuzz = 100

// fuzzed are the decoders that are fuzzed, by the folder of their package.
var fuzzed = []struct {
	folder  string
	targets []string
}{
	{".", []string{"FuzzDecodeRecord", "FuzzQuick", "FuzzDecodeHead", "FuzzParseMeta", "FuzzParseMarker", "FuzzDiagnose"}},
	{"../exchange", []string{"FuzzRead"}},
}

var fuzzExecs = regexp.MustCompile(`execs: (\d+)`)

// fuzzFigure gives the decoders bytes that nobody thought of, and looks for
// ones with which they fail. Inputs that it finds stay out of testdata.
func fuzzFigure(t *testing.T, f form, _ *rand.Rand) row {
	r := row{done: "Readers of records, head, meta page, marker, whole damaged files and exchange files are given made-up bytes (`go test -fuzz`)"}
	compiler, err := exec.LookPath("go")
	switch {
	case f.fuzz == 0:
		r.missing = "only with -figures"
		return r
	case err != nil:
		r.missing = "there is no go command"
		return r
	}
	executions, targets := 0, 0
	for _, p := range fuzzed {
		program := filepath.Join(t.TempDir(), "fuzz.test")
		build := exec.Command(compiler, "test", "-c", "-fuzz=.", "-o", program, ".")
		build.Dir = p.folder
		if said, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", p.folder, err, said)
		}
		for _, target := range p.targets {
			times := f.fuzz
			if target == "FuzzDiagnose" {
				times /= slowFuzz
			}
			n, failure := fuzz(t, p.folder, program, target, times, false)
			if executions += n; failure != "" || n == 0 {
				t.Errorf("%s: %d executions: %s", target, n, failure)
			}
			targets++
		}
		if p.folder != "." {
			continue
		}
		n, failure := fuzz(t, p.folder, program, "FuzzParseMeta", maxControlFuzz, true)
		if !strings.Contains(failure, "out of range") {
			t.Errorf("control: nothing was found: %s", failure)
		}
		r.control = fmt.Sprintf("the length of a meta page not checked: found in %s executions", thousands(n))
	}
	r.count = fmt.Sprintf("%d readers, %s executions", targets, thousands(executions))
	r.result = "**0 failures**"
	return r
}

// fuzz runs a fuzz target a number of times, with a copy of the test data of its
// package. It returns how often it was executed, and what it found. A limit in
// time would make go test fail if it came during an execution.
func fuzz(t *testing.T, source, program, target string, times int, broken bool) (executions int, failure string) {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "testdata"), os.DirFS(filepath.Join(source, "testdata"))); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(program, "-test.run=^$", "-test.fuzz=^"+target+"$", fmt.Sprintf("-test.fuzztime=%dx", times),
		"-test.fuzzcachedir="+filepath.Join(folder, "cache"))
	run.Dir = folder
	if broken {
		run.Env = append(os.Environ(), brokenVariable+"=yes")
	}
	said, err := run.CombinedOutput()
	for _, m := range fuzzExecs.FindAllStringSubmatch(string(said), -1) {
		executions, _ = strconv.Atoi(m[1])
	}
	if err != nil {
		failure = string(said) + inputs(filepath.Join(folder, "testdata", "fuzz"))
	}
	return executions, failure
}

// inputs returns what a fuzz run left, so that it can be put into testdata.
func inputs(folder string) string {
	var all strings.Builder
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		file, err := os.ReadFile(path)
		fmt.Fprintf(&all, "%s:\n%s\n", filepath.Base(path), file)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err.Error()
	}
	return all.String()
}
