package main

import (
	"errors"
	"fmt"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// today returns the week of today.
func (p *program) today() journal.Week { return journal.WeekOf(p.now()) }

// ahead formats that week w has not begun.
func (p *program) ahead(id string, w journal.Week, more ...words.Args) string {
	return p.words.Say(id, append(more, words.Args{"Number": w.Number(), "Year": w.Year(), "Ahead": p.words.Until(w, p.today())})...)
}

// sayClockDoubt warns that the clock may be wrong, unless week w is over whatever it
// shows. The weeks of a sample were written at no time, so no clock is wrong there.
func (p *program) sayClockDoubt(w journal.Week, r journal.ClockReading) {
	if r.Doubt == journal.ClockTrusted || w.Before(p.today()) || p.sample {
		return
	}
	fmt.Fprintln(p.err, p.words.ClockDoubt(r.Doubt, p.now(), r.Last))
}

// loggedAhead returns a line about the weeks that were logged before they began,
// "" for none.
func (p *program) loggedAhead(r journal.ClockReading) string {
	if len(r.Ahead) == 0 || p.sample {
		return ""
	}
	return p.words.LoggedAhead(r.Ahead, p.today()) + " " + p.words.Say("cli.ahead.where")
}

// sayLoggedAhead prints that line to standard error.
func (p *program) sayLoggedAhead(r journal.ClockReading) {
	if line := p.loggedAhead(r); line != "" {
		fmt.Fprintln(p.err, line)
	}
}

// sayLater prints to standard error which weeks of a journal are not in span: that
// were logged before they began, or that come after today by this clock.
func (p *program) sayLater(span lean.Span, entries []journal.Entry) {
	reading := journal.ReadClock(entries, p.now())
	p.sayLoggedAhead(reading)
	if later := p.words.Later(span.Later(entries, p.today())); later != "" && len(reading.Ahead) == 0 {
		fmt.Fprintln(p.err, later)
	}
}

// sayImportedAhead warns about entries of a file whose weeks have not begun: the clock of
// this computer may be wrong, or that of the one that wrote the file.
func (p *program) sayImportedAhead(entries []journal.Entry) {
	var ahead []journal.Week
	for i := range entries {
		if w := entries[i].Week; w.After(p.today()) {
			ahead = append(ahead, w)
		}
	}
	slices.SortFunc(ahead, journal.Week.Compare)
	if len(ahead) > 0 {
		fmt.Fprintln(p.err, p.words.Count("cli.import.ahead", len(ahead), words.Args{
			"Number": ahead[0].Number(), "Year": ahead[0].Year(), "Ahead": p.words.Until(ahead[0], p.today()),
		}))
	}
}

// cut ends span, which flags chose, with the last week that has begun.
func (p *program) cut(span lean.Span, entries []journal.Entry) (lean.Span, error) {
	last := journal.ReadClock(entries, p.now()).Begun
	if span.From.After(last) {
		return span, usageError{errors.New(p.ahead("cli.bad-from", span.From))}
	}
	if span.To.After(last) {
		fmt.Fprintln(p.err, p.ahead("cli.to-ahead", span.To, words.Args{"Week": p.words.WeekInline(last)}))
		span.To = last
	}
	return span, nil
}
