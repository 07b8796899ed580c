//go:build !windows && !darwin

package alert

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"
)

// programs returns the programs that may show a dialog, the first choice of a
// desktop first. Desktop is its XDG_CURRENT_DESKTOP.
func programs(desktop string) []program {
	if slices.Contains(strings.Split(desktop, ":"), "KDE") {
		return []program{kdialog, zenity, xmessage}
	}
	return []program{zenity, kdialog, xmessage}
}

// zenity is GNOME's. It reads escapes with a backslash even where it is to read no markup,
// and ends with 1 if the user presses Escape unless it is given another status.
var zenity = program{
	name: "zenity",
	args: func(m Message) []string {
		return []string{
			"--error", "--no-markup", "--width=420",
			"--title=" + m.Title, "--text=" + escaped(m.Text), "--ok-label=" + m.Close,
		}
	},
	env: []string{"ZENITY_ESC=0"},
}

// kdialog is KDE's. It reads escapes too, and guesses whether a text is HTML,
// so it gets HTML.
var kdialog = program{
	name: "kdialog",
	args: func(m Message) []string {
		text := strings.ReplaceAll(html.EscapeString(m.Text), "\n", "<br>")
		return []string{"--title=" + m.Title, "--error=<qt>" + escaped(text) + "</qt>"}
	},
}

// xmessage is that of X. It breaks no lines, and reads ISO 8859-1.
var xmessage = program{
	name: "xmessage",
	args: func(m Message) []string {
		return []string{"-center", "-title", m.Title, "-buttons", latin(m.Close) + ":0", "-default", latin(m.Close), "-file", "-"}
	},
	input: func(m Message) []byte { return []byte(latin(broken(m.Text))) },
}

// escaped returns text for a program that reads escapes.
func escaped(text string) string { return strings.ReplaceAll(text, `\`, `\\`) }

// plainer has what ISO 8859-1 lacks of what sentences have.
var plainer = strings.NewReplacer("’", "'", "“", `"`, "”", `"`, "…", "...", "–", "-", "œ", "oe")

// latin returns text in ISO 8859-1.
func latin(text string) string {
	var b strings.Builder
	for _, r := range plainer.Replace(text) {
		if r > 0xff {
			r = '?'
		}
		b.WriteByte(byte(r))
	}
	return b.String()
}

// lineLength is how many characters a line has at most, unless one word has more.
const lineLength = 72

// broken returns text with its lines broken.
func broken(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		length := 0
		for i, word := range strings.Split(strings.TrimSuffix(line, "\n"), " ") {
			size := utf8.RuneCountInString(word)
			switch {
			case i > 0 && length+1+size > lineLength:
				b.WriteByte('\n')
				length = 0
			case i > 0:
				b.WriteByte(' ')
				length++
			}
			b.WriteString(word)
			length += size
		}
		if strings.HasSuffix(line, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
