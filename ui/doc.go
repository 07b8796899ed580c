// Package ui is the window. With the packages below it, it is the only importer
// of Fyne.
//
// [Run] opens the window for a journal that somebody else has opened, so these
// packages know no file format and no store. The window is a rail and a stack of
// pages. A page is a package with one constructor: week, trends, past, report,
// settings and welcome, and rescue in place of all of them. No page imports
// another page or this package. What a page asks of the rest is one small
// interface that it declares itself, called Window, such as [week.Window]; this
// package implements it. What every page works with comes in a
// [session.Session]. What pages share is named by what it is: tasks, dialogs,
// saving, notices, entries, choices, texts, look. The widgets, which know no
// journal, are in controls, and chartview draws a chart.
//
// # The way of a moment to the disk
//
// A key in the line that adds a moment comes to the disk in eight steps. Each is
// a method with a name, and none a function in a field:
//
//  1. TypedKey of [controls.TextField] gets the key. Enter submits the form of
//     the field.
//  2. Submit of the quick add in package week reads the fields into a
//     [journal.Moment], or shows what is missing.
//  3. addMoment of [week.Page] puts the moment into the entry and shows it.
//  4. [saving.Autosave.Flush] gives [tasks.Tasks] a job for each draft, which
//     the entry became in [saving.Autosave.Change].
//  5. Work of that job runs on the worker goroutine and saves the draft.
//  6. [journal.Journal.Save] checks the entry and makes a [journal.Change].
//  7. commit of the journal gives the change to the store, and shows it to
//     readers only once the store has it.
//  8. Apply of the store in journal/boltstore writes one transaction.
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
