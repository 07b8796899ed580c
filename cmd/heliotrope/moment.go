package main

import (
	"errors"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/journal/guess"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
)

// addFlags are the flags that describe a moment, as typed.
type addFlags struct {
	kind, energy, hours, track, week string
	tags                             []string
	private, chosen, plain           bool
}

// given is what the flags give of a moment. Its kind and track are as typed.
type given struct {
	moment              journal.Moment
	kind, energy, hours bool // were given
	plain               bool // the text has no tokens
}

// read returns what the flags give. The error is a sentence.
func (f addFlags) read(p *program, changed func(flag string) bool) (g given, err error) {
	g = given{kind: changed("kind"), energy: changed("energy"), hours: changed("hours"), plain: f.plain}
	g.moment = journal.Moment{Kind: f.kind, Track: p.track(f.track), Tags: input.Tags(f.tags...), Private: f.private, Chosen: f.chosen}
	if g.energy {
		var ok bool
		if g.moment.Energy, ok = p.energy(f.energy); !ok {
			return g, errors.New(p.words.Say("cli.bad-energy", words.Args{"Names": p.energyNames()}))
		}
	}
	if g.hours {
		if g.moment.Hours, err = input.Hours(f.hours); err != nil {
			return g, errors.New(p.words.Problem(err).What)
		}
	}
	return g, nil
}

// moment returns the moment that a text and the flags describe together, and
// whether its kind is a guess. Nothing is preset, and a flag that differs from the
// text is refused: one of both is a mistake.
func (p *program) moment(j *journal.Journal, g given, text string) (m journal.Moment, guessed bool, err error) {
	kinds := input.Kinds(j.Kinds(), p.words.Kind)
	line := input.Line{Text: text}
	if !g.plain {
		line = input.ParseLine(text, kinds)
	}
	m = g.moment
	m.Text = strings.TrimSpace(line.Text)
	m.Tags = bothTags(line.Tags, m.Tags)
	if journal.IsBlank(m.Text) {
		return m, false, usageError{errors.New(p.words.Invalid(&journal.InvalidError{Field: "text", Rule: journal.RuleRequired}))}
	}
	var kind journal.Kind
	if g.kind {
		if kind, err = p.findKind(j.Kinds(), m.Kind); err != nil {
			return m, false, err
		}
	}
	for _, check := range []error{p.differences(j.Kinds(), g, kind, line), p.notUnderstood(g, kinds, line)} {
		if check != nil {
			return m, false, usageError{check}
		}
	}
	switch {
	case g.hours:
	case line.Long():
		hours := words.Args{"Hours": p.words.Hours(line.Hours), "Flag": input.HoursToken(line.Hours)}
		return m, false, p.misuse("cli.add.many-hours", hours)
	default:
		m.Hours = line.Hours
	}
	switch {
	case line.Rated:
		m.Energy = line.Energy
	case !g.energy:
		return m, false, p.misuse("cli.add.no-energy")
	}
	switch {
	case g.kind:
	case line.Kind != "":
		kind, _ = j.Kinds().Find(line.Kind)
	default:
		if kind, err = p.guessKind(j, kinds, m); err != nil {
			return m, false, usageError{err}
		}
		guessed = true
	}
	m.Kind = kind.ID
	if m.Track == "" {
		m.Track = kind.Track
	}
	return m, guessed, nil
}

// bothTags returns the tags of a text and those of the flags; of tags with the
// same letters the first.
func bothTags(tags, flags []string) []string {
	for _, tag := range flags {
		if !slices.ContainsFunc(tags, func(o string) bool { return fold.Equal(o, tag) }) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// differences returns which flag differs from the text, as a sentence.
func (p *program) differences(kinds journal.Kinds, g given, kind journal.Kind, l input.Line) error {
	differ := func(flag, given, typed string) error {
		return errors.New(p.words.Say("cli.add.differ", words.Args{"Flag": flag, "Given": given, "Typed": typed}))
	}
	switch typed, _ := kinds.Find(l.Kind); {
	case g.energy && l.Rated && g.moment.Energy != l.Energy:
		return differ("--energy", p.words.Energy(g.moment.Energy), p.words.Energy(l.Energy))
	case g.hours && l.Hours > 0 && g.moment.Hours != l.Hours:
		return differ("--hours", p.words.Hours(g.moment.Hours), p.words.Hours(l.Hours))
	case g.kind && l.Kind != "" && kind.ID != l.Kind:
		return differ("--kind", p.words.Kind(kind), p.words.Kind(typed))
	}
	return nil
}

// notUnderstood returns why a token was not understood, as a sentence, unless what
// it stands for is given elsewhere: then it is words.
func (p *program) notUnderstood(g given, kinds []input.Kind, l input.Line) error {
	elsewhere := map[input.Sort]bool{
		input.SortHours:  g.hours || l.Hours > 0,
		input.SortEnergy: g.energy || l.Rated,
		input.SortKind:   g.kind || l.Kind != "",
	}
	for _, t := range l.Tokens {
		switch {
		case t.Understood() || elsewhere[t.Sort]:
		case t.Candidates != nil:
			return p.whichKind(t.Candidates, kinds)
		case t.Problem.Rule == journal.RuleKind:
			return errors.New(p.words.Say("cli.add.no-kind"))
		default:
			return errors.New(p.words.Say("cli.add.not-understood", words.Args{"Problem": p.words.Invalid(t.Problem)}))
		}
	}
	return nil
}

// guessKind guesses the kind of a moment. If the guess is not sure, the error
// names the best ones.
func (p *program) guessKind(j *journal.Journal, kinds []input.Kind, m journal.Moment) (journal.Kind, error) {
	guesses := guess.New(j.Kinds().Offered(), j.View().Entries).Kinds(m.Text, m.Tags)
	if len(guesses) > 0 && guesses[0].Sure() {
		kind, _ := j.Kinds().Find(guesses[0].Kind)
		return kind, nil
	}
	var best []string
	for _, g := range guesses[:min(3, len(guesses))] {
		best = append(best, g.Kind)
	}
	return journal.Kind{}, p.whichKind(best, kinds)
}

// whichKind asks for one of some kinds.
func (p *program) whichKind(ids []string, kinds []input.Kind) error {
	var tokens []string
	for _, id := range ids {
		token, _ := input.KindToken(id, kinds)
		tokens = append(tokens, token)
	}
	return errors.New(p.words.Say("cli.add.which-kind", words.Args{"Kinds": strings.Join(tokens, ", ")}))
}

// described lists what was understood of a moment, for its writer to check.
func (p *program) described(m journal.Moment, kinds journal.Kinds, guessed bool) string {
	kind, _ := kinds.Find(m.Kind)
	name := p.words.Kind(kind)
	if guessed {
		name = p.words.Say("cli.add.guessed", words.Args{"Kind": name})
	}
	parts := []string{name}
	if m.Hours > 0 {
		parts = append(parts, p.words.Hours(m.Hours))
	}
	parts = append(parts, p.words.Energy(m.Energy))
	for _, tag := range m.Tags {
		parts = append(parts, "#"+strings.Join(strings.Fields(tag), " "))
	}
	return strings.Join(parts, ", ")
}
