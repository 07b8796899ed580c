package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"heliotrope/journal"
)

// csvColumns are the columns of a CSV file, as the catalog names them.
var csvColumns = []string{
	"report.csv.week", "report.csv.monday", "report.csv.kind", "report.csv.name", "report.csv.track", "report.csv.energy",
	"report.csv.hours", "report.csv.chosen", "report.csv.tags", "report.csv.logged", "report.csv.text",
}

// CSV writes a row for every moment of the span that is not private, oldest
// week first, as RFC 4180
// has it: in UTF-8, with commas and CRLF. Numbers have a decimal point, yes and
// no are 1 and 0, tags are separated by a semicolon. A text that a spreadsheet
// would take for a formula gets an apostrophe before it, and so does one that
// begins with an apostrophe: without the first of them every text is as it was
// written. What is redacted is an empty cell. It fails only if w does.
func CSV(w io.Writer, in Input) error {
	m := newMaterial(in)
	var b bytes.Buffer
	if m.options.BOM {
		b.WriteString("\uFEFF")
	}
	table := csv.NewWriter(&b)
	table.UseCRLF = true
	var head []string
	for _, id := range csvColumns {
		head = append(head, m.words.Say(id))
	}
	_ = table.Write(head) // memory does not fail
	for _, e := range m.entries {
		for _, moment := range e.Moments {
			if !moment.Private {
				_ = table.Write(csvRow(m, e.Week, moment))
			}
		}
	}
	table.Flush()
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

func csvRow(m material, week journal.Week, moment journal.Moment) []string {
	logged := ""
	if !moment.Logged.IsZero() {
		logged = moment.Logged.Format(time.RFC3339)
	}
	return []string{
		week.String(), week.Monday().Format(time.DateOnly),
		inert(moment.Kind), inert(m.words.Kind(kindOf(m, moment.Kind))), m.words.Track(moment.Track),
		strconv.Itoa(int(moment.Energy)), strconv.FormatFloat(moment.Hours, 'f', -1, 64),
		bit(moment.Chosen), inert(strings.Join(moment.Tags, "; ")), logged, inert(moment.Text),
	}
}

func bit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// inert returns text that no spreadsheet computes: what begins like a formula,
// also behind spaces, is marked as text, and so is what looks marked already
// (OWASP ASVS 1.2.10, CWE-1236).
func inert(text string) string {
	const marks = "=+-@|%\t\r\n＝＋－＠"
	bare := strings.TrimLeft(text, " \u00A0")
	if strings.HasPrefix(text, "'") || bare != "" && strings.ContainsRune(marks, []rune(bare)[0]) {
		return "'" + text
	}
	return text
}
