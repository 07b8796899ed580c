package boltstore

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// secret stands for what a user wrote. No error may quote it.
const secret = "s3cret-words of a user"

// TestDamagedRecords puts bad values into an otherwise good file.
func TestDamagedRecords(t *testing.T) {
	good := func(bucket, key, payload string) string { return string(sealPayload(bucket, key, []byte(payload))) }
	entry := func(payload string) string { return good(entriesBucket, "2026-W50", payload) }
	moment := func(more string) string {
		return entry(`{"moments":[{"id":"m","text":"` + secret + `","kind":"coding","track":"technical","hours":1,` + more + `}]}`)
	}
	for _, test := range []struct {
		name, bucket, key, value string
		want                     error
		names                    string // what the error names
	}{
		{"no value", entriesBucket, "2026-W50", "", journal.ErrDamaged, "entries 2026-W50"},
		{"header only", entriesBucket, "2026-W50", "\x01", journal.ErrDamaged, "entries 2026-W50"},
		{"version 0", entriesBucket, "2026-W50", "\x00" + entry("{}")[1:], journal.ErrDamaged, "entries 2026-W50"},
		{"version 2", entriesBucket, "2026-W50", "\x02" + entry("{}")[1:], journal.ErrNewerFormat, "entries 2026-W50"},
		{"wrong checksum", entriesBucket, "2026-W50", strings.Replace(entry(`{"away":"leave"}`), "leave", secret, 1),
			journal.ErrDamaged, "checksum"},
		{"of another week", entriesBucket, "2026-W51", entry(`{"away":"leave"}`), journal.ErrDamaged, "entries 2026-W51"},
		{"of another bucket", eventsBucket, "2026-W50", entry(`{"week":"2026-W50","kind":"team","title":"t"}`),
			journal.ErrDamaged, "events 2026-W50"},
		{"no JSON", entriesBucket, "2026-W50", entry(secret), journal.ErrDamaged, "entries 2026-W50"},
		{"two values", entriesBucket, "2026-W50", entry(`{"away":"a"} {}`), journal.ErrDamaged, "entries 2026-W50"},
		{"not UTF-8", entriesBucket, "2026-W50", entry("{\"away\":\"\xff\"}"), journal.ErrDamaged, "entries 2026-W50"},
		{"unknown field", entriesBucket, "2026-W50", entry(`{"` + secret + `":1}`), journal.ErrDamaged, "entries 2026-W50"},
		{"wrong type", entriesBucket, "2026-W50", entry(`{"away":{"` + secret + `":1}}`), journal.ErrDamaged, "entries 2026-W50"},
		{"bad time", entriesBucket, "2026-W50", entry(`{"away":"a","updated":"` + secret + `"}`), journal.ErrDamaged, "entries 2026-W50"},
		{"bad energy", entriesBucket, "2026-W50", moment(`"energy":3`), journal.ErrDamaged, "energy"},
		{"no such kind", entriesBucket, "2026-W50", strings.ReplaceAll(moment(`"energy":1`), "coding", "riding"),
			journal.ErrDamaged, "checksum"},
		{"undeclared kind", entriesBucket, "2026-W50",
			entry(`{"moments":[{"id":"m","text":"t","kind":"riding","track":"both","energy":0,"hours":1}]}`),
			journal.ErrDamaged, "kind"},
		{"bad week", entriesBucket, "2025-W53", good(entriesBucket, "2025-W53", `{"away":"a"}`), journal.ErrDamaged, "2025-W53"},
		{"text for a week", entriesBucket, secret, good(entriesBucket, secret, `{"away":"a"}`), journal.ErrDamaged, "22 bytes"},
		{"event without a week", eventsBucket, "e", good(eventsBucket, "e", `{"week":"`+secret+`"}`), journal.ErrDamaged, "events e"},
		{"bad event", eventsBucket, "e", good(eventsBucket, "e", `{"week":"2026-W50","kind":"`+secret+`","title":"t"}`),
			journal.ErrDamaged, "events e"},
		{"bad kind", kindsBucket, "k", good(kindsBucket, "k", `{"place":1,"name":"n","track":"`+secret+`"}`),
			journal.ErrDamaged, "kinds k"},
		{"bad id", metaBucket, keyJournal, good(metaBucket, keyJournal, `{"id":"`+secret+`"}`), journal.ErrDamaged, "meta journal"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := mustOpen(t, newSample(t))
			err := s.db.Update(func(tx *bolt.Tx) error {
				return tx.Bucket([]byte(test.bucket)).Put([]byte(test.key), []byte(test.value))
			})
			if err != nil {
				t.Fatal(err)
			}
			_, err = s.Load()
			if !errors.Is(err, test.want) || !strings.Contains(fmt.Sprint(err), test.names) {
				t.Errorf("load returned %v, want %v that names %q", err, test.want, test.names)
			}
			if strings.Contains(fmt.Sprint(err), "s3cret") {
				t.Errorf("the error quotes what the user wrote: %v", err)
			}
		})
	}
}

func TestMissingBucket(t *testing.T) {
	for _, name := range []string{kindsBucket, eventsBucket, entriesBucket} {
		s := mustOpen(t, newSample(t))
		if err := s.db.Update(func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(name)) }); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Load(); !errors.Is(err, journal.ErrDamaged) || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: load returned %v, want ErrDamaged", name, err)
		}
	}
}

// TestYearTooLate: JSON has no times after the year 9999. The change must fail
// whole rather than keep another time.
func TestYearTooLate(t *testing.T) {
	s := mustOpen(t, newSample(t))
	err := s.Apply(journal.Change{PutEntries: []journal.Entry{
		{Week: week("2026-W50"), Away: "leave", Updated: time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)},
	}})
	if err == nil {
		t.Error("a time in the year 10000 was kept")
	}
	mustHold(t, s, storetest.Sample())
}

// FuzzDecodeRecord gives the decoders values as they might be in a damaged
// file, as they are and with a checksum that fits. They must refuse them with
// a known error, or return what is valid and survives being kept again.
func FuzzDecodeRecord(f *testing.F) {
	sample := storetest.Sample()
	for i, k := range sample.Kinds {
		value, err := encodeKind(placedKind{k, i})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(k.ID, value)
	}
	for _, e := range sample.Events {
		value, err := encodeEvent(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(e.ID, value)
	}
	for _, e := range sample.Entries {
		value, err := encodeEntry(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(e.Week.String(), value)
	}
	f.Add("", []byte{})
	f.Add("2026-W47", []byte{recordVersion})
	f.Add("2026-W47", []byte("\x02later"))
	f.Add("2026-W47", append(make([]byte, recordHeader), `{"updated":"0000-01-01T00:00:00+23:59"}`...))
	f.Add("2026-W47", append(make([]byte, recordHeader), `{"split":{"technical":1e2},"away":null}`...))
	f.Fuzz(func(t *testing.T, key string, value []byte) {
		payload := value[min(len(value), recordHeader):]
		for _, bucket := range []struct {
			name   string
			decode func(key string, value []byte) ([]byte, error)
		}{
			{metaBucket, again(func(_ string, v []byte) (string, error) { return decodeJournal(v) }, encodeJournal)},
			{kindsBucket, again(decodeKind, encodeKind)},
			{eventsBucket, again(decodeEvent, encodeEvent)},
			{entriesBucket, again(decodeEntry, encodeEntry)},
		} {
			for _, v := range [][]byte{value, sealPayload(bucket.name, key, payload)} {
				kept, err := bucket.decode(key, v)
				if err != nil {
					if !errors.Is(err, journal.ErrDamaged) && !errors.Is(err, journal.ErrNewerFormat) {
						t.Errorf("%s: %v", bucket.name, err)
					}
					continue
				}
				if keptAgain, err := bucket.decode(key, kept); err != nil || string(keptAgain) != string(kept) {
					t.Errorf("%s: kept as %q, then as %q (%v)", bucket.name, kept, keptAgain, err)
				}
			}
		}
	})
}

// again returns a function that decodes a value and encodes what it got.
func again[T any](decode func(string, []byte) (T, error), encode func(T) ([]byte, error)) func(string, []byte) ([]byte, error) {
	return func(key string, value []byte) ([]byte, error) {
		item, err := decode(key, value)
		if err != nil {
			return nil, err
		}
		return encode(item)
	}
}

func TestStampKeepsInstant(t *testing.T) {
	for _, offset := range []int{0, 60, -60, 59, -59, 9*60 + 21, -(4*60*60 + 56*60 + 2)} {
		at := time.Date(1899, 12, 31, 23, 59, 59, 999_999_999, time.FixedZone("", offset))
		if got := toStamp(at); !got.Equal(at) {
			t.Errorf("offset %d s: %v became %v", offset, at, got)
		} else if _, seconds := got.Zone(); seconds%60 != 0 {
			t.Errorf("offset %d s: the stamp still has %d s", offset, seconds)
		}
	}
}
