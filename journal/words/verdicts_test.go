package words_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// life is a constructed journal: weeks alike but for some noise.
type life struct {
	name     string
	strength lean.Strength // that it is there to show
	side     lean.Side
	stages   []stage
	events   []journal.Event
	answer   int // to three questions, where it is not 0
}

// stage is a run of weeks with a share of people work, and the energy of an
// hour of each track.
type stage struct {
	weeks             int
	people            int     // per cent
	noise             float64 // of it, standard deviation
	technical, social journal.Energy
	moments           int           // a week
	chosen            journal.Track // what the writer chose beside the first moment, if anything
}

// firstOfLife is where every life starts, long before its span ends.
var firstOfLife = journal.WeekAt(2932) // from 9 March 2026

func change(n int, kind journal.EventKind, title string) journal.Event {
	return journal.Event{ID: title, Week: firstOfLife.Add(n), Kind: kind, Title: title}
}

func newRole(n int, role journal.Role, companySize string) journal.Event {
	e := change(n, journal.RoleEvent, "")
	e.Role, e.CompanySize = role, companySize
	return e
}

// lives are one journal a verdict.
var lives = []life{
	{name: "nothing logged", strength: lean.Insufficient, side: lean.NoSide},
	{name: "two weeks", strength: lean.Insufficient, side: lean.NoSide,
		stages: []stage{{weeks: 2, people: 30, moments: 4}}},
	{name: "six weeks of one moment", strength: lean.Insufficient, side: lean.NoSide,
		stages: []stage{{weeks: 6, people: 30, technical: 1, moments: 1}}},
	{name: "an early signal", strength: lean.Early, side: lean.TechnicalSide,
		stages: []stage{{weeks: 5, people: 12, noise: 3, technical: 2, social: -1, moments: 4}}},
	{name: "early, and both ways", strength: lean.NoClear, side: lean.NoSide,
		stages: []stage{{weeks: 6, people: 50, noise: 15, technical: 1, social: 1, moments: 4}}},
	{name: "no clear lean, and none to come", strength: lean.NoClear, side: lean.NoSide, answer: 2,
		stages: []stage{{weeks: 20, people: 54, noise: 14, technical: 1, social: 1, moments: 4}}},
	{name: "leaning", strength: lean.Leaning, side: lean.PeopleSide, answer: -1,
		stages: []stage{{weeks: 12, people: 61, noise: 12, technical: 1, social: 1, moments: 4}}},
	{name: "clear, and chosen so", strength: lean.Clear, side: lean.PeopleSide, answer: 1,
		stages: []stage{{weeks: 24, people: 70, noise: 6, technical: -1, social: 1, moments: 5, chosen: journal.People}}},
	{name: "clear, but chosen otherwise", strength: lean.Clear, side: lean.TechnicalSide, answer: 1,
		stages: []stage{{weeks: 26, people: 22, noise: 6, technical: 0, social: 1, moments: 5, chosen: journal.People}}},
	{name: "balanced", strength: lean.Balanced, side: lean.NoSide, answer: -1,
		stages: []stage{{weeks: 30, people: 50, noise: 5, technical: 1, social: 1, moments: 4}}},
	{name: "a new role, after another", strength: lean.Leaning, side: lean.TechnicalSide,
		events: []journal.Event{change(12, journal.TeamEvent, "Payments"), change(18, journal.LeaveEvent, "Parental leave"), newRole(26, journal.RoleTechLead, "51-250")},
		stages: []stage{
			{weeks: 12, people: 60, noise: 6, technical: 1, social: 1, moments: 4},
			{weeks: 14, people: 20, noise: 6, technical: 1, social: 0, moments: 4},
			{weeks: 3, people: 57, noise: 6, technical: 1, social: 0, moments: 4},
		}},
	{name: "a change that nobody declared", strength: lean.Clear, side: lean.PeopleSide,
		stages: []stage{
			{weeks: 14, people: 20, noise: 6, technical: 1, social: 1, moments: 4},
			{weeks: 16, people: 80, noise: 6, technical: 1, social: 1, moments: 4},
		}},
}

// result computes the result of the life's journal.
func (l life) result() lean.Result {
	rng := rand.New(rand.NewPCG(11, 12))
	var entries []journal.Entry
	week := firstOfLife
	for _, s := range l.stages {
		for range s.weeks {
			e := s.entry(rng, week)
			if l.answer != 0 {
				e.Answers = []journal.Answer{{Question: journal.Questions[len(entries)%4], Value: l.answer}}
			}
			entries = append(entries, e)
			week = week.Next()
		}
	}
	span := lean.Span{From: firstOfLife, To: firstOfLife.Add(max(len(entries), 1) - 1)}
	return lean.Of(entries, l.events, span)
}

func (s stage) entry(rng *rand.Rand, week journal.Week) journal.Entry {
	people := int(math.Round(min(max(float64(s.people)+s.noise*rng.NormFloat64(), 0), 100)))
	e := journal.Entry{Week: week, Split: &journal.Split{Technical: 100 - people, People: people}}
	for i := range s.moments {
		m := journal.Moment{ID: fmt.Sprint(i), Text: "x", Kind: "coding", Track: journal.Technical, Energy: s.technical, Hours: 1 + float64(i%3)}
		if i%2 == 1 {
			m.Kind, m.Track, m.Energy = "coaching", journal.People, s.social
		}
		m.Energy = min(max(m.Energy+journal.Energy(rng.IntN(3)-1), journal.Drained), journal.Energized)
		m.Chosen = s.chosen != "" && (m.Track == s.chosen || i == 0)
		e.Moments = append(e.Moments, m)
	}
	return e
}

// told is all that is said about r, one line a sentence that is not empty.
func told(w *words.Words, r lean.Result) []string {
	lines := []string{w.Finding(r), w.Facts(r), w.Certainty(r)}
	for _, remark := range w.Remarks(r, journal.BuiltInKinds()) {
		lines = append(lines, remark.Text)
	}
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

// TestVerdicts reads out one journal a verdict, in both languages. The files
// are made to be read by people: go test ./journal/words -run Verdicts -update
func TestVerdicts(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		var text strings.Builder
		for _, l := range lives {
			r := l.result()
			if v := r.Verdict; v.Strength != l.strength || v.Side != l.side {
				t.Errorf("%s: %s %s, want %s %s", l.name, v.Strength, v.Side, l.strength, l.side)
			}
			fmt.Fprintf(&text, "# %s: %s, %s\n\n%s\n\n", l.name, l.strength, l.side, strings.Join(told(w, r), "\n"))
		}
		compare(t, filepath.Join("testdata", "verdicts."+string(lang)+".txt"), text.String())
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

// What is said in any of the lives is whole, and advises nothing.
func TestVerdictsVoice(t *testing.T) {
	forbidden := []string{"finding.", "count.", "lean.", "<no value>", "{{", "!", " should ", " must ", "devriez", "devez", "il faut"}
	for _, lang := range words.Languages {
		w := words.In(lang)
		for _, l := range lives {
			for _, line := range told(w, l.result()) {
				for _, bad := range forbidden {
					if strings.Contains(strings.ToLower(line), bad) {
						t.Errorf("%s, %s: %q has %q", lang, l.name, line, bad)
					}
				}
			}
		}
	}
}
