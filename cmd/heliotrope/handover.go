package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	root "heliotrope"
	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/memory"
	"heliotrope/journal/words"
	"heliotrope/ui"
)

// What follows asks the program that has the journal open, most often a window, and
// answers those who ask this one. Where nobody has it open, each command opens it
// itself.

// askLimit is how long a command waits for a program that is about to begin or to
// end, and askPause how long it waits before it asks again.
const (
	askLimit = time.Minute
	askPause = 50 * time.Millisecond
)

// other is what a command knows of a journal of which it has a copy, since another
// program has it open.
type other struct {
	trashed int
	draft   bool
}

// statusError is the status of a command that another program did; it has said
// everything.
type statusError int

func (statusError) Error() string { return "another program did it" }

// ask puts a request to the program that has the journal open. The error is also why
// that did not do it.
func (p *program) ask(r handover.Request) (handover.Answer, error) {
	r.Version, r.Language = root.ThisBuild().Version, string(p.words.Language)
	a, err := handover.Ask(p.vault.Path(), r)
	return a, cmp.Or(err, a.Err())
}

// elsewhere asks the program that has the journal open, and calls use with its
// answer. If there is none it calls own, which opens the journal.
func (p *program) elsewhere(r handover.Request, use func(handover.Answer, error) error, own func() error) error {
	if p.sample {
		return own()
	}
	end := time.Now().Add(askLimit)
	var opened error // how own ended
	for {
		a, err := p.ask(r)
		switch {
		case err == nil || a.Body != nil:
			return use(a, err)
		case errors.Is(err, handover.ErrBusy) && time.Now().Before(end):
			time.Sleep(askPause)
			continue
		case opened != nil:
			return p.inUse(err, opened)
		}
		// One may have come, or gone, just now: then it is asked once more.
		if opened = own(); !errors.Is(opened, journal.ErrInUse) || isAny(err, handover.ErrStranger, handover.ErrOtherVersion) {
			return p.inUse(err, opened)
		}
	}
}

// inUse returns why a journal that another program has open could not be used:
// opened, unless asking that program failed for a better reason.
func (p *program) inUse(asked, opened error) error {
	if errors.Is(asked, handover.ErrOtherVersion) && errors.Is(opened, journal.ErrInUse) {
		return asked
	}
	return opened
}

// withAny calls do with the journal, or with a copy of what another program has open,
// with all that was typed there. What do changes in the copy changes nothing else.
func (p *program) withAny(do func(*journal.Journal) error) error {
	return p.elsewhere(handover.Request{Kind: handover.Read},
		func(a handover.Answer, unsaved error) error { return p.withCopy(a, unsaved, do) },
		func() error { return p.with(do) })
}

// withCopy calls do with the copy of a journal in an answer.
func (p *program) withCopy(a handover.Answer, unsaved error, do func(*journal.Journal) error) error {
	contents, err := exchange.Read(bytes.NewReader(a.Body))
	if err != nil {
		return err
	}
	j, err := journal.Open(memory.New(contents), journal.Clock(p.now))
	if err != nil {
		return err
	}
	defer j.Close()
	if unsaved != nil {
		p.say("handover.unsaved", words.Args{"Problem": p.words.Problem(unsaved).What})
	}
	p.other = &other{a.Trashed, a.Draft}
	defer func() { p.other = nil }()
	return do(j)
}

// handOver logs a moment in the journal that another program has open, once. If that
// ends before it has answered, the journal is opened and the moment logged here,
// unless it is there already.
func (p *program) handOver(w journal.Week, m journal.Moment) error {
	end := time.Now().Add(askLimit)
	var doubt error // why it may have been logged all the same
	for {
		_, err := p.ask(handover.Request{Kind: handover.Add, Week: w.String(), Moment: m})
		switch {
		case err == nil:
			return nil
		case errors.Is(err, handover.ErrUnanswered):
			doubt = err
		case isAny(err, handover.ErrBusy, handover.ErrNobody, handover.ErrNotOpen, handover.ErrStranger, handover.ErrOtherVersion):
		default:
			return err // it was refused, or the window saves it later
		}
		opened := p.with(func(j *journal.Journal) error {
			err := p.addTo(j, w, m)
			if err == nil {
				p.sayBackup(p.vault.BackUpDaily())
			}
			return err
		})
		switch {
		case !errors.Is(opened, journal.ErrInUse):
			return opened
		case time.Now().Before(end) && !(doubt == nil && isAny(err, handover.ErrStranger, handover.ErrOtherVersion)):
			time.Sleep(askPause)
		case doubt != nil:
			return fmt.Errorf("%w: %w", errInDoubt, opened)
		default:
			return p.inUse(err, opened)
		}
	}
}

func isAny(err error, targets ...error) bool {
	return slices.ContainsFunc(targets, func(target error) bool { return errors.Is(err, target) })
}

// command has another program do a command that prints, or does it here.
func (p *program) command(r handover.Request, own func() error) error {
	return p.elsewhere(r, func(a handover.Answer, _ error) error { return p.relay(a) }, own)
}

// relay prints what another program answered with, and returns its status as an error.
func (p *program) relay(a handover.Answer) error {
	_, err := io.WriteString(p.out, a.Out)
	fmt.Fprint(p.err, a.Errs)
	if err == nil && a.Status != exitDone {
		err = statusError(a.Status)
	}
	return err
}

// answer does a command for another program, with the journal that is open here.
func (p *program) answer(r handover.Request) handover.Answer {
	var out, errs bytes.Buffer
	q := &program{out: &output{to: &out}, err: &errs, now: p.now, clock: p.clock, preferences: p.preferences, mine: p.mine, vault: p.vault}
	q.words = words.In(words.Match(r.Language)).Command()
	var err error
	switch r.Kind {
	case handover.Check:
		err = q.check()
	case handover.BackUp:
		err = q.backUp(r.Path)
	default:
		return handover.Refuse(handover.ErrUnknown)
	}
	status := q.end(err, "heliotrope "+string(r.Kind), true)
	return handover.Answer{Out: out.String(), Errs: errs.String(), Status: status}
}

// listen asks the program that has the journal open to show a window, and reports
// whether there is such a program. If there is none, this program answers from now on,
// until close is called.
func (p *program) listen(r handover.Request) (there bool, err error) {
	end := time.Now().Add(askLimit)
	r.Token = cmp.Or(os.Getenv("XDG_ACTIVATION_TOKEN"), os.Getenv("DESKTOP_STARTUP_ID"))
	for {
		_, err := p.ask(r)
		switch {
		case err == nil:
			return true, nil
		case errors.Is(err, handover.ErrBusy) && time.Now().Before(end): // it ends
			time.Sleep(askPause)
			continue
		case !isAny(err, handover.ErrNobody, handover.ErrStranger):
			return true, err
		}
		p.inbox = ui.NewInbox(p.answer)
		p.listener, err = handover.Listen(p.vault.Path(), root.ThisBuild().Version, p.inbox.Serve)
		if errors.Is(err, handover.ErrTaken) && time.Now().Before(end) {
			if _, asked := p.ask(r); !errors.Is(asked, handover.ErrStranger) {
				continue // another window has just come
			}
		}
		return false, nil // if nobody can ask this one, it does without
	}
}

// close closes the journal, and only then stops answering: who asks meanwhile is
// answered that this program ends.
func (p *program) close() error {
	if p.inbox != nil {
		p.inbox.End()
	}
	if p.vault == nil { // the disk does not answer, and closing would wait for it
		return nil
	}
	err := p.vault.Close()
	p.stopListening()
	return err
}

// stopListening lets another program begin to answer for the journal.
func (p *program) stopListening() {
	if p.inbox != nil {
		p.inbox.End()
	}
	_ = p.listener.Close() // what it leaves behind is known for what it is
}

// absolute returns the path of a file for a program that is in another folder.
func absolute(path string) string {
	if path == "" {
		return ""
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// handoverWords puts into words what is wrong between this program and the one that
// has the journal open; "" if that is not what is wrong.
func handoverWords(w *words.Words, err error) string {
	if e, ok := errors.AsType[*handover.VersionError](err); ok {
		return w.Say("handover.version", words.Args{"Theirs": e.Theirs, "Ours": root.ThisBuild().Version})
	}
	switch {
	case errors.Is(err, handover.ErrUnsaved):
		return w.Say("handover.later", words.Args{"Problem": w.Problem(err).What})
	case errors.Is(err, errInWindow):
		return w.Say("handover.in-window")
	case errors.Is(err, handover.ErrNotOpen):
		return w.Say("handover.not-open")
	case isAny(err, handover.ErrUnanswered, handover.ErrBusy):
		return w.Say("handover.unanswered")
	case isAny(err, handover.ErrFailed, handover.ErrUnknown):
		return w.Say("handover.failed")
	}
	return ""
}

// errInWindow is wrapped where a command cannot be done while a window is open, but
// can be done there.
var errInWindow = errors.New("to be done in the window")

// orInWindow returns err, or that it can be done in the window if one has the journal
// open.
func (p *program) orInWindow(err error) error {
	if !errors.Is(err, journal.ErrInUse) {
		return err
	}
	if _, asked := p.ask(handover.Request{Kind: handover.Read}); asked == nil {
		return fmt.Errorf("%w: %w", errInWindow, err)
	}
	return err
}
