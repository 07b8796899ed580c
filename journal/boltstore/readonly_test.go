package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// readsOnly checks that s shows the sample and takes no change, and that its
// file is as it was in the end.
func readsOnly(t *testing.T, s *Store, reason error) {
	t.Helper()
	before, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	mustHold(t, s, storetest.Sample())
	mustHoldAside(t, s, storetest.Sample())
	if err := s.Verify(); err != nil {
		t.Errorf("verify: %v", err)
	}
	if got := s.Opening().ReadOnly; !errors.Is(got, reason) {
		t.Errorf("opened for reading only because %v, want %v", got, reason)
	}
	if err := s.Apply(change); !errors.Is(err, journal.ErrReadOnly) || !errors.Is(err, reason) {
		t.Errorf("apply returned %v, want ErrReadOnly and %v", err, reason)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if after, err := os.ReadFile(s.path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
}

func TestReadOnly(t *testing.T) {
	path := newFull(t)
	s, err := Options{ReadOnly: true}.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	beside, err := Options{ReadOnly: true}.Open(path)
	if err != nil {
		t.Fatalf("a second one who reads: %v", err)
	}
	if err := beside.Close(); err != nil {
		t.Error(err)
	}
	readsOnly(t, s, errAskedReadOnly)
	gone := filepath.Join(t.TempDir(), "none", "journal.db")
	if _, err := (Options{ReadOnly: true}).Open(gone); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := os.Lstat(filepath.Dir(gone)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a folder was made for reading")
	}
}

// newerFormat makes what a later version may write: another version number,
// fields and buckets that we do not know.
func newerFormat(t *testing.T, readers int) string {
	t.Helper()
	path := copyOf(t, newFull(t))
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = s.db.Update(func(tx *bolt.Tx) error {
		l := newLedger(tx, s.box, s.head)
		entries := tx.Bucket([]byte(entriesBucket))
		record, err := l.open(entriesBucket, "2020-W53", entries.Get([]byte("2020-W53")))
		if err != nil {
			return err
		}
		payload := bytes.Replace(record.payload, []byte("{"), []byte(`{"mood":{"new":[1]},`), 1)
		if err := l.put(entriesBucket, "2020-W53", jsontext.Value(payload)); err != nil {
			return err
		}
		if _, err := tx.CreateBucket([]byte("pictures")); err != nil {
			return err
		}
		if err := l.put("pictures", "one", map[string]int{"width": 1}); err != nil {
			return err
		}
		meta := tx.Bucket([]byte(metaBucket))
		value, err := l.seal(metaBucket, keyHead, l.head.revision+1, map[string]any{
			"format": 3, "readers": readers, "transaction": tx.ID(), "counts": l.head.counts, "sum": l.head.sum.String(), "more": true,
		})
		return errors.Join(err, meta.Put([]byte(keyHead), value), meta.Put([]byte(keyVersion), []byte("3")),
			meta.Put([]byte(keyReaders), []byte(strconv.Itoa(readers))))
	})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestNewerFormat: a file of a later version that says that we can read it is
// read, all of it checked, and not written to. One that says that we cannot is
// refused.
func TestNewerFormat(t *testing.T) {
	s, err := Open(newerFormat(t, formatVersion))
	if err != nil {
		t.Fatal(err)
	}
	readsOnly(t, s, journal.ErrNewerFormat)
	path := newerFormat(t, 3)
	before, _ := os.ReadFile(path)
	if _, err := Open(path); !errors.Is(err, journal.ErrNewerFormat) {
		t.Errorf("open returned %v, want ErrNewerFormat", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	// Its damage is seen as well.
	damaged := forged(t, newerFormat(t, formatVersion), func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("pictures")).Delete([]byte("one"))
	})
	if _, err := Open(damaged); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("damaged, open returned %v", err)
	}
}

// showReadOnly opens the journal at path and tells how.
func showReadOnly(path string) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	c, err := s.Load()
	if err != nil {
		return err
	}
	applied := s.Apply(change)
	fmt.Printf("%d weeks, permission %v, read-only %v\n",
		len(c.Entries), errors.Is(s.Opening().ReadOnly, fs.ErrPermission), errors.Is(applied, journal.ErrReadOnly))
	return nil
}

// TestNoPermissionToWrite: a file that may only be read opens for reading. The
// child is another user if this is root, who may do everything.
func TestNoPermissionToWrite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	path := newFull(t)
	openToAll(t, filepath.Dir(path))
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0], path)
	child.Env = append(os.Environ(), childVariable+"=show read-only")
	becomeNobody(t, child)
	output, err := child.Output() // of a program built with -cover, errors go elsewhere
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Skip("no program can be started as another user:", err)
	}
	if want := "3 weeks, permission true, read-only true\n"; err != nil || string(output) != want {
		t.Errorf("the child said %q (%v), want %q", output, err, want)
	}
	if err := os.Chmod(path, 0o600); err != nil { // so that it can be checked
		t.Fatal(err)
	}
}
