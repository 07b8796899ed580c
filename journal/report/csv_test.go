package report_test

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// csvOf returns a report's file and its rows, as a strict reader has them.
func csvOf(t *testing.T, in report.Input) (file string, rows [][]string) {
	t.Helper()
	var b strings.Builder
	if err := report.CSV(&b, in); err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF")))
	if in.Options.DecimalComma {
		reader.Comma = ';'
	}
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), rows
}

func TestCSV(t *testing.T) {
	in := input(1, words.English)
	in.Entries[0].Moments = []journal.Moment{
		{ID: "a", Text: "Found it,\n\"at last\"", Kind: "debugging", Track: journal.Technical, Energy: 2, Hours: 1.5, Chosen: true,
			Tags: []string{"checkout", "late"}, Logged: time.Date(2026, 6, 2, 16, 10, 0, 0, time.FixedZone("", 3600))},
		{ID: "b", Text: secret, Kind: "planning", Track: journal.People, Energy: -2, Hours: 2, Private: true, Tags: []string{secret}},
	}
	in = measured(in)
	const head = `"week","monday","kind","kind_name","track","energy","hours","chosen","tags","logged","text"` + "\r\n"
	const found = `"2026-W23",2026-06-01,"debugging","Debugging","technical",2,1.5,1,"#checkout #late","2026-06-02T16:10:00+01:00","Found it,` + "\n" + `""at last"""` + "\r\n"
	const textless = `"2026-W23",2026-06-01,"debugging","Debugging","technical",2,1.5,1,"","2026-06-02T16:10:00+01:00",""` + "\r\n"
	const comma = `"2026-W23";2026-06-01;"debugging";"Debugging";"technical";2;"1,5";1;"#checkout #late";"2026-06-02T16:10:00+01:00";""` + "\r\n"
	for _, tt := range []struct {
		name    string
		options report.Options
		want    string
	}{
		{"everything", report.Options{}, head + found},
		{"without words", report.Options{Redact: report.Redaction{Text: true, Tags: true}}, head + textless},
		{"with a decimal comma", report.Options{DecimalComma: true, Redact: report.Redaction{Text: true}},
			strings.ReplaceAll(head, ",", ";") + comma},
		{"with a byte order mark", report.Options{BOM: true}, "\uFEFF" + head + found},
	} {
		in.Options = tt.options
		if got, _ := csvOf(t, in); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
	for i := range in.Entries {
		in.Entries[i].Moments[0].Hours = 0 // not said
	}
	if got, _ := csvOf(t, in); !strings.Contains(got, `"technical",2,,1,`) {
		t.Errorf("without hours: %q", got)
	}
	in.Words = words.In(words.French)
	if got, _ := csvOf(t, in); !strings.Contains(got, `"Débogage","technique",`) {
		t.Errorf("French: %q", got)
	}
	if _, rows := csvOf(t, input(0, words.English)); len(rows) != 1 {
		t.Errorf("a journal without moments has %d rows", len(rows))
	}
}

// checkCSV checks that no cell is a formula and that text is one of them.
func checkCSV(t *testing.T, in report.Input, text string) {
	t.Helper()
	_, rows := csvOf(t, in)
	for _, row := range rows[1:] {
		for column, value := range row {
			number := column == 5 || column == 6
			if !number && value != "" && strings.ContainsAny(value[:1], "=+-@|%\t\r\n") {
				t.Errorf("%q is a formula", value)
			}
		}
		if got := row[len(row)-1]; strings.ReplaceAll(got, "'", "") != strings.ReplaceAll(text, "'", "") {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestCSVHasNoFormula(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		marked     bool
	}{
		{"plain", "x=1", false},
		{"plain behind spaces", "  x", false},
		{"apostrophe inside", "don't", false},
		{"equals", "=1+1", true},
		{"plus", "+1", true},
		{"minus", "-1", true},
		{"at", "@SUM(A1)", true},
		{"tab", "\tx", true},
		{"line feed", "\nx", true},
		{"pipe", "|calc", true},
		{"percent", "%0A=1", true},
		{"full width", "＝1", true},
		{"full-width plus", "＋1", true},
		{"full-width minus", "－1", true},
		{"full-width at", "＠SUM(A1)", true},
		{"behind spaces", "  =1", true},
		{"behind a no-break space", "\u00a0=1", true},
		{"behind a no-break space and a space", "\u00a0 =1", true},
		{"number", "1 200.5", true},
		{"number of another locale", "1,5", true},
		{"leading zeros", "007", true},
		{"exponent", "1e5", true},
		{"share", "50 %", true},
		{"money", "$5", true},
		{"negative in brackets", "(5)", true},
		{"time", "10:30", true},
		{"time of half a day", "9:00 PM", true},
		{"the same, in short", "9:00p", true},
		{"the same, with points", "09:15 a.m.", true},
		{"time and a word", "9:00 sharp", false},
		{"meeting", "1:1", true},
		{"day", "3/4/2026", true},
		{"Arabic digits", "١٢", true},
		{"number in words", "5 tickets", false},
		{"version", "v1.2", false},
		{"no digits", "…!", false},
		{"apostrophe", "'=1", true},
		{"apostrophe before a word", "'twas", true},
		{"two apostrophes", "''", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := input(6, words.English)
			for i := range in.Entries {
				for k := range in.Entries[i].Moments {
					m := &in.Entries[i].Moments[k]
					m.Text, m.Tags, m.Kind = tt.text, []string{tt.text}, "own"
				}
			}
			in.Kinds = append(in.Kinds, journal.Kind{ID: "own", Name: tt.text, Track: journal.Both})
			_, rows := csvOf(t, measured(in))
			want := tt.text
			if tt.marked {
				want = "'" + tt.text
			}
			for _, column := range []int{3, 10} { // name, text
				if got := rows[1][column]; got != want {
					t.Errorf("%q became %q in column %d, want %q", tt.text, got, column, want)
				}
			}
		})
	}
}

// TestCSVHasNoFormulaInside: a spreadsheet that separates cells differently cuts a
// text, and finds no formula there either. What is more likely a text stays.
func TestCSVHasNoFormulaInside(t *testing.T) {
	for text, want := range map[string]string{
		"done;=1+1":                  "done;'=1+1",
		"done\t=2+2":                 "done\t'=2+2",
		"a,=3+3|=4+4":                "a,'=3+3|'=4+4",
		"line\n=5+5":                 "line\n'=5+5",
		"a; =6+6, \u00a0=7+7":        "a; '=6+6, \u00a0'=7+7",
		"a;+8+8;-9-9;@SUM(1)":        "a;'+8+8;'-9-9;'@SUM(1)",
		"a;+;-1":                     "a;'+;'-1",
		"a;＝1;＋1;－1;＠SUM":            "a;'＝1;'＋1;'－1;'＠SUM",
		"x\n=cmd|' /C calc'!A0":      "x\n'=cmd|' /C calc'!A0",
		"=1;=2":                      "'=1;'=2",
		"a=b; c == d":                "a=b; c == d",
		"list:\n- one\n- two":        "list:\n- one\n- two",
		"thanks, @ines, -5% by noon": "thanks, @ines, -5% by noon",
		"a; b, c | d":                "a; b, c | d",
	} {
		if got := report.Inert(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// TestCSVTags: each tag can be told from the others, whatever it is.
func TestCSVTags(t *testing.T) {
	in := input(1, words.English)
	for want, tags := range map[string][]string{
		"":                        nil,
		"#checkout #on call":      {"checkout", "on call"},
		`#a; b #c,d #c# ##c`:      {"a; b", "c,d", "c#", "#c"},
		`#a \#b #a\\ #\\ #=1;'=2`: {"a #b", `a\`, `\`, "=1;=2"},
	} {
		in.Entries[0].Moments = []journal.Moment{{ID: "a", Text: "x", Kind: "coding", Track: journal.Technical, Hours: 1, Tags: tags}}
		if _, rows := csvOf(t, measured(in)); rows[1][8] != want {
			t.Errorf("%q became %q, want %q", tags, rows[1][8], want)
		}
	}
}

func TestDecimalComma(t *testing.T) {
	for locale, want := range map[string]bool{
		"en": false, "fr": true, "de": true, "de-CH": false, "es-MX": false, "pt_BR": true, "fr_FR.UTF-8": true, "ja": false, "fa": false,
	} {
		if got, ok := report.DecimalComma(locale); got != want || !ok {
			t.Errorf("%s has a decimal comma: %v, %v", locale, got, ok)
		}
	}
	for _, locale := range []string{"", "C", "xx", "french", ",", "de_DE@euro"} {
		if _, ok := report.DecimalComma(locale); ok {
			t.Errorf("%q is a locale", locale)
		}
	}
}

// FuzzCSVText: whatever is written, no cell is a formula, and without its marks
// it is what was written.
func FuzzCSVText(f *testing.F) {
	for _, text := range []string{"=1", "'=1", "''", "\n", "＝", "'", "a,\"b\"\r\nc"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean, _ := journal.CleanText(text, journal.MaxMoment)
		if clean == "" {
			return
		}
		cell := report.Inert(clean)
		if strings.ContainsAny(cell[:1], "=+-@|%\t\r\n") || strings.ReplaceAll(cell, "'", "") != strings.ReplaceAll(clean, "'", "") {
			t.Errorf("%q became %q", clean, cell)
		}
	})
}
