package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

func week(t *testing.T, text string) journal.Week {
	t.Helper()
	w, err := journal.ParseWeek(text)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestAdd(t *testing.T) {
	tests := []struct {
		name string
		args []string
		week string
		want journal.Moment // but for its id and time
	}{
		{"as little as possible",
			[]string{"Fed the quokka", "--kind", "coding", "--energy", "-2"}, "2026-W48",
			journal.Moment{Text: "Fed the quokka", Kind: "coding", Track: journal.Technical, Energy: journal.Drained, Hours: 1}},
		{"everything",
			[]string{" Fed the quokka ", "--kind=hiring", "--energy=2", "--hours=0.25", "--track=both",
				"--tag", "one, two", "--tag", "three", "--private", "--chosen", "--week", "2025-W01"}, "2025-W01",
			journal.Moment{Text: "Fed the quokka", Kind: "hiring", Track: journal.Both, Energy: journal.Energized, Hours: 0.25,
				Tags: []string{"one, two", "three"}, Private: true, Chosen: true}},
		{"a kind by its name",
			[]string{"Fed the quokka", "--kind", "code review", "--energy", "0"}, "2026-W48",
			journal.Moment{Text: "Fed the quokka", Kind: "review", Track: journal.Technical, Hours: 1}},
		{"a kind by its French name",
			[]string{"--lang", "fr", "Nourri le quokka", "--kind", "tête-à-tête", "--energy", "1"}, "2026-W48",
			journal.Moment{Text: "Nourri le quokka", Kind: "one-on-one", Track: journal.People, Energy: journal.BitEnergized, Hours: 1}},
		{"a text that begins with a dash",
			[]string{"--kind", "coding", "--energy", "1", "--", "-1 quokka"}, "2026-W48",
			journal.Moment{Text: "-1 quokka", Kind: "coding", Track: journal.Technical, Energy: journal.BitEnergized, Hours: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := place(t)
			got := succeeds(t, on(path, append([]string{"add"}, tt.args...)...)...)
			if got.out != "" || len(lines(got.err)) != 1 {
				t.Errorf("said %q on standard output and %q on standard error, want nothing and a line", got.out, got.err)
			}
			c := contents(t, path)
			if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 {
				t.Fatalf("the journal holds %v, want a week with a moment", c)
			}
			e := c.Entries[0]
			m := e.Moments[0]
			if m.ID == "" || m.Logged.Format("2006-01-02") != "2026-11-23" || !e.Updated.Equal(m.Logged) {
				t.Errorf("id %q, logged %v, updated %v: want them set, and today", m.ID, m.Logged, e.Updated)
			}
			tt.want.ID, tt.want.Logged = m.ID, m.Logged
			if e.Week != week(t, tt.week) || !reflect.DeepEqual(m, tt.want) {
				t.Errorf("%v holds %+v, want %s to hold %+v", e.Week, m, tt.week, tt.want)
			}
		})
	}
}

func TestAddKeepsTheRestOfTheWeek(t *testing.T) {
	path := sampleJournal(t)
	w := week(t, "2026-W34")
	before := contents(t, path)
	succeeds(t, on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1", "--week", w.String())...)
	after := contents(t, path)
	i := slices.IndexFunc(after.Entries, func(e journal.Entry) bool { return e.Week == w })
	added := &after.Entries[i]
	last := len(added.Moments) - 1
	if added.Moments[last].Text != "Fed the quokka" {
		t.Errorf("the last moment is %q", added.Moments[last].Text)
	}
	added.Moments, added.Updated = added.Moments[:last], before.Entries[i].Updated
	if !reflect.DeepEqual(after, before) {
		t.Error("something else in the journal changed")
	}
}

// What a kind of the user's own is called decides, whatever the language.
func TestAddOwnKind(t *testing.T) {
	path := sampleJournal(t)
	for _, kind := range []string{"on-call-handover", "On-call handover", "on-CALL handover"} {
		succeeds(t, on(path, "add", "Fed the quokka", "--kind", kind, "--energy", "1", "--lang", "fr")...)
	}
	c := contents(t, path)
	for _, m := range c.Entries[len(c.Entries)-1].Moments {
		if m.Text == "Fed the quokka" && (m.Kind != "on-call-handover" || m.Track != journal.Both) {
			t.Errorf("filed under %s, %s", m.Kind, m.Track)
		}
	}
}

// Each command answers on standard output and nowhere else.
func TestAnswers(t *testing.T) {
	path := sampleJournal(t)
	tests := []struct {
		name string
		args []string
		want []string // all of them are in the answer
	}{
		{"version", []string{"version"}, []string{"heliotrope " + version}},
		{"help", []string{"--help"}, []string{"Usage:", "add ", "backup ", "check ", "export ", "import ", "lean ", "report ", "restore ", "show ", "version "}},
		{"help in French", []string{"--lang", "fr", "-h"}, []string{"Utilisation", "Note un moment"}},
		{"help of a command", []string{"add", "--help"}, []string{"heliotrope add TEXT", "--energy", "--today"}},
		{"show", []string{"show", "2026-W34"}, []string{"# Week 34, 2026", "17 – 23 August 2026", "\n- ", "\n> "}},
		{"show in French", []string{"show", "2026-W34", "--lang=fr"}, []string{"# Semaine 34, 2026", "17 – 23 août 2026"}},
		{"show today’s week", []string{"show", "--today", "2026-08-20"}, []string{"# Week 34, 2026"}},
		{"show an empty week", []string{"show", "2031-W01"}, []string{"# Week 1, 2031", "Nothing is logged"}},
		{"lean", []string{"lean"}, []string{"Your work leans technical.", "65 weeks logged of 80"}},
		{"lean in French", []string{"lean", "--lang", "fr"}, []string{"Votre travail penche vers le technique."}},
		{"lean of another today", []string{"lean", "--today", "2026-11-30"}, []string{"65 weeks logged of 81"}},
		{"lean of some weeks", []string{"lean", "--from", "2026-W30", "--to", "2026-W39"}, []string{"weeks logged of 10"}},
		{"lean before there is anything", []string{"lean", "--from", "2024-W01", "--to", "2024-W10"}, []string{"Nothing to read yet."}},
		{"export", []string{"export"}, []string{`"format": "heliotrope-journal"`, `"exported": "2026-11-2`}},
		{"export to standard output by name", []string{"export", "-o", "-"}, []string{`"format": "heliotrope-journal"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := succeeds(t, on(path, tt.args...)...)
			for _, want := range tt.want {
				if !strings.Contains(strings.ReplaceAll(got.out, "\u00a0", " "), want) {
					t.Errorf("the answer lacks %q: %.400s", want, got.out)
				}
			}
			if got.err != "" {
				t.Errorf("standard error says %q", got.err)
			}
		})
	}
}

func TestLeanJSON(t *testing.T) {
	got := succeeds(t, on(sampleJournal(t), "lean", "--json")...)
	var fields map[string]any
	if err := json.Unmarshal([]byte(got.out), &fields); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"weeks", "level", "now", "trend", "time", "energy", "kinds", "weeksLogged",
		"weeksSpanned", "moments", "weeksNeeded", "willNotSettle", "changePoint", "stated"} {
		if _, ok := fields[name]; !ok {
			t.Errorf("%s is missing", name)
		}
		delete(fields, name)
	}
	if len(fields) > 0 {
		t.Errorf("fields that nobody was told of: %v", fields)
	}
}

// What --redact names is in no report, and a private moment never is.
func TestReport(t *testing.T) {
	path := place(t)
	succeeds(t, on(path, "import", writeFile(t, "small.json", small))...)
	const (
		moment     = "Fed the quokka on my own"
		private    = "Lost the quokka in front of everybody"
		reflection = "The quokka knew before I did"
		event      = "Keeper of the quokka"
	)
	tests := []struct {
		name       string
		args       []string
		has, lacks []string
	}{
		{"everything", nil, []string{`lang="en"`, moment, reflection, event}, []string{private, "marsupials", "http:", "https:"}},
		{"French", []string{"--lang", "fr"}, []string{`lang="fr"`, moment}, []string{private}},
		{"without private moments and tags", []string{"--redact", "private,tags"}, []string{moment, reflection}, []string{private, "marsupials"}},
		{"without reflections", []string{"--redact", "reflection"}, []string{moment, event}, []string{private, reflection}},
		{"without text", []string{"--redact=text"}, nil, []string{secret}},
		{"without anything", []string{"--redact", "private", "--redact", "text,reflection", "--redact", "tags"}, nil, []string{secret}},
		{"without a name", []string{"--hide", "QUOKKA", "--hide", "Everybody, else"}, []string{"Fed the […] on my own"}, []string{secret, private}},
		{"with the writer’s name", []string{"--name", " Ada\tExample "}, []string{"<bdi>Ada Example</bdi>", moment}, nil},
		{"only some sections", []string{"--sections", "events,method"}, []string{event, `id="method"`}, []string{moment, reflection, "<figure>"}},
		{"on paper", []string{"--paper", "letter"}, []string{"@page { size: letter }"}, nil},
		{"of other weeks", []string{"--from", "2026-W48"}, nil, []string{secret}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "report.HTML")
			got := succeeds(t, on(path, append([]string{"report", "-o", target}, tt.args...)...)...)
			if got.out != "" || !strings.Contains(got.err, target) {
				t.Errorf("said %q on standard output and %q on standard error", got.out, got.err)
			}
			html := readFile(t, target)
			for _, want := range tt.has {
				if !strings.Contains(html, want) {
					t.Errorf("the report lacks %q", want)
				}
			}
			for _, unwanted := range tt.lacks {
				if strings.Contains(html, unwanted) {
					t.Errorf("the report has %q", unwanted)
				}
			}
		})
	}
}

// The name says the format. A report in Markdown brings its pictures.
func TestReportFormats(t *testing.T) {
	path, dir := place(t), t.TempDir()
	succeeds(t, on(path, "import", writeFile(t, "small.json", small))...)
	for name, want := range map[string]string{
		"talk.html": "<!DOCTYPE html>", "talk.md": "# ", "talk.csv": "week,monday,", "bom.csv": "\uFEFFweek,",
	} {
		target := filepath.Join(dir, name)
		args := on(path, "report", "-o", target)
		if name == "bom.csv" {
			args = append(args, "--bom")
		}
		got := succeeds(t, args...)
		if content := readFile(t, target); !strings.HasPrefix(content, want) || !strings.Contains(got.err, target) {
			t.Errorf("%s begins with %.30q, and the command said %q", name, content, got.err)
		}
	}
	if picture := readFile(t, filepath.Join(dir, "talk-lean.svg")); !strings.HasPrefix(picture, "<svg") {
		t.Errorf("the picture begins with %.30q", picture)
	}
	if found := files(t, dir); len(found) < 5 {
		t.Errorf("wrote %v", found)
	}
}

// small is a journal with one of everything that a report may leave out.
const small = `{"format": "heliotrope-journal", "version": 1, "id": "small",
"events": [{"id": "e", "week": "2026-W47", "kind": "role", "title": "Keeper of the quokka"}],
"entries": [{"week": "2026-W47", "prompt": "What then?", "reflection": "The quokka knew before I did",
  "moments": [
    {"id": "a", "text": "Fed the quokka on my own", "kind": "coding", "energy": 2, "hours": 2, "tags": ["marsupials"]},
    {"id": "b", "text": "Lost the quokka in front of everybody", "kind": "feedback", "energy": -2, "hours": 1, "private": true}]}]}
`

func TestVersionIsThatOfThePackage(t *testing.T) {
	metadata := readFile(t, filepath.Join("..", "..", "FyneApp.toml"))
	found := regexp.MustCompile(`(?m)^Version = "(.+)"$`).FindStringSubmatch(metadata)
	if found == nil {
		t.Fatal("FyneApp.toml has no version")
	}
	got := succeeds(t, "version").out
	if fields := strings.Fields(got); len(fields) < 2 || fields[0] != "heliotrope" || fields[1] != found[1] {
		t.Errorf("version says %q, FyneApp.toml %q", got, found[1])
	}
}

// The journal is the one that the flag names, or else the environment, or else
// the one in the user's data folder.
func TestPlace(t *testing.T) {
	flag, environment, data := place(t), place(t), t.TempDir()
	t.Cleanup(xdg.Reload) // runs last, when the environment is as before
	t.Setenv("XDG_DATA_HOME", data)
	xdg.Reload()
	add := []string{"add", "Fed the quokka", "--kind", "coding", "--energy", "1"}

	t.Setenv("HELIOTROPE_JOURNAL", environment)
	succeeds(t, append([]string{"--journal", flag}, add...)...)
	if _, err := os.Stat(environment); err == nil {
		t.Error("the environment was stronger than the flag")
	}
	if n := len(contents(t, flag).Entries); n != 1 {
		t.Errorf("the flag's journal holds %d weeks, want 1", n)
	}
	succeeds(t, add...)
	if n := len(contents(t, environment).Entries); n != 1 {
		t.Errorf("the environment's journal holds %d weeks, want 1", n)
	}
	t.Setenv("HELIOTROPE_JOURNAL", "")
	succeeds(t, add...)
	mine := filepath.Join(data, "heliotrope", "journal.db")
	if n := len(contents(t, mine).Entries); n != 1 {
		t.Errorf("the data folder's journal holds %d weeks, want 1", n)
	}
	if info, err := os.Stat(mine); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("its mode is %v (%v), want 0600", info.Mode(), err)
	}
}

// A command that only answers makes no journal.
func TestAnsweringBeginsNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "folder", "journal.db")
	for _, args := range [][]string{
		{"show"}, {"lean"}, {"export"}, {"version"}, {"--help"}, {"import", "--dry-run", sampleFile},
	} {
		succeeds(t, on(path, args...)...)
		if found, err := os.ReadDir(dir); err != nil || len(found) > 0 {
			t.Errorf("%q made %v (%v)", args, found, err)
		}
	}
}

// The sample is a copy in a folder that is gone afterwards; neither it nor the
// user's own journal changes.
func TestSample(t *testing.T) {
	path, temporary := sampleJournal(t), t.TempDir()
	t.Setenv("TMPDIR", temporary)
	check := remains(t, filepath.Dir(path))
	sample := func(args ...string) outcome {
		t.Helper()
		got := succeeds(t, on(path, append([]string{"--sample"}, args...)...)...)
		if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
			t.Errorf("%q left %v (%v)", args, left, err)
		}
		return got
	}
	for _, lang := range words.Languages {
		first := exported(t, sample("export", "--lang", string(lang)).out)
		sample("add", "Fed the quokka", "--kind", "coding", "--energy", "1", "--lang", string(lang))
		if again := exported(t, sample("export", "--lang", string(lang)).out); !reflect.DeepEqual(again, first) {
			t.Errorf("the %s sample changed", lang)
		}
		file := exported(t, readFile(t, filepath.Join("..", "..", "assets", "sample."+string(lang)+".json")))
		if !reflect.DeepEqual(first, file) {
			t.Errorf("the %s sample is not the one in assets", lang)
		}
	}
	sample("lean")
	sample("show")
	refuses(t, exitFailed, "2026-W47", on(path, "--sample", "import", writeFile(t, "small.json", small))...)
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("a command that failed left %v (%v)", left, err)
	}
	check()
}
