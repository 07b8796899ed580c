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
// before the last save.
func TestDamage(t *testing.T) {
	path, before, after := newWorn(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const seed = 47
	all := damages(whole, rand.New(rand.NewPCG(seed, 0)))
	step := 1
	if testing.Short() {
		step = 20
	}
	var refused, unharmed int
	for i := 0; i < len(all); i += step {
		d := all[i]
		if err := os.WriteFile(path, d.do(bytes.Clone(whole)), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := openAndLoad(path)
		switch {
		case isRefusal(err):
			refused++
		case err != nil:
			t.Errorf("seed %d, %s: unexpected error %v", seed, d.name, err)
		case storetest.Diff(after, got) == "":
			unharmed++
		case d.meta && storetest.Diff(before, got) == "":
			unharmed++
		default:
			t.Errorf("seed %d, %s: silently wrong: %s", seed, d.name, storetest.Diff(after, got))
		}
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d refused, %d read as they were", refused, unharmed)
	if refused < len(all)/step/4 || unharmed == 0 {
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
	s, err := Open(path)
	if err != nil {
		return journal.Contents{}, err
	}
	c, err := s.Load()
	return c, errors.Join(err, s.Close())
}

// newWorn makes a journal with pages of every sort: branches, leaves, long
// values that run over several pages, buckets inline and not, and free pages.
// It returns what the journal held before and after its last save.
func newWorn(t *testing.T) (path string, before, after journal.Contents) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "journal.db")
	s := mustOpen(t, path)
	mustApply(t, s, putAll(storetest.Sample()))
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
	last := journal.Change{
		DropEntries: []journal.Week{first.Add(3), first.Add(40)},
		PutEntries:  []journal.Entry{{Week: first.Add(50), Away: "leave"}},
	}
	mustApply(t, s, last)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, before, before.After(last)
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
