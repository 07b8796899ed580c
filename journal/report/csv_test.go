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
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF"))).ReadAll()
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
	const head = "week,monday,kind,kind_name,track,energy,hours,chosen,tags,logged,text\r\n"
	const found = "2026-W23,2026-06-01,debugging,Debugging,technical,2,1.5,1,checkout; late,2026-06-02T16:10:00+01:00,\"Found it,\r\n\"\"at last\"\"\"\r\n"
	const textless = "2026-W23,2026-06-01,debugging,Debugging,technical,2,1.5,1,,2026-06-02T16:10:00+01:00,\r\n"
	for _, tt := range []struct {
		name    string
		options report.Options
		want    string
	}{
		{"everything", report.Options{}, head + found},
		{"without words", report.Options{Redact: report.Redaction{Text: true, Tags: true}}, head + textless},
		{"with a byte order mark", report.Options{BOM: true}, "\uFEFF" + head + found},
	} {
		in.Options = tt.options
		if got, _ := csvOf(t, in); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
	in.Words = words.In(words.French)
	if got, _ := csvOf(t, in); !strings.Contains(got, "Débogage,technique,") {
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
		quoted := strings.TrimPrefix(row[len(row)-1], "'")
		if quoted != text {
			t.Errorf("%q became %q", text, quoted)
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
		{"tab", "\t=1", true},
		{"line feed", "\n=1", true},
		{"pipe", "|calc", true},
		{"percent", "%0A=1", true},
		{"full width", "＝1", true},
		{"full-width plus", "＋1", true},
		{"full-width minus", "－1", true},
		{"full-width at", "＠SUM(A1)", true},
		{"behind spaces", "  =1", true},
		{"behind a no-break space", "\u00a0=1", true},
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
			for _, column := range []int{3, 8, 10} { // name, tags, text
				if got := rows[1][column]; got != want {
					t.Errorf("%q became %q in column %d, want %q", tt.text, got, column, want)
				}
			}
		})
	}
}

// FuzzCSVText: whatever is written, no cell is a formula, and without its mark
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
		if strings.ContainsAny(cell[:1], "=+-@|%\t\r\n") || strings.TrimPrefix(cell, "'") != clean {
			t.Errorf("%q became %q", clean, cell)
		}
	})
}
