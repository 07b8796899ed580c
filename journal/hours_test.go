package journal_test

import (
	"slices"
	"testing"

	"heliotrope/journal"
)

func TestDiary(t *testing.T) {
	monday := journal.DiaryDay{Day: 1, Hours: journal.Hours{Technical: 5, People: 3}}
	sunday := journal.DiaryDay{Day: 7, Hours: journal.Hours{Both: 1}}
	e := journal.Entry{Week: mustWeek(t, "2026-W48")}
	e.SetDiary(sunday)
	before := e
	e.SetDiary(monday)
	if want := []journal.DiaryDay{monday, sunday}; !slices.Equal(e.Diary, want) || len(before.Diary) != 1 || before.Diary[0] != sunday {
		t.Fatalf("the diary is %+v, was %+v", e.Diary, before.Diary)
	}
	monday.Hours = journal.Hours{}
	e.SetDiary(monday)
	if h, ok := e.DiaryOf(1); h != monday.Hours || !ok || len(e.Diary) != 2 {
		t.Errorf("a day that was not worked is %+v, %v", h, ok)
	}
	if _, ok := e.DiaryOf(2); ok {
		t.Error("a day is there that was not written")
	}
	if e.Empty() {
		t.Error("a diary is nothing")
	}
	e.DropDiary(1)
	e.DropDiary(7)
	if !e.Empty() || !e.Equal(journal.Entry{Week: e.Week}) {
		t.Errorf("a diary without days is %+v", e)
	}
	if e.Evidence = (&journal.Hours{People: 1}); !e.Empty() {
		t.Error("evidence of a week in which nothing was written is something")
	}
}

func TestMeasured(t *testing.T) {
	evidence := &journal.Hours{Technical: 10, Both: 5, People: 5}
	day := func(n int, technical float64) journal.DiaryDay {
		return journal.DiaryDay{Day: n, Hours: journal.Hours{Technical: technical, People: 2}}
	}
	off := journal.DiaryDay{Day: 4}
	for name, test := range map[string]struct {
		e    journal.Entry
		want journal.Hours // none if it is zero
	}{
		"nothing":            {journal.Entry{}, journal.Hours{}},
		"evidence":           {journal.Entry{Evidence: evidence}, *evidence},
		"a few days":         {journal.Entry{Diary: []journal.DiaryDay{day(1, 1), day(2, 1), day(3, 1)}}, journal.Hours{}},
		"a few and evidence": {journal.Entry{Evidence: evidence, Diary: []journal.DiaryDay{day(1, 1), day(2, 1), day(3, 1)}}, *evidence},
		"four days":          {journal.Entry{Evidence: evidence, Diary: []journal.DiaryDay{day(1, 1), day(2, 2), day(3, 3), off}}, journal.Hours{Technical: 6, People: 6}},
		"days without work":  {journal.Entry{Diary: []journal.DiaryDay{{Day: 1}, {Day: 2}, {Day: 3}, {Day: 4}}}, journal.Hours{}},
	} {
		got, ok := test.e.Measured()
		if got != test.want || ok != (test.want != journal.Hours{}) {
			t.Errorf("%s: %+v, %v, want %+v", name, got, ok, test.want)
		}
	}
}

// TestMoveMeasured: the diary goes where the week goes. What calendars say of a week is
// true of no other one.
func TestMoveMeasured(t *testing.T) {
	from, to := mustWeek(t, "2026-W45"), mustWeek(t, "2026-W46")
	moved := journal.Entry{
		Week: from, Split: &journal.Split{People: 100}, Evidence: &journal.Hours{People: 30},
		Diary:   []journal.DiaryDay{{Day: 1, Hours: journal.Hours{People: 8}}, {Day: 2, Hours: journal.Hours{Both: 8}}},
		Moments: []journal.Moment{{ID: "m", Text: "Planned", Kind: "planning", Track: journal.People, Source: "4f1c"}},
	}
	there := journal.Entry{Week: to, Diary: []journal.DiaryDay{{Day: 2, Hours: journal.Hours{Technical: 1}}}}
	start := journal.Contents{ID: "j", Entries: []journal.Entry{moved, there}}
	j := open(t, start)
	j.must(j.MoveWeek(from, to))
	got, want := j.Entry(to), moved.Clone()
	want.Week, want.Evidence, want.Diary[1] = to, nil, there.Diary[0]
	if !got.Equal(want) {
		t.Errorf("the week is %+v, want %+v", got, want)
	}
	if trash := j.Trash(); len(trash) != 1 {
		t.Errorf("a day that did not fit is not in the trash: %+v", trash)
	}
	if _, err := j.Undo(); err != nil {
		t.Fatal(err)
	}
	j.holds(start)

	// A week that is deleted comes back with all of it, and retains what was written since.
	j.must(j.DeleteWeek(from))
	j.must(j.Save(journal.Entry{Week: from, Diary: []journal.DiaryDay{{Day: 5}}}))
	j.must(j.RestoreTrashed(j.Trash()[0].ID))
	want = moved.Clone()
	want.Diary = append(want.Diary, journal.DiaryDay{Day: 5})
	if got := j.Entry(from); !got.Equal(want) {
		t.Errorf("the week is %+v, want %+v", got, want)
	}
}
