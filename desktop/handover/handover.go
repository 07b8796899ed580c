// Package handover lets the programs of one user on one computer hand things to
// the one that has a journal open.
//
// # How it works
//
// Only one program can have a journal open, most often a window for a whole day.
// It calls [Listen]. Another that is started for the same journal calls [Ask]:
// to bring that window to the front, to log a moment, or to read what the
// journal contains. If nobody listens, Ask returns [ErrNobody], and the other
// opens the journal itself.
//
// They talk over a Unix socket, on Windows 10 too. Its name is made of the real
// path of the journal, so there is one a journal, and its folder is one that
// only the user may enter: in the runtime folder of the session or, where that
// cannot be used, in the user's cache folder. Where both can be used there is a
// socket in both, since those who ask may know only one of them, as a job of
// cron does. Where none can be used, Listen returns [ErrNoPlace], and all
// programs work as if each were alone.
//
// A connection is one question. The listener first writes a greeting with its
// version, so that whoever asks knows at once whether it speaks to Heliotrope, and to
// which version. Then one [Request] goes one way and one [Answer] the other, each a
// line of JSON; after the line of an answer comes its body, as long as the line
// says.
//
// # Whom it trusts
//
// Nothing listens on a network. A program of the same user could read the
// journal's file anyway, so it is trusted with what a request can do, but not to
// behave: each message has a limit of size and of time, and the number of
// connections has one, so that a program gone wrong cannot stop the window or
// fill the memory. Programs of other users cannot enter the folder. In addition
// each end asks the system for the user of the other, where that can be asked,
// and hangs up on anybody else.
//
// What is logged is logged once: [Request.Moment] has an id, and a journal takes
// each id once. So whoever gets no answer may ask again.
package handover

import (
	"errors"
	"fmt"

	"heliotrope/journal"
)

// Errors of Listen and of Ask.
var (
	// ErrNobody is returned by Ask if no program listens for the journal.
	ErrNobody = errors.New("no other program has the journal open")

	// ErrTaken is returned by Listen if another program listens already.
	ErrTaken = errors.New("another program listens for this journal")

	// ErrNoPlace is returned by Listen if there is no folder for a socket.
	ErrNoPlace = errors.New("no private folder for a socket")

	// ErrStranger is returned by Ask if what listens is not Heliotrope, belongs
	// to another user, or does not answer as it should before it was asked for
	// anything. Nothing was done.
	ErrStranger = errors.New("what listens is not Heliotrope")

	// ErrOtherVersion is wrapped by a [*VersionError].
	ErrOtherVersion = errors.New("another version of Heliotrope has the journal open")

	// ErrUnanswered is returned by Ask if the question was put and no whole
	// answer came. It is not known whether what was asked for was done.
	ErrUnanswered = errors.New("no answer")

	// ErrBusy is what an answer returns of a program that is about to end, or is
	// not able to answer now. Nothing was done; whoever waits and asks again is
	// answered, or finds that nobody listens any more.
	ErrBusy = errors.New("the program that has the journal open is busy or ends")

	// ErrNotOpen is what an answer returns of a program that shows a window, but
	// has no journal open: it could not be opened. Nothing was done.
	ErrNotOpen = errors.New("the other program could not open the journal")

	// ErrUnsaved is what an answer returns where the disk refuses: what was handed
	// over is on screen in the window, which goes on trying to save it. The answer
	// wraps why.
	ErrUnsaved = errors.New("the other program could not save it yet")

	// ErrUnknown is what an answer returns to a request of a kind that the other
	// program does not know. Nothing was done.
	ErrUnknown = errors.New("unknown request")

	// ErrFailed is what an answer returns where there is no closer reason.
	// Nothing was done.
	ErrFailed = errors.New("the other program could not do it")
)

// VersionError is returned by Ask if another version of the program listens.
// Nothing was done, except that its window was brought to the front if that is
// what was asked for.
type VersionError struct {
	Theirs string // the version that listens
}

func (e *VersionError) Error() string { return fmt.Sprintf("%v: %s", ErrOtherVersion, e.Theirs) }

// Unwrap returns [ErrOtherVersion].
func (e *VersionError) Unwrap() error { return ErrOtherVersion }

// Kind is what a request asks for.
type Kind string

// The kinds of requests.
const (
	// Raise brings the window to the front. With a Path it then opens that file:
	// an exported one is offered to be imported.
	Raise Kind = "raise"

	// Add logs Moment in Week, unless the journal has a moment of this id. It is
	// answered once the moment is on the disk.
	Add Kind = "add"

	// Read is answered with everything that the journal contains, once all that
	// was typed is on the disk: the body is an exchange file. If there is also an
	// error, what was typed last could not be saved and is not in it.
	Read Kind = "read"

	// Check checks the journal and its backups, and answers with what the
	// command prints, in Language.
	Check Kind = "check"

	// BackUp backs up, into the folder Path if it is not empty, and answers with
	// what the command prints, in Language.
	BackUp Kind = "backup"

	// Capture shows the small window in which one moment is written.
	Capture Kind = "capture"

	// Remind reminds of the week, if it is time to.
	Remind Kind = "remind"
)

// Request is one question.
type Request struct {
	Version string `json:"version"` // of the program that asks
	Kind    Kind   `json:"kind"`

	Path     string         `json:"path,omitempty"`     // absolute
	Target   string         `json:"target,omitempty"`   // raise: what to show, as [reminder.ParseTarget] reads it; may be empty
	Token    string         `json:"token,omitempty"`    // with which a desktop allows a window to come to the front; may be empty
	Language string         `json:"language,omitempty"` // "en" or "fr", of what is printed
	Now      bool           `json:"now,omitempty"`      // remind, whether it is time or not
	Week     string         `json:"week,omitempty"`     // as [journal.ParseWeek] reads it
	Moment   journal.Moment `json:"moment,omitzero"`
}

// Answer is what a program answers.
type Answer struct {
	Problems []string `json:"problems,omitempty"` // why it was not done, see Err
	Field    string   `json:"field,omitempty"`    // of a *[journal.InvalidError]
	Rule     string   `json:"rule,omitempty"`     // of it too

	// Of a journal that was read, what is not in the body: how many things are in
	// the trash, and whether something is half-written.
	Trashed int  `json:"trashed,omitempty"`
	Draft   bool `json:"draft,omitempty"`

	// What a command prints, and its exit status.
	Out    string `json:"out,omitempty"`
	Errs   string `json:"errs,omitempty"`
	Status int    `json:"status,omitempty"`

	Body []byte `json:"-"` // comes after the line
}
