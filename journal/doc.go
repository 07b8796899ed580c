// Package journal is the domain of Heliotrope: what an engineer logs week by
// week, and the one owner of it all.
//
// The nouns are few. A [Week] is an ISO-8601 week, and everything is filed by
// week. An [Entry] is what one week holds: the [Moment]s that moved the
// writer's energy, the [Split] of the week's time, the [Answer]s to rotating
// [Question]s, and a reflection. An [Event] is something declared about the
// work itself, such as a new role. A [Kind] names a kind of work and the
// [Track] it counts toward.
//
// A [Journal] owns all of it in memory and writes through a [Store]. Memory
// changes only after the store has said yes, so what a Journal shows is what
// is kept. The Store is the one seam to the disk: package boltstore keeps a
// journal in a file, package storetest says what every store must do.
//
// What is replaced or deleted is not gone. A [Version] is what a week held
// before, [Trashed] is what was deleted, and a [Draft] is a moment half-written;
// a store keeps them beside the contents, each in the transaction that makes
// it. A [Step] is something done since the program was started, which can be
// undone; an undo is a change like any other, and as durable.
//
// A kind of record is declared once, as a [List] with its name, its key and its
// order; Contents, Change, merge, undo and trash go over the lists. How a save
// reaches the disk: [Journal.Save] computes a [Change] and commits it, apply
// adds what belongs to it and calls [Store.Apply], and memory follows.
//
// # Rules
//
// The package imports the standard library only. It holds no sentence that a
// user reads (package words does), no statistics (package lean) and no file
// format (packages boltstore and exchange). Dates are civil dates: a week is
// never moved by adding hours, so no time zone or daylight saving can shift it.
//
// Around it stand, under this folder, boltstore (the file), lean (the
// mathematics), chart (charts as scenes), report (the trend report), exchange
// (the JSON file that holds everything) and words (every sentence). None of
// them knows the window; the window knows none of their insides. The layer
// rules are held by a test in this package.
//
// # Compatibility
//
// A journal written by a released version opens in every later one. The types
// here may change; the records on disk and the exchange file have types and
// versions of their own.
package journal
