package saving

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/outfile"
	"heliotrope/journal/report"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/notices"
	"heliotrope/ui/session"
)

// Trouble is a bar about text that the disk does not take, which lets one save it
// elsewhere. It is gone as soon as everything is saved.
type Trouble struct {
	session.Session
	saver  *Autosave
	bars   *notices.Bars
	window Window

	Problem error
	said    string // what was done about it; "" for nothing
}

// Window is what a trouble asks of the window.
type Window interface {
	// Draft returns the moment that is half-written; empty if none is.
	Draft() journal.Draft
	// CopyText puts text into the clipboard.
	CopyText(text string)
	// CanLookBack reports whether there may be recovery options.
	CanLookBack() bool
	// LookBack leaves the journal for the recovery options.
	LookBack()
}

// NewTrouble returns a trouble about what saver saves, for now without a bar
// among bars.
func NewTrouble(s session.Session, saver *Autosave, bars *notices.Bars, window Window) *Trouble {
	return &Trouble{Session: s, saver: saver, bars: bars, window: window}
}

// troubleBar names the bar among the others.
const troubleBar = "trouble"

// Show shows how saving goes.
func (t *Trouble) Show(state State, err error) {
	switch {
	case state == Saved:
		t.Problem, t.said = nil, ""
		t.bars.Hide(troubleBar)
	case state == Failing && err != nil:
		t.Problem = err
		t.showBar()
	}
}

func (t *Trouble) showBar() {
	say := t.Words.Say
	p := t.Words.Problem(t.Problem)
	lines := []string{p.What + " " + say("trouble.safe"), p.Do, say("trouble.retry")}
	if errors.Is(t.Problem, journal.ErrSlow) {
		lines = lines[:2] // it was not refused yet
	}
	if t.said != "" {
		lines = append(lines, t.said)
	}
	actions := []controls.Action{
		{Text: say("trouble.again"), Do: t.saver.Flush},
		{Text: say("trouble.elsewhere"), Do: t.elsewhere},
		{Text: say("trouble.copy"), Do: t.copy},
	}
	if errors.Is(t.Problem, journal.ErrSlow) {
		actions = actions[2:] // anything else would wait for the disk too
	}
	if t.window.CanLookBack() && vault.Recoverable(t.Problem) {
		actions = append(actions, controls.Action{Text: say("trouble.back"), Do: t.window.LookBack})
	}
	t.bars.Show(troubleBar, strings.Join(lines, "\n"), actions...)
}

func (t *Trouble) copy() {
	t.window.CopyText(t.text())
	t.said = t.Words.Say("trouble.copied")
	t.showBar()
}

// text gives what the disk does not have as Markdown.
func (t *Trouble) text() string {
	var b strings.Builder
	for _, e := range t.saver.Unsaved() {
		b.WriteString(report.WeekMarkdown(t.Words, e, t.Journal.Kinds()))
	}
	drafts := []journal.Draft{t.window.Draft()}
	if edit := drafts[0].Edit; edit != nil {
		drafts = append(drafts, *edit)
	}
	for _, d := range drafts {
		if !d.Empty() {
			b.WriteString(t.Words.Say("trouble.draft", words.Args{"Week": t.Words.WeekInline(d.Week), "Text": strings.TrimSpace(d.Text)}) + "\n")
		}
	}
	return b.String()
}

// elsewhere asks for a place and writes everything there: the whole journal as
// it is on screen in the exchange format, and next to it what is not saved, to be
// read by people.
func (t *Trouble) elsewhere() {
	folder, err := os.UserHomeDir()
	if err != nil {
		folder = os.TempDir()
	}
	name := "heliotrope-" + t.Now().Format("2006-01-02-1504") + ".json"
	t.Ask.File(t.Tasks.Run, dialogs.Place{Folder: folder, Name: name, Ending: ".json"}, t.copies, func(files []outfile.File, err error) {
		if err != nil {
			t.Ask.Problem(err)
			return
		}
		t.said = t.Words.Say("trouble.kept", words.Args{"Path": files[0].Path})
		if len(files) > 1 {
			t.said = t.Words.Say("trouble.kept.text", words.Args{"Path": files[0].Path, "Text": files[1].Path})
		}
		if t.Problem != nil {
			t.showBar()
		}
	})
}

// copies returns what makes the copies, of which the first is at path.
func (t *Trouble) copies(path string) func() ([]outfile.File, error) {
	all := t.Journal.Contents().After(journal.Change{PutEntries: t.saver.Unsaved()})
	text := t.text()
	return func() ([]outfile.File, error) {
		var b bytes.Buffer
		if err := exchange.Write(&b, all, t.Now()); err != nil {
			return nil, err
		}
		files := []outfile.File{{Path: path, Content: b.Bytes()}}
		if text != "" {
			nextTo := strings.TrimSuffix(path, filepath.Ext(path)) + ".md"
			files = append(files, outfile.File{Path: nextTo, Content: []byte(text)})
		}
		return files, nil
	}
}

// AskToClose asks what to do with text that the disk does not take before the
// window is closed. Stay is called once the dialog is closed and the window
// stays; hide closes the dialog.
func (t *Trouble) AskToClose(err error, closeAnyway, stay func()) (hide func()) {
	p := t.Words.Problem(err)
	text := controls.Stack(10, controls.Flush(controls.Body(p.String())), controls.Flush(controls.Body(t.Words.Say("unsaved.text"))))
	d := t.Ask.NewWideBox(t.Words.Say("unsaved.title"), text, "")
	keep := controls.NewButton(t.Words.Say("unsaved.stay"), func() { d.Hide() })
	keep.Importance = widget.HighImportance
	d.Add(controls.NewButton(t.Words.Say("unsaved.close"), closeAnyway), controls.NewButton(t.Words.Say("unsaved.copy"), t.copy))
	if !errors.Is(err, journal.ErrSlow) { // it would wait for the disk too
		d.Add(controls.NewButton(t.Words.Say("trouble.elsewhere"), func() {
			d.Hide()
			t.elsewhere()
		}))
	}
	d.Add(keep)
	t.Ask.ShowThen(d, stay)
	t.Ask.Focus(keep)
	return d.Hide
}
