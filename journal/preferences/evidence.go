package preferences

import (
	"bytes"
	"maps"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Evidence is where this computer has traces of the user's weeks, and what the user
// wants of them. The zero value is that nothing is looked at. Package evidence looks.
//
// As with [Reminder], what a file has of it is read as far as it makes sense.
type Evidence struct {
	Places map[string][]string `json:"places,omitzero"` // paths, by the id of the kind of source
	Own    []string            `json:"own,omitzero"`    // the user's e-mail addresses

	// From and To are when a working day begins and ends, in minutes since midnight;
	// see WorkingDay.
	From int `json:"from,omitzero"`
	To   int `json:"to,omitzero"`

	// Figures has the hours that were found stored next to each split that is set.
	Figures bool `json:"figures,omitzero"`

	// Hidden has the week page not ask for places.
	Hidden bool `json:"hidden,omitzero"`

	// DiaryAsked is the last week that a diary was offered for and declined, such as
	// "2026-W47".
	DiaryAsked string `json:"diaryAsked,omitzero"`

	// Other contains the fields that a later version wrote.
	Other jsontext.Value `json:",embed"`
}

// The working day, unless another one was chosen.
const (
	usualFrom = 9 * 60
	usualTo   = 17 * 60
)

// WorkingDay returns when a working day begins and ends, in minutes since midnight:
// 0 ≤ from < to ≤ 1440.
func (e Evidence) WorkingDay() (from, to int) {
	if e.From < 0 || e.From >= e.To || e.To > 24*60 {
		return usualFrom, usualTo
	}
	return e.From, e.To
}

// Any reports whether any place was chosen.
func (e Evidence) Any() bool {
	for _, paths := range e.Places {
		if len(paths) > 0 {
			return true
		}
	}
	return false
}

// UnmarshalJSON implements [json.Unmarshaler] for what a file has of it. It always
// succeeds.
func (e *Evidence) UnmarshalJSON(content []byte) error {
	type plain Evidence // without this method
	var read plain
	readFields(content, &read)
	*e = Evidence(read)
	return nil
}

// Clone returns a copy of e that shares nothing with it.
func (e Evidence) Clone() Evidence {
	e.Places, e.Own, e.Other = maps.Clone(e.Places), slices.Clone(e.Own), bytes.Clone(e.Other)
	for kind, paths := range e.Places {
		e.Places[kind] = slices.Clone(paths)
	}
	return e
}

// Evidences is the evidence of several journals, by the id of each. Where a file has
// something else, there is none.
type Evidences map[string]Evidence

// UnmarshalJSON implements [json.Unmarshaler]. It always succeeds.
func (e *Evidences) UnmarshalJSON(content []byte) error {
	*e = nil
	var all map[string]Evidence
	if json.Unmarshal(content, &all) == nil {
		*e = all
	}
	return nil
}

// ChangeEvidence changes the evidence of a journal.
func (p *Preferences) ChangeEvidence(journal string, change func(*Evidence)) {
	e := p.Evidence[journal].Clone()
	change(&e)
	if p.Evidence == nil {
		p.Evidence = make(Evidences)
	}
	p.Evidence[journal] = e
}
