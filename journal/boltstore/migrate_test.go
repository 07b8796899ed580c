package boltstore

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// TestMigrationLeavesACopy: without a hook the file of the old format stays
// beside the journal, whole, and still opens.
func TestMigrationLeavesACopy(t *testing.T) {
	path := golden(t, 1)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, path)
	mustHold(t, s, storetest.Sample())
	mustApply(t, s, journal.Change{DropEvents: []string{"start"}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := mustOpen(t, path)
	if got := again.Opening(); got.Format != formatVersion || got.Rollback != nil {
		t.Errorf("opened again, opening says %+v", got)
	}
	copied := path + ".v1"
	old, err := Options{ReadOnly: true}.Open(copied)
	if err != nil {
		t.Fatal(err)
	}
	mustHold(t, old, storetest.Sample())
	if got := old.Opening(); got.Format != 1 || got.ReadOnly == nil {
		t.Errorf("of the copy opening says %+v", got)
	}
	if aside, err := old.Aside(); err != nil || aside.Draft != nil || len(aside.Trash) > 0 {
		t.Errorf("aside in format 1: %+v, %v", aside, err)
	}
	if versions, err := old.Versions(week("2026-W47")); err != nil || len(versions) > 0 {
		t.Errorf("versions in format 1: %+v, %v", versions, err)
	}
	if err := errors.Join(old.Verify(), old.Close()); err != nil {
		t.Error(err)
	}
	if file, err := os.ReadFile(copied); err != nil || len(file) > len(before) {
		t.Errorf("the copy has %d bytes of %d (%v)", len(file), len(before), err)
	}
}

// TestBeforeMigration: the hook sees the journal as it is, and if it fails
// nothing is changed.
func TestBeforeMigration(t *testing.T) {
	path := golden(t, 1)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	errNoBackup := errors.New("no room for a backup")
	calls := 0
	hook := func(err error) func(*Store) error {
		return func(old *Store) error {
			calls++
			mustHold(t, old, storetest.Sample())
			if applied := old.Apply(journal.Change{DropEvents: []string{"start"}}); applied == nil {
				t.Error("the hook could write")
			}
			return err
		}
	}
	if _, err := (Options{BeforeMigration: hook(errNoBackup)}).Open(path); !errors.Is(err, errNoBackup) {
		t.Errorf("open returned %v", err)
	}
	if file, err := os.ReadFile(path); err != nil || !bytes.Equal(file, before) {
		t.Errorf("the file was changed (%v)", err)
	}
	for range 2 { // the second time it is of the new format
		s, err := Options{BeforeMigration: hook(nil)}.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		mustHold(t, s, storetest.Sample())
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if calls != 2 {
		t.Errorf("the hook was called %d times, want 2", calls)
	}
	if _, err := os.Lstat(path + ".v1"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a copy was left although the hook made one")
	}
}

// TestMigrationOfDamage: what cannot be read is not migrated but refused.
func TestMigrationOfDamage(t *testing.T) {
	path := writeV1(t, map[string]map[string]string{
		metaBucket:    {keyJournal: `{"id":"i"}`},
		entriesBucket: {"2026-W47": `{"moments":[{"id":"m","text":"t","kind":"riding","track":"both","energy":0,"hours":1}]}`},
	})
	if _, err := Open(path); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("open returned %v, want ErrDamaged", err)
	}
	s, err := examine(path)
	if err != nil || s.opening.Format != 1 {
		t.Fatalf("the file is now of format %d (%v)", s.opening.Format, err)
	}
	_ = s.Close()
}

// writeV1 writes a file of format 1 as its program did. Its values are
// payloads, by bucket and key.
func writeV1(t *testing.T, payloads map[string]map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "journal.db")
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range []string{metaBucket, kindsBucket, eventsBucket, entriesBucket} {
			b, err := tx.CreateBucket([]byte(name))
			for key, payload := range payloads[name] {
				sum := crc32.Checksum([]byte(name+"/"+key+"/1/"+payload), castagnoli)
				value := binary.BigEndian.AppendUint32([]byte{recordV1}, sum)
				err = errors.Join(err, b.Put([]byte(key), append(value, payload...)))
			}
			if err != nil {
				return err
			}
		}
		meta := tx.Bucket([]byte(metaBucket))
		return errors.Join(meta.Put([]byte(keyFormat), []byte(formatName)), meta.Put([]byte(keyVersion), []byte("1")))
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// migrateUntilKilled opens the journal at path, again and again from a copy of
// its old file, and prints each time.
func migrateUntilKilled(path string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		if err := renameOver(path, old); err != nil {
			return err
		}
		s, err := Options{BeforeMigration: func(*Store) error { return nil }}.Open(path)
		if err != nil {
			return err
		}
		if err := s.Close(); err != nil {
			return err
		}
		if _, err := fmt.Println(i); err != nil {
			return err
		}
	}
}

// TestMigrationKilled kills a program while it brings files to the new format.
// What is left is of either format, and holds everything.
func TestMigrationKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no SIGKILL there")
	}
	payloads := map[string]map[string]string{metaBucket: {keyJournal: `{"id":"i"}`}, entriesBucket: {}}
	const weeks = 1_000
	for i := range weeks {
		payload, err := json.Marshal(entryRecord{Reflection: strings.Repeat(fmt.Sprint("words of ", i, " "), 50)})
		if err != nil {
			t.Fatal(err)
		}
		payloads[entriesBucket][week("2000-W01").Add(i).String()] = string(payload)
	}
	path := writeV1(t, payloads)
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	found := make(map[int]int) // how often the file was of each format
	for range rounds {
		if err := os.WriteFile(path, old, 0o600); err != nil {
			t.Fatal(err)
		}
		child := exec.Command(os.Args[0], path)
		child.Env = append(os.Environ(), childVariable+"=migrate until killed")
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20*time.Millisecond + time.Duration(rand.IntN(100_000))*time.Microsecond)
		_ = child.Process.Kill()
		if err := child.Wait(); child.ProcessState.Exited() {
			t.Fatalf("the child ended by itself: %v", err)
		}
		s, err := Options{ReadOnly: true}.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		c, err := s.Load()
		if err := errors.Join(err, s.Close()); err != nil {
			t.Fatal(err)
		}
		if len(c.Entries) != weeks {
			t.Errorf("%d weeks are left", len(c.Entries))
		}
		found[s.Opening().Format]++
		if s, err = Open(path); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		checkSound(t, path)
		if err := os.Remove(path + ".v1"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	t.Logf("of format 1: %d, of format 2: %d", found[1], found[2])
}
