package git

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal/evidence/source"
)

// hostile is a configuration that names EVIL, a program, wherever git could run one.
const hostile = `
[core]
	repositoryFormatVersion = 1
	fsmonitor = EVIL
	hooksPath = HOOKS
	pager = EVIL
	editor = EVIL
	sshCommand = EVIL
	gitProxy = EVIL
	askPass = EVIL
	alternateRefsCommand = EVIL
	worktree = /nowhere
	attributesFile = ATTRIBUTES
	commitGraph = true
[extensions]
	partialClone = origin
[remote "origin"]
	url = "ext::EVIL %S"
	promisor = true
	partialCloneFilter = blob:none
	uploadpack = EVIL
	receivepack = EVIL
	proxy = EVIL
[remote "other"]
	url = EVIL
	vcs = evil
	promisor = true
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[alias]
	version = !EVIL
	rev-list = !EVIL
	for-each-ref = !EVIL
	config = !EVIL
[pager]
	rev-list = EVIL
	for-each-ref = EVIL
	config = EVIL
[log]
	showSignature = true
	mailmap = true
[gpg]
	program = EVIL
	format = openpgp
[gpg "ssh"]
	program = EVIL
	defaultKeyCommand = EVIL
[gpg "x509"]
	program = EVIL
[diff]
	external = EVIL
[diff "evil"]
	command = EVIL
	textconv = EVIL
[filter "evil"]
	clean = EVIL
	smudge = EVIL
	process = EVIL
	required = true
[merge "evil"]
	driver = EVIL
[trailer "reviewed-by"]
	key = Reviewed-by
	command = EVIL
	cmd = EVIL
[credential]
	helper = !EVIL
[sequence]
	editor = EVIL
[interactive]
	diffFilter = EVIL
[uploadpack]
	packObjectsHook = EVIL
[gc]
	auto = 1
	recentObjectsHook = EVIL
[maintenance]
	auto = true
[mergetool "evil"]
	cmd = EVIL
[difftool "evil"]
	cmd = EVIL
[browser "evil"]
	cmd = EVIL
[sendemail]
	smtpServer = EVIL
[trace2]
	normalTarget = MARKER
	eventTarget = MARKER
[include]
	path = included
[includeIf "gitdir:**"]
	path = included
[user]
	email = me@evil
`

// TestNothingRuns looks at a repository that would have git run a program wherever it
// can, in an environment which would do so too.
func TestNothingRuns(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no scripts there")
	}
	dir := t.TempDir()
	marker := filepath.Join(dir, "marker")
	evil := write(t, "#!/bin/sh\necho \"$0 $*\" >>"+marker+"\n", dir, "bin", "evil")
	if err := os.Chmod(evil, 0o755); err != nil {
		t.Fatal(err)
	}
	ran := func() bool { _, err := os.Stat(marker); return err == nil }

	r := newRepo(t, filepath.Join(dir, "repo"))
	r.commit(t, me, at(1), at(1), "One")
	write(t, "* diff=evil filter=evil merge=evil\n", string(r), ".gitattributes")
	write(t, "Me <"+me+"> <"+you+">\n", string(r), ".mailmap")
	r.git(t, "add", ".")
	r.commit(t, you, at(2), at(2), "Two\n\nReviewed-by: M <"+me+">")
	signed := strings.Replace(r.git(t, "cat-file", "commit", "HEAD"), "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\n", 1)
	r.git(t, "update-ref", "refs/heads/signed", r.with(t, signed+"\n", nil, "hash-object", "-t", "commit", "-w", "--stdin"))
	r.commit(t, me, at(3), at(3), "Promised")
	missing := r.git(t, "rev-parse", "HEAD")
	r.commit(t, me, at(4), at(4), "Behind the promised one")
	r.git(t, "branch", "promised")
	r.git(t, "reset", "-q", "--hard", "signed")
	for _, hook := range []string{"post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc", "post-checkout", "query-watchman"} {
		for _, hooks := range []string{filepath.Join(string(r), ".git", "hooks"), filepath.Join(dir, "hooks")} {
			copyOf := write(t, "#!/bin/sh\necho hook >>"+marker+"\n", hooks, hook)
			if err := os.Chmod(copyOf, 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	configured := strings.NewReplacer("EVIL", evil, "HOOKS", filepath.Join(dir, "hooks"), "MARKER", marker,
		"ATTRIBUTES", filepath.Join(string(r), ".gitattributes")).Replace(hostile)
	write(t, configured, string(r), ".git", "config")
	write(t, "[core]\n\tfsmonitor = "+evil+"\n\tsshCommand = "+evil+"\n", string(r), ".git", "included")

	// This is dangerous: git itself, as people use it, runs the program.
	ordinary := exec.Command("git", "--git-dir="+filepath.Join(string(r), ".git"), "--work-tree="+string(r), "status")
	ordinary.Env = clean(dir)
	_ = ordinary.Run()
	if !ran() {
		t.Fatal("the repository is harmless")
	}
	if err := os.Remove(marker); err != nil {
		t.Fatal(err)
	}

	for name, value := range map[string]string{
		"GIT_DIR": dir, "GIT_WORK_TREE": dir, "GIT_TRACE": marker, "GIT_TRACE2": marker, "GIT_TRACE2_EVENT": marker, "GIT_TRACE_SETUP": marker,
		"GIT_PAGER": evil, "PAGER": evil, "GIT_EXTERNAL_DIFF": evil, "GIT_SSH_COMMAND": evil, "GIT_SSH": evil, "GIT_ASKPASS": evil, "SSH_ASKPASS": evil,
		"GIT_EDITOR": evil, "GIT_PROXY_COMMAND": evil, "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": evil,
		"GIT_CONFIG_PARAMETERS": "'core.fsmonitor'='" + evil + "'", "GIT_ALTERNATE_OBJECT_DIRECTORIES": dir, "GIT_OBJECT_DIRECTORY": dir,
		"GIT_CONFIG_GLOBAL": filepath.Join(string(r), ".git", "config"), "GIT_EXEC_PATH": filepath.Dir(evil), "GIT_NAMESPACE": "x", "GIT_INDEX_FILE": marker,
	} {
		t.Setenv(name, value)
	}
	look := func(want ...string) {
		t.Helper()
		before := contents(t, string(r))
		s := patient.Open(string(r), []string{me})
		found := s.Look(t.Context(), week)
		s.Stamp()
		if _, err := patient.Find(t.Context(), dir); err != nil {
			t.Error(err)
		}
		is(t, "found", lines(found), want...)
		is(t, "addresses", patient.addressesIn(t.Context(), []string{string(r)}), "me@evil")
		if after := contents(t, string(r)); !maps.Equal(before, after) {
			t.Errorf("the repository changed:\n%v\n%v", before, after)
		}
		if text, err := os.ReadFile(marker); err == nil {
			t.Fatalf("something ran, or was written:\n%s", text)
		}
	}
	look("commit 1 One", "review 2 Two", "commit 3 Promised", "commit 4 Behind the promised one")

	// What is missing would be fetched, by a program.
	if err := os.Remove(filepath.Join(string(r), ".git", "objects", missing[:2], missing[2:])); err != nil {
		t.Fatal(err)
	}
	look("commit 1 One", "review 2 Two")
	write(t, missing+"\n", string(r), ".git", "refs", "heads", "missing")
	look("commit 1 One", "review 2 Two")
	patient.Addresses(t.Context(), nil)
	if ran() {
		t.Error("something ran for the addresses")
	}
}

// contents returns what tells whether anything in a folder was written: of each file
// its mode, its time and a hash.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		var text []byte
		if info.Mode().IsRegular() {
			if text, err = os.ReadFile(path); err != nil {
				return err
			}
		}
		all[path] = fmt.Sprintf("%v %d %x", info.Mode(), info.ModTime().UnixNano(), sha256.Sum256(text))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestNothingHangs has pipes that nobody writes to where git or a look would read.
func TestNothingHangs(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no pipes there")
	}
	k := patient
	k.limit = 200 * time.Millisecond // it would wait forever
	for _, at := range []string{
		".git", ".git/HEAD", ".git/config", ".git/packed-refs", ".git/shallow", ".git/commondir", ".git/config.worktree", ".git/objects", ".git/refs",
		".git/objects/info/alternates", ".git/refs/heads/pipe", ".git/included", ".git/info/grafts", ".git/objects/info/commit-graph",
	} {
		t.Run(at, func(t *testing.T) {
			dir := t.TempDir()
			r := newRepo(t, dir)
			write(t, "[include]\npath = included\n[extensions]\nworktreeConfig = true\n", dir, ".git", "config")
			path := filepath.Join(dir, filepath.FromSlash(at))
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("mkfifo", path).CombinedOutput(); err != nil {
				t.Fatalf("%s", out)
			}
			s := k.Open(string(r), []string{me})
			s.Stamp()
			for _, trouble := range s.Look(t.Context(), week).Troubles {
				if !errors.Is(trouble, source.ErrBroken) && !errors.Is(trouble, source.ErrSlow) {
					t.Error(trouble)
				}
			}
			_, _ = k.Find(t.Context(), string(r))
			patient.addressesIn(t.Context(), []string{string(r)})
		})
	}
}

// TestLongRecords has a commit of several megabytes between others.
func TestLongRecords(t *testing.T) {
	r := newRepo(t, t.TempDir())
	r.commit(t, me, at(1), at(1), "One")
	r.commit(t, me, at(2), at(2), "Two "+strings.Repeat("x", 1<<20)+"\n\n"+strings.Repeat("Long.\n", 1<<20))
	r.commit(t, me, at(3), at(3), "Three")
	got := looked(t, r)
	if len(got) != 3 || len(got[1]) > 2*source.MaxText || !slices.Contains(got, "commit 3 Three") {
		t.Errorf("%.1000q", got)
	}
}
