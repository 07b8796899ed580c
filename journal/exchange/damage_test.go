package exchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
)

// damage is one edit to testdata/v1.json and what Read says of it. The mark §
// in the edit stands where the error must point and is not part of the file.
type damage struct {
	name     string
	old, new string // the first old becomes new; an empty old is the whole file
	want     string // the message behind the place
}

// The fields that most of the damage is done to.
const (
	moment0 = "entries[0].moments[0]"
	long    = "loooooooooooooooooooooooooooooooooooooooooong"
)

var syntaxDamage = []damage{
	{"empty file", "", "§", "the file is empty"},
	{"blank file", "", "§ \n\t\r\n ", "the file is empty"},
	{"only a byte order mark", "", "\ufeff§", "the file is empty"},
	{"not JSON", "", "§week,text\n2026-W47,x\n", "the file is not valid JSON"},
	{"null bytes", "", "§\x00\x00\x00", "the file is not valid JSON"},
	{"UTF-16", "", "§\xff\xfe{\x00}\x00", "the file is not valid UTF-8"},
	{"invalid UTF-8", "Zanzibar: found", "Zanzibar é §\xe9 found", "the file is not valid UTF-8"},
	{"cut in a list", `"energy": 2,`, "§<cut>", moment0 + " is cut short"},
	{"cut in a text", "found the lock", "§<cut>", moment0 + ".text is cut short"},
	{"cut before the end", "\n  ]\n}\n", "\n  ]§", "the file is cut short"},
	{"a second value", "\n  ]\n}\n", "\n  ]\n}\n\n§{}", "the file goes on after its end"},
	{"a comma behind", "\n  ]\n}\n", "\n  ]\n} §,\n", "the file goes on after its end"},
	{"null bytes behind", "\n  ]\n}\n", "\n  ]\n}\n§\x00\x00", "the file goes on after its end"},
	{"missing comma", `"energy": 2,
          "hours"`, `"energy": 2
          §"hours"`, moment0 + " is not valid JSON"},
	{"trailing comma", `"value": 1`, `"value": 1§,`, "entries[0].answers[0] is not valid JSON"},
	{"single quotes", `"journal-1"`, `§'journal-1'`, "id is not valid JSON"},
	{"comment", `"value": 1`, `§// Zanzibar`, "entries[0].answers[0] is not valid JSON"},
	{"NaN", `"hours": 6`, `"hours": §NaN`, moment0 + ".hours is not valid JSON"},
	{"infinity", `"hours": 6`, `"hours": -§Infinity`, moment0 + ".hours is not valid JSON"},
	{"leading zero", `"hours": 6`, `"hours": 0§6`, moment0 + " is not valid JSON"},
	{"raw control character", "Zanzibar: found", "Zanzibar§\x01", moment0 + ".text is not valid JSON"},
	{"bad escape", "Zanzibar: found", `Zanzibar§\q`, moment0 + ".text is not valid JSON"},
	{"lone high surrogate", "Zanzibar: found", `Zanzibar§\ud800 found`,
		moment0 + ".text contains half a character (a lone surrogate)"},
	{"lone low surrogate", "Zanzibar: found", `Zanzibar§\uDC00`,
		moment0 + ".text contains half a character (a lone surrogate)"},
	{"surrogate before a letter", "Zanzibar: found", `Zanzibar§\ud83d\u0041`,
		moment0 + ".text contains half a character (a lone surrogate)"},
	{"cut in the escape of a surrogate", "Zanzibar: found", `Zanzibar§\ud8<cut>`, moment0 + ".text is cut short"},
	{"short escape at the end", "Zanzibar: found", `Zanzibar§\ud8"<cut>`, moment0 + ".text is not valid JSON"},
	{"nested too deep", `"journal-1"`, strings.Repeat("[", 31) + "§[" + strings.Repeat("]", 32),
		"id" + strings.Repeat("[0]", 31) + " is nested too deep"},
	{"nested very deep", "", strings.Repeat("[", 32) + "§" + strings.Repeat("[", 20_000),
		strings.Repeat("[0]", 32) + " is nested too deep"},
}

var shapeDamage = []damage{
	{"a list", "", "§[]", "the file must be an object"},
	{"a number", "", "§1", "the file must be an object"},
	{"an object of something else", "", `§{"version": "1.0.0"}`, "format is missing"},
	{"another format", `"heliotrope-journal"`, `§"day-one"`, "format does not name a Heliotrope journal"},
	{"format of another type", `"heliotrope-journal"`, `§1`, "format must be text"},
	{"no version", `{
  "format": "heliotrope-journal",
  "version": 1,`, `§{
  "format": "heliotrope-journal",`, "version is missing"},
	{"newer version", `"version": 1`, `"version": §2, "mood": "Zanzibar"`,
		"version was written by a newer version of Heliotrope"},
	{"version 0", `"version": 1`, `"version": §0`, "version must be 1"},
	{"negative version", `"version": 1`, `"version": §-1`, "version must be 1"},
	{"version as text", `"version": 1`, `"version": §"1"`, "version must be a whole number"},
	{"version as a fraction", `"version": 1`, `"version": §1.0`, "version must be a whole number"},
	{"huge version", `"version": 1`, `"version": §99999999999999999999`, "version is too large a number"},
	{"format twice", `"version": 1`, `"version": 1, §"format": "heliotrope-journal"`, "format appears twice"},
	{"repeated name", `"energy": 2`, `"energy": 2, §"energy": 1`, moment0 + ".energy appears twice"},
	{"repeated name, escaped", `"energy": 2`, `"energy": 2, §"\u0065nergy": 1`, moment0 + ".energy appears twice"},
	{"unknown field", `"energy": 2`, `§"mood": "Zanzibar", "energy": 2`,
		moment0 + ".mood is not a field of this format"},
	{"unknown field at the top", `"id": "journal-1"`, `"id": "journal-1", §"name": ""`,
		"name is not a field of this format"},
	{"unknown field that is no name", `"energy": 2`, `"energy": 2, §"Zanzibar, the": 1`,
		moment0 + ".… is not a field of this format"},
	{"unknown field with a long name", `"energy": 2`, `"energy": 2, §"` + long + `": 1`,
		moment0 + ".… is not a field of this format"},
	{"other capital letters", `"text"`, `§"Text"`, moment0 + ".Text is written in other capital letters"},
	{"text for a number", `"energy": 2`, `"energy": §"2"`, moment0 + ".energy must be a whole number"},
	{"null for a number", `"energy": 2`, `"energy": §null`, moment0 + ".energy must be a whole number"},
	{"null for a required text", `"text": "Zanzibar, told the team about the freeze"`, `"text": §null`,
		"entries[0].moments[1].text must be text"},
	{"null for a text", `"prompt": "What would you want more of next week?"`, `"prompt": §null`,
		"entries[0].prompt must be text"},
	{"null for a list", `"tags": []`, `"tags": §null`, "entries[0].moments[1].tags must be a list"},
	{"null for a time", `"2026-11-13T16:12:00Z"`, `§null`, "entries[0].moments[1].logged must be text"},
	{"null for an object", `"moments": []`, `"moments": [§null]`, "entries[1].moments[0] must be an object"},
	{"fraction for a whole number", `"energy": 2`, `"energy": §1.5`, moment0 + ".energy must be a whole number"},
	{"exponent for a whole number", `"energy": 2`, `"energy": §2e0`, moment0 + ".energy must be a whole number"},
	{"text for hours", `"hours": 6`, `"hours": §"3,5"`, moment0 + ".hours must be a number"},
	{"bool for text", `"away": "sick"`, `"away": §false`, "entries[1].away must be text"},
	{"number for bool", `"private": true`, `"private": §1`, "entries[0].moments[1].private must be true or false"},
	{"text for bool", `"chosen": true`, `"chosen": §"true"`, moment0 + ".chosen must be true or false"},
	{"object for a list", `"tags": []`, `"tags": §{}`, "entries[0].moments[1].tags must be a list"},
	{"text for an object", `"moments": []`, `"moments": [§"Zanzibar"]`, "entries[1].moments[0] must be an object"},
	{"list for an object", `"split": {`, `"split": §[], "away": {`, "entries[0].split must be an object"},
	{"number for a week", `"2026-W46"`, `§202646`, "entries[0].week must be text"},
	{"number too large", `"hours": 6`, `"hours": §1e400`, moment0 + ".hours is too large a number"},
	{"whole number too large", `"energy": 2`, `"energy": §-99999999999999999999`,
		moment0 + ".energy is too large a number"},
	{"missing id", `{
  "format": "heliotrope-journal",
  "version": 1,
  "id": "journal-1",`, `§{
  "format": "heliotrope-journal",
  "version": 1,`, "id is missing"},
	{"missing week", `{
      "week": "2026-W47",`, `§{`, "entries[1].week is missing"},
	{"missing energy and hours", `{
          "id": "m2",`, `§{"id": "m3", "text": "x", "kind": "review"}, {
          "id": "m2",`, "entries[0].moments[1].energy is missing"},
	{"missing value", `{
          "question": "scale",
          "value": 1`, `§{
          "question": "scale"`, "entries[0].answers[0].value is missing"},
	{"missing track of a kind", `{
      "id": "review",
      "name": "",
      "track": "both"`, `§{
      "id": "review"`, "kinds[1].track is missing"},
	{"missing kind of an event", `{
      "id": "e2",
      "week": "2026-W18",
      "kind": "leave",`, `§{
      "id": "e2",
      "week": "2026-W18",`, "events[1].kind is missing"},
	{"too many answers", `"answers": []`,
		`"answers": [` + strings.Repeat(`{"question": "scale", "value": 1},`, 10) + `§{}]`,
		"entries[1].answers[10] is one item too many"},
	{"too many tags", `"tags": []`, `"tags": [` + strings.Repeat(`"x",`, 30) + `§"x"]`,
		"entries[0].moments[1].tags[30] is one item too many"},
}

var ruleDamage = []damage{
	{"week 53 of a year of 52", `"2026-W46"`, `§"2025-W53"`, "entries[0].week " + rule(journal.RuleWeek)},
	{"week 54", `"2026-W46"`, `§"2026-W54"`, "entries[0].week " + rule(journal.RuleWeek)},
	{"week 0", `"2026-W46"`, `§"2026-W00"`, "entries[0].week " + rule(journal.RuleWeek)},
	{"year 0", `"2026-W46"`, `§"0000-W01"`, "entries[0].week " + rule(journal.RuleWeek)},
	{"year 2201", `"2026-W46"`, `§"2201-W01"`, "entries[0].week " + rule(journal.RuleWeek)},
	{"year 10000", `"2026-W46"`, `§"10000-W01"`, "entries[0].week " + rule(journal.RuleWeek)},
	{"time in the year 10000", `"2026-11-13T16:12:00Z"`, `§"10000-01-01T00:00:00Z"`,
		"entries[0].moments[1].logged " + string(exchange.ProblemTime)},
	{"year 1899", `"2026-W46"`, `§"1899-W01"`, "entries[0].week " + rule(journal.RuleWeek)},
	{"week without its W", `"2026-W46"`, `§"2026-47"`, "entries[0].week " + rule(journal.RuleWeek)},
	{"week of an event", `"2026-W18"`, `§"2026-18"`, "events[1].week " + rule(journal.RuleWeek)},
	{"week twice", `"2026-W47"`, `§"2026-W46"`, "entries[1].week " + rule(journal.RuleUnique)},
	{"moment twice", `"m2"`, `§"m1"`, "entries[0].moments[1].id " + rule(journal.RuleUnique)},
	{"event twice", `"e2"`, `§"e1"`, "events[1].id " + rule(journal.RuleUnique)},
	{"kind twice", `"id": "review",
      "name": ""`, `"id": §"mentoring-circle",
      "name": "x"`, "kinds[1].id " + rule(journal.RuleUnique)},
	{"empty id", `"journal-1"`, `§""`, "id " + rule(journal.RuleID)},
	{"id with a space", `"m1"`, `§"m 1"`, moment0 + ".id " + rule(journal.RuleID)},
	{"unknown kind", `"debugging"`, `§"Zanzibar"`, moment0 + ".kind " + rule(journal.RuleKind)},
	{"unknown kind and no track", `"kind": "debugging",
          "track": "technical"`, `"kind": §"Zanzibar"`, moment0 + ".kind " + rule(journal.RuleKind)},
	{"unknown track", `"technical",`, `§"Zanzibar",`, moment0 + ".track " + rule(journal.RuleTrack)},
	{"empty track", `"technical",`, `§"",`, moment0 + ".track " + rule(journal.RuleTrack)},
	{"unknown question", `"scale"`, `§"pay"`, "entries[0].answers[0].question " + rule(journal.RuleQuestion)},
	{"unknown role", `"tech-lead"`, `§"ninja"`, "events[0].role " + rule(journal.RuleRole)},
	{"unknown kind of event", `"leave"`, `§"party"`, "events[1].kind " + rule(journal.RuleEventKind)},
	{"event without title or role", `{
      "id": "e2",
      "week": "2026-W18",
      "kind": "leave",
      "title": "Parental leave"`, `§{
      "id": "e2",
      "week": "2026-W18",
      "kind": "leave"`, "events[1].title " + rule(journal.RuleRequired)},
	{"energy 3", `"energy": 2`, `"energy": §3`, moment0 + ".energy " + rule(journal.RuleEnergy)},
	{"energy -3", `"energy": 2`, `"energy": §-3`, moment0 + ".energy " + rule(journal.RuleEnergy)},
	{"no hours", `"hours": 6`, `"hours": §0`, moment0 + ".hours " + rule(journal.RuleHours)},
	{"negative zero hours", `"hours": 6`, `"hours": §-0.0`, moment0 + ".hours " + rule(journal.RuleHours)},
	{"hours too small to tell from none", `"hours": 6`, `"hours": §1e-400`,
		moment0 + ".hours " + rule(journal.RuleHours)},
	{"negative hours", `"hours": 6`, `"hours": §-1`, moment0 + ".hours " + rule(journal.RuleHours)},
	{"169 hours", `"hours": 6`, `"hours": §169`, moment0 + ".hours " + rule(journal.RuleHours)},
	{"split of 101", `{
        "technical": 40`, `§{
        "technical": 41`, "entries[0].split " + rule(journal.RuleSplit)},
	{"negative split", `{
        "technical": 40,
        "both": 12,`, `§{
        "technical": 64,
        "both": -12,`, "entries[0].split " + rule(journal.RuleSplit)},
	{"split with a fraction", `"both": 12`, `"both": §12.5`, "entries[0].split.both must be a whole number"},
	{"split with a null", `"both": 12`, `"both": §null`, "entries[0].split.both must be a whole number"},
	{"answer 3", `"value": 1`, `"value": §3`, "entries[0].answers[0].value " + rule(journal.RuleAnswer)},
	{"answer -3", `"value": 1`, `"value": §-3`, "entries[0].answers[0].value " + rule(journal.RuleAnswer)},
	{"question answered twice", `"growth"`, `§"scale"`,
		"entries[0].answers[1].question " + rule(journal.RuleUnique)},
	{"month 13", `"2026-11-13T17:00:00-09:30"`, `§"2026-13-01T17:00:00Z"`, "entries[0].updated " + string(exchange.ProblemTime)},
	{"30 February", `"2026-11-13T17:00:00-09:30"`, `§"2026-02-30T17:00:00Z"`, "entries[0].updated " + string(exchange.ProblemTime)},
	{"24 o'clock", `"2026-11-13T17:00:00-09:30"`, `§"2026-11-13T24:00:00Z"`, "entries[0].updated " + string(exchange.ProblemTime)},
	{"leap second", `"2026-11-13T17:00:00-09:30"`, `§"2026-11-13T23:59:60Z"`, "entries[0].updated " + string(exchange.ProblemTime)},
	{"time without offset", `"2026-11-13T16:12:00Z"`, `§"2026-11-13T16:12:00"`,
		"entries[0].moments[1].logged " + string(exchange.ProblemTime)},
	{"time with a comma", `"2026-11-13T16:12:00Z"`, `§"2026-11-13T16:12:00,5Z"`,
		"entries[0].moments[1].logged " + string(exchange.ProblemTime)},
	{"time without a leading zero", `"2026-11-13T16:12:00Z"`, `§"2026-11-13T6:12:00Z"`,
		"entries[0].moments[1].logged " + string(exchange.ProblemTime)},
	{"offset of 24 hours", `"2026-11-13T16:12:00Z"`, `§"2026-11-13T16:12:00+24:00"`,
		"entries[0].moments[1].logged " + string(exchange.ProblemTime)},
	{"empty time", `"2026-11-13T16:12:00Z"`, `§""`, "entries[0].moments[1].logged " + string(exchange.ProblemTime)},
	{"export at no time", `"2026-11-23T07:00:00Z"`, `§"yesterday"`, "exported " + string(exchange.ProblemTime)},
	{"tag twice", `"héron"`, `§"checkout"`, moment0 + ".tags[1] " + rule(journal.RuleUnique)},
	{"blank tag", `"héron"`, `§" \u200b"`, moment0 + ".tags[1] " + rule(journal.RuleRequired)},
	{"blank text", `"Zanzibar, told the team about the freeze"`, `§" \n"`,
		"entries[0].moments[1].text " + rule(journal.RuleRequired)},
	{"NUL in a text", `"Zanzibar, told`, `§"Zanzibar\u0000 told`,
		"entries[0].moments[1].text " + rule(journal.RuleText)},
	{"escape in a text", `"Zanzibar.\n`, `§"Zanzibar\u001b[2J`, "entries[0].reflection " + rule(journal.RuleText)},
	{"lone carriage return", `"Zanzibar.\n`, `§"Zanzibar.\r.\n`, "entries[0].reflection " + rule(journal.RuleText)},
	{"text too long", `"Zanzibar, told`, `§"Zanzibar` + strings.Repeat(" é", 4_000),
		"entries[0].moments[1].text " + rule(journal.RuleLength)},
	{"name too long", `"away": "sick"`, `"away": §"` + strings.Repeat("x", 101) + `"`,
		"entries[1].away " + rule(journal.RuleLength)},
}

// apply returns the damaged file and the place that its mark names.
func (d damage) apply(t testing.TB, good string) (data []byte, line, column int) {
	t.Helper()
	damaged := d.new
	if d.old != "" {
		before, after, found := strings.Cut(good, d.old)
		if !found {
			t.Fatalf("%q is not in the good file", d.old)
		}
		damaged = before + d.new + after
	}
	damaged, _, _ = strings.Cut(damaged, "<cut>")
	if before, after, marked := strings.Cut(damaged, "§"); marked {
		lines := strings.Split(strings.TrimPrefix(before, "\ufeff"), "\n")
		line, column = len(lines), 1+len([]rune(lines[len(lines)-1]))
		damaged = before + after
	}
	return []byte(damaged), line, column
}

func goodFile(t testing.TB) string {
	t.Helper()
	good, err := os.ReadFile("testdata/v1.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(good)
}

func TestReadRefusesDamage(t *testing.T) {
	good := goodFile(t)
	for _, table := range [][]damage{syntaxDamage, shapeDamage, ruleDamage} {
		for _, tt := range table {
			t.Run(tt.name, func(t *testing.T) {
				data, line, column := tt.apply(t, good)
				c, err := exchange.Read(bytes.NewReader(data))
				checkRefused(t, c, err)
				want := fmt.Sprintf("line %d, column %d: %s", line, column, tt.want)
				if err == nil || err.Error() != want {
					t.Errorf("\ngot  %v\nwant %s", err, want)
				}
			})
		}
	}
}

// checkRefused checks what holds for every refusal.
func checkRefused(t *testing.T, c journal.Contents, err error) {
	t.Helper()
	if c.ID != "" || !c.Empty() {
		t.Errorf("refused and yet returned %v", c)
	}
	bad, ok := errors.AsType[*exchange.Error](err)
	if !ok {
		t.Fatalf("got error %v (%[1]T), want an *exchange.Error", err)
	}
	if strings.Contains(err.Error(), "Zanzibar") {
		t.Errorf("the error quotes the file: %v", err)
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("the error has several lines: %q", err)
	}
	invalid, ok := errors.AsType[*journal.InvalidError](err)
	if ok != (bad.Problem == exchange.ProblemInvalid) {
		t.Errorf("problem %q wraps %v", bad.Problem, bad.Err)
	}
	if ok && invalid.Field != bad.Path {
		t.Errorf("path %q, but the broken rule is of field %q", bad.Path, invalid.Field)
	}
}

// rule returns how an error names a rule.
func rule(r journal.Rule) string { return fmt.Sprintf("breaks the rule %q", string(r)) }
