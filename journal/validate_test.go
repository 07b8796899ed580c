package journal_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"strconv"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// broken is a valid journal with one thing wrong, and how that is told.
type broken struct {
	field string
	rule  journal.Rule
	spoil func(*journal.Contents)
}

// The entry and the moment of the sample journal that are broken below.
func entry(c *journal.Contents) *journal.Entry   { return &c.Entries[1] }
func moment(c *journal.Contents) *journal.Moment { return &c.Entries[1].Moments[0] }

var brokenJournals = []broken{
	{"id", journal.RuleID, func(c *journal.Contents) { c.ID = "" }},
	{"id", journal.RuleID, func(c *journal.Contents) { c.ID = "two words" }},
	{"kinds[0].id", journal.RuleID, func(c *journal.Contents) { c.Kinds[0].ID = "" }},
	{"kinds[0].track", journal.RuleTrack, func(c *journal.Contents) { c.Kinds[0].Track = "sideways" }},
	{"kinds[0].name", journal.RuleRequired, func(c *journal.Contents) { c.Kinds[0].Name = "" }},
	{"kinds[0].name", journal.RuleLength, func(c *journal.Contents) { c.Kinds[0].Name = strings.Repeat("x", journal.MaxName+1) }},
	{"kinds[0].name", journal.RuleText, func(c *journal.Contents) { c.Kinds[0].Name = "a\x1b" }},
	{"kinds[2].id", journal.RuleUnique, func(c *journal.Contents) { c.Kinds[2].ID = c.Kinds[0].ID }},
	{"events[1].id", journal.RuleID, func(c *journal.Contents) { c.Events[1].ID = strings.Repeat("x", 101) }},
	{"events[1].week", journal.RuleWeek, func(c *journal.Contents) { c.Events[1].Week = journal.Week{} }},
	{"events[1].week", journal.RuleWeek, func(c *journal.Contents) { c.Events[1].Week = journal.WeekAt(0).Add(-100 * 53) }},
	{"events[1].kind", journal.RuleEventKind, func(c *journal.Contents) { c.Events[1].Kind = "party" }},
	{"events[1].role", journal.RuleRole, func(c *journal.Contents) { c.Events[1].Role = "king" }},
	{"events[2].title", journal.RuleRequired, func(c *journal.Contents) { c.Events[2].Title = "" }},
	{"events[2].title", journal.RuleLength, func(c *journal.Contents) { c.Events[2].Title = strings.Repeat("x", journal.MaxTitle+1) }},
	{"events[2].title", journal.RuleText, func(c *journal.Contents) { c.Events[2].Title = "a\x00" }},
	{"events[0].companySize", journal.RuleLength, func(c *journal.Contents) { c.Events[0].CompanySize = strings.Repeat("9", journal.MaxName+1) }},
	{"events[2].id", journal.RuleUnique, func(c *journal.Contents) { c.Events[2].ID = c.Events[0].ID }},
	{"dismissed[0].id", journal.RuleID, func(c *journal.Contents) { c.Dismissed[0].ID = "" }},
	{"dismissed[0].id", journal.RuleID, func(c *journal.Contents) { c.Dismissed[0].ID = strings.Repeat("x", journal.MaxSource+1) }},
	{"dismissed[1].id", journal.RuleUnique, func(c *journal.Contents) { c.Dismissed[1] = c.Dismissed[0] }},
	{"entries[1].week", journal.RuleWeek, func(c *journal.Contents) { entry(c).Week = journal.Week{} }},
	{"entries[2].week", journal.RuleUnique, func(c *journal.Contents) { c.Entries[2].Week = entry(c).Week }},
	{"entries[1].away", journal.RuleLength, func(c *journal.Contents) { entry(c).Away = strings.Repeat("x", journal.MaxName+1) }},
	{"entries[1].away", journal.RuleText, func(c *journal.Contents) { entry(c).Away = "sick\u0085" }},
	{"entries[1].split", journal.RuleSplit, func(c *journal.Contents) { entry(c).Split = &journal.Split{Technical: 99} }},
	{"entries[1].split", journal.RuleSplit, func(c *journal.Contents) { entry(c).Split = &journal.Split{Technical: 101, People: -1} }},
	{"entries[1].split", journal.RuleSplit, func(c *journal.Contents) {
		entry(c).Split = &journal.Split{Technical: 1 << 62, Both: 1 << 62, People: 1<<63 - 1}
	}},
	{"entries[1].evidence", journal.RuleHours, func(c *journal.Contents) { entry(c).Evidence = &journal.Hours{} }},
	{"entries[1].evidence", journal.RuleHours, func(c *journal.Contents) { entry(c).Evidence.Both = math.Copysign(0, -1) }},
	{"entries[1].evidence", journal.RuleHours, func(c *journal.Contents) { entry(c).Evidence.Technical = math.NaN() }},
	{"entries[1].evidence", journal.RuleHours, func(c *journal.Contents) { entry(c).Evidence = &journal.Hours{Technical: 200, People: -100} }},
	{"entries[1].evidence", journal.RuleHours, func(c *journal.Contents) { entry(c).Evidence = &journal.Hours{Technical: 100, People: 69} }},
	{"entries[2].diary[0].day", journal.RuleDay, func(c *journal.Contents) { c.Entries[2].Diary[0].Day = 0 }},
	{"entries[2].diary[2].day", journal.RuleDay, func(c *journal.Contents) { c.Entries[2].Diary[2].Day = 8 }},
	{"entries[2].diary[1].day", journal.RuleUnique, func(c *journal.Contents) { c.Entries[2].Diary[1].Day = 1 }},
	{"entries[2].diary[1].day", journal.RuleUnique, func(c *journal.Contents) { c.Entries[2].Diary[0].Day = 7 }},
	{"entries[2].diary[2]", journal.RuleDayHours, func(c *journal.Contents) { c.Entries[2].Diary[2].Hours.People = 0.1 }},
	{"entries[2].diary[1]", journal.RuleDayHours, func(c *journal.Contents) { c.Entries[2].Diary[1].Hours.People = -0.1 }},
	{"entries[1].moments", journal.RuleCount, func(c *journal.Contents) { entry(c).Moments = make([]journal.Moment, journal.MaxMoments+1) }},
	{"entries[1].moments[0].id", journal.RuleID, func(c *journal.Contents) { moment(c).ID = "tab\there" }},
	{"entries[1].moments[0].id", journal.RuleID, func(c *journal.Contents) { moment(c).ID = "\u200b" }},
	{"entries[1].moments[0].id", journal.RuleID, func(c *journal.Contents) { moment(c).ID = "\xff" }},
	{"entries[1].moments[1].id", journal.RuleUnique, func(c *journal.Contents) { entry(c).Moments[1].ID = moment(c).ID }},
	{"entries[1].moments[0].text", journal.RuleRequired, func(c *journal.Contents) { moment(c).Text = "" }},
	{"entries[1].moments[0].text", journal.RuleRequired, func(c *journal.Contents) { moment(c).Text = " \n\t\u200b\ufeff" }},
	{"entries[1].moments[0].text", journal.RuleLength, func(c *journal.Contents) { moment(c).Text = strings.Repeat("x", journal.MaxMoment+1) }},
	{"entries[1].moments[0].text", journal.RuleText, func(c *journal.Contents) { moment(c).Text = "a\r\nb" }},
	{"entries[1].moments[0].text", journal.RuleText, func(c *journal.Contents) { moment(c).Text = "a\xffb" }},
	{"entries[1].moments[0].kind", journal.RuleKind, func(c *journal.Contents) { moment(c).Kind = "" }},
	{"entries[1].moments[0].kind", journal.RuleKind, func(c *journal.Contents) { moment(c).Kind = "undeclared" }},
	{"entries[1].moments[0].track", journal.RuleTrack, func(c *journal.Contents) { moment(c).Track = "" }},
	{"entries[1].moments[0].energy", journal.RuleEnergy, func(c *journal.Contents) { moment(c).Energy = 3 }},
	{"entries[1].moments[0].energy", journal.RuleEnergy, func(c *journal.Contents) { moment(c).Energy = -3 }},
	{"entries[1].moments[0].hours", journal.RuleHours, func(c *journal.Contents) { moment(c).Hours = math.Copysign(0, -1) }},
	{"entries[1].moments[0].hours", journal.RuleHours, func(c *journal.Contents) { moment(c).Hours = -1 }},
	{"entries[1].moments[0].hours", journal.RuleHours, func(c *journal.Contents) { moment(c).Hours = 168.1 }},
	{"entries[1].moments[0].hours", journal.RuleHours, func(c *journal.Contents) { moment(c).Hours = math.NaN() }},
	{"entries[1].moments[0].hours", journal.RuleHours, func(c *journal.Contents) { moment(c).Hours = math.Inf(1) }},
	{"entries[1].moments[0].tags", journal.RuleCount, func(c *journal.Contents) { moment(c).Tags = make([]string, journal.MaxTags+1) }},
	{"entries[1].moments[0].tags[1]", journal.RuleRequired, func(c *journal.Contents) { moment(c).Tags[1] = " " }},
	{"entries[1].moments[0].tags[1]", journal.RuleUnique, func(c *journal.Contents) { moment(c).Tags[1] = moment(c).Tags[0] }},
	{"entries[1].moments[0].tags[1]", journal.RuleLength, func(c *journal.Contents) { moment(c).Tags[1] = strings.Repeat("x", journal.MaxName+1) }},
	{"entries[1].moments[0].tags[1]", journal.RuleText, func(c *journal.Contents) { moment(c).Tags[1] = "a\x7f" }},
	{"entries[1].moments[0].source", journal.RuleID, func(c *journal.Contents) { moment(c).Source = "two words" }},
	{"entries[1].moments[0].source", journal.RuleID, func(c *journal.Contents) { moment(c).Source = strings.Repeat("x", journal.MaxSource+1) }},
	{"entries[1].answers[0].question", journal.RuleQuestion, func(c *journal.Contents) { entry(c).Answers[0].Question = "why" }},
	{"entries[1].answers[0].value", journal.RuleAnswer, func(c *journal.Contents) { entry(c).Answers[0].Value = 3 }},
	{"entries[1].answers[0].value", journal.RuleAnswer, func(c *journal.Contents) { entry(c).Answers[0].Value = -3 }},
	{"entries[1].answers[1].question", journal.RuleUnique, func(c *journal.Contents) { entry(c).Answers[1].Question = entry(c).Answers[0].Question }},
	{"entries[1].prompt", journal.RuleLength, func(c *journal.Contents) { entry(c).Prompt = strings.Repeat("x", journal.MaxTitle+1) }},
	{"entries[1].reflection", journal.RuleLength, func(c *journal.Contents) { entry(c).Reflection = strings.Repeat("x", journal.MaxReflection+1) }},
	{"entries[1].reflection", journal.RuleText, func(c *journal.Contents) { entry(c).Reflection = "a\x00" }},
}

func TestValidate(t *testing.T) {
	if err := storetest.Sample().Validate(); err != nil {
		t.Fatalf("the sample is not valid: %v", err)
	}
	for _, b := range brokenJournals {
		c := storetest.Sample()
		b.spoil(&c)
		var invalid *journal.InvalidError
		if err := c.Validate(); !errors.As(err, &invalid) || invalid.Field != b.field || invalid.Rule != b.rule {
			t.Errorf("got %q, want %q", err, b.field+" "+string(b.rule))
		}
	}
}

// TestEveryRuleIsTested reads the rules from the source, so that none can be
// added without a journal that breaks it.
func TestEveryRuleIsTested(t *testing.T) {
	tested := make(map[string]bool)
	for _, b := range brokenJournals {
		tested[string(b.rule)] = true
	}
	rules := rulesIn(t, "errors.go")
	if len(rules) < 10 {
		t.Fatalf("found only %d rules", len(rules))
	}
	for name, text := range rules {
		if !tested[text] {
			t.Errorf("no journal breaks %s", name)
		}
	}
}

// rulesIn returns the constants of type Rule in a file, by name.
func rulesIn(t *testing.T, path string) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	rules := make(map[string]string)
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || fmt.Sprint(spec.Type) != "Rule" {
			return true
		}
		text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		rules[spec.Names[0].Name] = text
		return true
	})
	return rules
}

// TestLimits: what is exactly as long as allowed, or empty where that is
// allowed, is accepted.
func TestLimits(t *testing.T) {
	c := storetest.Sample()
	m := moment(&c)
	m.Text = strings.Repeat("é", journal.MaxMoment/2)
	m.ID = strings.Repeat("x", 100)
	m.Hours = journal.MaxHours
	m.Tags = nil
	for i := range journal.MaxTags {
		m.Tags = append(m.Tags, strings.Repeat("t", journal.MaxName-2)+fmt.Sprintf("%02d", i))
	}
	e := entry(&c)
	e.Moments[1].Hours = 0 // not said
	e.Reflection = strings.Repeat("\n", journal.MaxReflection)
	e.Prompt = ""
	e.Away = strings.Repeat("x", journal.MaxName)
	for i := len(e.Moments); i < journal.MaxMoments; i++ {
		e.Moments = append(e.Moments, journal.Moment{ID: strconv.Itoa(i), Text: "t", Kind: "coding", Track: journal.Both, Hours: 0.01})
	}
	e.Split = &journal.Split{Both: 100}
	e.Evidence = &journal.Hours{People: journal.MaxHours}
	e.Diary = []journal.DiaryDay{{Day: 7, Hours: journal.Hours{Technical: journal.MaxDayHours}}}
	m.Source = strings.Repeat("x", journal.MaxSource)
	c.Kinds[0].Name = "" // as an untouched built-in kind may
	c.Kinds[0].ID = "review"
	e.Moments[2].Kind = "review"
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
}

// TestInvalidErrorIsPrivate: errors end up in logs.
func TestInvalidErrorIsPrivate(t *testing.T) {
	const secret = "s3cret\x00"
	c := storetest.Sample()
	moment(&c).Text = secret
	err := c.Validate()
	if err == nil || strings.Contains(err.Error(), "s3cret") {
		t.Errorf("the error is %v", err)
	}
	if said := fmt.Sprintf("%v %+v", c, c); strings.Contains(said, "s3cret") {
		t.Errorf("a journal prints as %s", said)
	}
}
