package boltstore

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"regexp"
	"time"
	"unicode/utf8"

	"heliotrope/journal"
)

// The types of what records hold. Fields are never renamed, and one that is
// added takes a new record version.

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

const (
	recordVersion = 1
	recordHeader  = 1 + 4 // version and checksum
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal returns the value to keep under key in bucket.
func seal(bucket, key string, record any) ([]byte, error) {
	payload, err := json.Marshal(record)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", bucket, printable(key), err)
	}
	return sealPayload(bucket, key, payload), nil
}

func sealPayload(bucket, key string, payload []byte) []byte {
	value := make([]byte, recordHeader, recordHeader+len(payload))
	value[0] = recordVersion
	binary.BigEndian.PutUint32(value[1:], checksum(bucket, key, payload))
	return append(value, payload...)
}

// checksum binds a payload to its place and version.
func checksum(bucket, key string, payload []byte) uint32 {
	sum := crc32.Checksum(fmt.Appendf(nil, "%s/%s/%d/", bucket, key, recordVersion), castagnoli)
	return crc32.Update(sum, castagnoli, payload)
}

// unseal reads the value kept under key in bucket into record. The error never
// quotes the value, as one of package json might.
func unseal(bucket, key string, value []byte, record any) error {
	switch {
	case len(value) < recordHeader || value[0] == 0:
		return damaged(bucket, key, errors.New("no record"))
	case value[0] > recordVersion:
		return fmt.Errorf("%w: record version %d of %s %s", journal.ErrNewerFormat, value[0], bucket, printable(key))
	}
	payload := value[recordHeader:]
	if binary.BigEndian.Uint32(value[1:]) != checksum(bucket, key, payload) {
		return damaged(bucket, key, errors.New("wrong checksum"))
	}
	decoder := json.NewDecoder(bytes.NewReader(payload))
	decoder.DisallowUnknownFields()
	if !utf8.Valid(payload) || decoder.Decode(record) != nil {
		return damaged(bucket, key, errors.New("not a record of its version"))
	}
	if _, err := decoder.Token(); err != io.EOF {
		return damaged(bucket, key, errors.New("more than one record"))
	}
	return nil
}

// damaged returns an error that tells which record is damaged, and how.
func damaged(bucket, key string, err error) error {
	return fmt.Errorf("%w: %s %s: %w", journal.ErrDamaged, bucket, printable(key), err)
}

var plainKey = regexp.MustCompile(`^[A-Za-z0-9-]{1,40}$`)

// printable returns key for an error, unless it may be a piece of text: in a
// damaged file anything can stand in its place, and an import brings ids of
// its own.
func printable(key string) string {
	if plainKey.MatchString(key) {
		return key
	}
	return fmt.Sprintf("(%d bytes)", len(key))
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
