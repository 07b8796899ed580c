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
// *[journal.InvalidError], if Read would refuse the file; any other error is w's.
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
	c.Events, c.Entries = slices.Clone(c.Events), slices.Clone(c.Entries)
	c.Sort()
	data, err := json.Marshal(file{Format, Version, c.ID, exported.UTC(), shape.Of(c)}, jsontext.WithIndent("  "))
	if err != nil {
		return nil, err
	}
	return append(data, '\n'), nil
}
