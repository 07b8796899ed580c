package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
)

// What the file calls itself.
const (
	Format  = "heliotrope-journal"
	Version = 1
)

// The limits of a file. Every journal that can be stored stays below them, see
// package boltstore; they prevent a wrong or hostile file from filling the memory.
const (
	MaxSize  = 2_500_000_000 // bytes
	MaxDepth = 32

	maxEntries = 53 * (journal.LastYear - journal.FirstYear + 1) // no more weeks than there are
)

// Read reads a whole exchange file and returns its contents, valid and
// sorted. For a file that is damaged, not of this format, or breaks a rule it
// returns an *[Error] and nothing else; a file of a later version also matches
// [journal.ErrNewerFormat], and one that is no journal [journal.ErrNotJournal].
// Any other error is r's.
func Read(r io.Reader) (journal.Contents, error) {
	data, err := readAll(r)
	if err != nil {
		return journal.Contents{}, err
	}
	if err := checkSyntax(data); err != nil {
		return journal.Contents{}, err
	}
	if err := checkHeader(data); err != nil {
		return journal.Contents{}, err
	}
	var f file
	if err := unmarshal(data, &f, json.RejectUnknownMembers(true)); err != nil {
		return journal.Contents{}, err
	}
	if err := checkRequired(data); err != nil {
		return journal.Contents{}, err
	}
	c := f.Contents.Journal()
	c.ID = f.ID
	if err := fillTracks(c); err != nil {
		return journal.Contents{}, invalidIn(data, err)
	}
	if err := c.Validate(); err != nil {
		return journal.Contents{}, invalidIn(data, err)
	}
	c.Sort()
	return c, nil
}

// checkSyntax checks that data is one JSON value that is not nested too deep.
// Repeated names are left to the reading of what they name.
func checkSyntax(data []byte) error {
	if len(bytes.TrimLeft(data, " \t\r\n")) == 0 {
		return errorAt(data, 0, "", ProblemEmpty, nil)
	}
	if offset := invalidUTF8(data); offset >= 0 {
		return errorAt(data, offset, "", ProblemEncoding, nil)
	}
	w := newWalker(data)
	if err := w.checkAll(); err != nil {
		return err
	}
	rest := bytes.TrimLeft(data[w.json.InputOffset():], " \t\r\n")
	if len(rest) > 0 {
		return errorAt(data, len(data)-len(rest), "", ProblemTrailing, nil)
	}
	return nil
}

// checkAll goes over all tokens and checks the depth and the length of lists.
func (w *walker) checkAll() error {
	for w.next() {
		if w.json.StackDepth() > MaxDepth {
			return w.fail(ProblemTooDeep)
		}
		if int(w.json.InputOffset())-w.start > longestToken {
			return w.invalid(journal.RuleLength)
		}
		parent, length := w.json.StackIndex(w.json.StackDepth())
		if kind := w.tok.Kind(); kind == '{' || kind == '[' {
			parent, length = w.json.StackIndex(w.json.StackDepth() - 1)
		}
		if parent != '[' || w.tok.Kind() == '}' || w.tok.Kind() == ']' {
			continue
		}
		if limit := limitOf(w.field()); limit > 0 && length > limit {
			return w.fail(ProblemTooMany)
		}
	}
	return w.err
}

// limitOf returns how many items a list may have, 0 for any number.
func limitOf(field string) int64 {
	switch field {
	case "entries":
		return maxEntries
	case "moments":
		return journal.MaxMoments
	case "answers":
		return int64(len(journal.Questions))
	case "briefs":
		return 1
	case "diary":
		return 7
	case "gave", "took":
		return journal.MostPicked
	case "tags":
		return journal.MaxTags
	}
	return 0
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	for offset := 0; offset < len(data); {
		r, size := utf8.DecodeRune(data[offset:])
		if r == utf8.RuneError && size == 1 {
			return offset
		}
		offset += size
	}
	return -1
}

// checkHeader checks format and version, wherever they stand, before anything
// else is looked at: a later version may have fields that this one lacks.
func checkHeader(data []byte) error {
	if start := locate(data, "").value; data[start] != '{' {
		return errorAt(data, start, "", ProblemNotObject, journal.ErrNotJournal)
	}
	var named struct {
		Format *string `json:"format"`
	}
	if err := unmarshal(data, &named, jsontext.AllowDuplicateNames(true)); err != nil {
		return err
	}
	switch {
	case named.Format == nil:
		return headerError(data, "format", ProblemMissing, journal.ErrNotJournal)
	case *named.Format != Format:
		return headerError(data, "format", ProblemFormat, journal.ErrNotJournal)
	}
	var numbered struct {
		Version *int `json:"version"`
	}
	if err := unmarshal(data, &numbered, jsontext.AllowDuplicateNames(true)); err != nil {
		return err
	}
	switch {
	case numbered.Version == nil:
		return headerError(data, "version", ProblemMissing, nil)
	case *numbered.Version > Version:
		return headerError(data, "version", ProblemNewer, journal.ErrNewerFormat)
	case *numbered.Version < Version:
		return headerError(data, "version", ProblemVersion, nil)
	}
	return nil
}

// headerError returns an *Error for a field of the outermost object.
func headerError(data []byte, path string, problem Problem, cause error) error {
	return errorAt(data, locate(data, path).value, path, problem, cause)
}

// fillTracks gives moments without a track that of their kind, which is what it
// was when version 1 was defined: a file never means something else later.
func fillTracks(c journal.Contents) error {
	tracks := make(map[string]journal.Track)
	for _, k := range journal.BuiltInKinds() {
		tracks[k.ID] = k.Track
	}
	tracks["planning"], tracks["stakeholders"] = journal.People, journal.People // tech lead work since
	for _, k := range c.Kinds {
		tracks[k.ID] = k.Track
	}
	for i, e := range c.Entries {
		for j := range e.Moments {
			m := &e.Moments[j]
			if m.Track != "" {
				continue
			}
			track, ok := tracks[m.Kind]
			if !ok {
				return &journal.InvalidError{
					Field: fmt.Sprintf("entries[%d].moments[%d].kind", i, j),
					Rule:  journal.RuleKind,
				}
			}
			m.Track = track
		}
	}
	return nil
}

// invalidIn returns an *Error for the field that an *InvalidError names.
func invalidIn(data []byte, err error) error {
	bad, ok := errors.AsType[*journal.InvalidError](err)
	if !ok {
		return fmt.Errorf("check exchange file: %w", err)
	}
	return errorAt(data, locate(data, bad.Field).value, bad.Field, ProblemInvalid, bad)
}
