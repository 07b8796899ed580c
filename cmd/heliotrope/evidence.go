package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
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
	places, err := f.where(ctx, p, j)
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

// where returns where to look: at the places that the flags name, or that were chosen in
// the window.
func (f *evidenceFlags) where(ctx context.Context, p *program, j *journal.Journal) (places evidence.Places, err error) {
	chosen := p.preferences.Get().Evidence[j.ID()]
	places = evidence.Places{Paths: chosen.Places, Own: chosen.Own}
	if len(f.places) > 0 {
		if places.Paths, err = placesAt(ctx, f.places); err != nil {
			return places, err
		}
	}
	if len(f.mine) > 0 {
		places.Own = f.mine
	}
	known := len(places.Own) > 0
	some := false
	for _, kind := range evidence.Kinds {
		paths := places.Paths[kind.ID()]
		some = some || len(paths) > 0
		if !known {
			places.Own = append(places.Own, kind.Addresses(ctx, paths)...)
		}
	}
	if !some {
		return places, p.misuse("cli.evidence.none")
	}
	return places, nil
}

// placesAt returns the places at paths or below them, by the id of their kind. What
// cannot be read of a path is an error if there is no place.
func placesAt(ctx context.Context, paths []string) (map[string][]string, error) {
	places := make(map[string][]string)
	for _, path := range paths {
		path, err := filepath.Abs(unfolded(path))
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(path); err != nil {
			return nil, err
		}
		var problem error
		found := 0
		for _, kind := range evidence.Kinds {
			there, err := kind.Find(ctx, path)
			places[kind.ID()] = append(places[kind.ID()], there...)
			found += len(there)
			problem = cmp.Or(problem, err)
		}
		if found == 0 && problem != nil {
			return nil, problem
		}
	}
	return places, nil
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
