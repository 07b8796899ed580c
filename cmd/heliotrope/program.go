package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/jeandeaual/go-locale"
	"github.com/spf13/cobra"

	"heliotrope/cmd/heliotrope/internal/garbage"
	"heliotrope/desktop/handover"
	"heliotrope/desktop/reminder"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/wallclock"
	"heliotrope/journal/words"
	"heliotrope/ui"
)

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitDoubt  = 3        // it is not known whether it was done
	exitUnread = 128 + 13 // the reader of the answer closed it; as a shell prints the end by SIGPIPE
)

// program is one run: its streams, its flags and the words it speaks.
type program struct {
	in    io.Reader
	out   *output
	err   io.Writer
	words *words.Words
	now   func() time.Time // of the clock
	clock *wallclock.Clock

	preferences *preferences.File
	mine        *vault.Vault // of the user's journal
	vault       *vault.Vault // of the journal to work on: mine or the sample
	other       *other       // where the journal is a copy; nil where it is not

	file        string             // to import in the window, "" for none
	inbox       *ui.Inbox          // of the window; nil if there is none
	listener    *handover.Listener // for those who ask the window; nil if nobody can
	journalFlag string
	langFlag    string
	todayFlag   string
	openFlag    string // what the window shows at first, see [reminder.ParseTarget]
	sample      bool

	told bool // a window has shown what went wrong
}

// usageError is an error in how the program was called.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// misuse returns a sentence as a [usageError].
func (p *program) misuse(id string, args ...words.Args) error {
	return usageError{errors.New(p.words.Say(id, args...))}
}

// run is main, without the process around it.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	clock := wallclock.New()
	p := &program{in: in, out: &output{to: out}, err: errs, now: clock.Now, clock: clock, preferences: preferences.Open(preferences.DefaultPath())}
	p.words = words.In(languageOf(args, p.preferences.Get().Language)).Command()
	started := false
	root := p.rootCommand(&started)
	root.SetArgs(args)
	root.SetOut(p.out)
	root.SetErr(errs)
	c, err := root.ExecuteC()
	p.sayDoneBut(p.close()) // everything was on the disk before
	code := p.end(err, c.CommandPath(), started)
	if err != nil && showsWindow(c) && !p.told && clicked() {
		p.alert(err)
	}
	return code
}

// end prints what went wrong in a command, if anything did, and returns the exit
// status. A command that was not started was called wrongly.
func (p *program) end(err error, command string, started bool) int {
	lost := p.out.lost
	if status, done := errors.AsType[statusError](err); done {
		return int(status)
	}
	if err != nil && (lost == nil || !errors.Is(err, lost)) {
		if _, usage := errors.AsType[usageError](err); usage || !started {
			fmt.Fprintf(p.err, "heliotrope: %v\n%s\n", err, p.words.Say("cli.see-help", words.Args{"Command": command}))
			return exitUsage
		}
		fmt.Fprintf(p.err, "heliotrope: %s\n", p.explain(err))
		if isAny(err, errInDoubt, handover.ErrUnsaved) {
			return exitDoubt
		}
		return exitFailed
	}
	switch {
	case lost == nil:
		return exitDone
	case p.out.unread():
		return exitUnread
	}
	lost = &fs.PathError{Op: "write", Path: p.words.Say("cli.output"), Err: lost}
	fmt.Fprintf(p.err, "heliotrope: %s\n", p.explain(lost))
	return exitFailed
}

// print prints a sentence to standard output, as an answer.
func (p *program) print(id string, args ...words.Args) {
	fmt.Fprintln(p.out, p.words.Say(id, args...))
}

// say prints a sentence to standard error.
func (p *program) say(id string, args ...words.Args) {
	fmt.Fprintln(p.err, p.words.Say(id, args...))
}

// explain puts an error into words.
func (p *program) explain(err error) string {
	if e, ok := errors.AsType[hiddenError](err); ok {
		return p.explain(e.problem) + "\n" + p.explain(e.screen)
	}
	switch {
	case errors.Is(err, ui.ErrNoDisplay):
		return p.words.Say("cli.no-display")
	case errors.Is(err, ui.ErrNoOpenGL):
		return p.words.Say(noOpenGL(runtime.GOOS))
	}
	if e, ok := errors.AsType[behindError](err); ok {
		return p.words.Behind(e.behind) + "\n" + p.words.Say("behind.command")
	}
	if said := cmp.Or(handoverWords(p.words, err), p.explainRemind(err)); said != "" {
		return said
	}
	problem := p.words.Problem(err)
	switch {
	case errors.Is(err, errInDoubt):
		return problem.What + "\n" + p.words.Say("cli.in-doubt")
	case errors.Is(err, errNotSaved):
		return problem.What + "\n" + p.words.Say("cli.not-saved")
	case errors.Is(err, errLost):
		return problem.What + "\n" + p.words.Say("cli.restore.no-way")
	case errors.Is(err, errSecond):
		return p.words.Say("cli.backup.second", words.Args{"Problem": strings.TrimSpace(problem.What + " " + problem.Do)})
	case errors.Is(err, ui.ErrUnsaved):
		return p.words.Say("cli.unsaved", words.Args{"Problem": problem.What})
	}
	return strings.TrimSpace(problem.What + "\n" + problem.Safe + " " + problem.Do)
}

// languageOf returns the language to speak: the one that --lang asks for, the
// one that was chosen in the window, or the system's. It is needed before the
// flags are read, since their help is spoken too.
func languageOf(args []string, chosen string) words.Language {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return words.Match(value)
		}
		if arg == "--lang" && i+1 < len(args) {
			return words.Match(args[i+1])
		}
	}
	if slices.Contains(words.Languages, words.Language(chosen)) {
		return words.Language(chosen)
	}
	return systemLanguage()
}

// systemLanguage returns the system's language, or English if it is not
// spoken here.
func systemLanguage() words.Language {
	locales, err := locale.GetLocales()
	if err != nil {
		return words.English
	}
	return words.Match(locales...)
}

// rootCommand returns the commands. It sets started once the flags were read
// and a command runs.
func (p *program) rootCommand(started *bool) *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click on Windows opens the window
	root := &cobra.Command{
		Use:           "heliotrope",
		Short:         p.words.Say("cli.short"),
		Long:          p.words.Say("cli.long"),
		Args:          p.fileOrCommand,
		Version:       p.version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			if err := p.checkRequired(c); err != nil {
				return usageError{err}
			}
			if err := p.readFlags(); err != nil {
				return usageError{err}
			}
			*started = true
			if showsWindow(c) {
				garbage.Often()
			} else {
				garbage.Beyond(commandMemory)
			}
			if c.Name() == cobra.ShellCompRequestCmd {
				p.complete(c.Root())
			}
			err := p.findJournal()
			switch {
			case err == nil || c.Annotations[anywhere] != "":
				return nil
			case showsWindow(c):
				return p.tell(p.config(), err)
			}
			return err
		},
		RunE: func(*cobra.Command, []string) error { return p.window() },
	}
	root.CompletionOptions.DisableDefaultCmd = true // completionCommand is in the user's language
	root.SetHelpFunc(p.printHelp)
	root.SetUsageFunc(func(c *cobra.Command) error { p.printUsage(c); return nil })
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(p.explainFlag)
	flags := root.PersistentFlags()
	flags.StringVar(&p.journalFlag, "journal", "", p.words.Say("cli.flag.journal"))
	flags.StringVar(&p.langFlag, "lang", "", p.words.Say("cli.flag.lang"))
	flags.StringVar(&p.todayFlag, "today", "", p.words.Say("cli.flag.today"))
	flags.BoolVar(&p.sample, "sample", false, p.words.Say("cli.flag.sample"))
	flags.BoolP("help", "h", false, p.words.Say("cli.flag.help"))
	root.Flags().StringVar(&p.openFlag, "open", "", "")
	_ = root.Flags().MarkHidden("open") // it is there, and only this program uses it
	root.Flags().Bool("version", false, p.words.Say("cli.flag.version"))
	root.AddCommand(p.addCommand(), p.showCommand(), p.evidenceCommand(), p.leanCommand(), p.reportCommand(),
		p.exportCommand(), p.importCommand(), p.checkCommand(), p.backupCommand(), p.restoreCommand(), p.captureCommand(), p.remindCommand(), p.completionCommand(root), p.versionCommand())
	root.SetHelpCommand(p.helpCommand(root))
	return root
}

// readFlags checks the flags of every command.
func (p *program) readFlags() error {
	if p.langFlag != "" && p.langFlag != string(words.English) && p.langFlag != string(words.French) {
		return errors.New(p.words.Say("cli.bad-lang"))
	}
	if p.openFlag != "" {
		if _, _, err := reminder.ParseTarget(p.openFlag); err != nil {
			return errors.New(p.words.Say("cli.bad-value", words.Args{"Flag": "--open"}))
		}
	}
	if p.todayFlag == "" {
		return nil
	}
	day, err := time.Parse(time.DateOnly, p.todayFlag)
	if err != nil || !journal.WeekOf(day).Valid() {
		return errors.New(p.words.Say("cli.bad-today"))
	}
	p.clock.SetToday(day)
	return nil
}

// anywhere annotates a command that needs no journal, nor a place for one.
const anywhere = "anywhere"

// commandMemory is how much memory a command takes before garbage is collected, apart
// from the program and the pages of the file. That is enough for two journals of fifty
// years; with one, most commands end before.
const commandMemory = 48 << 20

// windowed annotates a command that shows a window.
const windowed = "windowed"

func showsWindow(c *cobra.Command) bool { return !c.HasParent() || c.Annotations[windowed] != "" }

// findJournal finds the journal: the sample, or the one that the flag or the
// environment names, or the one in the user's data folder.
func (p *program) findJournal() (err error) {
	if p.sample {
		p.vault, err = vault.Sample(string(p.words.Language), p.now)
	}
	path := cmp.Or(p.journalFlag, os.Getenv("HELIOTROPE_JOURNAL"))
	if path == "" && err == nil {
		path, err = vault.DefaultPath()
	}
	if p.sample && errors.Is(err, journal.ErrNoHome) {
		p.mine = p.vault // there is no other
		return nil
	}
	if err == nil {
		p.mine, err = vault.At(unfolded(path), p.preferences, p.now)
	}
	if err != nil {
		return err
	}
	p.mine.Sweep()
	if !p.sample {
		p.vault = p.mine
	}
	return nil
}

// unfolded returns a path with the home folder in place of ~/, which no shell
// replaces in --journal=~/FILE, unless there is a folder of that name here.
func unfolded(path string) string {
	rest, ok := strings.CutPrefix(path, "~/")
	if _, err := os.Lstat("~"); !ok || err == nil || !preferences.HasHome() {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}

// with opens the journal for do. If do was to begin it and another command did,
// nothing was changed, and do gets what that began.
func (p *program) with(do func(*journal.Journal) error) error {
	begun := p.vault.Begun()
	err := p.once(do)
	if !begun && errors.Is(err, journal.ErrReplaced) {
		if err = p.vault.Close(); err == nil {
			err = p.once(do)
		}
	}
	return err
}

// once opens the journal for do.
func (p *program) once(do func(*journal.Journal) error) error {
	j, err := p.vault.OpenLater()
	if err != nil {
		return err
	}
	p.sayNoticed()
	defer p.saySetAside()
	return do(j)
}

// helpCommand is --help for those who write help.
func (p *program) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:    p.words.Say("cli.help.use"),
		Short:  p.words.Say("cli.help.short"),
		Hidden: true,

		Annotations: map[string]string{anywhere: "yes"},

		Args: p.args(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			about, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return p.noCommand(root, args)
			}
			return about.Help()
		},
	}
}
