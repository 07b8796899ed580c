// Package ui is the window. It is the only importer of Fyne.
//
// [Run] opens the window for a journal that somebody else has opened, so this
// package knows no file format and no store. The window is a rail and a stack
// of pages; a page is one file with one unexported type whose constructor
// takes what it needs and nothing more. No page knows the window or another
// page.
//
// # How data flows
//
// A page changes an entry and hands it to the autosave, which keeps it as a
// draft until the journal has said that it is on the disk, and only then says
// "All changes saved". When a week was saved, the shell tells each page; pages
// that are hidden catch up when they are shown.
//
// # Threads
//
// All widgets are touched on one goroutine. The only file that starts another,
// and the only one that calls fyne.Do, is tasks.go: work goes out through it
// and results come back through it, in order.
package ui
