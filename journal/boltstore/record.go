package boltstore

import "time"

// The types of what records hold. Fields are never renamed, and one that is
// added takes a new format version.

type journalRecord struct {
	ID string `json:"id"`
}

type kindRecord struct {
	Place int    `json:"place"` // in the order of kinds
	Name  string `json:"name,omitempty"`
	Track string `json:"track"`
}

type eventRecord struct {
	Week        string `json:"week"`
	Kind        string `json:"kind"`
	Title       string `json:"title,omitempty"`
	Role        string `json:"role,omitempty"`
	CompanySize string `json:"companySize,omitempty"`
}

type entryRecord struct {
	Away       string         `json:"away,omitempty"`
	Split      *splitRecord   `json:"split,omitempty"`
	Moments    []momentRecord `json:"moments,omitempty"`
	Answers    []answerRecord `json:"answers,omitempty"`
	Prompt     string         `json:"prompt,omitempty"`
	Reflection string         `json:"reflection,omitempty"`
	Updated    time.Time      `json:"updated,omitzero"`
	Saved      time.Time      `json:"saved,omitzero"` // since format 2: when this was written here
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
	Private bool      `json:"private,omitempty"`
	Chosen  bool      `json:"chosen,omitempty"`
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
	Entry  *entryRecord  `json:"entry,omitempty"`
	Moment *momentRecord `json:"moment,omitempty"`
	Event  *trashedEvent `json:"event,omitempty"`
}

// trashedEvent is an event with its id, which is no key in the trash.
type trashedEvent struct {
	ID string `json:"id"`
	eventRecord
}

// draftRecord is a moment half-written.
type draftRecord struct {
	ID      string `json:"id"`
	Week    string `json:"week"`
	Text    string `json:"text,omitempty"`
	Kind    string `json:"kind,omitempty"`
	Track   string `json:"track,omitempty"`
	Energy  int    `json:"energy,omitempty"`
	Hours   string `json:"hours,omitempty"`
	Tags    string `json:"tags,omitempty"`
	Private bool   `json:"private,omitempty"`
	Chosen  bool   `json:"chosen,omitempty"`
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
