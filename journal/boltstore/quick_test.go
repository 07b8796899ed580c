package boltstore

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// quickEntries are entries with everything that is written in more than one way.
func quickEntries() []journal.Entry {
	all := append(storetest.Sample().Entries, lifeWeek(0), lifeWeek(1))
	for _, text := range []string{`"quoted" \ and / <b>&</b>`, "line\nand\ttab", "\u2028\u2029", "été – 工作 🌻", "ends in \\", "\u007f"} {
		all = append(all, journal.Entry{Week: week("2026-W40"), Away: text, Prompt: text, Reflection: text, Moments: []journal.Moment{
			{ID: text, Text: text, Kind: text, Track: journal.Track(text), Tags: []string{text, "", text}, Hours: 40},
		}})
	}
	return all
}

// payload returns the payload of the record of e.
func payload(t testing.TB, e journal.Entry) []byte {
	t.Helper()
	s := entries.store(e)
	s.Saved = time.Date(2026, 11, 29, 9, 0, 0, 0, time.FixedZone("", -3*60*60))
	value, err := fuzzBoxes[0].seal(entriesBucket, e.Week.String(), 7, s)
	if err != nil {
		t.Fatal(err)
	}
	return value[headerSize:]
}

// TestQuick: what this program writes is read without package json.
func TestQuick(t *testing.T) {
	var q quick
	for _, e := range quickEntries() {
		text := payload(t, e)
		got, ok := q.entry(text)
		if got.record.Week = e.Week; !ok || !got.record.Equal(e) || !got.record.Updated.Equal(e.Updated) || got.saved.Hour() != 9 {
			t.Errorf("%s: read as %+v (%v)", text, got, ok)
		}
	}
}

// FuzzQuick: whatever quick makes of a record, package json makes of it too. What
// was read before stays as it is.
func FuzzQuick(f *testing.F) {
	for _, e := range quickEntries() {
		if len(e.Moments) < momentsAWeek {
			f.Add(payload(f, e))
		}
	}
	for _, text := range []string{
		`{}`, `{"away":"a"} `, `{ "away":"a"}`, `{"away":null}`, `{"away":"a","away":"b"}`, `{"prompt":"p","away":"a"}`, `{,"away":"a"}`,
		`{"away":"a",}`, `{"away":"a"}{`, `{"away":"a","other":1}`, `{"\u0061way":"a"}`, `{"away":"\ud800"}`, `{"away":"\ud83d\ude00"}`,
		"{\"away\":\"\xff\"}", "{\"away\":\"\x01\"}", `{"away":"a\"}`, `{"away":"\x"}`, `{"week":"2026-W47","away":"a"}`, `{"place":1,"away":"a"}`,
		`{"split":{"technical":1e2,"both":0,"people":0}}`, `{"split":{"technical":-0,"both":0,"people":100}}`,
		`{"split":{"technical":099,"both":0,"people":1}}`, `{"split":{"both":0,"technical":50,"people":50}}`, `{"split":{}}`,
		`{"moments":[]}`, `{"moments":[{}]}`, `{"moments":null}`, `{"moments":[{"id":"m","text":"t","kind":"coding","track":"both","energy":1,"tags":[]}]}`,
		`{"moments":[{"id":"m","text":"t","kind":"coding","track":"both","energy":1,"hours":01}]}`,
		`{"moments":[{"id":"m","text":"t","kind":"coding","track":"both","energy":1,"hours":1e1,"private":false}]}`,
		`{"moments":[{"id":"m","text":"t","kind":"coding","track":"both","energy":1,"hours":1.}]}`,
		`{"moments":[{"id":"m","text":"t","kind":"coding","track":"both","energy":1,"hours":1.50},]}`,
		`{"moments":[{"id":"m","text":"t","kind":"coding","track":"both","energy":9223372036854775808}]}`,
		`{"away":"a","updated":"2026-11-29T09:00:00,5Z"}`, `{"away":"a","updated":"2026-11-29T9:00:00Z"}`, `{"away":"a","updated":"0000-01-01T00:00:00+24:00"}`,
		`{"evidence":{"technical":1.5,"both":0,"people":2}}`, `{"evidence":{"technical":-0,"both":0,"people":2}}`, `{"evidence":{"technical":1e1,"both":0,"people":2}}`,
		`{"evidence":{"both":1}}`, `{"evidence":{"day":1,"technical":1,"both":0,"people":2}}`, `{"evidence":null}`, `{"diary":[]}`,
		`{"diary":[{"day":1,"technical":0,"both":0,"people":0},{"day":2,"technical":0.5,"both":0.25,"people":1}]}`,
		`{"diary":[{"day":2,"technical":0,"both":0,"people":0},{"day":2,"technical":0,"both":0,"people":0}]}`, `{"diary":[{"technical":0,"both":0,"people":0,"day":2}]}`,
		`{"diary":[{"day":1.0,"technical":0,"both":0,"people":0}]}`, `{"diary":[{"day":1,"technical":0,"both":0,"people":25}]}`,
		`{"moments":[{"id":"m","text":"t","kind":"coding","track":"both","energy":1,"source":""}]}`, `{"moments":[{"id":"m","text":"t","kind":"coding","track":"both","energy":1,"source":"a b"}]}`,
		`{"away":"a","saved":"2026-11-29T09:00:00\u005a"}`, `{"answers":[{"question":"code","value":1},{"question":"code","value":2}]}`,
	} {
		f.Add([]byte(text))
	}
	sample := storetest.Sample().Entries[1]
	before := payload(f, sample)
	const key = "2026-W47"
	f.Fuzz(func(t *testing.T, payload []byte) {
		for _, b := range fuzzBoxes {
			var q quick
			first, ok := q.entry(before)
			if !ok {
				t.Fatal("it does not read what is written")
			}
			value := b.sealPayload(entriesBucket, key, 7, payload)
			got, err := q.decode(b, key, value)
			clear(value)
			want, wantErr := entries.decode(b, key, b.sealPayload(entriesBucket, key, 7, payload))
			if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
				t.Errorf("%s: read as %+v (%v), want %+v (%v)", payload, got, err, want, wantErr)
			}
			if first.record.Week = sample.Week; !first.record.Equal(sample) {
				t.Error("what was read before has changed")
			}
		}
	})
}

// TestFirstWrong: records are checked on several goroutines, and of those that are
// wrong the first one is named, unless it is a page that is wrong.
func TestFirstWrong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	s := mustOpen(t, path)
	var change journal.Change
	for i := range 300 {
		change.PutEntries = append(change.PutEntries, lifeWeek(i))
	}
	mustApply(t, s, change)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{299, 150, 110, 100} {
		text := []byte("Moment 3 of week " + strings.TrimPrefix(lifeWeek(i).Moments[0].ID[:len(lifeWeek(i).Moments[0].ID)-2], "m"))
		file = bytes.ReplaceAll(file, text, append([]byte("m"), text[1:]...))
	}
	m := *parsedMeta(t, file)
	for range 20 {
		_, err := inspect(bytes.NewReader(file), m)
		if want := lifeWeek(100).Week.String() + ": wrong code"; !errors.Is(err, journal.ErrDamaged) || !strings.Contains(err.Error(), want) {
			t.Fatalf("%v, want an error that says %q", err, want)
		}
	}
	pageAt(file, m, m.high-1)[0] ^= 1
	if _, err := inspect(bytes.NewReader(file), m); err == nil || !strings.Contains(err.Error(), "page") {
		t.Errorf("with a page that is wrong: %v", err)
	}
}

// TestReadOnce: what was read to open a journal is not read again to load it, unless
// the file is no longer as it was.
func TestReadOnce(t *testing.T) {
	path := newSample(t)
	s := mustOpen(t, path)
	var first journal.Contents
	allocations, _ := allocationsOf(func() { first, _ = s.Load() })
	if diff := storetest.Diff(storetest.Sample(), first); diff != "" {
		t.Error(diff)
	}
	if again, _ := allocationsOf(func() { mustHold(t, s, first) }); allocations > 20 || again < 10*allocations {
		t.Errorf("the first load made %d allocations, the second one %d", allocations, again)
	}
	mustApply(t, s, change)
	mustHold(t, s, storetest.Sample().After(change))
}

// TestOtherStateBetween: a journal is opened for reading, to check it, and then for
// writing. If another file takes its place in between, that one is checked too.
func TestOtherStateBetween(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be replaced there")
	}
	path := newSample(t)
	other := copyOf(t, path)
	save(t, path, numbered(1))
	save(t, other, numbered(2))
	s, err := examine(path, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.release(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	if err := s.openForWriting(); !errors.Is(err, errSaved) {
		t.Errorf("opening for writing returned %v, want %v", err, errSaved)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestBackupIsDescribed: a backup is described by what was read back, as when it is
// read later.
func TestBackupIsDescribed(t *testing.T) {
	path := newFull(t)
	k := newKeeper(t, path)
	made := backUp(t, k)
	if again := k.CheckAll("")[0]; !reflect.DeepEqual(made, again) {
		t.Errorf("made as %+v, read as %+v", made, again)
	}
	state, err := newKeeper(t, path).state(made)
	want := made.Summary
	if !made.Summary.Follows(state) || state.State != want.State || err != nil {
		t.Errorf("at a glance it is %+v (%v), want %+v", state, err, want)
	}
}
