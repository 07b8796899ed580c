package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// TestDamage damages a journal in thousands of ways. Each must be refused as
// damage, or leave the journal to read exactly as it was; nothing may read as
// something else, panic, or hang. Only damage to a meta page may show the state
// before the last save, and then Open tells that one is missing.
func TestDamage(t *testing.T) {
	path, before, after, wasWhole := newWorn(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const seed = 47
	random := rand.New(rand.NewPCG(seed, 0))
	all := append(damages(whole, random), lostWrites(wasWhole, whole, random)...)
	step := 1
	if testing.Short() {
		step = 20
	}
	var refused, unharmed, back int
	for i := 0; i < len(all); i += step {
		d := all[i]
		if err := os.WriteFile(path, d.do(bytes.Clone(whole)), 0o600); err != nil {
			t.Fatal(err)
		}
		got, opening, err := openAndTell(path)
		switch {
		case isRefusal(err):
			refused++
		case err != nil:
			t.Errorf("seed %d, %s: unexpected error %v", seed, d.name, err)
		case storetest.Diff(after, got) == "" && opening.Rollback == nil:
			unharmed++
		case d.meta && storetest.Diff(before, got) == "" && opening.Rollback != nil && opening.Rollback.Missing == 1:
			back++
		default:
			t.Errorf("seed %d, %s: silently wrong: %s", seed, d.name, storetest.Diff(after, got))
		}
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d: %d refused, %d read as they were, %d told that a save is missing", refused+unharmed+back, refused, unharmed, back)
	if refused < len(all)/step/4 || unharmed == 0 || back == 0 {
		t.Error("too few of one sort: this tests little")
	}
}

func isRefusal(err error) bool {
	for _, sentinel := range []error{
		journal.ErrDamaged, journal.ErrNotJournal, journal.ErrNewerFormat, journal.ErrEmptyFile,
	} {
		if errors.Is(err, sentinel) {
			return true
		}
	}
	return false
}

func openAndLoad(path string) (journal.Contents, error) {
	c, _, err := openAndTell(path)
	return c, err
}

func openAndTell(path string) (journal.Contents, Opening, error) {
	s, err := Open(path)
	if err != nil {
		return journal.Contents{}, Opening{}, err
	}
	c, err := s.Load()
	_, asideErr := s.Aside()
	return c, s.Opening(), errors.Join(err, asideErr, s.Close())
}

// newWorn makes a journal with pages of every sort: branches, leaves, long
// values that run over several pages, buckets inline and not, and free pages.
// It returns what the journal held before and after its last save, and the
// file as it was before.
func newWorn(t *testing.T) (path string, before, after journal.Contents, wasWhole []byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "journal.db")
	s := mustOpen(t, path)
	mustApply(t, s, putAll(storetest.Sample()))
	aside := storetest.SampleAside()
	mustApply(t, s, journal.Change{PutTrash: aside.Trash, Draft: aside.Draft})
	first := week("2024-W01")
	for i := range 12 {
		var change journal.Change
		for j := range 12 {
			change.PutEntries = append(change.PutEntries,
				journal.Entry{Week: first.Add(i*10 + j), Reflection: strings.Repeat("words and more ", 5+5*j)})
		}
		mustApply(t, s, change)
	}
	mustApply(t, s, journal.Change{PutEntries: []journal.Entry{
		{Week: week("2023-W01"), Reflection: strings.Repeat("x", journal.MaxReflection)},
	}})
	before, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	if wasWhole, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	last := journal.Change{
		DropEntries: []journal.Week{first.Add(3), first.Add(40)},
		PutEntries:  []journal.Entry{{Week: first.Add(50), Away: "leave"}},
	}
	mustApply(t, s, last)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, before, before.After(last), wasWhole
}

// damage is one thing done to a file.
type damage struct {
	name string
	meta bool // it is in a meta page
	do   func(file []byte) []byte
}

func damages(whole []byte, random *rand.Rand) (all []damage) {
	pageSize := pageSizeOf(whole)
	used := int(highWater(whole)) * pageSize
	add := func(at int, name string, do func(file []byte) []byte) {
		all = append(all, damage{fmt.Sprintf("%s at %d", name, at), at < 2*pageSize, do})
	}
	flip := func(at int) {
		bit := random.IntN(8)
		add(at, fmt.Sprintf("bit %d flipped", bit), func(file []byte) []byte {
			file[at] ^= 1 << bit
			return file
		})
	}
	for range 1_500 {
		flip(random.IntN(used))
	}
	for start := 0; start < used; start += pageSize {
		for at := start; at < start+2*pageHeaderSize; at++ {
			flip(at) // headers are few bytes, which bbolt trusts most
		}
		add(start, "page of zeros", func(file []byte) []byte {
			clear(file[start : start+pageSize])
			return file
		})
		other := pageSize * random.IntN(used/pageSize)
		add(start, fmt.Sprintf("page from %d", other), func(file []byte) []byte {
			copy(file[start:], whole[other:other+pageSize])
			return file
		})
		for at := start; at < start+pageSize; at += 1024 {
			add(at, "cut", func(file []byte) []byte { return file[:at] })
		}
	}
	return all
}

// lostWrites takes pages that the last save wrote back to what was there
// before, as a disk does that loses power and has lied about what it wrote:
// each page alone, and many together. The meta page is written.
func lostWrites(before, after []byte, random *rand.Rand) (all []damage) {
	size := pageSizeOf(after)
	var written []int
	for start := 2 * size; start < len(after); start += size {
		old := make([]byte, size)
		if start < len(before) {
			copy(old, before[start:])
		}
		if !bytes.Equal(old, after[start:start+size]) {
			written = append(written, start)
		}
	}
	lose := func(starts []int) {
		all = append(all, damage{fmt.Sprintf("lost writes at %d", starts), false, func(file []byte) []byte {
			for _, start := range starts {
				clear(file[start : start+size])
				if start < len(before) {
					copy(file[start:start+size], before[start:])
				}
			}
			return file
		}})
	}
	for i := range written {
		lose(written[i : i+1])
	}
	for range 200 {
		var some []int
		for _, start := range written {
			if random.IntN(3) == 0 {
				some = append(some, start)
			}
		}
		lose(some)
	}
	return all
}
