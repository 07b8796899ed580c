package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"heliotrope/journal/words"
)

// What follows words what cobra would say of a wrong call, in the user's
// language. Cobra also repeats what was typed, which may be the text of a
// moment that was not quoted or that begins with a dash; this never does.

// args returns a check that a command gets at least low and at most high
// arguments.
func (p *program) args(low, high int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) >= low && len(args) <= high {
			return nil
		}
		return usageError{errors.New(p.words.Say("cli.bad-arguments", words.Args{"Use": c.Parent().Name() + " " + c.Use}))}
	}
}

// noCommand is the check of what is left over when no command was found.
func (p *program) noCommand(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usageError{errors.New(p.words.Say("cli.bad-command"))}
}

// checkRequired makes sure that the flags without which a command cannot do
// were given. Cobra does so too, but only once the command has begun.
func (p *program) checkRequired(c *cobra.Command) error {
	var missing []string
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if len(f.Annotations[cobra.BashCompOneRequiredFlag]) > 0 && !f.Changed {
			missing = append(missing, "--"+f.Name)
		}
	})
	if len(missing) == 0 {
		return nil
	}
	return errors.New(p.words.Say("cli.missing-flags", words.Args{"Flags": strings.Join(missing, ", ")}))
}

// explainFlag words an error in the flags.
func (p *program) explainFlag(_ *cobra.Command, err error) error {
	id, flag := "cli.bad-flag", ""
	if bad, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		id, flag = "cli.bad-value", bad.GetFlag().Name
	} else if bare, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		id, flag = "cli.no-value", bare.GetFlag().Name
	}
	return usageError{errors.New(p.words.Say(id, words.Args{"Flag": "--" + flag}))}
}

// usageTemplate is cobra's, with this program's words.
func (p *program) usageTemplate() string {
	say := p.words.Say
	return say("cli.usage") + `
  {{.UseLine}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} ` + say("cli.usage.command") + `{{end}}{{if .HasAvailableSubCommands}}

` + say("cli.commands") + `{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

` + say("cli.flags") + `
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + say("cli.flags.all") + `
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
}
