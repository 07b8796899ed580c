package ui

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/outfile"
	"heliotrope/journal/report"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// trouble tells of text that the disk does not take, and lets one save it
// elsewhere. It is gone as soon as everything is saved.
type trouble struct {
	words   *words.Words
	journal *journal.Journal
	tasks   tasks
	now     func() time.Time
	ask     *asker
	bars    *notices
	hooks   troubleHooks

	problem error
	said    string // what was done about it; "" for nothing
}

// troubleHooks are what the bar needs of the window.
type troubleHooks struct {
	unsaved func() []journal.Entry // what the disk does not have
	save    func()                 // saves it again
	copied  func(text string)      // puts text into the clipboard
	back    func()                 // leads to the ways back; nil if there are none
}

// troubleBar names the bar among the others.
const troubleBar = "trouble"

// show is told how saving goes.
func (t *trouble) show(state saveState, err error) {
	switch {
	case state == saved:
		t.problem, t.said = nil, ""
		t.bars.end(troubleBar)
	case state == failing && err != nil:
		t.problem = err
		t.tell()
	}
}

func (t *trouble) tell() {
	say := t.words.Say
	p := t.words.Problem(t.problem)
	lines := []string{p.What + " " + say("trouble.safe"), p.Do}
	if t.said != "" {
		lines = append(lines, t.said)
	}
	actions := []controls.Action{
		{Text: say("trouble.again"), Do: t.again},
		{Text: say("trouble.elsewhere"), Do: t.elsewhere},
		{Text: say("trouble.copy"), Do: t.copy},
	}
	if t.hooks.back != nil && vault.Recoverable(t.problem) {
		actions = append(actions, controls.Action{Text: say("trouble.back"), Do: t.hooks.back})
	}
	t.bars.tell(troubleBar, strings.Join(lines, "\n"), actions...)
}

// again looks at the journal in full and, if it is whole, saves once more.
func (t *trouble) again() {
	t.tasks.run(t.journal.Verify, func(err error) {
		if err != nil {
			t.show(failing, err)
			return
		}
		t.hooks.save()
	})
}

func (t *trouble) copy() {
	t.hooks.copied(t.text())
	t.said = t.words.Say("trouble.copied")
	t.tell()
}

// text gives what the disk does not have as Markdown.
func (t *trouble) text() string {
	var b strings.Builder
	for _, e := range t.hooks.unsaved() {
		b.WriteString(report.WeekMarkdown(t.words, e, t.journal.Kinds()))
	}
	return b.String()
}

// elsewhere asks for a place and writes everything there: the whole journal as
// it is on screen in the exchange format, and beside it what is not saved, to be
// read by people.
func (t *trouble) elsewhere() {
	folder, err := os.UserHomeDir()
	if err != nil {
		folder = os.TempDir()
	}
	name := "heliotrope-" + t.now().Format("2006-01-02-1504") + ".json"
	t.ask.file(folder, name, ".json", func(path string) {
		var said string
		t.tasks.run(func() (err error) {
			said, err = t.writeTo(path)
			return err
		}, func(err error) {
			if err != nil {
				t.ask.problem(err)
				return
			}
			t.said = said
			if t.problem != nil {
				t.tell()
			}
		})
	})
}

// writeTo writes the copies and says where they are.
func (t *trouble) writeTo(path string) (said string, err error) {
	all := t.journal.Contents().After(journal.Change{PutEntries: t.hooks.unsaved()})
	text := t.text()
	beside := strings.TrimSuffix(path, filepath.Ext(path)) + ".md"
	if text != "" { // first, as it is what nobody else has
		if err := outfile.Write(beside, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}); err != nil {
			return "", err
		}
	}
	if err := outfile.Write(path, func(w io.Writer) error { return exchange.Write(w, all, t.now()) }); err != nil {
		return "", err
	}
	if text == "" {
		return t.words.Say("trouble.kept", words.Args{"Path": path}), nil
	}
	return t.words.Say("trouble.kept.text", words.Args{"Path": path, "Text": beside}), nil
}
