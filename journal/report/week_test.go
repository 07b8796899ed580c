package report_test

import (
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// The text of a week rescues what a disk does not take, so all that was written
// must be in it, and stay in its place.
func TestWeekMarkdownLeavesNothingOut(t *testing.T) {
	e := journal.Entry{
		Week: week("2026-W47"), Away: "sick", Split: &journal.Split{Technical: 55, Both: 15, People: 30},
		Evidence: &journal.Hours{Technical: 19.0 / 3, People: 12},
		Diary:    []journal.DiaryDay{{Day: 2, Hours: journal.Hours{Both: 7.5}}, {Day: 7}},
		Prompt:   "What would you do again?", Reflection: "First line.\n\n# no heading",
		Answers: []journal.Answer{{Question: journal.Questions[0], Value: -2}},
		Moments: []journal.Moment{
			{Text: "Found the leak\nafter lunch", Kind: "debugging", Track: journal.Technical, Energy: journal.Energized, Hours: 3.5, Chosen: true, Tags: []string{"checkout", "late night"}},
			{Text: "Salary talk", Kind: "lost", Track: journal.People, Energy: journal.Drained, Hours: 1, Private: true},
		},
	}
	for _, lang := range words.Languages {
		w := words.In(lang)
		text := report.WeekMarkdown(w, e, journal.BuiltInKinds())
		for _, want := range []string{
			w.Week(e.Week), w.Away("sick"), w.Percent(0.55), w.Percent(0.15), w.Percent(0.30),
			w.TrackHours(*e.Evidence), "\n\n" + w.Say("show.diary") + "\n\n- " + w.DiaryDay(e.Diary[0]) + "\n- " + w.DiaryDay(e.Diary[1]) + "\n",
			"- Found the leak\n  after lunch (", w.Energy(journal.Energized), w.Hours(3.5), w.Say("show.chosen"), `\#checkout`, `\#late night`,
			"- Salary talk (lost, " + w.Track(journal.People), w.Say("show.private"),
			w.Say("question." + string(journal.Questions[0]) + ".ask"), w.Signed(-2, 0),
			"## What would you do again?\n\n> First line.\n> \n> \\# no heading\n",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", lang, want, text)
			}
		}
		if empty := report.WeekMarkdown(w, journal.Entry{Week: e.Week}, nil); !strings.Contains(empty, w.Say("show.empty")) {
			t.Errorf("%s: an empty week is %q", lang, empty)
		}
	}
}
