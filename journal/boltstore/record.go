package boltstore

import (
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
	"heliotrope/journal/shape"
)

// The records that only the file has. Those of package shape it shares with the
// exchange file. Fields are never renamed, and after the first release one that
// is added takes a new format version.

type journalRecord struct {
	ID string `json:"id"`
}

// versionRecord is what a week contained before.
type versionRecord struct {
	Replaced time.Time           `json:"replaced,omitzero"`
	Entry    stored[shape.Entry] `json:"entry"`
}

// trashRecord is something deleted: one member more, named for what it is.
type trashRecord struct {
	At   time.Time                 `json:"at,omitzero"`
	Week string                    `json:"week"`
	Item map[string]jsontext.Value `json:",embed"`
}

// draftRecord is a moment half-written. In the file of an earlier version, kind, track,
// energy, hours and tags are separate from the text.
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
	Source  string `json:"source,omitzero"`

	Edit *draftRecord `json:"edit,omitzero"` // of a moment, while the draft is of a new one
}

// line returns the line of the draft: what was typed apart from the text follows
// it.
func (r draftRecord) line() string {
	line := r.Text
	for tag := range strings.SplitSeq(r.Tags, ",") {
		if tag = strings.Trim(tag, " #"); tag != "" {
			line += " #" + strings.Join(strings.Fields(tag), "-")
		}
	}
	if hours := strings.TrimSpace(r.Hours); hours != "" {
		line += " " + hours
		if strings.Trim(hours, "0123456789.,") == "" {
			line += "h"
		}
	}
	return strings.TrimLeft(line, " ")
}

// headRecord summarizes everything else in the file.
type headRecord struct {
	Format      int            `json:"format"`
	Readers     int            `json:"readers"`
	Transaction int            `json:"transaction"`
	Counts      map[string]int `json:"counts"` // of records in each bucket
	Sum         string         `json:"sum"`    // of their codes, in hexadecimal
	Lines       []lineRecord   `json:"lines,omitzero"`
}

// lineRecord is a line of saves, see [backup.Line].
type lineRecord struct {
	ID       string `json:"id"`
	Computer string `json:"computer,omitzero"`
	Place    string `json:"place,omitzero"`
	Until    int    `json:"until,omitzero"`
}

func newJournalRecord(id string) (journalRecord, error) {
	return journalRecord{ID: id}, (journal.Contents{ID: id}).Validate()
}

func (b box) decodeJournal(value []byte) (id string, err error) {
	var r journalRecord
	if _, err := b.unseal(metaBucket, keyJournal, value, &r); err != nil {
		return "", err
	}
	if err := (journal.Contents{ID: r.ID}).Validate(); err != nil {
		return "", damaged(metaBucket, keyJournal, err)
	}
	return r.ID, nil
}

// putJournal puts the id of the journal.
func (l *ledger) putJournal(id string) error {
	r, err := newJournalRecord(id)
	if err != nil {
		return err
	}
	return l.put(metaBucket, keyJournal, r)
}
