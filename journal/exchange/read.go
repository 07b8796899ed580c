package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
)

// What the file calls itself.
const (
	Format  = "heliotrope-journal"
	Version = 1
)

// The limits of a file. Decades of logging stay far below them; they keep a
// wrong or hostile file from filling the memory.
const (
	MaxSize    = 50_000_000 // bytes
	MaxMoments = 100_000
	MaxEvents  = 10_000
	MaxKinds   = 1_000
	MaxDepth   = 32

	maxEntries = 53 * (journal.LastYear - journal.FirstYear + 1) // no more weeks than there are
)

// Read reads an exchange file whole and returns what it holds, valid and
// sorted. For a file that is damaged, not of this format, or breaks a rule it
// returns an *[Error] and nothing else; a file of a later version also matches
// [journal.ErrNewerFormat], and one that is no journal [journal.ErrNotJournal].
// Any other error is r's.
func Read(r io.Reader) (journal.Contents, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return journal.Contents{}, fmt.Errorf("read exchange file: %w", err)
	}
	if len(data) > MaxSize {
		return journal.Contents{}, &Error{Problem: ProblemTooLarge}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := checkSyntax(data); err != nil {
		return journal.Contents{}, err
	}
	if err := checkHeader(data); err != nil {
		return journal.Contents{}, err
	}
	c, err := newDecoder(data).contents()
	if err != nil {
		return journal.Contents{}, err
	}
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
	d := newDecoder(data, jsontext.AllowDuplicateNames(true))
	for depth := 1; depth > 0; depth = d.json.StackDepth() {
		if _, err := d.token(); err != nil {
			return err
		}
		if d.json.StackDepth() > MaxDepth {
			return d.fail(ProblemTooDeep, nil)
		}
	}
	rest := bytes.TrimLeft(data[d.json.InputOffset():], " \t\r\n")
	if len(rest) > 0 {
		return errorAt(data, len(data)-len(rest), "", ProblemTrailing, nil)
	}
	return nil
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
	var (
		format  string
		version int
	)
	d, err := seek(data, "format", journal.ErrNotJournal)
	if err != nil {
		return err
	}
	if err := d.text(&format)(); err != nil {
		return err
	}
	if format != Format {
		return d.fail(ProblemFormat, journal.ErrNotJournal)
	}
	if d, err = seek(data, "version", nil); err != nil {
		return err
	}
	if err := d.integer(&version)(); err != nil {
		return err
	}
	switch {
	case version > Version:
		return d.fail(ProblemNewer, journal.ErrNewerFormat)
	case version < Version:
		return d.fail(ProblemVersion, nil)
	}
	return nil
}

// seek returns a decoder before the value of a member of the outermost object.
// If there is none, the error wraps cause.
func seek(data []byte, name string, cause error) (*decoder, error) {
	d := newDecoder(data, jsontext.AllowDuplicateNames(true))
	tok, err := d.token()
	if err != nil {
		return nil, err
	}
	if tok.Kind() != '{' {
		return nil, d.fail(ProblemNotObject, journal.ErrNotJournal)
	}
	begin := d.start
	for {
		tok, err := d.token()
		switch {
		case err != nil:
			return nil, err
		case tok.Kind() == '}':
			return nil, errorAt(data, begin, name, ProblemMissing, cause)
		case tok.String() == name:
			return d, nil
		}
		if err := d.skip(); err != nil {
			return nil, err
		}
	}
}

// fillTracks gives moments without a track that of their kind.
func fillTracks(c journal.Contents) error {
	tracks := make(map[string]journal.Track)
	for _, k := range journal.BuiltInKinds() {
		tracks[k.ID] = k.Track
	}
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
	return errorAt(data, locate(data, bad.Field), bad.Field, ProblemInvalid, bad)
}
