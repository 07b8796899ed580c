// Package git finds what the user wrote and reviewed in git repositories: a
// [source.Kind] through the git command, which is several times as fast as what reads
// repositories in Go.
//
// # What counts
//
// A commit is the user's own if its author has one of the user's addresses, whole and
// whatever its capitals. A .mailmap is not asked: whoever has a repository could make
// its commits anyone's, and the user can name former addresses. Branches, tags,
// branches of remotes and what is checked out are gone through, the stash, notes and
// what other programs keep are not; merges do not count. A commit that others wrote
// is a pairing if the user is in its Co-authored-by, else a review if in its
// Reviewed-by; one of the user's own with the Co-authored-by of another person is a
// commit and a pairing. All are at the author's date, since that stays when a commit
// is rewritten. Rewritten ones are found as often as they are there, so they are
// counted by [source.Item.Key], which is of author, date and subject.
//
// # How far it is read
//
// Git goes through a history by the committer's dates, newest first. A commit is
// committed when it was written or later, so the walk ends a month before the span,
// which leaves that much to clocks that go wrong. Where one went wrong by more, that
// hides what comes behind. So the first few commits beyond each end of the walk are
// looked at, and if one of them is of the span or later, no date is trusted and the
// whole history is read.
//
// # What is trusted
//
// Nothing in the repository. It must belong to the user, as must the folder that it
// shares with others. Git is called by its absolute path, outside of the repository,
// for commands that read objects and know no hooks, filters, pagers or signatures; its
// environment is made anew, and nothing is fetched, locked or written. What lies
// where git would wait forever ends with a limit of time.
package git

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"heliotrope/journal/evidence/source"
)

// Kind finds and reads repositories.
var Kind source.Kind = kind{limit: 20 * time.Second, belongs: belongs}

type kind struct {
	limit   time.Duration                   // for one repository
	belongs func(path string) (bool, error) // to the user
}

// ID implements source.Kind.
func (kind) ID() string { return "git" }

// Open implements source.Kind.
func (k kind) Open(path string, own []string) source.Source {
	return repository{kind: k, path: path, own: source.Addresses(own)}
}

type repository struct {
	kind
	path string
	own  map[string]bool // addresses, as [source.Addresses] has them
}

// Path implements source.Source.
func (r repository) Path() string { return r.path }

// Stamp implements source.Source.
func (r repository) Stamp() string {
	at, err := locate(r.path)
	if err == nil {
		err = at.check(r.belongs)
	}
	stamp := ""
	if err == nil {
		stamp, err = at.stamp()
	}
	if errors.Is(err, errMany) {
		return rand.Text() // who knows
	}
	if err != nil {
		stamp = err.Error()
	}
	git, _ := program()
	return strings.Join(append(slices.Sorted(maps.Keys(r.own)), git, stamp), "\n")
}

// Look implements source.Source.
func (r repository) Look(ctx context.Context, s source.Span) source.Found {
	l := look{own: r.own, span: s, items: make(map[string]source.Item)}
	err := r.look(ctx, &l)
	found := source.Found{Items: slices.SortedFunc(maps.Values(l.items), func(a, b source.Item) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Key, b.Key))
	})}
	if err != nil && ctx.Err() == nil {
		found.Troubles = []source.Trouble{{Path: r.path, Err: err}}
	}
	return found
}

// look reads what l needs, as far as it can be read.
func (r repository) look(ctx context.Context, l *look) error {
	at, err := locate(r.path)
	if err != nil {
		return err
	}
	if err := at.check(r.belongs); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, r.limit, source.ErrSlow)
	defer cancel()
	program, err := usable(ctx)
	if err != nil {
		return err
	}
	l.title = at.title()
	l.git = func(input string, f func(record []byte), args ...string) error {
		args = slices.Concat(safe, []string{"--git-dir=" + at.own, "--work-tree=" + at.own}, args)
		return run(ctx, program, environment(program), strings.NewReader(input), &splitter{f: f}, args...)
	}
	err = l.read()
	if errors.Is(err, source.ErrBroken) {
		l.rescue()
		if cause := context.Cause(ctx); cause != nil {
			return cause
		}
	}
	return err
}

// look is one look into a repository.
type look struct {
	git   func(input string, f func(record []byte), args ...string) error
	own   map[string]bool
	span  source.Span
	title string
	items map[string]source.Item // by key
}

// slack is how far before the span the walk goes.
const slack = 31 * 24 * time.Hour

// revList prints commits as parse reads them. Append copies it.
var revList = slices.Clip([]string{"rev-list", "--header", "--encoding=UTF-8"})

// read goes through the history as far as needed.
func (l *look) read() error {
	since := l.span.From.Add(-slack).Unix()
	var all, ends, young ids
	err := l.git("", func(record []byte) {
		c, ok := parse(record)
		if !ok {
			return
		}
		all.add(c.id)
		if c.committed < since {
			ends.add(c.id)
		} else {
			young.add(c.id)
		}
	}, append(revList, "--no-walk=unsorted",
		"--exclude=refs/[!hrt]*", "--exclude=refs/replace/*", "--exclude=refs/rewritten/*", "--all")...)
	if err != nil {
		return err
	}
	walked := make(map[short]bool)
	beyond := make(map[string]bool) // parents that the walk has not come to
	if len(young) > 0 {
		err = l.walk(young, since, func(c commit) {
			walked[shortened(c.id)] = true
			delete(beyond, c.id)
			for _, parent := range c.parents {
				if !walked[shortened(parent)] { // as it is where clocks differ
					beyond[parent] = true
				}
			}
		})
		if err != nil {
			return err
		}
	}
	for id := range beyond {
		ends.add(id)
	}
	if !l.hides(ends) {
		return nil
	}
	return l.walk(all, 0, func(commit) {})
}

// ids are ids of objects, as the standard input of git has them.
type ids []byte

func (i *ids) add(id string) { *i = append(append(*i, id...), '\n') }

// short is the beginning of an id, of which there may be many.
type short [8]byte

func shortened(id string) (s short) {
	_, _ = hex.Decode(s[:], []byte(id[:2*len(s)])) // parse has checked it
	return s
}

// walk takes what counts from the commits that are reached from others, back to a time
// in seconds since 1970, and calls f with each commit.
func (l *look) walk(from ids, since int64, f func(commit)) error {
	return l.git(string(from), func(record []byte) {
		if c, ok := parse(record); ok {
			f(c)
			l.take(c)
		}
	}, append(revList, "--max-age="+strconv.FormatInt(max(since, 0), 10), "--stdin")...)
}

// take takes from a commit what counts.
func (l *look) take(c commit) {
	when, ok := c.when(l.span)
	if !ok {
		return
	}
	c.readMessage()
	for _, what := range c.is(l.own) {
		key := c.key(what)
		l.items[key] = source.Item{What: what, Key: key, Title: l.title, Detail: c.subject, Start: when, End: when}
	}
}

// hides reports whether there is a commit of the span, or later, behind one of ends,
// which are older.
func (l *look) hides(ends ids) (found bool) {
	var input bytes.Buffer
	for id := range bytes.Lines(ends) {
		id = bytes.TrimSuffix(id, []byte("\n"))
		for _, behind := range []string{"^@", "~2", "~3", "~4"} {
			input.Write(id)
			input.WriteString(behind + "\n")
		}
	}
	if input.Len() == 0 {
		return false
	}
	// What cannot be read there is too old to be missed.
	_ = l.git(input.String(), func([]byte) { found = true }, append(revList, "--ignore-missing", "--max-count=1",
		"--max-age="+strconv.FormatInt(max(l.span.From.Unix(), 0), 10), "--stdin")...)
	return found
}

// rescue goes through the history of each branch by itself, each as far as it can be
// read.
func (l *look) rescue() {
	tips := map[string]bool{"HEAD": true}
	_ = l.git("", func(record []byte) { tips[string(bytes.TrimSpace(record))] = true },
		"for-each-ref", "--format=%(objectname)%00", "refs/heads", "refs/tags", "refs/remotes")
	since := l.span.From.Add(-slack).Unix()
	for tip := range tips {
		if err := l.walk(ids(tip+"\n"), since, func(commit) {}); err != nil && !errors.Is(err, source.ErrBroken) {
			return
		}
	}
}
