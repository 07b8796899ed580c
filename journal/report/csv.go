package report

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

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
	t := csvTable{Writer: bufio.NewWriter(w), comma: m.options.DecimalComma}
	if m.options.BOM {
		t.WriteString("\uFEFF")
	}
	for _, id := range csvColumns {
		t.text(m.words.Say(id))
	}
	t.end()
	for e := range m.entries {
		for i := range e.Moments {
			if moment := &e.Moments[i]; !moment.Private {
				t.moment(m, e.Week, moment)
			}
		}
	}
	if err := t.Flush(); err != nil {
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

// csvTable writes rows, cell by cell. Why it cannot, [bufio.Writer.Flush] tells.
type csvTable struct {
	*bufio.Writer
	comma  bool // is for decimals
	inside bool // a row that has begun
}

func (t *csvTable) moment(m material, week journal.Week, moment *journal.Moment) {
	t.text(week.String())
	t.bare(week.Monday().Format(time.DateOnly))
	t.text(inert(moment.Kind))
	t.text(inert(m.words.Kind(kindOf(m, moment.Kind))))
	t.text(m.words.Track(moment.Track))
	t.bare(strconv.Itoa(int(moment.Energy)))
	if moment.Hours == 0 {
		t.bare("")
	} else {
		t.number(moment.Hours)
	}
	t.bare(bit(moment.Chosen))
	t.text(inert(tagList(moment.Tags)))
	if moment.Logged.IsZero() {
		t.text("")
	} else {
		t.text(moment.Logged.Format(time.RFC3339))
	}
	t.text(inert(moment.Text))
	t.end()
}

// bare writes a cell that needs no quotes.
func (t *csvTable) bare(text string) {
	t.next()
	t.WriteString(text)
}

// text writes a cell with quotes, whatever is in it.
func (t *csvTable) text(text string) {
	t.next()
	t.WriteByte('"')
	for before, quoted := "", true; quoted; {
		before, text, quoted = strings.Cut(text, `"`)
		t.WriteString(before)
		if quoted {
			t.WriteString(`""`)
		}
	}
	t.WriteByte('"')
}

func (t *csvTable) number(f float64) {
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if whole, decimals, ok := strings.Cut(text, "."); ok && t.comma {
		t.text(whole + "," + decimals) // some spreadsheets take both signs for separators
		return
	}
	t.bare(text)
}

// next begins a cell.
func (t *csvTable) next() {
	switch {
	case t.inside && t.comma:
		t.WriteByte(';')
	case t.inside:
		t.WriteByte(',')
	}
	t.inside = true
}

// end ends a row.
func (t *csvTable) end() {
	t.WriteString("\r\n")
	t.inside = false
}

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
		if !strings.ContainsAny(tag, `\#`) {
			list = append(list, "#"+tag)
			continue
		}
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
	first, _ := utf8.DecodeRuneInString(bare)
	if strings.HasPrefix(text, "'") || bare != "" && strings.ContainsRune(marks, first) || isValue(text) {
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
	b.Grow(len(text) + 1)
	first, blank := false, false // in a cell that a separator begins; after blanks at the most
	for i, r := range text {
		if blank && strings.ContainsRune("=＝", r) || first && strings.ContainsRune("+-@＋－＠", r) && !beginsBlank(text[i+utf8.RuneLen(r):]) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		first = strings.ContainsRune(";,|\t\n", r)
		blank = first || blank && unicode.IsSpace(r)
	}
	return b.String()
}

// beginsBlank reports whether a blank or nothing comes first in text.
func beginsBlank(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return text == "" || unicode.IsSpace(first)
}

// isValue reports whether a spreadsheet may take text for a number, a date or a
// time: it has digits, and no letters but those of 1e5 or 9:00 PM.
func isValue(text string) bool {
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	lettersBut := func(others string) func(rune) bool {
		return func(r rune) bool { return unicode.IsLetter(r) && !strings.ContainsRune(others, r) }
	}
	if strings.ContainsFunc(text, lettersBut("eEaApPmM")) {
		return false // as almost every text that has a digit
	}
	return !strings.ContainsFunc(halfDay.ReplaceAllString(text, ""), lettersBut("eE"))
}
