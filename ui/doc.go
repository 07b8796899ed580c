// Package ui is the windows. With the packages below it, it is the only importer
// of Fyne, and it knows no file format and no store.
//
// A program has one journal and at most two windows on it. [Run] opens the main one,
// and [Capture] the small one in which a moment is written. Both have the journal
// opened while the system makes the window ready. Either may come first, each can open
// the other, and the program ends with the last of them. What is half-written is one
// draft, which both show.
//
// Another program that is started for the same journal finds a socket, see package
// handover, and asks for what it needs. Such a request comes through the [Inbox] to
// the window's goroutine, where it does what the user could do there; it is answered
// once the disk has what it changed.
//
// The main window is a rail and a stack of pages. A page is a package with one
// constructor: week, trends, past, report, settings, evidence, help and welcome, rescue
// in place of all of them, and capture in the small window. No page imports another page or
// this package. What a page asks of the rest is one small interface that it declares
// itself, called Window, such as [week.Window]; this package implements it. What every
// page works with comes in a [session.Session]. What pages share is named by what it
// is: tasks, dialogs, saving, notices, entries, choices, texts, look, and line, in
// which a moment is written. The widgets, which know no journal, are in controls, and
// chartview draws a chart.
//
// What the window does for an entry of a menu or for a key is a command. Package
// shortcuts declares the keys, for the window, the menus and the sheet that lists
// them. They come from package native, before Fyne gives them to what has the focus,
// as does the place of the window on the screens.
//
// # The way of a moment to the disk
//
// Enter in the line that adds a moment comes to the disk in nine steps. Each is
// a method with a name, and none a function in a field:
//
//  1. TypedKey of [controls.TextField] gets the key and offers it to its
//     [controls.Keys], which is the line.
//  2. Submit of the line's Editor makes a [journal.Moment] of the text, or asks for
//     what is missing.
//  3. Enter of the line's Owner, the quick add in package week, adds when the moment
//     was logged, and in which week.
//  4. addMoment of [week.Page] puts the moment into the entry and shows it.
//  5. [saving.Autosave.Flush] gives [tasks.Tasks] a job for each draft, which
//     the entry became in [saving.Autosave.Change].
//  6. Work of that job runs on the worker goroutine and saves the draft.
//  7. [journal.Journal.Save] checks the entry and makes a [journal.Change].
//  8. commit of the journal gives the change to the store, and shows it to
//     readers only once the store has it.
//  9. Apply of the store in journal/boltstore writes one transaction.
//
// What is typed before Enter is stored separately: Touched of the Owner has
// [saving.Drafts] store the line as a [journal.Draft], so that neither a crash nor
// closing the window loses it.
//
// The way back is shorter. The job is done on the window's goroutine, where the
// autosave drops the draft unless it was changed meanwhile. Only then is the state
// "All changes saved", and the window calls the page that is on screen. Pages that
// are hidden catch up when they are shown.
//
// # Threads
//
// All widgets are touched on one goroutine. Package tasks is the only one that
// starts another, and the only one that calls fyne.Do.
package ui
