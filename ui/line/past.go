package line

import (
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/guess"
	"heliotrope/journal/recall"
	"heliotrope/ui/session"
)

// Past is what was logged before, from which kinds are guessed and texts and tags
// are completed. It is read off the window's goroutine, once something is written in a
// line, and once more when weeks changed. Lines on the same journal share one.
type Past struct {
	// OnRead is called once the past was read. It may be nil.
	OnRead func()

	on session.Session

	guesser *guess.Guesser // nil until it is read
	recall  *recall.Past
	reads   int    // counts the readings that were begun
	of      uint64 // the generation of the journal that was read last
}

// NewPast returns the past of a journal.
func NewPast(on session.Session) *Past { return &Past{on: on} }

// Want reads the past if that was not begun yet.
func (p *Past) Want() {
	if p.reads == 0 {
		p.read()
	}
}

// Renew reads the past again, if it was read before and the journal changed since.
func (p *Past) Renew() {
	if p.reads > 0 && p.of != p.on.Journal.Generation() {
		p.read()
	}
}

// read reads the past off the window's goroutine.
func (p *Past) read() {
	p.reads++
	p.of = p.on.Journal.Generation()
	read := p.reads
	var g *guess.Guesser
	var r *recall.Past
	p.on.Tasks.Run(func() error {
		g, r = p.made()
		return nil
	}, func(error) {
		if read != p.reads {
			return // a later one was begun
		}
		p.guesser, p.recall = g, r
		if p.OnRead != nil {
			p.OnRead()
		}
	})
}

func (p *Past) made() (*guess.Guesser, *recall.Past) {
	entries := slices.Collect(p.on.Journal.All())
	return guess.New(p.on.Journal.Kinds().Offered(), entries), recall.New(entries)
}

// now reads the past at once, unless it was read.
func (p *Past) now() {
	if p.guesser == nil {
		p.guesser, p.recall = p.made()
	}
}

// lately returns a past in which at least the last moments are.
func (p *Past) lately() *recall.Past {
	if p.recall != nil {
		return p.recall
	}
	entries := slices.Collect(p.on.Journal.All())
	from := len(entries)
	for n := 0; from > 0 && n < recall.Lately; n += len(entries[from].Moments) {
		from--
	}
	return recall.New(entries[from:])
}

// Kind returns the kind of work that a text is surely about, "" if none is, or if the past
// was not read yet.
func (p *Past) Kind(text string) string {
	if p.guesser == nil {
		return ""
	}
	return p.guesser.Kind(text, nil)
}

// Learn adds a moment.
func (p *Past) Learn(m journal.Moment) {
	if p.guesser != nil {
		p.guesser.Learn(m)
		p.recall.Add(m)
	}
}
