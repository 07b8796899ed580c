package line

import (
	"heliotrope/journal"
	"heliotrope/journal/guess"
	"heliotrope/journal/recall"
	"heliotrope/ui/session"
)

// Past is what was logged before, from which kinds are guessed and texts and tags
// are completed. It is read off the window's goroutine, and once more when weeks
// changed. Lines on the same journal share one.
type Past struct {
	// OnRead is called once the past was read. It may be nil.
	OnRead func()

	on session.Session

	guesser *guess.Guesser // nil until it is read
	recall  *recall.Past
	reads   int // counts the readings that were begun
}

// NewPast returns the past of a journal, which is read soon.
func NewPast(on session.Session) *Past { return &Past{on: on} }

// Read reads the past again, off the window's goroutine.
func (p *Past) Read() {
	p.reads++
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
	entries := p.on.Journal.Entries()
	return guess.New(p.on.Journal.Kinds().Offered(), entries), recall.New(entries)
}

// now returns the past, which it reads if that has not come to an end.
func (p *Past) now() (*guess.Guesser, *recall.Past) {
	if p.guesser == nil {
		p.guesser, p.recall = p.made()
	}
	return p.guesser, p.recall
}

// Learn adds a moment.
func (p *Past) Learn(m journal.Moment) {
	if p.guesser != nil {
		p.guesser.Learn(m)
		p.recall.Add(m)
	}
}
