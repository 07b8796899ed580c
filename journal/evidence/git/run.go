package git

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"heliotrope/journal/evidence/source"
)

// The oldest version that is used, which held.trouble.old in assets/words names: before
// 2.15, --all left out what is checked out in other working trees.
const major, minor = 2, 15

// maxRecord is how many bytes of a record are read. Longer ones are cut.
const maxRecord = 64 << 10

// safe are the settings that every call has, whatever a repository's own configuration
// says. The commands that are called only read objects and need no other program; the
// settings are for a version of git that thinks otherwise.
var safe = []string{
	"--no-pager", "--no-replace-objects",
	"-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "core.alternateRefsCommand=",
	"-c", "core.sshCommand=", "-c", "core.gitProxy=", "-c", "core.askPass=", "-c", "credential.helper=",
	"-c", "protocol.allow=never", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "log.showSignature=false",
}

// environment returns what git finds in its environment when it reads a repository:
// nothing that the user or a caller set for it, no configuration but the repository's,
// nothing to ask, to fetch or to write.
func environment(program string) []string {
	return append(basic(program), "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0",
		"GIT_NO_REPLACE_OBJECTS=1", "GIT_GRAFT_FILE="+os.DevNull,
		"GIT_FLUSH=0", // not after each commit
	)
}

// basic returns what any call of git finds in its environment. Home is for a ~ in the
// configuration, at which git would end without.
func basic(program string) []string {
	return append(inherited("HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH"),
		"PATH="+filepath.Dir(program), "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0",
		"GIT_TRACE2=0", "GIT_TRACE2_EVENT=0", "GIT_TRACE2_PERF=0") // whatever is configured
}

// inherited returns those of the variables that are set.
func inherited(names ...string) (set []string) {
	for _, name := range names {
		if value, ok := os.LookupEnv(name); ok {
			set = append(set, name+"="+value)
		}
	}
	return set
}

// failure is an error of git. What git said may name what is in the repository, so it is
// not part of the text of the error.
type failure struct {
	error
	said string
}

// Unwrap returns what it is.
func (f failure) Unwrap() error { return f.error }

// run calls git in no particular folder. It returns soon after ctx is done, with its
// cause, and nothing that git started is left.
func run(ctx context.Context, program string, env []string, input io.Reader, output io.Writer, args ...string) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	c := exec.CommandContext(ctx, program, args...)
	c.Dir = filepath.VolumeName(program) + string(filepath.Separator)
	c.Env = env
	c.Stdin, c.Stdout = input, output
	said := head{limit: 4 << 10}
	c.Stderr = &said
	c.WaitDelay = time.Second // for who left the group and holds the pipe
	group(c)
	err := c.Run()
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if err != nil {
		return failure{fmt.Errorf("%w: git: %w", source.ErrBroken, err), string(said.text)}
	}
	return nil
}

// splitter hands over by records what is written to it. A record ends with a NUL, and
// is valid until f returns.
type splitter struct {
	f    func(record []byte)
	rest []byte // of a record that has not ended
}

// Write implements io.Writer.
func (s *splitter) Write(p []byte) (int, error) {
	n := len(p)
	for {
		part, after, ended := bytes.Cut(p, []byte{0})
		if len(s.rest) > 0 || !ended {
			s.rest = append(s.rest, part[:min(len(part), maxRecord-len(s.rest))]...)
			part = s.rest
		}
		if !ended {
			return n, nil
		}
		s.f(part[:min(len(part), maxRecord)])
		s.rest, p = s.rest[:0], after
	}
}

// head keeps the first bytes of what is written to it.
type head struct {
	text  []byte
	limit int
}

// Write implements io.Writer.
func (h *head) Write(p []byte) (int, error) {
	h.text = append(h.text, p[:min(len(p), h.limit-len(h.text))]...)
	return len(p), nil
}

// program returns the path of git. It is searched for in the folders of PATH that are
// absolute, so that it cannot be a file of the repository that is looked at.
func program() (string, error) {
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if runtime.GOOS == "darwin" && dir == "/usr/bin" {
			dir = "/Library/Developer/CommandLineTools/usr/bin" // the other one offers to install it
		}
		if !filepath.IsAbs(dir) {
			continue
		}
		if path, err := exec.LookPath(filepath.Join(dir, "git")); err == nil {
			return path, nil
		}
	}
	return "", source.ErrMissing
}

// checked are the programs that are known to be new enough.
var checked sync.Map

// usable returns the path of git if its version is not too old.
func usable(ctx context.Context) (string, error) {
	path, err := program()
	if err != nil {
		return "", err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", source.ErrMissing
	}
	id := fmt.Sprint(path, info.Size(), info.ModTime().UnixNano())
	if _, ok := checked.Load(id); ok {
		return path, nil
	}
	said := head{limit: 100}
	if err := run(ctx, path, environment(path), nil, &said, "version"); err != nil {
		return "", err
	}
	if !isNew(string(said.text)) {
		return "", source.ErrOld
	}
	checked.Store(id, true)
	return path, nil
}

// isNew reports whether what git version printed, such as "git version 2.39.5 (Apple
// Git-154)", is a version that is not too old.
func isNew(said string) bool {
	var a, b int
	_, err := fmt.Sscanf(said, "git version %d.%d", &a, &b)
	return err == nil && (a > major || a == major && b >= minor)
}
