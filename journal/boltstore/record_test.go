package boltstore

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/shape"
	"heliotrope/journal/storetest"
)

// secret stands for what a user wrote. No error may quote it.
const secret = "s3cret-words of a user"

// TestDamagedRecords puts bad values into an otherwise good file.
func TestDamagedRecords(t *testing.T) {
	sample := newSample(t)
	b := boxOf(t, sample)
	good := func(bucket, key, payload string) string {
		return string(b.sealPayload(bucket, key, 7, []byte(payload)))
	}
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
		{"header only", entriesBucket, "2026-W50", "\x02", journal.ErrDamaged, "entries 2026-W50"},
		{"version 0", entriesBucket, "2026-W50", "\x00" + entry("{}")[1:], journal.ErrDamaged, "entries 2026-W50"},
		{"version 1", entriesBucket, "2026-W50", "\x01" + entry("{}")[1:], journal.ErrDamaged, "entries 2026-W50"},
		{"version 3", entriesBucket, "2026-W50", "\x03" + entry("{}")[1:], journal.ErrNewerFormat, "entries 2026-W50"},
		{"other revision", entriesBucket, "2026-W50", entry("{}")[:8] + "\x08" + entry("{}")[9:], journal.ErrDamaged, "code"},
		{"wrong code", entriesBucket, "2026-W50", strings.Replace(entry(`{"away":"leave"}`), "leave", secret, 1),
			journal.ErrDamaged, "code"},
		{"of another week", entriesBucket, "2026-W51", entry(`{"away":"leave"}`), journal.ErrDamaged, "entries 2026-W51"},
		{"of another bucket", "events", "2026-W50", entry(`{"week":"2026-W50","kind":"team","title":"t"}`),
			journal.ErrDamaged, "events 2026-W50"},
		{"no JSON", entriesBucket, "2026-W50", entry(secret), journal.ErrDamaged, "entries 2026-W50"},
		{"two values", entriesBucket, "2026-W50", entry(`{"away":"a"} {}`), journal.ErrDamaged, "entries 2026-W50"},
		{"not UTF-8", entriesBucket, "2026-W50", entry("{\"away\":\"\xff\"}"), journal.ErrDamaged, "entries 2026-W50"},
		{"unknown field", entriesBucket, "2026-W50", entry(`{"` + secret + `":1}`), journal.ErrDamaged, "entries 2026-W50"},
		{"wrong type", entriesBucket, "2026-W50", entry(`{"away":{"` + secret + `":1}}`), journal.ErrDamaged, "entries 2026-W50"},
		{"bad time", entriesBucket, "2026-W50", entry(`{"away":"a","updated":"` + secret + `"}`), journal.ErrDamaged, "entries 2026-W50"},
		{"bad energy", entriesBucket, "2026-W50", moment(`"energy":3`), journal.ErrDamaged, "energy"},
		{"no such kind", entriesBucket, "2026-W50", strings.ReplaceAll(moment(`"energy":1`), "coding", "riding"),
			journal.ErrDamaged, "code"},
		{"undeclared kind", entriesBucket, "2026-W50",
			entry(`{"moments":[{"id":"m","text":"t","kind":"riding","track":"both","energy":0,"hours":1}]}`),
			journal.ErrDamaged, "kind"},
		{"bad week", entriesBucket, "2025-W53", good(entriesBucket, "2025-W53", `{"away":"a"}`), journal.ErrDamaged, "2025-W53"},
		{"text for a week", entriesBucket, secret, good(entriesBucket, secret, `{"away":"a"}`), journal.ErrDamaged, "22 bytes"},
		{"event without a week", "events", "e", good("events", "e", `{"week":"`+secret+`"}`), journal.ErrDamaged, "events e"},
		{"bad event", "events", "e", good("events", "e", `{"week":"2026-W50","kind":"`+secret+`","title":"t"}`),
			journal.ErrDamaged, "events e"},
		{"bad kind", kindsBucket, "k", good(kindsBucket, "k", `{"place":1,"name":"n","track":"`+secret+`"}`),
			journal.ErrDamaged, "kinds k"},
		{"bad id", metaBucket, keyJournal, good(metaBucket, keyJournal, `{"id":"`+secret+`"}`), journal.ErrDamaged, "meta journal"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := spoilt(t, sample, func(tx *bolt.Tx) error {
				return tx.Bucket([]byte(test.bucket)).Put([]byte(test.key), []byte(test.value))
			})
			_, err := s.Load()
			if !errors.Is(err, test.want) || !strings.Contains(fmt.Sprint(err), test.names) {
				t.Errorf("load returned %v, want %v that names %q", err, test.want, test.names)
			}
			if strings.Contains(fmt.Sprint(err), "s3cret") {
				t.Errorf("the error quotes what the user wrote: %v", err)
			}
		})
	}
}

// boxOf returns what opens and seals the records of the journal at path.
func boxOf(t *testing.T, path string) box {
	t.Helper()
	s := mustOpen(t, path)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.box
}

// spoilt returns a copy of the journal at path, open, that was changed behind
// the back of its store.
func spoilt(t *testing.T, path string, change func(tx *bolt.Tx) error) *Store {
	t.Helper()
	s, err := Open(copyOf(t, path))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if err := s.db.Update(change); err != nil {
		t.Fatal(err)
	}
	return s
}

// copyOf copies a journal into a folder of its own.
func copyOf(t *testing.T, path string) string {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "journal.db")
	if err := os.WriteFile(copied, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return copied
}

func TestMissingBucket(t *testing.T) {
	sample := newFull(t)
	for _, name := range []string{metaBucket, kindsBucket, "events", entriesBucket, trashBucket, draftBucket, historyBucket} {
		s := spoilt(t, sample, func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(name)) })
		_, err := s.Load()
		_, asideErr := s.Aside()
		_, versionsErr := s.Versions(week("2026-W47"))
		if err := errors.Join(err, asideErr, versionsErr); !errors.Is(err, journal.ErrDamaged) || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: reading returned %v, want ErrDamaged", name, err)
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

func TestStampKeepsInstant(t *testing.T) {
	for _, offset := range []int{0, 60, -60, 59, -59, 9*60 + 21, -(4*60*60 + 56*60 + 2)} {
		at := time.Date(1899, 12, 31, 23, 59, 59, 999_999_999, time.FixedZone("", offset))
		if got := shape.Time(at); !got.Equal(at) {
			t.Errorf("offset %d s: %v became %v", offset, at, got)
		} else if _, seconds := got.Zone(); seconds%60 != 0 {
			t.Errorf("offset %d s: the stamp still has %d s", offset, seconds)
		}
	}
}
