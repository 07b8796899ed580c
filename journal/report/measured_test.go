package report_test

import (
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// TestMeasuredTable: the weeks with a split and measured hours are listed, with both.
func TestMeasuredTable(t *testing.T) {
	in := input(8, words.English)
	in.Options.Sections = []report.Section{report.TablesSection}
	tables := func() string { return string(report.Markdown("talk.md", in)[0].Content) }
	const caption = "The split and what was measured"
	in.Entries[0].Split, in.Entries[0].Evidence = nil, &journal.Hours{People: 1}
	if strings.Contains(tables(), caption) {
		t.Error("there is a table of nothing")
	}
	in.Entries[1].Split = &journal.Split{Technical: 60, Both: 10, People: 30}
	in.Entries[1].Evidence = &journal.Hours{Technical: 20, People: 19.96}
	in.Entries[2].Split = &journal.Split{Technical: 70, People: 30}
	for day := range 4 {
		in.Entries[2].SetDiary(journal.DiaryDay{Day: day + 1, Hours: journal.Hours{Technical: 4, Both: 2, People: 2}})
	}
	text := tables()
	_, text, _ = strings.Cut(text, caption)
	text, _, _ = strings.Cut(text, "### ")
	for _, row := range []string{
		"| Week | Split, technical | Split, tech lead | Split, people | Measured, technical | Measured, tech lead | Measured, people | Hours |",
		"| " + in.Entries[1].Week.String() + " | 60% | 10% | 30% | 50% | 0% | 50% | 40.0 |",
		"| " + in.Entries[2].Week.String() + " | 70% | 0% | 30% | 50% | 25% | 25% | 32.0 |",
	} {
		if !strings.Contains(text, row+"\n") {
			t.Errorf("no %s in %s", row, text)
		}
	}
	if n := strings.Count(text, "\n| "); n != 4 {
		t.Errorf("%d lines in %s", n, text)
	}
}
