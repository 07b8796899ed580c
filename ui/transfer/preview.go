package transfer

import (
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
)

// preview is a dialog that reads a file, shows what importing it would do, and does
// that.
type preview struct {
	*Transfer
	reading  *reading
	contents journal.Contents // of the file, once it was read
	shown    journal.Merged   // what the import would do, as it is shown

	isJournal bool // the file is one of a journal, and no export

	box    *dialogs.Box
	body   *fyne.Container
	act    *controls.Button
	other  *controls.Button
	closed bool
}

func newPreview(t *Transfer, path string) *preview {
	p := &preview{Transfer: t, reading: &reading{path: path}, body: controls.Stack(8)}
	p.act = controls.NewButton("", p.backUp)
	p.act.Importance = widget.HighImportance
	p.other = controls.NewButton(t.Words.Say("import.other"), func() {
		p.box.Hide()
		t.Import()
	})
	p.act.Hide()
	p.other.Hide()
	p.box = t.Ask.NewBox(t.Words.Say("import.title"), controls.NewVScroll(p.body), "dialog.cancel")
	p.box.Add(p.other, p.act)
	t.Ask.ShowThen(p.box, p.onClosed)
	return p
}

// onClosed is called when the dialog is closed.
func (p *preview) onClosed() {
	p.closed = true
	p.reading.stopped.Store(true)
}

func (p *preview) name() string { return filepath.Base(p.reading.path) }

// say formats a sentence about the file.
func (p *preview) say(id string) string { return p.Words.Say(id, words.Args{"Name": p.name()}) }

// set shows lines in place of others, with the button that acts if there is one.
func (p *preview) set(act string, lines ...fyne.CanvasObject) {
	p.body.Objects = lines
	p.act.SetText(act)
	p.act.Hidden = act == ""
	p.other.Hide()
	p.fit()
}

// fit makes the dialog as high as what it shows.
func (p *preview) fit() {
	const width = 520
	p.body.Refresh()
	p.Ask.Fit(p.box, width, p.body)
}

func line(text string) fyne.CanvasObject { return controls.Flush(controls.Body(text)) }

// trouble returns a line with a sign before it.
func trouble(text string) fyne.CanvasObject {
	t := controls.NewTrouble()
	t.Show(text)
	return t.Content()
}

// progressPause is how often the progress is shown.
const progressPause = 150 * time.Millisecond

// read reads the file and then shows what is in it.
func (p *preview) read() {
	progress := controls.NewHint(widget.LowImportance)
	p.set("", line(p.say("import.reading")), progress.Content())
	over := false
	var tick func()
	tick = func() {
		if over || p.closed {
			return
		}
		progress.Show(p.progress())
		p.Tasks.After(progressPause, tick)
	}
	p.Tasks.After(progressPause, tick)
	p.run(func() (err error) {
		if p.contents, err = p.reading.contents(); err != nil {
			p.isJournal = vault.Recognize(p.reading.path)
			return err
		}
		p.shown, err = p.Journal.Compare(p.contents)
		return err
	}, func(err error) {
		over = true
		if !p.closed {
			p.show("", err)
		}
	})
}

// progress formats how far the file is read.
func (p *preview) progress() string {
	size, done := p.reading.size.Load(), p.reading.done.Load()
	switch {
	case size == 0:
		return ""
	case done >= size:
		return p.Words.Say("import.checking")
	}
	return p.Words.Say("import.progress", words.Args{"Share": p.Words.Percent(float64(100*done/size) / 100), "Size": p.Words.Size(size)})
}

// refuse shows why there is nothing to import.
func (p *preview) refuse(why ...string) {
	lines := make([]fyne.CanvasObject, len(why))
	for i, text := range why {
		lines[i] = line(text)
		if i == 0 {
			lines[i] = trouble(text)
		}
	}
	p.refused(lines)
}

// refused shows lines about a file that is not imported.
func (p *preview) refused(lines []fyne.CanvasObject) {
	p.set("", lines...)
	p.other.Show()
	p.fit()
	p.Ask.Focus(p.other)
}

// whyNot formats what is wrong with the file.
func (p *preview) whyNot(err error) string {
	bad, ok := errors.AsType[*exchange.Error](err)
	switch {
	case p.isJournal:
		return p.say("import.journal")
	case ok && isForeign(bad):
		return p.say("import.not-ours")
	case ok:
		problem := p.Words.Problem(err)
		return p.Words.Say("import.bad", words.Args{"Name": p.name(), "Problem": problem.What, "Do": problem.Safe + " " + problem.Do})
	}
	return p.Words.Problem(err).String()
}

// isForeign reports whether a file is not ours: its problem is not a place in one of
// ours.
func isForeign(e *exchange.Error) bool {
	return errors.Is(e, journal.ErrNotJournal) ||
		e.Path == "" && (e.Problem == exchange.ProblemEncoding || e.Problem == exchange.ProblemSyntax)
}

// show shows what the import would do, below a first line if there is one, or why
// there is nothing to import.
func (p *preview) show(first string, err error) {
	conflict, differs := errors.AsType[*journal.ConflictError](err)
	if err != nil && !differs {
		p.refuse(p.whyNot(err))
		return
	}
	all, added := countsOf(p.contents), countsOf(p.shown.Added)
	var lines []fyne.CanvasObject
	add := func(id string, c counts) {
		if parts := c.words(p.Words); parts != "" {
			lines = append(lines, line(p.Words.Say(id, words.Args{"Name": p.name(), "Parts": parts})))
		}
	}
	if first != "" {
		lines = append(lines, trouble(first))
	}
	add("import.holds", all)
	if p.contents.ID != p.Journal.ID() && !p.Journal.Empty() {
		lines = append(lines, line(p.Words.Say("import.stranger")))
	}
	different := countsOfRefs(conflict)
	add("import.new", added)
	add("import.same", all.without(added).without(different))
	switch {
	case differs:
		p.refused(append(lines, trouble(p.different(conflict)), line(p.Words.Say("import.differ.do"))))
		return
	case p.contents.Empty():
		p.refused(append(lines, line(p.Words.Say("import.empty"))))
		return
	case p.shown.Added.Empty():
		p.refused(append(lines, line(p.Words.Say("import.nothing"))))
		return
	}
	if ahead := p.ahead(p.shown.Added.Entries); len(ahead) > 0 {
		lines = append(lines, trouble(p.Words.Count("import.ahead", len(ahead), words.Args{"Weeks": p.Words.WeekList(ahead)})))
	}
	switch {
	case p.backups != nil:
		lines = append(lines, line(p.Words.Say("import.backup")))
	case p.Sample:
		lines = append(lines, line(p.Words.Say("import.sample")))
	}
	p.set(p.Words.Say("import.do", words.Args{"Parts": added.first(p.Words)}), lines...)
	p.act.Enable()
	p.Ask.Focus(p.act)
}

// ahead returns the weeks that have not begun.
func (p *preview) ahead(entries []journal.Entry) (weeks []journal.Week) {
	today := journal.WeekOf(p.Now())
	for i := range entries {
		if w := entries[i].Week; w.After(today) {
			weeks = append(weeks, w)
		}
	}
	return weeks
}

// different formats the records that the journal has with another content.
func (p *preview) different(c *journal.ConflictError) string {
	var weeks []journal.Week
	for _, r := range c.Records {
		if w, err := journal.ParseWeek(r.Key); r.One == journal.EntryList.One && err == nil {
			weeks = append(weeks, w)
		}
	}
	slices.SortFunc(weeks, journal.Week.Compare)
	var parts []string
	if len(weeks) > 0 {
		parts = append(parts, p.Words.WeekList(weeks))
	}
	others := countsOfRefs(c)
	others.weeks = 0
	if text := others.words(p.Words); text != "" {
		parts = append(parts, text)
	}
	return p.Words.Say("import.differ", words.Args{"Parts": strings.Join(parts, ", ")})
}

// wait shows what goes on, which cannot be stopped.
func (p *preview) wait(id string) {
	p.set("", line(p.Words.Say(id)))
}

// backUp backs the journal up and then imports.
func (p *preview) backUp() {
	if p.backups == nil {
		p.merge()
		return
	}
	p.wait("import.backing-up")
	p.backups.BackUp(func() {
		if err := p.backups.Failed; err != nil && !p.closed {
			p.refuse(p.Words.Say("import.no-backup"), p.Words.Problem(err).String())
			return
		}
		if !p.closed {
			p.merge()
		}
	})
}

// errChanged is returned if the import would do something else than was shown.
var errChanged = errors.New("the journal has changed")

// merge imports, all or nothing.
func (p *preview) merge() {
	p.wait("import.importing")
	var now journal.Merged
	p.Tasks.Run(func() (err error) {
		if now, err = p.Journal.Compare(p.contents); err != nil {
			return err
		}
		if !reflect.DeepEqual(now, p.shown) {
			return errChanged
		}
		_, err = p.Journal.Merge(p.contents)
		return err
	}, func(err error) {
		_, differs := errors.AsType[*journal.ConflictError](err)
		switch {
		case err != nil && p.closed:
			p.Ask.Problem(err)
		case differs:
			p.shown = now
			p.show(p.Words.Say("import.changed"), err)
		case errors.Is(err, errChanged):
			p.shown = now
			p.show(p.Words.Say("import.changed"), nil)
		case err != nil:
			p.refuse(p.Words.Problem(err).String())
		default:
			if !p.closed {
				p.box.Hide()
			}
			p.window.Imported(p.Words.Say("import.done", words.Args{"Parts": countsOf(p.shown.Added).words(p.Words)}))
		}
	})
}
