package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
)

// showCommand prints a week as Markdown.
func (p *program) showCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "show [WEEK]",
		Short: p.words.Say("cli.show.short"),
		Args:  p.args(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			w, err := p.weekOr(strings.Join(args, ""), journal.WeekOf(p.now()))
			if err != nil {
				return err
			}
			return p.with(func(j opened) error {
				_, err := io.WriteString(p.out, report.WeekMarkdown(p.words, j.Entry(w), j.Kinds()))
				return err
			})
		},
	}
}

// spanFlags are the flags that choose the weeks to look at.
type spanFlags struct{ from, to string }

func (f *spanFlags) add(p *program, c *cobra.Command) {
	c.Flags().StringVar(&f.from, "from", "", p.words.Say("cli.flag.from"))
	c.Flags().StringVar(&f.to, "to", "", p.words.Say("cli.flag.to"))
}

// span returns the weeks from the first logged one to today's, unless the
// flags say otherwise.
func (f *spanFlags) span(p *program, entries []journal.Entry) (lean.Span, error) {
	span := lean.SpanOf(entries, journal.WeekOf(p.now()))
	var err error
	if span.From, err = p.weekOr(f.from, span.From); err != nil {
		return span, err
	}
	if span.To, err = p.weekOr(f.to, span.To); err != nil {
		return span, err
	}
	if span.To.Before(span.From) {
		return span, usageError{errors.New(p.words.Say("cli.bad-span"))}
	}
	return span, nil
}

// leanCommand prints the verdict, in words or with all figures.
func (p *program) leanCommand() *cobra.Command {
	var (
		weeks  spanFlags
		asJSON bool
	)
	c := &cobra.Command{
		Use:   "lean",
		Short: p.words.Say("cli.lean.short"),
		Args:  p.args(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return p.with(func(j opened) error {
				entries := j.Entries()
				span, err := weeks.span(p, entries)
				if err != nil {
					return err
				}
				return p.printLean(lean.Of(entries, j.Events(), span), j.Kinds(), asJSON)
			})
		},
	}
	weeks.add(p, c)
	c.Flags().BoolVar(&asJSON, "json", false, p.words.Say("cli.lean.json"))
	return c
}

func (p *program) printLean(r lean.Result, kinds journal.Kinds, asJSON bool) error {
	if asJSON {
		encoder := json.NewEncoder(p.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(r)
	}
	lines := []string{p.words.Finding(r) + ".", p.words.Facts(r), p.words.Certainty(r)}
	for _, remark := range p.words.Remarks(r, kinds) {
		lines = append(lines, remark.Text)
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	_, err := fmt.Fprintln(p.out, strings.Join(lines, "\n"))
	return err
}

// The parts that --redact leaves out. Private moments and tags are in no
// report; they are named so that a script may ask for it.
var redactions = []string{"private", "text", "reflection", "tags"}

// reportCommand writes the trend report.
func (p *program) reportCommand() *cobra.Command {
	var (
		weeks  spanFlags
		output string
		redact []string
	)
	c := &cobra.Command{
		Use:   "report -o FILE.html",
		Short: p.words.Say("cli.report.short"),
		Args:  p.args(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if !strings.EqualFold(filepath.Ext(output), ".html") {
				return usageError{errors.New(p.words.Say("cli.bad-report"))}
			}
			for _, part := range redact {
				if !slices.Contains(redactions, part) {
					return usageError{errors.New(p.words.Say("cli.bad-redact", map[string]any{"Parts": strings.Join(redactions, ", ")}))}
				}
			}
			return p.with(func(j opened) error {
				in := report.Input{
					Entries: j.Entries(), Events: j.Events(), Kinds: j.Kinds(), Words: p.words, Written: p.now(),
					OmitText:    slices.Contains(redact, "text"),
					Reflections: !slices.Contains(redact, "reflection") && !slices.Contains(redact, "text"),
				}
				span, err := weeks.span(p, in.Entries)
				if err != nil {
					return err
				}
				in.Result = lean.Of(in.Entries, in.Events, span)
				return p.writeFile(output, func(w io.Writer) error { return report.HTML(w, in) })
			})
		},
	}
	weeks.add(p, c)
	c.Flags().StringVarP(&output, "output", "o", "", p.words.Say("cli.report.output"))
	c.Flags().StringSliceVar(&redact, "redact", nil, p.words.Say("cli.report.redact"))
	if err := c.MarkFlagRequired("output"); err != nil {
		panic(err) // the flag was declared above
	}
	return c
}
