// Package evidence is what a week really held, by the traces that it left on this
// computer: meetings in calendars, commits in repositories.
//
// A [Looker] looks at the places that the user chose, each by a source of its kind,
// see package source, and [Of] decides what of that is shown: it is a pure function of
// what was found and of the [Facts] that are known of the week. Below are a package for
// each kind of source. To add one, write it, and put it into [Kinds]; what the window calls
// it is in assets/words, as all words are.
//
// # Rules
//
// A look reads, and writes nothing: what was found is remembered in memory only. What
// the user does not accept is stored nowhere. What is accepted becomes a moment, which
// has the [Line.Source] of its line, so that the line is known to be logged. What is
// never to be shown again is stored as its [Line.Dismissal]. Both are hashes. They hide
// nothing from someone who has the journal and can guess the title.
package evidence
