package vault

import (
	"io/fs"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/outfile"
	"heliotrope/journal/preferences"
)

// GiveAway writes files for others, such as a report: all or none, see
// [outfile.Write]. It is the one way by which the program writes a file at a path
// that the user names.
//
// A file that is there already is replaced only if replace is set; if not the
// error wraps [fs.ErrExist]. What belongs to a journal, this or any other, is
// never replaced: its file, also a damaged one, its backups and other copies, the
// marker next to it, and the settings. Then the error wraps [journal.ErrProtected].
func GiveAway(replace bool, files ...outfile.File) error {
	return outfile.Write(allow(replace), files...)
}

// Replaced returns those of the paths at which GiveAway would replace a file, so
// that the user can be asked first. The error is that with which it would refuse.
func Replaced(paths ...string) ([]string, error) { return outfile.Look(allow(true), paths...) }

// Recognize reports whether the file at path belongs to a journal: its file, a
// backup or another copy, or the marker of a last save. It only reads; one that
// cannot be read is none.
func Recognize(path string) bool {
	own, err := boltstore.Recognize(path)
	return own && err == nil
}

func allow(replace bool) outfile.Allow {
	return func(path string, there fs.FileInfo) error {
		own, err := boltstore.Recognize(path)
		switch {
		case err != nil:
			return err // it might be one
		case own || preferences.Recognize(path):
			return journal.ErrProtected
		case there != nil && !replace:
			return fs.ErrExist
		}
		return nil
	}
}
