package storetest

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
)

// Opener opens a store with a new, empty journal. It also returns a
// function that opens what was stored once more, after the suite has
// closed it, or nil if nothing outlives its Close.
type Opener func(t *testing.T) (store journal.Store, reopen func() journal.Store)

// Run checks that a store does what [journal.Store] promises, each part in a
// subtest with a separate journal.
func Run(t *testing.T, open Opener) {
	for _, part := range []struct {
		name string
		test func(*testing.T, *contract)
	}{
		{"new journal is empty", testNew},
		{"keeps every field", testKeepsEverything},
		{"kinds keep their order", testKindOrder},
		{"sorts", testSorts},
		{"puts replace", testReplace},
		{"drops", testDrop},
		{"empty change", testEmptyChange},
		{"restores an id", testRestoreID},
		{"does what Contents.After says", testModel},
		{"shares nothing", testSharesNothing},
		{"refuses what it could not load", testInvalid},
		{"keeps instants of odd offsets", testOddOffset},
		{"keeps a draft and trash", testAside},
		{"refuses what it could not give back", testAsideRefuses},
		{"keeps versions", testVersions},
		{"keeps so many versions", testManyVersions},
		{"verifies", testVerify},
		{"after close", testClosed},
	} {
		t.Run(part.name, func(t *testing.T) {
			c := &contract{T: t}
			c.store, c.reopen = open(t)
			part.test(t, c)
			if err := c.store.Close(); err != nil {
				t.Errorf("close: %v", err)
			}
		})
	}
}

// contract is a store under test.
type contract struct {
	*testing.T
	store  journal.Store
	reopen func() journal.Store
}

func (c *contract) load() journal.Contents {
	c.Helper()
	got, err := c.store.Load()
	if err != nil {
		c.Fatalf("load: %v", err)
	}
	return got
}

func (c *contract) apply(change journal.Change) {
	c.Helper()
	if err := c.store.Apply(change); err != nil {
		c.Fatalf("apply: %v", err)
	}
}

// holds checks that the store contains want, now and when opened again.
func (c *contract) holds(want journal.Contents) {
	c.Helper()
	if diff := Diff(want, c.load()); diff != "" {
		c.Fatalf("the store holds something else: %s", diff)
	}
	if c.reopen == nil {
		return
	}
	if err := c.store.Close(); err != nil {
		c.Fatalf("close: %v", err)
	}
	c.store = c.reopen()
	if diff := Diff(want, c.load()); diff != "" {
		c.Fatalf("opened again, the store holds something else: %s", diff)
	}
}

// put returns the change that makes c of an empty journal.
func put(c journal.Contents) journal.Change {
	return c.Puts()
}

func testNew(t *testing.T, c *contract) {
	fresh := c.load()
	if !fresh.Empty() {
		t.Errorf("a new journal holds %v", fresh)
	}
	if err := fresh.Validate(); err != nil {
		t.Errorf("a new journal is not valid: %v", err)
	}
	c.holds(fresh)
}

func testKeepsEverything(_ *testing.T, c *contract) {
	sample := Sample()
	c.apply(put(sample))
	c.holds(sample)
}

func testKindOrder(t *testing.T, c *contract) {
	kind := func(id, name string) journal.Kind { return journal.Kind{ID: id, Name: name, Track: journal.Both} }
	want := c.load()
	c.apply(journal.Change{PutKinds: []journal.Kind{kind("c", "1"), kind("a", "1"), kind("b", "1")}})
	c.apply(journal.Change{PutKinds: []journal.Kind{kind("0", "1")}})
	c.apply(journal.Change{PutKinds: []journal.Kind{kind("new", "1"), kind("a", "2"), kind("b", "2"), kind("new", "2")}})
	want.Kinds = []journal.Kind{kind("c", "1"), kind("a", "2"), kind("b", "2"), kind("0", "1"), kind("new", "2")}
	if got := c.load().Kinds; !slices.Equal(got, want.Kinds) {
		t.Fatalf("kinds are %v, want %v", got, want.Kinds)
	}
	c.holds(want)
}

func testSorts(t *testing.T, c *contract) {
	sample := Sample()
	slices.Reverse(sample.Events)
	slices.Reverse(sample.Entries)
	c.apply(put(sample))
	got := c.load()
	if !slices.IsSortedFunc(got.Entries, func(a, b journal.Entry) int { return a.Week.Compare(b.Week) }) {
		t.Error("entries are not in the order of weeks")
	}
	ids := []string{got.Events[0].ID, got.Events[1].ID, got.Events[2].ID}
	if want := []string{"start", "a", "b"}; !slices.Equal(ids, want) {
		t.Errorf("events are %v, want %v: by week, then id", ids, want)
	}
	c.holds(Sample())
}

func testReplace(_ *testing.T, c *contract) {
	want := Sample()
	c.apply(put(want))
	want.Entries[1] = journal.Entry{Week: want.Entries[1].Week, Reflection: "something else"}
	want.Events[0].Title = "something else"
	c.apply(journal.Change{PutEntries: want.Entries[1:2], PutEvents: want.Events[:1]})
	c.holds(want)
}

func testDrop(_ *testing.T, c *contract) {
	want := Sample()
	c.apply(put(want))
	c.apply(journal.Change{
		DropEvents:  []string{want.Events[0].ID, "not there"},
		DropEntries: []journal.Week{want.Entries[0].Week, week("1900-W01")},
		// What is both put and dropped is dropped.
		PutEvents:  want.Events[:1],
		PutEntries: want.Entries[:1],
	})
	want.Events, want.Entries = want.Events[1:], want.Entries[1:]
	c.holds(want)
}

func testEmptyChange(_ *testing.T, c *contract) {
	c.apply(put(Sample()))
	c.apply(journal.Change{})
	c.holds(Sample())
}

func testRestoreID(_ *testing.T, c *contract) {
	want := c.load()
	want.ID = "restored"
	c.apply(journal.Change{ID: "restored"})
	c.holds(want)
}

// testModel makes random changes and compares with the same in memory.
func testModel(t *testing.T, c *contract) {
	const seed = 20261123
	random := rand.New(rand.NewPCG(seed, 0))
	model, aside := c.load(), c.aside()
	for step := range 60 {
		change := randomChange(random)
		c.apply(change)
		model, aside = model.After(change), aside.After(change)
		if diff := Diff(model, c.load()); diff != "" {
			t.Fatalf("seed %d, step %d: %s", seed, step, diff)
		}
		if diff := DiffAside(aside, c.aside()); diff != "" {
			t.Fatalf("seed %d, step %d: aside: %s", seed, step, diff)
		}
	}
	if model.Empty() {
		t.Fatal("the random changes left nothing: they test nothing")
	}
	c.holds(model)
}

// randomChange returns a valid change to a few ids and weeks, so that changes
// meet each other.
func randomChange(random *rand.Rand) journal.Change {
	var change journal.Change
	id := func() string { return string(rune('a' + random.IntN(6))) }
	aWeek := func() journal.Week { return week("2025-W50").Add(random.IntN(8)) }
	for range random.IntN(3) {
		change.PutKinds = append(change.PutKinds, journal.Kind{ID: id(), Name: journal.NewID(), Track: journal.People})
	}
	for range random.IntN(3) {
		change.PutEvents = append(change.PutEvents,
			journal.Event{ID: id(), Week: aWeek(), Kind: journal.TeamEvent, Title: journal.NewID()})
	}
	for range random.IntN(3) {
		change.PutEntries = append(change.PutEntries, journal.Entry{Week: aWeek(), Reflection: journal.NewID()})
	}
	switch random.IntN(6) {
	case 0:
		change.PutBriefs = []journal.Brief{{Try: journal.NewID()}}
	case 1:
		change.PutBriefs = []journal.Brief{{Gave: []journal.MomentRef{{Week: aWeek(), ID: id()}}, Took: []journal.MomentRef{}}}
	case 2:
		change.DropBriefs = []string{journal.Brief{}.Key()}
	}
	switch random.IntN(3) {
	case 0:
		change.PutDismissed = []journal.Dismissal{{ID: id()}, {ID: id()}}
	case 1:
		change.DropDismissed = []string{id()}
	}
	for range random.IntN(2) {
		change.DropEvents = append(change.DropEvents, id())
		change.DropEntries = append(change.DropEntries, aWeek())
		change.DropKinds = append(change.DropKinds, id())
		change.DropTrash = append(change.DropTrash, id())
	}
	for range random.IntN(3) {
		e := journal.Entry{Week: aWeek(), Reflection: journal.NewID()}
		change.PutTrash = append(change.PutTrash, journal.Trashed{ID: id(), Week: e.Week, Item: e})
	}
	if random.IntN(3) == 0 {
		change.Draft = &journal.Draft{ID: id(), Week: aWeek(), Text: strings.Repeat("text", random.IntN(2))}
	}
	return change
}

func testSharesNothing(t *testing.T, c *contract) {
	spoil := func(contents journal.Contents) {
		contents.Kinds[0].Name = "spoilt"
		contents.Events[0].Title = "spoilt"
		contents.Briefs[0].Gave[0].ID = "spoilt"
		contents.Entries[0].Away = "spoilt"
		contents.Entries[1].Split.People = 0
		contents.Entries[1].Evidence.People = 0
		contents.Entries[2].Diary[0].Day = 2
		contents.Entries[1].Moments[0].Tags[0] = "spoilt"
		contents.Entries[1].Answers[0].Value = -2
	}
	given := Sample()
	c.apply(put(given))
	spoil(given)
	if diff := Diff(Sample(), c.load()); diff != "" {
		t.Errorf("a change that was applied is still shared: %s", diff)
	}
	spoil(c.load())
	c.holds(Sample())
}

func testInvalid(t *testing.T, c *contract) {
	want := Sample()
	c.apply(put(want))
	good := journal.Entry{Week: week("2026-W50"), Reflection: "good"}
	moment := journal.Moment{ID: "m", Text: "text", Kind: "coding", Track: journal.Technical, Hours: 1}
	with := func(change func(*journal.Moment)) []journal.Entry {
		m := moment
		change(&m)
		return []journal.Entry{good, {Week: week("2026-W51"), Moments: []journal.Moment{m}}}
	}
	for name, change := range map[string]journal.Change{
		"id":        {ID: "two words", PutEntries: []journal.Entry{good}},
		"kind":      {PutEntries: []journal.Entry{good}, PutKinds: []journal.Kind{{ID: "unnamed", Track: journal.Both}}},
		"event":     {PutEntries: []journal.Entry{good}, PutEvents: []journal.Event{{ID: "e", Kind: journal.RoleEvent, Title: "no week"}}},
		"week":      {PutEntries: []journal.Entry{good, {Reflection: "no week"}}},
		"brief":     {PutEntries: []journal.Entry{good}, PutBriefs: []journal.Brief{{Gave: make([]journal.MomentRef, 1)}}},
		"dismissal": {PutEntries: []journal.Entry{good}, PutDismissed: []journal.Dismissal{{}}},
		"evidence":  {PutEntries: []journal.Entry{good, {Week: week("2026-W51"), Away: "leave", Evidence: &journal.Hours{}}}},
		"diary":     {PutEntries: []journal.Entry{good, {Week: week("2026-W51"), Diary: []journal.DiaryDay{{Day: 8}}}}},
		"source":    {PutEntries: with(func(m *journal.Moment) { m.Source = "two words" })},
		"text":      {PutEntries: with(func(m *journal.Moment) { m.Text = "\xff" })},
		"energy":    {PutEntries: with(func(m *journal.Moment) { m.Energy = 3 })},
		"unknown":   {PutEntries: with(func(m *journal.Moment) { m.Kind = "undeclared" })},
		"hours":     {PutEntries: with(func(m *journal.Moment) { m.Hours = -1 })},
	} {
		var invalid *journal.InvalidError
		if err := c.store.Apply(change); !errors.As(err, &invalid) {
			t.Errorf("%s: apply returned %v, want an InvalidError", name, err)
		}
		if diff := Diff(want, c.load()); diff != "" {
			t.Fatalf("%s: a refused change left a trace: %s", name, diff)
		}
	}
	c.apply(journal.Change{PutEntries: []journal.Entry{good}})
	want.Entries = append(want.Entries, good)
	want.Sort()
	c.holds(want)
}

// testOddOffset: until 1911 Paris was 9 minutes and 21 seconds ahead of
// Greenwich. The seconds of an offset may go, the instant may not.
func testOddOffset(t *testing.T, c *contract) {
	logged := time.Date(1910, 3, 1, 12, 0, 0, 5, time.FixedZone("LMT", 9*60+21))
	c.apply(journal.Change{PutEntries: []journal.Entry{{
		Week:    journal.WeekOf(logged),
		Moments: []journal.Moment{{ID: "m", Text: "t", Kind: "coding", Track: journal.Technical, Hours: 1, Logged: logged}},
		Updated: logged,
	}}})
	kept := c.load().Entries[0]
	if !kept.Updated.Equal(logged) || !kept.Moments[0].Logged.Equal(logged) {
		t.Errorf("kept %v and %v of %v", kept.Updated, kept.Moments[0].Logged, logged)
	}
}

func testClosed(t *testing.T, c *contract) {
	for range 2 {
		if err := c.store.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
	if _, err := c.store.Load(); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("load after close returned %v", err)
	}
	if _, err := c.store.Aside(); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("aside after close returned %v", err)
	}
	if _, err := c.store.Versions(week("2026-W47")); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("versions after close returned %v", err)
	}
	if err := c.store.Verify(); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("verify after close returned %v", err)
	}
	if err := c.store.Apply(put(Sample())); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("apply after close returned %v", err)
	}
}
