package report_test

import (
	"regexp"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// Hours that were not said are shown for no moment, and a sum tells how many it is
// of.
func TestHoursNotSaid(t *testing.T) {
	in := input(26, words.English)
	said, all := 0, 0
	for i := range in.Entries {
		for j := range in.Entries[i].Moments {
			if all++; j == 0 {
				said++
			} else {
				in.Entries[i].Moments[j].Hours = 0
			}
		}
	}
	in = measured(in)
	page := htmlOf(t, in)
	if want := regexp.MustCompile(`<dd><bdi>84 · [\d.]+\x{a0}h logged for 21 of them</bdi></dd>`); said != 21 || all != 84 || !want.MatchString(page) {
		t.Errorf("%d of %d moments have hours, and the page has no %s", said, all, want)
	}
	for i := range in.Entries {
		for j := range in.Entries[i].Moments {
			in.Entries[i].Moments[j].Hours = 0
		}
	}
	in = measured(in)
	page = htmlOf(t, in)
	if !strings.Contains(page, "<dd><bdi>84</bdi></dd>") {
		t.Error("the page does not have the count of moments alone")
	}
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
