package main

import (
	"errors"
	"strings"

	"heliotrope/cmd/heliotrope/internal/console"
	"heliotrope/desktop/alert"
	"heliotrope/journal/words"
	"heliotrope/ui"
)

// hiddenError is a problem whose recovery options no window could show.
type hiddenError struct{ problem, screen error }

func (e hiddenError) Error() string { return e.problem.Error() + "; " + e.screen.Error() }

func (e hiddenError) Unwrap() []error { return []error{e.problem, e.screen} }

// noScreen reports whether an error is that no window can be shown.
func noScreen(err error) bool {
	return errors.Is(err, ui.ErrNoDisplay) || errors.Is(err, ui.ErrNoOpenGL)
}

// clicked reports whether a click started the program, so that nobody sees its
// standard error.
func clicked() bool { return console.Missing() || alert.ByClick() }

// alert shows in a dialog of the system what went wrong and no window has shown.
func (p *program) alert(err error) {
	w := words.In(p.words.Language) // those of a window, not of a shell
	problem := alertOf(w, err)
	text := problem.What + "\n\n" + strings.TrimSpace(problem.Safe+" "+problem.Do)
	_ = alert.Show(alert.Message{Title: "Heliotrope", Text: strings.TrimSpace(text), Close: w.Say("dialog.close")}) // standard error has it too
}

// alertOf puts an error into words for a dialog.
func alertOf(w *words.Words, err error) words.Problem {
	if e, ok := errors.AsType[hiddenError](err); ok {
		problem, screen := w.Problem(e.problem), alertOf(w, e.screen)
		return words.Problem{What: problem.What + " " + screen.What, Safe: problem.Safe, Do: screen.Do}
	}
	if e, ok := errors.AsType[usageError](err); ok {
		return words.Problem{What: e.Error()}
	}
	switch {
	case errors.Is(err, ui.ErrNoDisplay):
		return words.Problem{What: w.Say("alert.no-display.what"), Safe: w.Say("alert.unchanged"), Do: w.Say("alert.no-display.do")}
	case errors.Is(err, ui.ErrNoOpenGL):
		return words.Problem{What: w.Say("alert.no-opengl.what"), Safe: w.Say("alert.unchanged"), Do: w.Say("alert.no-opengl.do")}
	}
	if said := handoverWords(w, err); said != "" {
		what, do, _ := strings.Cut(said, "\n")
		return words.Problem{What: what, Do: do}
	}
	problem := w.Problem(err)
	if errors.Is(err, ui.ErrUnsaved) {
		return words.Problem{What: w.Say("cli.unsaved", words.Args{"Problem": problem.What})}
	}
	return problem
}
