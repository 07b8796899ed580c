// Package evidence is what a week really held, by the traces that it left on this
// computer: meetings in calendars, commits in repositories.
//
// A [Looker] looks at the places that the user chose, through the packages below, one for
// each kind of source. [Of] decides what of that is shown: it is a pure function of what
// was found and of the [Facts] that are known of the week. Package source tells what a
// kind is; [Kinds] lists them.
//
// # Rules
//
// A look reads and writes nothing: what was found is remembered in memory only. What the
// user does not accept is stored nowhere. What is accepted becomes a moment, which has the
// [Line.Source] of its line, so that the line is known to be logged. What is never to be
// shown again is stored as its [Line.Dismissal]. Both are hashes, which hide nothing from
// someone who has the journal and can guess the title.
package evidence
