package newfile

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestMain also is a program that makes a file and is then killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("NEWFILE_TEST_PATH"); path != "" {
		makeAndWait(path)
	}
	os.Exit(m.Run())
}

// makeAndWait has a file halfway to its name until the program is killed.
func makeAndWait(path string) {
	if os.Getenv("NEWFILE_TEST_NAMED") != "" {
		unnamed = refuse
	}
	f, err := Create(path)
	if err == nil {
		_, err = f.Write([]byte("half"))
	}
	if err != nil {
		panic(err)
	}
	_, _ = os.Stdout.WriteString("made\n")
	select {}
}

func refuse(string) (*os.File, error) { return nil, errors.ErrUnsupported }

// inEach runs a test with files that have no name, where there are any, and with
// such that have a temporary one.
func inEach(t *testing.T, test func(t *testing.T, named bool)) {
	t.Run("unnamed", func(t *testing.T) { test(t, false) })
	t.Run("named", func(t *testing.T) {
		before := unnamed
		t.Cleanup(func() { unnamed = before })
		unnamed = refuse
		test(t, true)
	})
}

// create returns a new file with some text.
func create(t *testing.T, path, text string) *File {
	t.Helper()
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.Remove)
	if _, err := f.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := f.Sync((*os.File).Sync); err != nil {
		t.Fatal(err)
	}
	return f
}

// contains checks the names in a folder, and what is in the files.
func contains(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := want[e.Name()]; !ok {
			t.Errorf("there is %s", e.Name())
		}
	}
	for name, text := range want {
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != text {
			t.Errorf("%s contains %q (%v), want %q", name, got, err, text)
		}
	}
}

func TestLink(t *testing.T) {
	inEach(t, func(t *testing.T, _ bool) {
		folder := t.TempDir()
		f := create(t, filepath.Join(folder, "a"), "one")
		if got, err := os.ReadFile(f.Path()); err != nil || string(got) != "one" {
			t.Errorf("before it has its name it contains %q (%v)", got, err)
		}
		if err := f.Link(); err != nil {
			t.Fatal(err)
		}
		f.Remove()
		contains(t, folder, map[string]string{"a": "one"})
		if info, err := os.Stat(filepath.Join(folder, "a")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("its mode is %v (%v)", info.Mode(), err)
		}

		f = create(t, filepath.Join(folder, "a"), "two")
		if err := f.Link(); !errors.Is(err, fs.ErrExist) {
			t.Errorf("a name that is taken: %v", err)
		}
		f.Remove()
		contains(t, folder, map[string]string{"a": "one"})
	})
}

func TestReplace(t *testing.T) {
	inEach(t, func(t *testing.T, _ bool) {
		folder := t.TempDir()
		for _, text := range []string{"one", "two"} {
			f := create(t, filepath.Join(folder, "a"), text)
			if err := f.Replace(); err != nil {
				t.Fatal(err)
			}
			f.Remove()
			contains(t, folder, map[string]string{"a": text})
		}
		create(t, filepath.Join(folder, "a"), "three").Remove()
		contains(t, folder, map[string]string{"a": "two"})
	})
}

// TestErrorsNameThePath: an error names the path that the user knows.
func TestErrorsNameThePath(t *testing.T) {
	inEach(t, func(t *testing.T, _ bool) {
		folder := t.TempDir()
		names := func(err error, path string, cause error) {
			t.Helper()
			named, ok := errors.AsType[*fs.PathError](err)
			if !ok || named.Path != path || !errors.Is(err, cause) {
				t.Errorf("the error is %v, want %v of %s", err, cause, path)
			}
		}
		nowhere := filepath.Join(folder, "none", "a")
		_, err := Create(nowhere)
		names(err, nowhere, fs.ErrNotExist)

		path := filepath.Join(folder, "a")
		f := create(t, path, "one")
		if err := os.MkdirAll(filepath.Join(path, "full"), 0o700); err != nil {
			t.Fatal(err)
		}
		names(f.Link(), path, fs.ErrExist)
		if named, ok := errors.AsType[*fs.PathError](f.Replace()); !ok || named.Path != path {
			t.Errorf("in place of a folder: %v", named)
		}
		full := errors.New("full")
		names(f.Sync(func(*os.File) error { return full }), path, full)
	})
}

// TestKilled: of a file that a program was making when it was killed nothing is
// left after a sweep, and without a temporary name not even before. As long as
// the program lives a sweep leaves the file alone.
func TestKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder cannot be locked there")
	}
	inEach(t, func(t *testing.T, named bool) {
		folder := t.TempDir()
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), "NEWFILE_TEST_PATH="+filepath.Join(folder, "a"))
		if named {
			child.Env = append(child.Env, "NEWFILE_TEST_NAMED=1")
		}
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Fatal(err)
		}
		left := func() (n int) {
			entries, err := os.ReadDir(folder)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				if strings.HasPrefix(e.Name(), prefix) {
					n++
				}
			}
			return n
		}
		living := left()
		Sweep(folder)
		if n := left(); n != living || named && n != 1 {
			t.Errorf("while it is made there are %d files, %d after a sweep", living, n)
		}
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = child.Wait() // it was killed
		if n := left(); !named && runtime.GOOS == "linux" && n != 0 {
			t.Errorf("a file without a name leaves %d", n)
		}
		Sweep(folder)
		if n := left(); n != 0 {
			t.Errorf("%d are left after a sweep", n)
		}
	})
}

// TestSweepLeavesOthersAlone: what has another name, and what is no file, stays.
func TestSweepLeavesOthersAlone(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, prefix+"folder"+suffix), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".heliotrope", prefix + "letter", "letter" + suffix, "copy" + prefix + "1" + suffix} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	Sweep(folder)
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 5 {
		t.Errorf("there are %v (%v)", entries, err)
	}
	Sweep(filepath.Join(folder, "none"))
}
