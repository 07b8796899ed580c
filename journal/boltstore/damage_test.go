package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
)

// damageFigure damages a journal in thousands of ways. Each must be refused as
// damage, or leave the journal to read exactly as it was; nothing may read as
// something else, panic, or hang. Only damage to a meta page may show the state
// before the last save, and then Open tells that one is missing.
func damageFigure(t *testing.T, f form, random *rand.Rand) row {
	v := newVictim(t)
	all := damages(v.whole, random)
	if f.damaged > len(all) {
		t.Fatalf("there are only %d damages", len(all))
	}
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	slices.SortStableFunc(all, func(a, b damage) int { return b.inMeta() - a.inMeta() }) // in any case, as these are few
	var refused, unharmed, back, restored, unseen int
	for _, d := range all[:f.damaged] {
		v.put(t, d)
		got, opening, err := openAndTell(v.path)
		switch {
		case isRefusal(err):
			refused++
		case err != nil:
			t.Errorf("%s: unexpected error %v", d.name, err)
		case got.equal(v.after) && opening.Behind == nil:
			unharmed++
		case d.meta && got.equal(v.before) && opening.Behind != nil && opening.Behind.Missing == 1:
			back++
		default:
			t.Errorf("%s: silently wrong: %s", d.name, v.after.diff(got))
		}
		if got, err := (blind{codes: true, head: true, pages: true}).read(v.path); err == nil && !got.equal(v.after) && !got.equal(v.before) {
			unseen++
		}
		if isRefusal(err) && restored < f.restored {
			restored++
			v.restore(t, d)
		}
	}
	if refused < f.damaged/4 || unharmed == 0 || back == 0 || restored == 0 {
		t.Error("too few of one sort: this tests little")
	}
	alarm(t, unseen, "a changed text")
	v.put(t, damage{do: func(file []byte) []byte { return file }})
	return row{
		done:  "The file is damaged: a bit is flipped anywhere, a page becomes zeros, ones, or another page, or the file is cut short",
		count: fmt.Sprintf("%s images", thousands(f.damaged)),
		result: fmt.Sprintf("**0 silently wrong, 0 crashes**: %s refused, %s unharmed, %s reported that the last save is missing; **the newest backup restored in %s of %s tries**",
			thousands(refused), thousands(unharmed), thousands(back), thousands(restored), thousands(restored)),
		control: fmt.Sprintf("without the codes of the records: %s silently wrong", thousands(unseen)),
	}
}

// victim is a journal to be damaged, with a backup from before its last save.
type victim struct {
	path          string
	keeper        *Keeper
	backup        backup.Backup
	whole, note   []byte
	before, after held
}

func newVictim(t *testing.T) *victim {
	t.Helper()
	var v victim
	v.path, _, v.before = newWorn(t)
	v.keeper = newKeeper(t, v.path)
	v.backup = backUp(t, v.keeper)
	save(t, v.path, journal.Entry{Week: week("2026-W48"), Reflection: "saved after the backup"})
	var err error
	if v.after, _, err = openAndTell(v.path); err != nil {
		t.Fatal(err)
	}
	v.whole, err = os.ReadFile(v.path)
	if err != nil {
		t.Fatal(err)
	}
	if v.note, err = os.ReadFile(v.path + seenSuffix); err != nil {
		t.Fatal(err)
	}
	return &v
}

// put damages the whole journal as d says.
func (v *victim) put(t *testing.T, d damage) {
	t.Helper()
	err := os.WriteFile(v.path, d.do(bytes.Clone(v.whole)), 0o600)
	if err := errors.Join(err, os.WriteFile(v.path+seenSuffix, v.note, 0o600)); err != nil {
		t.Fatal(err)
	}
}

// restore brings the newest backup back.
func (v *victim) restore(t *testing.T, d damage) {
	t.Helper()
	there, err := os.ReadFile(v.path)
	if err != nil {
		t.Fatal(err)
	}
	done, err := v.keeper.Repair(copyStep(t, v.keeper, v.backup.Path))
	if err != nil {
		t.Errorf("%s: restore: %v", d.name, err)
		return
	}
	if got, _, err := openAndTell(v.path); err != nil || !got.equal(v.before) {
		t.Errorf("%s: restored, it holds something else: %s (%v)", d.name, v.before.diff(got), err)
	}
	if aside, err := os.ReadFile(done.Aside); err != nil || !bytes.Equal(aside, there) {
		t.Errorf("%s: the damaged file was not renamed unchanged (%v)", d.name, err)
	}
	_ = os.Remove(done.Aside)
}

// copyStep returns the step that takes the backup at path.
func copyStep(t *testing.T, k *Keeper, path string) backup.Step {
	t.Helper()
	for _, s := range diagnose(t, k).Steps {
		if s.Way == backup.Copy && s.Backup == path {
			return s
		}
	}
	t.Errorf("the backup %s is not offered", filepath.Base(path))
	return backup.Step{}
}

// newWorn makes a journal with pages of every sort: branches, leaves, long
// values that run over several pages, buckets inline and not, and free pages.
// It returns what the journal held before and after its last save.
func newWorn(t *testing.T) (path string, before, after held) {
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
	before = mustLoad(t, s)
	last := journal.Change{
		DropEntries: []journal.Week{first.Add(3), first.Add(40)},
		PutEntries:  []journal.Entry{{Week: first.Add(50), Away: "leave"}},
	}
	mustApply(t, s, last)
	after = mustLoad(t, s)
	if diff := storetest.Diff(before.contents.After(last), after.contents); diff != "" {
		t.Fatal(diff)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, before, after
}

// damage is one thing done to a file.
type damage struct {
	name string
	meta bool // it is in a meta page
	do   func(file []byte) []byte
}

func (d damage) inMeta() int {
	if d.meta {
		return 1
	}
	return 0
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
		add(start, "page of ones", func(file []byte) []byte {
			copy(file[start:], bytes.Repeat([]byte{0xFF}, pageSize))
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
