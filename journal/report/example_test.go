package report_test

import (
	"fmt"
	"strings"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// A small report: a name is masked and a private moment is not quoted. The
// Markdown comes with its charts.
func ExampleMarkdown() {
	week := journal.WeekOf(time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC))
	entries := []journal.Entry{{
		Week: week,
		Moments: []journal.Moment{
			{ID: "1", Text: "Found the leak with Marc", Kind: "debugging", Track: journal.Technical, Energy: journal.Energized, Hours: 3},
			{ID: "2", Text: "Salary talk", Kind: "one-on-one", Track: journal.People, Energy: journal.Drained, Hours: 1, Private: true},
		},
	}}
	files := report.Markdown("report.md", report.Input{
		Result:  lean.Of(entries, nil, lean.SpanOf(entries, week)),
		Entries: entries,
		Words:   words.In(words.English),
		Written: week.Sunday(),
		Options: report.Options{
			Sections: []report.Section{report.ChartsSection, report.MomentsSection},
			Redact:   report.Redaction{Names: []string{"Marc"}},
		},
	})
	for _, f := range files {
		fmt.Println(f.Path)
	}
	for line := range strings.Lines(string(files[0].Content)) {
		if strings.HasPrefix(line, "> ") {
			fmt.Print(line)
		}
	}
	fmt.Println("private moment quoted:", strings.Contains(string(files[0].Content), "Salary"))
	// Output:
	// report.md
	// report-dials.svg
	// report-year.svg
	// > Found the leak with \[…\]
	// private moment quoted: false
}
