package main

import (
	"fmt"

	"heliotrope/journal/backup"
	"heliotrope/journal/words"
)

// sayBehind says that a journal is not what was last saved here, and what to do.
func (p *program) sayBehind(b *backup.Behind) {
	if b != nil {
		fmt.Fprintf(p.err, "heliotrope: %s\n%s\n", p.words.Behind(*b), p.words.Say("behind.command"))
	}
}

// behindError is that a journal is not what was last saved here.
type behindError struct {
	error
	behind backup.Behind
}

func (e behindError) Unwrap() error { return e.error }

// sayNoticed says what was noticed about the journal that was opened.
func (p *program) sayNoticed() {
	noticed := p.vault.Warnings()
	p.sayBehind(noticed.Behind)
	if noticed.Recovered {
		p.say("cli.check.recovered")
	}
}

// saySetAside says where a copy of a journal that is behind was put before it was
// changed.
func (p *program) saySetAside() {
	if path := p.vault.SetAside(); path != "" {
		p.say("behind.set-aside", words.Args{"Path": path})
	}
}
