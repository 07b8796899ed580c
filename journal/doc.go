// Package journal is the domain of Heliotrope: what an engineer logs week by
// week, and the one owner of all of it.
//
// The nouns are few. A [Week] is an ISO 8601 week, and everything is filed by
// week. An [Entry] is the content of one week: the [Moment]s that gave or took
// energy, the [Split] of the week's time, the [Hours] that were measured of it, the
// [Answer]s to rotating [Question]s, and a reflection. An [Event] is a declared change at work, such as a new role.
// A [Kind] names a kind of work and the [Track] it counts toward. A [Brief] is what
// the user has chosen to show of all that in a career conversation. A [Dismissal] is
// of something in other programs that is never to be offered as part of a week.
//
// A [Journal] has all of it in memory and writes through a [Store]. Memory
// changes only after the store has succeeded, so what a Journal shows is on the
// disk. The Store is the one seam to the disk: package boltstore stores a
// journal in a file, and the tests in package storetest define what every store
// must do.
//
// What is replaced or deleted is not lost. A [Version] is what a week contained
// before, [Trashed] is what was deleted, and a [Draft] is an unfinished moment. A
// store has them next to the contents and writes each in the transaction that
// makes it. A [Step] is something done since the program started, which can be
// undone; an undo is a change like any other, and as durable.
//
// A kind of record is declared once, as a [List] with its name, its key and its
// order; Contents, Change, merge, undo and trash go over the lists. A save
// reaches the disk in three calls: [Journal.Save] computes a [Change], commit
// adds what belongs to it and calls [Store.Apply], and then memory follows.
//
// # Rules
//
// The package imports the standard library only. It contains no sentence for
// users (package words does), no statistics (package lean) and no file format
// (packages boltstore and exchange). Dates are civil dates: a week is never moved
// by adding hours, so no time zone or daylight saving can shift it.
//
// Below it are vault (the place of a journal, with its backups), boltstore (the
// file), lean (the mathematics), chart (charts as scenes), report (the trend
// report), exchange (the JSON file with everything) and words (every sentence).
// None of them knows the window, and the window knows only what they export. The
// linter enforces these layers.
//
// # Compatibility
//
// A journal written by a released version opens in every later one. The types
// here may change; the records on disk and the exchange file have types and
// versions of their own.
package journal
