package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// offices are LibreOffice as it comes in three countries: its language for
// figures, by name and by Microsoft's number, and the locale of figures there.
var offices = []struct{ locale, id, csv string }{
	{"en-US", "1033", "en"}, {"fr-FR", "1036", "fr"}, {"de-DE", "1031", "de"},
}

// TestCSVInLibreOffice opens reports in LibreOffice with the separators that it
// comes with: comma, semicolon and tab together. Each row has its cells there,
// text is as written and a text, nothing is computed, and figures are numbers.
func TestCSVInLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	inputs := map[string]report.Input{"awkward": awkward(t)}
	for _, l := range words.Languages {
		inputs["sample-"+string(l)] = sample(t, l)
	}
	for _, office := range offices {
		t.Run(office.locale, func(t *testing.T) {
			folder := t.TempDir()
			var files []string
			for name, in := range inputs {
				for _, locale := range []string{"en", office.csv} {
					in.Options.DecimalComma, _ = report.DecimalComma(locale)
					var b bytes.Buffer
					path := filepath.Join(folder, name+"-"+locale+".csv")
					if err := errors.Join(report.CSV(&b, in), os.WriteFile(path, b.Bytes(), 0o600)); err != nil {
						t.Fatal(err)
					}
					files = append(files, path)
				}
			}
			open(t, soffice, office.locale, office.id, folder, files)
			for _, file := range files {
				name := strings.TrimSuffix(filepath.Base(file), ".csv")
				in := inputs[name[:strings.LastIndexByte(name, '-')]]
				numbers := strings.HasSuffix(name, "-"+office.csv)
				checkSheet(t, name, sheet(t, strings.TrimSuffix(file, ".csv")+".fods"), in, numbers)
			}
		})
	}
}

// sample returns the input for a report on all of the sample journal.
func sample(t *testing.T, l words.Language) report.Input {
	t.Helper()
	file, err := assets.Samples.ReadFile("sample." + string(l) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := exchange.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return report.Input{
		Result:  lean.Of(c.Entries, c.Events, lean.SpanOf(c.Entries, journal.WeekOf(written))),
		Entries: c.Entries, Events: c.Events, Kinds: c.Kinds, Words: words.In(l), Written: written,
	}
}

// awkward returns an input whose texts a spreadsheet may take for something else.
func awkward(t *testing.T) report.Input {
	t.Helper()
	in := input(1, words.English)
	in.Entries[0].Moments = nil
	in.Kinds = append(slices.Clone(in.Kinds), journal.Kind{ID: "own", Name: "1:1; =1+1", Track: journal.Both})
	for i, text := range []string{
		"=1+1", "+1+1", "-1-1", "@SUM(1;2)", " =1+1", "＝1+1", "=cmd|' /C calc'!A0", `=HYPERLINK("http://x";"y")`, `"=1+1"`, `";=1+1;"`,
		"done;=1+1", "done\t=2+2", "done,=3+3", "done\n=4+4", "done|=5+5", `say "so"`, `a";b`, `","`, "a\n\"b\";c\n", "'", "''=1",
		"10:30", "3/4/2026", "1,5", "1.5", "007", "1e5", "50%", "$5", "12 000", "2026-11-23", "1 1/2", "#REF!", "- item\n- other", "один, два; три",
	} {
		in.Entries[0].Moments = append(in.Entries[0].Moments, journal.Moment{
			ID: strconv.Itoa(i), Text: text, Kind: "own", Track: journal.Both, Energy: -1, Hours: 0.25 + float64(i), Tags: []string{"a; b", "=1,5"},
		})
	}
	if err := (journal.Contents{ID: "x", Entries: in.Entries, Kinds: in.Kinds[len(in.Kinds)-1:]}).Validate(); err != nil {
		t.Fatal(err)
	}
	return measured(in)
}

// open has LibreOffice write what it sees of CSV files next to them.
func open(t *testing.T, soffice, locale, id, folder string, files []string) {
	t.Helper()
	home := t.TempDir()
	profile := filepath.Join(home, "user")
	settings := fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
</oor:items>`, locale)
	if err := errors.Join(os.MkdirAll(profile, 0o700), os.WriteFile(filepath.Join(profile, "registrymodifications.xcu"), []byte(settings), 0o600)); err != nil {
		t.Fatal(err)
	}
	const comma, semicolon, tab, quote = "44", "59", "9", "34"
	filter := strings.Join([]string{comma + "/" + semicolon + "/" + tab, quote, "UTF8", "1", "", id}, ",")
	args := append([]string{"-env:UserInstallation=file://" + home, "--headless",
		"--convert-to", "fods", "--infilter=CSV:" + filter, "--outdir", folder}, files...)
	convert := exec.Command(soffice, args...)
	convert.Env = append(os.Environ(), "HOME="+home, "TMPDIR="+home)
	if said, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
}

// cellSeen is a cell as LibreOffice has it.
type cellSeen struct{ kind, formula, value, text string }

// sheet returns the rows of the table in a flat OpenDocument file.
func sheet(t *testing.T, path string) (rows [][]cellSeen) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := xml.NewDecoder(f)
	var cell *cellSeen
	repeated, paragraphs, inParagraph := 1, 0, false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return rows
		} else if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "table-row":
				rows = append(rows, nil)
			case "table-cell":
				cell, repeated, paragraphs = &cellSeen{}, 1, 0
				for _, a := range token.Attr {
					switch a.Name.Local {
					case "value-type":
						cell.kind = a.Value
					case "formula":
						cell.formula = a.Value
					case "value":
						cell.value = a.Value
					case "number-columns-repeated":
						repeated, _ = strconv.Atoi(a.Value)
					}
				}
			case "p":
				if paragraphs++; cell != nil && paragraphs > 1 {
					cell.text += "\n"
				}
				inParagraph = true
			case "s": // spaces
				spaces := 1
				for _, a := range token.Attr {
					if a.Name.Local == "c" {
						spaces, _ = strconv.Atoi(a.Value)
					}
				}
				if cell != nil {
					cell.text += strings.Repeat(" ", spaces)
				}
			case "tab":
				if cell != nil {
					cell.text += "\t"
				}
			}
		case xml.CharData:
			if cell != nil && inParagraph {
				cell.text += string(token)
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "p":
				inParagraph = false
			case "table-cell":
				row := &rows[len(rows)-1]
				*row = append(*row, slices.Repeat([]cellSeen{*cell}, repeated)...)
				cell = nil
			}
		}
	}
}

// checkSheet compares what a spreadsheet shows with the input of the report.
func checkSheet(t *testing.T, name string, rows [][]cellSeen, in report.Input, numbers bool) {
	t.Helper()
	var moments []journal.Moment
	for _, e := range in.Entries {
		if in.Result.Span.Contains(e.Week) {
			moments = append(moments, slices.DeleteFunc(slices.Clone(e.Moments), func(m journal.Moment) bool { return m.Private })...)
		}
	}
	rows = slices.DeleteFunc(rows, func(row []cellSeen) bool { return len(row) < 2 }) // those past the end
	if len(rows) != len(moments)+1 {
		t.Fatalf("%s has %d rows for %d moments", name, len(rows), len(moments))
	}
	t.Logf("%s: %d rows", name, len(rows)-1)
	for i, m := range moments {
		row := rows[i+1]
		for len(row) > 0 && row[len(row)-1] == (cellSeen{}) {
			row = row[:len(row)-1] // blanks that fill the sheet
		}
		if len(row) != 11 {
			t.Errorf("%s: row %d has %d cells", name, i+1, len(row))
			continue
		}
		for column, cell := range row {
			if cell.formula != "" {
				t.Errorf("%s: row %d computes %s", name, i+1, cell.formula)
			}
			switch number := column == 5 || column == 6 && m.Hours > 0 || column == 7; {
			case number && numbers && cell.kind != "float":
				t.Errorf("%s: row %d, column %d is a %s, want a number", name, i+1, column, cell.kind)
			case !number && column != 1 && cell.text != "" && cell.kind != "string":
				t.Errorf("%s: row %d, column %d is a %s, want text: %q", name, i+1, column, cell.kind, cell.text)
			}
		}
		hours := ""
		if m.Hours > 0 {
			hours = strconv.FormatFloat(m.Hours, 'f', -1, 64)
		}
		if numbers && row[6].value != hours || m.Hours == 0 && row[6].text != "" {
			t.Errorf("%s: row %d has %s hours, want %s", name, i+1, row[6].value, hours)
		}
		if got, want := row[10].text, report.Inert(m.Text); strings.TrimRight(got, "\n") != strings.TrimRight(want, "\n") && !strings.Contains(want, "\t") {
			t.Errorf("%s: row %d has %q, want %q", name, i+1, got, want)
		}
	}
}
