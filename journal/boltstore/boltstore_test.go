package boltstore

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/storetest"
)

var update = flag.Bool("update", false, "write testdata/v2.db again; only before its format is released")

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) (journal.Store, func() journal.Store) {
		path := filepath.Join(t.TempDir(), "journal.db")
		return mustOpen(t, path), func() journal.Store { return mustOpen(t, path) }
	})
}

// mustOpen opens a journal. When the test ends it is closed and must be sound.
func mustOpen(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		if !t.Failed() {
			checkSound(t, path)
		}
	})
	return s
}

// checkSound checks that neither we nor bbolt's own check find anything wrong.
func checkSound(t *testing.T, path string) {
	t.Helper()
	s, err := examine(path, false)
	if err != nil {
		t.Fatalf("examine: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, PreLoadFreelist: true, Timeout: lockTimeout})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_ = db.View(func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("bbolt's check: %v", err)
		}
		return nil
	})
}

// newSample makes a journal that holds storetest.Sample and returns its path.
func newSample(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "journal.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, putAll(storetest.Sample()))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	checkSound(t, path)
	return path
}

func putAll(c journal.Contents) journal.Change {
	return c.Puts()
}

func mustApply(t *testing.T, s *Store, change journal.Change) {
	t.Helper()
	if err := s.Apply(change); err != nil {
		t.Fatal(err)
	}
}

func mustHold(t *testing.T, s *Store, want journal.Contents) {
	t.Helper()
	got, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	if diff := storetest.Diff(want, got); diff != "" {
		t.Fatalf("the file holds something else: %s", diff)
	}
}

// TestGolden holds the promise that a file of every released version opens.
func TestGolden(t *testing.T) {
	if *update {
		file, err := os.ReadFile(newFull(t))
		var contents bytes.Buffer
		err = errors.Join(err,
			exchange.Write(&contents, storetest.Sample(), time.Unix(0, 0)),
			os.WriteFile("testdata/v2.db", file, 0o600),
			os.WriteFile("testdata/v2.json", contents.Bytes(), 0o600))
		if err != nil {
			t.Fatal(err)
		}
	}
	path := golden(t)
	s := mustOpen(t, path)
	if got := s.Opening(); got.Format != 2 || got.ReadOnly != nil {
		t.Errorf("opening says %+v", got)
	}
	want := goldenContents(t)
	mustHold(t, s, want)
	mustHoldAside(t, s, want)
	want.Entries[0].Away = "sick"
	mustApply(t, s, journal.Change{PutEntries: want.Entries[:1]})
	mustHold(t, s, want)
}

// TestGoldenBytes: every record of the golden file is written again as it was,
// to the byte, but for the draft, which was typed in parts and is a line again.
func TestGoldenBytes(t *testing.T) {
	w, err := look(golden(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range w.places() {
		if p.bucket == draftBucket {
			continue
		}
		old, err := w.open(p.bucket, p.key, w.records[p])
		if err != nil {
			t.Fatal(err)
		}
		again, err := writeAgain(w.box, p.bucket, p.key, old)
		if err != nil {
			t.Fatal(err)
		}
		if string(again) != string(w.records[p]) {
			t.Errorf("%s %s: %q is written as %q", p.bucket, p.key, w.records[p], again)
		}
	}
}

// writeAgain decodes a record and seals what it got.
func writeAgain(b box, bucket, key string, old sealed) ([]byte, error) {
	for _, f := range fuzzBuckets {
		if f.name == bucket {
			record, err := f.decode(b, key, b.sealPayload(bucket, key, old.revision, old.payload))
			if err != nil {
				return nil, err
			}
			return b.seal(bucket, key, old.revision, record)
		}
	}
	return nil, errors.New("no such bucket")
}

// newFull makes a journal that holds the sample, something aside, and a version
// of one week; it returns its path.
func newFull(t *testing.T) string {
	t.Helper()
	path := newSample(t)
	s := mustOpen(t, path)
	sample, aside := storetest.Sample(), storetest.SampleAside()
	before := journal.Entry{Week: sample.Entries[1].Week, Reflection: "what it was before"}
	at := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	mustApply(t, s, journal.Change{At: at, PutEntries: []journal.Entry{before}, Fold: []journal.Week{before.Week}})
	mustApply(t, s, journal.Change{
		At: at.Add(time.Hour), PutEntries: sample.Entries[1:2], PutTrash: aside.Trash, Draft: aside.Draft,
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// mustHoldAside checks that s holds what newFull keeps beside the sample.
func mustHoldAside(t *testing.T, s *Store, sample journal.Contents) {
	t.Helper()
	aside, err := s.Aside()
	if err != nil {
		t.Fatal(err)
	}
	if diff := storetest.DiffAside(storetest.AsideOf(sample), aside); diff != "" {
		t.Errorf("aside there is something else: %s", diff)
	}
	versions, err := s.Versions(week("2026-W47"))
	if err != nil || len(versions) != 1 || versions[0].Entry.Reflection != "what it was before" ||
		versions[0].Replaced.Sub(versions[0].Saved) != time.Hour {
		t.Errorf("the versions are %+v (%v)", versions, err)
	}
}

// goldenContents returns what is in the golden file. It is the sample of the day
// when the file was written, which lacks the fields that came later.
func goldenContents(t *testing.T) journal.Contents {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "v2.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := exchange.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// golden returns the path of a copy of a file of the present format.
func golden(t *testing.T) string {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("testdata", "v2.db"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "journal.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestOptions guards what no other test can see: without these a crash of the
// program loses nothing, but a power cut does.
func TestOptions(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "journal.db"))
	if s.db.NoSync || s.db.NoGrowSync || s.db.NoFreelistSync {
		t.Errorf("NoSync %v, NoGrowSync %v, NoFreelistSync %v: all must be false",
			s.db.NoSync, s.db.NoGrowSync, s.db.NoFreelistSync)
	}
	if s.db.FreelistType != bolt.FreelistMapType {
		t.Errorf("free list type %q", s.db.FreelistType)
	}
	if s.db.MaxSize != maxSize {
		t.Errorf("maximum size %d", s.db.MaxSize)
	}
}

func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such modes")
	}
	folder := filepath.Join(t.TempDir(), "a", "b")
	path := filepath.Join(folder, "journal.db")
	mustOpen(t, path)
	for name, want := range map[string]fs.FileMode{path: 0o600, path + seenSuffix: 0o600, folder: 0o700, filepath.Dir(folder): 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
	names, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 2 || names[1].Name() != "journal.db.last" {
		t.Errorf("the folder holds %v, want the journal and what was last seen of it", names)
	}
}

// TestConcurrentUse is for the race detector.
func TestConcurrentUse(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "journal.db"))
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for range 5 {
				if err := s.Apply(putAll(storetest.Sample())); err != nil && !errors.Is(err, journal.ErrClosed) {
					t.Error(err)
				}
				if _, err := s.Load(); err != nil && !errors.Is(err, journal.ErrClosed) {
					t.Error(err)
				}
			}
		})
	}
	all.Go(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	all.Wait()
}

// TestFull holds that a change which does not fit leaves everything as it was,
// that the journal can still be used, and that the change can be applied again
// once there is room.
func TestFull(t *testing.T) {
	s := mustOpen(t, newSample(t))
	want := storetest.Sample()
	large := journal.Change{PutEntries: []journal.Entry{
		{Week: week("2026-W01"), Reflection: strings.Repeat("x", journal.MaxReflection)},
		{Week: week("2026-W02"), Reflection: strings.Repeat("y", journal.MaxReflection)},
	}}
	s.db.MaxSize = 66_000
	if err := s.Apply(large); !errors.Is(err, journal.ErrFull) {
		t.Fatalf("apply returned %v, want that the maximum size was reached", err)
	}
	mustHold(t, s, want)
	want.Entries[0].Away = "sick"
	mustApply(t, s, journal.Change{PutEntries: want.Entries[:1]})
	mustHold(t, s, want)
	s.db.MaxSize = maxSize
	mustApply(t, s, large)
	mustHold(t, s, want.After(large))
}

// TestLarge fills a journal with far more than a page, in one change and in
// many, and empties it again.
func TestLarge(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "journal.db"))
	model, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	var all, none journal.Change
	first := week("2020-W01")
	for i := range 300 {
		e := journal.Entry{Week: first.Add(i), Reflection: strings.Repeat("words ", 20*(i%100))}
		if i%3 == 0 {
			e.Away = "leave"
		}
		if e.Empty() {
			continue
		}
		all.PutEntries = append(all.PutEntries, e)
		none.DropEntries = append(none.DropEntries, e.Week)
	}
	half := journal.Change{DropEntries: none.DropEntries[:150]}
	for _, change := range []journal.Change{all, half, {PutEntries: all.PutEntries[:40]}, none, all} {
		mustApply(t, s, change)
		model = model.After(change)
		mustHold(t, s, model)
	}
}

func week(s string) journal.Week {
	w, err := journal.ParseWeek(s)
	if err != nil {
		panic(err)
	}
	return w
}
