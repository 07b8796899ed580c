package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
)

// A desktop starts the program with the file that the user opened: an exported one,
// which is offered to be imported, or a journal, which is shown.

// fileOrCommand is the check of what is left over when no command was found: it may
// be a file to open.
func (p *program) fileOrCommand(c *cobra.Command, args []string) error {
	if len(args) != 1 || !isFile(args[0]) && !looksLikeFile(args[0]) {
		return p.noCommand(c, args)
	}
	info, err := os.Stat(args[0])
	switch {
	case err != nil:
		return usageError{errors.New(p.words.Problem(err).String())}
	case !info.Mode().IsRegular():
		return p.misuse("handover.no-file")
	}
	path := absolute(args[0])
	switch {
	case backup.IsReserved(filepath.Base(path)):
		return p.misuse("handover.backup")
	case !isJournal(path):
		p.file = path
	case p.journalFlag != "" || p.sample:
		return p.misuse("handover.two-journals")
	default:
		p.journalFlag = path
	}
	return nil
}

// isFile reports whether there is something at path.
func isFile(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// looksLikeFile reports whether a word is more likely the path of a file than
// anything else.
func looksLikeFile(word string) bool {
	ending := strings.ToLower(filepath.Ext(word))
	return ending == ".json" || ending == ".db" || strings.HasPrefix(word, "file://")
}

// isJournal reports whether a file is a journal, also one that is damaged.
func isJournal(path string) bool {
	return strings.EqualFold(filepath.Ext(path), ".db") || vault.Recognize(path)
}
