package journal_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// reflections returns what the versions of a week say, newest first.
func (o opened) reflections(w journal.Week) (texts []string) {
	o.Helper()
	versions, err := o.Versions(w)
	o.must(err)
	for _, v := range versions {
		texts = append(texts, v.Entry.Reflection)
	}
	return texts
}

// TestVersionsWorthKeeping: of what is saved every few seconds enough is kept,
// and not everything.
func TestVersionsWorthKeeping(t *testing.T) {
	w := mustWeek(t, "2026-W47")
	long := strings.Repeat("Words that took an evening. ", 10)
	type save struct {
		after time.Duration
		text  string
	}
	for _, test := range []struct {
		name  string
		saves []save
		want  []string
	}{
		{"what was there before is kept", []save{{0, "1"}, {time.Second, "2"}, {time.Second, "3"}}, []string{"before"}},
		{"what stood for ten minutes is kept", []save{{0, "1"}, {9 * time.Minute, "2"}, {10 * time.Minute, "3"}}, []string{"2", "before"}},
		{"while one goes on writing one every ten minutes is kept",
			[]save{{0, "1"}, {4 * time.Minute, "2"}, {4 * time.Minute, "3"}, {4 * time.Minute, "4"}, {4 * time.Minute, "5"}},
			[]string{"3", "before"}},
		{"a text that goes is kept", []save{{0, long}, {time.Second, "oops"}, {time.Second, "oops 2"}}, []string{long, "before"}},
		{"a text that shrinks a little is not", []save{{0, long}, {time.Second, long[:len(long)-20]}}, []string{"before"}},
		{"an emptied week is kept", []save{{0, "1"}, {time.Second, ""}}, []string{"1", "before"}},
		{"a clock set back keeps", []save{{0, "1"}, {-24 * time.Hour, "2"}, {time.Second, "3"}}, []string{"1", "before"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			j := open(t, journal.Contents{Entries: []journal.Entry{{Week: w, Reflection: "before"}}})
			for _, s := range test.saves {
				j.wait(s.after)
				j.must(j.Save(journal.Entry{Week: w, Reflection: s.text}))
			}
			if got := j.reflections(w); !slices.Equal(got, test.want) {
				t.Errorf("kept %q, want %q", got, test.want)
			}
		})
	}
}

// TestVersionsAfterFailure: a save that failed keeps nothing and is not taken
// for one that did.
func TestVersionsAfterFailure(t *testing.T) {
	w := mustWeek(t, "2026-W47")
	j := open(t, journal.Contents{Entries: []journal.Entry{{Week: w, Reflection: "before"}}})
	j.failing.FailNext(1, errFull)
	if err := j.Save(journal.Entry{Week: w, Reflection: "1"}); !errors.Is(err, errFull) {
		t.Fatal(err)
	}
	j.must(j.Save(journal.Entry{Week: w, Reflection: "1"}))
	if got := j.reflections(w); !slices.Equal(got, []string{"before"}) {
		t.Errorf("kept %q", got)
	}
}

func TestRestoreVersion(t *testing.T) {
	j := open(t, storetest.Sample())
	old := storetest.Sample().Entries[1]
	j.must(j.Save(journal.Entry{Week: old.Week, Away: "leave"}))
	versions, err := j.Versions(old.Week)
	j.must(err)
	if len(versions) != 1 || !versions[0].Entry.Equal(old) || !versions[0].Saved.Equal(old.Updated) || !versions[0].Replaced.Equal(*j.now) {
		t.Fatalf("the versions are %+v", versions)
	}
	if err := j.RestoreVersion(old.Week, versions[0].Revision+99); !errors.Is(err, journal.ErrVersionUnknown) {
		t.Errorf("an unknown version: %v", err)
	}
	j.must(j.RestoreVersion(old.Week, versions[0].Revision))
	if got := j.Entry(old.Week); !got.Equal(old) || !got.Updated.Equal(*j.now) {
		t.Errorf("restored as %+v", got)
	}
	j.undo(journal.RestoreStep)
	if got := j.Entry(old.Week); got.Away != "leave" {
		t.Errorf("after an undo there is %+v", got)
	}
}

// TestTrash: what is deleted is in the trash until it is back or the trash is
// emptied.
func TestTrash(t *testing.T) {
	start := storetest.Sample()
	j := open(t, start)
	w := start.Entries[1].Week
	e := j.Entry(w)
	gone := e.Moments[1]
	e.Moments = slices.Delete(e.Moments, 1, 2)
	j.must(j.Save(e))
	j.wait(time.Minute)
	j.must(j.DeleteEvent("start"))
	j.wait(time.Minute)
	j.must(j.Save(journal.Entry{Week: start.Entries[0].Week}))
	trash := j.Trash()
	if len(trash) != 3 {
		t.Fatalf("the trash has %+v", trash)
	}
	moment, _ := trash[0].Item.(journal.Moment)
	event, _ := trash[1].Item.(journal.Event)
	entry, _ := trash[2].Item.(journal.Entry)
	if moment.ID != gone.ID || trash[0].Week != w || event.ID != "start" || entry.Away != "leave" {
		t.Fatalf("the trash holds %+v", trash)
	}
	if !trash[2].At.Equal(*j.now) {
		t.Errorf("deleted at %v", trash[2].At)
	}
	for _, item := range trash {
		j.must(j.RestoreTrashed(item.ID))
	}
	if left := j.Trash(); len(left) != 0 {
		t.Errorf("what came back is still in the trash: %+v", left)
	}
	if err := j.RestoreTrashed(trash[0].ID); !errors.Is(err, journal.ErrTrashUnknown) {
		t.Errorf("restored again: %v", err)
	}
	got := j.Contents()
	if moments := got.Entries[1].Moments; len(moments) != 3 || moments[2].Text != gone.Text {
		t.Errorf("the moments are %+v", moments)
	}
	got.Entries[1].Moments = slices.Insert(got.Entries[1].Moments[:2], 1, got.Entries[1].Moments[2])
	got.Entries[0].Updated, got.Entries[1].Updated = start.Entries[0].Updated, start.Entries[1].Updated
	if diff := storetest.Diff(start, got); diff != "" {
		t.Errorf("what came back is something else: %s", diff)
	}
	j.undo(journal.RestoreStep)
	if left := j.Trash(); len(left) != 1 || left[0].Week != left[0].Item.Filed() {
		t.Errorf("after an undo the trash holds %+v", left)
	}
	j.redo()
	if left := j.Trash(); len(left) != 0 {
		t.Errorf("after a redo the trash holds %+v", left)
	}
}

// TestTrashIntoWritten: a week comes back into one that something was written
// into, and neither is lost.
func TestTrashIntoWritten(t *testing.T) {
	j := open(t, storetest.Sample())
	old := storetest.Sample().Entries[1]
	j.must(j.Save(journal.Entry{Week: old.Week}))
	since := journal.Entry{
		Week: old.Week, Reflection: "since", Answers: []journal.Answer{{Question: journal.Scale, Value: -2}},
		Moments: []journal.Moment{{ID: old.Moments[0].ID, Text: "the same id", Kind: "coding", Track: journal.Both, Hours: 1}},
	}
	j.must(j.Save(since))
	if trash := j.Trash(); len(trash) != 1 {
		t.Fatalf("the trash holds %+v", trash)
	}
	j.must(j.RestoreTrashed(j.Trash()[0].ID))
	got := j.Entry(old.Week)
	if len(got.Moments) != 1+len(old.Moments) || !strings.Contains(got.Reflection, "since") ||
		!strings.Contains(got.Reflection, old.Reflection) || *got.Split != *old.Split || len(got.Answers) != 2 || got.Answers[0].Value != -2 {
		t.Errorf("the week holds %+v", got)
	}
	j.undo(journal.RestoreStep)
	if got := j.Entry(old.Week); !got.Equal(since) {
		t.Errorf("after an undo it holds %+v", got)
	}
}

// TestTrashAfterUndo: the undo of an import puts what it brought into the
// trash, so that nothing is gone; its redo takes it out again.
func TestTrashAfterUndo(t *testing.T) {
	j := open(t, journal.Contents{})
	_, err := j.Merge(storetest.Sample())
	j.must(err)
	j.undo(journal.ImportStep)
	if !j.Empty() || len(j.Trash()) != 6 {
		t.Errorf("after the undo of an import there are %v, %d in the trash", j.Contents(), len(j.Trash()))
	}
	j.redo()
	j.holds(storetest.Sample())
	if trash := j.Trash(); len(trash) != 0 {
		t.Errorf("after its redo the trash holds %+v", trash)
	}
}

func TestEmptyTrash(t *testing.T) {
	j := open(t, storetest.Sample())
	entries := storetest.Sample().Entries
	j.must(j.Save(journal.Entry{Week: entries[0].Week}))
	e := j.Entry(entries[1].Week)
	e.Moments = e.Moments[1:]
	j.must(j.Save(e))
	j.failing.FailNext(1, errFull)
	if err := j.EmptyTrash(); !errors.Is(err, errFull) || len(j.Trash()) != 2 {
		t.Errorf("on a full disk: %v, %d in the trash", err, len(j.Trash()))
	}
	j.must(j.EmptyTrash())
	if len(j.Trash()) != 0 || len(j.reflections(entries[0].Week)) != 0 {
		t.Error("something deleted is still kept")
	}
	if len(j.reflections(entries[1].Week)) != 1 {
		t.Error("a version of a week that is there is gone")
	}
	aside, err := j.memory.Reopen().Aside()
	j.must(err)
	if len(aside.Trash) != 0 {
		t.Errorf("the store still keeps %+v", aside.Trash)
	}
}

// TestDraft: what stood half-written is there again, until its moment is kept.
func TestDraft(t *testing.T) {
	j := open(t, storetest.Sample())
	if d, ok := j.Draft(); ok {
		t.Errorf("a draft that nobody wrote: %+v", d)
	}
	w := mustWeek(t, "2026-W48")
	d := journal.Draft{ID: "new", Week: w, Text: "Half a thou 1, #chec"}
	j.must(j.SaveDraft(d))
	attempts := j.failing.Attempts()
	j.must(j.SaveDraft(d))
	if j.failing.Attempts() != attempts {
		t.Error("the same draft reached the store again")
	}
	again, err := journal.Open(j.memory.Reopen())
	j.must(err)
	if got, ok := again.Draft(); !ok || got != d {
		t.Errorf("opened again, the draft is %+v, %v", got, ok)
	}
	var invalid *journal.InvalidError
	if err := j.SaveDraft(journal.Draft{ID: "new", Week: w, Text: "a\x00"}); !errors.As(err, &invalid) {
		t.Errorf("a draft that cannot be kept: %v", err)
	}
	moment := journal.Moment{ID: "other", Text: "Another", Kind: "coding", Track: journal.Both, Hours: 1}
	j.must(j.Save(journal.Entry{Week: w, Moments: []journal.Moment{moment}}))
	if _, ok := j.Draft(); !ok {
		t.Error("the draft ended with another moment")
	}
	added := moment
	added.ID = d.ID
	j.failing.FailNext(1, errFull)
	if err := j.Save(journal.Entry{Week: w, Moments: []journal.Moment{moment, added}}); err == nil {
		t.Fatal("a save on a full disk succeeded")
	} else if _, ok := j.Draft(); !ok {
		t.Error("the draft ended with a save that failed")
	}
	j.must(j.Save(journal.Entry{Week: w, Moments: []journal.Moment{moment, added}}))
	if _, ok := j.Draft(); ok {
		t.Error("the draft is there beside its moment")
	}
	j.must(j.SaveDraft(d))
	j.must(j.SaveDraft(journal.Draft{Text: " \t"}))
	if _, ok := j.Draft(); ok {
		t.Error("an emptied draft is there")
	}
}

// An edit stands half-written next to a new moment. Each ends when its moment is
// saved, and not with another change of the same week.
func TestDraftWithEdit(t *testing.T) {
	j := open(t, journal.Contents{ID: "test"})
	w := mustWeek(t, "2026-W48")
	moment := func(id, text string) journal.Moment {
		return journal.Moment{ID: id, Text: text, Kind: "coding", Track: journal.Technical}
	}
	old, added := moment("old", "Before"), moment("new", "Half a thought")
	j.must(j.Save(journal.Entry{Week: w, Moments: []journal.Moment{old}}))
	edit := journal.Draft{ID: "old", Week: w, Text: "Bef"}
	both := journal.Draft{ID: "new", Week: w, Text: "Half a th", Edit: &edit}
	for _, tt := range []struct {
		name  string
		entry journal.Entry
		want  journal.Draft // empty for none
	}{
		{"a reflection", journal.Entry{Week: w, Moments: []journal.Moment{old}, Reflection: "So it goes."}, both},
		{"the new moment", journal.Entry{Week: w, Moments: []journal.Moment{old, added}}, edit},
		{"the edit", journal.Entry{Week: w, Moments: []journal.Moment{moment("old", "After")}}, journal.Draft{ID: "new", Week: w, Text: "Half a th"}},
		{"both", journal.Entry{Week: w, Moments: []journal.Moment{moment("old", "Then"), moment("new", "Now")}}, journal.Draft{}},
	} {
		j.must(j.Save(journal.Entry{Week: w, Moments: []journal.Moment{old}}))
		j.must(j.SaveDraft(both))
		j.must(j.Save(tt.entry))
		if got, _ := j.Draft(); !got.Equal(tt.want) {
			t.Errorf("after %s there is %+v", tt.name, got)
		}
		again, err := journal.Open(j.memory.Reopen())
		j.must(err)
		if got, _ := again.Draft(); !got.Equal(tt.want) {
			t.Errorf("after %s the store has %+v", tt.name, got)
		}
	}
}
