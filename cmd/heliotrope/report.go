package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// The parts that --redact leaves out. Private moments are in no report; they
// are named so that a script may ask for it.
var redactions = []string{"private", "text", "reflection", "tags"}

// reportFlags are the flags that choose a report.
type reportFlags struct {
	spanFlags
	output, paper    string
	csvLocale        string
	redact, sections []string
	full, force      bool
	options          report.Options
}

// reportCommand writes the brief, or a full report.
func (p *program) reportCommand() *cobra.Command {
	var f reportFlags
	c := &cobra.Command{
		Use:   p.words.Say("cli.report.use"),
		Short: p.words.Say("cli.report.short"),
		Args:  p.args(0, 0),
		RunE: func(*cobra.Command, []string) error {
			format, err := f.read(p)
			if err != nil {
				return usageError{err}
			}
			return p.withAny(func(j *journal.Journal) error { return f.write(p, j, format) })
		},
	}
	say := p.words.Say
	f.add(p, c)
	c.Flags().StringVarP(&f.output, "output", "o", "", say("cli.report.output", words.Args{"Formats": endings()}))
	c.Flags().StringSliceVar(&f.redact, "redact", nil, say("cli.report.redact", words.Args{"Parts": list(redactions)}))
	c.Flags().StringArrayVar(&f.options.Redact.Names, "hide", nil, say("cli.report.hide"))
	c.Flags().StringVar(&f.options.Name, "name", "", say("cli.report.name"))
	c.Flags().BoolVar(&f.full, "full", false, say("cli.report.full"))
	c.Flags().StringSliceVar(&f.sections, "sections", nil, say("cli.report.sections", words.Args{"Sections": list(report.Sections)}))
	c.Flags().StringVar(&f.paper, "paper", "", say("cli.report.paper", words.Args{"Papers": list(report.Papers)}))
	c.Flags().BoolVar(&f.force, "force", false, say("cli.force"))
	c.Flags().StringVar(&f.csvLocale, "csv-locale", "en", say("cli.report.csv-locale"))
	c.Flags().BoolVar(&f.options.BOM, "bom", false, say("cli.report.bom"))
	if err := c.MarkFlagRequired("output"); err != nil {
		panic(err) // the flag was declared above
	}
	return c
}

// read turns the flags into options, or returns what is wrong with them. What
// was typed is not repeated.
func (f *reportFlags) read(p *program) (report.Format, error) {
	wrong := func(id string, gap, known string) error {
		return errors.New(p.words.Say(id, words.Args{gap: known}))
	}
	format, ok := report.FormatOf(f.output)
	if !ok {
		return "", wrong("cli.bad-report", "Formats", endings())
	}
	for _, part := range f.redact {
		if !slices.Contains(redactions, part) {
			return "", wrong("cli.bad-redact", "Parts", list(redactions))
		}
	}
	redact := &f.options.Redact
	redact.Text, redact.Tags = slices.Contains(f.redact, "text"), slices.Contains(f.redact, "tags")
	redact.Reflections = slices.Contains(f.redact, "reflection")
	if f.full {
		f.options.Sections = slices.Clone(report.FullSections)
	}
	for _, name := range f.sections {
		section := report.Section(name)
		if !slices.Contains(report.Sections, section) {
			return "", wrong("cli.bad-sections", "Sections", list(report.Sections))
		}
		f.options.Sections = append(f.options.Sections, section)
	}
	for _, name := range redact.Names {
		if !report.IsName(name) {
			return "", errors.New(p.words.Say("cli.bad-hide"))
		}
	}
	f.options.Paper = report.Paper(f.paper)
	if f.paper != "" && !slices.Contains(report.Papers, f.options.Paper) {
		return "", wrong("cli.bad-paper", "Papers", list(report.Papers))
	}
	if f.options.DecimalComma, ok = report.DecimalComma(f.csvLocale); !ok {
		return "", errors.New(p.words.Say("cli.bad-csv-locale"))
	}
	f.options.Name, _ = journal.CleanText(strings.Join(strings.Fields(f.options.Name), " "), journal.MaxName)
	return format, nil
}

// write makes the report and puts it on the disk.
func (f *reportFlags) write(p *program, j *journal.Journal, format report.Format) error {
	in := report.Input{
		Entries: j.View().Entries, Events: j.Events(), Kinds: j.Kinds(), Brief: j.Brief(),
		Words: p.words, Written: p.now(), Options: f.options,
	}
	span, err := f.span(p, in.Entries)
	if err != nil {
		return err
	}
	in.Result = lean.Of(in.Entries, in.Events, span)
	files, err := report.Files(f.output, format, in)
	if err == nil {
		err = p.giveAway(f.force, files...)
	}
	if err == nil {
		p.sayLater(span, in.Entries)
	}
	return err
}

// endings lists how the name of a report may end.
func endings() string {
	var all []string
	for _, format := range report.Formats {
		all = append(all, format.Ext())
	}
	return strings.Join(all, ", ")
}

// list lists what a flag takes.
func list[S ~string](values []S) string { return strings.Join(texts(values), ", ") }
