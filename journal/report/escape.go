package report

import (
	"regexp"
	"strings"
	"unicode"
)

// escape makes what the user wrote plain text in Markdown and HTML, also at the
// start of a line.
func escape(text string) string { return escapeStarts(markdown.Replace(text)) }

// escapeStarts makes the start of each line text.
func escapeStarts(text string) string {
	return lineStart.ReplaceAllStringFunc(text, func(start string) string {
		mark := strings.IndexAny(start, "-+=.)")
		return start[:mark] + `\` + start[mark:]
	})
}

var markdown = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `<`, `\<`, `>`, `\>`, `&`, `\&`, `[`, `\[`, `]`, `\]`,
	`#`, `\#`, `|`, `\|`, `~`, `\~`, `$`, `\$`)

// lineStart is what makes a line something else than text: the mark of a list,
// a rule, or an underline that turns the line above into a heading.
var lineStart = regexp.MustCompile(`(?m)^([ \t]*)([-+=])|^([ \t]*[0-9]{1,9})([.)])(\s|$)`)

// inCell returns text on one line, fit for a cell of a table.
func inCell(text string) string { return markdown.Replace(oneLine(text)) }

// inline returns text on one line, fit for a separate line.
func inline(text string) string { return escape(oneLine(text)) }

// oneLine returns text with one space for whatever is between two words. A no-break
// space is no such thing.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00A0' }), " ")
}

// quoted returns what the user wrote as a quotation, line by line.
func quoted(text string) string {
	var b strings.Builder
	lines := strings.Split(escape(strings.TrimSpace(text)), "\n")
	for i, line := range lines {
		b.WriteString(strings.TrimRight("> "+strings.TrimSpace(line), " "))
		if i+1 < len(lines) && strings.TrimSpace(line) != "" && strings.TrimSpace(lines[i+1]) != "" {
			b.WriteString(`\`) // a line break
		}
		b.WriteString("\n")
	}
	return b.String()
}
