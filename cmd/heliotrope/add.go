package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
)

// addCommand logs a moment.
func (p *program) addCommand() *cobra.Command {
	var f addFlags
	c := &cobra.Command{
		Use:     p.words.Say("cli.add.use"),
		Short:   p.words.Say("cli.add.short"),
		Long:    p.words.Say("cli.add.long"),
		Example: fmt.Sprintf("  heliotrope add \"%s\"", p.words.Say("cli.add.example")),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && isTerminal(p.in) {
				return p.noText(c)
			}
			return p.args(0, 1)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			given, err := f.read(p, c.Flags().Changed)
			if err != nil {
				return usageError{err}
			}
			w, err := p.weekOr(f.week, p.today())
			if err != nil {
				return err
			}
			text, err := p.text(c, args)
			if err != nil {
				return err
			}
			return p.withAny(func(j *journal.Journal) error {
				m, guessed, err := p.moment(j, given, text)
				if err != nil {
					return err
				}
				return p.add(j, w, m, guessed)
			})
		},
	}
	say, flags := p.words.Say, c.Flags()
	flags.StringVar(&f.kind, "kind", "", say("cli.add.kind"))
	flags.StringVar(&f.energy, "energy", "", say("cli.add.energy"))
	flags.StringVar(&f.hours, "hours", "", say("cli.add.hours"))
	flags.StringVar(&f.track, "track", "", say("cli.add.track"))
	flags.StringArrayVar(&f.tags, "tag", nil, say("cli.add.tag"))
	flags.BoolVar(&f.private, "private", false, say("cli.add.private"))
	flags.BoolVar(&f.chosen, "chosen", false, say("cli.add.chosen"))
	flags.BoolVar(&f.plain, "plain", false, say("cli.add.plain"))
	flags.StringVar(&f.week, "week", "", say("cli.add.week"))
	return c
}

// energy reads a point of energy: its number, or its name as it is shown.
func (p *program) energy(text string) (journal.Energy, bool) {
	for _, e := range journal.Energies {
		if fold.Equal(strings.TrimSpace(text), p.words.Energy(e)) {
			return e, true
		}
	}
	return input.Energy(text)
}

// energyNames lists the names of the points of energy.
func (p *program) energyNames() string {
	var names []string
	for _, e := range journal.Energies {
		names = append(names, p.words.Energy(e))
	}
	return strings.Join(names, ", ")
}

// typedTrack returns what is typed for a track: its id, but tech-lead for
// [journal.Both].
func typedTrack(t journal.Track) string {
	if t == journal.Both {
		return "tech-lead"
	}
	return string(t)
}

// track reads a track, which may go by its name as it is shown, with a hyphen for
// a space.
func (p *program) track(text string) journal.Track {
	text = strings.TrimSpace(text)
	for _, t := range journal.Tracks {
		if letters(text) == letters(p.words.Track(t)) {
			return t
		}
	}
	return journal.Track(text)
}

// add saves m, whose kind may be a guess, in week w.
func (p *program) add(j *journal.Journal, w journal.Week, m journal.Moment, guessed bool) error {
	now := p.now().Truncate(time.Second)
	m.ID, m.Logged = journal.NewID(), now
	m.Tags = j.SpellTags(m.Tags, nil)
	reading := j.ReadClock(now)
	if w.After(reading.Begun) {
		return usageError{errors.New(p.ahead("cli.add.ahead", w, words.Args{"Week": p.words.WeekInline(p.today())}))}
	}
	p.sayClockDoubt(w, reading)
	p.sayLoggedAhead(reading)
	if err := p.log(j, w, m); err != nil {
		// The path of the field in the entry means nothing here.
		if bad, ok := errors.AsType[*journal.InvalidError](err); ok {
			field := bad.Field[strings.LastIndexByte(bad.Field, '.')+1:]
			return usageError{errors.New(p.words.Invalid(&journal.InvalidError{Field: field, Rule: bad.Rule}))}
		}
		return err
	}
	p.say("cli.add.done", words.Args{"Week": p.words.WeekInline(w), "Moment": p.described(m, j.Kinds(), guessed)})
	if p.other == nil {
		p.sayBackup(p.vault.BackUpDaily())
	}
	return nil
}

// log logs a moment in the journal, or in that of which j is a copy.
func (p *program) log(j *journal.Journal, w journal.Week, m journal.Moment) error {
	if p.other == nil {
		return p.addTo(j, w, m)
	}
	if _, _, err := j.WithMoment(j.Entry(w), m); err != nil {
		return err // nobody needs to be asked
	}
	return p.handOver(w, m)
}

// addTo adds a moment to a journal that is open here.
func (p *program) addTo(j *journal.Journal, w journal.Week, m journal.Moment) error {
	return p.settle(j, j.AddMoment(w, m), func() bool { return j.HasMoment(m.ID) })
}

// findKind returns the kind with an id, or with a name as it is shown. If none
// is typed exactly so, the same letters will do, and a hyphen for a space. The
// user's own kinds come first: a built-in one may be newer than they are.
func (p *program) findKind(kinds journal.Kinds, name string) (journal.Kind, error) {
	for _, builtIn := range []bool{false, true} {
		for _, same := range []func(string) bool{
			func(known string) bool { return known == name },
			func(known string) bool { return letters(known) == letters(strings.TrimSpace(name)) },
		} {
			for _, k := range kinds {
				if k.BuiltIn() == builtIn && (same(k.ID) || same(p.words.Kind(k))) {
					return k, nil
				}
			}
		}
	}
	known := make([]string, 0, 2*len(kinds))
	for _, k := range kinds {
		known = append(known, k.ID, p.words.Kind(k))
	}
	name, _ = journal.CleanText(strings.Join(strings.Fields(name), " "), journal.MaxName)
	if near := nearest(name, known); near != "" {
		return journal.Kind{}, p.misuse("cli.bad-kind.near", words.Args{"Kind": name, "Near": near})
	}
	return journal.Kind{}, p.misuse("cli.bad-kind", words.Args{"Kind": name})
}

// letters returns name as kinds are compared.
func letters(name string) string { return strings.ReplaceAll(fold.String(name), "-", " ") }

// lineForms are the forms that are understood in a text.
var lineForms = []string{"hours", "tag", "energy", "kind", "words"}

// printForms lists what is understood in a text.
func (p *program) printForms() {
	fmt.Fprintf(p.out, "\n%s\n", p.words.Say("cli.add.forms"))
	p.columns(func(w io.Writer) {
		for _, id := range lineForms {
			fmt.Fprintf(w, "  %s\t%s\n", p.words.Say("cli.form."+id), p.words.Say("cli.form."+id+".means"))
		}
	})
}

// printKinds lists the built-in kinds with what they mean, by track.
func (p *program) printKinds() {
	fmt.Fprintf(p.out, "\n%s\n", p.words.Say("cli.add.kinds"))
	longest := 0
	for _, k := range journal.BuiltInKinds() {
		longest = max(longest, len(k.ID))
	}
	for _, t := range journal.Tracks {
		fmt.Fprintf(p.out, "  %s\n", p.words.TrackHeading(t))
		for _, k := range journal.BuiltInKinds().Of(t) {
			fmt.Fprintf(p.out, "    %-*s   %s\n", longest, k.ID, p.words.KindLine(k))
		}
	}
	p.print("kind.rule")
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
