package git

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"heliotrope/journal/evidence/source"
)

// commit is what is read of a commit.
type commit struct {
	id      string
	parents []string

	author    string // an address, as [source.Address] returns it, like those below
	authored  int64  // in seconds since 1970; unknown where it is not a number
	committed int64

	message []byte // as it was read, until readMessage took the rest from it

	subject   string
	coauthors []string
	reviewers []string
}

// unknown is the time of a commit whose date is none. No span contains it.
const unknown = math.MinInt64

// parse reads a commit as git rev-list --header prints it: its id, a line for each
// header, an empty line, and the message with four spaces before each line. A record
// that was cut is read up to there; ok is false if it is no commit. What the message
// says is left to readMessage, since most commits are not of the span.
func parse(record []byte) (c commit, ok bool) {
	head, message, _ := bytes.Cut(record, []byte("\n\n"))
	id, head, _ := bytes.Cut(head, []byte("\n"))
	if !isID(id) {
		return commit{}, false
	}
	c = commit{id: string(id), authored: unknown, committed: unknown, message: message}
	for line := range bytes.Lines(head) {
		name, value, _ := bytes.Cut(bytes.TrimSuffix(line, []byte("\n")), []byte(" "))
		switch string(name) {
		case "parent":
			if isID(value) {
				c.parents = append(c.parents, string(value))
			}
		case "author":
			c.author, c.authored = identity(value)
		case "committer":
			_, c.committed = identity(value)
		}
	}
	return c, true
}

// isID reports whether id is that of an object, with SHA-1 or SHA-256.
func isID(id []byte) bool {
	return (len(id) == 40 || len(id) == 64) && len(bytes.Trim(id, "0123456789abcdef")) == 0
}

// identity reads "Name <address> seconds zone".
func identity(value []byte) (who string, when int64) {
	_, rest, _ := bytes.Cut(value, []byte("<"))
	mail, _, _ := bytes.Cut(rest, []byte(">"))
	date := value[bytes.LastIndexByte(value, '>')+1:]
	seconds, _, _ := bytes.Cut(bytes.TrimSpace(date), []byte(" "))
	when, err := strconv.ParseInt(string(seconds), 10, 64)
	if err != nil {
		when = unknown
	}
	return source.Address(string(mail)), when
}

// readMessage takes the subject, which is the first paragraph, and from the last one,
// if it is another, who the trailers name.
func (c *commit) readMessage() {
	message := c.message
	c.message = nil
	var paragraph [][]byte
	first := true
	end := func() {
		if first && len(paragraph) > 0 {
			c.subject = source.Harmless(string(bytes.Join(paragraph, []byte(" "))))
			first, paragraph = false, nil
		}
	}
	for line := range bytes.Lines(message) {
		line = bytes.TrimRight(bytes.TrimPrefix(line, []byte("    ")), " \t\r\n")
		switch {
		case len(line) > 0:
			paragraph = append(paragraph, line)
		case first:
			end()
		default:
			paragraph = append(paragraph, nil)
		}
	}
	end()
	for len(paragraph) > 0 && paragraph[len(paragraph)-1] == nil {
		paragraph = paragraph[:len(paragraph)-1]
	}
	for i := len(paragraph) - 1; i >= 0 && paragraph[i] != nil; i-- {
		name, value, _ := strings.Cut(string(paragraph[i]), ":")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "co-authored-by":
			c.coauthors = append(c.coauthors, trailer(value))
		case "reviewed-by":
			c.reviewers = append(c.reviewers, trailer(value))
		}
	}
}

// trailer returns the address in "Name <address>".
func trailer(value string) string {
	if _, rest, ok := strings.Cut(value, "<"); ok {
		value, _, _ = strings.Cut(rest, ">")
	}
	return source.Address(value)
}

// isPerson reports whether an address may be that of a person, and is not one under
// which a program is named as an author: coding agents and robots do that.
func isPerson(address string) bool {
	name, at, _ := strings.Cut(address, "@")
	switch {
	case !strings.Contains(address, "@"), strings.Contains(name, "[bot]"):
		return false
	case name == "noreply", name == "no-reply", name == "cursoragent", name == "copilot":
		return false
	case at == "users.noreply.github.com" && (strings.HasSuffix(name, "+copilot") || strings.HasSuffix(name, "+claude")):
		return false
	}
	return true
}

// is returns what a commit is of somebody whose addresses are own.
func (c commit) is(own map[string]bool) (what []source.What) {
	mine := func(address string) bool { return own[address] }
	another := func(address string) bool { return !own[address] && isPerson(address) }
	switch {
	case len(c.parents) > 1:
		return nil
	case own[c.author]:
		what = append(what, source.Commit)
		if slices.ContainsFunc(c.coauthors, another) {
			what = append(what, source.Pairing)
		}
	case slices.ContainsFunc(c.coauthors, mine):
		what = append(what, source.Pairing)
	case slices.ContainsFunc(c.reviewers, mine):
		what = append(what, source.Review)
	}
	return what
}

// key names what a commit is. It is the same for a commit that was rewritten or is in
// another clone, whose author, date and subject stay.
func (c commit) key(what source.What) string {
	sum := sha256.Sum256([]byte(c.author + "\x00" + strconv.FormatInt(c.authored, 10) + "\x00" + c.subject))
	return "git:" + string(what) + ":" + hex.EncodeToString(sum[:16])
}

// when returns the author's date, in the zone of s; ok is false if it is not in s.
func (c commit) when(s source.Span) (t time.Time, ok bool) {
	if c.authored == unknown {
		return t, false
	}
	t = time.Unix(c.authored, 0).In(s.From.Location())
	return t, s.Contains(t)
}
