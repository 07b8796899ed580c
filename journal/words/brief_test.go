package words_test

import (
	"regexp"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// ofBrief returns what a brief says of r, one sentence or two each.
func ofBrief(w *words.Words, r lean.Result) []string {
	return append([]string{w.BriefTime(r), w.BriefEnergy(r), w.BriefBasis(r, r.Span.To), w.BriefSure(r)}, w.BriefChanges(r, 3)...)
}

// TestBriefSentences reads briefs of random journals at every state: each sentence
// is there and whole, how sure it is takes one of them, and no side is named as sure
// in it that the title does not name.
func TestBriefSentences(t *testing.T) {
	gap := regexp.MustCompile(`<no value>|\b(brief|finding|role)\.[a-z]|\{\{|  `)
	states := make(map[lean.State]int)
	for seed := range uint64(400) {
		r := randomResult(seed)
		if r.WeeksLogged == 0 {
			continue
		}
		states[r.Time.State]++
		states["energy "+r.Energy.State]++
		for _, lang := range words.Languages {
			w := words.In(lang).FirstPerson()
			for _, text := range ofBrief(w, r) {
				if gap.MatchString(text) || !strings.HasSuffix(text, ".") || addressed[lang].MatchString(text) {
					t.Errorf("seed %d: %q", seed, text)
				}
			}
			sure := w.BriefSure(r)
			if strings.Count(sure, ". ") > 0 {
				t.Errorf("seed %d: how sure it is takes several sentences: %q", seed, sure)
			}
			named := 0
			for _, d := range []lean.Dial{r.Time.Dial, r.Energy.Dial} {
				if d.State.IsSide() {
					named++
				}
			}
			if r.Time.State == lean.Insufficient {
				named = 0
			}
			since := map[words.Language]string{words.English: "named since", words.French: "nommé depuis"}[lang]
			if got := strings.Count(sure, since); got != named {
				t.Errorf("seed %d: %d sides are named, and %q names %d", seed, named, sure, got)
			}
		}
	}
	for _, state := range []lean.State{lean.Insufficient, lean.Open, lean.Technical, lean.People} {
		if states[state] == 0 || states["energy "+state] == 0 {
			t.Errorf("no journal is %s: %v", state, states)
		}
	}
}

func TestBriefOfTheSample(t *testing.T) {
	r := opposed()
	both(t, func(w *words.Words) string { return w.FirstPerson().BriefEnergy(r) },
		"A technical moment gives me about 0.6~points more than a people one, of 4 possible.",
		"Un moment de technique me donne environ 0,6~point de plus (sur 4) qu’un moment d’encadrement.")
	r.Energy.State, r.Energy.Levels[0].High90 = lean.Open, 0.2
	both(t, func(w *words.Words) string { return w.FirstPerson().BriefEnergy(r) },
		"After a technical moment I am very likely between 0.2~points lower and 1.0~points higher than after a people one.",
		"Un moment de technique me laisse très probablement entre 0,2~point de moins et 1,0~point de plus qu’un moment d’encadrement.")
}

func week(text string) journal.Week {
	w, err := journal.ParseWeek(text)
	if err != nil {
		panic(err)
	}
	return w
}

// TestBriefBasisLeavesOutTheRunningWeek: a week is missing once it is over.
func TestBriefBasisLeavesOutTheRunningWeek(t *testing.T) {
	w := words.In(words.English)
	r := lean.Result{WeeksLogged: 2, Moments: 1, Span: lean.Span{From: week("2026-W45"), To: week("2026-W48")}}
	for today, want := range map[string]string{
		"2026-W48": "1 moment in 3 weeks up to week 47 of 2026: 2 logged, 1 not logged.",
		"2026-W49": "1 moment in 4 weeks up to week 48 of 2026: 2 logged, 2 not logged.",
	} {
		if got := strings.ReplaceAll(w.BriefBasis(r, week(today)), "\u00a0", " "); got != want {
			t.Errorf("in %s: %q, want %q", today, got, want)
		}
	}
}

// TestBriefChanges: a change is told with what it did, and one that nothing was
// logged before is not.
func TestBriefChanges(t *testing.T) {
	change := func(at string, before int, time, energy lean.Difference) lean.EventChange {
		time.WeeksBefore = before
		return lean.EventChange{Event: journal.Event{ID: at, Week: week(at), Kind: journal.RoleEvent, Title: "Role " + at}, Time: time, Energy: energy}
	}
	clear := lean.Difference{Comparable: true, Before: lean.Level{Mid: -0.5}, After: lean.Level{Mid: 0.5}, Mid: 1, Low: 0.5, High: 1.5}
	same := lean.Difference{Comparable: true, Low: -1, High: 1}
	r := lean.Result{Changes: []lean.EventChange{
		change("2026-W01", 0, same, same), change("2026-W10", 9, clear, same), change("2026-W20", 9, same, clear), change("2026-W30", 9, lean.Difference{}, same),
	}}
	got := words.In(words.English).FirstPerson().BriefChanges(r, 3)
	want := []string{
		"With “Role 2026-W10” (2 March 2026), the people side’s share of my time went from 25% to 75%.",
		"With “Role 2026-W20” (11 May 2026), where my time goes did not clearly move. Energy moved by about 1.0 points toward people work.",
		"“Role 2026-W30” began on 20 July 2026; too little is logged to tell what it changed.",
	}
	if strings.ReplaceAll(strings.Join(got, "\n"), "\u00a0", " ") != strings.Join(want, "\n") {
		t.Errorf("got %q", got)
	}
}
