package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"text/template"
	"unicode/utf8"

	"github.com/spf13/pflag"

	root "heliotrope"
	"heliotrope/journal"
	"heliotrope/journal/words"
)

// manPages are the pages of the manual that man shows, by language.
var manPages = map[words.Language]string{
	words.English: filepath.Join("..", "..", "assets", "man", "heliotrope.1"),
	words.French:  filepath.Join("..", "..", "assets", "man", "fr", "heliotrope.1"),
}

// manParts are the parts of a page that are made of the commands.
const manParts = `
{{define "commands" -}}
{{range . -}}
.SS "heliotrope {{text .Use}}"
{{text .About}}
{{template "flags" .Flags -}}
{{end}}{{end}}
{{define "flags" -}}
{{range . -}}
.TP
.B {{if .Short}}\-{{.Short}}, {{end}}\-\-{{text .Name}}{{if .Value}} \fI{{text .Value}}\fR{{end}}
{{text .Usage}}
{{end}}{{end}}`

// What a page says about a command, a flag, and the kinds of work of a track.
type (
	manCommand struct {
		Use, About string
		Flags      []manFlag
	}
	manFlag  struct{ Short, Name, Value, Usage string }
	manTrack struct {
		Name  string
		Kinds []manKind
	}
	manKind struct{ ID, Line string }
	manForm struct{ Form, Means string }
)

// TestManPages compares the pages with the commands as they are now. With
// -update it writes them.
func TestManPages(t *testing.T) {
	for lang, path := range manPages {
		page := manPage(t, lang)
		if *update {
			if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got := readFile(t, path); got != page {
			t.Errorf("%s is not what the commands make; run go test ./cmd/heliotrope -run TestManPages -update", path)
		}
	}
}

// manPage makes the page of a language.
func manPage(t *testing.T, lang words.Language) string {
	t.Helper()
	p := &program{words: words.In(lang)}
	top := p.rootCommand(new(bool))
	var commands []manCommand
	for _, c := range top.Commands() {
		if c.IsAvailableCommand() {
			about := c.Long
			if about == "" {
				about = c.Short + "."
			}
			commands = append(commands, manCommand{c.Use, about, manFlags(c.LocalNonPersistentFlags())})
		}
	}
	page := template.Must(template.New("man").Funcs(template.FuncMap{"text": manText}).Parse(manParts))
	template.Must(page.Parse(readFile(t, filepath.Join("testdata", "man", string(lang)+".tmpl"))))
	var b strings.Builder
	b.WriteString(".\\\" -*- coding: utf-8 -*-\n.\\\" Made of the commands by go test ./cmd/heliotrope -run TestManPages -update\n")
	err := page.Execute(&b, map[string]any{
		"Version": root.ThisBuild().Version, "About": top.Long, "Commands": commands, "Flags": manFlags(top.PersistentFlags()),
		"Forms": manForms(p.words), "Tracks": manTracks(p.words), "Rule": p.words.Say("kind.rule"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return manLines(b.String())
}

func manFlags(set *pflag.FlagSet) (all []manFlag) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		if f.Value.Type() == "bool" {
			value = ""
		}
		all = append(all, manFlag{f.Shorthand, f.Name, value, manSentence(usage) + "."})
	})
	return all
}

// manSentence returns text with a capital.
func manSentence(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(text[:size]) + text[size:]
}

func manForms(w *words.Words) (all []manForm) {
	for _, id := range lineForms {
		all = append(all, manForm{w.Say("cli.form." + id), manSentence(w.Say("cli.form." + id + ".means"))})
	}
	return all
}

func manTracks(w *words.Words) (all []manTrack) {
	for _, t := range journal.Tracks {
		track := manTrack{Name: w.TrackHeading(t)}
		for _, k := range journal.BuiltInKinds().Of(t) {
			track.Kinds = append(track.Kinds, manKind{k.ID, w.KindLine(k)})
		}
		all = append(all, track)
	}
	return all
}

// manText escapes a text for roff, one sentence a line.
func manText(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, ". ", ".\n").Replace(text)
	return regexp.MustCompile(`(?m)^[.']`).ReplaceAllString(text, `\&$0`)
}

// manLines breaks the lines of text to those of 80 bytes that mandoc asks for,
// which counts a character that is not ASCII as its escape.
func manLines(page string) string {
	var lines []string
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "heliotrope ") {
			lines = append(lines, strings.TrimSuffix(line, "\n"))
			continue
		}
		text, width := "", 0
		for _, word := range strings.Split(strings.TrimSuffix(line, "\n"), " ") {
			size := 0
			for _, r := range word {
				size++
				if r >= 0x80 {
					size += len(`\[u0000]`) - 1
				}
			}
			switch {
			case text == "":
				text, width = word, size
			case width+1+size <= 80:
				text, width = text+" "+word, width+1+size
			default:
				lines = append(lines, text)
				text, width = word, size
			}
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n") + "\n"
}

// TestManPagesAreWellFormed has the pages read by the programs that show them.
func TestManPagesAreWellFormed(t *testing.T) {
	for _, checker := range [][]string{
		{"mandoc", "-T", "lint"},
		{"groff", "-man", "-ww", "-z", "-k", "-Tutf8"},
	} {
		t.Run(checker[0], func(t *testing.T) {
			if _, err := exec.LookPath(checker[0]); err != nil {
				t.Skip(checker[0] + " is not installed")
			}
			for _, path := range manPages {
				c := exec.Command(checker[0], append(checker[1:], path)...)
				c.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
				if said, err := c.CombinedOutput(); err != nil || len(bytes.TrimSpace(said)) > 0 {
					t.Errorf("%v: %v\n%s", c.Args, err, said)
				}
			}
		})
	}
}
