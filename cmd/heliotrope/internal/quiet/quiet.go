// Package quiet discards what is logged while the program's packages are
// initialized. Fyne logs the name of every locale that it does not know, with
// paths of the machine that built it, also before a command that opens no
// window.
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
