package words_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// life is a constructed journal: stages of weeks that are alike but for what takes
// turns.
type life struct {
	name   string
	stages []stage
	events []journal.Event
	answer int // to three questions, where it is not 0

	// What the title says in English, and what is nowhere said.
	title string
	never []string
}

// stage is a run of weeks.
type stage struct {
	weeks   int
	splits  []journal.Split // one a week in turn; none: no week has a split
	moments []moment        // of every week
	away    bool
	empty   bool // not logged
}

// moment is one of every week, its energies in turn.
type moment struct {
	kind     string
	track    journal.Track
	energies []journal.Energy
	hours    float64
	chosen   bool
}

// ownKinds have one name in every language.
var ownKinds = journal.Kinds{
	{ID: "coding", Name: "Coding", Track: journal.Technical},
	{ID: "debugging", Name: "Debugging", Track: journal.Technical},
	{ID: "tech-lead", Name: "Project lead", Track: journal.Both},
	{ID: "coaching", Name: "Coaching", Track: journal.People},
	{ID: "hiring", Name: "Hiring", Track: journal.People},
}

// firstOfLife is where every life starts.
var firstOfLife = journal.WeekAt(2932) // from 9 March 2026

func coding(energies ...journal.Energy) moment {
	return moment{kind: "coding", track: journal.Technical, energies: energies, hours: 4}
}

func leading(energies ...journal.Energy) moment {
	return moment{kind: "tech-lead", track: journal.Both, energies: energies, hours: 3}
}

func coaching(energies ...journal.Energy) moment {
	return moment{kind: "coaching", track: journal.People, energies: energies, hours: 2}
}

// around returns splits in turn: people per cent on average, with a tenth of tech
// lead work.
func around(people int) (splits []journal.Split) {
	for _, more := range []int{0, 8, -8, 4, -4} {
		p := min(max(people+more, 0), 90)
		splits = append(splits, journal.Split{Technical: 90 - p, Both: 10, People: p})
	}
	return splits
}

func change(n int, kind journal.EventKind, title string) journal.Event {
	return journal.Event{ID: title, Week: firstOfLife.Add(n), Kind: kind, Title: title}
}

// result computes the result of the life's journal.
func (l life) result() lean.Result {
	var entries []journal.Entry
	n := 0
	for _, s := range l.stages {
		for i := range s.weeks {
			e := journal.Entry{Week: firstOfLife.Add(n)}
			n++
			if s.empty {
				continue
			}
			if s.away {
				e.Away = "leave"
			}
			if len(s.splits) > 0 {
				split := s.splits[i%len(s.splits)]
				e.Split = &split
			}
			for j, m := range s.moments {
				e.Moments = append(e.Moments, journal.Moment{
					ID: fmt.Sprint(j), Text: "x", Kind: m.kind, Track: m.track,
					Energy: m.energies[(i+j)%len(m.energies)], Hours: m.hours, Chosen: m.chosen,
				})
			}
			if l.answer != 0 {
				e.Answers = []journal.Answer{{Question: journal.Questions[n%4], Value: l.answer}}
			}
			entries = append(entries, e)
		}
	}
	return lean.Of(entries, l.events, lean.Span{From: firstOfLife, To: firstOfLife.Add(max(n, 1) - 1)})
}

// sentences is all that is said about r, a line a sentence that is not empty.
func sentences(w *words.Words, r lean.Result) []string {
	lines := []string{w.Finding(r), w.TimeLine(r), w.EnergyLine(r), w.TracksLine(r), w.Basis(r)}
	for _, remark := range w.Remarks(r, ownKinds) {
		lines = append(lines, "- "+remark.Text)
	}
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

// told is sentences and the titles of all charts.
func told(w *words.Words, r lean.Result) []string {
	lines := sentences(w, r)
	for _, c := range chart.Charts(chart.Input{Result: r, Kinds: ownKinds, Words: w}) {
		lines = append(lines, "= "+c.Title)
	}
	return lines
}

// TestLives reads out one journal a state, in both languages. The files are made
// to be read by people: go test ./journal/words -run Lives -update
func TestLives(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		var text strings.Builder
		for _, l := range lives {
			r := l.result()
			lines := told(w, r)
			fmt.Fprintf(&text, "# %s: %s, %s\n\n%s\n\n", l.name, r.Time.State, r.Energy.State, strings.Join(lines, "\n"))
			if lang != words.English {
				continue
			}
			if l.title != lines[0] {
				t.Errorf("%s: %q, want %q", l.name, lines[0], l.title)
			}
			for _, never := range l.never {
				if all := strings.Join(lines, "\n"); strings.Contains(all, never) {
					t.Errorf("%s: %q in\n%s", l.name, never, all)
				}
			}
		}
		compare(t, filepath.Join("testdata", "lives."+string(lang)+".txt"), text.String())
	}
}

// compare compares text with a golden file, line by line.
func compare(t *testing.T, name, text string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	golden, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.ReplaceAll(string(golden), "\r\n", "\n"), "\n")
	got := strings.Split(text, "\n")
	if len(got) != len(want) {
		t.Errorf("%s: %d lines, want %d", name, len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Errorf("%s:%d:\ngot  %s\nwant %s", name, i+1, got[i], want[i])
		}
	}
}
