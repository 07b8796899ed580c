package report

import (
	"fmt"
	"strings"
)

// quotedProse formats what the user wrote as a quotation in Markdown: the same
// blocks with every text in them escaped.
func quotedProse(text prose) string {
	var lines []string
	for i, b := range text {
		if nextItem := i > 0 && b.mark != "" && text[i-1].depth > 0; i > 0 && !nextItem {
			lines = append(lines, "")
		}
		lines = append(lines, b.markdown()...)
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight("> "+line, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// listIndent is how far a list is indented, be its marks bullets or numbers.
const listIndent = 4

// markdown formats b as lines of Markdown.
func (b block) markdown() []string {
	var lines []string
	switch b.kind {
	case codeBlock:
		fence := fenceOf(b.text(), 3)
		lines = append([]string{fence}, append(strings.Split(b.text(), "\n"), fence)...)
	case heading:
		lines = []string{"#### " + strings.ReplaceAll(b.inMarkdown(), "\n", " ")}
	default:
		lines = strings.Split(escapeStarts(b.inMarkdown()), "\n")
		for i := range len(lines) - 1 {
			lines[i] += `\` // a line break
		}
	}
	indent := strings.Repeat(" ", listIndent*b.depth)
	for i := range lines {
		lines[i] = indent + lines[i]
	}
	if b.mark != "" {
		mark := strings.Replace(b.mark, bullet, "-", 1)
		lines[0] = indent[listIndent:] + fmt.Sprintf("%-*s ", listIndent-1, mark) + lines[0][len(indent):]
	}
	return lines
}

// inMarkdown formats the spans of b.
func (b block) inMarkdown() string {
	var all strings.Builder
	for _, s := range b.shown() {
		text := strings.Trim(s.text, " \n") // marks are next to letters
		at := strings.Index(s.text, text)
		marks, inside := "", markdown.Replace(text)
		if text != "" {
			if s.code {
				inside = inCode(text)
			}
			if s.bold && b.kind != heading {
				marks += "**"
			}
			if s.italic {
				marks += "*"
			}
		}
		all.WriteString(s.text[:at] + marks + inside + marks + s.text[at+len(text):])
	}
	return all.String()
}

// inCode formats text as code in a line.
func inCode(text string) string {
	fence := fenceOf(text, 1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// fenceOf returns at least so many backticks, and more than code has after each other.
func fenceOf(code string, least int) string {
	fence := strings.Repeat("`", least)
	for strings.Contains(code, fence) {
		fence += "`"
	}
	return fence
}
