package report

import "fmt"

// Told returns all that a report is made of, for tests that look for what must
// not be there.
func Told(in Input) string {
	m := newMaterial(in)
	told := fmt.Sprintf("%+v %+v %+v %+v %+v %+v %+v",
		m.result.Kinds, m.result.Changes, m.entries, m.quotable, m.events, m.kinds, m.options)
	if recent := m.result.Verdict.Recent; recent != nil {
		told += fmt.Sprintf(" %+v", *recent)
	}
	return told
}

// Inert is what a cell of a CSV file holds for a text.
var Inert = inert
