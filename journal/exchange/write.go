package exchange

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
	"heliotrope/journal/shape"
)

// Write writes c as an exchange file: events and entries sorted, two spaces of
// indentation, one line feed at the end. The same c and exported give the same
// bytes. It writes nothing, and returns an error that wraps a
// *[journal.InvalidError] or an *[Error], if Read would refuse the file; any
// other error is w's.
func Write(w io.Writer, c journal.Contents, exported time.Time) error {
	data, err := encode(c, exported)
	if err != nil {
		return fmt.Errorf("write exchange file: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("write exchange file: %w", err)
	}
	return nil
}

func encode(c journal.Contents, exported time.Time) ([]byte, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	if err := checkLimits(c); err != nil {
		return nil, err
	}
	c.Events, c.Entries = slices.Clone(c.Events), slices.Clone(c.Entries)
	c.Sort()
	data, err := json.Marshal(file{Format, Version, c.ID, exported.UTC(), shape.Of(c)}, jsontext.WithIndent("  "))
	if err != nil {
		return nil, err
	}
	if len(data) >= MaxSize {
		return nil, &Error{Problem: ProblemTooLarge}
	}
	return append(data, '\n'), nil
}

// checkLimits checks what [journal.Contents.Validate] leaves to the file.
func checkLimits(c journal.Contents) error {
	if len(c.Kinds) > MaxKinds {
		return &Error{Path: fmt.Sprintf("kinds[%d]", MaxKinds), Problem: ProblemTooMany}
	}
	if len(c.Events) > MaxEvents {
		return &Error{Path: fmt.Sprintf("events[%d]", MaxEvents), Problem: ProblemTooMany}
	}
	moments := 0
	for i, e := range c.Entries {
		if moments += len(e.Moments); moments > MaxMoments {
			last := len(e.Moments) - (moments - MaxMoments)
			return &Error{Path: fmt.Sprintf("entries[%d].moments[%d]", i, last), Problem: ProblemTooMany}
		}
	}
	return nil
}
