package boltstore

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// cut is one save, as the file and what it holds were before and after it.
type cut struct {
	fileBefore, fileAfter []byte
	before, after         held
}

const (
	sector = 512 // a disk writes one of these whole
	word   = 8   // and memory one of these
)

// saves makes a journal and returns n saves into it, made by change.
func saves(t *testing.T, n int, random *rand.Rand, change func(journal.Contents, *rand.Rand) journal.Change) (all []cut) {
	t.Helper()
	path, _, _ := newWorn(t)
	s := mustOpen(t, path)
	read := func() []byte {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	now := cut{fileAfter: read(), after: mustLoad(t, s)}
	for range n {
		now.fileBefore, now.before = now.fileAfter, now.after
		mustApply(t, s, change(now.before.contents, random))
		now.fileAfter, now.after = read(), mustLoad(t, s)
		if now.before.equal(now.after) {
			t.Fatal("a save changed nothing")
		}
		all = append(all, now)
	}
	return all
}

// anySave returns a change of one of many sorts, some longer than a page. Among
// them are weeks written anew with as many letters as before, as no damage is
// harder to see than old text.
func anySave(now journal.Contents, random *rand.Rand) journal.Change {
	any := now.Entries[random.IntN(len(now.Entries))].Clone()
	change := journal.Change{At: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)}
	switch random.IntN(8) {
	case 0:
		change.DropEntries = []journal.Week{any.Week}
	case 1:
		change.Draft = &journal.Draft{ID: "d", Week: any.Week, Text: letters(1+random.IntN(200), random)}
	case 2:
		change.PutEvents = []journal.Event{{ID: letters(8, random), Week: any.Week, Kind: journal.OtherEvent, Title: letters(30, random)}}
	case 3:
		for range 5 {
			w := week("2000-W01").Add(random.IntN(1_000))
			change.PutEntries = append(change.PutEntries, journal.Entry{Week: w, Reflection: letters(500, random)})
		}
	case 4:
		any.Reflection = letters(1+random.IntN(journal.MaxReflection), random)
		change.PutEntries = []journal.Entry{any}
	default:
		any.Reflection = letters(max(1, len(any.Reflection)), random)
		change.PutEntries = []journal.Entry{any}
	}
	return change
}

// longSave writes one of the weeks anew with many letters, so that its pages
// lie where there were letters before.
func longSave(now journal.Contents, random *rand.Rand) journal.Change {
	e := now.Entries[random.IntN(5)].Clone()
	e.Reflection = letters(journal.MaxReflection, random)
	return journal.Change{PutEntries: []journal.Entry{e}, Fold: []journal.Week{e.Week}}
}

// letters returns a text of n letters.
func letters(n int, random *rand.Rand) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = 'a' + byte(random.IntN(26))
	}
	return string(text)
}

// written returns where the data pages are that the save wrote.
func (s cut) written() (starts []int) {
	size := pageSizeOf(s.fileAfter)
	for start := 2 * size; start < len(s.fileAfter); start += size {
		end := start + size
		if end > len(s.fileBefore) || !bytes.Equal(s.fileBefore[start:end], s.fileAfter[start:end]) {
			starts = append(starts, start)
		}
	}
	return starts
}

// lose returns the file after the save with some of what it wrote lost, in
// parts of the given size, each with probability p. Where parts of the file
// were not there before, they are zeros or not there at all.
func (s cut) lose(part int, p float64, random *rand.Rand) []byte {
	file := bytes.Clone(s.fileAfter)
	size := pageSizeOf(file)
	for _, start := range s.written() {
		for at := start; at < start+size; at += part {
			if random.Float64() >= p {
				continue
			}
			clear(file[at : at+part])
			if at < len(s.fileBefore) {
				copy(file[at:at+part], s.fileBefore[at:])
			}
		}
	}
	return file
}

// honestCut returns the file as a power cut can leave it if the disk keeps its
// word: either the meta page is as it was and the data pages are written in
// any part, or they are written and the meta page is in any part.
func (s cut) honestCut(random *rand.Rand) []byte {
	size := pageSizeOf(s.fileAfter)
	if random.IntN(2) == 0 {
		file := s.lose(sector, random.Float64(), random)
		copy(file[:2*size], s.fileBefore)
		if random.IntN(2) == 0 && slices.Equal(file[len(s.fileBefore):], make([]byte, len(file)-len(s.fileBefore))) {
			file = file[:len(s.fileBefore)] // nor was it made longer
		}
		return file
	}
	file := bytes.Clone(s.fileAfter)
	p := random.Float64() * random.Float64() // a few words of the meta page matter
	for at := 0; at < 2*size; at += word {
		if random.Float64() < p {
			copy(file[at:at+word], s.fileBefore[at:])
		}
	}
	return file
}

// scratch is a file in which images are looked at.
type scratch string

func newScratch(t *testing.T) scratch { return scratch(filepath.Join(t.TempDir(), "journal.db")) }

// put makes image the file, of which nothing was seen before.
func (s scratch) put(t *testing.T, image []byte) string {
	t.Helper()
	_ = os.Remove(string(s) + seenSuffix)
	if err := os.WriteFile(string(s), image, 0o600); err != nil {
		t.Fatal(err)
	}
	return string(s)
}

// honestFigure cuts the power at any moment of a save. The journal must open,
// and hold what it held before or after.
func honestFigure(t *testing.T, f form, random *rand.Rand) row {
	all := saves(t, max(10, f.honest/200), random, anySave)
	path := newScratch(t)
	var before, after, broken int
	for i := range f.honest {
		s := all[i%len(all)]
		got, _, err := openAndTell(path.put(t, s.honestCut(random)))
		switch {
		case err != nil:
			t.Errorf("image %d: %v", i, err)
		case got.equal(s.before):
			before++
		case got.equal(s.after):
			after++
		default:
			t.Errorf("image %d: silently wrong: %s", i, s.after.diff(got))
		}
	}
	if before == 0 || after == 0 {
		t.Error("images of one sort only: this tests little")
	}
	// Without the first sync, the meta page may be written before the data.
	tries, long := 0, saves(t, 20, random, longSave)
	for least := max(100, f.honest/10); tries < least || broken == 0 && tries < 10*least; tries++ {
		s := long[tries%len(long)]
		got, err := (blind{codes: true, head: true, pages: true}).read(path.put(t, s.lose(sector, 1.0/5, random)))
		if err == nil && !got.equal(s.before) && !got.equal(s.after) {
			broken++
		}
	}
	alarm(t, broken, "a save in part")
	return row{
		done:   "The power is cut during a save, and the disk keeps its word: any 512-byte parts of the data are written, or all of them and any 8-byte parts of the meta page",
		count:  fmt.Sprintf("%s images of %s saves", thousands(f.honest), thousands(len(all))),
		result: fmt.Sprintf("**0 wrong**: %s contain the state before, %s the state after", thousands(before), thousands(after)),
		control: fmt.Sprintf("the meta page written first, and our checks left out: %s of %s silently wrong",
			thousands(broken), thousands(tries)),
	}
}

// lyingFigure cuts the power after a save that the disk said was written, while
// a third of its pages are lost. That must be seen, and the state before the
// save must be there still.
func lyingFigure(t *testing.T, f form, random *rand.Rand) row {
	all := saves(t, max(20, f.lying/20), random, anySave)
	path := newScratch(t)
	keeper := newKeeper(t, string(path))
	var images, seen, harmless, repaired, unseen int
	for ; images < f.lying || (seen == 0 || harmless == 0 || unseen == 0) && images < 10*f.lying; images++ {
		s := all[images%len(all)]
		image := s.lose(pageSizeOf(s.fileAfter), 1.0/3, random)
		got, _, err := openAndTell(path.put(t, image))
		switch {
		case isRefusal(err):
			seen++
		case err != nil:
			t.Errorf("image %d: unexpected error %v", images, err)
		case got.equal(s.after):
			harmless++
		default:
			t.Errorf("image %d: silently wrong: %s", images, s.after.diff(got))
		}
		if err == nil {
			continue
		}
		blindly, err := (blind{head: true, pages: true}).read(path.put(t, image))
		if err == nil && !blindly.equal(s.after) {
			unseen++
		}
		if repaired < 2*f.restored {
			repaired++
			repairPrevious(t, keeper, path.put(t, image), s.before)
		}
	}
	if seen == 0 || harmless == 0 {
		t.Error("images of one sort only: this tests little")
	}
	alarm(t, unseen, "a lost write")
	return row{
		done:    "The power is cut, and the disk has lied: the newest meta page is there, each data page of the save is lost with probability 1/3",
		count:   fmt.Sprintf("%s images of %s saves", thousands(images), thousands(len(all))),
		result:  fmt.Sprintf("**0 silently wrong**: %s refused, %s intact; **all %s repaired to exactly the state before**", thousands(seen), thousands(harmless), thousands(repaired)),
		control: fmt.Sprintf("codes of records checked, but not the head nor the free pages: %s silently wrong", thousands(unseen)),
	}
}

// repairPrevious repairs the journal at path by going back one save.
func repairPrevious(t *testing.T, k *Keeper, path string, before held) {
	t.Helper()
	for _, step := range diagnose(t, k).Steps {
		if step.Way != backup.Previous {
			continue
		}
		done, err := k.Repair(step)
		if err != nil {
			t.Error(err)
		}
		_ = os.Remove(done.Aside)
		if got, _, err := openAndTell(path); err != nil || !got.equal(before) {
			t.Errorf("one save back it holds something else: %s (%v)", before.diff(got), err)
		}
		return
	}
	t.Error("the state before the save is not offered")
}
