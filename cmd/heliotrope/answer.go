package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// showCommand prints a week as Markdown.
func (p *program) showCommand() *cobra.Command {
	return &cobra.Command{
		Use:   p.words.Say("cli.show.use"),
		Short: p.words.Say("cli.show.short"),
		Args:  p.args(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			w, err := p.weekOr(strings.Join(args, ""), p.today())
			if err != nil {
				return err
			}
			return p.withAny(func(j *journal.Journal) error {
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
	span := lean.SpanOf(entries, p.today())
	var err error
	if span.From, err = p.weekOr(f.from, span.From); err != nil {
		return span, err
	}
	if span.To, err = p.weekOr(f.to, span.To); err != nil {
		return span, err
	}
	if span, err = p.cut(span, entries); err != nil {
		return span, err
	}
	if span.To.Before(span.From) {
		return span, usageError{errors.New(f.backwards(p, span))}
	}
	return span, nil
}

// backwards formats that a span ends before it begins, by what the user chose of
// it.
func (f *spanFlags) backwards(p *program, span lean.Span) string {
	args := words.Args{"From": p.words.WeekInline(span.From), "To": p.words.WeekInline(span.To)}
	switch {
	case f.to == "":
		return p.words.Say("cli.bad-span.from", args)
	case f.from == "":
		return p.words.Say("cli.bad-span.to", args)
	}
	return p.words.Say("cli.bad-span", args)
}

// leanCommand prints both dials, in words or with all figures.
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
			return p.withAny(func(j *journal.Journal) error {
				entries := j.View().Entries
				span, err := weeks.span(p, entries)
				if err != nil {
					return err
				}
				p.sayLater(span, entries)
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
	lines := []string{p.words.Finding(r) + ".", p.words.TimeLine(r), p.words.EnergyLine(r), p.words.TracksLine(r), p.words.Basis(r)}
	for _, remark := range p.words.Remarks(r, kinds) {
		lines = append(lines, remark.Text)
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	_, err := fmt.Fprintln(p.out, strings.Join(lines, "\n"))
	return err
}
