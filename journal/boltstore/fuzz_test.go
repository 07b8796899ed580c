package boltstore

import (
	"encoding/binary"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/shape"
	"heliotrope/journal/storetest"
)

// fuzzBoxes are the boxes of the fuzzing, with a fixed key.
var fuzzBoxes = []box{
	{key: []byte(strings.Repeat("k", keySize))},
	{key: []byte(strings.Repeat("k", keySize)), lenient: true},
}

// FuzzDecodeRecord gives the decoders values as they might be in a damaged
// file, as they are and with a code that fits. They must refuse them with a
// known error, or return what is valid and survives being kept again.
func FuzzDecodeRecord(f *testing.F) {
	b := fuzzBoxes[0]
	add := func(bucket, key string, record any, err error) {
		value, sealErr := b.seal(bucket, key, 1, record)
		if err := errors.Join(err, sealErr); err != nil {
			f.Fatal(err)
		}
		f.Add(key, value)
	}
	sample := storetest.Sample()
	for i, k := range sample.Kinds {
		s := kinds.store(k)
		s.Place = &i
		add(kindsBucket, k.ID, s, nil)
	}
	for _, e := range sample.Events {
		add(events.Name, e.ID, events.store(e), nil)
	}
	for _, e := range sample.Entries {
		s := entries.store(e)
		s.Saved = e.Updated
		add(entriesBucket, e.Week.String(), s, nil)
		add(historyBucket, historyKey(e.Week, 7), versionRecord{Entry: s}, nil)
	}
	for _, t := range storetest.SampleAside().Trash {
		record, err := newTrashRecord(t)
		add(trashBucket, t.ID, record, err)
	}
	draft, err := newDraftRecord(*storetest.SampleAside().Draft)
	add(draftBucket, keyDraft, draft, err)
	f.Add("", []byte{})
	f.Add("2026-W47", []byte{recordVersion})
	f.Add("2026-W47", []byte("\x03later"))
	f.Add("2026-W47", append(make([]byte, headerSize), `{"updated":"0000-01-01T00:00:00+23:59"}`...))
	f.Add("2026-W47", append(make([]byte, headerSize), `{"split":{"technical":1e2},"away":null}`...))
	f.Fuzz(func(t *testing.T, key string, value []byte) {
		payload := value[min(len(value), headerSize):]
		for _, bucket := range fuzzBuckets {
			for _, b := range fuzzBoxes {
				for _, v := range [][]byte{value, b.sealPayload(bucket.name, key, 1, payload)} {
					record, err := bucket.decode(b, key, v)
					if err != nil {
						if !errors.Is(err, journal.ErrDamaged) && !errors.Is(err, journal.ErrNewerFormat) {
							t.Errorf("%s: %v", bucket.name, err)
						}
						continue
					}
					checkKeptAgain(t, bucket.name, bucket.decode, key, record)
				}
			}
		}
	})
}

// checkKeptAgain checks that a record that was read reads the same when it is
// kept again.
func checkKeptAgain(t *testing.T, bucket string, decode decodeAgain, key string, record any) {
	t.Helper()
	b := fuzzBoxes[0]
	kept, err := b.seal(bucket, key, 1, record)
	if err != nil {
		t.Errorf("%s: cannot be kept again: %v", bucket, err)
		return
	}
	again, err := decode(b, key, kept)
	if err != nil {
		t.Errorf("%s: kept as %q, which cannot be read (%v)", bucket, kept, err)
		return
	}
	if keptAgain, err := b.seal(bucket, key, 1, again); err != nil || string(keptAgain) != string(kept) {
		t.Errorf("%s: kept as %q, then as %q (%v)", bucket, kept, keptAgain, err)
	}
}

// decodeAgain decodes a value and returns the record of what it got.
type decodeAgain func(b box, key string, value []byte) (any, error)

// events and dismissed are tables of the file.
var (
	events    = tableOf[string, journal.Event, shape.Event]{shape.Events}
	dismissed = tableOf[string, journal.Dismissal, shape.Dismissal]{shape.Dismissed}
)

// again is a decodeAgain.
func (t tableOf[K, T, S]) again(b box, key string, value []byte) (any, error) {
	r, err := t.decode(b, key, value)
	s := t.store(r.record)
	s.Saved = shape.Time(r.saved)
	if t.Compare == nil {
		s.Place = &r.place
	}
	return s, err
}

var fuzzBuckets = []struct {
	name   string
	decode decodeAgain
}{
	{metaBucket, func(b box, _ string, v []byte) (any, error) {
		id, err := b.decodeJournal(v)
		if err != nil {
			return nil, err
		}
		return newJournalRecord(id)
	}},
	{kindsBucket, kinds.again},
	{events.Name, events.again},
	{dismissed.Name, dismissed.again},
	{entriesBucket, entries.again},
	{historyBucket, func(b box, key string, v []byte) (any, error) {
		e, err := b.decodeVersion(key, v)
		if err != nil {
			return nil, err
		}
		s := entries.store(e.Entry)
		s.Saved = shape.Time(e.Saved)
		return versionRecord{Replaced: shape.Time(e.Replaced), Entry: s}, err
	}},
	{trashBucket, func(b box, key string, v []byte) (any, error) {
		e, err := b.decodeTrashed(key, v)
		if err != nil {
			return nil, err
		}
		return newTrashRecord(e)
	}},
	{draftBucket, func(b box, key string, v []byte) (any, error) {
		d, err := b.decodeDraft(key, v)
		if err != nil {
			return nil, err
		}
		return newDraftRecord(d)
	}},
}

// FuzzDecodeHead: a head is refused with a known error, or is one that can be
// written again.
func FuzzDecodeHead(f *testing.F) {
	f.Add([]byte(`{"format":2,"readers":2,"transaction":7,"counts":{"meta":1},"sum":"000102030405060708090a0b0c0d0e0f"}`))
	f.Add([]byte(`{"sum":""}`))
	f.Add([]byte(`{"format":2,"counts":{"":-1},"sum":"zz"}`))
	f.Add([]byte{})
	b := fuzzBoxes[0]
	f.Fuzz(func(t *testing.T, payload []byte) {
		for _, v := range [][]byte{payload, b.sealPayload(metaBucket, keyHead, 9, payload)} {
			h, err := b.decodeHead(v)
			if err != nil {
				if !errors.Is(err, journal.ErrDamaged) && !errors.Is(err, journal.ErrNewerFormat) {
					t.Errorf("%v", err)
				}
				continue
			}
			if again, err := parseSum(h.sum.String()); err != nil || again != h.sum {
				t.Errorf("the sum %v reads as %v (%v)", h.sum, again, err)
			}
			_ = h.check(tally{}, h.transaction)
		}
	})
}

// FuzzParseMeta: a meta page is read without a panic, and never one whose
// checksum is wrong.
func FuzzParseMeta(f *testing.F) {
	f.Add(make([]byte, metaSize))
	valid := make([]byte, 2*4096)
	order := binary.NativeEndian
	meta := valid[pageHeaderSize:]
	order.PutUint32(meta[metaMagicAt:], boltMagic)
	order.PutUint32(meta[metaVersionAt:], boltVersion)
	order.PutUint32(meta[metaPageSizeAt:], 4096)
	valid = remade(valid, metaTxidAt, 7)
	f.Add(valid[pageHeaderSize : pageHeaderSize+metaSize])
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) < metaSize && os.Getenv(brokenVariable) == "" {
			return
		}
		m, looksBolt := parseMeta(b)
		if m == nil {
			return
		}
		if !looksBolt || m.pageSize < minPageSize || m.pageSize > maxPageSize {
			t.Errorf("read as %+v", m)
		}
		b = append([]byte(nil), b...)
		b[metaTxidAt] ^= 1
		if m, _ := parseMeta(b); m != nil {
			t.Error("a flipped bit was not seen")
		}
	})
}

// FuzzParseMarker: what is read of a marker is written and read again as it is.
func FuzzParseMarker(f *testing.F) {
	last := seen{"0011223344556677", "8899aabbccddeeff", "0123456789abcdef", 12, mac{1, 2}, time.Unix(1_790_000_000, 0)}
	f.Add(marker{last: last}.String())
	f.Add(marker{last: last, lost: []seen{{journal: "0011223344556677", transaction: 3}, last}}.String())
	f.Add("")
	f.Add("heliotrope-last 1 0011223344556677 00000000000000000005 01020000000000000000000000000000 00000000001790000000 ac8f6e2b\n")
	f.Add("heliotrope-last 2 a b c 1 00 1 00000000\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, ok := parseMarker(text)
		if again, okAgain := parseMarker(m.String()); ok && (!okAgain || !reflect.DeepEqual(again, m)) {
			t.Errorf("%q reads as %+v, which reads as %+v", text, m, again)
		}
	})
}
