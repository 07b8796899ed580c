package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"heliotrope/desktop/autostart"
	"heliotrope/desktop/handover"
	"heliotrope/desktop/notification"
	"heliotrope/desktop/reminder"
	"heliotrope/desktop/reminder/message"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
)

// remindCommand shows the reminder of the week, or of a quarter's brief, and does
// what the user answers. The waiting program runs it at the time of the reminder.
func (p *program) remindCommand() *cobra.Command {
	var now bool
	c := &cobra.Command{
		Use:   "remind",
		Short: p.words.Say("cli.remind.short"),
		Args:  p.args(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if p.sample {
				return p.misuse("cli.no-sample")
			}
			return p.remind(now)
		},
	}
	c.Flags().BoolVar(&now, "now", false, p.words.Say("cli.remind.now"))
	return c
}

// remind reminds of what is due, or of this week if now is set.
func (p *program) remind(now bool) error {
	switch chosen := p.preferences.Get().Reminder; {
	case now:
	case p.preferences.Problem() != nil, !chosen.Known():
		return saidError(p.words.Say("cli.remind.settings", words.Args{"Path": p.preferences.Path()}))
	case !chosen.On:
		p.print("cli.remind.off")
		return nil
	}
	// An open window reminds, as nothing else knows what is typed there.
	a, err := p.ask(handover.Request{Kind: handover.Remind, Now: now})
	if err == nil {
		if a.Out == "" && a.Errs == "" {
			p.print("cli.remind.window")
		}
		return p.relay(a)
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" { // the window has these show what it scheduled
		return saidError(p.words.Say("cli.remind.system"))
	}
	due, err := p.due(now)
	if err != nil || due.None() {
		return err
	}
	return p.show(due)
}

// due returns what is due, and records that it is shown. The journal is open only for
// as long as it is read.
func (p *program) due(now bool) (due reminder.Due, err error) {
	path := p.vault.Path()
	if !now && !reminder.Ready(p.preferences.Get().Reminder, path, p.now()) {
		p.sayNext()
		return reminder.Due{}, nil
	}
	var entries []journal.Entry
	err = p.withAny(func(j *journal.Journal) error {
		entries = j.View().Entries
		return nil
	})
	if err == nil {
		err = p.vault.Close()
	}
	switch {
	case err != nil:
		p.changeReminder(func(r *preferences.Reminder) { reminder.Due{}.Failed(r, path, p.now()) })
		return reminder.Due{}, err
	case now:
		return reminder.Asked(p.preferences.Get().Reminder, path, p.now(), entries), nil
	}
	err = p.preferences.Change(func(q *preferences.Preferences) { due = reminder.Take(&q.Reminder, path, p.now(), entries) })
	if err != nil {
		return reminder.Due{}, fmt.Errorf("%w: %w", errUnstored, err)
	}
	if due.None() {
		p.sayNext()
	}
	return due, nil
}

// errUnstored is wrapped where it could not be stored that a reminder is shown.
var errUnstored = errors.New("the reminder was not stored")

// saidError is what went wrong, in the user's words.
type saidError string

func (e saidError) Error() string { return string(e) }

// explainRemind puts into words why a reminder was not shown; "" if that is not what
// is wrong.
func (p *program) explainRemind(err error) string {
	if said, ok := errors.AsType[saidError](err); ok {
		return string(said)
	}
	switch {
	case errors.Is(err, notification.ErrNone):
		return p.words.Say("cli.remind.unshown")
	case errors.Is(err, errUnstored):
		return p.words.Say("cli.remind.unstored", words.Args{"Problem": p.words.Problem(err).What})
	}
	return ""
}

// changeReminder records what was done. If that cannot be stored, the reminder may
// come again.
func (p *program) changeReminder(change func(*preferences.Reminder)) {
	_ = p.preferences.Change(func(q *preferences.Preferences) { change(&q.Reminder) })
}

// show shows what is due, and does what the user answers.
func (p *program) show(due reminder.Due) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	path := p.vault.Path()
	n, err := notification.Show(ctx, message.Of(p.words, due))
	if err != nil {
		p.changeReminder(func(r *preferences.Reminder) { due.Failed(r, path, p.now()) })
		return err
	}
	p.print("cli.remind.shown")
	chosen, err := n.Wait(ctx)
	if err != nil {
		return nil // the session or the user ended the wait: it was shown
	}
	answer := message.Answer(chosen)
	if answer != preferences.ReminderOpened && !p.preferences.Get().Reminder.On {
		p.print("cli.remind.off") // so none comes later
		return nil
	}
	p.changeReminder(func(r *preferences.Reminder) { due.Answer(r, path, answer, p.now()) })
	switch answer {
	case preferences.ReminderOpened:
		return p.openTarget(due, chosen.Token)
	case preferences.ReminderLater:
		p.print("cli.remind.later", words.Args{"When": p.words.Instant(reminder.LaterToday(p.now()))})
	case preferences.ReminderSkipped:
		if due.Week.IsZero() {
			p.print("cli.remind.skipped.quarter")
		} else {
			p.print("cli.remind.skipped.week")
		}
	default:
		p.print("cli.remind.closed")
	}
	return nil
}

// openTarget shows in a window what a reminder is about. Token allows that to come to
// the front.
func (p *program) openTarget(due reminder.Due, token string) error {
	what := p.words.Say("cli.remind.brief")
	if !due.Week.IsZero() {
		what = p.words.WeekInline(due.Week)
	}
	p.print("cli.remind.opened", words.Args{"What": what})
	_, err := p.ask(handover.Request{Kind: handover.Raise, Target: due.Target(), Token: token})
	if err == nil || errors.Is(err, handover.ErrOtherVersion) {
		return nil
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	args := []string{"--journal", p.vault.Path(), "--open", due.Target()}
	if p.langFlag != "" {
		args = append(args, "--lang", p.langFlag)
	}
	if p.todayFlag != "" {
		args = append(args, "--today", p.todayFlag)
	}
	c := exec.Command(self, args...)
	if c.Env = os.Environ(); token != "" {
		c.Env = append(c.Env, "XDG_ACTIVATION_TOKEN="+token, "DESKTOP_STARTUP_ID="+token)
	}
	c.Stderr = os.Stderr // the log of the session
	autostart.Detach(c)
	if err := c.Start(); err != nil {
		return err
	}
	return c.Process.Release()
}

// sayNext prints when something may be due next.
func (p *program) sayNext() {
	next := reminder.Next(p.preferences.Get().Reminder, p.vault.Path(), p.now())
	p.print("cli.remind.next", words.Args{"When": p.words.Instant(next.In(p.now().Location()))})
}
