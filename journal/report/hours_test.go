package report_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// Hours that were not said are shown for no moment, and a sum is of those that were.
func TestHoursNotSaid(t *testing.T) {
	in := input(26, words.English)
	for _, said := range []int{1, 0} { // of the moments of each week
		for i := range in.Entries {
			for j := range in.Entries[i].Moments[min(said, len(in.Entries[i].Moments)):] {
				in.Entries[i].Moments[said+j].Hours = 0
			}
		}
		in = measured(in)
		text := string(report.Markdown("talk.md", in)[0].Content)
		for _, e := range in.Entries {
			if e.Away != "" || len(e.Moments) == 0 {
				continue
			}
			sum := ""
			if said == 1 {
				sum = in.Words.Decimal(e.Moments[0].Hours)
			}
			if row := regexp.MustCompile(fmt.Sprintf(`(?m)^\| %v .* \| 4 \| %s \|$`, e.Week, regexp.QuoteMeta(sum))); !row.MatchString(text) {
				t.Errorf("with hours of %d moments, the table has no %s", said, row)
			}
		}
	}
	page := htmlOf(t, in)
	for _, quote := range regexp.MustCompile(`<small>.*</small>`).FindAllString(page, -1) {
		if regexp.MustCompile(`\x{a0}h\b| · +·`).MatchString(quote) {
			t.Errorf("a moment is quoted with %s", quote)
		}
	}
	text := report.WeekMarkdown(in.Words, journal.Entry{Week: start, Moments: []journal.Moment{
		{Text: "Unmeasured", Kind: "glue", Track: journal.Both, Energy: journal.Energized, Tags: []string{"a"}}}}, in.Kinds)
	if !strings.Contains(text, "- Unmeasured (Glue work, tech lead, energized, \\#a)\n") {
		t.Errorf("the week is\n%s", text)
	}
}
