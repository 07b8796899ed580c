package journal_test

import (
	"testing"

	"heliotrope/journal"
)

func TestIncludes(t *testing.T) {
	week := journal.WeekAt(2968)
	a := journal.Moment{ID: "a", Text: "A", Kind: "coding", Track: journal.Technical, Hours: 1}
	b, changed := a, a
	b.ID, changed.Hours = "b", 2
	traced := a
	traced.Source = "t"
	full := journal.Entry{
		Week: week, Split: &journal.Split{Technical: 100}, Moments: []journal.Moment{a, b},
		Evidence: &journal.Hours{People: 3}, Diary: []journal.DiaryDay{{Day: 1}, {Day: 3, Hours: journal.Hours{Both: 1}}},
		Answers: []journal.Answer{{Question: journal.Questions[0], Value: 1}}, Prompt: "Why?", Reflection: "Because.",
	}
	for name, test := range map[string]struct {
		part journal.Entry
		want bool
	}{
		"itself":                 {full, true},
		"nothing":                {journal.Entry{Week: week}, true},
		"a prompt alone":         {journal.Entry{Week: week, Prompt: "Who?"}, true},
		"one moment":             {journal.Entry{Week: week, Moments: []journal.Moment{b}}, true},
		"in another order":       {journal.Entry{Week: week, Moments: []journal.Moment{b, a}}, true},
		"a moment that differs":  {journal.Entry{Week: week, Moments: []journal.Moment{changed}}, false},
		"the split":              {journal.Entry{Week: week, Split: &journal.Split{Technical: 100}}, true},
		"another split":          {journal.Entry{Week: week, Split: &journal.Split{People: 100}}, false},
		"the evidence":           {journal.Entry{Week: week, Evidence: &journal.Hours{People: 3}}, true},
		"other evidence":         {journal.Entry{Week: week, Evidence: &journal.Hours{People: 4}}, false},
		"a day of the diary":     {journal.Entry{Week: week, Diary: full.Diary[1:]}, true},
		"another day":            {journal.Entry{Week: week, Diary: []journal.DiaryDay{{Day: 2}}}, false},
		"a day that differs":     {journal.Entry{Week: week, Diary: []journal.DiaryDay{{Day: 3}}}, false},
		"a moment of a trace":    {journal.Entry{Week: week, Moments: []journal.Moment{traced}}, false},
		"an answer":              {journal.Entry{Week: week, Answers: full.Answers}, true},
		"another answer":         {journal.Entry{Week: week, Answers: []journal.Answer{{Question: journal.Questions[0], Value: 2}}}, false},
		"another question":       {journal.Entry{Week: week, Answers: []journal.Answer{{Question: journal.Questions[1], Value: 1}}}, false},
		"the reflection":         {journal.Entry{Week: week, Prompt: "Why?", Reflection: "Because."}, true},
		"another reflection":     {journal.Entry{Week: week, Prompt: "Why?", Reflection: "Because"}, false},
		"under another question": {journal.Entry{Week: week, Prompt: "Who?", Reflection: "Because."}, false},
		"away":                   {journal.Entry{Week: week, Away: "ill"}, false},
		"another week":           {journal.Entry{Week: week.Add(1)}, false},
	} {
		if got := full.Includes(test.part); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
