package storetest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"heliotrope/journal"
)

func (c *contract) aside() journal.Aside {
	c.Helper()
	got, err := c.store.Aside()
	if err != nil {
		c.Fatalf("aside: %v", err)
	}
	return got
}

func (c *contract) versions(w journal.Week) []journal.Version {
	c.Helper()
	got, err := c.store.Versions(w)
	if err != nil {
		c.Fatalf("versions: %v", err)
	}
	return got
}

// again opens the store once more, if it is durable.
func (c *contract) again() {
	c.Helper()
	if c.reopen == nil {
		return
	}
	if err := c.store.Close(); err != nil {
		c.Fatalf("close: %v", err)
	}
	c.store = c.reopen()
}

// holdsAside checks what is next to the contents, now and when opened
// again.
func (c *contract) holdsAside(want journal.Aside) {
	c.Helper()
	for _, when := range []string{"", "opened again, "} {
		if diff := DiffAside(want, c.aside()); diff != "" {
			c.Fatalf("%saside there is something else: %s", when, diff)
		}
		c.again()
	}
}

func testAside(t *testing.T, c *contract) {
	if fresh := c.aside(); fresh.Draft != nil || len(fresh.Trash) > 0 {
		t.Errorf("beside a new journal there is %+v", fresh)
	}
	sample := Sample()
	want := SampleAside()
	c.apply(put(sample))
	c.apply(journal.Change{PutTrash: want.Trash, Draft: want.Draft})
	c.holdsAside(want)
	change := journal.Change{
		DropTrash: []string{"t2", "not there"},
		PutTrash:  []journal.Trashed{{ID: "t0", At: want.Trash[0].At.Add(-time.Hour), Week: week("1999-W01"), Item: want.Trash[0].Item}},
		Draft: &journal.Draft{ID: "other", Week: week("2026-W48"), Text: "#alone",
			Edit: &journal.Draft{ID: "m", Week: week("2026-W47"), Text: "Half an ed +1", Chosen: true, Source: "4f1c"}},
	}
	c.apply(change)
	want = want.After(change)
	c.holdsAside(want)
	c.apply(journal.Change{Draft: &journal.Draft{}, DropTrash: []string{"t0", "t1", "t3"}})
	c.holdsAside(journal.Aside{})
	c.holds(sample)
}

func testAsideRefuses(t *testing.T, c *contract) {
	sample, aside := Sample(), SampleAside()
	c.apply(put(sample))
	c.apply(journal.Change{PutTrash: aside.Trash, Draft: aside.Draft})
	bad := aside.Clone()
	moment := sample.Entries[1].Moments[0]
	moment.Energy = 9
	bad.Trash[0].Item = moment
	for name, change := range map[string]journal.Change{
		"trash":          {PutTrash: bad.Trash[:1]},
		"empty trash":    {PutTrash: []journal.Trashed{{ID: "none", Week: sample.Entries[0].Week}}},
		"draft":          {Draft: &journal.Draft{ID: "d", Text: "no week"}},
		"draft's source": {Draft: &journal.Draft{ID: "d", Week: sample.Entries[0].Week, Text: "x", Source: "two words"}},
		"draft's edit":   {Draft: &journal.Draft{ID: "d", Week: sample.Entries[0].Week, Text: "x", Edit: &journal.Draft{ID: "e", Text: "no week"}}},
		"kind in use":    {DropKinds: []string{"zeta"}},
		"and the rest":   {DropKinds: []string{"alpha"}, Draft: &journal.Draft{ID: "d", Week: sample.Entries[0].Week, Text: "\xff"}},
	} {
		var invalid *journal.InvalidError
		if err := c.store.Apply(change); !errors.As(err, &invalid) {
			t.Errorf("%s: apply returned %v, want an InvalidError", name, err)
		}
	}
	c.holdsAside(aside)
	c.holds(sample)
	// A kind that nothing is of may go, and so may a change to a built-in one.
	c.apply(journal.Change{DropKinds: []string{"alpha", "debugging", "not there"}})
	sample.Kinds = sample.Kinds[:1]
	c.holds(sample)
}

// at is a time at which a change is made.
func at(minute int) time.Time { return time.Date(2026, 11, 23, 8, minute, 0, 0, time.UTC) }

func testVersions(t *testing.T, c *contract) {
	w := week("2026-W47")
	says := func(text string) []journal.Entry { return []journal.Entry{{Week: w, Reflection: text}} }
	c.apply(journal.Change{At: at(0), PutEntries: says("a")})
	if got := c.versions(w); len(got) != 0 {
		t.Errorf("of what was never replaced there is %+v", got)
	}
	c.apply(journal.Change{At: at(1), PutEntries: says("b")})
	c.apply(journal.Change{At: at(2), PutEntries: says("b")}) // the same again
	c.apply(journal.Change{At: at(3), PutEntries: says("c")})
	c.apply(journal.Change{At: at(4), PutEntries: says("d"), Fold: []journal.Week{w}})
	c.apply(journal.Change{At: at(5), PutEntries: []journal.Entry{{Week: w.Next(), Away: "leave"}}})
	c.apply(journal.Change{At: at(6), DropEntries: []journal.Week{w}})
	check := func() {
		t.Helper()
		got := c.versions(w)
		if len(got) != 3 {
			t.Fatalf("the versions are %+v", got)
		}
		for i, want := range []struct {
			text            string
			saved, replaced int
		}{{"d", 4, 6}, {"b", 2, 3}, {"a", 0, 1}} {
			v := got[i]
			if v.Entry.Week != w || v.Entry.Reflection != want.text || !v.Saved.Equal(at(want.saved)) || !v.Replaced.Equal(at(want.replaced)) {
				t.Errorf("version %d is %+v, want %q of %v to %v", i, v, want.text, at(want.saved), at(want.replaced))
			}
			if i > 0 && v.Revision >= got[i-1].Revision {
				t.Errorf("revision %d is not before %d", v.Revision, got[i-1].Revision)
			}
		}
		if other := c.versions(w.Next()); len(other) != 0 {
			t.Errorf("another week has the versions %+v", other)
		}
	}
	check()
	c.again()
	check()
	c.versions(w)[0].Entry.Reflection = "spoilt"
	check()
	c.apply(journal.Change{At: at(7), DropVersions: []journal.Week{w, w.Prev()}})
	c.again()
	if got := c.versions(w); len(got) != 0 {
		t.Errorf("after their removal there are %+v", got)
	}
}

func testManyVersions(t *testing.T, c *contract) {
	w := week("2026-W47")
	const saves = journal.MaxVersions + 7
	for i := range saves {
		for _, each := range []journal.Week{w, w.Next()} {
			c.apply(journal.Change{At: at(i), PutEntries: []journal.Entry{{Week: each, Reflection: fmt.Sprint(i)}}})
		}
	}
	for _, each := range []journal.Week{w, w.Next()} {
		got := c.versions(each)
		if len(got) != journal.MaxVersions {
			t.Fatalf("%d versions are kept, want %d", len(got), journal.MaxVersions)
		}
		newest, oldest := got[0].Entry.Reflection, got[len(got)-1].Entry.Reflection
		if newest != fmt.Sprint(saves-2) || oldest != fmt.Sprint(saves-1-journal.MaxVersions) {
			t.Errorf("the newest version says %s, the oldest %s", newest, oldest)
		}
	}
}

func testVerify(t *testing.T, c *contract) {
	c.apply(put(Sample()))
	for range 2 {
		if err := c.store.Verify(); err != nil {
			t.Errorf("verify: %v", err)
		}
	}
	c.apply(journal.Change{DropEvents: []string{"start"}})
	if err := c.store.Verify(); err != nil {
		t.Errorf("verify: %v", err)
	}
	c.holds(Sample().After(journal.Change{DropEvents: []string{"start"}}))
}
