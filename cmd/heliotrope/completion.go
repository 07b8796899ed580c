package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// A shell completes by asking the program what may come next, in the user's
// language; the answer never writes to a journal, opens a window or waits for
// one that is open.

const (
	anyFile  = cobra.ShellCompDirectiveDefault
	noFile   = cobra.ShellCompDirectiveNoFileComp
	asListed = noFile | cobra.ShellCompDirectiveKeepOrder
)

// completionCommand prints the script with which a shell completes.
func (p *program) completionCommand(root *cobra.Command) *cobra.Command {
	scripts := map[string]func(io.Writer) error{
		"bash": func(w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"fish": func(w io.Writer) error { return root.GenFishCompletion(w, true) },
		"zsh":  root.GenZshCompletion,
	}
	return &cobra.Command{
		Use:         "completion bash|zsh|fish",
		Annotations: map[string]string{anywhere: "yes"},
		Short:       p.words.Say("cli.completion.short"),
		Long:        p.words.Say("cli.completion.long"),
		Example: `  heliotrope completion bash > ~/.local/share/bash-completion/completions/heliotrope
  heliotrope completion zsh > "${fpath[1]}/_heliotrope"
  heliotrope completion fish > ~/.config/fish/completions/heliotrope.fish`,
		Args: p.args(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			script, ok := scripts[args[0]]
			if !ok {
				return p.misuse("cli.bad-shell")
			}
			return script(p.out)
		},
	}
}

// complete gives each flag and argument what completes it, for the command that
// a shell asks. What is not listed here is completed by nothing, rather than by
// the names of files.
func (p *program) complete(root *cobra.Command) {
	arguments := map[string]cobra.CompletionFunc{
		"backup":     paths(cobra.ShellCompDirectiveFilterDirs),
		"completion": one("bash", "fish", "zsh"),
		"help":       p.completeCommands,
		"import":     paths(cobra.ShellCompDirectiveFilterFileExt, "json"),
		"restore":    paths(cobra.ShellCompDirectiveFilterFileExt, "db"),
		"show":       p.completeWeeks,
	}
	flags := map[string]cobra.CompletionFunc{
		"as":       one("heliotrope"),
		"energy":   p.completeEnergies,
		"from":     p.completeWeeks,
		"journal":  paths(anyFile),
		"kind":     p.completeKinds,
		"lang":     one(texts(words.Languages)...),
		"output":   paths(anyFile),
		"paper":    one(texts(report.Papers)...),
		"redact":   several(redactions),
		"sections": several(texts(report.Sections)),
		"to":       p.completeWeeks,
		"track":    p.completeTracks,
		"week":     p.completeRecent,
	}
	for _, c := range append(root.Commands(), root) {
		c.ValidArgsFunction = paths(noFile)
		if values := arguments[c.Name()]; values != nil {
			c.ValidArgsFunction = first(values)
		}
		add := func(f *pflag.Flag) {
			values := flags[f.Name]
			if values == nil {
				values = paths(noFile)
			}
			if err := c.RegisterFlagCompletionFunc(f.Name, values); err != nil {
				panic(err) // the flag is there, and has none yet
			}
			_, f.Usage = pflag.UnquoteUsage(f) // which the shell shows as it is
		}
		c.PersistentFlags().VisitAll(add)
		c.LocalNonPersistentFlags().VisitAll(add)
	}
}

// first completes the first argument of a command by values, and no other.
func first(values cobra.CompletionFunc) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, noFile
		}
		return values(c, args, typed)
	}
}

// paths completes the names of files as the shell does: all, folders, those with
// an ending, or none.
func paths(which cobra.ShellCompDirective, endings ...string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return endings, which
	}
}

// one completes one of some values.
func one(values ...string) cobra.CompletionFunc { return cobra.FixedCompletions(values, asListed) }

// several completes some of some values, separated by commas.
func several(values []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		for _, value := range values {
			if !slices.Contains(strings.Split(before, ","), value) {
				all = append(all, before+value)
			}
		}
		return all, asListed | cobra.ShellCompDirectiveNoSpace
	}
}

func texts[S ~string](values []S) (all []string) {
	for _, v := range values {
		all = append(all, string(v))
	}
	return all
}

func (p *program) completeCommands(c *cobra.Command, _ []string, _ string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, sub := range c.Root().Commands() {
		if sub.IsAvailableCommand() {
			all = append(all, cobra.CompletionWithDesc(sub.Name(), sub.Short))
		}
	}
	return all, noFile
}

func (p *program) completeEnergies(*cobra.Command, []string, string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, e := range journal.Energies {
		all = append(all, cobra.CompletionWithDesc(fmt.Sprint(int(e)), p.words.Energy(e)))
	}
	return all, asListed
}

func (p *program) completeTracks(*cobra.Command, []string, string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, t := range journal.Tracks {
		all = append(all, cobra.CompletionWithDesc(typedTrack(t), p.words.Track(t)))
	}
	return all, asListed
}

// completeKinds completes the id of a built-in kind, and the name of one of the
// user's own, whose id means nothing to people.
func (p *program) completeKinds(*cobra.Command, []string, string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	builtIn := journal.BuiltInKinds()
	own := p.glance().Kinds
	for _, k := range builtIn {
		if i := slices.IndexFunc(own, func(o journal.Kind) bool { return o.ID == k.ID }); i >= 0 {
			k = own[i]
		}
		all = append(all, cobra.CompletionWithDesc(k.ID, p.words.KindLine(k)))
	}
	for _, k := range own {
		if _, ok := builtIn.Find(k.ID); !ok && !strings.ContainsFunc(k.Name, unicode.IsControl) {
			all = append(all, cobra.CompletionWithDesc(k.Name, p.words.Track(k.Track)))
		}
	}
	return all, asListed
}

// completeWeeks completes a week that was logged, the newest first.
func (p *program) completeWeeks(*cobra.Command, []string, string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, e := range slices.Backward(p.glance().Entries) {
		all = append(all, p.completeWeek(e.Week))
	}
	return all, asListed
}

// completeRecent completes this week or one of the quarter before it.
func (p *program) completeRecent(*cobra.Command, []string, string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	p.glance() // reads --today, too
	for w, n := p.today(), 0; n < 13; w, n = w.Prev(), n+1 {
		all = append(all, p.completeWeek(w))
	}
	return all, asListed
}

func (p *program) completeWeek(w journal.Week) cobra.Completion {
	return cobra.CompletionWithDesc(w.String(), p.words.WeekDates(w))
}

// glance returns what is in the journal, empty if there is none or it can't be
// read: a completion reports nothing. It only reads, also next to an open
// journal. The flags before the word to complete have been parsed by now.
func (p *program) glance() (c journal.Contents) {
	if p.readFlags() != nil || p.findJournal() != nil || !p.vault.Begun() && !p.sample {
		return c
	}
	if !p.sample {
		c, _ = p.vault.Contents(p.vault.Path())
		return c
	}
	if j, err := p.vault.OpenLater(); err == nil {
		c = j.Contents()
	}
	return c
}
