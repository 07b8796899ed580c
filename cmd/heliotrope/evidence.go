package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/guess"
	"heliotrope/journal/words"
)

// evidenceFlags are the flags of evidence.
type evidenceFlags struct {
	json         bool
	places, mine []string
}

// evidenceCommand prints what a week held, by calendars and repositories.
func (p *program) evidenceCommand() *cobra.Command {
	var f evidenceFlags
	c := &cobra.Command{
		Use:   p.words.Say("cli.evidence.use"),
		Short: p.words.Say("cli.evidence.short"),
		Long:  p.words.Say("cli.evidence.long"),
		Args:  p.args(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			w, err := p.weekOr(strings.Join(args, ""), p.today())
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt)
			defer stop()
			return p.withAny(func(j *journal.Journal) error { return f.print(ctx, p, j, w) })
		},
	}
	c.Flags().BoolVar(&f.json, "json", false, p.words.Say("cli.evidence.json"))
	c.Flags().StringArrayVar(&f.places, "place", nil, p.words.Say("cli.evidence.place"))
	c.Flags().StringArrayVar(&f.mine, "address", nil, p.words.Say("cli.evidence.address"))
	return c
}

// print looks at the places and prints what they have of week w.
func (f *evidenceFlags) print(ctx context.Context, p *program, j *journal.Journal, w journal.Week) error {
	places, err := f.look(ctx, p, j)
	if err != nil {
		return err
	}
	now := p.now()
	found, err := evidence.NewLooker(evidence.Kinds...).Look(ctx, places, evidence.SpanOf(w, now.Location()))
	if err != nil {
		return err
	}
	from, to := p.preferences.Get().Evidence[j.ID()].WorkingDay()
	guesser := guess.New(j.Kinds().Offered(), j.View().Entries)
	entry := j.Entry(w)
	week := evidence.Of(found, evidence.Facts{
		Week: w, Now: now, From: from, To: to, Moments: entry.Moments, Kinds: j.Kinds(), Dismissed: j.IsDismissed,
		Guess: func(title string) string { return guesser.Kind(title, nil) },
	})
	for _, t := range week.Troubles {
		fmt.Fprintf(p.err, "heliotrope: %s\n", p.words.EvidenceTrouble(t))
	}
	rated := entry.Split != nil // what the user remembers comes first
	if f.json {
		encoder := json.NewEncoder(p.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(jsonEvidence(w, week, rated))
	}
	_, err = fmt.Fprintln(p.out, strings.Join(p.evidenceText(w, week, rated), "\n"))
	return err
}

// look returns where to look: at the places that the flags name, or that were chosen in
// the window.
func (f *evidenceFlags) look(ctx context.Context, p *program, j *journal.Journal) (evidence.Places, error) {
	chosen := p.preferences.Get().Evidence[j.ID()]
	places := evidence.Places{Paths: chosen.Places, Own: chosen.Own}
	if len(f.places) > 0 {
		places.Paths = make(map[string][]string)
	}
	for _, path := range f.places {
		if err := add(ctx, places.Paths, path); err != nil {
			return places, err
		}
	}
	if len(f.mine) > 0 {
		places.Own = f.mine
	}
	any := false
	for _, kind := range evidence.Kinds {
		paths := places.Paths[kind.ID()]
		any = any || len(paths) > 0
		if len(chosen.Own)+len(f.mine) == 0 {
			places.Own = append(places.Own, kind.Addresses(ctx, paths)...)
		}
	}
	if !any {
		return places, usageError{errors.New(p.words.Say("cli.evidence.none"))}
	}
	return places, nil
}

// add adds the places at path or below it.
func add(ctx context.Context, paths map[string][]string, path string) error {
	path, err := filepath.Abs(unfolded(path))
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil {
		return err
	}
	var problem error
	for _, kind := range evidence.Kinds {
		found, err := kind.Find(ctx, path)
		paths[kind.ID()] = append(paths[kind.ID()], found...)
		problem = cmp.Or(problem, err)
	}
	if ctx.Err() != nil || !slices.ContainsFunc(evidence.Kinds, func(k source.Kind) bool { return len(paths[k.ID()]) > 0 }) {
		return problem
	}
	return nil
}

// evidenceText returns the lines of what a week held. Its hours are shown only once the
// user has said where they went.
func (p *program) evidenceText(w journal.Week, week evidence.Week, rated bool) []string {
	text := []string{"# " + p.words.Say("held.title", words.Args{"Week": p.words.WeekInline(w)}), ""}
	for _, l := range week.Lines {
		text = append(text, "- "+p.words.EvidenceTitle(l)+" · "+p.words.EvidenceLine(l))
	}
	rest := []string{p.words.EvidenceFree(week.Free), p.words.EvidenceOff(week)}
	if rated && week.Enough() {
		rest = append(rest, p.words.EvidencePeople(week.Hours))
	}
	rest = slices.DeleteFunc(rest, func(line string) bool { return line == "" })
	switch {
	case len(week.Lines)+len(rest) == 0:
		return append(text, p.words.Say("held.nothing"))
	case len(week.Lines) > 0 && len(rest) > 0:
		text = append(text, "")
	}
	return append(text, rest...)
}

// evidenceJSON is what a week held, for scripts.
type evidenceJSON struct {
	Week      journal.Week  `json:"week"`
	Lines     []lineJSON    `json:"lines"`
	Off       []string      `json:"off"` // days
	FreeBlock *blockJSON    `json:"freeBlock"`
	Hours     *hoursJSON    `json:"hours"` // null until the week has a split, or if not enough is covered
	Troubles  []troubleJSON `json:"troubles"`
}

type lineJSON struct {
	What    source.What `json:"what"`
	Title   string      `json:"title"`
	Details []string    `json:"details,omitempty"`
	Count   int         `json:"count"`
	Hours   float64     `json:"hours,omitempty"`
	Days    []int       `json:"days"` // from 1, Monday
	Kind    string      `json:"kind,omitempty"`
	Logged  bool        `json:"logged"`
}

type blockJSON struct {
	From  time.Time `json:"from"`
	To    time.Time `json:"to"`
	Hours float64   `json:"hours"`
}

type hoursJSON struct {
	Technical float64 `json:"technical"`
	Both      float64 `json:"both"`
	People    float64 `json:"people"`
	Covered   float64 `json:"covered"`
}

type troubleJSON struct {
	Path    string `json:"path"`
	Line    int    `json:"line,omitempty"`
	Problem string `json:"problem"`
}

func jsonEvidence(w journal.Week, week evidence.Week, rated bool) evidenceJSON {
	out := evidenceJSON{Week: w, Lines: []lineJSON{}, Off: []string{}, Troubles: []troubleJSON{}}
	for _, l := range week.Lines {
		line := lineJSON{What: l.What, Title: l.Title, Details: l.Details, Count: l.Count, Hours: l.Hours, Kind: l.Kind, Logged: l.Logged}
		for _, d := range l.Days {
			line.Days = append(line.Days, journal.ISODay(d))
		}
		out.Lines = append(out.Lines, line)
	}
	for _, d := range week.Off {
		out.Off = append(out.Off, w.Monday().AddDate(0, 0, journal.ISODay(d)-1).Format(time.DateOnly))
	}
	if week.Free != (evidence.Block{}) {
		out.FreeBlock = &blockJSON{week.Free.From, week.Free.To, week.Free.Hours()}
	}
	if rated && week.Enough() {
		out.Hours = &hoursJSON{week.Hours.Technical, week.Hours.Both, week.Hours.People, week.Covered}
	}
	for _, t := range week.Troubles {
		out.Troubles = append(out.Troubles, troubleJSON{t.Path, t.Line, t.Err.Error()})
	}
	return out
}
