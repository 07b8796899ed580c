package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"heliotrope/journal"
)

// Problem is what is wrong with a file. It reads as the end of a sentence
// that begins with the field, or with the file.
type Problem string

// The problems that [Error] names. Package words has the sentences for users.
const (
	ProblemEmpty      Problem = "is empty"
	ProblemTooLarge   Problem = "is larger than 2.5 GB"
	ProblemEncoding   Problem = "is not valid UTF-8"
	ProblemSyntax     Problem = "is not valid JSON"
	ProblemTruncated  Problem = "is cut short"
	ProblemTrailing   Problem = "goes on after its end"
	ProblemTooDeep    Problem = "is nested too deep"
	ProblemSurrogate  Problem = "contains half a character (a lone surrogate)"
	ProblemDuplicate  Problem = "appears twice"
	ProblemUnknown    Problem = "is not a field of this format"
	ProblemCase       Problem = "is written in other capital letters"
	ProblemMissing    Problem = "is missing"
	ProblemNotObject  Problem = "must be an object"
	ProblemNotList    Problem = "must be a list"
	ProblemNotText    Problem = "must be text"
	ProblemNotNumber  Problem = "must be a number"
	ProblemNotInteger Problem = "must be a whole number"
	ProblemNotBool    Problem = "must be true or false"
	ProblemRange      Problem = "is too large a number"
	ProblemTime       Problem = "must be a time with its offset, such as 2026-11-20T16:10:00+01:00"
	ProblemTooMany    Problem = "is one item too many"
	ProblemFormat     Problem = "does not name a Heliotrope journal" // wraps journal.ErrNotJournal
	ProblemVersion    Problem = "must be 1"
	ProblemNewer      Problem = "was written by a newer version of Heliotrope" // wraps journal.ErrNewerFormat
	ProblemInvalid    Problem = "breaks a rule"                                // wraps a *journal.InvalidError, which says which
)

// Error reports the first thing that is wrong with a file, and where. It never
// contains what the user wrote.
type Error struct {
	// Path is the path to the field, such as "entries[3].moments[0].energy",
	// and empty if the problem is the file as a whole. A name that does not
	// look like that of a field is replaced by "…".
	Path string

	// Line and Column count from 1, columns in characters. For a field that is
	// missing they are where its object begins. Both are 0 if no place in the
	// file is to blame.
	Line, Column int

	Problem Problem

	// Err is a *journal.InvalidError, one of package journal's sentinels, or
	// nil if Problem is all.
	Err error
}

func (e *Error) Error() string {
	what := string(e.Problem)
	if bad, ok := errors.AsType[*journal.InvalidError](e.Err); ok {
		what = fmt.Sprintf("breaks the rule %q", string(bad.Rule))
	}
	where := e.Path
	if where == "" {
		where = "the file"
	}
	if e.Line == 0 {
		return where + " " + what
	}
	return fmt.Sprintf("line %d, column %d: %s %s", e.Line, e.Column, where, what)
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }

// errorAt returns an *Error for what begins at an offset into data.
func errorAt(data []byte, offset int, path string, problem Problem, cause error) error {
	before := data[:offset]
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	return &Error{
		Path:    path,
		Line:    1 + bytes.Count(before, []byte("\n")),
		Column:  1 + utf8.RuneCount(before[lineStart:]),
		Problem: problem,
		Err:     cause,
	}
}
