package boltstore

import "time"

// The types of what records hold. Fields are never renamed, and one that is
// added takes a new format version.

type journalRecord struct {
	ID string `json:"id"`
}

type kindRecord struct {
	Place int    `json:"place"` // in the order of kinds
	Name  string `json:"name,omitzero"`
	Track string `json:"track"`
}

type eventRecord struct {
	Week        string `json:"week"`
	Kind        string `json:"kind"`
	Title       string `json:"title,omitzero"`
	Role        string `json:"role,omitzero"`
	CompanySize string `json:"companySize,omitzero"`
}

type entryRecord struct {
	Away       string         `json:"away,omitzero"`
	Split      *splitRecord   `json:"split,omitzero"`
	Moments    []momentRecord `json:"moments,omitempty"`
	Answers    []answerRecord `json:"answers,omitempty"`
	Prompt     string         `json:"prompt,omitzero"`
	Reflection string         `json:"reflection,omitzero"`
	Updated    time.Time      `json:"updated,omitzero"`
	Saved      time.Time      `json:"saved,omitzero"` // when this was written here
}

type splitRecord struct {
	Technical int `json:"technical"`
	Both      int `json:"both"`
	People    int `json:"people"`
}

type momentRecord struct {
	ID      string    `json:"id"`
	Text    string    `json:"text"`
	Kind    string    `json:"kind"`
	Track   string    `json:"track"`
	Energy  int       `json:"energy"`
	Hours   float64   `json:"hours"`
	Tags    []string  `json:"tags,omitempty"`
	Private bool      `json:"private,omitzero"`
	Chosen  bool      `json:"chosen,omitzero"`
	Logged  time.Time `json:"logged,omitzero"`
}

type answerRecord struct {
	Question string `json:"question"`
	Value    int    `json:"value"`
}

// versionRecord is what a week held before.
type versionRecord struct {
	Replaced time.Time   `json:"replaced,omitzero"`
	Entry    entryRecord `json:"entry"`
}

// trashRecord is something deleted; one of the last three is there.
type trashRecord struct {
	At     time.Time     `json:"at,omitzero"`
	Week   string        `json:"week"`
	Entry  *entryRecord  `json:"entry,omitzero"`
	Moment *momentRecord `json:"moment,omitzero"`
	Event  *trashedEvent `json:"event,omitzero"`
}

// trashedEvent is an event with its id, which is no key in the trash.
type trashedEvent struct {
	ID string `json:"id"`

	eventRecord `json:",inline"`
}

// draftRecord is a moment half-written.
type draftRecord struct {
	ID      string `json:"id"`
	Week    string `json:"week"`
	Text    string `json:"text,omitzero"`
	Kind    string `json:"kind,omitzero"`
	Track   string `json:"track,omitzero"`
	Energy  int    `json:"energy,omitzero"`
	Hours   string `json:"hours,omitzero"`
	Tags    string `json:"tags,omitzero"`
	Private bool   `json:"private,omitzero"`
	Chosen  bool   `json:"chosen,omitzero"`
}

// headRecord stands for everything else in the file.
type headRecord struct {
	Format      int            `json:"format"`
	Readers     int            `json:"readers"`
	Transaction int            `json:"transaction"`
	Counts      map[string]int `json:"counts"` // of records in each bucket
	Sum         string         `json:"sum"`    // of their codes, in hexadecimal
}

// toStamp fits t for a record. It keeps the offset in whole minutes, as RFC
// 3339 does; offsets with seconds, which only old local mean times have, would
// else move the instant.
func toStamp(t time.Time) time.Time {
	if _, offset := t.Zone(); offset%60 != 0 {
		return t.In(time.FixedZone("", offset-offset%60))
	}
	return t
}
