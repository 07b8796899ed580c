package git

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"heliotrope/journal/evidence/source"
)

const (
	id1 = "b0054c0a0ff236b3a536856311dd91bc3d98641e"
	id2 = "73c8bc0921f07b2112506e5f98409346a1c1c76f"
	id3 = "f8e314a23e9738c05c9c015e42cdf629deabcb49"
)

func TestParse(t *testing.T) {
	head := id1 + "\ntree " + id2 + "\n"
	for name, test := range map[string]struct {
		record string
		want   commit
	}{
		"a commit": {
			head + "parent " + id3 + "\nauthor Ada L. <Ada@Example.org> 1795993646 +0100\ncommitter C <c@example.org> 1795993700 -0330\n\n" +
				"    Feed the quokka\n    twice\n    \n    It was hungry.\n    \n    Reviewed-by: R <r@example.org>\n    Co-Authored-By:  P <P@example.org>\n    \n",
			commit{
				id: id1, parents: []string{id3}, author: "ada@example.org", authored: 1795993646, committed: 1795993700,
				subject: "Feed the quokka twice", reviewers: []string{"r@example.org"}, coauthors: []string{"p@example.org"},
			},
		},
		"signed, and a merge": {
			head + "parent " + id3 + "\nparent " + id2 + "\nauthor A <a@x> 1 +0000\ncommitter A <a@x> 2 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n author <evil@x> 7\n -----END PGP SIGNATURE-----\n\n    Merge\n",
			commit{id: id1, parents: []string{id3, id2}, author: "a@x", authored: 1, committed: 2, subject: "Merge"},
		},
		"trailers that are none": {
			head + "author A <a@x> 1 +0000\ncommitter A <a@x> 1 +0000\n\n    Co-authored-by: me <me@x>\n    \n    Reviewed-by: me <me@x>\n    \n    The end.\n",
			commit{id: id1, author: "a@x", authored: 1, committed: 1, subject: "Co-authored-by: me <me@x>"},
		},
		"an address without a name": {
			head + "author A <a@x> 1 +0000\ncommitter A <a@x> 1 +0000\n\n    S\n    \n    Reviewed-by: me@x\n    Reviewed-by: nobody\n",
			commit{id: id1, author: "a@x", authored: 1, committed: 1, subject: "S", reviewers: []string{"nobody", "me@x"}},
		},
		"no date":      {head + "author A <a@x>\ncommitter A <a@x> x +0000\n\n    S\n", commit{id: id1, author: "a@x", authored: unknown, committed: unknown, subject: "S"}},
		"a wild date":  {head + "author A <a@x> 99999999999999999999 +0000\n\n    S\n", commit{id: id1, author: "a@x", authored: unknown, committed: unknown, subject: "S"}},
		"before 1970":  {head + "author A <a@x> -5 +0000\n\n    S\n", commit{id: id1, author: "a@x", authored: -5, committed: unknown, subject: "S"}},
		"a wild name":  {head + "author A> <a@x>> <b@x> 5 +0000\n\n    S\n", commit{id: id1, author: "a@x", authored: 5, committed: unknown, subject: "S"}},
		"no UTF-8":     {head + "author J\xe9 <j\xe9@x> 5 +0000\n\n    Caf\xe9\n", commit{id: id1, author: "j\uFFFD@x", authored: 5, committed: unknown, subject: "Caf\uFFFD"}},
		"a subject":    {head + "author A <a@x> 5 +0000\n\n    \n    \u202Ea\x1b[2Jb\n", commit{id: id1, author: "a@x", authored: 5, committed: unknown, subject: "a[2Jb"}},
		"no message":   {head + "author A <a@x> 5 +0000\n\n", commit{id: id1, author: "a@x", authored: 5, committed: unknown}},
		"cut":          {head + "author A <a@x> 5 +0000\ncommitter A <a", commit{id: id1, author: "a@x", authored: 5, committed: unknown}},
		"only an id":   {id1, commit{id: id1, authored: unknown, committed: unknown}},
		"SHA-256":      {id1 + id1[:24], commit{id: id1 + id1[:24], authored: unknown, committed: unknown}},
		"a long title": {head + "author A <a@x> 5 +0000\n\n    " + strings.Repeat("x", 1000), commit{id: id1, author: "a@x", authored: 5, committed: unknown, subject: strings.Repeat("x", 296) + "…"}},
	} {
		got, ok := parse([]byte(test.record))
		got.readMessage()
		if !ok || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v %v, want %+v", name, got, ok, test.want)
		}
	}
	for _, record := range []string{"", "\n\n", "tree " + id1, id1[1:] + "\n", strings.ToUpper(id1)} {
		if c, ok := parse([]byte(record)); ok {
			t.Errorf("%q is %+v", record, c)
		}
	}
}

func TestIs(t *testing.T) {
	own := map[string]bool{"me@x": true, "me@home": true}
	for name, test := range map[string]struct {
		commit commit
		want   []source.What
	}{
		"own":                       {commit{author: "me@x"}, []source.What{source.Commit}},
		"another's":                 {commit{author: "you@x"}, nil},
		"of a longer address":       {commit{author: "some@x"}, nil},
		"a merge":                   {commit{author: "me@x", parents: []string{id1, id2}}, nil},
		"with another":              {commit{author: "me@x", coauthors: []string{"me@home", "you@x"}}, []source.What{source.Commit, source.Pairing}},
		"with oneself":              {commit{author: "me@x", coauthors: []string{"me@home"}, reviewers: []string{"me@x"}}, []source.What{source.Commit}},
		"with a program":            {commit{author: "me@x", coauthors: []string{"noreply@anthropic.com", "49699333+dependabot[bot]@users.noreply.github.com", "175728472+copilot@users.noreply.github.com"}}, []source.What{source.Commit}},
		"with somebody on GitHub":   {commit{author: "me@x", coauthors: []string{"205647957+hub966@users.noreply.github.com"}}, []source.What{source.Commit, source.Pairing}},
		"reviewed by another":       {commit{author: "me@x", reviewers: []string{"you@x"}}, []source.What{source.Commit}},
		"another's, reviewed":       {commit{author: "you@x", reviewers: []string{"they@x", "me@x"}}, []source.What{source.Review}},
		"another's, with the user":  {commit{author: "you@x", coauthors: []string{"me@home"}, reviewers: []string{"me@x"}}, []source.What{source.Pairing}},
		"another's, with strangers": {commit{author: "you@x", coauthors: []string{"they@x"}}, nil},
		"nobody's":                  {commit{}, nil},
	} {
		if got := test.commit.is(own); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestKeyIsOfAuthorDateAndSubject(t *testing.T) {
	c := commit{id: id1, author: "me@x", authored: 5, committed: 6, subject: "S"}
	rewritten := c
	rewritten.id, rewritten.committed, rewritten.parents = id2, 70, []string{id3}
	if c.key(source.Commit) != rewritten.key(source.Commit) {
		t.Error("a rewritten commit has another key")
	}
	keys := map[string]bool{c.key(source.Commit): true, c.key(source.Pairing): true}
	for _, change := range []func(*commit){
		func(c *commit) { c.author = "you@x" },
		func(c *commit) { c.authored++ },
		func(c *commit) { c.subject = "T" },
	} {
		other := c
		change(&other)
		keys[other.key(source.Commit)] = true
	}
	if len(keys) != 5 {
		t.Errorf("%d keys, want 5", len(keys))
	}
}

func TestSplitter(t *testing.T) {
	long := strings.Repeat("x", maxRecord)
	for name, test := range map[string]struct {
		written []string
		want    []string
	}{
		"nothing":         {nil, nil},
		"at once":         {[]string{"a\x00b\x00\x00c"}, []string{"a", "b", ""}},
		"by bytes":        {strings.Split("ab\x00c\x00d", ""), []string{"ab", "c"}},
		"too long":        {[]string{long + "y\x00b\x00"}, []string{long, "b"}},
		"too long, parts": {[]string{"z", long, long, "y\x00", "b\x00"}, []string{"z" + long[1:], "b"}},
	} {
		var got []string
		s := splitter{f: func(record []byte) { got = append(got, string(record)) }}
		for _, part := range test.written {
			if n, err := s.Write([]byte(part)); n != len(part) || err != nil {
				t.Errorf("%s: %d, %v", name, n, err)
			}
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %.40q, want %.40q", name, got, test.want)
		}
		if cap(s.rest) > 2*maxRecord {
			t.Errorf("%s: %d bytes are kept", name, cap(s.rest))
		}
	}
}

func TestIsNew(t *testing.T) {
	for said, want := range map[string]bool{
		"git version 2.39.5\n": true, "git version 2.39.5 (Apple Git-154)": true, "git version 2.51.0.windows.1": true,
		"git version 2.15.0": true, "git version 3.0.rc1": true, "git version 2.14.9": false, "git version 1.99.1": false,
		"git version": false, "": false, "busybox 2.39": false,
	} {
		if got := isNew(said); got != want {
			t.Errorf("%q: %v", said, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(id1 + "\ntree " + id2 + "\nparent " + id3 + "\nauthor A <a@x> 1795993646 +0100\ncommitter C <c@x> 5 -0330\n\n    S\n    \n    Reviewed-by: R <r@x>\n"))
	f.Add([]byte(id1 + "\nauthor <> -9223372036854775808\n\n    \xff\u202E\x00\n    \n    \n    co-authored-by:<"))
	span := source.Span{From: time.Unix(0, 0).UTC(), To: time.Unix(1<<40, 0).UTC()}
	f.Fuzz(func(t *testing.T, record []byte) {
		c, ok := parse(record)
		if !ok {
			return
		}
		c.readMessage()
		if !utf8.ValidString(c.subject) || source.Harmless(c.subject) != c.subject {
			t.Errorf("subject %q", c.subject)
		}
		for _, a := range append(append([]string{c.author}, c.coauthors...), c.reviewers...) {
			if !utf8.ValidString(a) || strings.Contains(a, "\n") {
				t.Errorf("address %q", a)
			}
		}
		if when, ok := c.when(span); ok && (when.Unix() != c.authored || !span.Contains(when)) {
			t.Errorf("%d is %v", c.authored, when)
		}
		c.is(map[string]bool{"a@x": true})
		c.key(source.Commit)
		shortened(c.id)
	})
}
