package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// addCommand logs a moment.
func (p *program) addCommand() *cobra.Command {
	var (
		m      = journal.Moment{Hours: 1}
		energy int
		track  string
		week   string
	)
	c := &cobra.Command{
		Use:     p.words.Say("cli.add.use"),
		Short:   p.words.Say("cli.add.short"),
		Example: fmt.Sprintf("  heliotrope add \"%s\" --kind debugging --energy 2 --hours 6", p.words.Say("cli.add.example")),
		Args:    p.args(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			m.Text = strings.TrimSpace(args[0])
			m.Energy, m.Track = journal.Energy(energy), journal.Track(track)
			w, err := p.weekOr(week, p.today())
			if err != nil {
				return err
			}
			return p.with(func(j *journal.Journal) error { return p.add(j, w, m) })
		},
	}
	flags := c.Flags()
	flags.StringVar(&m.Kind, "kind", "", p.words.Say("cli.add.kind", map[string]any{"Kinds": kindIDs()}))
	flags.IntVar(&energy, "energy", 0, p.words.Say("cli.add.energy"))
	flags.Float64Var(&m.Hours, "hours", 1, p.words.Say("cli.add.hours"))
	flags.StringVar(&track, "track", "", p.words.Say("cli.add.track"))
	flags.StringArrayVar(&m.Tags, "tag", nil, p.words.Say("cli.add.tag"))
	flags.BoolVar(&m.Private, "private", false, p.words.Say("cli.add.private"))
	flags.BoolVar(&m.Chosen, "chosen", false, p.words.Say("cli.add.chosen"))
	flags.StringVar(&week, "week", "", p.words.Say("cli.add.week"))
	for _, name := range []string{"kind", "energy"} {
		if err := c.MarkFlagRequired(name); err != nil {
			panic(err) // the flag was declared above
		}
	}
	return c
}

// add saves m in week w.
func (p *program) add(j *journal.Journal, w journal.Week, m journal.Moment) error {
	now := p.now().Truncate(time.Second)
	kind, err := p.findKind(j.Kinds(), m.Kind)
	if err != nil {
		return err
	}
	m.ID, m.Kind, m.Logged = journal.NewID(), kind.ID, now
	if m.Track == "" {
		m.Track = kind.Track
	}
	e := j.Entry(w)
	e.Moments = append(e.Moments, m)
	e.Updated = now
	reading := j.ReadClock(now)
	if w.After(p.lastBegun(reading)) {
		return usageError{errors.New(p.ahead("cli.add.ahead", w, words.Args{"Week": p.words.WeekInline(p.today())}))}
	}
	p.sayClockDoubt(w, reading)
	p.sayLoggedAhead(reading)
	if err := j.Save(e); err != nil {
		// The path of the field in the entry means nothing on this command.
		var bad *journal.InvalidError
		if errors.As(err, &bad) {
			field := bad.Field[strings.LastIndexByte(bad.Field, '.')+1:]
			return usageError{errors.New(p.words.Invalid(&journal.InvalidError{Field: field, Rule: bad.Rule}))}
		}
		return err
	}
	fmt.Fprintln(p.err, p.words.Say("cli.add.done", map[string]any{"Week": p.words.WeekInline(w)}))
	if made, err := p.vault.BackUpDaily(); err != nil {
		fmt.Fprintln(p.err, p.words.Say("cli.backup.failed", words.Args{"Problem": p.explain(err)}))
	} else {
		p.sayRotateProblem(made)
	}
	return nil
}

// findKind returns the kind with an id, or with a name as it is shown.
func (p *program) findKind(kinds journal.Kinds, name string) (journal.Kind, error) {
	if k, ok := kinds.Find(name); ok {
		return k, nil
	}
	for _, k := range kinds {
		if strings.EqualFold(p.words.Kind(k), name) {
			return k, nil
		}
	}
	var known []string
	for _, k := range kinds {
		known = append(known, k.ID)
	}
	name, _ = journal.CleanText(strings.Join(strings.Fields(name), " "), journal.MaxName)
	if near := nearest(strings.ToLower(name), known); near != "" {
		return journal.Kind{}, usageError{errors.New(p.words.Say("cli.bad-kind.near", words.Args{"Kind": name, "Near": near}))}
	}
	return journal.Kind{}, usageError{errors.New(p.words.Say("cli.bad-kind", words.Args{"Kind": name}))}
}

func kindIDs() string {
	var ids []string
	for _, k := range journal.BuiltInKinds() {
		ids = append(ids, k.ID)
	}
	return strings.Join(ids, ", ")
}

// weekOr reads a week, or returns otherwise for none.
func (p *program) weekOr(text string, otherwise journal.Week) (journal.Week, error) {
	if text == "" {
		return otherwise, nil
	}
	w, err := journal.ParseWeek(text)
	if err != nil {
		bad := p.words.Problem(err)
		return w, usageError{errors.New(bad.What + " " + bad.Do)}
	}
	return w, nil
}
