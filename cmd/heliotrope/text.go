package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// mostInput is how much of standard input is read for a text, in bytes. It is
// more than any moment, also with two bytes for a line end and blank lines after
// it, and less than an endless input.
const mostInput = 8 * journal.MaxMoment

// text returns the text to log: the argument, or what is on standard input if
// there is none or it is a dash. Standard input is not read for any other
// argument, since it may be the input of the script around the command.
func (p *program) text(c *cobra.Command, args []string) (string, error) {
	text := strings.Join(args, "")
	if text == "" && len(args) > 0 {
		return "", nil // which no moment may have
	}
	if text == "" || text == "-" {
		read, err := p.readInput()
		switch {
		case err != nil:
			return "", err
		case text == "" && plain(read) == "":
			return "", p.noText(c)
		}
		text = read
	}
	text = plain(text)
	switch clean, _ := journal.CleanText(text, len(text)); {
	case !utf8.ValidString(text):
		return "", p.misuse("cli.add.not-utf8")
	case clean != text:
		return "", usageError{errors.New(p.words.Invalid(&journal.InvalidError{Field: "text", Rule: journal.RuleText}))}
	case len(text) > journal.MaxMoment:
		return "", p.tooLong()
	}
	return text, nil
}

// readInput reads standard input to its end, or to where it is too long.
func (p *program) readInput() (string, error) {
	if isTerminal(p.in) {
		p.say("cli.add.type", words.Args{"Key": endOfInput(runtime.GOOS)})
	}
	content, err := io.ReadAll(io.LimitReader(p.in, mostInput+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("read standard input: %w", err)
	case len(content) > mostInput:
		return "", p.tooLong()
	}
	return string(content), nil
}

// plain returns text without a byte order mark and without spaces around it,
// and with line feeds as its line ends.
func plain(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	return strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
}

// noText is the error of a command that lacks its text.
func (p *program) noText(c *cobra.Command) error {
	return p.misuse("cli.add.no-text", words.Args{"Use": c.Parent().Name() + " " + c.Use})
}

func (p *program) tooLong() error {
	return p.misuse("cli.add.too-long", words.Args{"Limit": p.words.Number(journal.MaxMoment, 0)})
}

// isTerminal reports whether a stream of the process is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
