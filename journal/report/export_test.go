package report

import (
	"fmt"
	"slices"
)

// Material returns all that a report is made of, for tests that look for what must
// not be there.
func Material(in Input) string {
	m := newMaterial(in)
	return fmt.Sprintf("%+v %+v %+v %+v %+v %+v %+v",
		m.result.Kinds, m.result.Changes, slices.Collect(m.entries), m.quotable(), m.events, m.kinds, m.options)
}

// Inert is the cell of a CSV file for a text.
var Inert = inert
