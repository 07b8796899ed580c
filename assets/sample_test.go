package assets_test

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/lean"
)

func sample(t *testing.T, language string) journal.Contents {
	t.Helper()
	data, err := assets.Samples.ReadFile("sample." + language + ".json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := exchange.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("sample.%s.json: %v", language, err)
	}
	var again bytes.Buffer
	if err := exchange.Write(&again, c, time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Bytes(), data) {
		t.Errorf("sample.%s.json is not as exchange.Write writes it", language)
	}
	return c
}

// TestSampleTellsAStory requires what the sample is for: a role that moved the time
// and not the energy, in the half year that Trends opens with and over all weeks.
func TestSampleTellsAStory(t *testing.T) {
	c := sample(t, "en")
	today := weekOf(t, "2026-W48")
	for name, from := range map[string]journal.Week{"half a year": today.Add(-25), "all": c.Entries[0].Week} {
		r := lean.Of(c.Entries, c.Events, lean.Span{From: from, To: today})
		if r.Time.State != lean.People || r.Energy.State != lean.Technical {
			t.Errorf("%s: time is %v and energy %v, want people and technical", name, r.Time.State, r.Energy.State)
		}
		if name == "all" {
			continue
		}
		both, technical, people := r.Energy.Tracks.Both.Mean, r.Energy.Tracks.Technical.Mean, r.Energy.Tracks.People.Mean
		if !(people < 0 && both > people+0.75 && technical > both && technical-both < 0.75) {
			t.Errorf("%s: technical %.2f, tech lead %.2f, people %.2f: tech lead work should give nearly as much as technical work", name, technical, both, people)
		}
		trial := weekOf(t, "2026-W28")
		jump := levelAt(r, trial) - levelAt(r, trial.Add(-1))
		if jump < 0.5 {
			t.Errorf("the new role moves the time by %.2f, want a jump", jump)
		}
	}
}

// levelAt returns the level of Time in a week of the span.
func levelAt(r lean.Result, w journal.Week) float64 {
	return r.Time.Levels[w.Index()-r.Time.Levels[0].Week.Index()].Mid
}

func weekOf(t *testing.T, text string) journal.Week {
	t.Helper()
	w, err := journal.ParseWeek(text)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestSampleIsFrenchAsPrinted requires no-break spaces where French has them, and
// curly apostrophes in both languages.
func TestSampleIsFrenchAsPrinted(t *testing.T) {
	loose := regexp.MustCompile(` [;:?!%»]|« |'`)
	code := regexp.MustCompile("`[^`]*`")
	for _, language := range []string{"en", "fr"} {
		for text := range tallyOf(sample(t, language)).texts {
			if hit := loose.FindString(code.ReplaceAllString(text, "")); hit != "" {
				t.Errorf("%s: %q in %s", language, hit, text)
			}
		}
	}
}

// tally counts what a journal uses.
type tally struct {
	moments, splits, reflections          int
	private, chosen, tagged, long         int
	kinds, texts, questions, away, events map[string]int
}

func tallyOf(c journal.Contents) tally {
	n := tally{
		kinds: make(map[string]int), texts: make(map[string]int), questions: make(map[string]int),
		away: make(map[string]int), events: make(map[string]int),
	}
	for _, e := range c.Events {
		n.events[string(e.Kind)]++
	}
	for _, e := range c.Entries {
		n.away[e.Away]++
		n.splits += count(e.Split != nil)
		if e.Reflection != "" {
			n.reflections++
			n.texts[e.Reflection]++
		}
		for _, a := range e.Answers {
			n.questions[string(a.Question)]++
		}
		for _, m := range e.Moments {
			n.moments++
			n.kinds[m.Kind]++
			n.texts[m.Text]++
			n.private += count(m.Private)
			n.chosen += count(m.Chosen)
			n.tagged += count(len(m.Tags) > 0)
			n.long += count(utf8.RuneCountInString(m.Text) >= 500)
		}
	}
	return n
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// TestSampleCovers holds that the sample shows all that the program can draw.
func TestSampleCovers(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		t.Run(language, func(t *testing.T) {
			c := sample(t, language)
			n, weeks := tallyOf(c), len(c.Entries)
			between(t, "weeks", weeks, 68, 72)
			between(t, "moments", n.moments, 300, 340)
			between(t, "reflections", n.reflections, 42, 50)
			between(t, "weeks with a split", n.splits, weeks*3/4, weeks-1)
			between(t, "private moments", n.private, 5, n.moments/10)
			between(t, "chosen moments", n.chosen, n.moments/5, n.moments/2)
			between(t, "moments with tags", n.tagged, n.moments/5, n.moments)
			between(t, "moments of 500 characters", n.long, 1, 3)
			between(t, "reasons to be away, none included", len(n.away), 3, 3)
			between(t, "own kinds", len(c.Kinds), 1, 1)
			for _, k := range append(journal.BuiltInKinds(), c.Kinds...) {
				between(t, "moments of kind "+k.ID, n.kinds[k.ID], 3, n.moments)
			}
			for _, q := range journal.Questions {
				between(t, "answers to "+string(q), n.questions[string(q)], 3, weeks)
			}
			for _, k := range []journal.EventKind{journal.RoleEvent, journal.TeamEvent, journal.LeaveEvent} {
				between(t, "events of kind "+string(k), n.events[string(k)], 1, len(c.Events))
			}
			for text, times := range n.texts {
				if times > 1 {
					t.Errorf("said %d times: %s", times, text)
				}
			}
			if first, last := c.Entries[0].Week, c.Entries[weeks-1].Week; first.String() != "2025-W21" || last.String() != "2026-W47" {
				t.Errorf("runs from %v to %v", first, last)
			}
		})
	}
}

func between(t *testing.T, what string, n, low, high int) {
	t.Helper()
	if n < low || n > high {
		t.Errorf("%s: got %d, want %d to %d", what, n, low, high)
	}
}

// TestSampleSameInBothLanguages holds that only words differ.
func TestSampleSameInBothLanguages(t *testing.T) {
	en, fr := sample(t, "en"), sample(t, "fr")
	prompts := make(map[string]string)
	for i := range min(len(en.Entries), len(fr.Entries)) {
		e, f := &en.Entries[i], &fr.Entries[i]
		if known, ok := prompts[e.Prompt]; ok && known != f.Prompt {
			t.Errorf("%v: prompt %q is %q here and %q before", e.Week, e.Prompt, f.Prompt, known)
		}
		prompts[e.Prompt] = f.Prompt
		translated(t, e.Week.String(), &e.Prompt, &f.Prompt, &e.Reflection, &f.Reflection)
		for j := range min(len(e.Moments), len(f.Moments)) {
			translated(t, e.Week.String(), &e.Moments[j].Text, &f.Moments[j].Text)
		}
	}
	if distinct := slices.Compact(slices.Sorted(maps.Values(prompts))); len(distinct) != len(prompts) {
		t.Errorf("%d prompts became %d", len(prompts), len(distinct))
	}
	for i := range min(len(en.Events), len(fr.Events)) {
		translated(t, "event", &en.Events[i].Title, &fr.Events[i].Title)
	}
	for i := range min(len(en.Kinds), len(fr.Kinds)) {
		translated(t, "kind", &en.Kinds[i].Name, &fr.Kinds[i].Name)
	}
	var left, right bytes.Buffer
	for b, c := range map[*bytes.Buffer]journal.Contents{&left: en, &right: fr} {
		if err := exchange.Write(b, c, time.Time{}); err != nil {
			t.Fatal(err)
		}
	}
	a, b := strings.Split(left.String(), "\n"), strings.Split(right.String(), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d: %s and %s", i+1, a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d and %d lines", len(a), len(b))
	}
}

// translated checks pairs of texts, English and French, and makes them alike:
// both empty or both not, and never the same words.
func translated(t *testing.T, where string, pairs ...*string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		en, fr := pairs[i], pairs[i+1]
		if (*en == "") != (*fr == "") || *en != "" && *en == *fr {
			t.Errorf("%s: %q is %q in French", where, *en, *fr)
		}
		if *en != "" {
			*en, *fr = "text", "text"
		}
	}
}
