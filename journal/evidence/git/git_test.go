package git

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"heliotrope/journal/evidence/source"
)

// week is the span that tests look at, in a zone of its own.
var week = func() source.Span {
	from := time.Date(2026, 11, 23, 0, 0, 0, 0, time.FixedZone("", 2*60*60))
	return source.Span{From: from, To: from.AddDate(0, 0, 7)}
}()

// at returns the seconds since 1970 at an hour of the week.
func at(hours int) int64 { return week.From.Add(time.Duration(hours) * time.Hour).Unix() }

const me, you = "me@example.org", "you@example.org"

// needsGit skips a test where git is missing, unless HELIOTROPE_E2E requires it.
func needsGit(t testing.TB) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("HELIOTROPE_E2E") == "required" {
			t.Fatal("git is not installed, and HELIOTROPE_E2E requires it")
		}
		t.Skip("git is not installed")
	}
}

// repo is the folder of a repository that a test makes.
type repo string

// newRepo makes a repository in a folder, with args for git init.
func newRepo(t testing.TB, dir string, args ...string) repo {
	t.Helper()
	needsGit(t)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	r := repo(dir)
	r.git(t, append([]string{"init", "-q", "-b", "main"}, args...)...)
	return r
}

// clean is the environment of git in tests.
func clean(home string, more ...string) []string {
	return append([]string{
		"PATH=" + os.Getenv("PATH"), "SYSTEMROOT=" + os.Getenv("SYSTEMROOT"), "HOME=" + home, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=" + me, "GIT_COMMITTER_NAME=C", "GIT_COMMITTER_EMAIL=c@example.org",
		"GIT_AUTHOR_DATE=@" + fmt.Sprint(at(0)) + " +0000", "GIT_COMMITTER_DATE=@" + fmt.Sprint(at(0)) + " +0000",
	}, more...)
}

// git has git do something, and returns what it prints.
func (r repo) git(t testing.TB, args ...string) string {
	t.Helper()
	return r.with(t, "", nil, args...)
}

func (r repo) with(t testing.TB, input string, env []string, args ...string) string {
	t.Helper()
	c := exec.Command("git", args...)
	c.Dir, c.Env, c.Stdin = string(r), clean(string(r), env...), strings.NewReader(input)
	var said strings.Builder
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, said.String())
	}
	return strings.TrimSpace(string(out))
}

// commit makes one more commit on what is checked out: with an author's address, when
// it was written and committed, and a message.
func (r repo) commit(t testing.TB, author string, written, committed int64, message string) {
	t.Helper()
	r.with(t, message, []string{
		"GIT_AUTHOR_EMAIL=" + author, fmt.Sprintf("GIT_AUTHOR_DATE=@%d +0000", written), fmt.Sprintf("GIT_COMMITTER_DATE=@%d +0000", committed),
	}, "commit", "-q", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "-F", "-")
}

// write writes a file below a folder.
func write(t testing.TB, text string, path ...string) string {
	t.Helper()
	file := filepath.Join(path...)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// patient is Kind without a limit that a slow machine could reach.
var patient = kind{limit: time.Hour, belongs: belongs}

// looked returns what a look at path finds for the user, as "what hour subject".
func looked(t testing.TB, path repo) []string {
	t.Helper()
	found := patient.Open(string(path), []string{me}).Look(t.Context(), week)
	for _, trouble := range found.Troubles {
		var f failure
		errors.As(trouble, &f)
		t.Errorf("%v\n%s", trouble, f.said)
	}
	return lines(found)
}

func lines(found source.Found) (all []string) {
	for _, item := range found.Items {
		all = append(all, fmt.Sprintf("%s %.0f %s", item.What, item.Start.Sub(week.From).Hours(), item.Detail))
	}
	return all
}

func is(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestLook(t *testing.T) {
	r := newRepo(t, filepath.Join(t.TempDir(), "quokka"))
	is(t, "an empty repository", looked(t, r))
	r.commit(t, me, at(-1), at(-1), "Before")
	r.commit(t, me, at(0), at(0), "First")
	r.commit(t, strings.ToUpper(me), at(1), at(1), "In capitals")
	r.commit(t, "so"+me, at(2), at(2), "Somebody else's")
	r.commit(t, you, at(3), at(3), "Reviewed\n\nReviewed-by: M <"+me+">")
	r.commit(t, you, at(4), at(4), "Together\n\nCo-authored-by: M <"+me+">")
	r.commit(t, me, at(5), at(5), "With you\n\nCo-authored-by: Y <"+you+">")
	r.commit(t, me, at(6), at(24*300), "Committed much later")
	r.commit(t, me, at(168), at(168), "After")
	r.git(t, "checkout", "-q", "-b", "other", "main~3")
	r.commit(t, me, at(8), at(8), "On a branch")
	r.commit(t, me, at(6), at(24*301), "Committed much later")
	r.git(t, "checkout", "-q", "main")
	r.git(t, "merge", "-q", "--no-ff", "-m", "A merge", "other")
	r.git(t, "checkout", "-q", "--detach")
	r.commit(t, me, at(9), at(9), "Detached")
	want := []string{
		"commit 0 First", "commit 1 In capitals", "review 3 Reviewed", "pairing 4 Together", "commit 5 With you", "pairing 5 With you",
		"commit 6 Committed much later", "commit 8 On a branch", "commit 9 Detached",
	}
	is(t, "a repository", looked(t, r), want...)

	found := patient.Open(string(r), []string{"  " + me + " ", ""}).Look(t.Context(), week)
	for _, item := range found.Items {
		if item.Title != "quokka" || item.Start != item.End || item.Start.Location() != week.From.Location() {
			t.Errorf("%+v", item)
		}
	}
	if found := patient.Open(string(r), nil).Look(t.Context(), week); len(found.Items) > 0 {
		t.Errorf("without addresses: %q", lines(found))
	}
}

func TestLookBehindRefs(t *testing.T) {
	dir := t.TempDir()
	r := newRepo(t, filepath.Join(dir, "there"))
	r.commit(t, me, at(1), at(1), "Pushed")
	here := repo(filepath.Join(dir, "here"))
	r.git(t, "clone", "-q", string(r), string(here))
	r.commit(t, me, at(2), at(2), "Of a remote")
	here.git(t, "fetch", "-q")
	here.git(t, "checkout", "-q", "-b", "gone")
	here.commit(t, me, at(3), at(3), "Tagged")
	here.git(t, "tag", "-a", "-m", "A tag", "v1")
	here.git(t, "checkout", "-q", "-b", "notes")
	here.commit(t, me, at(4), at(4), "Noted")
	for _, ref := range []string{"refs/notes/commits", "refs/stash", "refs/jj/keep/1", "refs/replace/" + here.git(t, "rev-parse", "v1^{commit}"), "refs/rewritten/x"} {
		here.git(t, "update-ref", ref, "HEAD")
	}
	here.git(t, "checkout", "-q", "main")
	here.git(t, "branch", "-q", "-D", "gone", "notes")
	is(t, "refs", looked(t, here), "commit 1 Pushed", "commit 2 Of a remote", "commit 3 Tagged")

	here.git(t, "worktree", "add", "-q", "--detach", filepath.Join(dir, "tree"))
	repo(filepath.Join(dir, "tree")).commit(t, me, at(5), at(5), "In another tree")
	want := []string{"commit 1 Pushed", "commit 2 Of a remote", "commit 3 Tagged", "commit 5 In another tree"}
	is(t, "with another tree", looked(t, here), want...)
	is(t, "from the other tree", looked(t, repo(filepath.Join(dir, "tree"))), want...)

	bare, shallow := repo(filepath.Join(dir, "bare.git")), repo(filepath.Join(dir, "shallow"))
	r.git(t, "clone", "-q", "--bare", string(here), string(bare))
	is(t, "a bare one", looked(t, bare), want[0], want[2])
	r.git(t, "clone", "-q", "--depth=1", "file://"+filepath.ToSlash(string(r)), string(shallow))
	is(t, "a shallow one", looked(t, shallow), "commit 2 Of a remote")

	keys := make(map[string]bool)
	for path, title := range map[repo]string{here: "here", repo(filepath.Join(dir, "tree")): "here", bare: "bare", shallow: "shallow"} {
		for _, item := range patient.Open(string(path), []string{me}).Look(t.Context(), week).Items {
			keys[item.Key] = true
			if item.Title != title {
				t.Errorf("%s: %q", path, item.Title)
			}
		}
	}
	if len(keys) != len(want) {
		t.Errorf("%d keys in all clones, want %d", len(keys), len(want))
	}
}

// TestLookWithWrongClocks has commits of 1970 and 2100 between those of the week.
func TestLookWithWrongClocks(t *testing.T) {
	for name, when := range map[string]int64{"1970": 0, "a year ago": at(-24 * 365), "2100": 4102444800} {
		for _, count := range []int{1, 3} {
			r := newRepo(t, t.TempDir())
			r.commit(t, me, at(-24*600), at(-24*600), "Long ago")
			r.commit(t, me, at(1), at(1), "Behind")
			for range count {
				r.commit(t, me, when, when, "Wrong")
			}
			r.git(t, "branch", "tip")
			want := []string{"commit 1 Behind"}
			is(t, name+" at the tip", looked(t, r), want...)
			r.commit(t, me, at(2), at(2), "Before")
			want = append(want, "commit 2 Before")
			is(t, name+" in the middle", looked(t, r), want...)
			r.commit(t, me, at(3), when, "Committed then")
			is(t, name+" with a date of the week", looked(t, r), append(want, "commit 3 Committed then")...)
		}
	}
}

// TestLookStopsBeforeTheWeek counts the commits that are read of a long history.
func TestLookStopsBeforeTheWeek(t *testing.T) {
	r := newRepo(t, t.TempDir())
	r.with(t, history(1_000, at(-24*1_000), at(150)), nil, "fast-import", "--quiet")
	r.git(t, "tag", "v1", "main~900")
	program, err := usable(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	l := look{own: map[string]bool{me: true, you: true}, span: week, items: make(map[string]source.Item)}
	l.git = func(input string, f func(record []byte), args ...string) error {
		args = append([]string{"--git-dir=" + filepath.Join(string(r), ".git")}, args...)
		return run(t.Context(), program, environment(program), strings.NewReader(input), &splitter{f: func(record []byte) {
			count++
			f(record)
		}}, args...)
	}
	if err := l.read(); err != nil {
		t.Fatal(err)
	}
	if count > 60 || len(l.items) != 6 {
		t.Errorf("%d commits are read for %d items", count, len(l.items))
	}
}

// history is a stream for git fast-import of commits between two times, one in ten of
// them the user's own.
func history(n int, from, to int64) string {
	var b strings.Builder
	for i := range n {
		author, when := you, from+(to-from)*int64(i)/int64(n)
		if i%10 == 0 {
			author = me
		}
		message := fmt.Sprintf("Feed quokka %d\n\nIt was hungry, as it is at this time of the year.\n", i)
		fmt.Fprintf(&b, "commit refs/heads/main\nauthor A <%s> %d +0100\ncommitter C <c@example.org> %d +0100\ndata %d\n%sM 100644 inline f%d\ndata 2\nx\n\n",
			author, when, when, len(message), message, i%50)
	}
	return b.String()
}

func TestLookAtTroubles(t *testing.T) {
	has := func(t *testing.T, path string, k kind, err error, want ...string) {
		t.Helper()
		found := k.Open(path, []string{me}).Look(t.Context(), week)
		if len(found.Troubles) != 1 || !errors.Is(found.Troubles[0], err) || found.Troubles[0].Path != path {
			t.Fatalf("%v, want %v", found.Troubles, err)
		}
		if strings.Contains(found.Troubles[0].Error(), "secret") {
			t.Errorf("%v names a branch", found.Troubles[0])
		}
		is(t, "found", lines(found), want...)
	}
	dir := t.TempDir()
	r := newRepo(t, filepath.Join(dir, "r"))
	r.commit(t, me, at(1), at(1), "One")
	r.git(t, "checkout", "-q", "-b", "secret")
	r.commit(t, me, at(2), at(2), "Two")

	has(t, filepath.Join(dir, "none"), patient, source.ErrGone)
	has(t, dir, patient, source.ErrGone)
	has(t, filepath.Dir(write(t, "gitdir: ../nowhere\n", dir, "lost", ".git")), patient, source.ErrGone)
	has(t, filepath.Dir(write(t, "something else\n", dir, "odd", ".git")), patient, source.ErrBroken)
	if err := os.MkdirAll(filepath.Join(dir, "hollow", ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	has(t, filepath.Join(dir, "hollow"), patient, source.ErrBroken)
	for _, foreign := range []string{string(r), filepath.Join(string(r), ".git")} {
		other := patient
		other.belongs = func(path string) (bool, error) { return path != foreign, nil }
		has(t, string(r), other, source.ErrForeign)
		if _, err := other.Find(t.Context(), dir); !errors.Is(err, source.ErrForeign) {
			t.Errorf("Find: %v", err)
		}
	}

	write(t, "", string(r), ".git", "index.lock")
	write(t, "", string(r), ".git", "HEAD.lock")
	is(t, "locked", looked(t, r), "commit 1 One", "commit 2 Two")

	tip := r.git(t, "rev-parse", "HEAD")
	object := filepath.Join(string(r), ".git", "objects", tip[:2], tip[2:])
	if err := os.Chmod(object, 0o644); err != nil {
		t.Fatal(err)
	}
	write(t, "", object)
	has(t, string(r), patient, source.ErrBroken, "commit 1 One")
	write(t, id1+"\n", string(r), ".git", "refs", "heads", "secret")
	has(t, string(r), patient, source.ErrBroken, "commit 1 One")
	write(t, "[core\n", string(r), ".git", "config")
	has(t, string(r), patient, source.ErrBroken)
}

// TestLookWithoutGit looks where git is missing, old, no git at all, or does not end.
func TestLookWithoutGit(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no scripts there")
	}
	r := newRepo(t, filepath.Join(t.TempDir(), "r"))
	r.commit(t, me, at(1), at(1), "One")
	for name, test := range map[string]struct {
		script string
		path   string
		want   error
	}{
		"missing":               {"", "%", source.ErrMissing},
		"only in the folder":    {"#!/bin/sh\necho git version 9.0\n", ".:bin:", source.ErrMissing},
		"old":                   {"#!/bin/sh\necho git version 2.14.1\n", "%", source.ErrOld},
		"something else":        {"#!/bin/sh\necho hello\n", "%", source.ErrOld},
		"failing":               {"#!/bin/sh\n[ $1 = version ] && echo git version 2.40.0 && exit\necho secret >&2; exit 128", "%", source.ErrBroken},
		"ending without a word": {"#!/bin/sh\n[ $1 = version ] && echo git version 2.40.0 && exit\nkill -9 $$", "%", source.ErrBroken},
	} {
		t.Run(name, func(t *testing.T) {
			bin := t.TempDir()
			if test.script != "" {
				if err := os.WriteFile(filepath.Join(bin, "git"), []byte(test.script), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			t.Chdir(bin)
			t.Setenv("PATH", strings.ReplaceAll(test.path, "%", bin))
			found := patient.Open(string(r), []string{me}).Look(t.Context(), week)
			if len(found.Items) > 0 || len(found.Troubles) != 1 || !errors.Is(found.Troubles[0], test.want) || strings.Contains(found.Troubles[0].Error(), "secret") {
				t.Errorf("%+v, want %v", found, test.want)
			}
		})
	}
}

// TestLookEndsWithAllThatItStarted has a git that starts another program, says who
// they are, and never ends.
func TestLookEndsWithAllThatItStarted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no scripts there")
	}
	r := newRepo(t, filepath.Join(t.TempDir(), "r"))
	for _, hangs := range []string{"version", "rev-list"} {
		for _, limited := range []bool{true, false} {
			t.Run(fmt.Sprint(hangs, " ", limited), func(t *testing.T) {
				bin := t.TempDir()
				fifo := filepath.Join(bin, "fifo")
				if err := exec.Command("mkfifo", fifo).Run(); err != nil {
					t.Fatal(err)
				}
				// Whoever lives has the pipe open.
				script := "#!/bin/sh\ncase \"$*\" in version) [ " + hangs + " = version ] || { echo git version 2.40.0; exit; } ;; esac\n" +
					"exec 3>" + fifo + "\n" + sleep(t) + " 1000000 &\necho started >&3\n" + sleep(t) + " 1000000\n"
				if err := os.WriteFile(filepath.Join(bin, "git"), []byte(script), 0o755); err != nil {
					t.Fatal(err)
				}
				t.Setenv("PATH", bin)
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				k := patient
				ended := make(chan error, 1)
				go func() {
					pipe, err := os.Open(fifo) // once it is opened by the other side
					if err != nil {
						ended <- err
						return
					}
					defer pipe.Close()
					_, err = fmt.Fscanln(pipe, new(string))
					if !limited {
						cancel()
					}
					for err == nil {
						_, err = pipe.Read(make([]byte, 8))
					}
					ended <- nil // nobody holds it
				}()
				if limited {
					k.limit = 300 * time.Millisecond
				}
				found := k.Open(string(r), []string{me}).Look(ctx, week)
				if pipe, err := os.OpenFile(fifo, os.O_WRONLY|syscall.O_NONBLOCK, 0); err == nil {
					pipe.Close() // for the reader, if git was ended before it came to the pipe
				}
				if err := <-ended; err != nil {
					t.Fatal(err)
				}
				switch {
				case limited && (len(found.Troubles) != 1 || !errors.Is(found.Troubles[0], source.ErrSlow)):
					t.Errorf("%v, want %v", found.Troubles, source.ErrSlow)
				case !limited && len(found.Troubles) > 0:
					t.Errorf("%v after it was canceled", found.Troubles)
				}
			})
		}
	}
}

// sleep returns the path of a program that does not end.
func sleep(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("sleep")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestStamp(t *testing.T) {
	dir := t.TempDir()
	r := newRepo(t, filepath.Join(dir, "r"))
	stamp := func() string { return patient.Open(string(r), []string{me}).Stamp() }
	last := stamp()
	changes := func(what string, f func()) {
		t.Helper()
		tick(t, dir)
		f()
		if now := stamp(); now == last {
			t.Errorf("%s: the stamp stays", what)
		} else if last = now; stamp() != last {
			t.Errorf("%s: the stamp does not stay", what)
		}
	}
	changes("the first commit", func() { r.commit(t, me, at(1), at(1), "One") })
	changes("the second commit", func() { r.commit(t, me, at(2), at(2), "Two") })
	changes("another branch", func() { r.git(t, "branch", "a/b") })
	changes("an older branch", func() { r.git(t, "branch", "-f", "a/b", "main~1") })
	changes("packed", func() { r.git(t, "pack-refs", "--all") })
	changes("deleted", func() { r.git(t, "branch", "-q", "-D", "a/b") })
	changes("detached", func() { r.git(t, "checkout", "-q", "--detach") })
	changes("detached commit", func() { r.commit(t, me, at(3), at(3), "Three") })
	tree := repo(filepath.Join(dir, "tree"))
	changes("another tree", func() { r.git(t, "worktree", "add", "-q", "--detach", string(tree)) })
	changes("commit in another tree", func() { tree.commit(t, me, at(4), at(4), "Four") })
	changes("gone", func() {
		if err := os.Rename(string(r), filepath.Join(dir, "s")); err != nil {
			t.Fatal(err)
		}
	})
	if a, b := patient.Open(string(r), []string{you}).Stamp(), stamp(); a == b {
		t.Error("the stamp is the same with other addresses")
	}
}

// tick waits until the clock of the disk has moved.
func tick(t *testing.T, dir string) {
	t.Helper()
	first := time.Time{}
	for {
		info, err := os.Stat(write(t, "", dir, "tick"))
		if err != nil {
			t.Fatal(err)
		}
		if first.IsZero() {
			first = info.ModTime()
		}
		if info.ModTime().After(first) {
			return
		}
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	a := newRepo(t, filepath.Join(dir, "work", "a"))
	a.commit(t, me, at(1), at(1), "One")
	newRepo(t, filepath.Join(dir, "work", "deep", "er", "b"))
	newRepo(t, filepath.Join(dir, "work", "a", "third", "party"))
	newRepo(t, filepath.Join(dir, "c.git"), "--bare")
	newRepo(t, filepath.Join(dir, ".dotfiles"), "--bare")
	newRepo(t, filepath.Join(dir, ".hidden", "d"))
	newRepo(t, filepath.Join(dir, "work", "a", "node_modules", "e"))
	newRepo(t, filepath.Join(dir, "work", "a", "1", "2", "3", "4", "f"))
	a.git(t, "worktree", "add", "-q", "--detach", filepath.Join(dir, "aa tree"))
	a.with(t, "", nil, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", string(a), "sub")
	write(t, "", dir, "empty", ".git", "x")
	if err := os.Symlink(dir, filepath.Join(dir, "work", "loop")); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	below := func(paths []string) (all []string) {
		for _, path := range paths {
			short, err := filepath.Rel(dir, path)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, filepath.ToSlash(short))
		}
		return all
	}
	found, err := patient.Find(t.Context(), dir)
	is(t, "below", below(found), ".dotfiles", "c.git", "work/a", "work/a/sub", "work/a/third/party", "work/deep/er/b")
	if !errors.Is(err, source.ErrBroken) || !strings.Contains(err.Error(), filepath.Join(dir, "empty")) {
		t.Errorf("told: %v", err)
	}
	for _, path := range found {
		if found := patient.Open(path, []string{me}).Look(t.Context(), week); len(found.Troubles) > 0 {
			t.Errorf("%s: %v", path, found.Troubles)
		}
	}
	for path, want := range map[string][]string{
		"aa tree": {"aa tree"}, "c.git": {"c.git"}, ".hidden/d": {".hidden/d"}, "work/a/.git": {"work/a", "work/a/sub", "work/a/third/party"}, "work/a/1/2/3": {"work/a/1/2/3/4/f"}, "empty/.git/x": nil,
	} {
		found, err := patient.Find(t.Context(), filepath.Join(dir, path))
		is(t, path, below(found), want...)
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	if found, err := patient.Find(t.Context(), filepath.Join(dir, "none")); found != nil || !errors.Is(err, source.ErrGone) {
		t.Errorf("none: %q, %v", found, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if found, err := patient.Find(ctx, dir); found != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %q, %v", found, err)
	}
}

func TestFindTellsWhatItCannotRead(t *testing.T) {
	dir := t.TempDir()
	newRepo(t, filepath.Join(dir, "a"))
	locked := filepath.Join(dir, "locked")
	if err := os.Mkdir(locked, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadDir(locked); err == nil {
		t.Skip("everything can be read")
	}
	found, err := patient.Find(t.Context(), dir)
	if len(found) != 1 || !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), locked) {
		t.Errorf("%q, %v", found, err)
	}
}

func TestAddresses(t *testing.T) {
	needsGit(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "none"))
	t.Setenv("EMAIL", "")
	t.Setenv("GIT_AUTHOR_EMAIL", "")
	if got := patient.Addresses(t.Context(), nil); len(got) > 0 {
		t.Errorf("without a configuration: %q", got)
	}
	write(t, "[user]\nemail = old@x\nemail = Me@X\n[author]\nemail=author@x\n[include]\npath = more\n"+
		"[includeIf \"gitdir:~/work/\"]\npath = ~/work/config\n[includeIf \"onbranch:x\"]\npath=none\n[alias]\nx = !touch "+filepath.ToSlash(home)+"/ran\n", home, ".gitconfig")
	write(t, "[includeIf \"gitdir:/x/\"]\npath = other\n", home, "more")
	write(t, "[user]\nemail = me@work\n[includeIf \"gitdir:/y/\"]\npath = config\n", home, "work", "config")
	write(t, "[user]\nemail = nothing\nemail = me@other\n", home, "other")
	is(t, "configured", patient.Addresses(t.Context(), nil), "author@x", "me@x", "old@x", "me@other", "me@work")
	t.Setenv("EMAIL", "mail@x")
	t.Setenv("GIT_AUTHOR_EMAIL", "set@x")
	if got := patient.Addresses(t.Context(), nil); got[0] != "set@x" || got[len(got)-1] != "mail@x" {
		t.Errorf("with an environment: %q", got)
	}

	var paths []string
	for i, email := range []string{"a@x", "b@x", "B@x", ""} {
		r := newRepo(t, filepath.Join(home, fmt.Sprint("r", i)))
		if email != "" {
			r.git(t, "config", "user.email", email)
		}
		paths = append(paths, string(r))
	}
	is(t, "in repositories", patient.addressesIn(t.Context(), append(paths, home)), "b@x", "a@x")
}

func TestTitles(t *testing.T) {
	for _, test := range []struct {
		place place
		want  string
	}{
		{place{"/src/quokka", "/src/quokka/.git", "/src/quokka/.git"}, "quokka"},
		{place{"/src/quokka.git", "/src/quokka.git", "/src/quokka.git"}, "quokka"},
		{place{"/src/quokka.git", "/src/quokka.git/.git", "/src/quokka.git/.git"}, "quokka.git"},
		{place{"/src/tree", "/src/quokka/.git/worktrees/tree", "/src/quokka/.git"}, "quokka"},
		{place{"/src/tree", "/src/quokka.git/worktrees/tree", "/src/quokka.git"}, "quokka"},
		{place{"/src/quokka/tree", "/src/quokka/.bare/worktrees/tree", "/src/quokka/.bare"}, "quokka"},
		{place{"/src/quokka", "/src/quokka/.bare", "/src/quokka/.bare"}, "quokka"},
		{place{"/src/a/sub", "/src/a/.git/modules/sub", "/src/a/.git/modules/sub"}, "sub"},
		{place{"/src/a\x1b\u202Eb", "/x", "/x"}, "ab"},
	} {
		p := place{filepath.FromSlash(test.place.path), filepath.FromSlash(test.place.own), filepath.FromSlash(test.place.common)}
		if got := p.title(); got != test.want {
			t.Errorf("%+v: %q, want %q", p, got, test.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	r := newRepo(t, t.TempDir())
	r.git(t, "config", "i18n.commitEncoding", "ISO-8859-1")
	r.git(t, "config", "i18n.logOutputEncoding", "UTF-16")
	r.commit(t, me, at(1), at(1), "Caf\xe9")
	r.git(t, "config", "i18n.commitEncoding", "UTF-8")
	r.with(t, "commit refs/heads/main\nauthor A\xe9 <"+me+"> "+fmt.Sprint(at(2))+" +0000\ncommitter A <a@x> "+fmt.Sprint(at(2))+" +0000\ndata 4\nX\xe9\x1b\nfrom refs/heads/main^0\n", nil, "fast-import", "--quiet")
	is(t, "encodings", looked(t, r), "commit 1 Café", "commit 2 X\uFFFD")
}
