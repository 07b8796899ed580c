package boltstore

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// TestForgery puts whole records where they do not belong, and makes the file
// look as if nobody had written to it: each must be seen.
func TestForgery(t *testing.T) {
	sample := newFull(t)
	b := boxOf(t, sample)
	entries := func(tx *bolt.Tx) *bolt.Bucket { return tx.Bucket([]byte(entriesBucket)) }
	one, two := []byte("2026-W47"), []byte("2026-W53")
	var older []byte // what the week held before its last save
	grown := newFull(t)
	s := mustOpen(t, grown)
	_ = s.view(func(tx *bolt.Tx) error {
		older = bytes.Clone(entries(tx).Get(one))
		return nil
	})
	mustApply(t, s, journal.Change{PutEntries: []journal.Entry{{Week: week("2026-W47"), Away: "leave"}}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		path  string
		forge func(tx *bolt.Tx) error
		want  string // "" if all is well
	}{
		{"nothing", sample, func(*bolt.Tx) error { return nil }, ""},
		{"two weeks swapped", sample, func(tx *bolt.Tx) error {
			first, second := bytes.Clone(entries(tx).Get(one)), bytes.Clone(entries(tx).Get(two))
			return errors.Join(entries(tx).Put(one, second), entries(tx).Put(two, first))
		}, "wrong code"},
		{"a week of another journal", sample, func(tx *bolt.Tx) error { return entries(tx).Put(one, older) }, "wrong code"},
		{"an older record", grown, func(tx *bolt.Tx) error { return entries(tx).Put(one, older) }, "not the last one"},
		{"a week missing", sample, func(tx *bolt.Tx) error { return entries(tx).Delete(one) }, "missing"},
		{"a week twice", sample, func(tx *bolt.Tx) error {
			return entries(tx).Put([]byte("2026-W46"), b.sealPayload(entriesBucket, "2026-W46", 1, []byte(`{"away":"a"}`)))
		}, "too many"},
		{"one gone and another come", sample, func(tx *bolt.Tx) error {
			return errors.Join(entries(tx).Delete(two),
				entries(tx).Put([]byte("2026-W46"), b.sealPayload(entriesBucket, "2026-W46", 1, []byte(`{"away":"a"}`))))
		}, "not the last one"},
		{"a version missing", sample, func(tx *bolt.Tx) error {
			history := tx.Bucket([]byte(historyBucket))
			key, _ := history.Cursor().First()
			return history.Delete(key)
		}, "missing"},
		{"all versions missing", sample, func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(historyBucket)) }, "missing"},
		{"the draft missing", sample, func(tx *bolt.Tx) error { return tx.Bucket([]byte(draftBucket)).Delete([]byte(keyDraft)) }, "missing"},
		{"no head", sample, func(tx *bolt.Tx) error { return tx.Bucket([]byte(metaBucket)).Delete([]byte(keyHead)) }, "meta head"},
		{"a version number changed", sample, func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(metaBucket)).Put([]byte(keyVersion), []byte("3"))
		}, "not what the head says"},
		{"readers changed", sample, func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(metaBucket)).Put([]byte(keyReaders), []byte("1"))
		}, "not what the head says"},
		{"one copy of the key", sample, func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(metaBucket)).Put([]byte(keyKey), []byte("spoilt"))
		}, ""},
		{"both copies of the key", sample, func(tx *bolt.Tx) error {
			meta := tx.Bucket([]byte(metaBucket))
			return errors.Join(meta.Put([]byte(keyKey), []byte("spoilt")), meta.Put([]byte(keyKeyCopy), []byte("spoilt")))
		}, "no copy is whole"},
		{"a bucket in a bucket", sample, func(tx *bolt.Tx) error {
			inner, err := entries(tx).CreateBucket([]byte("inner"))
			if err == nil {
				err = inner.Put(one, older)
			}
			return err
		}, "not a place"},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := forged(t, test.path, test.forge)
			c, err := openAndLoad(path)
			if test.want != "" {
				if !errors.Is(err, journal.ErrDamaged) || !strings.Contains(err.Error(), test.want) {
					t.Errorf("open returned %v, want ErrDamaged that says %q", err, test.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := storetest.Diff(storetest.Sample(), c); diff != "" {
				t.Errorf("it holds something else: %s", diff)
			}
		})
	}
}

// forged returns a copy of the journal at path that was changed behind its
// back. The change bears the number of the last save.
func forged(t *testing.T, path string, forge func(tx *bolt.Tx) error) string {
	t.Helper()
	path = copyOf(t, path)
	db, err := bolt.Open(path, 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(forge), db.Close()); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, renumbered(file, -1), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// renumbered returns file with its last save numbered by so much more, and
// without the meta page of the one before.
func renumbered(file []byte, more int) []byte {
	newest := newestAt(file)
	number := binary.NativeEndian.Uint64(file[newest+metaTxidAt:])
	file = remade(file, metaTxidAt, number+uint64(more))
	other := 2*pageHeaderSize + pageSizeOf(file) - newest
	clear(file[other : other+metaSize])
	return file
}

// TestOlderTree: an older tree under a newer meta page, as after a lost write
// of the root page, is seen by the number in the head alone.
func TestOlderTree(t *testing.T) {
	path := copyOf(t, newFull(t))
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for more, refused := range map[int]bool{0: false, 1: true, 2: true, 7: true} {
		if err := os.WriteFile(path, renumbered(file, more), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := openAndLoad(path)
		if refused != (errors.Is(err, journal.ErrDamaged) && strings.Contains(err.Error(), "its head of save")) {
			t.Errorf("numbered %d more: %v", more, err)
		}
	}
}

// TestSum: what was added can be taken away, in any order.
func TestSum(t *testing.T) {
	var all, back sum
	var codes []mac
	for i := range 300 {
		h := fnv.New128a()
		h.Write([]byte{byte(i), byte(i >> 8)})
		codes = append(codes, mac(h.Sum(nil)))
		all = all.plus(codes[i])
	}
	if all == (sum{}) || all.plus(codes[0]) == all {
		t.Fatalf("the sum is %v", all)
	}
	back = all
	for i := range codes {
		back = back.minus(codes[(7*i)%300])
	}
	if back != (sum{}) {
		t.Errorf("what is left is %v", back)
	}
	parsed, err := parseSum(all.String())
	if err != nil || parsed != all {
		t.Errorf("%v reads as %v (%v)", all, parsed, err)
	}
	// Two equal codes count.
	if twice := (sum{}).plus(codes[0]).plus(codes[0]); twice == (sum{}) {
		t.Error("two equal codes are as good as none")
	}
}
