// Package quiet discards what is logged. Only Fyne logs anything: the name of
// every locale that it does not know, also before a command that opens no
// window, and what it can do without, all in English and with paths of the
// machine that built it. What matters to the user is an error, and has words.
//
// It works because Go initializes packages in the order of their paths as far
// as their imports allow: this one imports little and is ready before Fyne, of
// which some imports come later in that order.
package quiet

import (
	"io"
	"log"
)

func init() { log.SetOutput(io.Discard) }
