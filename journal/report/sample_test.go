package report_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

var (
	start   = week("2026-W23")
	written = time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
)

// secret must never be in a report.
const secret = "PRIVATE-TEXT"

func week(text string) journal.Week {
	w, err := journal.ParseWeek(text)
	if err != nil {
		panic(err)
	}
	return w
}

// work is what the sample's weeks are made of. Its writer is paid for people
// work and lives on technical work.
var work = []struct {
	text, kind string
	track      journal.Track
	energy     journal.Energy
	hours      float64
}{
	{"Found the lock-order inversion behind the checkout stalls", "debugging", journal.Technical, 2, 6},
	{"Quarter planning, third round with no decision", "planning", journal.People, -2, 5},
	{"Coached Inès through her first design review", "coaching", journal.People, 1, 2},
	{"Wrote the design for idempotent refunds", "design", journal.Technical, 2, 8},
	{"One-on-ones back to back on Tuesday", "one-on-one", journal.People, -1, 4},
	{"Paired on the retry queue until it was boring", "pairing", journal.Both, 1, 3},
	{"Reviewed the migration, twice", "review", journal.Technical, 0, 2.5},
	{"Two interviews, one clear yes", "hiring", journal.People, 0, 3},
	{"Told Marc why the deadline moved", "conflict", journal.People, -2, 1},
	{"Traced a memory leak across three services", "debugging", journal.Technical, 1, 7},
	{"Explained the roadmap to sales", "stakeholders", journal.People, -1, 2},
}

// entries returns so many calendar weeks from start. Every ninth is not logged
// and every thirteenth is away.
func entries(weeks int) []journal.Entry {
	var all []journal.Entry
	for i := range weeks {
		e := journal.Entry{Week: start.Add(i)}
		switch {
		case i%9 == 7:
			continue
		case i%13 == 11:
			e.Away = "sick, " + secret
		default:
			people := 62 - 3*(i%5) - min(i, 20)
			e.Split = &journal.Split{Technical: 92 - people, Both: 8, People: people}
			for k := range 4 {
				m := work[(i*4+k*3)%len(work)]
				e.Moments = append(e.Moments, journal.Moment{
					ID: fmt.Sprintf("m%d-%d", i, k), Text: m.text, Kind: m.kind, Track: m.track, Energy: m.energy, Hours: m.hours,
				})
			}
			e.Moments[3].Private, e.Moments[3].Text = true, secret
			e.Answers = []journal.Answer{{Question: journal.QuestionFor(e.Week), Value: i%4 - 2}}
		}
		if i%6 == 0 {
			e.Prompt, e.Reflection = "What would you do again?", "The planning meeting wore me out.\nCoaching was the opposite."
		}
		all = append(all, e)
	}
	return all
}

func events() []journal.Event {
	return []journal.Event{
		{ID: "a", Week: start.Add(-40), Kind: journal.CompanyEvent, Title: "Joined the bank", Role: journal.RoleManager, CompanySize: "51-250"},
		{ID: "b", Week: start.Add(8), Kind: journal.RoleEvent, Title: "Back to IC: Staff engineer, payments", Role: journal.RoleStaff},
		{ID: "c", Week: start.Add(17), Kind: journal.LeaveEvent, Title: "Two weeks in Brittany"},
	}
}

// input returns the input for a report with every section on so many weeks.
func input(weeks int, lang words.Language) report.Input {
	all := entries(weeks)
	today := start.Add(max(weeks-1, 0))
	return report.Input{
		Result:  lean.Of(all, events(), lean.SpanOf(all, today)),
		Entries: all, Events: events(), Kinds: journal.BuiltInKinds(),
		Words: words.In(lang), Written: written, Options: report.Options{Sections: report.Sections},
	}
}

// briefOn returns the input for a brief on so many weeks.
func briefOn(weeks int, lang words.Language) report.Input {
	in := input(weeks, lang)
	in.Options.Sections = nil
	return in
}

func htmlOf(t testing.TB, in report.Input) string {
	t.Helper()
	var b strings.Builder
	if err := report.HTML(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// measured returns in with the figures of what it now contains.
func measured(in report.Input) report.Input {
	in.Result = lean.Of(in.Entries, in.Events, in.Result.Span)
	return in
}
