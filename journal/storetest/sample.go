package storetest

import (
	"strings"
	"time"

	"heliotrope/journal"
)

// Sample returns a valid journal that uses every field, with values that are
// easily lost: offsets, parts of a second, zero values, empty and long text.
// It is the same every time; the golden file of package boltstore contains it.
func Sample() journal.Contents {
	paris := time.FixedZone("", 2*60*60)
	kathmandu := time.FixedZone("", 5*60*60+45*60)
	c := journal.Contents{
		ID: "sample-journal",
		Kinds: []journal.Kind{
			{ID: "zeta", Name: "Zeta, the first of the user's own", Track: journal.Both},
			{ID: "debugging", Track: journal.People},
			{ID: "alpha", Name: "α – 工作 🌻", Track: journal.Technical},
		},
		Events: []journal.Event{
			{ID: "start", Week: week("2025-W01"), Kind: journal.CompanyEvent, Title: "Acme", Role: journal.RoleSenior, CompanySize: "51-250"},
			{ID: "a", Week: week("2026-W18"), Kind: journal.RoleEvent, Role: journal.RoleTechLead},
			{ID: "b", Week: week("2026-W18"), Kind: journal.OtherEvent, Title: "Moved the <desk> & \"chair\""},
		},
		Briefs: []journal.Brief{{
			Try:  "A tech lead role,\nwith fewer reports 🌻",
			Gave: []journal.MomentRef{{Week: week("2026-W53"), ID: "m1"}, {Week: week("2026-W47"), ID: "m1"}}, Took: []journal.MomentRef{},
		}},
		Dismissed: []journal.Dismissal{{ID: "q1"}, {ID: strings.Repeat("é", journal.MaxSource/2)}},
		Entries: []journal.Entry{
			{Week: week("2020-W53"), Away: "leave"},
			{
				Week:     week("2026-W47"),
				Split:    &journal.Split{Technical: 40, Both: 12, People: 48},
				Evidence: &journal.Hours{Technical: 19.0 / 3, People: 12.25},
				Moments: []journal.Moment{
					{
						ID: "m1", Text: "Found the lock-order inversion\n\tat last", Kind: "debugging",
						Track: journal.Technical, Energy: journal.Energized, Hours: 6,
						Tags: []string{"checkout", "été"}, Chosen: true,
						Logged: time.Date(2026, 11, 20, 16, 10, 0, 123456789, paris),
					},
					{
						ID: "m2", Text: "1:1 with N.", Kind: "one-on-one", Track: journal.People,
						Energy: journal.Drained, Hours: 1.0 / 3, Private: true,
						Logged: time.Date(2026, 10, 25, 2, 30, 0, 0, kathmandu),
					},
					{ID: "m3", Text: "Zeta", Kind: "zeta", Track: journal.Both, Energy: journal.Neutral, Hours: 0.1},
				},
				Answers:    []journal.Answer{{Question: journal.Scale, Value: 1}, {Question: journal.Code}},
				Prompt:     "What would you take more of?",
				Reflection: "The hard part was asking.\n\nThe rest was easy.",
				Updated:    time.Date(2026, 11, 20, 16, 12, 0, 1, time.UTC),
			},
			{
				Week: week("2026-W53"), Split: &journal.Split{People: 100}, Updated: time.Date(2027, 1, 3, 23, 59, 59, 0, paris),
				Moments: []journal.Moment{{ID: "m1", Text: "Hours not said", Kind: "planning", Track: journal.People, Energy: journal.Energized, Source: "4f1c"}},
				Diary:   []journal.DiaryDay{{Day: 1, Hours: journal.Hours{Technical: 0.1, Both: 0.2, People: 7.0 / 3}}, {Day: 6}, {Day: 7, Hours: journal.Hours{Both: 24}}},
			},
		},
	}
	c.Sort()
	return c
}

// week parses a week that is known to be one.
func week(s string) journal.Week {
	w, err := journal.ParseWeek(s)
	if err != nil {
		panic(err)
	}
	return w
}

// SampleAside returns what may be next to the sample.
func SampleAside() journal.Aside { return AsideOf(Sample()) }

// AsideOf returns what may be next to a sample of any day: a draft and one item of
// every sort in the trash.
func AsideOf(sample journal.Contents) journal.Aside {
	at := time.Date(2026, 11, 21, 9, 0, 0, 0, time.FixedZone("", 60*60))
	aside := journal.Aside{
		Draft: &journal.Draft{
			ID: "d", Week: week("2026-W47"), Text: "Half a thou #checkout #ét 1,h", Private: true, Chosen: true,
		},
		Trash: []journal.Trashed{
			{ID: "t1", At: at, Week: sample.Entries[1].Week, Item: sample.Entries[1].Moments[0]},
			{ID: "t2", At: at.Add(time.Second), Week: sample.Events[0].Week, Item: sample.Events[0]},
			{ID: "t3", At: at.Add(time.Second), Week: sample.Entries[1].Week, Item: sample.Entries[1]},
		},
	}
	return aside.Clone()
}
