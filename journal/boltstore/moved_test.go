package boltstore

import (
	"errors"
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

// moves are the ways to move to another computer.
var moves = []struct {
	name string
	do   func(from, to *machine, second string) error
}{
	{"imported", func(from, to *machine, _ string) error {
		all, err := openAndLoad(from.path)
		if err != nil {
			return err
		}
		s, err := Open(to.path)
		if err != nil {
			return err
		}
		return errors.Join(s.Apply(putAll(all)), s.Close())
	}},
	{"a backup restored", func(_, to *machine, second string) error {
		all := to.keeper.list(second, "")
		_, err := to.keeper.Restore(all[0].Path)
		return err
	}},
	{"the file copied", func(from, to *machine, _ string) error {
		if err := os.Mkdir(filepath.Dir(to.path), 0o700); err != nil {
			return err
		}
		file, err := os.ReadFile(from.path)
		return errors.Join(err, os.WriteFile(to.path, file, 0o600))
	}},
	{"the folder copied", func(from, to *machine, _ string) error {
		return os.CopyFS(filepath.Dir(to.path), os.DirFS(filepath.Dir(from.path)))
	}},
}

// machine is a computer with a journal.
type machine struct {
	name   string
	path   string
	keeper *Keeper
	made   []backup.Backup  // in the second folder
	backed journal.Contents // what the last of these contains
}

func newMachine(t *testing.T, name, second string) *machine {
	t.Helper()
	m := &machine{name: name, path: filepath.Join(t.TempDir(), "home", "journal.db")}
	m.keeper = newKeeper(t, m.path)
	m.keeper.second.Folder = second
	return m
}

// on makes this computer look like m.
func (m *machine) on(t *testing.T) {
	name, id := hostname, machineID
	t.Cleanup(func() { hostname, machineID = name, id })
	hostname = func() (string, error) { return m.name, nil }
	machineID = func() string { return "the same image" }
}

// write saves moments in some week.
func (m *machine) write(t *testing.T, random *rand.Rand) {
	t.Helper()
	m.on(t)
	s := mustOpen(t, m.path)
	if s.Opening().Behind != nil {
		t.Errorf("on %s the journal is said to be behind: %+v", m.name, s.Opening().Behind)
	}
	all, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	e := journal.Entry{Week: week("2026-W30").Add(random.IntN(8))}
	for _, other := range all.Entries {
		if other.Week == e.Week {
			e = other
		}
	}
	e.Moments = append(slices.Clone(e.Moments), journal.Moment{
		ID: fmt.Sprintf("%s-%d", m.name, random.Uint64()), Text: "On " + m.name, Kind: "coding", Track: journal.Technical, Hours: 1,
	})
	mustApply(t, s, journal.Change{At: time.Now(), PutEntries: []journal.Entry{e}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// backUp makes a backup here and in the second folder.
func (m *machine) backUp(t *testing.T) {
	t.Helper()
	m.on(t)
	state := backUp(t, m.keeper).Summary.State
	for _, b := range m.keeper.list(m.keeper.second.Folder, "") {
		if b.Summary.State == state {
			m.made = append(m.made, b)
		}
	}
	var err error
	if m.backed, err = openAndLoad(m.path); err != nil {
		t.Fatal(err)
	}
}

// moved lives a while with a journal on one computer, moves to another with the
// same second folder, and goes on with both. It returns the two and the second
// folder.
func moved(t *testing.T, move func(from, to *machine, second string) error, random *rand.Rand) (from, to *machine, second string) {
	t.Helper()
	second = t.TempDir()
	from, to = newMachine(t, "paris", second), newMachine(t, "oslo", second)
	for range 3 + random.IntN(30) {
		from.write(t, random)
		if random.IntN(2) == 0 {
			from.backUp(t)
		}
	}
	from.backUp(t)
	to.on(t)
	if err := move(from, to, second); err != nil {
		t.Fatal(err)
	}
	for range 20 + random.IntN(20) {
		m := to
		if random.IntN(3) == 0 {
			m = from
		}
		m.write(t, random)
		if random.IntN(4) > 0 {
			m.backUp(t)
		}
	}
	from.write(t, random)
	from.backUp(t)
	to.write(t, random)
	to.backUp(t)
	return from, to, second
}

// momentIDs returns the ids of all moments, sorted.
func momentIDs(c journal.Contents) (ids []string) {
	for _, e := range c.Entries {
		for _, m := range e.Moments {
			ids = append(ids, m.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// lack returns how many of all are not in c.
func lack(c journal.Contents, all map[string]bool) (n int) {
	n = len(all)
	for _, id := range momentIDs(c) {
		if all[id] {
			n--
		}
	}
	return n
}

// checkMoved restores all options that a third computer has with nothing but the
// second folder. It returns how many of the two journals came back as they were
// backed up last, and how many options say something untrue.
func checkMoved(t *testing.T, from, to *machine, second string) (back, untrue int) {
	t.Helper()
	third := newMachine(t, "rome", "")
	third.on(t)
	if err := os.CopyFS(third.keeper.Folder(), os.DirFS(second)); err != nil {
		t.Fatal(err)
	}
	steps := diagnose(t, third.keeper).Steps
	all, contents := make(map[string]bool), make([]journal.Contents, len(steps))
	for i, s := range steps {
		c, err := third.keeper.Inside(s)
		if err != nil {
			t.Fatal(err)
		}
		contents[i] = c
		for _, id := range momentIDs(c) {
			all[id] = true
		}
	}
	for _, m := range []*machine{from, to} {
		if slices.ContainsFunc(contents, func(c journal.Contents) bool { return slices.Equal(momentIDs(c), momentIDs(m.backed)) }) {
			back++
		}
	}
	for i, s := range steps {
		if s.Lacks.Moments != lack(contents[i], all) || s.Summary.Lineage.Last().Computer == "" {
			t.Errorf("option %d says it lacks %d moments and lacks %d; it is from %q",
				i, s.Lacks.Moments, lack(contents[i], all), s.Summary.Lineage.Last().Computer)
			untrue++
		}
	}
	return back, untrue
}

// byNumber returns how many of the two journals would still have their last
// backup if the numbers of the saves alone decided which backups are old.
func byNumber(from, to *machine) (back int) {
	made := append(slices.Clone(from.made), to.made...)
	slices.SortStableFunc(made, func(a, b backup.Backup) int { return a.Made.Compare(b.Made) })
	var left []backup.Backup
	for _, b := range made {
		b.Summary.State, b.Summary.Lineage = b.Path, backup.Lineage{{ID: "one"}}
		left = append(left, b)
		newest := slices.MaxFunc(left, func(a, b backup.Backup) int { return a.Transaction - b.Transaction })
		old := backup.Rotate(left, newest)
		left = slices.DeleteFunc(left, func(b backup.Backup) bool {
			return slices.ContainsFunc(old, func(o backup.Backup) bool { return o.Path == b.Path })
		})
	}
	for _, m := range []*machine{from, to} {
		if slices.ContainsFunc(left, func(b backup.Backup) bool { return b.Path == m.made[len(m.made)-1].Path }) {
			back++
		}
	}
	return back
}

// moveFigure moves journals to another computer and back them up from both into
// one folder. Then nothing is left but that folder.
func moveFigure(t *testing.T, f form, random *rand.Rand) row {
	back, untrue, blind := 0, 0, 0
	for i := range f.moves {
		from, to, second := moved(t, moves[i%len(moves)].do, random)
		b, u := checkMoved(t, from, to, second)
		back, untrue, blind = back+b, untrue+u, blind+byNumber(from, to)
	}
	if back != 2*f.moves || untrue > 0 {
		t.Errorf("%d of %d are back, %d options say something untrue", back, 2*f.moves, untrue)
	}
	alarm(t, 2*f.moves-blind, "a backup that the other computer displaced")
	return row{
		done: "Move to another computer by import, restore, or a copy of the file or its folder; " +
			"both continue, with the same second folder; then only that folder is left",
		count:   fmt.Sprintf("%d moves", f.moves),
		result:  fmt.Sprintf("**the last backups of both restored, %d of %d**; every option named all that it lacks", back, 2*f.moves),
		control: fmt.Sprintf("backups retired by their numbers alone: %d of %d last backups lost", 2*f.moves-blind, 2*f.moves),
	}
}

// TestMovedBackAndForth: whoever changes between two computers by copying the
// file each time is never said to be behind, and loses no backup.
func TestMovedBackAndForth(t *testing.T) {
	random := rand.New(rand.NewPCG(47, 0))
	second := t.TempDir()
	here, there := newMachine(t, "paris", second), newMachine(t, "oslo", second)
	here.write(t, random)
	if err := os.Mkdir(filepath.Dir(there.path), 0o700); err != nil {
		t.Fatal(err)
	}
	for range 6 {
		here.write(t, random)
		here.backUp(t)
		file, err := os.ReadFile(here.path)
		if err := errors.Join(err, os.WriteFile(there.path, file, 0o600)); err != nil {
			t.Fatal(err)
		}
		here, there = there, here
	}
	if back, untrue := checkMoved(t, here, there, second); back == 0 || untrue > 0 {
		t.Errorf("%d are back, %d options say something untrue", back, untrue)
	}
}

// TestBehindWithoutAMarker: a backup that follows the journal shows that the
// journal is behind, also if the marker is gone or as old as the journal.
func TestBehindWithoutAMarker(t *testing.T) {
	random := rand.New(rand.NewPCG(47, 0))
	m := newMachine(t, "paris", t.TempDir())
	m.write(t, random)
	m.backUp(t)
	older, err := os.ReadFile(m.path)
	if err != nil {
		t.Fatal(err)
	}
	m.write(t, random)
	m.write(t, random)
	m.backUp(t)
	if err := errors.Join(os.Remove(m.path+seenSuffix), os.WriteFile(m.path, older, 0o600)); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s := mustOpen(t, m.path)
		if b := s.Opening().Behind; b == nil || b.Missing != 2 {
			t.Fatalf("behind by %+v, want 2 saves", b)
		}
		mustApply(t, s, journal.Change{PutEntries: []journal.Entry{numbered(1)}})
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range diagnose(t, m.keeper).Steps {
		if step.Way == backup.Present {
			if _, err := m.keeper.Repair(step); err != nil {
				t.Fatal(err)
			}
		}
	}
	m.write(t, random) // and it is not said again
	m.write(t, random)
	if all := m.keeper.List(""); len(all) != 2 {
		t.Fatalf("%d backups", len(all))
	}
	m.backUp(t)
	if tips := backup.Tips(m.keeper.List("")); len(tips) != 2 {
		t.Errorf("%d states went separate ways, want 2", len(tips))
	}
}

// TestBegunInThePlaceOfAnother: a new journal, into which an export of the one
// that was here is imported, comes after that in every order.
func TestBegunInThePlaceOfAnother(t *testing.T) {
	random := rand.New(rand.NewPCG(47, 0))
	m := newMachine(t, "paris", t.TempDir())
	for range 15 {
		m.write(t, random)
		m.backUp(t)
	}
	before := m.backed
	if err := os.Remove(m.path); err != nil {
		t.Fatal(err)
	}
	s, err := Options{Anew: true}.Open(m.path)
	if err != nil {
		t.Fatal(err)
	}
	if s.Opening().Behind != nil {
		t.Errorf("a new journal is behind: %+v", s.Opening().Behind)
	}
	mustApply(t, s, putAll(before))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 15 {
		m.write(t, random)
		m.backUp(t)
	}
	all := m.keeper.List("")
	if tips := backup.Tips(all); len(all) != 20 || len(tips) != 2 || all[0].Summary.State != m.made[len(m.made)-1].Summary.State {
		t.Errorf("%d backups, %d lines, the newest is %s", len(all), len(tips), all[0].Path)
	}
}

// TestRestoredThenDamaged: the user went back to an old backup and wrote on. What
// was written since is offered before what was left, which is more.
func TestRestoredThenDamaged(t *testing.T) {
	random := rand.New(rand.NewPCG(48, 0))
	m := newMachine(t, "paris", t.TempDir())
	m.write(t, random)
	m.backUp(t)
	old := m.made[0].Path
	for range 6 {
		m.write(t, random)
		m.backUp(t)
	}
	if _, err := m.keeper.Restore(old); err != nil {
		t.Fatal(err)
	}
	m.write(t, random)
	m.backUp(t)
	first := mustDamage(t, m.keeper)
	if first.Summary.State != m.made[len(m.made)-1].Summary.State || first.Lacks.None() {
		t.Errorf("first comes %+v", first)
	}
	if _, err := m.keeper.Repair(first); err != nil {
		t.Error(err)
	}
}
