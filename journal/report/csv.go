package report

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	numbers "golang.org/x/text/number"

	"heliotrope/journal"
)

// csvColumns are the columns of a CSV file, as the catalog names them.
var csvColumns = []string{
	"report.csv.week", "report.csv.monday", "report.csv.kind", "report.csv.name", "report.csv.track", "report.csv.energy",
	"report.csv.hours", "report.csv.chosen", "report.csv.tags", "report.csv.logged", "report.csv.text",
}

// CSV writes a row for every moment of the span that is not private, oldest week
// first, as RFC 4180 has it: in UTF-8, with commas and CRLF. Text is in quotes;
// numbers, which have a decimal point, and the day are not. Yes and no are 1 and
// 0. With [Options.DecimalComma] there are semicolons in place of the commas, and
// a number that is not whole has a comma and is in quotes.
//
// A tag begins with "#"; within one, "\" and a "#" after a space have a "\"
// before them. A text that a spreadsheet would take for a formula, a number or a
// time gets an apostrophe before it, and so does one that begins with an
// apostrophe. Within a text so does what would be a formula if the text were cut
// before it, in a spreadsheet that separates cells differently. What is redacted
// is an empty cell. It fails only if w does.
func CSV(w io.Writer, in Input) error {
	m := newMaterial(in)
	t := csvTable{comma: m.options.DecimalComma}
	if m.options.BOM {
		t.WriteString("\uFEFF")
	}
	var head []string
	for _, id := range csvColumns {
		head = append(head, quote(m.words.Say(id)))
	}
	t.row(head...)
	for e := range m.entries {
		for _, moment := range e.Moments {
			if !moment.Private {
				t.moment(m, e.Week, moment)
			}
		}
	}
	if _, err := w.Write(t.Bytes()); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// DecimalComma reports whether numbers have a decimal comma in a locale, such as
// "fr" or "de-CH". It is not ok if there is no such locale.
func DecimalComma(locale string) (comma, ok bool) {
	name, _, _ := strings.Cut(locale, ".") // the system writes fr_FR.UTF-8
	tag, err := language.Parse(name)
	if err != nil {
		return false, false
	}
	return strings.Contains(message.NewPrinter(tag).Sprint(numbers.Decimal(0.5)), ","), true
}

// csvTable writes rows of cells into memory.
type csvTable struct {
	bytes.Buffer
	comma bool // is for decimals
}

func (t *csvTable) row(cells ...string) {
	separator := ","
	if t.comma {
		separator = ";"
	}
	t.WriteString(strings.Join(cells, separator) + "\r\n")
}

func (t *csvTable) moment(m material, week journal.Week, moment journal.Moment) {
	logged := ""
	if !moment.Logged.IsZero() {
		logged = moment.Logged.Format(time.RFC3339)
	}
	hours := ""
	if moment.Hours != 0 {
		hours = t.number(moment.Hours)
	}
	t.row(quote(week.String()), week.Monday().Format(time.DateOnly),
		quote(inert(moment.Kind)), quote(inert(m.words.Kind(kindOf(m, moment.Kind)))), quote(m.words.Track(moment.Track)),
		strconv.Itoa(int(moment.Energy)), hours, bit(moment.Chosen),
		quote(inert(tagList(moment.Tags))), quote(logged), quote(inert(moment.Text)))
}

func (t *csvTable) number(f float64) string {
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if whole, decimals, ok := strings.Cut(text, "."); ok && t.comma {
		return quote(whole + "," + decimals) // some spreadsheets take both signs for separators
	}
	return text
}

// quote returns text as one cell, whatever is in it.
func quote(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

func bit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// tagList returns tags as one text from which each can be told.
func tagList(tags []string) string {
	var list []string
	for _, tag := range tags {
		list = append(list, "#"+spacedHash.ReplaceAllString(strings.ReplaceAll(tag, `\`, `\\`), `$1\#`))
	}
	return strings.Join(list, " ")
}

var spacedHash = regexp.MustCompile(`(\s)#`)

// inert returns text that no spreadsheet computes or takes for a value: it is
// marked if it begins like a formula, also behind spaces, if it is a number, a
// date or a time, or if it looks marked already (OWASP ASVS 1.2.10, CWE-1236).
func inert(text string) string {
	const marks = "=+-@|%\t\r\n＝＋－＠"
	bare := strings.TrimLeft(text, " \u00A0")
	if strings.HasPrefix(text, "'") || bare != "" && strings.ContainsRune(marks, []rune(bare)[0]) || isValue(text) {
		return "'" + inertInside(text)
	}
	return inertInside(text)
}

var halfDay = regexp.MustCompile(`(?i)[ap]\.?m?\.?\s*$`)

// inertInside marks what would be a formula in a spreadsheet that separates cells
// by something else than this file does. There a dash, a plus sign or an at sign
// is left alone where it is more likely that of a list, a number or a name.
func inertInside(text string) string {
	if !strings.ContainsAny(text, "=＝+-@＋－＠") {
		return text
	}
	var b strings.Builder
	first, blank := false, false // in a cell that a separator begins; after blanks at the most
	runes := []rune(text + " ")
	for i, r := range runes[:len(runes)-1] {
		if blank && strings.ContainsRune("=＝", r) || first && strings.ContainsRune("+-@＋－＠", r) && !unicode.IsSpace(runes[i+1]) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		first = strings.ContainsRune(";,|\t\n", r)
		blank = first || blank && unicode.IsSpace(r)
	}
	return b.String()
}

// isValue reports whether a spreadsheet may take text for a number, a date or a
// time: it has digits, and no letters but those of 1e5 or 9:00 PM.
func isValue(text string) bool {
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	return !strings.ContainsFunc(halfDay.ReplaceAllString(text, ""), func(r rune) bool {
		return unicode.IsLetter(r) && r != 'e' && r != 'E'
	})
}
