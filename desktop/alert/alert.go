// Package alert shows a failure to somebody who sees no standard error: who
// started the program by a click, where none of its windows can be shown.
//
// A dialog of the system shows it, by a program that desktops have for scripts,
// or the message box of Windows. Where none can be shown, a notification does.
// None of them reads the text as options or as markup. The package knows no words
// and no journal.
package alert

import (
	"errors"
	"time"
)

// Message is what is shown.
type Message struct {
	Title string
	Text  string // in plain text; paragraphs are divided by an empty line
	Close string // what the button says
}

// ErrUnseen is returned where nothing could be shown.
var ErrUnseen = errors.New("no dialog and no notification can be shown")

// patience is how long the user may read before the program ends and leaves its
// dialog on screen. A program that hangs shows none, and nobody can see that
// from outside: after this time a notification is shown too.
const patience = 30 * time.Second

// Show shows m. It returns once the user has closed it, or after half a minute, or
// with [ErrUnseen].
func Show(m Message) error {
	return show(m, dialog, notify, patience)
}

// The ways that a dialog can end.
type end int

const (
	failed end = iota // and nobody has seen it
	closed            // by the user
	open              // for now
)

// show shows m by a dialog or a notification.
func show(m Message, dialog func(Message, time.Duration) end, notify func(Message) error, patience time.Duration) error {
	ended := dialog(m, patience)
	if ended == closed {
		return nil
	}
	if notify(m) != nil && ended == failed {
		return ErrUnseen
	}
	return nil
}
