package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"heliotrope/journal/words"
)

// What follows puts into the user's language what cobra would print in English:
// the help, and what is wrong with a call. Cobra also repeats what was typed,
// which may be the text of a moment that was not quoted or that begins with a
// dash; here only what looks like the name of a command or of a flag is.

var looksLikeName = regexp.MustCompile(`^[a-z][a-z-]{0,19}$`)

// args returns a check that a command gets at least low and at most high
// arguments.
func (p *program) args(low, high int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) >= low && len(args) <= high {
			return nil
		}
		return p.misuse("cli.bad-arguments", words.Args{"Use": c.Parent().Name() + " " + c.Use})
	}
}

// noCommand is the check of what is left over when no command was found.
func (p *program) noCommand(c *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case !looksLikeName.MatchString(args[0]):
		return p.misuse("cli.bad-command.text")
	}
	var names []string
	for _, sub := range c.Root().Commands() {
		if sub.Name() != args[0] { // which may come after two dashes
			names = append(names, sub.Name())
		}
	}
	if near := nearest(args[0], names); near != "" {
		return p.misuse("cli.bad-command.near", words.Args{"Name": args[0], "Near": near})
	}
	return p.misuse("cli.bad-command", words.Args{"Name": args[0]})
}

// checkRequired checks that the flags that a command requires were given. Cobra
// does so too, but only once the command has begun.
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

// explainFlag explains an error in the flags.
func (p *program) explainFlag(c *cobra.Command, err error) error {
	if bad, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return p.misuse("cli.bad-value", words.Args{"Flag": "--" + bad.GetFlag().Name})
	}
	if bare, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return p.misuse("cli.no-value", words.Args{"Flag": "--" + bare.GetFlag().Name})
	}
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name, dashes := unknown.GetSpecifiedName(), "--"
		if group := unknown.GetSpecifiedShortnames(); group != "" {
			name, dashes = group, "-"
		}
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				names = append(names, f.Name)
			}
		})
		near := nearest(name, names)
		switch known := looksLikeName.MatchString(name); {
		case known && near != "" && dashes == "--":
			return p.misuse("cli.bad-flag.near", words.Args{"Flag": "--" + name, "Near": "--" + near})
		case known:
			return p.unknownFlag(c, p.words.Say("cli.bad-flag", words.Args{"Flag": dashes + name}))
		}
	}
	return p.unknownFlag(c, p.words.Say("cli.bad-flag.text"))
}

// unknownFlag is the error of a flag that a command does not have. Of one that
// takes a text it may be how that begins.
func (p *program) unknownFlag(c *cobra.Command, what string) error {
	if c.Name() == "add" {
		what += ". " + p.words.Say("cli.bad-flag.dash")
	}
	return usageError{errors.New(what)}
}

// printHelp prints what a command is for and how it is called.
func (p *program) printHelp(c *cobra.Command, _ []string) {
	fmt.Fprintln(p.out, cmp.Or(c.Long, c.Short))
	fmt.Fprintln(p.out)
	p.printUsage(c)
	fmt.Fprintf(p.out, "\n%s\n", p.words.Say("cli.status"))
}

// printUsage prints how a command is called, with its commands and flags in
// columns.
func (p *program) printUsage(c *cobra.Command) {
	say := p.words.Say
	fmt.Fprintln(p.out, say("cli.usage"))
	line := "heliotrope"
	if c.HasParent() {
		line += " " + c.Use
	}
	fmt.Fprintln(p.out, "  "+line+" "+say("cli.usage.flags"))
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(p.out, "  heliotrope %s\n\n%s\n", say("cli.usage.command"), say("cli.commands"))
		p.columns(func(w io.Writer) {
			for _, sub := range c.Commands() {
				if sub.IsAvailableCommand() {
					fmt.Fprintf(w, "  %s\t%s\n", sub.Name(), sub.Short)
				}
			}
		})
	}
	if c.Example != "" {
		fmt.Fprintf(p.out, "\n%s\n%s\n", say("cli.example"), c.Example)
	}
	p.printFlags("cli.flags", c.LocalFlags())
	p.printFlags("cli.flags.all", c.InheritedFlags())
	if c.Flags().Lookup("kind") != nil {
		p.printForms()
		p.printKinds()
	}
}

// printFlags lists flags under a heading, if there are any.
func (p *program) printFlags(heading string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(p.out, "\n%s\n", p.words.Say(heading))
	p.columns(func(w io.Writer) {
		flags.VisitAll(func(f *pflag.Flag) {
			if f.Hidden {
				return
			}
			short := "    "
			if f.Shorthand != "" {
				short = "-" + f.Shorthand + ", "
			}
			value, usage := pflag.UnquoteUsage(f)
			if f.Value.Type() == "bool" {
				value = ""
			}
			fmt.Fprintf(w, "  %s%s\t%s\n", short, strings.TrimSpace("--"+f.Name+" "+value), usage)
		})
	})
}

// columns prints lines of two columns, which are divided by a tab. Widths are
// counted in characters.
func (p *program) columns(write func(io.Writer)) {
	w := tabwriter.NewWriter(p.out, 0, 0, 3, ' ', 0)
	write(w)
	w.Flush()
}
