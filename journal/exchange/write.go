package exchange

import (
	"cmp"
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
	err := cmp.Or(c.Validate(), checkTimes(c))
	if err == nil {
		c.Events, c.Entries = slices.Clone(c.Events), slices.Clone(c.Entries)
		c.Sort()
		err = json.MarshalWrite(w, file{Format, Version, c.ID, exported.UTC(), shape.Of(c)},
			jsontext.WithIndent("  "), json.WithMarshalers(shape.Marshalers))
	}
	if err == nil {
		_, err = io.WriteString(w, "\n")
	}
	if err != nil {
		return fmt.Errorf("write exchange file: %w", err)
	}
	return nil
}

// checkTimes checks that all times have a form in RFC 3339, as no rule of package
// journal does.
func checkTimes(c journal.Contents) error {
	written := func(t time.Time) bool { year := shape.Time(t).Year(); return year >= 0 && year <= 9999 }
	for i := range c.Entries {
		e := &c.Entries[i]
		if !written(e.Updated) || slices.ContainsFunc(e.Moments, func(m journal.Moment) bool { return !written(m.Logged) }) {
			return fmt.Errorf("entries[%d]: a time of another year than 0 to 9999", i)
		}
	}
	return nil
}
