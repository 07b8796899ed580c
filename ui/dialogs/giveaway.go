package dialogs

import (
	"strings"

	"heliotrope/journal/outfile"
	"heliotrope/journal/vault"
)

// GiveAway writes files that the user gives away, and asks first if it would
// replace any. Make makes them; like the writing it is run by run, away from the
// window's goroutine. Done is called with what was written, or with why nothing
// was; it is not called if the user does not want to replace.
func (a *Asker) GiveAway(run Run, make func() ([]outfile.File, error), done func([]outfile.File, error)) {
	var (
		files    []outfile.File
		replaced []string
	)
	write := func(replace bool) {
		run(func() error { return vault.GiveAway(replace, files...) }, func(err error) { done(files, err) })
	}
	run(func() (err error) {
		if files, err = make(); err != nil {
			return err
		}
		var paths []string
		for _, f := range files {
			paths = append(paths, f.Path)
		}
		replaced, err = vault.Replaced(paths...)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			done(nil, err)
		case len(replaced) > 0:
			a.confirmReplacing(replaced, func() { write(true) })
		default:
			write(false)
		}
	})
}

// Run does work away from the window's goroutine, and then calls done on it, like
// the method of [tasks.Tasks].
type Run = func(work func() error, done func(error))

// confirmReplacing asks before files are replaced, and lists them.
func (a *Asker) confirmReplacing(paths []string, replace func()) {
	title := a.Words.Say("file.exists")
	if len(paths) > 1 {
		title = a.Words.Say("file.exists.all")
	}
	a.Confirm(title, strings.Join(paths, "\n"), a.Words.Say("file.replace"), replace)
}
